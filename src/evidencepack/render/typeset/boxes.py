# SPDX-License-Identifier: MPL-2.0
"""Callouts and signatory boxes to strips: boxes that never split over pages."""

from __future__ import annotations

from dataclasses import replace

from evidencepack.blocks.blocks import Callout, Signatory, Signature
from evidencepack.blocks.inlines import Inline, Inlines, LineBreak, Link, Text
from evidencepack.render.keeping import boxes_to_sign
from evidencepack.render.theme import SignatureLook, TextStyle
from evidencepack.render.typeset.fields import Labels, Rows, signer_form
from evidencepack.render.typeset.flow import Flow, strips_of
from evidencepack.render.typeset.lines import Line, line_width
from evidencepack.render.typeset.page import Box, Element, Role, Rule
from evidencepack.render.typeset.prose import apart
from evidencepack.render.typeset.strips import Strip

_HEAD_LINES = 6
# A callout leaves room for its heading on the same page.
_TALLEST = 0.75


def set_callout(flow: Flow, callout: Callout) -> None:
    """Set a shaded box with a bar at its left. One that is nearly as tall as a page splits between its lines."""
    look = flow.theme.callout
    lines = _callout_lines(flow, callout)
    parts = _parts(lines, _TALLEST * flow.depth)
    for number, part in enumerate(parts):
        strip = _box(flow, part)
        last = number == len(parts) - 1
        flow.add([strip], before=0.0 if number else look.before, after=look.after if last else 0.0)


_Lines = list[tuple[float, float, Line]]


def _callout_lines(flow: Flow, callout: Callout) -> _Lines:
    """Return the lines of a callout from the top of its first line."""
    look, element = flow.theme.callout, flow.element(Role.DIV)
    width = flow.measure - 2 * look.side
    title = flow.element(Role.P, element)
    aside = flow.lines(callout.aside, title, look.aside, width=width / 2) if callout.aside else []
    room = width - (max(map(line_width, aside)) + look.side if aside else 0.0)
    lines: _Lines = []
    y = 0.0
    heading = flow.lines(callout.title, title, look.title, width=room)
    for line in apart(heading) if aside else heading:
        lines.append((look.side, y + look.title.baseline, line))
        y += look.title.pitch
    for number, line in enumerate(aside):
        x = flow.measure - look.side - line_width(line)
        lines.append((x, number * look.aside.pitch + look.title.baseline, line))
    y = max(y, len(aside) * look.aside.pitch) + look.title.after
    for label, words in callout.rows:
        paragraph = flow.element(Role.P, element)
        y = _callout_row(flow, (label, words), paragraph, lines, y)
    return lines


def _callout_row(flow: Flow, row: tuple[Inlines, Inlines], element: Element, lines: _Lines, y: float) -> float:
    """Add a row of label and words; return where the next one begins."""
    look, (label, words) = flow.theme.callout, row
    bold = TextStyle(look.text.size, look.text.pitch, bold=True)
    left = flow.lines(label, element, bold, width=look.label - 6) if label else []
    indent = look.label if left else 0.0
    right = flow.lines(words, element, look.text, width=flow.measure - 2 * look.side - indent)
    for number, line in enumerate(apart(left)):
        lines.append((look.side, y + number * look.text.pitch + look.text.baseline, line))
    for number, line in enumerate(right):
        lines.append((look.side + indent, y + number * look.text.pitch + look.text.baseline, line))
    return y + max(len(left), len(right)) * look.text.pitch + look.text.after


def _parts(lines: _Lines, room: float) -> list[_Lines]:
    """Cut lines into parts of at most ``room`` points; one part unless the callout is taller than a page."""
    parts: list[_Lines] = [[]]
    top = 0.0
    for x, y, line in lines:
        if y - top > room - 6 and parts[-1]:
            parts.append([])
            top = y - 12
        parts[-1].append((x, y - top, line))
    return parts


