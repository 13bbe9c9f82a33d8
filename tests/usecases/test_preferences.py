# SPDX-License-Identifier: MPL-2.0
"""Settings are kept in a file of their own; one that cannot be read is no reason not to start."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidencepack.usecases.preferences import Colours, Preferences, Typeface, read_preferences, write_preferences

_OTHERS = Preferences(
    colours=Colours.CONTRAST,
    text_size=150,
    typeface=Typeface.EASIER,
    fewer_movements=True,
    announce_saving=False,
    preview=False,
    pages_share=38,
    small_pages=True,
    recent=("C:\\Tenders\\Siân “new”.evidencepack", "/srv/x/a\tb\x7f.evidencepack"),
    put_off={"CHK-RQ-01 a/b": "2027-02-16"},
    to_fix={"01a20846-fe00": 4},
    checked={"01a20846-fe00": "2027-02-15"},
)


@pytest.mark.parametrize("preferences", [Preferences(), _OTHERS], ids=["usual", "others"])
def test_what_is_written_is_read_again(tmp_path: Path, preferences: Preferences) -> None:
    file = tmp_path / "evidencepack" / "settings.toml"
    write_preferences(file, preferences)

    assert read_preferences(file) == (preferences, "")


def test_without_a_file_the_usual_ones_are_on(tmp_path: Path) -> None:
    assert read_preferences(tmp_path / "settings.toml") == (Preferences(), "")


@pytest.mark.parametrize("data", [b"", b"colours = ", b"\xff\xfe", b"[["], ids=["empty", "cut", "no text", "no TOML"])
def test_a_broken_file_is_said_and_the_usual_ones_are_on(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(data)

    preferences, note = read_preferences(file)

    assert preferences == Preferences()
    assert note == "Your settings cannot be read, so the usual ones are on. Your tenders are not touched."


def test_a_folder_in_its_place_is_said_too(tmp_path: Path) -> None:
    assert read_preferences(tmp_path)[1].startswith("Your settings cannot be read")


def test_values_that_mean_nothing_are_left_out_and_the_others_kept(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('colours = "mauve"\ntext_size = 1000\ntypeface = 3\nrecent = "x"\nfewer_movements = true\n')

    assert read_preferences(file) == (Preferences(fewer_movements=True), "")


def test_the_last_eight_files_are_remembered_each_once() -> None:
    preferences = Preferences()
    for name in "abcdefghijb":
        preferences = preferences.with_recent(name)

    assert preferences.recent == ("b", "j", "i", "h", "g", "f", "e", "d")
