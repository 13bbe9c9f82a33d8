# SPDX-License-Identifier: MPL-2.0
"""What the next start makes of a journal: of one that was cut short, damaged, out of date, or never ours."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from evidencepack.paths.journal import MARK, NEW, Journal, Step
from evidencepack.paths.staging import End, put_right, staging_in


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _contents(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


@pytest.fixture
def cut(tmp_path: Path) -> Journal:
    """Return an export that was cut short when its first file of two had been moved in."""
    old, new = {"a.pdf": b"old a", "b.pdf": b"old b"}, {"a.pdf": b"new a", "b.pdf": b"new b", "c/d.pdf": b"new d"}
    staging = staging_in(tmp_path)
    for name, data in old.items():
        (tmp_path / name).write_bytes(data)
    for name, data in new.items():
        (staging / NEW / name).parent.mkdir(parents=True, exist_ok=True)
        (staging / NEW / name).write_bytes(data)
    steps = tuple(Step(name, _sha(data), _sha(old[name]) if name in old else "") for name, data in new.items())
    journal = Journal(tmp_path, staging, steps, ("c",))
    journal.hold()
    (tmp_path / MARK).touch()
    (staging / NEW / "a.pdf").replace(tmp_path / "a.pdf")
    return journal


def test_it_is_finished(cut: Journal) -> None:
    assert put_right(cut.folder, cut.staging) is End.FINISHED
    assert _contents(cut.folder) == {"a.pdf": b"new a", "b.pdf": b"new b", "c/d.pdf": b"new d"}


def test_where_a_new_file_was_damaged_meanwhile_it_is_taken_back(cut: Journal) -> None:
    (cut.staging / NEW / "b.pdf").write_bytes(b"new")
    assert put_right(cut.folder, cut.staging) is End.TAKEN_BACK
    assert _contents(cut.folder) == {"a.pdf": b"old a", "b.pdf": b"old b"}


def test_where_a_folder_stands_in_the_way_it_is_taken_back(cut: Journal) -> None:
    (cut.folder / "c").write_bytes(b"somebody's own")
    assert put_right(cut.folder, cut.staging) is End.TAKEN_BACK
    assert _contents(cut.folder) == {"a.pdf": b"old a", "b.pdf": b"old b", "c": b"somebody's own"}


def test_what_somebody_wrote_meanwhile_is_kept_beside(cut: Journal) -> None:
    (cut.folder / "b.pdf").write_bytes(b"with my notes")
    put_right(cut.folder, cut.staging)
    assert _contents(cut.folder) == {
        "a.pdf": b"new a", "b.pdf": b"new b", "b (kept 1).pdf": b"with my notes", "c/d.pdf": b"new d",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["../outside.pdf", "/outside.pdf", "c/../../outside.pdf", "CON", ""])
def test_a_journal_that_names_a_place_outside_the_folder_is_not_followed(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "shared"
    staging = folder / ".evidencepack-1.part"
    (staging / NEW).mkdir(parents=True)
    (staging / NEW / "outside.pdf").write_bytes(b"theirs")
    steps = [{"name": name, "new": _sha(b"theirs"), "old": "", "beside": ""}]
    (staging / "journal.json").write_text(json.dumps({"steps": steps, "made": []}))
    assert put_right(folder, staging) is End.NOTHING_CHANGED
    assert list(tmp_path.rglob("*")) == [folder]


@pytest.mark.parametrize("said", ["", "{", "[]", '{"steps": [1], "made": []}', '{"steps": {}, "made": 1}'])
def test_a_journal_that_cannot_be_read_changes_nothing(tmp_path: Path, said: str) -> None:
    staging = tmp_path / ".evidencepack-1.part"
    staging.mkdir()
    (staging / "journal.json").write_text(said)
    (tmp_path / "a.pdf").write_bytes(b"a")
    assert put_right(tmp_path, staging) is End.NOTHING_CHANGED
    assert list(tmp_path.iterdir()) == [tmp_path / "a.pdf"]
