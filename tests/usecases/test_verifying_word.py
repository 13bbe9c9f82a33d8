# SPDX-License-Identifier: MPL-2.0
"""Word files beside what was issued: as they were, saved again, with another answer, or without what they say."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.issue import Issue
from evidencepack.domain.record import Facts
from evidencepack.exchange.replies.says import word_says
from evidencepack.guard.faults import GuardError
from evidencepack.pack.manifest import manifest
from evidencepack.pack.press import Format
from evidencepack.render.word.manifest import NAMESPACE
from evidencepack.usecases.exporting import Exporter
from evidencepack.usecases.verifying import Issues, Standing, Verdict, verify

_DAY = "2027-02-14T10:00:00.000000Z"


@pytest.fixture(scope="module")
def issued(program: Program, sample_facts: Facts, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Issues]:
    """A paper as a Word file, and the issues of a workspace that has it in its only one, under other bytes."""
    folder = tmp_path_factory.mktemp("word")
    exporter = Exporter(program.library, program.press, (Format.DOCX,))
    made = exporter.export_document(sample_facts, "TBN-CS-01", folder, progress=lambda *_: None)
    listed = manifest("T-1", "2027-02-14", made.files).decode()
    issue = Issue("i", "t", "T-1", 4, _DAY, "Siân", "2027-02-14", "0.1", (), (), manifest=listed)
    return folder / made.files[0].name, Issues((issue,), lambda _sha256: b"")


def rewritten(file: Path, into: Path, change: Callable[[str, bytes], bytes]) -> Path:
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return into


def judged(file: Path, known: Issues | None) -> Verdict:
    (found,) = verify([file], known)
    return found


def test_a_word_file_that_was_only_saved_again_is_told_with_what_it_was(
    issued: tuple[Path, Issues], tmp_path: Path
) -> None:
    file, known = issued
    found = judged(rewritten(file, tmp_path / "again.docx", lambda _name, data: data), known)
    assert (found.standing, found.name, found.issue) == (Standing.CHANGED, file.name, known.issues[0])
    assert "of issue 4, and was changed since, or saved again. Its answers are as they were" in found.sentence


def test_a_word_file_in_which_an_answer_was_changed_says_so(issued: tuple[Path, Issues], tmp_path: Path) -> None:
    file, known = issued

    def change(name: str, data: bytes) -> bytes:
        return data.replace(b"Back to the allotment", b"Back to the garden") if name == "word/document.xml" else data

    found = judged(rewritten(file, tmp_path / "changed.docx", change), known)
    assert found.standing is Standing.CHANGED
    assert "it no longer says the answer that it said" in found.sentence


def test_without_a_workspace_it_is_only_what_the_file_says(issued: tuple[Path, Issues]) -> None:
    found = judged(issued[0], None)
    assert found.standing is Standing.CLAIMED
    assert "says that it is TBN-CS-01, version 1.0. Unproven" in found.sentence


def test_a_word_file_of_ours_that_says_something_else_than_any_issue_was_never_issued(
    issued: tuple[Path, Issues],
) -> None:
    assert judged(issued[0], Issues((), lambda _sha256: b"")).standing is Standing.NOT_ISSUED


@pytest.mark.parametrize("content", [{}, {"word/document.xml": b"<no>"}, {"a.txt": b"hello"}])
def test_what_is_no_word_file_of_ours_is_unknown(
    issued: tuple[Path, Issues], tmp_path: Path, content: Mapping[str, bytes]
) -> None:
    with zipfile.ZipFile(tmp_path / "other.docx", "w") as other:
        for name, data in {**content, "empty": b""}.items():
            other.writestr(name, data)
    assert judged(tmp_path / "other.docx", issued[1]).standing is Standing.UNKNOWN


def test_a_word_file_whose_manifest_was_dropped_says_nothing(issued: tuple[Path, Issues], tmp_path: Path) -> None:
    bare = rewritten(
        issued[0],
        tmp_path / "bare.docx",
        lambda _name, data: b"<nothing/>" if NAMESPACE.encode() in data and b"<manifest" in data else data,
    )
    assert word_says(bare.read_bytes()) is None
    assert judged(bare, issued[1]).standing is Standing.UNKNOWN


def test_what_cannot_be_opened_is_refused() -> None:
    with pytest.raises(GuardError):
        word_says(b"PK\x03\x04 not really")
