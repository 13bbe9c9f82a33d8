# SPDX-License-Identifier: MPL-2.0
"""Papers of the sample opened, edited and saved in the LibreOffice of Debian 12, which forgets every tag."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from tests.exchange.replies.walking import Walk, told_by
from tests.render.word.files import W, body_of, words_of

from evidencepack.exchange.replies.markers import Layer
from evidencepack.exchange.replies.report import Comparison
from evidencepack.usecases.replies import compare_reply

_EDITOR = Path(__file__).with_name("office_edits.py")
_PAPERS = ("E-TBN-MOU-01", "F-TBN-RACI-01", "J-TBN-DSA-01")
_EDITS = {
    "E-TBN-MOU-01": (
        ("replace", "third connector", "fourth connector"),
        ("tracked", "2030", "2031"),
        ("take_row", "Joint triage"),
        ("tracked", "deal with small things", "settle small things"),
        ("tracked", "Ropewalk Works", "Rope Lane Works"),
        ("tracked", "l.zolkiewski@leamarsh", "lukasz@leamarsh"),
        ("track", True),
        ("across", "education corporation", "Fieldgate Campus", "place: New Campus"),
        ("track", False),
        ("update",),
    ),
    "F-TBN-RACI-01": (
        ("retype", "Log and answer each referral", 3, "I"),
        ("replace", "At the daily huddle", "By noon"),
        ("take_row", "Deliver adoption coaching"),
        ("add_row", "Stands in", "Data Lead", "Maitree", "Ana Silva", "nobody"),
        ("tracked", "has the final say", "decides"),
    ),
    "J-TBN-DSA-01": (
        ("replace", "Home entry", "Front door"),
        ("take_row", "Interests, faith and groups"),
        ("add_row", "ZZ000001", "Ana’s", "Standards Met", "None", "ZZ000009"),
        ("tracked", "use is lawful", "use is allowed"),
        ("replace", "requires it; or", "demands it; or"),
    ),
    "pack": (
        ("replace", "Log and answer each referral", "Log and reply to each referral"),
        ("retype", "Decide to accept, hold", 3, "I"),
        ("take_row", "Respond to a breach and tell partners"),
        ("tracked", "has the final say", "decides"),
        ("update",),
    ),
}
_WALKED = ("E-TBN-MOU-01", "J-TBN-DSA-01")
_FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
_SEEDS = range(24 if _FULL else 2)
_PRINTED = _PAPERS if _FULL else _PAPERS[:2]


@pytest.fixture(scope="module")
def saved(
    word_files: Mapping[str, bytes], tool: Callable[[str], Path], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Return a folder with papers as they were sent, and in its folder "back" as LibreOffice saved them."""
    folder = tmp_path_factory.mktemp("replies")
    for name in ("pack", *_PAPERS):
        for file in (f"{name}.docx", f"edited-{name}.docx"):
            (folder / file).write_bytes(word_files[name])
    edits: dict[str, object] = {f"edited-{name}": done for name, done in _EDITS.items()}
    for seed in _SEEDS:
        paper = word_files[_WALKED[seed % len(_WALKED)]]
        (folder / f"walk-{seed}.docx").write_bytes(paper)
        edits[f"walk-{seed}"] = Walk(paper, seed).steps
    (folder / "edits.json").write_text(json.dumps({**edits, "printed": _PRINTED}), "utf-8")
    command = ["/usr/bin/python3", str(_EDITOR), str(tool("soffice")), str(folder)]
    subprocess.run(command, check=True, capture_output=True, timeout=900 if _FULL else 300)
    return folder


def _compared(folder: Path, name: str) -> Comparison:
    return compare_reply(folder / f"{name}.docx", folder / "back" / f"{name}.docx")


def _pages(file: Path) -> list[str]:
    with pypdfium2.PdfDocument(file) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


@pytest.mark.parametrize("name", ["pack", *_PAPERS])
def test_a_file_that_was_only_saved_has_no_change(saved: Path, name: str) -> None:
    found = _compared(saved, name)
    assert found.is_unchanged
    assert dict(found.found)[Layer.CONTROL] == 0
    assert dict(found.found)[Layer.BOOKMARK] + dict(found.found)[Layer.WORDS] == found.places
    assert not found.lost_its_markers


