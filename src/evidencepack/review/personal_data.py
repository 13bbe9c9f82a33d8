# SPDX-License-Identifier: MPL-2.0
"""CHK-PD: personal details in words that others will read, and how each is taken out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from evidencepack.domain.finding import Finding, Fix, Put
from evidencepack.domain.record import Record
from evidencepack.library.rule_words import RuleWords
from evidencepack.review import business_details as known_of
from evidencepack.review.details_of_people import (
    allegations,
    births,
    homes,
    initials_with_illness,
    mailboxes,
    postcodes,
    rare_details,
    telephones,
)
from evidencepack.review.numbers_of_people import (
    Spot,
    bank_details,
    insurance_like,
    insurance_numbers,
    nhs_like,
    nhs_numbers,
)
from evidencepack.review.people_told_of import aged, first_names_alone, names
from evidencepack.review.prose import Prose, words_of
from evidencepack.review.reading import Reading
from evidencepack.review.rule import EachInUse
from evidencepack.review.telling import tell

STORIES = frozenset({"case_study", "narrative"})
"""Kinds that tell of people who draw on care."""

OF_BOARDS = frozenset({"risk", "action", "decision", "partnership_review"})
"""Kinds that a board reads."""

_ASIDE = frozenset({"letter_of_support", "small_detail", "social_value", "commitment"})
"""Kinds that tell of people in passing: what was settled for one of them, for whom a job was found."""
_HEADS = frozenset({"phone", "addressed_to", "addressee_name"})
"""Who writes a letter and who gets it: people at work."""

_TOLD = STORIES | _ASIDE
_AT_HOME = STORIES | {"small_detail"}
"""Kinds that have no reason to give the number of anybody at work; letters name helplines and offices."""

_REVIEWS = frozenset({"partnership_review"})
_NUMBERED = frozenset({"organisation", "contact", "tender", "evidence_item"})
_CHANGED = re.compile(r"\bnames?\b|\bmade[- ]up\b", re.IGNORECASE)
_TIDY = re.compile(r" *\( *\)| +(?=[ .,;)])")

Spots = Callable[[str], Iterator[Spot]]
"""What finds something in words."""


@dataclass(frozen=True, slots=True)
class Detail:
    """What is looked for, in which kinds (None is all that has no numbers of its own), and what is known and fine."""

    find: Spots
    kinds: frozenset[str] | None = None
    known: known_of.Known = known_of.nothing


def details(*looked_for: Detail) -> EachInUse:
    """Return the rule that finds details in the words of every record in use, each once in an answer."""

    def rule(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
        for one in looked_for:
            for prose in _told(reading, record) if _is_asked(one, record) else ():
                yield from _found(reading, words, prose, one)

    return EachInUse(rule)


def made_up_names(record: Record) -> bool:
    """Whether a story says that names in it were changed."""
    return record.answers.get("details_changed") is True and bool(
        _CHANGED.search(str(record.answers.get("details_changed_note", "")))
    )


def real_names(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-PD-10: yield each name of nobody at work, in a story that does not say that its names are made up."""
    told = record.kind in _TOLD | _REVIEWS and not made_up_names(record)
    for prose in _told(reading, record) if told else ():
        for find in (names, first_names_alone if record.kind in STORIES else aged):
            yield from _found(reading, words, prose, Detail(find, None, known_of.name))


def _told(reading: Reading, record: Record) -> tuple[Prose, ...]:
    """Return the words of a record, without those at the head of a letter."""
    return reading.once(_told_in, record.id)


def _told_in(reading: Reading, name: str) -> tuple[Prose, ...]:
    words = words_of(reading, reading.facts.records[name])
    return tuple(one for one in words if one.path.field not in _HEADS)


def _is_asked(one: Detail, record: Record) -> bool:
    return record.kind in one.kinds if one.kinds is not None else record.kind not in _NUMBERED


def _found(reading: Reading, words: RuleWords, prose: Prose, looked_for: Detail) -> Iterator[Finding]:
    for start, end in looked_for.find(prose.text):
        quote = prose.text[start:end]
        if not looked_for.known(reading, quote):
            said = {"document": reading.called(prose.about), "label": prose.label, "answer": quote}
            found = tell(words, prose.about, prose.path, said)
            fixes = (_without(reading, words, prose, (start, end)),) if words.fix else ()
            yield replace(found, quote=quote, span=(start, end), item=quote, fixes=fixes)


def _without(reading: Reading, words: RuleWords, prose: Prose, spot: Spot) -> Fix:
    """Return the fix that takes the words out and closes the gap."""
    field = reading.library[reading.facts.records[prose.path.record].kind].fields[prose.path.field]
    columns = {one.id: one for one in field.columns}
    asked = columns[prose.path.column] if prose.path.column else field
    left = _TIDY.sub("", prose.text[: spot[0]] + prose.text[spot[1] :]).strip()
    return Fix(words.fix, (Put(prose.path, asked.type, left or None),))


NHS_NUMBERS = details(Detail(nhs_numbers))
"""CHK-PD-01: a number with the check digit of an NHS number."""

NHS_LIKE = details(Detail(nhs_like, None, known_of.telephone))
"""CHK-PD-02: a number that looks like an NHS number with a slip."""

INSURANCE_NUMBERS = details(Detail(insurance_numbers))
"""CHK-PD-03: a National Insurance number."""

INSURANCE_LIKE = details(Detail(insurance_like))
"""CHK-PD-04: what looks like a National Insurance number."""

BIRTHS = details(Detail(births, _TOLD | OF_BOARDS))
"""CHK-PD-05: a day of birth."""

POSTCODES = details(Detail(postcodes, _TOLD, known_of.place))
"""CHK-PD-06: a whole postcode."""

TELEPHONES = details(Detail(telephones, _AT_HOME, known_of.telephone))
"""CHK-PD-07: a telephone number of nobody at work."""

MAILBOXES = details(Detail(mailboxes, _AT_HOME, known_of.mailbox))
"""CHK-PD-08: an e-mail address of nobody at work."""

HOMES = details(Detail(homes, _TOLD, known_of.place))
"""CHK-PD-09: a house with its road, a flat or a room."""

RARE_DETAILS = details(Detail(rare_details, _ASIDE | {"case_study"}))
"""CHK-PD-11: a great age, the day of a stay, a rare illness."""

ON_BOARDS = details(
    Detail(initials_with_illness, OF_BOARDS | _ASIDE),
    Detail(allegations, OF_BOARDS | _TOLD),
    Detail(postcodes, OF_BOARDS, known_of.place),
    Detail(homes, OF_BOARDS, known_of.place),
    Detail(telephones, OF_BOARDS, known_of.telephone),
)
"""CHK-PD-13: initials with an illness, or an address or a telephone number, in what a board reads."""

BANK_DETAILS = details(Detail(bank_details))
"""CHK-PD-51: bank details, or the number of a passport or a driving licence."""
