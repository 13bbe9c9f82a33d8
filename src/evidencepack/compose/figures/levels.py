# SPDX-License-Identifier: MPL-2.0
"""The figure of governance levels, and the words that stand for it: every word in it, in the order a concern goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidencepack.blocks.blocks import Figure
from evidencepack.blocks.figures import GovernanceLevels, Level
from evidencepack.blocks.inlines import Inlines
from evidencepack.compose.counting import counted, sentence_case
from evidencepack.compose.plain import plain


def levels_figure(levels: Sequence[Level], *, title: Inlines = ()) -> Figure:
    """Return the figure of levels from the top down.

    Raises:
        ValueError: if there is no level.
    """
    governance = GovernanceLevels(tuple(levels))
    return Figure("", 0, 0, alt=levels_words(governance), title=title, drawing=governance)


def levels_words(governance: GovernanceLevels) -> str:
    """Return what the figure says, from the lowest level up: who meets, who decides, within what time."""
    upwards = governance.levels[::-1]
    named = ", ".join(plain(level.name) for level in upwards)
    opening = f"{sentence_case(counted(len(upwards), 'level'))}, from the lowest up: {named}."
    return " ".join([opening, *(words for level in upwards for words in _level(level))])


def _level(level: Level) -> Iterator[str]:
    if level.reached:
        yield _ended(f"An arrow leads up to {plain(level.name)}: {plain(level.reached)}")
    purpose = f" ({plain(level.purpose)})" if level.purpose else ""
    last_word = ", the level with the final say" if level.decides else ""
    groups = "; ".join(", ".join(map(plain, (group.name, *group.lines))) for group in level.groups)
    yield _ended(f"{plain(level.name)}{purpose}{last_word}{f': {groups}' if groups else ''}")


def _ended(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
