# SPDX-License-Identifier: MPL-2.0
"""Every clause and schedule of the memorandum and the data sharing agreement that stands only under a condition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

import pytest

from evidencepack.blocks.blocks import Clause, Heading
from evidencepack.blocks.document import Document
from evidencepack.blocks.walk import inlines_in
from evidencepack.bootstrap import Program
from evidencepack.compose import evaluate
from evidencepack.compose.document import compose
from evidencepack.compose.plain import plain
from evidencepack.compose.scope import Scope
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Answer, Choices, FieldType, Reference, Row, Table
from evidencepack.library.model import Field, Kind, Library
from evidencepack.library.template import Expression, For, If, Template

_TERMS = {"processors", "processor_terms", "joint_controllers"}
_ANNEXES = {"law_page", "should_we_share", "request_form"}


def changed(facts: Facts, kind: str, **answers: Answer | None) -> Facts:
    """Return the facts with answers changed in every record of a kind; None takes one away."""
    records = {name: _with(one, answers) if one.kind == kind else one for name, one in facts.records.items()}
    return replace(facts, records=records)


def made(facts: Facts, library: Library, kind: str) -> Document:
    record = next(facts.of_kind(kind))
    return compose(library[kind], record, facts=facts, library=library, audience=Audience.OWN)


def keys(document: Document) -> set[str]:
    """Return the keys of the clauses and schedules of a document."""
    blocks = [block for section in document.sections for block in section.blocks]
    anchors = [block.anchor for block in blocks if isinstance(block, Heading | Clause)]
    return {anchor.split("/")[-1] for anchor in anchors if anchor}


def words(document: Document) -> str:
    return plain(tuple(inlines_in(document)))


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ([("controller", "controller")], set()),
        ([("controller", "controller"), ("controller", "processor")], {"processors", "processor_terms"}),
        ([("processor", "controller")], {"processors", "processor_terms"}),
        ([("joint_controller", "joint_controller")], {"joint_controllers"}),
        ([("controller", "joint_controller"), ("controller", "processor")], _TERMS),
        ([], set()),
    ],
)
def test_the_roles_of_the_flows_bring_exactly_the_right_schedules(
    program: Program, sample_facts: Facts, roles: list[tuple[str, str]], expected: set[str]
) -> None:
    flows = list(sample_facts.of_kind("data_flow"))
    kept = {name: one for name, one in sample_facts.records.items() if one.kind != "data_flow"}
    for flow, (sender, receiver) in zip(flows, roles, strict=False):
        kept[flow.id] = _with(flow, {"sender_role": sender, "receiver_role": receiver})
    document = made(replace(sample_facts, records=kept), program.library, "dsa")
    said = words(document)
    assert keys(document) & _TERMS == expected
    assert ("A processor also keeps to" in said) is ("processors" in expected)
    assert ("A processor tells its controller sooner" in said) is ("processors" in expected)
    assert ("Joint controllers also keep to" in said) is ("joint_controllers" in expected)


@pytest.mark.parametrize("annex", sorted(_ANNEXES))
def test_an_annex_stands_where_it_is_asked_for(program: Program, sample_facts: Facts, annex: str) -> None:
    chosen = changed(sample_facts, "dsa", annexes=Choices((annex,)))
    assert keys(made(chosen, program.library, "dsa")) & _ANNEXES == {annex}
    none = changed(sample_facts, "dsa", annexes=None)
    assert keys(made(none, program.library, "dsa")) & _ANNEXES == set()


@pytest.mark.parametrize("public", [True, False])
def test_public_access_is_a_clause_where_a_party_is_a_public_body(
    program: Program, sample_facts: Facts, *, public: bool
) -> None:
    conditional = {clause.key for clause in program.library["dsa"].clauses if clause.when}
    found = keys(made(changed(sample_facts, "dsa", has_public_authority=public), program.library, "dsa"))
    assert found & conditional == (conditional if public else set())


@pytest.mark.parametrize("shared", [True, False])
def test_a_memorandum_says_whether_anything_is_shared(program: Program, sample_facts: Facts, *, shared: bool) -> None:
    said = words(made(changed(sample_facts, "mou", personal_data=shared), program.library, "mou"))
    assert ("We share personal information only under our data sharing agreement" in said) is shared
    assert ("We do not plan to share personal information" in said) is not shared


@pytest.mark.parametrize(
    ("nation", "act"),
    [("england", "the Mental Capacity Act 2005"), ("scotland", "the Adults with Incapacity (Scotland) Act 2000")],
)
@pytest.mark.parametrize("kind", ["mou", "dsa"])
def test_the_nation_of_the_tender_names_the_law(
    program: Program, sample_facts: Facts, kind: str, nation: str, act: str
) -> None:
    assert f"we follow {act}." in words(made(changed(sample_facts, "tender", nation=nation), program.library, kind))


@pytest.mark.parametrize("kind", ["mou", "dsa"])
def test_every_condition_of_the_words_is_seen_to_hold_and_not_to_hold(
    program: Program, sample_facts: Facts, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[int, set[bool]] = {}
    ask = evaluate.holds

    def noting(expression: Expression, scope: Scope) -> bool:
        found = ask(expression, scope)
        seen.setdefault(id(expression), set()).add(found)
        return found

    monkeypatch.setattr(evaluate, "holds", noting)
    for facts in _variants(sample_facts, program.library, kind):
        made(facts, program.library, kind)
    tests = {id(test): test for template in _templates(program.library[kind]) for test in _tests(template)}
    missed = [test for name, test in tests.items() if seen.get(name) != {True, False}]
    assert missed == []


def _variants(facts: Facts, library: Library, kind: str) -> Iterator[Facts]:
    """Give the sample; full, bare, and bare but for what it refers to; turned; with each choice; alone; elsewhere."""
    yield facts
    yield _each(facts, lambda one: _filled(one, facts, library))
    yield _each(facts, lambda one: _shorn(one, library))
    yield _each(facts, lambda one: _shorn(one, library) if one.kind == kind else one)
    yield _each(facts, _turned)
    for place in range(-1, 12):
        yield replace(facts, records={name: _choosing(one, library, place) for name, one in facts.records.items()})
    alone = {kind, "tender", "governance", "organisation", "contact"}
    yield replace(facts, records={name: one for name, one in facts.records.items() if one.kind in alone})
    yield changed(facts, "tender", nation="scotland")
    yield changed(facts, "dsa", criminal_data=False, apd_ref=None)
    yield changed(facts, "dsa", parties=None)
    yield _with_one(facts, "data_flow")
    yield changed(facts, "data_flow", sender_role="processor", sender_art6=None, sch1_condition=None)


def _with_one(facts: Facts, kind: str) -> Facts:
    """Return the facts with only the first record of a kind."""
    first = next(facts.of_kind(kind)).id
    return replace(
        facts, records={name: one for name, one in facts.records.items() if one.kind != kind or name == first}
    )


def _each(facts: Facts, change: Callable[[Record], Record]) -> Facts:
    return replace(facts, records={name: change(one) for name, one in facts.records.items()})


def _choosing(record: Record, library: Library, place: int) -> Record:
    """Return a record with the choice at this place of each list, or the last; below nought with none."""
    if record.kind not in {"mou", "dsa", "data_flow"}:
        return record
    picked = {field.id: field for field in library[record.kind].fields.values() if field.choices}
    chosen: dict[str, Answer | None] = {}
    for name, field in picked.items():
        one = field.choices[min(place, len(field.choices) - 1)].id
        chosen[name] = None if place < 0 else Choices((one,)) if field.type is FieldType.CHOICES else one
    if place < 0:
        chosen.update(
            {field.id: None for field in library[record.kind].fields.values() if field.type is FieldType.YES_NO}
        )
    return _with(record, chosen)


def _filled(record: Record, facts: Facts, library: Library) -> Record:
    """Return a record with words, or a record to refer to, where there is no answer."""
    found = {field.id: _anything(field, facts) for field in library[record.kind].fields.values()}
    answers = {**{name: one for name, one in found.items() if one is not None}, **record.answers}
    return replace(
        record, answers={name: _filled_rows(one, record, name, facts, library) for name, one in answers.items()}
    )


def _filled_rows(answer: Answer, record: Record, name: str, facts: Facts, library: Library) -> Answer:
    if not isinstance(answer, Table):
        return answer
    found = {column.id: _anything(column, facts) for column in library[record.kind].fields[name].columns}
    given = {column: one for column, one in found.items() if one is not None and not isinstance(one, Table)}
    return Table(tuple(Row(row.id, {**given, **row.cells}) for row in answer.rows))


def _anything(field: Field, facts: Facts) -> Answer | None:
    if field.type is FieldType.REFERENCE:
        return next((Reference(one.id) for one in facts.of_kind(field.to)), None)
    if field.type is FieldType.TABLE:
        return None if field.rows_of else Table((Row("row"),))
    if field.type is FieldType.YES_NO:
        return True
    return "words" if field.type in {FieldType.TEXT, FieldType.LONG_TEXT} else None


def _shorn(record: Record, library: Library) -> Record:
    """Return a record without the answers that its kind does not always need."""
    fields = library[record.kind].fields
    needed = {name: one for name, one in record.answers.items() if fields[name].required}
    return replace(record, answers={name: _shorn_rows(one, fields[name]) for name, one in needed.items()})


def _shorn_rows(answer: Answer, field: Field) -> Answer:
    if not isinstance(answer, Table):
        return answer
    needed = {column.id for column in field.columns if column.required}
    rows = (Row(row.id, {name: one for name, one in row.cells.items() if name in needed}) for row in answer.rows)
    return Table(tuple(rows))


def _turned(record: Record) -> Record:
    """Return a record with yes for no and no for yes, in its tables too."""
    return replace(record, answers={name: _other(one) for name, one in record.answers.items()})


def _other(answer: Answer) -> Answer:
    if isinstance(answer, Table):
        rows = (
            Row(row.id, {name: not one if isinstance(one, bool) else one for name, one in row.cells.items()})
            for row in answer.rows
        )
        return Table(tuple(rows))
    return not answer if isinstance(answer, bool) else answer


def _with(record: Record, answers: Mapping[str, Answer | None]) -> Record:
    merged = {**record.answers, **answers}
    return replace(record, answers={name: one for name, one in merged.items() if one is not None})


def _templates(kind: Kind) -> Iterator[Template]:
    yield from (kind.headline or (), kind.facts or (), kind.lead or ())
    yield from (clause.text for clause in kind.clauses)
    for schedule in kind.schedules:
        yield from (schedule.intro or (), schedule.note or (), *(column.text for column in schedule.columns))


def _tests(template: Template) -> Iterator[Expression]:
    for piece in template:
        if isinstance(piece, If):
            for test, body in piece.branches:
                yield from (() if test is None else (test,))
                yield from _tests(body)
        elif isinstance(piece, For):
            yield from _tests(piece.body)
