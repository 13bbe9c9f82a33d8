# SPDX-License-Identifier: MPL-2.0
"""CHK-LT: letters of support that are fresh, name this tender, say what the partner gives, and do not read alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher

from evidencepack.domain.finding import Finding, Fix, Put, Side
from evidencepack.domain.record import Record, short_name
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import FieldType
from evidencepack.library.entry_dates import date_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.letters import LETTER, partner_of
from evidencepack.review.phrases import heard
from evidencepack.review.prose import Prose, plain_label, words_of
from evidencepack.review.reading import Reading
from evidencepack.review.response_promises import stems
from evidencepack.review.telling import answer, listed, reference, rows, tell, words_in

_STALE, _ALIKE, _SHORTEST = 183, 0.7, 20
_COPIED, _A_SENTENCE = 0.85, 6
_FAVOURS = re.compile(
    r"\b(?:support(?:s|ing|ive)?|back(?:s|ing)?|behind|wish(?:es)?|hope|pleased|proud|happy|delighted|glad|honoured|"
    r"endorse\w*|recommend\w*|success|look(?:ing)? forward|enthusias\w+|committed|commitment|welcome|"
    r"friends?|excited|applaud\w*|believe)\b",
    re.IGNORECASE,
)
_OWN = ("own_role", "evidence", "why_it_matters")
_BID = re.compile(
    r"\b(?:tender|bid)\b (?:for|to (?:provide|run|deliver)) (?:the |our |your |a )?"
    r"((?:[A-Z][\w’'-]+(?: (?:and|of|at|for|the|in))?\s?){2,})"
)


def stale(reading: Reading, words: RuleWords, letter: Record) -> Iterator[Finding]:
    """CHK-LT-03: yield each letter that will be more than six months old when the tender must be in."""
    day, deadline = letter.answers.get("letter_date"), _tender(reading).answers.get("submission_deadline")
    if isinstance(day, date) and isinstance(deadline, date) and (deadline - day).days > _STALE:
        found = _at(reading, words, letter, "letter_date", day=date_text(day), otherday=date_text(deadline))
        yield replace(found, looked=(str(day), str(deadline)))


def another_tender(reading: Reading, words: RuleWords, letter: Record) -> Iterator[Finding]:
    """CHK-LT-04: yield each place where a letter names another tender than this one, by its number or its title."""
    tender = _tender(reading)
    for prose in words_of(reading, letter):
        for start, end in _other_names(reading, tender, prose.text):
            quote = prose.text[start:end].strip()
            said = {"document": reading.called(letter), "answer": quote, "elsewhere": words_in(tender, "title")}
            found = tell(words, letter, prose.path, {**said, "name": tender.reference})
            yield replace(
                found, quote=quote, span=(start, start + len(quote)), fixes=_renamed(words, prose, quote, tender)
            )


def says_too_little(reading: Reading, words: RuleWords, letter: Record) -> Iterator[Finding]:
    """CHK-LT-05: yield each letter without what its partner does, how much, how fast (blocks), who leads, who meets."""
    partner = partner_of(reading, letter)
    if partner is None:
        return
    gifts = [one for one in reading.of("contribution") if _is_of(one, partner)]
    fast = any(_is_of(one, partner) for one in reading.of("response_time"))
    asked = {
        "own_role": ("what it does", _does_something(words_in(letter, "own_role"), gifts)),
        "contributions": ("how much it gives", any(words_in(one, "volume") for one in gifts)),
        "response_times": ("how fast it comes", fast or any(reading.linked(one, "response_time") for one in gifts)),
        "partner": ("who leads the work there", _leads(reading, partner, gifts)),
        "meetings": ("which meetings it comes to", rows(letter, "meetings")),
    }
    missing = {field: part for field, (part, there) in asked.items() if not there}
    if missing:
        name = short_name(partner)
        found = _at(reading, words, letter, next(iter(missing)), partner=name, missing=listed([*missing.values()]))
        blocks = not missing.keys() <= {"partner", "meetings"}
        yield replace(found, looked=tuple(missing), severity=words.severity if blocks else Severity.WARNS)


def reads_alike(reading: Reading, words: RuleWords, letter: Record) -> Iterator[Finding]:
    """CHK-LT-06: yield each letter whose own words are nearly those of another one before it."""
    mine = reading.once(_own_words, letter.id)
    for other in reading.of(LETTER):
        if other.id == letter.id:
            return
        theirs = reading.once(_own_words, other.id)
        if min(len(mine), len(theirs)) >= _SHORTEST and _likeness(mine, theirs) > _ALIKE:
            found = _at(reading, words, letter, "why_it_matters", name=reading.called(other))
            yield replace(found, looked=(" ".join(mine), " ".join(theirs)))
        else:
            yield from _copied(reading, words, letter, other)


def _copied(reading: Reading, words: RuleWords, letter: Record, other: Record) -> Iterator[Finding]:
    """Yield each own answer of a letter that is nearly word for word one of another letter, however the rest reads."""
    for field in _OWN:
        mine = reading.once(_own_answer, letter.id, field)
        for theirs_in in _OWN:
            theirs = reading.once(_own_answer, other.id, theirs_in)
            if min(len(mine), len(theirs)) >= _A_SENTENCE and _likeness(mine, theirs) > _COPIED:
                found = _at(reading, words, letter, field, name=reading.called(other))
                yield replace(found, sides=(_side(reading, letter, field), _side(reading, other, theirs_in)))


def _side(reading: Reading, letter: Record, field: str) -> Side:
    label = plain_label(reading.library[letter.kind].fields[field])
    return Side(str(answer(letter, field)), f"{reading.called(letter)}: {label}", words_in(letter, field))


def endorsed(reading: Reading, words: RuleWords, letter: Record) -> Iterator[Finding]:
    """CHK-LT-08: yield each place where a letter sounds as if the buyer backed the bid, or the contract were won."""
    for prose in words_of(reading, letter):
        for one in heard(prose.text, words.phrases):
            said = {"document": reading.called(letter), "answer": one.words}
            found = tell(words, letter, prose.path, said)
            yield replace(found, quote=one.words, span=(one.start, one.end), item=letter.reference)


def unconditional(reading: Reading, words: RuleWords, letter: Record) -> Iterator[Finding]:
    """CHK-LT-10: yield each letter that is not subject to anything."""
    if letter.answers.get("condition") == "none":
        put = Put(answer(letter, "condition"), FieldType.CHOICE, "subject_to_contract")
        found = _at(reading, words, letter, "condition")
        yield replace(found, looked=("none",), fixes=(Fix(words.fix, (put,)),))


def _other_names(reading: Reading, tender: Record, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text has a number in the shape of this tender's, or a title behind "tender for", of another one."""
    known = {one.reference for one in reading.facts.records.values()} if _shape(tender.reference) else set()
    for found in _shape(tender.reference).finditer(text) if known else ():
        if found[0] not in known:
            yield found.span()
    title = " ".join(words_in(tender, name) for name in ("title", "service_name", "service_type")).casefold()
    for found in _BID.finditer(text):
        said = [word for word in re.findall(r"\w+", found[1].casefold()) if len(word) > 3]
        if sum(word in title for word in said) * 2 < len(said):
            yield found.span(1)


