# SPDX-License-Identifier: MPL-2.0
"""Callouts to strips: boxes that split over pages only where they are nearly as tall as one."""

from __future__ import annotations

from evidencepack.blocks.blocks import Callout
from evidencepack.blocks.inlines import Inlines
from evidencepack.render.theme import TextStyle
from evidencepack.render.typeset.flow import Flow
from evidencepack.render.typeset.lines import line_width
from evidencepack.render.typeset.page import Box, Element, Line, Role
from evidencepack.render.typeset.prose import apart
from evidencepack.render.typeset.strips import Strip

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
        marks=(Box(0, 0, flow.measure, height, fill="tint1"), Box(0, 0, look.bar, height, fill="accent")),
    )
