# SPDX-License-Identifier: MPL-2.0
"""Notes on exports that are under way: whatever stands where they are kept, the program starts."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from evidencepack.paths.unfinished import put_all_right
from evidencepack.paths.workspace import EXPORTS


def test_a_place_for_notes_that_may_not_be_looked_into_stops_no_start(
    as_an_ordinary_person: Callable[[], AbstractContextManager[Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with as_an_ordinary_person() as folder:
        place = folder / "locked" / "exports"
        place.mkdir(parents=True)
        monkeypatch.setenv(EXPORTS, str(place))
        for one in (place, place.parent):
            one.chmod(0)
            assert list(put_all_right()) == []
        place.parent.chmod(0o700)


@pytest.mark.parametrize("what", ["nothing", "a file", "notes that are none"])
def test_a_place_for_notes_that_holds_none_stops_no_start(
    what: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    place = tmp_path / "exports"
    if what == "a file":
        place.write_bytes(b"x")
    elif what != "nothing":
        (place / "folder.json").mkdir(parents=True)
        (place / "cut.json").write_bytes(b'{"folder": 1')
    monkeypatch.setenv(EXPORTS, str(place))
    assert list(put_all_right()) == []