@pytest.mark.parametrize("name", _PRINTED)
def test_numbers_and_headers_hold_when_a_saved_file_is_opened_again(saved: Path, name: str) -> None:
    before, after = (_pages(saved / "back" / f"{name}.{when}.pdf") for when in ("before", "after"))
    assert len(before) == len(after)
    assert _numbered(before) == _numbered(after)
    assert _running(before) == _running(after) != set()


def _numbered(pages: list[str]) -> list[str]:
    """Return the lines that begin with a number of a clause or of a page, in order."""
    lines = [line.strip() for page in pages for line in page.splitlines()]
    return [line for line in lines if re.match(r"\d+(\.\d+)* |\([a-z]\) |Page ", line)]


def _running(pages: list[str]) -> set[str]:
    """Return what stands on every page, but for its number."""
    return set.intersection(
        *({re.sub(r"Page \d+", "Page", line.strip()) for line in page.splitlines()} for page in pages)
    )


_TOLD = {
    "E-TBN-MOU-01": {
        ("30 June 2030", "30 June 2031"),
        (
            "a third connector within 5 working days from the relief list",
            "a fourth connector within 5 working days from the relief list",
        ),
        ("removed", "Daily handover huddle"),
        ("deal with small things", "settle small things"),
        ("l.zolkiewski@leamarsh.example", "lukasz@leamarsh.example"),
        ("Further education corporation", "Further"),
        ("Fieldgate Campus, 1 Fieldgate, London E97 7GH", "place: New Campus, 1 Fieldgate, London E97 7GH"),
        ("education corporation. Address: Fieldgate Campus", "place: New Campus"),
        ("Unit 4, Ropewalk Works, 12 Ropewalk, London E97 2AB", "Unit 4, Rope Lane Works, 12 Ropewalk, London E97 2AB"),
    },
    "F-TBN-RACI-01": {
        ("C", "I"),
        ("At the daily huddle", "By noon"),
        ("removed", "R-19"),
        ("added", "Data Lead"),
        ("has the final say", "decides"),
    },
    "J-TBN-DSA-01": {
        ("Home entry, key-safe arrangement and fire risk", "Front door, key-safe arrangement and fire risk"),
        ("removed", "Interests, faith and groups"),
        ("added", "Ana’s"),
        ("the law requires it; or", "the law demands it; or"),
        ("use is lawful", "use is allowed"),
    },
    "pack": {
        ("Log and answer each referral", "Log and reply to each referral"),
        ("A", "I"),
        ("removed", "R-15"),
        ("has the final say", "decides"),
    },
}


@pytest.mark.parametrize("name", list(_EDITS))
def test_edits_are_reported_exactly_and_nothing_else_is(saved: Path, name: str) -> None:
    found = _compared(saved, f"edited-{name}")
    told = {(one.old, one.new) for one in found.answers} | {(row.kind.value, row.cells[0]) for row in found.rows}
    told |= {(one.by[0].words, one.by[1].words) if one.by else (one.old, one.new) for one in found.wording}
    assert told == _TOLD[name]
    assert not found.comments


def test_a_change_that_is_tracked_within_an_answer_is_told_with_who_made_it(saved: Path) -> None:
    by = {one.new: [two.words for two in one.by] for one in _compared(saved, "edited-E-TBN-MOU-01").answers}
    assert by["30 June 2031"] == ["2030", "2031"]
    assert by["Unit 4, Rope Lane Works, 12 Ropewalk, London E97 2AB"] == ["Ropewalk Works", "Rope Lane Works"]


def test_a_list_of_contents_made_anew_has_the_papers_in_order(saved: Path) -> None:
    body = body_of((saved / "back" / "edited-pack.docx").read_bytes())
    lines = [line for line in body.iter(f"{W}p") if _style(line) == "Contents1"]
    assert [words_of(line)[: len("Appendix A")] for line in lines[1:4]] == ["Appendix A", "Appendix B", "Appendix C"]


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


@pytest.mark.parametrize("seed", _SEEDS)
def test_a_random_walk_is_told_and_nothing_else(saved: Path, seed: int) -> None:
    sent = (saved / f"walk-{seed}.docx").read_bytes()
    found = compare_reply(saved / f"walk-{seed}.docx", saved / "back" / f"walk-{seed}.docx")
    assert told_by(found) == Walk(sent, seed).told
