# SPDX-License-Identifier: MPL-2.0
"""CHK-KP-12: figures beside the number of a measure that the measure does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Number, Table
from evidencepack.library.model import RuleWords
from evidencepack.review.prose import words_of
from evidencepack.review.reading import Reading

_WHERE = frozenset({"letter_of_support", "narrative"})
_CODE = re.compile(r"\bKPI-\d+\b")
_PART = re.compile(r"(?<=[.!?;])\s+|\n+|(?<=\))\.?\s+(?=[A-Z\d])")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NO_FIGURE = re.compile(
    rf"\bKPI-\d+|\b\d{{1,2}} {_MONTH}\b|{_MONTH} \d{{4}}|\b(?:19|20)\d\d(?:[-–]\d\d)?\b|\b[Ww]eeks?[ -]\d+|"
    r"\b\d+(?:[ -](?:working )?(?:minute|hour|day|week|month|year)s?)\b|£[\d,.]+",
)
_PAIR = re.compile(r"(?<![\w£.,-])(\d+) (?:out )?of (?:the |all )?(\d+)(?![\w%]|[.,]\d)")
_FIGURE = re.compile(r"(?<![\w£.,-])\d+(?:,\d{3})*(?:\.\d+)?")


def other_figures(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield each answer of a letter or a narrative with figures beside a measure that are none of its own.

    Its own are its results, also of several periods together, its first figure, and its target.
    """
    measures = {one.reference: one for one in reading.facts.of_kind("kpi")}
    for document in (one for one in reading.documents if one.kind in _WHERE):
        for prose in words_of(reading, document):
            for part in _PART.split(prose.text):
                codes = [code for code in _CODE.findall(part) if code in measures]
                other = _others(part, [measures[code] for code in codes]) if codes else []
                if other:
                    message = words.message.format(
                        document=reading.called(document),
                        label=prose.label,
                        answer="” and “".join(dict.fromkeys(other)),
                        record=" and ".join(codes),
                        elsewhere="; ".join(_shown(measures[code]) for code in dict.fromkeys(codes)),
                    )
                    path = str(FieldPath(document.id, prose.path.field))
                    yield Finding(f"CHK-{words.id}", words.severity, document.id, path, message)


def _others(part: str, measures: Sequence[Record]) -> list[str]:
    """Return what no measure holds: pairs such as "7 of 8" together, then single figures; days and times are none."""
    text = _NO_FIGURE.sub(" ", part)
    pairs = {pair for measure in measures for pair in _pairs(measure)}
    said = _PAIR.finditer(text) if pairs else ()
    found = [one[0] for one in said if (Decimal(one[1]), Decimal(one[2])) not in pairs]
    rest = _PAIR.sub(" ", text) if pairs else text
    own = {figure for measure in measures for figure in _figures(measure)}
    return [*found, *(one for one in _FIGURE.findall(rest) if own and Decimal(one.replace(",", "")) not in own)]


def _figures(measure: Record) -> Iterator[Decimal]:
    for name in ("baseline", "baseline_cases", "target"):
        yield from _amount(measure.answers.get(name))
    for row in _rows(measure):
        for name in ("result", "met", "cases"):
            yield from _amount(row.get(name))
    for met, cases in _pairs(measure):
        yield from (met, cases)
        yield from ((met * 100 / cases).quantize(Decimal(step), ROUND_HALF_UP) for step in ("1", "0.1") if cases)


def _pairs(measure: Record) -> Iterator[tuple[Decimal, Decimal]]:
    """Yield how many cases were met of how many: in each period, and in periods that follow each other together."""
    rows = _rows(measure)
    counted = [(met, cases) for row in rows for met in _amount(row.get("met")) for cases in _amount(row.get("cases"))]
    for first in range(len(counted)):
        met, cases = Decimal(0), Decimal(0)
        for more_met, more_cases in counted[first:]:
            met, cases = met + more_met, cases + more_cases
            yield met, cases


def _amount(answer: Answer | None) -> Iterator[Decimal]:
    if isinstance(answer, Number):
        yield answer.amount


def _rows(measure: Record) -> list[dict[str, Answer]]:
    table = measure.answers.get("readings")
    return [dict(row.cells) for row in table.rows] if isinstance(table, Table) else []


def _shown(measure: Record) -> str:
    """Return the latest result of a measure and its target."""
    said = []
    for row in _rows(measure)[-1:]:
        met, cases, result = (next(_amount(row.get(name)), None) for name in ("met", "cases", "result"))
        said.append(f"{met:f} of {cases:f}" if met is not None and cases is not None else f"{result or 0:f}")
    target = next(_amount(measure.answers.get("target")), None)
    last = f"{measure.reference} ends with {said[0]}" if said else f"{measure.reference} has no result"
    return last if target is None else f"{last}, target {target:f}"
