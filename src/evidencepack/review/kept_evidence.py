# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-55 and CHK-XD-57 in kept evidence: cover, last days and renewals that a paper tells in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Money
from evidencepack.library.entry_amounts import money_text
from evidencepack.library.entry_dates import MONTHS, date_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.clash import Against, Fact, clash, differ, fact
from evidencepack.review.other_facts import COVERS, SUM, pence_of
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import sentences_of
from evidencepack.review.spoken_names import called, organisations_in

_ITEM = "evidence_item"
_MONTHS = "|".join(f"{one}|{one[:3]}" for one in MONTHS)
_DAY = re.compile(
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? )?(?P<month>{_MONTHS})\.?,? (?P<year>20\d\d)", re.IGNORECASE
)
_LASTS = re.compile(
    r"\b(?:until|till|to|expir\w+|ends?|ending|runs? out|lapses?|valid|renew\w*(?: on| by)?|end of|through|up to)\b"
    r"(?: \w+){0,3}? ?$",
    re.IGNORECASE,
)
_INSURANCE = re.compile(
    r"\b(?:insur\w*|liability|indemnity|cover|certificate of (?:employers|public)|malpractice)\b", re.IGNORECASE
)
_CYBER = re.compile(r"\bCyber Essentials\b", re.IGNORECASE)


def other_cover(reading: Reading, words: RuleWords, item: Record) -> Iterator[Finding]:
    """CHK-XD-55: yield each sum in the words of a kept paper that is another than its organisation is covered for."""
    for sentence in sentences_of(reading, item) if item.kind == _ITEM else ():
        owner = _owner(reading, item, sentence.text)
        for said in SUM.finditer(sentence.text) if owner else ():
            known = list(_covers(owner, f"{sentence.text} {item.answers.get('title', '')}")) if owner else []
            if owner and known and pence_of(said) not in {pence for pence, _ in known}:
                facts = [one for _, one in known]
                against = Against(called(owner), facts, facts[0].words if len(facts) == 1 else "")
                yield clash(reading, words, sentence, said.span(), against)


def other_last_day(reading: Reading, words: RuleWords, item: Record) -> Iterator[Finding]:
    """CHK-XD-57: yield each last day of a kept paper that it, or its organisation, tells in another way."""
    if item.kind != _ITEM:
        return
    known = list(_last_days(reading, item))
    for sentence in sentences_of(reading, item) if known else ():
        for said in _DAY.finditer(sentence.text):
            lasts = _LASTS.search(sentence.text[: said.start()])
            if sentence.prose.path.field != "renewal" and lasts and not any(_fits(said, day) for day, _ in known):
                against = Against(item.reference, [one for _, one in known], "")
                yield clash(reading, words, sentence, said.span(), against)
    yield from _typed(reading, words, item, known)
    yield from _renewed_late(reading, words, item)


def _typed(reading: Reading, words: RuleWords, item: Record, known: list[tuple[date, Fact]]) -> Iterator[Finding]:
    """Yield the last day of a paper, where its organisation has another one for the same."""
    day = item.answers.get("expires")
    others = [one for when, one in known if one.path.record != item.id and when != day]
    if isinstance(day, date) and others:
        yield differ(reading, words, fact(item, "expires", date_text(day)), item.reference, others)


def _renewed_late(reading: Reading, words: RuleWords, item: Record) -> Iterator[Finding]:
    """Yield a renewal that is planned for after the last day."""
    day = item.answers.get("expires")
    for sentence in sentences_of(reading, item) if isinstance(day, date) else ():
        for said in _DAY.finditer(sentence.text) if sentence.prose.path.field == "renewal" else ():
            if isinstance(day, date) and _first_day(said) > day:
                against = Against(f"{item.reference}, its last day", [fact(item, "expires", date_text(day))], "")
                yield clash(reading, words, sentence, said.span(), against)


def _owner(reading: Reading, item: Record, text: str) -> Record | None:
    named = {one.record for one in organisations_in(reading, text)}
    return reading.facts.get(named.pop()) if len(named) == 1 else reading.linked(item, "organisation")


def _covers(owner: Record, text: str) -> Iterator[tuple[int, Fact]]:
    """Yield the sums for which an organisation is covered, of the covers that a text names."""
    for field, pattern in COVERS.items():
        held = owner.answers.get(field)
        if isinstance(held, Money) and re.search(pattern, text, re.IGNORECASE):
            yield held.pence, fact(owner, field, money_text(held))


def _last_days(reading: Reading, item: Record) -> Iterator[tuple[date, Fact]]:
    """Yield the last day that is entered for a paper, and that of the same cover or certificate at its organisation."""
    day, owner = item.answers.get("expires"), reading.linked(item, "organisation")
    if isinstance(day, date):
        yield day, fact(item, "expires", date_text(day))
    about = f"{item.answers.get('title', '')} {item.answers.get('shows', '')}"
    fields = (("insurance_expiry", _INSURANCE), ("cyber_essentials_expiry", _CYBER))
    for name, pattern in fields if owner and item.answers.get("evidence_type") == "certificate" else ():
        theirs = owner.answers.get(name) if owner else None
        if owner and isinstance(theirs, date) and pattern.search(about):
            yield theirs, fact(owner, name, date_text(theirs))


def _fits(said: re.Match[str], day: date) -> bool:
    same = (_month(said), int(said["year"])) == (day.month, day.year)
    return same and (not said["day"] or int(said["day"]) == day.day)


def _first_day(said: re.Match[str]) -> date:
    try:
        return date(int(said["year"]), _month(said), int(said["day"] or 1))
    except ValueError:
        return date.min


def _month(said: re.Match[str]) -> int:
    return next(at for at, one in enumerate(MONTHS, 1) if one.casefold().startswith(said["month"].casefold()[:3]))
