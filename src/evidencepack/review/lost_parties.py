# SPDX-License-Identifier: MPL-2.0
"""CHK-RF-52 and CHK-DS-51: who is named in an agreement and is no party of it, or no processor any more."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record, short_name
from evidencepack.domain.values import Reference, Table
from evidencepack.library.model import Field
from evidencepack.library.overrides import OVERRIDES
from evidencepack.library.rows import ORGANISATION, parties_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.data_flows import FLOW, PROCESSOR, roles_of
from evidencepack.review.prose import plain_label, words_of
from evidencepack.review.reading import Reading
from evidencepack.review.scope import is_shown, shared_rows

_EACH, _SHOWN = "each_party", 4
_PARTNERSHIP = "partnership"
_NAMES = ("short_name", "legal_name")
_RETENTION, _WHAT, _HOLDER = "retention", "what", "holder"
_AS_PROCESSOR = re.compile(r"\bas (?:a |the )?processor\b", re.IGNORECASE)


def named_without_being_party(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield, for each agreement, who is named in it without being one of its parties.

    References count for every organisation; words only for those who bid together, since the buyer is named anywhere.
    """
    team = _team(reading)
    for document in _agreements(reading):
        parties = parties_of(document, reading.library[document.kind], reading.facts, reading.library)
        places: dict[str, dict[str, FieldPath]] = {}
        for organisation, label, path in _named(reading, document, team - parties):
            if organisation not in parties:
                places.setdefault(organisation, {}).setdefault(label, path)
        for name, found in places.items():
            labels = [f"“{label}”" for label in found]
            more = f" and {len(labels) - _SHOWN} more" if len(labels) > _SHOWN else ""
            message = words.message.format(
                document=reading.called(document),
                partner=_name(reading.facts.records[name]),
                labels=", ".join(labels[:_SHOWN]) + more,
            )
            first = str(next(iter(found.values())))
            yield Finding(f"CHK-{words.id}", words.severity, document.id, first, message)


def processors_no_more(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield each row on how long something is kept "as processor" by who is a processor in no flow."""
    processors = {side for flow in reading.facts.of_kind(FLOW) for side in _processors(flow)}
    for document in reading.documents:
        table = document.answers.get(_RETENTION)
        for row in table.rows if isinstance(table, Table) else ():
            holder, what = row.cells.get(_HOLDER), str(row.cells.get(_WHAT, ""))
            said = _AS_PROCESSOR.search(what)
            if said and isinstance(holder, Reference) and holder.record not in processors:
                whose = reading.facts.get(holder.record)
                partner = _name(whose) if whose else "an organisation that is gone"
                message = words.message.format(document=reading.called(document), partner=partner, answer=what)
                path = FieldPath(document.id, _RETENTION, row.id, _WHAT)
                yield Finding(f"CHK-{words.id}", words.severity, document.id, str(path), message)


def _agreements(reading: Reading) -> Iterator[Record]:
    """Yield the documents that each of several parties signs."""
    for document in reading.documents:
        kind = reading.library[document.kind]
        listed = document.answers.get(kind.parties) if kind.parties else None
        if isinstance(listed, Table) and any(line.by == _EACH for line in kind.signatures):
            yield document


def _team(reading: Reading) -> frozenset[str]:
    """Return the organisations that bid together: the lead and its partners."""
    named = (reading.linked(one, ORGANISATION) for one in reading.facts.of_kind(_PARTNERSHIP))
    return reading.leads() | {one.id for one in named if one}


def _named(reading: Reading, document: Record, strangers: frozenset[str]) -> Iterator[tuple[str, str, FieldPath]]:
    kind = reading.library[document.kind]
    for field in kind.fields.values():
        if field.id not in {kind.parties, OVERRIDES} and is_shown(reading, field, document):
            yield from _in_table(reading, document, field)
    found = {name: _pattern(reading.facts.records[name]) for name in sorted(strangers)}
    for prose in words_of(reading, document) if found else ():
        if prose.path.field not in {kind.parties, OVERRIDES}:
            yield from ((name, prose.label, prose.path) for name, said in found.items() if said.search(prose.text))


def _in_table(reading: Reading, document: Record, field: Field) -> Iterator[tuple[str, str, FieldPath]]:
    """Yield the organisations to which the rows of a table refer; shared rows only where they are flows."""
    label, table = plain_label(field), document.answers.get(field.id)
    if field.rows_of == FLOW:
        for flow in shared_rows(reading, document, field):
            for side in ("sender", "receiver"):
                yield from _link(reading, flow, side, f"{label} ({flow.reference})")
    for row in table.rows if isinstance(table, Table) and not field.rows_of else ():
        for column in (one for one in field.columns if one.to == ORGANISATION):
            link = row.cells.get(column.id)
            if isinstance(link, Reference) and reading.facts.get(link.record):
                yield link.record, label, FieldPath(document.id, field.id, row.id, column.id)


def _link(reading: Reading, flow: Record, side: str, label: str) -> Iterator[tuple[str, str, FieldPath]]:
    found = reading.linked(flow, side)
    if found:
        yield found.id, label, FieldPath(flow.id, side)


def _processors(flow: Record) -> Iterator[str]:
    for side, role in zip(("sender", "receiver"), roles_of(flow), strict=True):
        link = flow.answers.get(side)
        if role == PROCESSOR and isinstance(link, Reference):
            yield link.record


def _pattern(organisation: Record) -> re.Pattern[str]:
    names = {str(organisation.answers.get(name, "")).strip() for name in _NAMES} - {""}
    listed = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{listed or '(?!)'})(?!\w)")


def _name(organisation: Record) -> str:
    return short_name(organisation)
