# SPDX-License-Identifier: MPL-2.0
"""Levels of governance as a figure: which meetings each level has, and who decides when a concern goes up, how fast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from evidencepack.blocks.blocks import Block, Paragraph
from evidencepack.blocks.figures import Group, Level
from evidencepack.blocks.inlines import Inline, Inlines, Text, Value
from evidencepack.compose.bound import Answered, Item
from evidencepack.compose.counting import counted, lower_first, sentence_case
from evidencepack.compose.figures.levels import levels_figure
from evidencepack.compose.layouts.parts import no_rows, note_of
from evidencepack.compose.printing import printed
from evidencepack.compose.scope import Scope
from evidencepack.domain.values import Number
from evidencepack.library.model import Choice, Schedule

_ESCALATION = "escalation_levels"
_ORDER = ("strategic", "risk", "operational")
"""From the top down; a tier of another name stands below them."""


def governance_levels(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return the figure of the meetings by what they are for, and of the table ``escalation_levels``.

    The lowest arrow carries the first level of escalation; the topmost one the last ones.
    """
    meetings, steps = scope.rows(schedule.of), scope.rows(_ESCALATION)
    for rows in (meetings, steps):
        if not rows.items:
            return no_rows(schedule, rows)
    tiers = _tiers(scope, meetings.items)
    if not tiers:
        return (Paragraph(printed(scope, scope.step(meetings.items[0], "tier"))),)
    arrows = _arrows([_decides(scope.of_row(item), item) for item in _sorted(scope, steps.items)], len(tiers))
    levels = [
        Level(
            (Text(sentence_case(tier.id.replace("_", " "))),),
            (Text(lower_first(tier.label)),),
            tuple(_group(scope.of_row(item), item) for item in items),
            arrow,
            decides=place == 0,
        )
        for place, ((tier, items), arrow) in enumerate(zip(tiers, arrows, strict=True))
    ]
    title = f"{sentence_case(counted(len(levels), 'level'))}: who meets, who decides, how fast"
    return (replace(levels_figure(levels, title=(Text(title),)), note=note_of(schedule, scope)),)


def _tiers(scope: Scope, items: Sequence[Item]) -> list[tuple[Choice, list[Item]]]:
    """Return the tiers that have meetings, from the top down."""
    found: dict[str, tuple[Choice, list[Item]]] = {}
    for item in items:
        tier = scope.step(item, "tier")
        if isinstance(tier, Answered):
            choice = next((choice for choice in tier.field.choices if choice.id == tier.value), None)
            if choice is not None:
                found.setdefault(choice.id, (choice, []))[1].append(item)
    order = [*(name for name in _ORDER if name in found), *(name for name in found if name not in _ORDER)]
    return [found[name] for name in order]


def _group(scope: Scope, item: Item) -> Group:
    when, chair = (printed(scope, scope.step(item, name)) for name in ("day_time", "chair"))
    lines = (when, (Text("Chair "), *chair) if chair else ())
    return Group(printed(scope, scope.step(item, "name")), tuple(line for line in lines if line))


def _sorted(scope: Scope, items: Sequence[Item]) -> list[Item]:
    """Return levels of escalation by their number; those without one come last."""

    def rank(item: Item) -> tuple[bool, Decimal]:
        level = scope.step(item, "level")
        if isinstance(level, Answered) and isinstance(level.value, Number):
            return False, level.value.amount
        return True, Decimal(0)

    return sorted(items, key=rank)


def _decides(scope: Scope, item: Item) -> Inlines:
    level, who, within = (printed(scope, scope.step(item, name)) for name in ("level", "who_decides", "decide_within"))
    named = tuple(_bold(inline) for inline in (Text("Level "), *level))
    return (*named, Text(" "), *who, Text(", "), *within)


def _bold(inline: Inline) -> Inline:
    return replace(inline, bold=True) if isinstance(inline, Text | Value) else inline


def _arrows(steps: Sequence[Inlines], levels: int) -> list[Inlines]:
    """Return what stands beside the arrow below each level, from the top down."""
    own, rest = list(steps[: levels - 1]), steps[levels - 1 :]
    own += [()] * (levels - 1 - len(own))
    top = tuple(inline for place, step in enumerate(rest) for inline in ((Text(". "), *step) if place else step))
    return [top, *reversed(own)]
