# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from pathlib import Path

import pytest
from kind_versions import LOCK, changed_words, main, read_kinds, read_lock

from evidencepack.paths.resources import resource


def test_no_shipped_kind_has_other_words_than_its_version_had() -> None:
    kinds = resource("kinds")
    now, locked = read_kinds(kinds), read_lock(kinds)
    assert changed_words(now, locked) == (), "raise the version of these kinds, then run packaging/kind_versions.py"
    assert now == locked, "run packaging/kind_versions.py"


def test_the_lock_is_made_once_and_then_agrees(folder: Path) -> None:
    assert main([], folder) == 0
    assert read_lock(folder) == read_kinds(folder)
    first = (folder / LOCK).read_bytes()
    assert main([], folder) == 0
    assert (folder / LOCK).read_bytes() == first


def test_words_that_change_under_the_same_version_are_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([], folder)
    _edit(folder, "Why you work together.", "Why work together?")
    assert changed_words(read_kinds(folder), read_lock(folder)) == ("mou",)
    assert main([], folder) == 1
    assert "same version: mou" in capsys.readouterr().out
    assert read_lock(folder) != read_kinds(folder)


def test_they_are_taken_with_a_higher_version_or_before_any_release(folder: Path) -> None:
    main([], folder)
    _edit(folder, "Why you work together.", "Why work together?")
    assert main(["--unreleased"], folder) == 0
    _edit(folder, "Why work together?", "Why together?")
    _edit(folder, "version = 1", "version = 2")
    assert main([], folder) == 0
    assert read_lock(folder)["mou"].version == 2


def test_a_comment_is_not_words(folder: Path) -> None:
    main([], folder)
    _edit(folder, "[[signature]]", "# Here people sign.\n[[signature]]")
    assert read_kinds(folder) == read_lock(folder)


def _edit(folder: Path, old: str, new: str) -> None:
    file = folder / "documents" / "mou.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
