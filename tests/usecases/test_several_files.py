# SPDX-License-Identifier: MPL-2.0
"""Files that come together: each is looked at, and one that cannot be taken keeps none of the others back."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from tests.pack.annexed import A4, foreign
from tests.usecases.test_vetting import OPENS, locked

from evidencepack.bootstrap import Program
from evidencepack.guard.faults import StoppedError
from evidencepack.library.model import Field
from evidencepack.usecases import several_files
from evidencepack.usecases.several_files import look_at_files


@pytest.fixture
def field(program: Program) -> Field:
    return program.library["annex"].fields["file"]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    found = tmp_path / "Cover.pdf", tmp_path / "notes.txt", tmp_path / "Locked.pdf"
    for file, data in zip(found, (foreign(A4).data, b"Dear partner,", locked().data), strict=True):
        file.write_bytes(data)
    return found


def test_each_is_looked_at_and_told(field: Field, files: tuple[Path, Path, Path]) -> None:
    told: list[tuple[int, int, str]] = []
    cover, notes, shut = look_at_files(files, field, passwords={}, told=lambda *said: told.append(said), stop=Event())
    assert told == [(0, 3, "Cover.pdf"), (1, 3, "notes.txt"), (2, 3, "Locked.pdf")]
    assert cover.looked
    assert cover.looked.note == "It has 1 page."
    assert (notes.looked, notes.locked) == (None, False)
    assert "Save it as a PDF" in notes.problem
    assert (shut.looked, shut.locked) == (None, True)
    (opened,) = look_at_files(files[2:], field, passwords={files[2]: OPENS}, told=lambda *_: None, stop=Event())
    assert opened.looked


def test_what_is_too_much_at_once_is_left(
    field: Field, files: tuple[Path, Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    size = files[0].stat().st_size
    for room, fits in ((size, True), (size - 1, False)):
        monkeypatch.setattr(several_files, "MOST_TOGETHER", room)
        (one,) = look_at_files(files[:1], field, passwords={}, told=lambda *_: None, stop=Event())
        assert (one.looked is not None) == fits
        assert ("Bring it by itself" in one.problem) != fits


def test_nobody_waits_any_more(field: Field, files: tuple[Path, Path, Path]) -> None:
    stop = Event()
    with pytest.raises(StoppedError):
        look_at_files(files, field, passwords={}, told=lambda *_: stop.set(), stop=stop)
