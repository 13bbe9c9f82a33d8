# SPDX-License-Identifier: MPL-2.0
"""CHK-RK: shared risks that somebody owns, that warn in time, that get smaller, and that somebody looks at again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from evidencepack.domain.finding import Finding, Fix, Put
from evidencepack.domain.record import Record
from evidencepack.domain.scoring import Band, band_of
from evidencepack.domain.values import FieldType, Number
from evidencepack.library.entry_dates import date_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading
from evidencepack.review.telling import answer, listed, rows, tell, words_in

_BEFORE, _AFTER = ("likelihood", "impact"), ("residual_likelihood", "residual_impact")
_FEWEST, _MEDIUM, _HIGH = 5, Decimal(8), Decimal(15)
_WANTED = {
    "partner_failure": "a partner that fails or leaves",
    "safeguarding": "safeguarding",
    "information": "information about people",
}
_SEVERAL = re.compile(
    r"\b(?:team|group|board|committee|partners|staff|everyone|everybody|all|managers|leads|tbc|tba|vacan\w+)\b|[/&]",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|first|second|any|every|each|no|nobody|none|not|never"
    r"|without|absent|absence|away|missed|missing|late|later|overdue|older|left|leaves|leaving|resigns?|resignation"
    r"|given|gives|notice|complain\w*|alert|alarm|fails?|failed|outage|breach|incident|fall|injury|error|closes?|closed"
    r"|cancel\w*|refus\w*|expir\w*|lapses?|empty|vacan\w+|full|sick|unfilled|unsigned|unpaid|returned|admitted)\b",
    re.IGNORECASE,
)
"""What makes a trigger something that anyone can see: a number, or an event."""

_UNSEEN = re.compile(
    r"\b(?:signs?|pressures?|concerns?|issues?|problems?|difficult\w*|general\w*|poor\w*|low|weak\w*|things?|worse|worsen\w*|worst|agreed"
    r"|tbc|tba|monitor\w*|ongoing|regular\w*|increase[sd]?|increasing|decrease[sd]?|decreasing|declin\w*|reduc\w*|lack|shortages?|communication"
    r"|quality|morale|performance|demand|unhappy|negative\w*|feedback|needed|required|appropriate)\b",
    re.IGNORECASE,
)
"""Words of triggers of which nobody can say whether they have come."""


def nobody_owns(reading: Reading, words: RuleWords, risk: Record) -> Iterator[Finding]:
    """CHK-RK-01: yield each risk without one person who owns it."""
    owner = reading.linked(risk, "owner")
    if _is_closed(risk):
        return
    if owner is None:
        yield _at(words, risk, "owner")
    elif _SEVERAL.search(words_in(owner, "full_name")):
        found = tell(words, risk, answer(risk, "owner"), {**_said(risk), "name": words_in(owner, "full_name")}, "group")
        yield replace(found, item=risk.reference, looked=(words_in(owner, "full_name"),))


def no_trigger(_: Reading, words: RuleWords, risk: Record) -> Iterator[Finding]:
    """CHK-RK-02: yield each risk without a trigger, or with one that nobody can see happen."""
    trigger = words_in(risk, "trigger")
    if _is_closed(risk):
        return
    if not trigger:
        yield _at(words, risk, "trigger")
    elif _UNSEEN.search(trigger) and not _SEEN.search(trigger):
        found = tell(words, risk, answer(risk, "trigger"), {**_said(risk), "answer": trigger}, "vague")
        yield replace(found, item=risk.reference, quote=trigger, span=(0, len(trigger)))


def nothing_done(reading: Reading, words: RuleWords, risk: Record) -> Iterator[Finding]:
    """CHK-RK-03: yield each medium or high risk for which nothing is planned."""
    score = _score(reading, risk, _AFTER)
    band = _band(reading, score)
    if band is not Band.LOW and not _is_closed(risk) and not any("what" in row.cells for row in rows(risk, "actions")):
        found = _at(words, risk, "actions", name=band.value, answer=f"{score}")
        yield replace(found, looked=(risk.reference, f"{score}"))


def reversed_or_overdue(reading: Reading, words: RuleWords, risk: Record) -> Iterator[Finding]:
    """CHK-RK-04: yield each risk that scores more after what is done, or that was to be looked at again by now."""
    before, after = _score(reading, risk, _BEFORE), _score(reading, risk, _AFTER)
    if before and after > before:
        said = {"document": reading.called(risk), "before": f"{before}", "after": f"{after}"}
        found = tell(words, risk, answer(risk, _AFTER[0]), said)
        yield replace(found, item=risk.reference, looked=(f"{before}", f"{after}"), fixes=(_swapped(words, risk),))
    day = risk.answers.get("next_review")
    if isinstance(day, date) and day < reading.as_of and not _is_closed(risk):
        said = {"document": reading.called(risk), "day": date_text(day)}
        found = tell(words, risk, answer(risk, "next_review"), said, "late")
        yield replace(found, item=risk.reference, looked=(str(day),))


def gaps_in_register(reading: Reading, words: RuleWords, register: Record) -> Iterator[Finding]:
    """CHK-RK-05: yield a register with few risks, and each sort of risk that buyers look for and it does not have."""
    risks = [one for one in reading.of("risk") if not _is_closed(one)]
    said = {"document": reading.called(register)}
    if len(risks) < _FEWEST:
        found = tell(words, register, answer(register, "risks"), {**said, "number": f"{len(risks)}"}, "few")
        yield replace(found, looked=tuple(one.reference for one in risks))
    missing = [sort for sort in _WANTED if not any(one.answers.get("category") == sort for one in risks)]
    if missing:
        named = listed([_WANTED[one] for one in missing])
        found = tell(words, register, answer(register, "risks"), {**said, "missing": named})
        yield replace(found, looked=tuple(missing))


def no_real_risk(reading: Reading, words: RuleWords, register: Record) -> Iterator[Finding]:
    """CHK-RK-06: yield a register whose risks all score the same, or are all low."""
    risks = [one for one in reading.of("risk") if not _is_closed(one)]
    scores = [score for one in risks if (score := _score(reading, one, _AFTER))]
    if len(scores) >= _FEWEST and (len(set(scores)) == 1 or all(_band(reading, one) is Band.LOW for one in scores)):
        sentence = "same" if len(set(scores)) == 1 else ""
        said = {"document": reading.called(register), "answer": f"{scores[0]}"}
        yield replace(tell(words, register, answer(register, "risks"), said, sentence), looked=tuple(map(str, scores)))


def high_without_route(reading: Reading, words: RuleWords, risk: Record) -> Iterator[Finding]:
    """CHK-RK-07: yield each high risk that leads to no stop-rule and to no level of escalation."""
    score = _score(reading, risk, _AFTER)
    routes = [name for name in ("stop_rule", "escalation") if reading.linked(risk, name)]
    if score and _band(reading, score) is Band.HIGH and not routes and not _is_closed(risk):
        yield replace(_at(words, risk, "escalation", answer=f"{score}"), looked=(risk.reference, f"{score}"))


def _score(reading: Reading, risk: Record, names: tuple[str, str]) -> int:
    """Return likelihood times impact, each by its place in its list from 1; 0 while one of them has no answer."""
    product = 1
    for name in names:
        ids = [choice.id for choice in reading.library[risk.kind].fields[name].choices]
        said = risk.answers.get(name)
        product *= ids.index(str(said)) + 1 if said in ids else 0
    return product


def _band(reading: Reading, score: int) -> Band:
    medium, high = reading.once(_limits)
    return band_of(Decimal(score), medium_from=medium, high_from=high)


def _limits(reading: Reading) -> tuple[Decimal, Decimal]:
    """Return from which score a risk is medium, and high: as the register says, else as most registers do."""
    said = [
        limit.amount if isinstance(limit := register.answers.get(name), Number) else usual
        for register in reading.of("risk_register")[:1]
        for name, usual in (("medium_from", _MEDIUM), ("high_from", _HIGH))
    ]
    return (said[0], said[1]) if said else (_MEDIUM, _HIGH)


def _swapped(words: RuleWords, risk: Record) -> Fix:
    pairs = [*zip(_BEFORE, _AFTER, strict=True), *zip(_AFTER, _BEFORE, strict=True)]
    steps = tuple(Put(answer(risk, to), FieldType.CHOICE, words_in(risk, of)) for to, of in pairs)
    return Fix(words.fix, steps)


def _is_closed(risk: Record) -> bool:
    return risk.answers.get("status") == "closed"


def _said(risk: Record) -> dict[str, str]:
    event = words_in(risk, "event")
    return {"record": f"{risk.reference} ({event})" if event else risk.reference}


def _at(words: RuleWords, risk: Record, field: str, **said: str) -> Finding:
    found = tell(words, risk, answer(risk, field), {**_said(risk), **said})
    return replace(found, item=risk.reference, looked=(risk.reference, field))
