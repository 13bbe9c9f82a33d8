# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-08: another amount of the same thing than a partner has agreed to give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Number, Reference
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.clash import Against, Fact, clash, differ
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import Sentence, sentences_of
from evidencepack.review.spoken import NUMBERS, SpokenAmount, amounts, rates
from evidencepack.review.spoken_names import called, organisations_in
from evidencepack.review.telling import words_in

_PAPERS = frozenset(
    {
        "letter_of_support",
        "narrative",
        "mou",
        "heads_of_terms",
        "social_value",
        "partnership",
        "guarantee",
        "governance",
    }
    | {"continuity_plan", "organisation", "raci", "handover_rule", "common_ground", "cases_brief", "joint_event"}
)
_APART_FIELDS = frozenset({"surge", "events", "decision_limits", "priorities"})
"""What is given on top, or only when something goes wrong."""

_FIELDS = ("volume", "surge", "where_when", "what")
_PAST = re.compile(
    r"\b(?:was|were|went|rose|fell|had|did|told|came|contacted|decided|met|asked|since|used to|in 20\d\d|"
    r"until|from \w+ 20\d\d)\b|"
    r"\b\d+ (?:of|out of) |\bfor want of\b",
    re.IGNORECASE,
)
_UNCOUNTED = frozenset({"pct", "gbp", "fte", "hours"})
_NUMBER = re.compile(
    r"\d|\b(?:only one|just one|a single|one full-time|two|three|four|five|six|seven|"
    r"eight|nine|ten|\w+teen|\w+ty|eleven|twelve)\b",
    re.IGNORECASE,
)
_SOME = re.compile(r"^(?:of\b|more\b|other\b|new\b|extra\b|additional\b|further\b)", re.IGNORECASE)
_ARE = re.compile(r"\s*(?:are|is|have|has|need|stand|lie|face|come|go|take)\b(?! ready| there\b)")
"""Behind a number that is smaller than what was agreed: so many of them are this or that."""

_MORE = re.compile(
    r"\b(?:another|a further|an extra|extra|additional|first|last|next|each of|some of)\s*$", re.IGNORECASE
)
_ANY_KIND = frozenset({"about", "around", "extra", "full-time", "furnished", "more", "other", "over", "paid", "some"})
_NOTHING = frozenset(
    re.findall(
        r"\S+",
        """
        times parts sides points ways minutes things questions steps languages wards partners lots weeks days hours
        months years people needs figures pages others papers reasons words
        """,
    )
)


@dataclass(frozen=True, slots=True)
class _Agreed:
    """An amount that was agreed, and where."""

    amount: SpokenAmount
    where: Fact