def _shape(reference: str) -> re.Pattern[str]:
    """Return the shape of a tender's number: letters and digits in the same places; none fits one without a digit."""
    if not re.search(r"\d{2}", reference) or not re.search(r"[-/]", reference):
        return re.compile(r"(?!)")
    pieces = re.findall(r"[A-Za-z]+|\d+|.", reference)
    shape = "".join(_PIECES.get((one.isalpha(), one.isdigit()), re.escape(one)) for one in pieces)
    return re.compile(rf"\b{shape}\b")


_PIECES = {(True, False): "[A-Z]{2,}", (False, True): r"\d+"}


def _renamed(words: RuleWords, prose: Prose, quote: str, tender: Record) -> tuple[Fix, ...]:
    number = any(one.isdigit() for one in quote)
    right = tender.reference if number else words_in(tender, "title")
    put = Put(prose.path, FieldType.LONG_TEXT, prose.text.replace(quote, right))
    return (Fix(words.fix.format(name=right), (put,)),) if right and not prose.path.column else ()


def _own_words(reading: Reading, letter: str) -> tuple[str, ...]:
    """Return the words of a letter that are its writer's own: no names of people, organisations or numbers."""
    return tuple(word for field in _OWN for word in reading.once(_own_answer, letter, field))


def _own_answer(reading: Reading, letter: str, field: str) -> tuple[str, ...]:
    text = words_in(reading.facts.records[letter], field)
    for kind, name in (("organisation", "legal_name"), ("organisation", "short_name"), ("contact", "full_name")):
        for one in reading.of(kind):
            text = text.replace(words_in(one, name) or "\0", " ")
    return tuple(re.findall(r"[^\W\d]+(?:[’'][^\W\d]+)?", text.casefold()))


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() > _ALIKE else 0.0


def _does_something(role: str, gifts: list[Record]) -> bool:
    """Whether a role says more than that somebody is in favour: a number, or something of what the partner gives."""
    if not _FAVOURS.search(role) or re.search(r"\d", role):
        return bool(role)
    given = stems(" ".join(words_in(one, name) for one in gifts for name in ("what", "volume", "where_when")))
    return bool(stems(role) & given)


def _leads(reading: Reading, partner: Record, gifts: list[Record]) -> bool:
    return any(reading.linked(one, "named_lead") for one in (partner, *gifts))


def _is_of(one: Record, partner: Record) -> bool:
    link = reference(one, "party")
    return link is not None and link.record == partner.id


def _tender(reading: Reading) -> Record:
    return reading.facts.records[reading.tender]


def _at(reading: Reading, words: RuleWords, letter: Record, field: str, **said: str) -> Finding:
    found = tell(words, letter, answer(letter, field), {"document": reading.called(letter), **said})
    return replace(found, item=letter.reference)
