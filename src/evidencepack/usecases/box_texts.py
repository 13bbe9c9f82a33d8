# SPDX-License-Identifier: MPL-2.0
"""Answers as plain text for the boxes of a portal, counted as the portal counts, with what no longer fits."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from evidencepack.blocks.inlines import Value
from evidencepack.blocks.walk import inlines_in
from evidencepack.compose.document import compose
from evidencepack.compose.scope import Edition
from evidencepack.domain.box import Box, boxed, count_words
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import FieldType, Number, Reference
from evidencepack.library.model import Library
from evidencepack.render.number import number
from evidencepack.render.plain_text import TextPart, text_parts
from evidencepack.review.question_box import characters_allowed, spaces_count
from evidencepack.usecases.finding_records import NotFoundError, find_record
from evidencepack.usecases.missing import needed_in

_QUESTION, _WORDS, _BREAK, _TWO = "question", "word_limit", "line_break", "two"


@dataclass(frozen=True, slots=True)
class BoxText:
    """A document for a box: what it is called, the question that it answers (empty for none), how that one counts.

    ``parts`` are its headings with their texts; ``gaps`` counts answers that are missing in them.
    """

    reference: str
    title: str
    question: str
    box: Box
    parts: tuple[TextPart, ...]
    gaps: int = 0

    @property
    def answer(self) -> tuple[TextPart, ...]:
        """Return the parts that are the answer itself: without the boxes beside it, unless there is nothing else."""
        return tuple(part for part in self.parts if not part.aside) or self.parts

    def called(self, headings: Collection[str]) -> tuple[TextPart, ...]:
        """Return the parts with these headings, in any case, in the order of the document.

        Raises:
            NotFoundError: if it has no part of that name.
        """
        wanted = {one.casefold() for one in headings}
        there = {part.heading.casefold() for part in self.parts}
        if lost := sorted(one for one in headings if one.casefold() not in there):
            names = "; ".join(part.heading for part in self.parts if part.heading)
            raise NotFoundError(f"{self.reference} has no part “{lost[0]}”. Nothing was copied. It has: {names}.")
        return tuple(part for part in self.parts if part.heading.casefold() in wanted)

    def simplified(self) -> BoxText:
        """Return it with straight quotation marks and short dashes."""
        parts = (
            replace(part, heading=boxed(part.heading, simple=True), text=boxed(part.text, simple=True))
            for part in self.parts
        )
        return replace(self, parts=tuple(parts))


def joined(parts: Iterable[TextPart], *, headings: bool = True) -> str:
    """Return parts as one text, with their headings as lines or without."""
    return "\n\n".join(one for part in parts for one in (part.heading if headings else "", part.text) if one)


@dataclass(frozen=True, slots=True)
class Counted:
    """A text as a box counts it: words, characters, and where it no longer fits (its length if it does)."""

    text: str
    words: int
    characters: int
    end: int

    @property
    def fits(self) -> bool:
        """Whether the box takes all of it."""
        return self.end == len(self.text)


def box_text(facts: Facts, name: str, *, library: Library) -> BoxText:
    """Return a document, by its reference or id, as plain text for the buyer.

    Raises:
        NotFoundError: if no document is called so.
    """
    record = find_record(facts, name)
    kind = library[record.kind]
    if not kind.document:
        raise NotFoundError(f"{name} is not a document but a record: {kind.title.lower()}. Nothing was copied.")
    edition = Edition(needed=needed_in(facts, library, record))
    made = compose(kind, record, facts=facts, library=library, audience=Audience.PACK, edition=edition)
    found = text_parts(number((made,)))
    parts = tuple(replace(one, heading=boxed(one.heading), text=boxed(one.text)) for one in found)
    gaps = sum(isinstance(inline, Value) and inline.missing for inline in inlines_in(made))
    question = question_of(facts, record, library)
    return BoxText(
        record.reference, made.title, question.reference if question else "", box_of(question, record), parts, gaps
    )


def question_of(facts: Facts, record: Record, library: Library) -> Record | None:
    """Return the question of the buyer that a document answers, if it says one."""
    for field in library[record.kind].fields.values():
        answer = record.answers.get(field.id) if field.type is FieldType.REFERENCE and field.to == _QUESTION else None
        if isinstance(answer, Reference) and (found := facts.get(answer.record)):
            return found
    return None


def box_of(question: Record | None, document: Record) -> Box:
    """Return how the box of a question counts; the document's own limit of words goes before that of the question."""
    words = _limit(document) or (_limit(question) if question else 0)
    if question is None:
        return Box(words)
    line_break = 2 if question.answers.get(_BREAK) == _TWO else 1
    return Box(words, characters_allowed(question), line_break, spaces_count(question))


def counted(text: str, box: Box) -> Counted:
    """Return a text as a box counts it."""
    return Counted(text, count_words(text), box.count_characters(text), box.end_of_room(text))


def count_sentences(found: Counted, box: Box) -> tuple[str, ...]:
    """Return what is to be said of the length of a text: words, then characters, each against its limit."""
    said = [_against(found.words, box.words, "word")]
    said.append(_against(found.characters, box.characters, "character"))
    return tuple(said)


def how_counted(box: Box) -> str:
    """Return how characters are counted, in a sentence."""
    if not box.spaces:
        return "Spaces and line breaks do not count."
    return f"Spaces count; a line break counts as {box.line_break}."


def _against(count: int, most: int, thing: str) -> str:
    things = thing if count == 1 else f"{thing}s"
    if not most:
        return f"{count:,} {things}"
    over = count - most
    late = f": {over:,} too many" if over > 0 else f": {-over:,} left"
    return f"{count:,} of {most:,} {thing}s{late}"


def _limit(record: Record) -> int:
    found = record.answers.get(_WORDS)
    return max(0, int(found.amount)) if isinstance(found, Number) else 0
