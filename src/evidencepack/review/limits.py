# SPDX-License-Identifier: MPL-2.0
"""CHK-PR-05: the appendices take more sides than the buyer reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.print_rules import side_limit
from evidencepack.domain.record import Record
from evidencepack.domain.slots import Holds, Uncounted
from evidencepack.domain.values import Choices, Number
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading
from evidencepack.review.telling import answer, rows, tell, words_in

_LIMIT = "appendix_side_limit"
_WHOLE = frozenset({Holds.PACK, Holds.BUNDLE})
_OF_WORDS = frozenset({Uncounted.HEADINGS, Uncounted.TABLES, Uncounted.CAPTIONS})


def too_many_sides(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield one finding where the appendices, as typeset, take more sides than the tender allows."""
    limit = side_limit(reading.facts.records[reading.tender].answers)
    sides = reading.given.measures.sides
    if 0 < limit < sides:
        over = sides - limit
        message = words.message.format(
            answer=f"{sides:,}", most=f"{limit:,}", over=f"{over:,} {'side' if over == 1 else 'sides'}"
        )
        path = FieldPath(reading.tender, _LIMIT)
        yield Finding(f"CHK-{words.id}", words.severity, reading.tender, str(path), message)
    yield from _over_place(reading, words, sides)


def _over_place(reading: Reading, words: RuleWords, sides: int) -> Iterator[Finding]:
    """Yield the one place on the portal for the appendices, where it takes fewer sides than there are.

    Cover and contents count there too unless the buyer leaves them out; how many sides they are only the files tell.
    """
    places = [one for one in reading.of("slot") if rows(one, "for_questions")]
    for place in places if len(places) == 1 and _holds_pack(places[0]) else ():
        most = place.answers.get("max_sides")
        if isinstance(most, Number) and 0 < most.amount < sides:
            said = {
                "answer": f"{sides:,}",
                "most": f"{most.amount:,f}",
                "document": words_in(place, "name") or place.reference,
            }
            found = tell(words, place, answer(place, "max_sides"), said, "place")
            yield replace(found, looked=(place.id, said["answer"], said["most"]))
        yield from _over_words(reading, words, place)


def _holds_pack(place: Record) -> bool:
    """Whether the whole pack goes into a place: as somebody says, or since nobody says anything else."""
    said = rows(place, "holds")
    return not said or any(row.cells.get("what") in _WHOLE for row in said)


def _over_words(reading: Reading, words: RuleWords, place: Record) -> Iterator[Finding]:
    """Yield the one place on the portal for the appendices, where it takes fewer words than are printed.

    Where the buyer does not count words of some sorts, only the finished files tell how many are left.
    """
    left_out = place.answers.get("not_counted")
    if isinstance(left_out, Choices) and _OF_WORDS & set(left_out.chosen):
        return
    most, printed = place.answers.get("max_words"), sum(one.words for one in reading.given.measures.papers.values())
    if isinstance(most, Number) and 0 < most.amount < printed:
        name = words_in(place, "name") or place.reference
        said = {"answer": f"{printed:,}", "most": f"{most.amount:,f}", "document": name}
        found = tell(words, place, answer(place, "max_words"), said, "words")
        yield replace(found, looked=(place.id, said["answer"], said["most"]))
