# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-08 between papers: how many of something a partner has, told in two papers with two numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.clash import Against, Fact, clash
from evidencepack.review.cues import cue, lacks
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import Sentence, clause_around, sentences_of
from evidencepack.review.spoken import NUMBERS, amounts
from evidencepack.review.spoken_names import called, organisations_in
from evidencepack.review.told_amounts import is_agreed

_TELLS = ("narrative", "letter_of_support", "partnership", "organisation", "mou", "heads_of_terms")
_COUNTED = frozenset(
    re.findall(
        r"\S+",
        """
        apprentices beds branches buses carers cars centres chairs coaches connectors coordinators drivers flats
        gardeners groups halls hubs instructors interpreters kitchens laptops learners members mentors minibuses nurses
        offices places rooms seats shops spaces staff students supervisors teachers tenants therapists trainers
        trustees tutors vans vehicles venues volunteers wardens workers workshops
        """,
    )
)
_ANY_COUNTED = re.compile(rf"\b(?:{'|'.join(sorted(_COUNTED))})\b", re.IGNORECASE)
_ANY = cue(" ".join(_COUNTED))
_PART = re.compile(
    r"\b(?:was|were|had|since|until|in 20\d\d|new|more|another|extra|further|additional|each|every|first|last|next|"
    r"of (?:our|the|its|these|them)|some|least|most|up to|over|under|than|will|by 20\d\d|joined|left|trained|came|"
    r"started|met|out of)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Told:
    """A number of things that a partner is said to have: whose, of what, how many, where it stands."""

    partner: str
    things: tuple[str, ...]
    number: Decimal
    where: Fact


def other_numbers(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield each sentence of a paper that gives a partner another number of something than another paper does."""
    if record.kind not in _TELLS:
        return
    for sentence in sentences_of(reading, record):
        for span, mine in _in_sentence(reading, sentence):
            others = [one for one in reading.once(_all) if _contradicts(one, mine)]
            partner = reading.facts.get(mine.partner)
            if others and partner:
                yield clash(reading, words, sentence, span, Against(called(partner), [one.where for one in others[:3]]))


def _contradicts(one: _Told, mine: _Told) -> bool:
    same = (one.partner, one.things) == (mine.partner, mine.things)
    return same and one.number != mine.number and one.where.path.record != mine.where.path.record


def _all(reading: Reading) -> tuple[_Told, ...]:
    papers = (record for kind in _TELLS for record in reading.of(kind))
    return tuple(one for record in papers for one in reading.once(_of_record, record.id))


def _of_record(reading: Reading, name: str) -> tuple[_Told, ...]:
    sentences = sentences_of(reading, reading.facts.records[name])
    return tuple(told for sentence in sentences for _, told in _in_sentence(reading, sentence))


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[tuple[tuple[int, int], _Told]]:
    there = not lacks(sentence.text, _ANY) and _ANY_COUNTED.search(sentence.text)
    for one in amounts(sentence.text) if there else ():
        start = sentence.text.find(one.words)
        span = start, start + len(one.words)
        whole = one.counted[0] in _COUNTED and not one.counted[1]
        if whole and not _PART.search(clause_around(sentence.text, span)):
            partner = _partner(reading, sentence)
            if partner and not is_agreed(reading, partner, one):
                things = tuple(word for word in one.words.casefold().split()[1:] if word not in NUMBERS)
                yield span, _Told(partner, things, one.number, Fact(sentence.prose.path, one.words))


def _partner(reading: Reading, sentence: Sentence) -> str:
    """Return the one organisation that a sentence names, or else whose its paper is."""
    named = {one.record for one in organisations_in(reading, sentence.text)}
    record = reading.facts.records[sentence.prose.path.record]
    owner = record.id if record.kind == "organisation" else sentence.owner
    return named.pop() if len(named) == 1 else "" if named else owner
