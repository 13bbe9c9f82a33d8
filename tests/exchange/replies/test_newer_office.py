# SPDX-License-Identifier: MPL-2.0
"""Papers of the sample saved by a LibreOffice that keeps tags; only at the full counts, for it has to be fetched."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import etree
from newer_office import fetch_newer_office
from tests.exchange.replies.files import compare, control_with, edited, filled, runs, typed
from tests.render.word.files import W

from evidencepack.exchange.replies.markers import Layer
from evidencepack.render.word.package import pack_parts, unpack_parts
from evidencepack.render.word.relations import office

_PAPERS = ("pack", "E-TBN-MOU-01", "F-TBN-RACI-01", "J-TBN-DSA-01")
_ITEM = "Interests, faith and groups"
_BY = 'w:id="7" w:author="Jo" w:date="2026-11-20T10:00:00Z"'
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = f'<Relationship Id="rIdNotes" Type="{office("comments")}" Target="comments.xml"/>'
_TRACKED = (
    f"<w:del {_BY}><w:r><w:delText>{_ITEM}</w:delText></w:r></w:del>"
    f"<w:ins {_BY}><w:r><w:t>Interests and faith</w:t></w:r></w:ins>"
)


def _comment(root: etree._Element) -> None:
    """Put the marks of a comment into an answer, round its words."""
    content = control_with(root, _ITEM).find(f"{W}sdtContent")
    assert content is not None
    first, *others = (etree.Element(f"{W}commentRange{edge}", {f"{W}id": "5"}) for edge in ("Start", "End"))
    content[:] = [first, *content, *others, *runs('<w:r><w:commentReference w:id="5"/></w:r>')]


def _commented(data: bytes) -> bytes:
    """Return a paper with a comment within an answer."""
    parts = unpack_parts(edited(data, _comment))
    parts["word/comments.xml"] = (
        f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="5" w:author="Jo" w:date="2026-11-20T10:00:00Z">'
        "<w:p><w:r><w:t>Too much?</w:t></w:r></w:p></w:comment></w:comments>"
    ).encode()
    for name, end, more in (
        ("[Content_Types].xml", b"</Types>", f'<Override PartName="/word/comments.xml" ContentType="{_KIND}"/>'),
        ("word/_rels/document.xml.rels", b"</Relationships>", _RELATION),
    ):
        parts[name] = parts[name].replace(end, more.encode() + end)
    return pack_parts(parts)


@pytest.fixture(scope="module")
def saved(
    word_files: Mapping[str, bytes], tool: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Return a folder with files as the newer LibreOffice saved them."""
    tool("apt-get")
    folder = tmp_path_factory.mktemp("newer")
    (folder / "sent").mkdir()
    for name in _PAPERS:
        (folder / "sent" / f"{name}.docx").write_bytes(word_files[name])
    paper = edited(word_files["J-TBN-DSA-01"], filled(_ITEM, _TRACKED), typed("Medicines and skin", "Medicines"))
    (folder / "sent" / "edited.docx").write_bytes(paper)
    (folder / "sent" / "commented.docx").write_bytes(_commented(word_files["J-TBN-DSA-01"]))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(map(str, (folder / "sent").glob("*.docx")))
    command = [str(fetch_newer_office()), profile, "--headless", "--convert-to", "docx", "--outdir", str(folder)]
    subprocess.run([*command, *files], check=True, capture_output=True, timeout=300)
    return folder


if os.environ.get("EVIDENCEPACK_FULL") == "1":

    @pytest.mark.parametrize("name", _PAPERS)
    def test_every_answer_is_found_by_its_tag(saved: Path, name: str, word_files: Mapping[str, bytes]) -> None:
        found = compare((saved / f"{name}.docx").read_bytes(), word_files[name])
        assert found.is_unchanged
        assert dict(found.found)[Layer.CONTROL] == found.places

    def test_what_was_typed_and_what_was_tracked_is_told(saved: Path, word_files: Mapping[str, bytes]) -> None:
        found = compare((saved / "edited.docx").read_bytes(), word_files["J-TBN-DSA-01"])
        told = {(one.old, one.new, one.by[0].author if one.by else "") for one in found.answers}
        assert told == {(_ITEM, "Interests and faith", "Jo"), ("Medicines and skin", "Medicines", "")}
        assert not (found.rows)
        assert not (found.wording)
        assert not (found.comments)

    def test_a_comment_within_an_answer_comes_home(saved: Path, word_files: Mapping[str, bytes]) -> None:
        found = compare((saved / "commented.docx").read_bytes(), word_files["J-TBN-DSA-01"])
        (comment,) = found.comments
        assert (comment.author, comment.words, comment.on) == ("Jo", "Too much?", _ITEM)
        assert [*found.answers, *found.wording, *found.rows] == []