def other_amounts(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield each sentence of a paper with another amount of what a partner has agreed to give."""
    if record.kind == "commitment":
        yield from _other_total(reading, words, record)
    for sentence in sentences_of(reading, record) if record.kind in _PAPERS else ():
        if (
            sentence.prose.path.field not in _APART_FIELDS
            and _NUMBER.search(sentence.text)
            and not _PAST.search(sentence.text)
        ):
            yield from _of_sentence(reading, words, sentence)


def _of_sentence(reading: Reading, words: RuleWords, sentence: Sentence) -> Iterator[Finding]:
    for said in (*amounts(sentence.text), *rates(sentence.text)):
        start = sentence.text.find(said.words)
        partner = reading.facts.get(_whose(reading, sentence, start) or _by_what(reading, said))
        known = reading.once(_agreed, partner.id) if partner else ()
        same = [one for one in known if _alike(one.amount, said)]
        rest = sentence.text[start + len(said.words.split()[0]) + 1 :]
        part = _MORE.search(sentence.text[:start]) or _SOME.match(rest)
        fewer = any(said.number < one.amount.number for one in same)
        part = part or (_ARE.match(sentence.text, start + len(said.words)) if fewer else None)
        if same and not part and partner and said.number not in {one.amount.number for one in same}:
            span = start, start + len(said.words)
            # A total of social value is told only where no contribution says how much there is.
            given = [one.where for one in same if one.where.path.field in _FIELDS] or [one.where for one in same]
            yield clash(reading, words, sentence, span, Against(called(partner), given))


def is_agreed(reading: Reading, partner: str, said: SpokenAmount) -> bool:
    """Whether a partner has agreed how many of these things it gives."""
    return any(_alike(one.amount, said) for one in reading.once(_agreed, partner))


def _whose(reading: Reading, sentence: Sentence, at: int) -> str:
    """Return the id of the organisation that is named last before an amount, or else whose the sentence is."""
    named = [one for one in organisations_in(reading, sentence.text) if one.record in reading.once(_givers)]
    before = [one.record for one in named if one.start < at]
    return before[-1] if before else sentence.owner or (named[0].record if len(named) == 1 else "")


def _by_what(reading: Reading, said: SpokenAmount) -> str:
    """Return the id of the one organisation that gives something that is called so in more than one word."""
    names, gifts = _kinds(said), reading.of("contribution")
    told = {one.id: " ".join(words_in(one, field) for field in _FIELDS).casefold() for one in gifts if names}
    links = {one.answers.get("party") for one in gifts if any(name in told.get(one.id, "") for name in names)}
    givers = [link.record for link in links if isinstance(link, Reference)]
    return givers[0] if len(givers) == 1 else ""


def _kinds(said: SpokenAmount) -> frozenset[str]:
    """Return the words that say of which kind the things are that are counted: "step-down" of "six step-down flats"."""
    words = re.findall(r"[a-z-]{4,}", said.words.casefold())
    at = words.index(said.counted[0]) if said.counted[0] in words else 0
    return frozenset(f"{one} {said.counted[0]}" for one in words[:at] if one not in NUMBERS and one not in _ANY_KIND)


def _givers(reading: Reading) -> frozenset[str]:
    links = (one.answers.get("party") for one in reading.of("contribution"))
    return frozenset(link.record for link in links if isinstance(link, Reference))


def _agreed(reading: Reading, partner: str) -> tuple[_Agreed, ...]:
    return tuple(_found(reading, partner))


def _found(reading: Reading, partner: str) -> Iterator[_Agreed]:
    for gift in reading.of("contribution"):
        for field in _FIELDS if gift.answers.get("party") == Reference(partner) else ():
            text = words_in(gift, field)
            for one in (*amounts(text), *rates(text)):
                if one.counted[0] not in _NOTHING or one.counted[1]:
                    yield _Agreed(one, Fact(FieldPath(gift.id, field), one.words))
    for promise in reading.of("commitment"):
        if promise.answers.get("party") == Reference(partner) and promise.answers.get("unit") not in _UNCOUNTED:
            yield from _promised(promise)


def _promised(promise: Record) -> Iterator[_Agreed]:
    """Yield the total of a promise of social value, and its years."""
    for noun in _nouns(words_in(promise, "promise")):
        for name in ("total", "year_1", "year_2", "year_3"):
            number = promise.answers.get(name)
            if isinstance(number, Number) and number.amount:
                amount = SpokenAmount(f"{number.amount:f} {noun}", (noun, ""), number.amount)
                said = f"{number.amount:f}: {words_in(promise, 'promise')}"
                yield _Agreed(amount, Fact(FieldPath(promise.id, name), said))


def _nouns(promise: str) -> list[str]:
    """Return what a promise counts: the first word in the plural, as "apprenticeships" in "Apprenticeships started"."""
    found = re.findall(r"[a-z-]{4,}s\b", promise.casefold())
    return [one for one in found if one not in _NOTHING][:1]


def _other_total(reading: Reading, words: RuleWords, promise: Record) -> Iterator[Finding]:
    """Yield a promise of social value whose total is another than its contribution says of the same thing."""
    gift, total = reading.linked(promise, "contribution"), promise.answers.get("total")
    nouns = _nouns(words_in(promise, "promise"))
    if not gift or not nouns or not isinstance(total, Number):
        return
    said = [one for one in amounts(words_in(gift, "volume")) if one.counted == (nouns[0], "")]
    others = [one for one in reading.of("commitment") if one.answers.get("contribution") == Reference(gift.id)]
    there = {one.answers.get("total") for one in others if _nouns(words_in(one, "promise")) == nouns}
    numbers = {one.amount for one in there if isinstance(one, Number)}
    first = next((one.id for one in others if _nouns(words_in(one, "promise")) == nouns), "")
    if said and first == promise.id and total.amount != said[0].number and said[0].number not in numbers:
        mine = Fact(FieldPath(promise.id, "total"), f"{total.amount:f}")
        known = [Fact(FieldPath(gift.id, "volume"), said[0].words)]
        yield differ(reading, words, mine, words_in(promise, "promise"), known)


def _alike(one: SpokenAmount, other: SpokenAmount) -> bool:
    """Whether two amounts count the same things, in the same time."""
    names = {_singular(one), _singular(other)}
    times = {one.counted[1], other.counted[1]}
    return len(names) == 1 and (len(times) == 1 or ("" in times and one.counted[0] not in _NOTHING))


def _singular(amount: SpokenAmount) -> str:
    """Return what is counted, by one word for all that mean the same: with a period, "clients" are people."""
    noun = amount.counted[0].removesuffix("s").replace("-", " ")
    return "people" if amount.counted[1] and noun in _PEOPLE else _SAME.get(noun, noun)


_PEOPLE = frozenset({"client", "individual", "adult", "patient", "customer", "referral", "package", "homecoming"})
_SAME = {"apartment": "flat", "licence": "user", "seat": "user", "link worker": "connector"}
