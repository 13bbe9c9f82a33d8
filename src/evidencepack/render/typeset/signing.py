# SPDX-License-Identifier: MPL-2.0
"""Boxes to sign to strips: never split over pages, of one height on a page, each page with what is signed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from evidencepack.blocks.blocks import Block, Signatory, Signature
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.render.emphasis import bold
from evidencepack.render.keeping import boxes_to_sign, has_note
from evidencepack.render.theme import SignatureLook
from evidencepack.render.typeset.fields import Labels, Rows, signer_form
from evidencepack.render.typeset.flow import Flow, strips_of
from evidencepack.render.typeset.page import Box, Element, Furniture, Line, Role, Rule
from evidencepack.render.typeset.prose import apart
from evidencepack.render.typeset.strips import SignerBox, Strip

EXPECTED = "\u2003expected: "
"""What stands between a party in bold and who is to sign for it."""

_HEAD_LINES = 6
_LABELS = (
    "Signature (inside this box, black or blue ink)",
    "Date signed (day / month / year)",
    "Full name in capitals",
    "Role",
)


class _Inside(NamedTuple):
    """What a box holds in both of its heights: the lines of its head, and each of its labels with its lines."""

    head: list[Line]
    labels: list[tuple[Element, list[Line]]]


def set_signature(flow: Flow, signature: Signature, following: Block | None = None) -> None:
    """Set the statement and a box for each signatory; the last is never alone on its page, nor small print after it."""
    look = boxes_to_sign(flow.theme.signature, len(signature.signatories))
    again = _statement(flow, signature.statement)
    last, labels = len(signature.signatories) - 1, _labels(flow)
    for place, signatory in enumerate(signature.signatories):
        first = len(flow.strips)
        _set_box(flow, look, signatory, labels)
        flow.strips[first].again = again
        if place == last - 1 or (place == last and has_note(following)):
            flow.keep_last()


def _statement(flow: Flow, words: Inlines) -> Sequence[Strip]:
    """Set what is signed, and return its lines as they are shown again."""
    if not words:
        return ()
    style = flow.theme.body
    lines = flow.lines(words, flow.element(Role.P), style, width=flow.measure - style.right)
    flow.add(strips_of(lines, style, keep=True), before=style.before, after=style.after)
    again = strips_of(lines, style)
    again[-1].height += style.after
    return again


def _set_box(flow: Flow, look: SignatureLook, signatory: Signatory, labels: Sequence[Sequence[Line]]) -> None:
    """Add the box, which can be had in the other height; a head of too many lines stands above it."""
    high, low = flow.theme.signature, boxes_to_sign(flow.theme.signature, flow.theme.signature.many + 1)
    element = flow.element(Role.DIV)
    head = flow.balanced(_head_words(signatory), flow.element(Role.P, element), look.head, width=_inner(flow))
    if len(head) > _HEAD_LINES:
        flow.add(strips_of(head, look.head, keep=True))
        head = []
    setting = partial(
        _signatory, flow, flow.block, signatory, _Inside(head, [_owned(flow, element, lines) for lines in labels])
    )
    box = setting(look)
    box.other = partial(setting, high if box.low else low)
    flow.add([box], after=look.after)


def _inner(flow: Flow) -> float:
    return flow.measure - 2 * flow.theme.signature.side


def _head_words(signatory: Signatory) -> Inlines:
    """Return who signs: "Signatory for Maitree Community Trust  expected: Rabeya Sultana, Chair of Trustees"."""
    first = Text(f"{signatory.capacity} for " if signatory.party else signatory.capacity, bold=True)
    words: Inlines = (first, *bold(signatory.party))
    if signatory.name:
        words = (*words, Text(EXPECTED), *signatory.name)
    if signatory.role:
        words = (*words, Text(", " if signatory.name else " "), *signatory.role)
    return words


def _labels(flow: Flow) -> list[list[Line]]:
    """Set the small labels of boxes, in reading order: they are the same in all of them but for their elements."""
    look, labels = flow.theme.signature, []
    for words, room in zip(_LABELS, (look.split, flow.measure - look.split) * 2, strict=True):
        labels.append(apart(flow.lines((Text(words),), flow.root, look.label, width=room - 2 * look.side)))
    return labels


def _owned(flow: Flow, box: Element, lines: Sequence[Line]) -> tuple[Element, list[Line]]:
    """Return a label of one box, which has an element of its own, with its lines."""
    label = flow.element(Role.P, box)
    return label, [
        tuple(piece._replace(stretch=piece.stretch._replace(element=label)) for piece in line) for line in lines
    ]


def _signatory(flow: Flow, owner: str, signatory: Signatory, inside: _Inside, look: SignatureLook) -> SignerBox:
    """Return the box: who is expected, a row for signature and date, a row for name and role."""
    measure, head = flow.measure, inside.head
    top = len(head) * look.head.pitch + 2 * look.head_pad if head else 0.0
    middle, bottom = top + look.signature, top + look.signature + look.names
    strip = SignerBox(bottom, low=look.signature < flow.theme.signature.signature, owner=owner)
    strip.lines = [
        (look.side, look.head_pad + number * look.head.pitch + look.head.baseline, line)
        for number, line in enumerate(head)
    ]
    if head:
        strip.marks = (Box(0, 0, measure, top, fill="tint1"), Rule(0, top, measure, top, look.outline))
    places = ((0.0, top), (look.split, top), (0.0, middle), (look.split, middle))
    for (x, y), (_, lines) in zip(places, inside.labels, strict=True):
        strip.lines += [
            (x + look.side, y + look.label_pad + number * look.label.pitch + look.label.baseline, line)
            for number, line in enumerate(lines)
        ]
    labels = Labels(*(label for label, _ in inside.labels))
    strip.marks += (
        Box(0, 0, measure, bottom, outline="ink", weight=look.outline),
        Rule(0, middle, measure, middle, look.outline),
        Rule(look.split, top, look.split, bottom, look.outline),
        signer_form(flow, signatory, labels, Rows(top, middle, bottom), slash_up=look.slash_up),
        *_slashes(flow, middle),
    )
    return strip


def _slashes(flow: Flow, y: float) -> Iterator[Furniture]:
    """Give the two slashes of the date: signs for the hand, not words for the ear."""
    look = flow.theme.signature
    width = flow.measure - look.split
    slash = flow.sign("/", look.slash)
    return (slash._replace(x=look.split + width * part, y=y - look.slash_up) for part in (0.22, 0.45))
