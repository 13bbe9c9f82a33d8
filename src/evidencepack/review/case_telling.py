# SPDX-License-Identifier: MPL-2.0
"""CHK-CS: case studies that tell all four parts in few words, with numbers, partners, permission and approval."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record, short_name
from evidencepack.domain.values import Number, Reference
from evidencepack.library.entry_dates import MONTHS, month_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.day_sums import months_after
from evidencepack.review.reading import Reading
from evidencepack.review.spoken_names import organisations_in, people_in
from evidencepack.review.telling import answer, cell, listed, rows, tell, words_in

PARTS = {
    "problem": "the problem",
    "joint_action": "what you did together",
    "effect": "the effect",
    "assurance": "who checked it",
}
"""The four parts of a case study, and what a sentence calls them."""

_LONGEST, _FEW, _OLD = 60, 5, 36
_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred|half|quarter|third|twice|double|doubled|halved|dozen"
    r"|both|nobody|none|everybody|everyone|all of)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\b(?:({'|'.join(f'{one[:3]}[a-z]*' for one in MONTHS)})\.?,? )?((?:19|20)\d\d)\b(?:-(\d\d)\b)?")
_TOGETHER = re.compile(
    r"\b(?:together|joint\w*|both|partners?|each of us|all of us|hub|hospital|council)\b", re.IGNORECASE
)
_NO_PERMISSION = frozenset({None, "not_needed_aggregate"})


def part_missing(reading: Reading, words: RuleWords, case: Record) -> Iterator[Finding]:
    """CHK-CS-01: yield each of the four parts that a case study does not tell."""
    for name, part in PARTS.items():
        if not words_in(case, name):
            yield replace(_at(reading, words, case, name, missing=part), looked=(case.reference, name))


def effect_without_number(reading: Reading, words: RuleWords, case: Record) -> Iterator[Finding]:
    """CHK-CS-02: yield each effect without a number."""
    effect = words_in(case, "effect")
    if effect and not _NUMBER.search(effect):
        yield replace(_at(reading, words, case, "effect"), quote=effect, span=(0, len(effect)))


def nobody_counted(reading: Reading, words: RuleWords, case: Record) -> Iterator[Finding]:
    """CHK-CS-03: yield each figure of a case study that does not say of how many people, or of when."""
    dated = _MONTH.search(words_in(case, "period")) is not None
    for row in rows(case, "measures"):
        figure = {name: words_in(row.cells, name) for name in ("name", "baseline", "result")}
        lacking = ["of how many people or cases"] if "cases" not in row.cells else []
        lacking += [] if dated or _MONTH.search(" ".join(figure.values())) else ["when it was counted"]
        if lacking and (figure["name"] or figure["result"]):
            said = {"document": reading.called(case), "name": figure["name"] or figure["result"]}
            at = cell(case, "measures", row, "result" if "cases" in row.cells else "cases")
            found = tell(words, case, at, {**said, "missing": listed(lacking)})
            yield replace(found, item=said["name"], looked=(*figure.values(), *lacking))


def too_long(reading: Reading, words: RuleWords, case: Record) -> Iterator[Finding]:
    """CHK-CS-04: yield each part that is longer than two lines."""
    for name, part in PARTS.items():
        number = len(words_in(case, name).split())
        if number > _LONGEST:
            found = _at(reading, words, case, name, name=part, number=f"{number}", most=f"{_LONGEST}")
            yield replace(found, looked=(words_in(case, name),))


def traceable(reading: Reading, words: RuleWords, case: Record) -> Iterator[Finding]:
    """CHK-CS-08: yield each story with a quote, or about fewer than five people, for which nobody gave permission."""
    if case.answers.get("permission_status") not in _NO_PERMISSION:
        return
    few = [row for row in rows(case, "measures") if _is_few(row.cells.get("cases"))]
    if words_in(case, "quote") and case.answers.get("quote_permission") is not False:
        found = tell(words, case, answer(case, "permission_status"), {"document": reading.called(case)}, "quote")
        yield replace(found, looked=(words_in(case, "quote"),))
    elif few:
        name = words_in(few[0].cells, "name")
        number = few[0].cells.get("cases")
        said = {"name": name, "answer": f"{number.amount:f}" if isinstance(number, Number) else ""}
        yield replace(_at(reading, words, case, "permission_status", **said), looked=(name, said["answer"]))


def nobody_else(reading: Reading, words: RuleWords, case: Record) -> Iterator[Finding]:
    """CHK-CS-09: yield each case study in which nobody but the lead acts, by its partners or by what was done."""
    links = [row.cells.get("organisation") for row in rows(case, "partners")]
    named = {link.record for link in links if isinstance(link, Reference)}
    if named and named <= reading.leads():
        yield replace(_at(reading, words, case, "partners"), looked=tuple(sorted(named)))
    elif named and _acts_alone(reading, words_in(case, "joint_action")):
        said = {"document": reading.called(case)}
        found = tell(words, case, answer(case, "joint_action"), said, "action")
        text = words_in(case, "joint_action")
        yield replace(found, quote=text, span=(0, len(text)), item=case.reference)


def long_ago(reading: Reading, words: RuleWords, case: Record) -> Iterator[Finding]:
    """CHK-CS-10: yield each case study that ended more than three years before the tender must be in."""
    deadline, end = reading.facts.records[reading.tender].answers.get("submission_deadline"), _end_of(case)
    if end and isinstance(deadline, date) and months_after(end, _OLD) < deadline:
        period = words_in(case, "period")
        found = _at(reading, words, case, "period", answer=period)
        yield replace(found, quote=period, span=(0, len(period)))


def unapproved(reading: Reading, words: RuleWords, case: Record) -> Iterator[Finding]:
    """CHK-CS-11: yield each partner of a case study that has not approved its words."""
    for row in rows(case, "partners"):
        link = row.cells.get("organisation")
        partner = reading.facts.get(link.record) if isinstance(link, Reference) else None
        missing = [name for name in ("approver", "approved_on") if name not in row.cells]
        if partner and missing and partner.id not in reading.leads():
            name = short_name(partner)
            said = {"document": reading.called(case), "partner": name}
            found = tell(words, case, cell(case, "partners", row, missing[0]), said)
            yield replace(found, item=f"{case.reference} ({name})", looked=(partner.id, *missing))


def _acts_alone(reading: Reading, action: str) -> bool:
    """Whether words on what was done together name the lead, and nobody else who did anything."""
    named = {one.record for one in organisations_in(reading, action)}
    people = (reading.facts.records[one.record].answers.get("organisation") for one in people_in(reading, action))
    others = any(isinstance(one, Reference) and one.record not in reading.leads() for one in people)
    return bool(named) and named <= reading.leads() and not others and not _TOGETHER.search(action)


def _is_few(number: object) -> bool:
    return isinstance(number, Number) and 0 < number.amount < _FEW


def _end_of(case: Record) -> date | None:
    """Return the last day of the last month or year that a period names; "2024-25" ends with 2025."""
    ends = []
    for month, year, second in _MONTH.findall(words_in(case, "period")):
        last = int(year[:2] + second) if second else int(year)
        number = month_of(month) or 12 if month and not second else 12
        ends.append(date(last, number, calendar.monthrange(last, number)[1]))
    return max(ends, default=None)


def _at(reading: Reading, words: RuleWords, case: Record, field: str, **said: str) -> Finding:
    found = tell(words, case, answer(case, field), {"document": reading.called(case), **said})
    return replace(found, item=case.reference)
