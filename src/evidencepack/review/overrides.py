# SPDX-License-Identifier: MPL-2.0
"""CHK-XD and CHK-LO: a document says something else than the fact that every other paper reads. Nothing hides it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding, Side
from evidencepack.domain.record import Record
from evidencepack.domain.values import Answer, Reference, Table
from evidencepack.library.calling import desk
from evidencepack.library.entry import entry_text
from evidencepack.library.model import Field
from evidencepack.library.overrides import Override, overrides_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.alike import alike, same_name
from evidencepack.review.reading import Reading

_ANY = ""
_PERSON = "contact"
_OTHER, _PEOPLE = "XD-51", "XD-06"
_RULES: Mapping[str, Mapping[str, str]] = {
    "meeting": {_ANY: "XD-01"},
    "response_time": {_ANY: "XD-03"},
    "dsa": {"breach_notify_partner": "XD-04", "breach_decider": "XD-04"},
    "organisation": {"legal_name": "XD-05"},
    "kpi": {"target": "XD-07"},
    "contribution": {_ANY: "XD-08"},
    "data_flow": {"sender_role": "XD-09", "receiver_role": "XD-09", "retention_receiver": "XD-13"},
    "access_role": {_ANY: "XD-10"},
    "tender": {_ANY: "XD-11"},
    "governance": {"safeguarding_report_time": "XD-12", "single_accountable_lead": _PEOPLE},
    "escalation_level": {_ANY: "XD-14"},
}
"""The rule by the kind and the field of a fact; a person in a role falls under one of its own."""

CONTRADICTIONS = tuple(sorted({_PEOPLE, _OTHER, *(rule for rules in _RULES.values() for rule in rules.values())}))
"""Every rule of a fact that a document tells in another way."""


def contradictions(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding for each fact under this rule that a document tells in another way."""
    for document in reading.documents:
        yield from overridden(reading, words, document)


def overridden(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield a finding for each fact under this rule that a document tells in another way."""
    for one in reading.once(_of, record.id) if "overrides" in record.answers else ():
        legal = one.field is not None and one.field.id == "legal_name"
        differs = not one.problem and not (same_name if legal else alike)(one.value, one.stands)
        if differs and one.of and one.field and rule_of(one.of.kind, one.field) == words.id:
            yield _finding(reading, words, record, one)


def lost_overrides(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding for each row that was to tell a fact in another way and cannot."""
    for document, one in _overrides(reading):
        if one.problem:
            message = words.message.format(document=reading.called(document), fact=one.fact, problem=one.problem)
            yield Finding(f"CHK-{words.id}", words.severity, document.id, str(one.cell), message)


def needless_overrides(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding for each row that says what the other papers say too."""
    for document, one in _overrides(reading):
        if not one.problem and one.value == one.stands:
            yield _finding(reading, words, document, one)


def rule_of(kind: str, field: Field) -> str:
    """Return the id of the rule that a fact falls under."""
    rules = _RULES.get(kind, {})
    own = rules.get(field.id, "")
    return own or (_PEOPLE if field.to == _PERSON else rules.get(_ANY, _OTHER))


def _overrides(reading: Reading) -> Iterator[tuple[Record, Override]]:
    for document in reading.documents:
        for one in overrides_of(document, reading.facts, reading.library):
            yield document, one


def _of(reading: Reading, name: str) -> tuple[Override, ...]:
    record = reading.facts.records[name]
    there = any(one.id == name for one in reading.documents)
    return tuple(overrides_of(record, reading.facts, reading.library)) if there else ()


def _finding(reading: Reading, words: RuleWords, document: Record, one: Override) -> Finding:
    message = words.message.format(
        document=reading.called(document),
        fact=one.field.label if one.field else one.fact,
        record=reading.named(one.of) if one.of else "",
        here=_text(reading, one, one.value),
        elsewhere=_text(reading, one, one.stands) or "nothing yet",
        reason=f"The reason given: “{one.reason}”" if one.reason else "No reason is given.",
    )
    found = Finding(f"CHK-{words.id}", words.severity, document.id, str(one.cell), message)
    return replace(found, sides=tuple(_sides(reading, document, one)))


def _sides(reading: Reading, document: Record, one: Override) -> Iterator[Side]:
    if one.of and one.field:
        yield Side(str(one.cell), reading.called(document), _text(reading, one, one.value))
        path = FieldPath(one.of.id, one.field.id)
        yield Side(str(path), f"{reading.called(one.of)}: {one.field.label}", _text(reading, one, one.stands))


def _text(reading: Reading, one: Override, answer: Answer | None) -> str:
    if one.field is None or answer is None or isinstance(answer, Table):
        return ""
    target = reading.facts.get(answer.record) if isinstance(answer, Reference) else None
    if target:
        return reading.named(target)
    return " ".join(entry_text(one.field, answer, desk(reading.facts, date.min)).split())
