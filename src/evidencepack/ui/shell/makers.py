# SPDX-License-Identifier: MPL-2.0
"""What makes each place of the registry. The module of a place is read when somebody first goes there.

Only the window knows this: places know the registry, so the registry knows no place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from evidencepack.ui.shell import where
from evidencepack.ui.shell.context import Context
from evidencepack.ui.shell.place import Place


def make_place(name: str, context: Context) -> Place:
    """Return a new place by its name in the registry; KeyError if there is none."""
    return _MAKERS[name](context)


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


_MAKERS: Mapping[str, Callable[[Context], Place]] = {
    where.TENDER: _tender,
    where.PARTNERS: _partners,
    where.DOCUMENTS: _documents,
    where.DOCUMENT: _document,
    where.CHECK: _check,
    where.READINESS: _readiness,
    where.PACK: _pack,
    where.SIGN_OFF: _sign_off,
    where.HISTORY: _history,
    where.RECORD: _record,
    where.ALL_TENDERS: _all_tenders,
    where.LIBRARY: _library,
    where.SETTINGS: _settings,
    where.HELP: _help,
}
