# SPDX-License-Identifier: MPL-2.0
"""CHK-DS: what an agreement must settle because of its flows, for every processor and every joint controller."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record, short_name
from evidencepack.domain.values import Answer, Reference, Row, Table
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.data_flows import CONTROLLER, FLOW, JOINT, PROCESSOR, roles_of
from evidencepack.review.reading import Reading
from evidencepack.review.scope import shared_rows

_AGREEMENT, _FLOWS = "dsa", "flows"
_PROCESSORS, _JOINT_TERMS, _POINT = "processors", "joint_terms", "point"


def unlisted_processors(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-DS-15: yield each controller and processor of a flow that the agreement's table of processors leaves out.

    A row that leaves a term open is one too.
    """
    for agreement in _agreements(reading):
        listed = [(row.cells.get(CONTROLLER), row.cells.get(PROCESSOR)) for row in _rows(agreement, _PROCESSORS)]
        pairs = {_pair(flow): flow for flow in _flows(reading, agreement) if PROCESSOR in roles_of(flow)}
        for (controller, processor), flow in pairs.items():
            if controller and processor and (controller, processor) not in listed:
                said = {"here": _name(reading, processor), "elsewhere": _name(reading, controller)}
                yield _finding(reading, words, agreement, _PROCESSORS, record=flow.reference, **said)
        yield from _half_settled(reading, words, agreement) if pairs else ()


def _half_settled(reading: Reading, words: RuleWords, agreement: Record) -> Iterator[Finding]:
    """Yield each row about a processor that leaves a term open which the law asks for."""
    columns = reading.library[agreement.kind].fields[_PROCESSORS].columns
    for row in _rows(agreement, _PROCESSORS):
        left = [one for one in columns if one.required and not row.cells.get(one.id)]
        processor = row.cells.get(PROCESSOR)
        if left and processor is not None:
            said = {"here": _name(reading, processor), "document": reading.called(agreement)}
            labels = "; ".join(one.label.rstrip("?") for one in left)
            path = FieldPath(agreement.id, _PROCESSORS, row.id, left[0].id)
            message = words.says["open"].format(**said, labels=labels)
            yield Finding(f"CHK-{words.id}", words.severity, agreement.id, str(path), message)


def unsettled_points(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-DS-16: yield each agreement with joint controllers that have not settled every point."""
    for agreement in _agreements(reading):
        rows = _rows(agreement, _JOINT_TERMS)
        settled = {row.cells.get(_POINT) for row in rows}
        points = reading.library[agreement.kind].fields[_JOINT_TERMS].column(_POINT).choices
        left = [point.label for point in points if point.id not in settled]
        if left and any(JOINT in roles_of(flow) for flow in _flows(reading, agreement)):
            yield _finding(reading, words, agreement, _JOINT_TERMS, labels="; ".join(left))


def _agreements(reading: Reading) -> Iterator[Record]:
    """Yield the data sharing agreements, if the kinds know what these rules read."""
    known = reading.library.kinds.get(_AGREEMENT)
    if known and FLOW in reading.library.kinds and {_FLOWS, _PROCESSORS, _JOINT_TERMS} <= set(known.fields):
        yield from (one for one in reading.documents if one.kind == _AGREEMENT)


def _flows(reading: Reading, agreement: Record) -> tuple[Record, ...]:
    return shared_rows(reading, agreement, reading.library[_AGREEMENT].fields[_FLOWS])


def _pair(flow: Record) -> tuple[Answer | None, Answer | None]:
    """Return who is the controller and who the processor of a flow."""
    sides = flow.answers.get("sender"), flow.answers.get("receiver")
    return sides if roles_of(flow)[1] == PROCESSOR else (sides[1], sides[0])


def _rows(record: Record, name: str) -> tuple[Row, ...]:
    table = record.answers.get(name)
    return table.rows if isinstance(table, Table) else ()


def _name(reading: Reading, link: Answer) -> str:
    found = reading.facts.get(link.record) if isinstance(link, Reference) else None
    return short_name(found) if found else "an organisation that is gone"


def _finding(reading: Reading, words: RuleWords, agreement: Record, name: str, **said: str) -> Finding:
    label = reading.library[agreement.kind].fields[name].label
    message = words.message.format(document=reading.called(agreement), label=label, **said)
    return Finding(f"CHK-{words.id}", words.severity, agreement.id, str(FieldPath(agreement.id, name)), message)
