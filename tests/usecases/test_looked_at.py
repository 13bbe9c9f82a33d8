# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from pathlib import Path

import pytest
from tests.pack.annexed import A4, foreign

from evidencepack.guard import foreign_files
from evidencepack.guard.faults import TookTooLongError
from evidencepack.guard.pdf_files import ForeignPdf, OutlineEntry, PageLink
from evidencepack.guard.wire import to_bytes
from evidencepack.paths.workspace import CACHE, cache_folder
from evidencepack.usecases import looked_at
from evidencepack.usecases.enclosing import look_at

_DATA = b"%PDF-1.7 a certificate"
_PAGES = foreign(A4, (200.0, 100.5), outline=(OutlineEntry("Schedule", 1, 0),), links=(PageLink(1, 5, 5, 50, 9.5, 0),))


class Child:
    """Stands where the child that prints would be asked, and counts."""

    def __init__(self) -> None:
        self.asked = 0
        self.fails = False

    def read(self, data: bytes, **_how: object) -> ForeignPdf:
        assert data
        self.asked += 1
        if self.fails:
            raise TookTooLongError(10)
        return _PAGES


@pytest.fixture
def child(monkeypatch: pytest.MonkeyPatch) -> Child:
    made = Child()
    monkeypatch.setattr(foreign_files, "read_foreign", made.read)
    return made


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv(CACHE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_a_child_prints_a_file_once(child: Child, kept: Path) -> None:
    first, second = look_at("a.pdf", _DATA), look_at("b.pdf", _DATA)
    assert child.asked == 1
    assert first == second
    assert second.foreign == _PAGES
    assert len(list((kept / "annexes").iterdir())) == 1


def test_a_refusal_is_not_kept(child: Child, kept: Path) -> None:
    child.fails = True
    assert look_at("a.pdf", _DATA).problem
    assert not kept.exists()
    child.fails = False
    assert look_at("a.pdf", _DATA).foreign == _PAGES


def test_a_name_that_is_none_of_ours_is_refused_whatever_was_kept(child: Child, kept: Path) -> None:
    data = b"RIFF1234WEBP"
    assert look_at("photo.webp", data).foreign == _PAGES
    assert look_at("photo.xyz", data).problem
    assert (child.asked, len(list((kept / "annexes").iterdir()))) == (1, 1)


def test_what_was_spoiled_is_printed_anew(child: Child, kept: Path) -> None:
    look_at("a.pdf", _DATA)
    (file,) = (kept / "annexes").iterdir()
    file.write_bytes(file.read_bytes()[:-1])
    assert look_at("a.pdf", _DATA).foreign == _PAGES
    assert child.asked == 2


def test_an_answer_of_another_shape_is_printed_anew(child: Child, kept: Path) -> None:
    shelf = looked_at.kept_cache()
    assert shelf
    assert kept in shelf.folder.parents
    for other in (b"", to_bytes(("no pages",))):
        shelf.put(_DATA, looked_at.maker(), other)
        assert looked_at.kept_pages(_DATA) is None
    assert look_at("a.pdf", _DATA).foreign == _PAGES
    assert child.asked == 1


def test_another_printer_prints_it_anew(child: Child, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    look_at("a.pdf", _DATA)
    monkeypatch.setattr(looked_at, "maker", lambda: b"the next version")
    look_at("a.pdf", _DATA)
    assert child.asked == 2
    assert len(list((kept / "annexes").iterdir())) == 2


def test_without_a_folder_nothing_is_kept(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CACHE, "")
    assert cache_folder() is None
    look_at("a.pdf", _DATA)
    look_at("a.pdf", _DATA)
    assert child.asked == 2


def test_the_printers_are_told_by_their_own_files() -> None:
    said = looked_at.maker().decode()
    assert "cleaning.py" in said
    assert "pikepdf" in said
