# SPDX-License-Identifier: MPL-2.0
"""Which places there are, as plain data: one stands in the navigation once it stands here. ``makers`` makes them."""

from __future__ import annotations

from typing import NamedTuple

from evidencepack.ui.shell import where


class Entry(NamedTuple):
    """A place: its name in ``Where``, and its words and icon in the navigation.

    ``of_tender``: it is there only while a tender is open. ``inside`` names the entry that it is a level below of: it
    has no line of its own in the navigation. ``key`` goes there.
    """

    place: str
    words: str
    icon: str
    of_tender: bool = False
    inside: str = ""
    key: str = ""


PLACES: tuple[Entry, ...] = (
    Entry(where.TENDER, "Tender", "clipboard-list", of_tender=True, key="Ctrl+1"),
    Entry(where.PARTNERS, "Partners", "users", of_tender=True, key="Ctrl+2"),
    Entry(where.DOCUMENTS, "Documents", "file-text", of_tender=True, key="Ctrl+3"),
    Entry(where.DOCUMENT, "Document", "file-text", of_tender=True, inside=where.DOCUMENTS),
    Entry(where.CHECK, "Check your answers", "list-checks", of_tender=True, inside=where.DOCUMENTS),
    Entry(where.READINESS, "Readiness", "list-checks", of_tender=True, key="Ctrl+4"),
    Entry(where.PACK, "Pack", "package", of_tender=True, key="Ctrl+5"),
    Entry(where.SIGN_OFF, "Sign-off", "pen-line", of_tender=True, key="Ctrl+6"),
    Entry(where.HISTORY, "History", "history", of_tender=True, key="Ctrl+7"),
    Entry(where.RECORD, "Record", "file-text", of_tender=True, inside=where.DOCUMENTS),
    Entry(where.ALL_TENDERS, "All tenders", "house", key="Ctrl+0"),
    Entry(where.LIBRARY, "Library", "library"),
    Entry(where.SETTINGS, "Settings", "settings", key="Ctrl+,"),
    Entry(where.HELP, "Help", "circle-question-mark", key="Shift+F1"),
)
"""In the order of the navigation: first the places of a tender, then those that are always there."""


def entry(place: str) -> Entry:
    """Return a place by its name; KeyError if there is none."""
    return {one.place: one for one in PLACES}[place]


def is_there(place: str) -> bool:
    """Whether there is such a place yet: links to others are left out."""
    return any(one.place == place for one in PLACES)


def in_navigation(*, of_tender: bool) -> tuple[Entry, ...]:
    """Return the entries of one of the two lists of the navigation."""
    return tuple(one for one in PLACES if one.of_tender is of_tender and not one.inside)
