# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-23: a measure, a task or a contribution that names another time than the response time it goes with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Duration, Table
from evidencepack.library.entry_amounts import duration_text
from evidencepack.library.model import RuleWords
from evidencepack.review.reading import Reading
from evidencepack.review.spoken import in_common, promised_times

_CODE = re.compile(r"\bKPI-\d+\b")
_NAME, _MEASURE = "name", "measure"
_TASKS, _TIMING, _LINKED = "activities", "timing", "linked"


def other_times_of_measures(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield each name of a measure, each contribution and each task with another time than the one it goes with."""
    agreed = _by_measure(reading)
    for path, code, said in _said(reading, agreed):
        known = agreed[code]
        other = [one.words for one in promised_times(said)]
        lengths = {one.length for one in promised_times(said)}
        if other and not lengths & {in_common(time) for _, time in known}:
            message = words.message.format(
                document=reading.called(reading.facts.records[path.record]),
                here=said.strip(),
                record=" and ".join(dict.fromkeys(one.reference for one, _ in known)),
                elsewhere=" or ".join(dict.fromkeys(duration_text(time) for _, time in known)),
            )
            yield Finding(f"CHK-{words.id}", words.severity, path.record, str(path), message)


def _by_measure(reading: Reading) -> dict[str, list[tuple[Record, Duration]]]:
    """Return the response times that each measure shows, by its reference."""
    found: dict[str, list[tuple[Record, Duration]]] = {}
    for one in reading.facts.of_kind("response_time"):
        within = one.answers.get("within")
        for code in _CODE.findall(str(one.answers.get("measured_by", ""))) if isinstance(within, Duration) else ():
            if isinstance(within, Duration):
                found.setdefault(code, []).append((one, within))
    return found


def _said(reading: Reading, known: dict[str, list[tuple[Record, Duration]]]) -> Iterator[tuple[FieldPath, str, str]]:
    """Yield the words that go with a measure: where they are, the measure, and what they say."""
    for measure in reading.facts.of_kind("kpi"):
        if measure.reference in known:
            yield FieldPath(measure.id, _NAME), measure.reference, str(measure.answers.get(_NAME, ""))
    for gift in reading.facts.of_kind("contribution"):
        for part in re.split(r"(?<=\.) |;", str(gift.answers.get(_MEASURE, ""))):
            for code in (one for one in _CODE.findall(part) if one in known):
                yield FieldPath(gift.id, _MEASURE), code, part
    yield from _of_tasks(reading, known)


def _of_tasks(reading: Reading, known: Mapping[str, object]) -> Iterator[tuple[FieldPath, str, str]]:
    for document in (one for one in reading.documents if one.kind == "raci"):
        table = document.answers.get(_TASKS)
        for row in table.rows if isinstance(table, Table) else ():
            for code in (one for one in _CODE.findall(str(row.cells.get(_LINKED, ""))) if one in known):
                yield FieldPath(document.id, _TASKS, row.id, _TIMING), code, str(row.cells.get(_TIMING, ""))
