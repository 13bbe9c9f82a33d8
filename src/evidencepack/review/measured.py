# SPDX-License-Identifier: MPL-2.0
"""CHK-KP: measures that somebody owns, that can be compared, that are checked, and after which something is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Frequency, Number, Row
from evidencepack.library.entry_dates import date_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.partners import partners_of
from evidencepack.review.reading import Reading
from evidencepack.review.rhythms import days_of
from evidencepack.review.telling import answer, cell, listed, reference, rows, tell, words_in

_FEW, _STALE, _SELDOM = 5, 60, 3
_SHARES = {"pct": Decimal(100), "per_1000": Decimal(1000)}


def unfinished(reading: Reading, words: RuleWords, measure: Record) -> Iterator[Finding]:
    """CHK-KP-01: yield each measure without a definition, an owner or a rhythm."""
    asked = {"definition": "what is counted", "owner": "who owns it", "freq": "how often it is counted"}
    missing = [name for name in asked if not _stands(reading, measure, name)]
    if missing:
        yield _at(words, measure, missing[0], missing=listed([asked[one] for one in missing]))


def no_target(_: Reading, words: RuleWords, measure: Record) -> Iterator[Finding]:
    """CHK-KP-02: yield each measure without a target, or without the day by which it is to be reached."""
    missing = next((one for one in ("target", "target_by") if measure.answers.get(one) is None), "")
    if missing:
        yield _at(words, measure, missing)


def no_baseline(_: Reading, words: RuleWords, measure: Record) -> Iterator[Finding]:
    """CHK-KP-03: yield each measure without a first figure, and without a plan for one."""
    if measure.answers.get("baseline") is None and not words_in(measure, "baseline_plan"):
        yield _at(words, measure, "baseline")


def few_cases(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-KP-05: yield each result that rests on nobody knows how many, or on fewer than five without permission."""
    for measure in reading.of("kpi"):
        share = measure.answers.get("unit") in _SHARES
        for row in rows(measure, "readings") if share else ():
            if _amount(row, "cases") is None and any(_amount(row, one) is not None for one in ("result", "met")):
                said = {"record": reading.called(measure)}
                found = tell(words, measure, cell(measure, "readings", row, "cases"), said)
                yield replace(found, item=measure.reference, looked=(measure.reference, row.id))
        said = {"record": measure.reference, "name": words_in(measure, "name")}
        yield from _few(words, measure, "readings", said, measure.reference)
    for paper in reading.of("case_study"):
        if paper.answers.get("permission_status") != "written":
            yield from _few(words, paper, "measures", {"record": reading.called(paper)}, "")


def _few(words: RuleWords, record: Record, table: str, said: Mapping[str, str], item: str) -> Iterator[Finding]:
    """Yield each row of a table that rests on fewer than five cases; it is called by its own name, if it has one."""
    for row in rows(record, table):
        cases = _amount(row, "cases")
        if cases is not None and 0 < cases < _FEW:
            told = {"name": words_in(row.cells, "name"), **said, "answer": f"{cases:f}"}
            found = tell(words, record, cell(record, table, row, "cases"), told, "few")
            yield replace(found, item=item or told["name"], looked=(told["name"], row.id, told["answer"]))


def only_the_leads_figures(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-KP-06: yield a dashboard to which no partner supplies a figure."""
    partners, measures = {one.id for one in partners_of(reading)}, reading.of("kpi")
    shared = any(one.answers.get("supplier_is") == "every_party" for one in measures)
    links = (reference(one, name) for one in measures for name in ("party", "supplied_with"))
    if partners and measures and not shared and not any(link.record in partners for link in links if link):
        yield tell(words, paper, answer(paper, "kpis"), {"document": reading.called(paper)})


def nothing_done(reading: Reading, words: RuleWords, measure: Record) -> Iterator[Finding]:
    """CHK-KP-07: yield each measure whose latest result is past its limits and for which nobody does anything."""
    limit, number = _past(measure)
    done = words_in(measure, "action") and _stands(reading, measure, "action_owner")
    if limit and not (done and isinstance(measure.answers.get("action_due"), date)):
        said = {"red_from": "red", "amber_from": "amber"}[limit]
        yield replace(_at(words, measure, "action", name=said), looked=(measure.reference, str(number)))


def unverified(_: Reading, words: RuleWords, measure: Record) -> Iterator[Finding]:
    """CHK-KP-08: yield each measure of which nobody says how it is checked."""
    if not words_in(measure, "verification"):
        yield _at(words, measure, "verification")


def stale(reading: Reading, words: RuleWords, measure: Record) -> Iterator[Finding]:
    """CHK-KP-09: yield each measure that was counted once and had no result, of late, for two periods."""
    told = (row.cells.get(name) for row in rows(measure, "readings") for name in ("period_end", "entered_on"))
    ends = [day for day in told if isinstance(day, date)]
    often = measure.answers.get("freq")
    days = days_of(often) if isinstance(often, Frequency) else 0
    if ends and days and (reading.as_of - max(ends)).days > max(2 * days, _STALE):
        yield replace(_at(words, measure, "readings", day=date_text(max(ends))), looked=(str(max(ends)),))


def seldom_seen(reading: Reading, words: RuleWords, measure: Record) -> Iterator[Finding]:
    """CHK-KP-10: yield each measure that is looked at much less often than it is counted."""
    meetings = [reading.linked(measure, name) for name in ("reviewed_at",)]
    often = measure.answers.get("freq")
    counted = days_of(often) if isinstance(often, Frequency) else 0
    rhythms = (one.answers.get("freq") for one in meetings if one)
    seen = min((days_of(one) for one in rhythms if isinstance(one, Frequency) and days_of(one)), default=0)
    if counted and seen and seen > counted * _SELDOM:
        names = listed([f"{words_in(one, 'name')} ({one.reference})" for one in meetings if one])
        yield replace(_at(words, measure, "reviewed_at", names=names), looked=(str(counted), str(seen)))


def _past(measure: Record) -> tuple[str, Decimal | None]:
    """Return the limit that the latest result is past (empty for none), and that result."""
    number = next(
        (one for row in reversed(rows(measure, "readings")) if (one := _number(measure, row)) is not None), None
    )
    lower = measure.answers.get("better") == "lower"
    for name in ("red_from", "amber_from") if number is not None else ():
        limit = measure.answers.get(name)
        set_at = limit.amount if isinstance(limit, Number) else None
        if number is not None and set_at is not None and (number > set_at if lower else number < set_at):
            return name, number
    return "", number


def _number(measure: Record, row: Row) -> Decimal | None:
    """Return what a period comes to: from its two counts for a share or a rate, else the result as it was entered."""
    factor, met, cases = _SHARES.get(str(measure.answers.get("unit"))), _amount(row, "met"), _amount(row, "cases")
    if cases is not None and 0 < cases < _FEW:
        return None
    return met / cases * factor if factor and met is not None and cases else _amount(row, "result")


def _amount(row: Row, name: str) -> Decimal | None:
    found = row.cells.get(name)
    return found.amount if isinstance(found, Number) else None


def _stands(reading: Reading, measure: Record, name: str) -> bool:
    link = reference(measure, name)
    return reading.facts.get(link.record) is not None if link else measure.answers.get(name) is not None


def _at(words: RuleWords, measure: Record, field: str, **said: str) -> Finding:
    called = " ".join(filter(None, (measure.reference, words_in(measure, "name"))))
    found = tell(words, measure, answer(measure, field), {"record": called, **said})
    return replace(found, item=measure.reference, looked=(measure.reference, field))
