# SPDX-License-Identifier: MPL-2.0
"""CHK-DS: what an agreement must settle because of its flows, for every processor and every joint controller."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Reference, Row, Table
from evidencepack.library.model import RuleWords
from evidencepack.review.data_flows import CONTROLLER, FLOW, JOINT, PROCESSOR, roles_of
from evidencepack.review.reading import Reading
from evidencepack.review.scope import shared_rows

_AGREEMENT, _FLOWS = "dsa", "flows"
_PROCESSORS, _JOINT_TERMS, _POINT = "processors", "joint_terms", "point"


def unlisted_processors(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-DS-15: yield each controller and processor of a flow that the agreement's table of processors leaves out.

    An agreement without any row there has CHK-RQ-01 to say so.
    """
    for agreement in _agreements(reading):
        listed = [(row.cells.get(CONTROLLER), row.cells.get(PROCESSOR)) for row in _rows(agreement, _PROCESSORS)]
        pairs = {_pair(flow): flow for flow in _flows(reading, agreement) if PROCESSOR in roles_of(flow)}
        for (controller, processor), flow in pairs.items():
            if listed and controller and processor and (controller, processor) not in listed:
                said = {"here": _name(reading, processor), "elsewhere": _name(reading, controller)}
                yield _finding(reading, words, agreement, _PROCESSORS, record=flow.reference, **said)


def unsettled_points(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-DS-16: yield each agreement with joint controllers that have settled some points and not others."""
    for agreement in _agreements(reading):
        rows = _rows(agreement, _JOINT_TERMS)
        settled = {row.cells.get(_POINT) for row in rows}
        points = reading.library[agreement.kind].fields[_JOINT_TERMS].column(_POINT).choices
        left = [point.label for point in points if point.id not in settled]
        if rows and left and any(JOINT in roles_of(flow) for flow in _flows(reading, agreement)):
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
    return str(found.answers.get("short_name", found.reference)) if found else "an organisation that is gone"


def _finding(reading: Reading, words: RuleWords, agreement: Record, name: str, **said: str) -> Finding:
    label = reading.library[agreement.kind].fields[name].label
    message = words.message.format(document=reading.called(agreement), label=label, **said)
    return Finding(f"CHK-{words.id}", words.severity, agreement.id, str(FieldPath(agreement.id, name)), message)
