# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from pathlib import Path

from evidencepack.store.doorplate import (
    hang_doorplate,
    is_knocking,
    knock,
    read_doorplate,
    take_doorplate,
    take_knock,
)


def test_the_text_says_who_until_it_is_taken(path: Path) -> None:
    hang_doorplate(path, "by Jane")
    assert read_doorplate(path) == "by Jane"
    take_doorplate(path)
    assert read_doorplate(path) == ""
    assert list(path.parent.iterdir()) == []


def test_a_folder_that_takes_no_files_is_no_hindrance(tmp_path: Path) -> None:
    absent = tmp_path / "absent" / "w.evidencepack"
    hang_doorplate(absent, "by Jane")
    take_doorplate(absent)
    assert read_doorplate(absent) == ""


def test_what_is_not_text_says_nothing(path: Path) -> None:
    path.with_name(f"{path.name}.open.txt").write_bytes(b"\xff\xfe")
    assert read_doorplate(path) == ""


def test_a_knock_waits_until_somebody_takes_it(path: Path) -> None:
    assert not is_knocking(path)
    assert knock(path)
    assert is_knocking(path)
    assert knock(path), "a second one is the same knock"
    assert take_knock(path)
    assert not is_knocking(path)
    assert not take_knock(path)
    assert list(path.parent.iterdir()) == []


def test_where_nothing_can_be_written_nobody_can_knock(tmp_path: Path) -> None:
    absent = tmp_path / "absent" / "w.evidencepack"
    assert not knock(absent)
    assert not is_knocking(absent)
