# SPDX-License-Identifier: MPL-2.0
"""Which places there are. One stands in the navigation once it stands here; its module is read when it is gone to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from evidencepack.ui.shell import where
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.place import Place

Maker: TypeAlias = Callable[[Context], Place]


@dataclass(frozen=True, slots=True)
class Entry:
    """A place: its name in ``Where``, its words and icon in the navigation, and what makes it.

    ``of_tender``: it is there only while a tender is open. ``inside`` names the entry that it is a level below of: it
    has no line of its own in the navigation. ``key`` goes there.
    """

    place: str
    words: str
    icon: str
    make: Maker
    of_tender: bool = False
    inside: str = ""
    key: str = ""


def _all_tenders(context: Context) -> Place:
    from evidencepack.ui.places.all_tenders import AllTenders

    return AllTenders(context)


def _tender(context: Context) -> Place:
    from evidencepack.ui.places.tender_place import Tender

    return Tender(context)


def _documents(context: Context) -> Place:
    from evidencepack.ui.places.documents_place import Documents

    return Documents(context)


def _document(context: Context) -> Place:
    from evidencepack.ui.places.document_place import Document

    return Document(context)


def _history(context: Context) -> Place:
    from evidencepack.ui.places.history import History

    return History(context)


def _pack(context: Context) -> Place:
    from evidencepack.ui.places.pack import Pack

    return Pack(context)


def _sign_off(context: Context) -> Place:
    from evidencepack.ui.places.sign_off import SignOff

    return SignOff(context)


def _library(context: Context) -> Place:
    from evidencepack.ui.places.library_place import LibraryPlace

    return LibraryPlace(context)


def _partners(context: Context) -> Place:
    from evidencepack.ui.places.partners import Partners

    return Partners(context)


def _record(context: Context) -> Place:
    from evidencepack.ui.places.record_place import RecordForm

    return RecordForm(context)


def _check(context: Context) -> Place:
    from evidencepack.ui.places.check_answers import CheckAnswers

    return CheckAnswers(context)


def _readiness(context: Context) -> Place:
    from evidencepack.ui.places.readiness import Readiness

    return Readiness(context)


def _settings(context: Context) -> Place:
    from evidencepack.ui.places.settings.settings_place import Settings

    return Settings(context)


def _help(context: Context) -> Place:
    from evidencepack.ui.places.help_place import Help

    return Help(context)


PLACES: tuple[Entry, ...] = (
    Entry(where.TENDER, "Tender", "clipboard-list", _tender, of_tender=True, key="Ctrl+1"),
    Entry(where.PARTNERS, "Partners", "users", _partners, of_tender=True, key="Ctrl+2"),
    Entry(where.DOCUMENTS, "Documents", "file-text", _documents, of_tender=True, key="Ctrl+3"),
    Entry(where.DOCUMENT, "Document", "file-text", _document, of_tender=True, inside=where.DOCUMENTS),
    Entry(where.CHECK, "Check your answers", "list-checks", _check, of_tender=True, inside=where.DOCUMENTS),
    Entry(where.READINESS, "Readiness", "list-checks", _readiness, of_tender=True, key="Ctrl+4"),
    Entry(where.PACK, "Pack", "package", _pack, of_tender=True, key="Ctrl+5"),
    Entry(where.SIGN_OFF, "Sign-off", "pen-line", _sign_off, of_tender=True, key="Ctrl+6"),
    Entry(where.HISTORY, "History", "history", _history, of_tender=True, key="Ctrl+7"),
    Entry(where.RECORD, "Record", "file-text", _record, of_tender=True, inside=where.DOCUMENTS),
    Entry(where.ALL_TENDERS, "All tenders", "house", _all_tenders, key="Ctrl+0"),
    Entry(where.LIBRARY, "Library", "library", _library),
    Entry(where.SETTINGS, "Settings", "settings", _settings, key="Ctrl+,"),
    Entry(where.HELP, "Help", "circle-question-mark", _help, key="Shift+F1"),
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
