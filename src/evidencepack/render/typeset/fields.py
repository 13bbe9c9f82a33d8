# SPDX-License-Identifier: MPL-2.0
"""Where people type and sign on the screen: fields inside the printed box, below its small labels.

The paper looks the same with and without them: a field has no border and no ground of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from evidencepack.blocks.blocks import Entry, Signatory
from evidencepack.render.number import plain
from evidencepack.render.theme import LetterLook
from evidencepack.render.typeset.flow import Flow
from evidencepack.render.typeset.page import Element, FieldKind, FormField, Role, SignerForm

_TYPED = 12.0  # what viewers take at most when they choose the size themselves: so all words typed are of one size
_LINE = 20.0  # height of a line to type on, 26 pixels on a screen at 100 %
_ABOVE = 14.0  # how far such a line reaches above the baseline that the hand writes on
_FREE = 2.0  # between a field and the rule below it
_LEAST = 15.0  # height of a field for a name, if its label leaves that: in a lower one poppler sets 8 points

_SIGNATORY = "Signatory"  # what compose calls whoever signs for a party and is nothing else in the document


class Labels(NamedTuple):
    """The elements of the printed labels of a box."""

    signature: Element
    date: Element
    name: Element
    role: Element


class Rows(NamedTuple):
    """Depths in a box of the rule above the signature, of that below it, and of the box's foot."""

    top: float
    middle: float
    bottom: float


class _Area(NamedTuple):
    x: float
    y: float
    width: float
    height: float


def signer_form(flow: Flow, signatory: Signatory, labels: Labels, rows: Rows, *, slash_up: float) -> SignerForm:
    """Return the fields of one signatory, in the order in which their labels are read.

    Args:
        flow: gives the theme and the words of references.
        signatory: who is to sign; every field says for whom.
        labels: the printed labels; each field is read after its own, as a part of it.
        rows: the rules of the box.
        slash_up: how far above the middle rule the printed slashes of the date stand. The date typed stands there.
    """
    look = flow.theme.signature
    party = plain(signatory.party, flow.measurer.numbered.labels).strip()
    whose = f"signing{_for(party, signatory.capacity)}"
    under = look.label_pad + look.label.pitch
    left, right = look.side, look.split + look.side
    wide, narrow = look.split - 2 * look.side, flow.measure - look.split - 2 * look.side
    ink = _Area(left, rows.top + under, wide, rows.middle - rows.top - under - _FREE)
    date = _Area(right, rows.middle - slash_up - _ABOVE, narrow, _LINE)
    foot, baseline = rows.bottom - _FREE / 4, rows.middle + look.label_pad + look.label.baseline
    depth = max(baseline, min(rows.middle + under, foot - _LEAST))
    height = foot - depth
    return SignerForm(
        party or signatory.capacity,
        (
            _field(FieldKind.SIGNATURE, "signature", f"Signature, {whose}", ink, labels.signature),
            _field(FieldKind.LINE, "date", f"Date signed, as day, month and year, {whose}", date, labels.date),
            _field(
                FieldKind.WORDS,
                "name",
                f"Full name in capitals, {whose}",
                _Area(left, depth, wide, height),
                labels.name,
            ),
            _field(FieldKind.WORDS, "role", f"Role, {whose}", _Area(right, depth, narrow, height), labels.role),
        ),
    )


def letter_form(name: str, printed: Element, look: LetterLook) -> SignerForm:
    """Return the field above the line at the end of a letter; it is read before the name printed below the line."""
    area = _Area(0.0, _FREE, look.line, look.room - 2 * _FREE)
    return SignerForm(name, (_field(FieldKind.SIGNATURE, "signature", f"Signature of {name}", area, printed),))


class EntryArea(NamedTuple):
    """A cell that is left free: for what, its element, where its room begins and how wide it is."""

    entry: Entry
    element: Element
    x: float
    width: float


_ENTRIES = {
    Entry.SIGNATURE: (FieldKind.SIGNATURE, "Signature or initials"),
    Entry.INITIALS: (FieldKind.SIGNATURE, "Initials"),
    Entry.DATE: (FieldKind.LINE, "Date, as day, month and year"),
    Entry.WORDS: (FieldKind.WORDS, "In your words"),
}


def row_form(name: str, areas: Sequence[EntryArea], height: float) -> SignerForm:
    """Return the fields of a row of a list to initial; ``name`` is who is to fill them in, ``height`` the row's."""
    return SignerForm(
        name,
        tuple(
            _field(kind, entry, f"{words}, {name}", _Area(x, _FREE, width, height - 2 * _FREE), element)
            for entry, element, x, width in areas
            for kind, words in (_ENTRIES[entry],)
        ),
    )


def _for(party: str, capacity: str) -> str:
    """Say for whom somebody signs, and as what if that is more than a signatory of a party."""
    what = f" as {capacity}" if capacity != _SIGNATORY or not party else ""
    return f" for {party}{what}" if party else what


def _field(kind: FieldKind, name: str, label: str, area: _Area, printed: Element) -> FormField:
    element = Element(Role.FORM, printed, printed.block)
    return FormField(kind, name, label, *area, size=_TYPED if kind is FieldKind.LINE else 0.0, element=element)
