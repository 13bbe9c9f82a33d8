# SPDX-License-Identifier: MPL-2.0
"""What the window has done in another process to send a document out to be signed.

The function that begins with ``do_`` runs there. What it is handed and what it returns is plain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.signoff import SentVersion
from evidencepack.domain.values import FieldType, Scalar
from evidencepack.guard.worker import Told, Work
from evidencepack.guard.working import Line
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.press import Format
from evidencepack.ui.pressing import Order, read_order
from evidencepack.usecases.changes import SetAnswer
from evidencepack.usecases.confirming import all_confirmed, conformance_sentences
from evidencepack.usecases.sent_files import copies_for
from evidencepack.usecases.sent_text import (
    events_text,
    ground_text,
    read_events,
    read_ground,
    read_versions,
    versions_text,
)
from evidencepack.usecases.signing_off import Sending, SignGround, SignPress
from evidencepack.usecases.tab_sheets import tab_sheet_file


@dataclass(frozen=True, slots=True)
class SendWish:
    """What goes out: a document (the id of its record), for one organisation (an id; empty: all), and by whom.

    ``duplex``: for both sides of the paper; ``tabs``: with a sheet to stand before each copy; ``word``: as Word, too.
    ``changes``: those who signed before get a note of what has changed since, in place of a whole copy.
    """

    document: str
    partner: str
    by: str
    duplex: bool = False
    tabs: bool = False
    word: bool = True
    changes: bool = False


@dataclass(frozen=True, slots=True)
class MadeSending:
    """A version that is made and not kept yet, its tab sheets, and what is said of the files."""

    sending: Sending
    tabs: tuple[BuiltFile, ...]
    said: tuple[str, ...]
    confirmed: bool

    @property
    def version(self) -> SentVersion:
        """What goes out."""
        return self.sending.version


def ask_sending(work: Work, order: Order, ground: SignGround, wish: SendWish, told: Told) -> MadeSending:
    """Make the copies of a document, in another process; waits for it. Nothing is kept or written."""
    how = (wish.document, wish.partner, wish.by, wish.duplex, wish.tabs, wish.word, wish.changes)
    text, files, changes, events, again, tabs, said, confirmed = work.do(
        do_sending, told, *order.sent(), list(ground_text(ground)), how
    )
    (version,) = read_versions(text)
    sending = Sending(version, _files(files), tuple(_change(*one) for one in changes), read_events(events), again)
    return MadeSending(sending, tuple(_files(tabs).values()), tuple(said), confirmed)


def do_sending(line: Line, *sent: Any) -> Any:
    """Make the copies of a document."""
    *given, ground, how = sent
    document, partner, by, duplex, tabs, word, changes = how
    order, program = read_order(*given), Program()
    formats = tuple(Format) if word else (Format.PDF,)
    press = SignPress(program.library, program.press, order.pictures, formats, duplex, changes)
    sending = press.send(read_ground(ground), order.facts, document, by=by, progress=line.tell)
    copies = copies_for(sending.version, order.facts, partner)
    beside = [tab_sheet_file(sending.version, copies, program.press)] if tabs else []
    made = (*sending.files.values(), *beside)
    return (
        versions_text([sending.version]),
        [_plain(one) for one in sending.files.values()],
        [(str(one.path), one.type.value, str(one.value)) for one in sending.changes],
        events_text(sending.events),
        sending.again,
        [_plain(one) for one in beside],
        list(conformance_sentences(made)),
        all_confirmed(made),
    )


def _plain(one: BuiltFile) -> tuple[str, bytes, int]:
    return one.name, one.data, one.pages


def _files(plain: Sequence[tuple[str, bytes, int]]) -> Mapping[str, BuiltFile]:
    return {name: BuiltFile(name, data, pages, ()) for name, data, pages in plain}


def _change(path: str, type_: str, value: str) -> SetAnswer:
    kind = FieldType(type_)
    answer: Scalar = date.fromisoformat(value) if kind is FieldType.DATE else value
    return SetAnswer(FieldPath.parse(path), kind, answer)
