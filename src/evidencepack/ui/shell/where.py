# SPDX-License-Identifier: MPL-2.0
"""Where somebody can be in the window: the one address that findings, search, preview, register and history lead to."""

from __future__ import annotations

from typing import NamedTuple

from evidencepack.domain.fieldpath import FieldPath


class Where(NamedTuple):
    """A place of the registry, and what in it.

    ``part`` is a page of the place, such as a step ("3"), "check" or "appearance"; ``record`` the record that is open;
    ``field`` the answer, and ``start`` and ``end`` characters of it, where ``end`` is behind the last one and both are
    0 for all of it. ``tender`` is the id of another tender that has to be opened first.
    """

    place: str
    record: str = ""
    field: FieldPath | None = None
    start: int = 0
    end: int = 0
    part: str = ""
    tender: str = ""


ALL_TENDERS = "all-tenders"
TENDER = "tender"
PARTNERS = "partners"
DOCUMENTS = "documents"
DOCUMENT = "document"
CHECK = "check"
RECORD = "record"
READINESS = "readiness"
PACK = "pack"
SIGN_OFF = "sign-off"
HISTORY = "history"
LIBRARY = "library"
SETTINGS = "settings"
HELP = "help"

ON = "on"
"""The part of a form at which one carries on."""


def in_record(record: str, field: FieldPath | None = None, *, start: int = 0, end: int = 0) -> Where:
    """Return where a record that is no document is asked about, such as an organisation, or an answer of it."""
    return Where(RECORD, record, field, start, end)


def in_document(record: str, field: FieldPath | None = None, *, start: int = 0, end: int = 0) -> Where:
    """Return where a document, an answer of it, or characters of the answer stand."""
    return Where(DOCUMENT, record, field, start, end)
