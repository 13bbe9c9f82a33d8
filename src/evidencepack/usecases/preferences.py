# SPDX-License-Identifier: MPL-2.0
"""How a person wants the window: kept in a file of their own, beside no tender."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from evidencepack.library.problems import Problems
from evidencepack.library.toml_file import read_toml
from evidencepack.paths.files import write_atomically

TEXT_SIZES = (100, 110, 125, 150, 175, 200)
"""Sizes of text in per cent."""

_MOST_RECENT, _WHOLE = 8, 100
_BROKEN = "Your settings cannot be read, so the usual ones are on. Your tenders are not touched."


class Colours(StrEnum):
    """Which colours the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Typeface(StrEnum):
    """Which letters the window has."""

    USUAL = "source-sans"
    EASIER = "atkinson"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a person has chosen. ``recent`` are workspace files, the last one first.

    ``put_off`` says until which day (ISO) a next step rests, by its key; ``to_fix`` how many things had to be fixed in
    a tender when it was last checked, by its id, and ``checked`` on which day (ISO) that was. ``preview``: the pages
    stand beside the form where there is room, ``small_pages``: and small ones beside them; ``pages_share`` is what the
    pages have of the room, in per cent (0: the usual); ``help_beside``: help stands there in their place.
    """

    colours: Colours = Colours.SYSTEM
    text_size: int = 100
    typeface: Typeface = Typeface.USUAL
    fewer_movements: bool = False
    announce_saving: bool = True
    check_spelling: bool = True
    preview: bool = True
    small_pages: bool = False
    pages_share: int = 0
    help_beside: bool = False
    recent: tuple[str, ...] = ()
    put_off: Mapping[str, str] = field(default_factory=dict)
    to_fix: Mapping[str, int] = field(default_factory=dict)
    checked: Mapping[str, str] = field(default_factory=dict)

    def with_recent(self, file: str) -> Preferences:
        """Return them with a workspace file as the one that was open last."""
        others = tuple(name for name in self.recent if name != file)
        return replace(self, recent=(file, *others)[:_MOST_RECENT])


def read_preferences(file: Path) -> tuple[Preferences, str]:
    """Return what a person chose, and a sentence if the file cannot be read; then the usual settings are on."""
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return Preferences(), ""
    except OSError:
        return Preferences(), _BROKEN
    problems = Problems(file.name)
    top = read_toml(data, problems)
    return (Preferences(), _BROKEN) if problems.found else (_read(top), "")


def write_preferences(file: Path, preferences: Preferences) -> None:
    """Keep what a person chose.

    Raises:
        CannotWriteError: the file is as it was before.
    """
    write_atomically(file, ("\n".join(_lines(preferences)) + "\n").encode())


def _read(top: Mapping[str, object]) -> Preferences:
    usual = Preferences()
    recent, put_off, to_fix, checked = (top.get(key) for key in ("recent", "put_off", "to_fix", "checked"))
    size, share = top.get("text_size"), top.get("pages_share")
    return Preferences(
        colours=_chosen(Colours, top.get("colours"), usual.colours),
        text_size=size if isinstance(size, int) and size in TEXT_SIZES else usual.text_size,
        typeface=_chosen(Typeface, top.get("typeface"), usual.typeface),
        fewer_movements=top.get("fewer_movements") is True,
        announce_saving=top.get("announce_saving") is not False,
        check_spelling=top.get("check_spelling") is not False,
        preview=top.get("preview") is not False,
        small_pages=top.get("small_pages") is True,
        pages_share=share if isinstance(share, int) and 0 <= share <= _WHOLE else 0,
        help_beside=top.get("help_beside") is True,
        recent=tuple(str(name) for name in recent)[:_MOST_RECENT] if isinstance(recent, list) else (),
        put_off={str(key): str(day) for key, day in put_off.items()} if isinstance(put_off, dict) else {},
        to_fix={key: n for key, n in to_fix.items() if isinstance(n, int)} if isinstance(to_fix, dict) else {},
        checked={str(key): str(day) for key, day in checked.items()} if isinstance(checked, dict) else {},
    )


_Choice = TypeVar("_Choice", bound=StrEnum)


def _chosen(choices: type[_Choice], said: object, usual: _Choice) -> _Choice:
    return next((choice for choice in choices if choice.value == said), usual)


def _lines(preferences: Preferences) -> Iterator[str]:
    yield f"colours = {_quoted(preferences.colours)}"
    yield f"text_size = {preferences.text_size}"
    yield f"typeface = {_quoted(preferences.typeface)}"
    yield f"fewer_movements = {str(preferences.fewer_movements).lower()}"
    yield f"announce_saving = {str(preferences.announce_saving).lower()}"
    yield f"check_spelling = {str(preferences.check_spelling).lower()}"
    yield f"preview = {str(preferences.preview).lower()}"
    yield f"small_pages = {str(preferences.small_pages).lower()}"
    yield f"pages_share = {preferences.pages_share}"
    yield f"help_beside = {str(preferences.help_beside).lower()}"
    yield f"recent = [{', '.join(map(_quoted, preferences.recent))}]"
    yield "[put_off]"
    yield from (f"{_quoted(key)} = {_quoted(day)}" for key, day in sorted(preferences.put_off.items()))
    yield "[to_fix]"
    yield from (f"{_quoted(tender)} = {number}" for tender, number in sorted(preferences.to_fix.items()))
    yield "[checked]"
    yield from (f"{_quoted(tender)} = {_quoted(day)}" for tender, day in sorted(preferences.checked.items()))


def _quoted(text: str) -> str:
    """Return a text as TOML writes it: as JSON does, but for one character that JSON leaves alone."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
