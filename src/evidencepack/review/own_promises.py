# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-03, CHK-LT-12 and CHK-NR-12: what a letter or a narrative promises in its own words, against the facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference, Table
from evidencepack.library.model import RuleWords
from evidencepack.review.agreed import Agreed, agreed_with
from evidencepack.review.letters import letters_of, partner_of
from evidencepack.review.overrides import contradictions
from evidencepack.review.prose import Prose, words_of
from evidencepack.review.reading import Reading
from evidencepack.review.said import Slip, new_amounts, new_lengths, other_amounts, other_days, other_times

ROLE = "own_role"
DELIVERY = "p2_delivery"
_OWN = frozenset({ROLE, "why_it_matters", "condition_words"})
_NARRATIVE, _MEETINGS, _MEETING = "narrative", "meetings", "meeting"


@dataclass(frozen=True, slots=True)
class Own:
    """Words of a partner's paper, the partner, and what was agreed with it."""

    paper: Record
    partner: Record
    prose: Prose

    @property
    def name(self) -> str:
        """What the partner is called."""
        return str(self.partner.answers.get("short_name") or self.partner.reference)


def times(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-XD-03: yield each paper that promises another time: in a row of its own, or a letter in its own words."""
    yield from contradictions(reading, words)
    for own in of_letters(reading):
        yield from finding_of(reading, words, own, other_times(own.prose.text, agreed_with(reading, own.partner)))


def given(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-LT-12: yield each letter whose own words say an amount, a rhythm or a day that was not agreed.

    What the partner will do must be among what was agreed. Its reasons may tell of other things too, so there only
    another amount of the same things counts.
    """
    for own in of_letters(reading):
        agreed, text = agreed_with(reading, own.partner), own.prose.text
        slips = [*other_amounts(text, agreed)]
        if own.prose.path.field == ROLE:
            slips += _new(reading, agreed, text, _comes_to(reading, own.paper))
        yield from finding_of(reading, words, own, slips, agreed.volume)


def narratives(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-NR-12: yield each narrative that says of what its partner delivers what was not agreed with it."""
    for own in of_narratives(reading):
        agreed, text = agreed_with(reading, own.partner), own.prose.text
        slips = [*other_times(text, agreed), *other_amounts(text, agreed), *_new(reading, agreed, text, ())]
        yield from finding_of(reading, words, own, slips, agreed.volume)


def of_letters(reading: Reading) -> Iterator[Own]:
    """Yield the words of letters that are about what their partner does."""
    for letter in letters_of(reading):
        partner = partner_of(reading, letter)
        if partner:
            yield from (Own(letter, partner, one) for one in words_of(reading, letter) if one.path.field in _OWN)


def of_narratives(reading: Reading) -> Iterator[Own]:
    """Yield the paragraphs of narratives that say what their partner delivers."""
    for paper in (one for one in reading.documents if one.kind == _NARRATIVE):
        partner = partner_of(reading, paper)
        if partner:
            yield from (Own(paper, partner, one) for one in words_of(reading, paper) if one.path.field == DELIVERY)


def _new(reading: Reading, agreed: Agreed, text: str, comes_to: tuple[Record, ...]) -> list[Slip]:
    days = other_days(text, reading, agreed, comes_to)
    return [*new_amounts(text, agreed), *new_lengths(text, agreed), *days]


def _comes_to(reading: Reading, letter: Record) -> tuple[Record, ...]:
    """Return the meetings to which a letter says that its partner comes."""
    table = letter.answers.get(_MEETINGS)
    links = [row.cells.get(_MEETING) for row in table.rows] if isinstance(table, Table) else []
    found = (reading.facts.get(link.record) for link in links if isinstance(link, Reference))
    return tuple(one for one in found if one)


def finding_of(
    reading: Reading, words: RuleWords, own: Own, slips: Iterable[Slip], given_in_all: str = ""
) -> Iterator[Finding]:
    """Yield one finding for all that differs in some words; none where nothing does."""
    slips = tuple(slips)
    found = [one for one in slips if not any(one.words != other.words and one.words in other.words for other in slips)]
    if found:
        agreed = "; ".join(dict.fromkeys(one.agreed for one in found if one.agreed)) or given_in_all
        message = words.row_message.format(
            document=reading.called(own.paper),
            fact=own.prose.label,
            record=own.name,
            here="” and “".join(dict.fromkeys(one.words for one in found)),
            elsewhere=agreed or "nothing of the kind",
        )
        yield Finding(f"CHK-{words.id}", words.severity, own.paper.id, str(own.prose.path), message)
