# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import os
from pathlib import Path

import pytest

from evidencepack.paths.sealed_cache import SealedCache

_SOURCE, _MAKER, _MADE = b"the policy of Ferrybank", b"printer 1", b"its pages " * 40


@pytest.fixture
def shelf(tmp_path: Path) -> SealedCache:
    return SealedCache(tmp_path / "cache" / "annexes", 4000)


def files(shelf: SealedCache) -> list[Path]:
    return sorted(shelf.folder.iterdir()) if shelf.folder.is_dir() else []


@pytest.mark.parametrize("made", [b"", b"\0\0", _MADE, bytes(range(256)) * 3])
def test_what_was_kept_comes_back(shelf: SealedCache, made: bytes) -> None:
    shelf.put(_SOURCE, _MAKER, made)
    assert shelf.get(_SOURCE, _MAKER) == made


def test_another_source_or_another_maker_finds_nothing(shelf: SealedCache) -> None:
    shelf.put(_SOURCE, _MAKER, _MADE)
    assert shelf.get(_SOURCE + b".", _MAKER) is None
    assert shelf.get(_SOURCE, b"printer 2") is None


def test_nothing_of_it_can_be_read_without_the_source(shelf: SealedCache) -> None:
    shelf.put(_SOURCE, _MAKER, _MADE)
    (file,) = files(shelf)
    kept = file.read_bytes()
    assert b"pages" not in kept
    assert len(set(kept)) > 150  # ten letters over and over would give ten


def test_an_entry_that_is_changed_in_any_byte_counts_as_none(shelf: SealedCache) -> None:
    shelf.put(_SOURCE, _MAKER, b"page")
    (file,) = files(shelf)
    whole = file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert shelf.get(_SOURCE, _MAKER) is None
    for changed in (b"", whole[:-1], whole + b"\0"):
        file.write_bytes(changed)
        assert shelf.get(_SOURCE, _MAKER) is None
    file.write_bytes(whole)
    assert shelf.get(_SOURCE, _MAKER) == b"page"


def test_an_entry_in_the_place_of_another_counts_as_none(shelf: SealedCache) -> None:
    shelf.put(_SOURCE, _MAKER, _MADE)
    (first,) = files(shelf)
    shelf.put(b"other", _MAKER, b"x")
    second = next(one for one in files(shelf) if one != first)
    second.replace(first)
    assert shelf.get(_SOURCE, _MAKER) is None


def test_what_was_not_asked_for_the_longest_goes_first(shelf: SealedCache) -> None:
    sources = [b"a", b"b", b"c", b"d"]
    for number, source in enumerate(sources):
        shelf.put(source, _MAKER, bytes(900))
        for file in files(shelf):
            if file.stat().st_mtime > 1000:
                os.utime(file, (number, number))  # set by hand: clocks of disks are coarse
    assert shelf.get(b"a", _MAKER) == bytes(900)  # asked for now, so that "b" is the oldest
    shelf.put(b"e", _MAKER, bytes(900))
    assert [shelf.get(source, _MAKER) is not None for source in (*sources, b"e")] == [True, False, True, True, True]


def test_as_many_bytes_as_there_is_room_for_are_kept_and_not_one_more(tmp_path: Path) -> None:
    head = 36
    for most, count in ((4 * (1000 + head), 4), (4 * (1000 + head) - 1, 3)):
        shelf = SealedCache(tmp_path / str(most), most)
        for source in (b"a", b"b", b"c", b"d"):
            shelf.put(source, _MAKER, bytes(1000))
        assert len(files(shelf)) == count


def test_what_is_larger_than_a_quarter_is_not_kept(shelf: SealedCache) -> None:
    shelf.put(_SOURCE, _MAKER, bytes(1001))
    assert files(shelf) == []
    shelf.put(_SOURCE, _MAKER, bytes(1000))
    assert len(files(shelf)) == 1


def test_a_folder_that_cannot_be_had_is_only_empty(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    shelf = SealedCache(tmp_path / "file" / "annexes", 4000)
    shelf.put(_SOURCE, _MAKER, _MADE)
    assert shelf.get(_SOURCE, _MAKER) is None
