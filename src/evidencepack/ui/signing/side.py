# SPDX-License-Identifier: MPL-2.0
"""Beside the register: the copy that is out for the chosen signature, where scans are dropped, and whom to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from evidencepack.domain.short_code import printed
from evidencepack.ui.places.sign_off_words import mark_of, person
from evidencepack.ui.signing.copy_words import copy_state, day_and_code
from evidencepack.ui.signing.since import touched_row
from evidencepack.ui.widgets.cards import Card, link
from evidencepack.ui.widgets.parts import button, fill, label, row
from evidencepack.ui.widgets.states import StateRow
from evidencepack.ui.words import say
from evidencepack.usecases.register import SignatureRow, Signing
from evidencepack.usecases.sign_changes import SignatureTouched
from evidencepack.usecases.sign_register import CopyLine, RegisterLine

_CHASED = 6
"""So many names stand in the card; all of them go into the text for an e-mail."""


class CopyWays(NamedTuple):
    """What can be done with a copy, and with the paper (its id) of a signature."""

    note: Callable[[CopyLine], None]
    print_it: Callable[[CopyLine], None]
    send: Callable[[str], None]
    compare: Callable[[SignatureTouched], None]


def is_done(one: RegisterLine) -> bool:
    """Whether a signature is recorded, and stands."""
    return one.row.state is Signing.SIGNED


def copy_card(one: RegisterLine, today: date, ways: CopyWays, touched: Sequence[SignatureTouched] = ()) -> Card:
    """Return what is out for a signature and what can be done with it; or the way to send it.

    ``touched`` are the signatures of its paper that changes have touched.
    """
    line, row_ = one.line, one.row
    paper = row_.paper
    title = say("For {who}", who=row_.organisation) if row_.organisation else person(row_)
    if line is None:
        send_it = button(say("Send for signing…"), lambda: ways.send(paper))
        send_it.setAccessibleName(say("Send {what} for signing", what=row_.reference))
        return Card(title, label(say("No copy has gone out from here."), "small"), row(send_it, None), gap=6)
    mark, words = copy_state(line)
    version = say("{words}: version {label}", words=words, label=line.version.label)
    state = StateRow(mark, version, day_and_code(line, today))
    told: list[QWidget] = []
    for each in touched:
        said = touched_row(each) if (each.line.copy.party, each.signer.person) == (row_.party, row_.person) else None
        if said is not None:
            told += [said, row(link(say("See the words…"), partial(ways.compare, each)), None)]
    if told:
        told.append(row(link(say("Send for signing…"), lambda: ways.send(paper)), None))
    code = printed(line.copy.code)
    noting = link(
        say("Note what happened…"), lambda: ways.note(line), name=say("Note what happened to copy {c}", c=code)
    )
    printing = link(say("Print this copy…"), lambda: ways.print_it(line), name=say("Print copy {c}", c=code))
    return Card(title, state, *told, row(noting, None), row(printing, None), gap=6)


def chase_card(rows: Sequence[SignatureRow], copy_text: Callable[[], None]) -> Card:
    """Return who is to be asked; those there is no room for are counted."""
    return Card(say("Whom to ask"), *_people(rows), row(link(say("Copy text to chase"), copy_text), None))


def _people(rows: Sequence[SignatureRow]) -> Iterator[QWidget]:
    for one in rows[:_CHASED]:
        yield StateRow(mark_of(one), person(one), ", ".join(filter(None, (one.organisation, one.title))))
    if len(rows) > _CHASED:
        yield label(say("and {n} more", n=len(rows) - _CHASED), "small")


def scans_card(choose: Callable[[], None]) -> QFrame:
    """Return where scans are dropped, with the button that does the same; the place round it takes them anywhere."""
    card = QFrame()
    card.setObjectName("drop")
    head = label(say("Drop scans or photos of signed pages here"), "strong")
    words = label(say("The codes on them say what they are. Nothing is noted until you have looked."), "small")
    parts = (head, words, row(button(say("Take in scans…"), choose), None))
    return fill(card, QVBoxLayout(card), parts, 6, (16, 14, 16, 14))