def _box(flow: Flow, lines: _Lines) -> Strip:
    look = flow.theme.callout
    drop = look.text.pitch - look.text.baseline
    height = look.top + max(y for _, y, _ in lines) + drop + look.bottom
    return Strip(
        height,
        [(x, y + look.top, line) for x, y, line in lines],
        boxes=[Box(0, 0, flow.measure, height, fill="tint1"), Box(0, 0, look.bar, height, fill="accent")],
    )


def set_signature(flow: Flow, signature: Signature) -> None:
    """Set a box to sign by hand for each signatory, never split over pages; the last is never alone on its page."""
    look = boxes_to_sign(flow.theme.signature, len(signature.signatories))
    last = len(signature.signatories) - 1
    for place, signatory in enumerate(signature.signatories):
        element = flow.element(Role.DIV)
        head = flow.lines(_head_words(signatory), flow.element(Role.P, element), look.head, width=_inner(flow))
        if len(head) > _HEAD_LINES:
            flow.add(strips_of(head, look.head, keep=True))
            head = []
        flow.add([_signatory(flow, look, signatory, head, element)], after=look.after)
        if place == last - 1:
            flow.keep_last()


def _inner(flow: Flow) -> float:
    return flow.measure - 2 * flow.theme.signature.side


def _head_words(signatory: Signatory) -> Inlines:
    """Return who signs: "Signatory for Maitree Community Trust, expected: Rabeya Sultana, Chair of Trustees"."""
    first = Text(f"{signatory.capacity} for " if signatory.party else signatory.capacity, bold=True)
    words: Inlines = (first, *(_bold(inline) for inline in signatory.party))
    if signatory.name:
        words = (*words, Text(" expected: "), *signatory.name)
    if signatory.role:
        words = (*words, Text(", " if signatory.name else " "), *signatory.role)
    return words


def _bold(inline: Inline) -> Inline:
    return inline if isinstance(inline, Link | LineBreak) else replace(inline, bold=True)


def _signatory(flow: Flow, look: SignatureLook, signatory: Signatory, head: list[Line], element: Element) -> Strip:
    """Return the box: who is expected, a row for signature and date, a row for name and role."""
    measure = flow.measure
    top = len(head) * look.head.pitch + 2 * look.head_pad if head else 0.0
    middle, bottom = top + look.signature, top + look.signature + look.names
    strip = Strip(bottom)
    strip.lines = [
        (look.side, look.head_pad + number * look.head.pitch + look.head.baseline, line)
        for number, line in enumerate(head)
    ]
    if head:
        strip.boxes.append(Box(0, 0, measure, top, fill="tint1"))
    strip.boxes.append(Box(0, 0, measure, bottom, outline="ink", weight=look.outline))
    strip.rules = [
        *([Rule(0, top, measure, top, look.outline)] if head else []),
        Rule(0, middle, measure, middle, look.outline),
        Rule(look.split, top, look.split, bottom, look.outline),
    ]
    labels = []
    for x, y, words in (
        (0.0, top, "Signature (inside this box, black or blue ink)"),
        (look.split, top, "Date signed (day / month / year)"),
        (0.0, middle, "Full name in capitals"),
        (look.split, middle, "Role"),
    ):
        labels.append(flow.element(Role.P, element))
        room = (measure - look.split if x else look.split) - 2 * look.side
        strip.lines += [
            (x + look.side, y + look.label_pad + number * look.label.pitch + look.label.baseline, line)
            for number, line in enumerate(apart(flow.lines((Text(words),), labels[-1], look.label, width=room)))
        ]
    strip.forms = [signer_form(flow, signatory, Labels(*labels), Rows(top, middle, bottom), slash_up=look.slash_up)]
    _slashes(flow, strip, middle)
    return strip


def _slashes(flow: Flow, strip: Strip, y: float) -> None:
    """Draw the two slashes of the date: signs for the hand, not words for the ear."""
    look = flow.theme.signature
    width = flow.measure - look.split
    slash = flow.sign("/", look.slash)
    strip.signs = [slash._replace(x=look.split + width * part, y=y - look.slash_up) for part in (0.22, 0.45)]
