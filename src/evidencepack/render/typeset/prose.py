# SPDX-License-Identifier: MPL-2.0
"""Paragraphs, headings and lists to strips."""

from __future__ import annotations

from evidencepack.blocks.blocks import Block, Bullets, Heading, Numbering, Paragraph, Style
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.render.keeping import introduces, keeps_next_item, leads_into, opens_table
from evidencepack.render.number import plain
from evidencepack.render.theme import TextStyle, Theme
from evidencepack.render.typeset.attributes import Attributes
from evidencepack.render.typeset.flow import Flow, strips_of
from evidencepack.render.typeset.lines import line_width
from evidencepack.render.typeset.page import Element, Line, Piece, Role, Rule, Stretch
from evidencepack.render.typeset.strips import Strip


def paragraph_style(theme: Theme, style: Style) -> TextStyle:
    """Return the look of a paragraph."""
    return {
        Style.BODY: theme.body,
        Style.LEAD: theme.lead,
        Style.OPENER: theme.label,
        Style.FACTS: theme.facts,
        Style.NOTE: theme.note,
        Style.COVER_NAME: theme.cover_name,
        Style.COVER_LABEL: theme.cover_label,
        Style.COVER_TITLE: theme.cover_title,
        Style.COVER_LINE: theme.cover_line,
    }[style]


def set_paragraph(flow: Flow, paragraph: Paragraph, following: Block | None = None) -> None:
    """Set a paragraph. One that ends with a colon, or stands before a table or a box, keeps with what follows.

    A label above a title is read as the beginning of the title: without it, a list of headings names no document.
    """
    kind = paragraph.style
    style = paragraph_style(flow.theme, kind)
    if kind is Style.OPENER and isinstance(following, Heading):
        title = flow.sections.begin_heading(following.level, _next(flow.block))
        element = flow.element(Role.SPAN, title)
    else:
        element = flow.heading(1) if kind is Style.COVER_TITLE else flow.element(Role.P)
    heading = kind is Style.COVER_TITLE
    lines = flow.lines(paragraph.inlines, element, style, width=flow.measure - style.right, heading=heading)
    if kind is Style.COVER_TITLE and len(lines) > flow.theme.cover.long_title:
        style = flow.theme.cover.small_title
        lines = flow.lines(paragraph.inlines, element, style, width=flow.measure - style.right, heading=heading)
    if kind is Style.OPENER:
        lines = apart(lines)
    strips = strips_of(lines, style, keep=kind is Style.OPENER or leads_into(paragraph, following))
    if kind is Style.OPENER:
        _rule_above(flow, strips[0])
    more = flow.theme.table.introduced if opens_table(paragraph, following) else 0.0
    flow.add(strips, before=style.before, after=style.after + more)
    if introduces(paragraph.inlines):
        flow.keep_last()


def _next(block: str) -> str:
    """Return the name of the block after one."""
    section, _, number = block.rpartition(".")
    return f"{section}.{int(number) + 1}"


def _rule_above(flow: Flow, strip: Strip) -> None:
    weight, gap = flow.theme.label_rule, flow.theme.label_gap
    lower(strip, weight + gap)
    strip.marks += (Rule(0, weight / 2, flow.measure, weight / 2, weight, "accent"),)


def lower(strip: Strip, depth: float) -> None:
    """Make room above the words of a strip."""
    strip.height += depth
    strip.lines = [(x, y + depth, line) for x, y, line in strip.lines]


def heading_inlines(heading: Heading) -> Inlines:
    """Return the words of a heading with its number: "Schedule 1: Contributions"."""
    if heading.numbering is Numbering.NONE or not heading.label:
        return heading.inlines
    return (Text(f"{heading.label}: "), *heading.inlines)


def set_heading(flow: Flow, heading: Heading) -> None:
    """Set a heading; it keeps with at least two lines of what follows."""
    look = flow.theme.small_heading if heading.small else flow.theme.heading
    style = look(heading.level)
    element = flow.heading(heading.level)
    inlines = heading_inlines(heading)
    lines = flow.lines(inlines, element, style, width=flow.measure, heading=True)
    strips = strips_of(lines, style, keep=True)
    if heading.aside:
        _aside(flow, heading.aside, element, strips)
    strips[0].anchors = (heading.anchor,) if heading.anchor else ()
    if heading.level == 2:
        strips[0].outline = (2, plain(inlines, flow.measurer.numbered.labels))
    flow.add(strips, before=style.before, after=style.after)


def _aside(flow: Flow, aside: Inlines, element: Element, strips: list[Strip]) -> None:
    """Put small words after the last line of a heading, or on lines of their own if there is no room."""
    style, last = flow.theme.aside, strips[-1]
    x = line_width(last.lines[-1][2]) + flow.theme.tag_gap
    last.lines[-1] = (*last.lines[-1][:2], _with_comma(last.lines[-1][2], element))
    lines = flow.lines(aside, element, style, width=flow.measure)
    if x + line_width(lines[0]) <= flow.measure and len(lines) == 1:
        last.lines.append((x, last.lines[-1][1], lines[0]))
    else:
        strips += strips_of(lines, style, keep=True)


def _with_comma(line: Line, element: Element) -> Line:
    """Return a line that ends with a space that is read as a comma: what stands beside it is no part of the title."""
    last = line[-1]
    comma = Element(Role.SPAN, element, element.block, Attributes(actual=", "))
    alone = Stretch(last.stretch.face, comma, colour=last.stretch.colour)
    return (*line, Piece(last.dx + last.width, 0.0, last.size, " ", alone))


def apart(lines: list[Line]) -> list[Line]:
    """Return lines of a text that ends with a space: another stands beside it. Words broken over lines stay whole."""
    return [*lines[:-1], *map(spaced, lines[-1:])]


def spaced(line: Line) -> Line:
    """Return a line that ends with a space, so that what stands beside it reads as another word."""
    last = line[-1]
    return line if last.text.endswith(" ") else (*line[:-1], last._replace(text=f"{last.text} "))


def set_bullets(flow: Flow, bullets: Bullets) -> None:
    """Set a list with bullets or numbers; neither its first item nor its last is alone on its page."""
    theme = flow.theme
    look = theme.steps if bullets.numbered else theme.bullets
    numbering = "Decimal" if bullets.numbered else "Disc"
    parent = Element(Role.L, flow.root, flow.block, Attributes(list_numbering=numbering))
    last = len(bullets.items) - 1
    for number, item in enumerate(bullets.items):
        entry = flow.element(Role.LI, parent)
        sign = str(number + 1) if bullets.numbered else look.sign
        label = flow.label(sign, flow.element(Role.LBL, entry), theme.body)
        body = flow.element(Role.LBODY, entry)
        lines = flow.lines(item, body, theme.body, width=flow.measure - look.text_at - theme.body.right)
        strips = strips_of(lines, theme.body, x=look.text_at)
        strips[0].lines.insert(0, (0.0, theme.body.baseline, label))
        flow.add(strips, after=look.last if number == last else look.between)
        if keeps_next_item(number, len(bullets.items)):
            flow.keep_last()
