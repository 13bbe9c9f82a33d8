# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from pathlib import Path

from evidencepack.store.doorplate import hang_doorplate, read_doorplate, take_doorplate


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
