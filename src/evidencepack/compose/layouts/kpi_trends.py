# SPDX-License-Identifier: MPL-2.0
"""The first page of a dashboard: how many measures got better and where they stand, and the drawn ones side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from evidencepack.blocks.blocks import Block, Figures, Paragraph
from evidencepack.blocks.inlines import Inline, Text, Value
from evidencepack.compose.counting import counted, in_words, sentence_case
from evidencepack.compose.figures.kpis import Kpi, Standing, Unit, got_better, has_trend, standing
from evidencepack.compose.figures.periods import measured, step_of
from evidencepack.compose.figures.trends import Measure, trend_figures
from evidencepack.compose.formats import MONTHS
from evidencepack.compose.joining import and_list
from evidencepack.compose.layouts.kpi_rows import kpis_of
from evidencepack.compose.layouts.parts import no_rows, note_of
from evidencepack.compose.scope import Scope
from evidencepack.library.model import Schedule

_RESULT = {1: "monthly result", 3: "quarterly result"}
_ONE = {
    Standing.ON_TARGET: "has reached its target",
    Standing.ON_TRACK: "is on track",
    Standing.AMBER: "is amber",
    Standing.RED: "is red",
    Standing.FEW: "rests on too few cases to say",
    Standing.NONE: "has no figure yet",
}
_SEVERAL = {
    Standing.ON_TARGET: "have reached their target",
    Standing.ON_TRACK: "are on track",
    Standing.AMBER: "are amber",
    Standing.RED: "are red",
    Standing.FEW: "rest on too few cases to say",
    Standing.NONE: "have no figure yet",
}


def kpi_trends(schedule: Schedule, scope: Scope) -> tuple[Block, ...]:
    """Return what the results of all measures come to in a few sentences, and a figure for each that is drawn.

    ``of`` shows records of kind ``kpi``. Measures without a result that may be shown, or with one below nought, are
    not drawn.
    """
    rows, kpis = scope.rows(schedule.of), kpis_of(schedule, scope)
    if not kpis:
        return no_rows(schedule, rows)
    drawn = [kpi for kpi in kpis if kpi.drawn and kpi.shown and not _below_nought(kpi)]
    return (Paragraph((_said(kpis),)), *(_figures(schedule, scope, drawn) if drawn else ()))


def _said(kpis: Sequence[Kpi]) -> Inline:
    """Return the sentences; where there are results, as words that come from them: they change with each."""
    words = " ".join(_sentences(kpis))
    cells = (path for kpi in kpis for reading in kpi.readings for path in reading.paths)
    results = tuple(dict.fromkeys(path.rsplit("/", 2)[0] for path in cells))
    return Value(words, results) if results else Text(words)


def _sentences(kpis: Sequence[Kpi]) -> Iterator[str]:
    """Give how many measures there are, where they stand, and how many of those with a trend got better."""
    counts = Counter(map(standing, kpis))
    told = [
        f"{in_words(counts[one])} {(_ONE if counts[one] == 1 else _SEVERAL)[one]}" for one in Standing if counts[one]
    ]
    nothing_red = not counts[Standing.RED] and any(kpi.shown for kpi in kpis)
    told.extend(["none is red"] if nothing_red else [])
    yield f"We share {counted(len(kpis), 'measure')}: {and_list(told)}."
    trends = [kpi for kpi in kpis if has_trend(kpi)]
    better = sum(map(got_better, trends))
    if len(trends) == 1:
        yield f"The one with three results or more {'got better' if better else 'did not get better'}."
    elif trends:
        every = better == len(trends)
        some = f"All {in_words(better)}" if every else f"{_some(better)} of the {in_words(len(trends))}"
        yield f"{some} with three results or more got better."


def _some(count: int) -> str:
    return sentence_case(in_words(count)) if count else "None"


def _figures(schedule: Schedule, scope: Scope, drawn: Sequence[Kpi]) -> Iterator[Figures]:
    steps = {step_of(kpi) for kpi in drawn}
    key = _RESULT.get(steps.pop(), "result") if len(steps) == 1 else "result"
    words = " ".join((*_begun(drawn), "n is the number of cases in the last period.", ""))
    note = (Text(words), *note_of(schedule, scope))
    yield replace(trend_figures([_measure(kpi, drawn) for kpi in drawn], note=note), result=key)


def _measure(kpi: Kpi, beside: Sequence[Kpi]) -> Measure:
    latest = kpi.latest
    return Measure(
        kpi.name,
        measured(kpi, beside),
        code=kpi.reference,
        unit="%" if kpi.unit is Unit.PCT else "",
        better=kpi.better,
        target=kpi.target,
        target_by=kpi.target_by,
        target_path=kpi.target_path,
        cases=latest.cases or 0 if latest else 0,
    )


def _begun(drawn: Sequence[Kpi]) -> Iterator[str]:
    """Give which measures began later than the others beside them, so that a cross is no lapse."""
    first = {kpi.reference: kpi.readings[0].start for kpi in drawn}
    late = sorted((start, code) for code, start in first.items() if start > min(first.values()))
    for start, group in groupby(late, key=lambda one: one[0]):
        yield f"{and_list([code for _, code in group])} began in {MONTHS[start.month - 1]} {start.year}."


def _below_nought(kpi: Kpi) -> bool:
    return any(number < 0 for number in (*(one.number for one in kpi.shown if one.number is not None), kpi.target or 0))
