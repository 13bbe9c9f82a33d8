# SPDX-License-Identifier: MPL-2.0
"""CHK-HT: heads of terms: subject to contract, paid in time, alive long enough, with the buyer's own terms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding, Fix, Put
from evidencepack.domain.record import Record
from evidencepack.domain.values import Choices, FieldType, Number
from evidencepack.library.entry_dates import date_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.library.wording import house_wordings
from evidencepack.review.reading import Reading
from evidencepack.review.telling import answer, listed, rows, tell

_KIND, _CLAUSE, _DAYS = "heads_of_terms", "status", 30
_SUBJECT = re.compile(r"subject to contract", re.IGNORECASE)
_PASSED_ON = ("safeguarding", "data_protection", "insurance", "public_access", "audit")


def binds_by_accident(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-HT-01: yield heads of terms whose own words no longer say that they are subject to contract."""
    for own in house_wordings(reading.facts):
        if own.kind == _KIND and own.part == _CLAUSE and not _SUBJECT.search(own.text):
            found = tell(words, paper, FieldPath(own.record, "text"), {"document": reading.called(paper)})
            yield replace(found, looked=(own.text,))


def paid_late(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-HT-02: yield heads of terms that let a partner wait for its money for more than 30 days."""
    days = paper.answers.get("payment_days")
    if isinstance(days, Number) and days.amount > _DAYS:
        said, at = {"document": reading.called(paper), "answer": f"{days.amount:f}"}, answer(paper, "payment_days")
        mend = Fix(words.fix, (Put(at, FieldType.NUMBER, Number(Decimal(_DAYS), days.unit)),))
        yield replace(tell(words, paper, at, said), looked=(f"{days.amount:f}",), fixes=(mend,))


def lapses(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-HT-03: yield heads of terms that have lapsed, or lapse before the contract starts."""
    stop, start = (
        paper.answers.get("long_stop_date"),
        reading.facts.records[reading.tender].answers.get("contract_start"),
    )
    if isinstance(stop, date) and stop < reading.as_of:
        said = {"document": reading.called(paper), "day": date_text(stop)}
        yield replace(tell(words, paper, answer(paper, "long_stop_date"), said, "over"), looked=(str(stop),))
    elif isinstance(stop, date) and isinstance(start, date) and stop < start:
        said = {"document": reading.called(paper), "day": date_text(stop), "otherday": date_text(start)}
        yield replace(tell(words, paper, answer(paper, "long_stop_date"), said), looked=(str(stop), str(start)))


def not_passed_on(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-HT-04: yield heads of terms that do not pass on what buyers put into every contract."""
    passed = paper.answers.get("flow_down")
    chosen = passed.chosen if isinstance(passed, Choices) else ()
    missing = [name for name in _PASSED_ON if name not in chosen]
    if missing:
        choices = {one.id: one.label for one in reading.library[paper.kind].fields["flow_down"].choices}
        said = {"document": reading.called(paper), "names": listed([f"“{choices[name]}”" for name in missing])}
        yield replace(tell(words, paper, answer(paper, "flow_down"), said), looked=tuple(missing))


def no_price(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-HT-05: yield heads of terms that do not say how the price is made, or give none."""
    if not paper.answers.get("price_basis") or not rows(paper, "prices"):
        field = "prices" if paper.answers.get("price_basis") else "price_basis"
        yield tell(words, paper, answer(paper, field), {"document": reading.called(paper)})
