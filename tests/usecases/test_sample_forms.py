# SPDX-License-Identifier: MPL-2.0
"""Forms, names, lists and previews of the sample tender."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Scalar
from evidencepack.exchange.mistakes import BadTenderFileError
from evidencepack.usecases.changes import AddRecord, AddRow, Change, RemoveRecord, SetAnswer, apply_change
from evidencepack.usecases.documents import document_rows
from evidencepack.usecases.forms import Place, StepState, asked_in_step, lines_of, look_again, step_views, unanswered
from evidencepack.usecases.letters import is_letter_grid, letter_changes, letter_grid
from evidencepack.usecases.naming import naming_desk, next_reference
from evidencepack.usecases.previewing import UnprintableError, preview_document
from evidencepack.usecases.sampling import make_sample_workspace


@pytest.fixture(scope="module")
def facts(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Facts:
    file = tmp_path_factory.mktemp("new") / "sample.evidencepack"
    with make_sample_workspace(file, program.sample, library=program.library) as workspace:
        return workspace.facts(workspace.tenders()[0].id)


def after(facts: Facts, *changes: Change) -> Facts:
    for change in changes:
        facts = apply_change(facts, change)
    return facts


def mou(facts: Facts) -> Record:
    return next(facts.of_kind("mou"))


def cleared(facts: Facts, name: str, kind: FieldType, value: Scalar | None = None) -> Facts:
    return after(facts, SetAnswer(FieldPath(mou(facts).id, name), kind, value))


def test_nothing_is_missing_in_the_documents_of_the_sample(facts: Facts, program: Program) -> None:
    rows = document_rows(facts, program.library)

    assert [row.missing for row in rows] == [0] * len(rows)
    assert {row.state for row in rows} == {StepState.COMPLETE}
    assert program.library["mou"].plain_title in {row.title for row in rows}
    assert {row.kind for row in rows} == {kind.title for kind in program.library.kinds.values() if kind.document}


def test_missing_answers_are_found_in_the_order_of_the_form(facts: Facts, program: Program) -> None:
    contribution = next(facts.of_kind("contribution"))
    poorer = after(
        cleared(cleared(facts, "law", FieldType.CHOICE), "area", FieldType.TEXT),
        SetAnswer(FieldPath(contribution.id, "volume"), FieldType.TEXT, None),
    )

    found = unanswered(poorer, program.library, mou(poorer))

    assert found == (Place(1, "area"), Place(3, "contributions", contribution.id, "volume"), Place(8, "law"))
    (row,) = (row for row in document_rows(poorer, program.library) if row.id == mou(poorer).id)
    assert (row.missing, row.state, row.in_pack) == (3, StepState.STARTED, True)
    troubled = document_rows(poorer, program.library, troubled={FieldPath(mou(poorer).id, "start_date")})
    assert {row.state for row in troubled if row.id == mou(poorer).id} == {StepState.ATTENTION}


def test_a_cell_of_its_own_table_is_missing_too(facts: Facts, program: Program) -> None:
    row = new_id()
    longer = after(facts, AddRow(mou(facts).id, "in_scope", row))

    assert unanswered(longer, program.library, mou(longer)) == (Place(2, "in_scope", row, "item"),)


def test_a_step_says_how_far_it_is(facts: Facts, program: Program) -> None:
    started = cleared(facts, "area", FieldType.TEXT)
    empty = cleared(started, "purpose", FieldType.LONG_TEXT)

    def states(now: Facts, *troubled: FieldPath) -> list[StepState]:
        missing = unanswered(now, program.library, mou(now))
        again = look_again(now, program.library, mou(now), troubled)
        views = step_views(now, program.library, mou(now), missing=missing, again=again)
        return [view.state for view in views][:3]

    whole = StepState.COMPLETE
    assert states(facts) == [whole, whole, whole]
    assert states(started) == [whole, StepState.STARTED, whole]
    assert states(empty) == [whole, StepState.EMPTY, whole]
    assert states(facts, FieldPath(mou(facts).id, "start_date")) == [whole, whole, StepState.ATTENTION]


def test_a_task_whose_letters_do_not_do_is_looked_at_again(facts: Facts, program: Program) -> None:
    library, raci = program.library, next(facts.of_kind("raci"))
    grid = letter_grid(facts, raci)
    task = grid.tasks[1].id
    doing = [role.id for role in grid.roles if grid.letters.get((task, role.id)) in {"r", "a_r"}]
    assert look_again(facts, library, raci, ()) == ()

    undone = after(facts, *(change for role in doing for change in letter_changes(raci, task, role, "")))
    now = undone.records[raci.id]
    again = look_again(undone, library, now, ())

    assert again == (Place(3, "letters", task),)
    views = step_views(undone, library, now, missing=(), again=again)
    assert [view.title for view in views if view.state is StepState.ATTENTION] == [library["raci"].steps[3].title]
    states = {row.id: row.state for row in document_rows(undone, library)}
    assert states[raci.id] is StepState.ATTENTION


def test_letters_that_nobody_has_begun_are_not_looked_at_again(facts: Facts, program: Program) -> None:
    row = new_id()
    fresh = after(facts, AddRecord(row, "raci", "R-NEW", facts.tender))
    tasks = after(fresh, AddRow(row, "activities", new_id()), AddRow(row, "roles", new_id()))

    assert look_again(tasks, program.library, tasks.records[row], ()) == ()


def test_a_question_is_asked_only_while_its_condition_holds(facts: Facts, program: Program) -> None:
    step = program.library["mou"].steps[2]

    def names(now: Facts) -> list[str]:
        return [asked.field.id for asked in asked_in_step(now, program.library, mou(now), step)]

    assert "ends_after_loss_days" in names(facts)
    assert "ends_after_loss_days" not in names(cleared(facts, "depends_on_award", FieldType.YES_NO, value=False))


def test_shared_lines_are_those_of_the_parties_and_asked_where_they_live(facts: Facts, program: Program) -> None:
    field = program.library["mou"].fields["contributions"]
    lines = lines_of(facts, program.library, mou(facts), field)
    stranger = after(facts, AddRecord(new_id(), "contribution", "CO-99", facts.tender))

    assert [line.id for line in lines] == [record.id for record in facts.of_kind("contribution")]
    assert lines[0].path("what") == FieldPath(lines[0].id, "what")
    assert len(lines_of(stranger, program.library, mou(stranger), field)) == len(lines) + 1


def test_a_column_that_is_not_asked_is_none(facts: Facts, program: Program) -> None:
    dsa = next(facts.of_kind("dsa"))
    field = program.library["dsa"].fields["flows"]
    lines = {facts.records[line.id].reference: line for line in lines_of(facts, program.library, dsa, field)}

    assert lines["F1"].asked(field.column("sender")) is not None
    assert lines["F7"].asked(field.column("sender")) is None


def test_records_are_found_and_called_by_name(facts: Facts, program: Program) -> None:
    desk = naming_desk(facts, program.library, date(2026, 11, 22))
    nasrin = desk.find("contact", "nasrin akhtar")

    assert desk.call(nasrin) == "Nasrin Akhtar"
    assert desk.find("contact", facts.records[nasrin].reference) == nasrin
    assert desk.find("raci", "TBN-RACI-01")
    assert desk.find("contact", "Nobody") == ""
    assert desk.call("gone") == "gone"


def test_two_of_one_name_get_their_references(facts: Facts, program: Program) -> None:
    twin = new_id()
    more = after(
        facts,
        AddRecord(twin, "contact", "PER-99", ""),
        SetAnswer(FieldPath(twin, "full_name"), FieldType.TEXT, "Nasrin Akhtar"),
    )
    desk = naming_desk(more, program.library, date(2026, 11, 22))

    assert desk.call(twin) == "Nasrin Akhtar (PER-99)"
    assert desk.find("contact", "Nasrin Akhtar (PER-99)") == twin


def test_the_next_reference_is_written_as_the_others(facts: Facts, program: Program) -> None:
    assert next_reference(facts, program.library, "meeting") == "M8"
    assert next_reference(facts, program.library, "contribution") == "CO-06"
    assert next_reference(facts, program.library, "data_flow") == "F11"
    nobody = after(facts, *(RemoveRecord(record.id) for record in facts.of_kind("guarantee")))
    assert next_reference(nobody, program.library, "guarantee") == "PR-01"


def test_the_preview_of_a_document_is_a_file_of_its_pages(facts: Facts, program: Program) -> None:
    preview = preview_document(facts, mou(facts).id, library=program.library, press=program.press)

    assert preview.pdf.startswith(b"%PDF-")
    assert preview.pages > 3


def test_a_character_that_cannot_be_printed_is_named_with_its_question(facts: Facts, program: Program) -> None:
    worse = cleared(facts, "area", FieldType.TEXT, "Marsh 𓀀")
    label = program.library["mou"].fields["area"].label

    with pytest.raises(UnprintableError) as caught:
        preview_document(worse, mou(worse).id, library=program.library, press=program.press)

    assert caught.value.message == (
        f"The character 𓀀 (EGYPTIAN HIEROGLYPH A001, U+13000) in “{label}” cannot be printed. "
        "Write it in words, or take it out."
    )


def test_the_map_of_letters_is_a_grid(program: Program) -> None:
    assert is_letter_grid(program.library["raci"], "letters")
    assert not is_letter_grid(program.library["raci"], "roles")
    assert not is_letter_grid(program.library["mou"], "letters")


def test_a_sample_that_cannot_be_read_leaves_no_workspace(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "new.evidencepack"

    with pytest.raises(BadTenderFileError):
        make_sample_workspace(file, b"no sample", library=program.library)

    assert list(tmp_path.iterdir()) == []
