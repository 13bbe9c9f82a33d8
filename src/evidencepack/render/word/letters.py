# SPDX-License-Identifier: MPL-2.0
"""The head and the end of a letter in Word: paragraphs alone, since a table would be read as one."""

from __future__ import annotations

from collections.abc import Iterable

from evidencepack.blocks.blocks import Farewell, Letterhead
from evidencepack.blocks.inlines import Inlines, LineBreak
from evidencepack.render.word.flow import Par
from evidencepack.render.word.inlines import inlines
from evidencepack.render.word.runs import Look, tab
from evidencepack.render.word.writing import Writing

NAME, OTHER, DETAILS = "EPLetterName", "EPLetterOther", "EPLetterDetails"
"""Styles of the sender's name, of that in another script, of the address beside it."""

TO, LINE, SIGNED = "EPLetterTo", "EPLetterLine", "EPLetterSigned"
"""Styles of the first line below the rule, of further lines, of the name below the line to sign on."""


def letter_part(writing: Writing, block: Letterhead | Farewell) -> list[Par]:
    """Return the head or the end of a letter."""
    return _head(writing, block) if isinstance(block, Letterhead) else _end(writing, block)


def _head(writing: Writing, block: Letterhead) -> list[Par]:
    """Return who writes, with the address in a frame at the right; below a rule to whom, with the date at the right."""
    look = writing.theme.letter
    details = _lines(writing, DETAILS, block.details, frame=look.details)
    names = [Par(NAME, inlines(writing, block.sender), keep=True)]
    names += [Par(OTHER, inlines(writing, block.other), keep=True)] if block.other else []
    first, *others = block.addressee or ((),)
    on = tab() + inlines(writing, block.date) if block.date else ""
    lacking = _depth(block.details, look.small.pitch) - look.name.pitch - (look.other.pitch if block.other else 0.0)
    to = Par(TO, inlines(writing, first) + on, tab_at=writing.theme.portrait.measure, more_before=max(lacking, 0.0))
    more = _lines(writing, LINE, others)
    *kept, last = (to, *more)
    return [*details, *names, *kept, last._replace(more_after=look.after)]


def _end(writing: Writing, block: Farewell) -> list[Par]:
    """Return the last words, and below the room to sign a line with who signs and as what."""
    words = Par("BodyText", inlines(writing, block.words), after=0, keep=True, whole=True)
    signatory = block.signatory
    role = [Par(LINE, inlines(writing, signatory.role))] if signatory.role else []
    return [words, Par(SIGNED, inlines(writing, signatory.name, Look(bold=True)), keep=bool(role)), *role]


def _lines(writing: Writing, style: str, lines: Iterable[Inlines], *, frame: float = 0.0) -> list[Par]:
    return [Par(style, inlines(writing, words), align="right" if frame else "", frame=frame) for words in lines]


def _depth(lines: Iterable[Inlines], pitch: float) -> float:
    """Return how deep lines are; some have line breaks in them."""
    return sum(pitch * (1 + sum(isinstance(word, LineBreak) for word in words)) for words in lines)
