# SPDX-License-Identifier: MPL-2.0
"""CHK-SV-09: the years of a social value promise come to something else than its total."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Number
from evidencepack.library.model import RuleWords
from evidencepack.review.reading import Reading

_PROMISE, _TOTAL, _SHARE = "commitment", "total", "pct"
_YEARS = ("year_1", "year_2", "year_3")


def wrong_totals(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield each promise whose total is not what its years add up to; shares and unknown years do not add up."""
    for promise in reading.facts.of_kind(_PROMISE):
        total, years = _amount(promise, _TOTAL), [_amount(promise, year) for year in _YEARS]
        known = [year for year in years if year is not None]
        if total is None or len(known) < len(years) or promise.answers.get("unit") == _SHARE or sum(known) == total:
            continue
        path = FieldPath(promise.id, _TOTAL)
        message = words.message.format(
            document=reading.called(promise),
            label=reading.library[_PROMISE].fields[_TOTAL].label,
            answer=f"{total:,f}",
            here=f"{sum(known):,f}",
        )
        yield Finding(f"CHK-{words.id}", words.severity, promise.id, str(path), message)


def _amount(promise: Record, name: str) -> Decimal | None:
    answer = promise.answers.get(name)
    return answer.amount if isinstance(answer, Number) else None
