# SPDX-License-Identifier: MPL-2.0
"""A theme as one tender needs it: wider margins, larger text, an organisation's own colour. Themes never change."""

from __future__ import annotations

import math
from collections.abc import Callable
from types import MappingProxyType
from typing import Any, TypeAlias

from evidencepack.domain.colour import Colour, readable
from evidencepack.render.theme import MM, STANDARD_SIZES, ClauseLevel, PageShape, TableLook, TextStyle, Theme

_Change: TypeAlias = Callable[[TextStyle], TextStyle]

_PITCH_STEP = 0.5
# What a date in a box to sign needs, in points.
_DATE = 56 * MM


def with_margins(theme: Theme, least: float) -> Theme:
    """Return the theme with no margin narrower than ``least`` millimetres; a reading measure stays while it fits.

    Header and footer stay where they are, in the margin.
    """
    portrait, landscape = _widened(theme.portrait, least), _widened(theme.landscape, least)
    lost = theme.portrait.measure - portrait.measure
    narrowed = _restyled(theme, lambda style: style._replace(right=max(style.right - lost, 0.0)))
    over = max(round(theme.figure.whole - portrait.measure, 6), 0.0)
    figure = narrowed.figure._replace(whole=theme.figure.whole - over, half=theme.figure.half - over / 2)
    split = min(theme.signature.split, max(portrait.measure - _DATE, portrait.measure / 2))
    signature = narrowed.signature._replace(split=split)
    return narrowed._replace(portrait=portrait, landscape=landscape, figure=figure, signature=signature)


def _widened(shape: PageShape, least: float) -> PageShape:
    edges = {edge: max(getattr(shape, edge), least * MM) for edge in ("left", "right", "top", "bottom")}
    return shape._replace(**edges)


def for_both_sides(theme: Theme) -> Theme:
    """Return the theme with landscape pages in the middle of their paper.

    A portrait sheet is bound at its long edge, so that left-hand pages turn their margins. A landscape page lies across
    the same sheet: bound above or below its text, with margins left and right that need not differ.
    """
    shape = theme.landscape
    edge = (shape.left + shape.right) / 2
    return theme._replace(landscape=shape._replace(left=edge, right=edge))


def with_least_size(theme: Theme, points: float) -> Theme:
    """Return the theme with no text smaller than ``points`` but in header and footer: tables, boxes and notes too."""
    least = _half(points)
    raised = _restyled(theme, lambda style: _sized(style, max(style.size, least)))
    sizes = {size: max(theme.table.size(size), least) for size in STANDARD_SIZES}
    table = _resized(theme.table, sizes, max(theme.table.smallest, least))
    return raised._replace(table=table, running=theme.running)


def with_body_size(theme: Theme, points: float) -> Theme:
    """Return the theme with body text of ``points``, all else in proportion but header, footer and a cover's title."""
    share = _half(points) / theme.body.size
    scaled = _restyled(theme, lambda style: _scaled(style, share))
    sizes = {size: _half(theme.table.size(size) * share) for size in STANDARD_SIZES}
    table = _resized(theme.table, sizes, _half(theme.table.smallest * share))
    return scaled._replace(
        table=table,
        running=theme.running,
        cover_title=theme.cover_title,
        cover=scaled.cover._replace(small_title=theme.cover.small_title),
        clauses=tuple(_moved(level, share) for level in scaled.clauses),
        bullets=theme.bullets._replace(text_at=theme.bullets.text_at * share),
        steps=theme.steps._replace(text_at=theme.steps.text_at * share),
        callout=scaled.callout._replace(label=theme.callout.label * share),
        signature=scaled.signature._replace(
            names=theme.signature.names * share,
            low_names=theme.signature.low_names * share,
        ),
    )


def with_full_measure(theme: Theme) -> Theme:
    """Return the theme with text as wide as the page, as most templates have it."""
    return _restyled(theme, lambda style: style._replace(right=0.0))


def with_accent(theme: Theme, colour: Colour) -> Theme:
    """Return the theme with another accent, darkened until words in it can be read on white and on a tint."""
    return theme._replace(colours=MappingProxyType({**theme.colours, "accent": str(readable(colour))}))


def _resized(look: TableLook, sizes: dict[float, float], smallest: float) -> TableLook:
    """Return a table's look with other sizes; where all are as large as on a cover, none has a cover's padding."""
    ordinary = max(size for standard, size in sizes.items() if standard < STANDARD_SIZES[-1])
    largest = sizes[STANDARD_SIZES[-1]]
    cover = largest if largest > ordinary else largest + 1
    return look._replace(sizes=MappingProxyType(sizes), smallest=smallest, cover_size=cover)


def _restyled(theme: Theme, change: _Change) -> Theme:
    """Return the theme with every style of text changed, also those of its boxes, clauses and headings."""
    return Theme._make(_changed(part, change) for part in theme)


def _changed(part: Any, change: _Change) -> Any:
    if isinstance(part, TextStyle):
        return change(part)
    if isinstance(part, tuple):
        changed = [_changed(one, change) for one in part]
        return part._make(changed) if hasattr(part, "_make") else tuple(changed)
    return part


def _sized(style: TextStyle, size: float) -> TextStyle:
    """Return a style in another size, with as much white between its lines in proportion."""
    if size == style.size:
        return style
    return style._replace(size=size, pitch=_half(style.pitch * size / style.size))


def _scaled(style: TextStyle, share: float) -> TextStyle:
    larger = _sized(style, _half(style.size * share))
    return larger._replace(before=_half(style.before * share), after=_half(style.after * share))


def _moved(level: ClauseLevel, share: float) -> ClauseLevel:
    return level._replace(number_at=level.number_at * share, text_at=level.text_at * share)


def _half(points: float) -> float:
    """Round up to half a point, the finest that Word holds."""
    return math.ceil(round(points / _PITCH_STEP, 6)) * _PITCH_STEP
