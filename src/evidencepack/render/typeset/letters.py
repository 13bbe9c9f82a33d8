# SPDX-License-Identifier: MPL-2.0
"""The head and the end of a letter to strips."""

from __future__ import annotations

from collections.abc import Iterable

from evidencepack.blocks.blocks import Farewell, Letterhead
from evidencepack.blocks.inlines import Inlines
from evidencepack.render.emphasis import bold
from evidencepack.render.number import plain
from evidencepack.render.theme import TextStyle
from evidencepack.render.typeset.fields import letter_form
from evidencepack.render.typeset.flow import Flow, strips_of
from evidencepack.render.typeset.lines import line_width
from evidencepack.render.typeset.page import Line, Role, Rule
from evidencepack.render.typeset.strips import Strip

_Lines = list[tuple[float, float, Line]]


def set_letterhead(flow: Flow, head: Letterhead) -> None:
    """Set who writes, with the address at the right, and below a rule to whom, with the date at the right."""
    look = flow.theme.letter
    room = flow.measure - look.details - look.gap
    left, depth = _column(flow, (head.sender,), look.name, room)
    more, other = _column(flow, (head.other,), look.other, room)
    right, side = _column(flow, head.details, look.small, look.details)
    lines = [*left, *_lowered(more, depth), *_to_the_right(flow, right)]
    rule = max(depth + other, side) + look.above_rule
    flow.add([Strip(rule, lines, keep=True, marks=(Rule(0, rule, flow.measure, rule, look.rule),))])
    to, below = _column(flow, head.addressee, flow.theme.body, room)
    on, beside = _column(flow, (head.date,), flow.theme.body, look.details)
    strip = Strip(max(below, beside), [*to, *_to_the_right(flow, on)], keep=True)
    flow.add([strip] if strip.lines else [], before=look.below_rule, after=look.after)


def set_farewell(flow: Flow, farewell: Farewell) -> None:
    """Set the last words, room to sign above a line, and below it who signs and as what; all stay together."""
    look, body, signatory = flow.theme.letter, flow.theme.body, farewell.signatory
    words = flow.lines(farewell.words, flow.element(Role.P), body, width=flow.measure)
    flow.add([*(_kept(strip) for strip in strips_of(words, body))], before=body.before)
    lines, depth = _column(flow, (bold(signatory.name),), body, flow.measure)
    role, more = _column(flow, (signatory.role,), body, flow.measure)
    top = look.room + look.below_line
    below = [*_lowered(lines, top), *_lowered(role, top + depth)]
    strip = Strip(top + depth + more, below, marks=(Rule(0, look.room, look.line, look.room, look.rule),))
    name = plain(signatory.name, flow.measurer.numbered.labels)
    strip.marks += tuple(letter_form(name, line[0].stretch.element, look) for _, _, line in lines[:1])
    flow.add([strip], after=body.after)


def _kept(strip: Strip) -> Strip:
    strip.keep = True
    return strip


def _column(flow: Flow, paragraphs: Iterable[Inlines], style: TextStyle, width: float) -> tuple[_Lines, float]:
    """Return lines of paragraphs below each other, each an element of its own, and how deep they are."""
    lines: _Lines = []
    depth = 0.0
    for inlines in filter(None, paragraphs):
        for line in flow.lines(inlines, flow.element(Role.P), style, width=width):
            lines.append((0.0, depth + style.baseline, line))
            depth += style.pitch
    return lines, depth


def _lowered(lines: _Lines, depth: float) -> _Lines:
    return [(x, y + depth, line) for x, y, line in lines]


def _to_the_right(flow: Flow, lines: _Lines) -> _Lines:
    return [(flow.measure - line_width(line), y, line) for _, y, line in lines]
