# SPDX-License-Identifier: MPL-2.0
"""History of a document: played back, told in words, compared, and put back as it was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType, Reference, Scalar
from evidencepack.library.model import Library
from evidencepack.store.session import Session
from evidencepack.store.workspace import Workspace, create_workspace, open_workspace
from evidencepack.usecases.changes import RemoveRow, Single, Together, apply_change, rows_of
from evidencepack.usecases.comparing import NOW, Story, compare, putting_back, story_of
from evidencepack.usecases.past import played
from evidencepack.usecases.saving import Kept, keep_changes
from evidencepack.usecases.sittings import Sitting


class Office:
    """A workspace with a memorandum, people who edit it, and a clock that is moved by hand."""

    def __init__(self, file: Path, library: Library) -> None:
        self.now = datetime(2027, 2, 12, 9, 30, tzinfo=UTC)
        self.library = library
        self._file = file
        self.who = "Siân"
        self.workspace = self._open(create_workspace)
        self.tender = self.workspace.add_record("tender", "T-1").id
        self.mou = self.workspace.add_record("mou", "MOU-1", tender=self.tender).id

    def wait(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)

    def sit_down(self, who: str) -> None:
        """Somebody else opens the workspace, an hour later."""
        self.wait(60)
        self.who = who
        self.workspace.close()
        self.workspace = self._open(open_workspace)

    def write(self, field: str, value: Scalar | None, kind: FieldType = FieldType.LONG_TEXT, *, row: str = "") -> None:
        self.wait(0.5)
        where = FieldPath(self.mou, "in_scope", row, field) if row else FieldPath(self.mou, field)
        self.workspace.set_value(where, kind, value)

    @property
    def facts(self) -> Facts:
        return self.workspace.facts(self.tender)

    @property
    def story(self) -> Story:
        return story_of(self.workspace, self.facts, self.library, document=self.mou)

    def sittings(self) -> list[str]:
        return [one.words for one in self.story.sittings()]

    def put_back(self, moment: str, *paths: str) -> tuple[Single, ...]:
        changes = putting_back(self.facts, self.story, moment, paths)
        assert keep_changes(self.workspace, [Together(changes, "put back")]) == Kept(1)
        return changes

    def _open(self, way: object) -> Workspace:
        assert callable(way)
        opened = way(self._file, session=Session(self.who, "laptop", "1", lambda: self.now))
        assert isinstance(opened, Workspace)
        return opened


@pytest.fixture
def office(tmp_path: Path, program: Program) -> Iterator[Office]:
    made = Office(tmp_path / "w.evidencepack", program.library)
    yield made
    made.workspace.close()


def label(office: Office, field: str) -> str:
    return office.library["mou"].fields[field].label


def test_a_document_is_told_by_sittings_the_newest_first(office: Office) -> None:
    office.write("purpose", "Care at home")
    office.write("area", "Marsh ward", FieldType.TEXT)
    office.wait(31)
    office.write("purpose", "Care at home and at night")
    office.sit_down("Tomáš")
    office.write("purpose", None)
    assert office.sittings() == [
        "Tomáš took out 1 answer",
        "Siân changed 1 answer",
        "Siân began it with 2 answers",
    ]


def test_a_sitting_says_what_was_other_at_its_end(office: Office) -> None:
    office.write("area", "Marsh", FieldType.TEXT)
    office.sit_down("Rabeya")
    start = office.now
    office.write("area", "Marsh w", FieldType.TEXT)
    office.write("area", "Marsh ward", FieldType.TEXT)
    office.write("purpose", "x")
    office.write("purpose", None)

    newest = office.story.sittings()[0]

    assert (newest.who, newest.start, newest.end) == ("Rabeya", start + timedelta(minutes=0.5), office.now)
    assert (newest.words, newest.edits, newest.source) == ("Rabeya changed 1 answer", 4, "")
    (change,) = newest.changes
    assert (change.name.question, change.before, change.after) == (label(office, "area"), "Marsh", "Marsh ward")


def test_lines_are_told_by_what_they_say(office: Office) -> None:
    row = office.workspace.add_row(office.mou, "in_scope")
    column = office.library["mou"].fields["in_scope"].columns[0]
    office.write(column.id, "Fewer falls", column.type, row=row)
    office.sit_down("Siân")
    office.workspace.remove_row(office.mou, "in_scope", row)
    newest = office.story.sittings()[0]
    assert newest.words == "Siân took out 1 line"
    assert [(one.name.line, one.before, one.after) for one in newest.changes] == [("Fewer falls", "Fewer falls", "")]

    office.workspace.bring_back_row(office.mou, "in_scope", row)
    assert office.sittings()[0] == "Siân changed nothing in the end"


def test_versions_and_states_are_marks(office: Office) -> None:
    office.write("version", "1.0", FieldType.TEXT)
    office.write("status", "signed", FieldType.CHOICE)
    marks = next(one.marks for one in office.story.sittings() if one.marks)
    assert marks == ("Version 1.0", "Signed")


def test_what_nobody_typed_says_where_it_came_from(office: Office) -> None:
    office.write("purpose", "Care")
    office.workspace.set_value(FieldPath(office.mou, "area"), FieldType.TEXT, "Marsh", reason="copied from T-0")
    newest = office.story.sittings()[0]
    assert (newest.words, newest.source) == ("Siân wrote 1 answer", "copied from T-0")


def test_what_was_undone_is_no_sitting_of_its_own(office: Office) -> None:
    office.write("purpose", "Care")
    with office.workspace.together(reason="undone: typing in “Purpose”"):
        office.write("purpose", None)
    assert office.sittings() == ["Siân began it"]


def test_shared_records_that_a_document_shows_are_told_with_it(office: Office) -> None:
    fields = office.library["mou"].fields.values()
    kind = next(field.rows_of for field in fields if field.rows_of == "meeting")
    meeting = office.workspace.add_record(kind, "M1", tender=office.tender).id
    office.workspace.set_value(FieldPath(meeting, "name"), FieldType.TEXT, "Huddle")
    office.workspace.add_record("risk", "R1", tender=office.tender)
    shown = {one.path.split("/")[0] for one in office.story.revisions}
    assert shown == {office.mou, meeting}
    office.workspace.remove_record(meeting)
    assert {one.path.split("/")[0] for one in office.story.revisions} == {office.mou, meeting}
    whole = story_of(office.workspace, office.facts, office.library)
    assert len(whole.revisions) == len(office.workspace.history())


def filled(office: Office) -> tuple[str, str, str]:
    """A memorandum with two lines, as it stood at a moment; and the ids of the lines."""
    column = office.library["mou"].fields["in_scope"].columns[0]
    first, second = (office.workspace.add_row(office.mou, "in_scope") for _ in range(2))
    office.write(column.id, "Fewer falls", column.type, row=first)
    office.write(column.id, "Earlier visits", column.type, row=second)
    office.write("purpose", "Care at home")
    office.write("start_date", date(2027, 3, 1), FieldType.DATE)
    return office.story.sittings()[0].moment, first, second


def spoilt(office: Office, first: str, second: str) -> None:
    column = office.library["mou"].fields["in_scope"].columns[0]
    office.wait(60)
    office.workspace.move_row(office.mou, "in_scope", second)
    office.write(column.id, "More falls", column.type, row=first)
    office.workspace.remove_row(office.mou, "in_scope", first)
    office.write("purpose", "Care in a home")
    office.write("start_date", None, FieldType.DATE)
    office.workspace.add_row(office.mou, "in_scope")


def test_two_moments_are_compared_place_by_place(office: Office) -> None:
    moment, first, second = filled(office)
    spoilt(office, first, second)
    found = compare(office.story, moment, NOW)
    said = {(one.name.question, one.before, one.after) for one in found.changed}
    assert (label(office, "purpose"), "Care at home", "Care in a home") in said
    assert (label(office, "start_date"), "1 March 2027", "") in said
    assert (label(office, "in_scope"), "Fewer falls", "") in said
    assert compare(office.story, moment, moment).changed == ()
    assert [one.before for one in compare(office.story, moment, moment).same] == [
        "Care at home",
        "1 March 2027",
        "Fewer falls\nEarlier visits",
    ]


def test_a_document_is_put_back_whole_and_that_is_in_its_history(office: Office) -> None:
    moment, first, second = filled(office)
    before = office.facts.records[office.mou]
    spoilt(office, first, second)
    now = office.facts

    changes = office.put_back(moment)

    assert office.facts.records[office.mou] == before
    assert apply_change(now, Together(changes)).records[office.mou] == before
    assert office.story.sittings()[0].source == "put back"
    assert office.put_back(moment) == ()


def test_one_answer_is_put_back_and_nothing_else(office: Office) -> None:
    moment, first, second = filled(office)
    spoilt(office, first, second)
    office.put_back(moment, f"{office.mou}/purpose")
    answers = office.facts.records[office.mou].answers
    assert answers["purpose"] == "Care at home"
    assert "start_date" not in answers
    office.put_back(moment, f"{office.mou}/in_scope/{first}")
    rows = rows_of(office.facts.records[office.mou], "in_scope")
    assert [str(next(iter(row.cells.values()), "")) for row in rows] == ["Fewer falls", "Earlier visits", ""]


def test_putting_a_document_back_leaves_shared_records_alone_until_one_asks(office: Office) -> None:
    meeting = office.workspace.add_record("meeting", "M1", tender=office.tender).id
    name = FieldPath(meeting, "name")
    office.workspace.set_value(name, FieldType.TEXT, "Huddle")
    moment = office.story.sittings()[0].moment
    office.wait(60)
    office.workspace.set_value(name, FieldType.TEXT, "Call")
    assert office.put_back(moment) == ()
    office.put_back(moment, str(name))
    assert office.facts.records[meeting].answers["name"] == "Huddle"


def test_answers_that_point_to_what_is_gone_are_still_named(office: Office) -> None:
    person = office.workspace.add_record("contact", "NA").id
    office.workspace.set_value(FieldPath(person, "full_name"), FieldType.TEXT, "Nasrin Akhtar")
    office.write("owner", Reference(person), FieldType.REFERENCE)
    office.workspace.remove_record(person)
    newest: Sitting = office.story.sittings()[0]
    assert "Nasrin Akhtar" not in newest.words
    assert [one.after for one in newest.changes if one.path.endswith("/owner")] == ["NA"]


def test_playing_back_stops_at_a_moment_and_knows_what_was_gone(office: Office) -> None:
    moment, first, second = filled(office)
    workspace = office.workspace
    workspace.remove_row(office.mou, "in_scope", first)
    revisions = workspace.history_of([office.mou])
    known = [Record(office.mou, "mou", "MOU-1", office.tender)]
    assert played(revisions, known).records == {office.mou: office.facts.records[office.mou]}
    assert set(played(revisions, known).gone) == {first}
    then = played(revisions, known, until=moment)
    assert [row.id for row in rows_of(then.records[office.mou], "in_scope")] == [first, second]
    assert not then.gone
    workspace.remove_record(office.mou)
    assert played(workspace.history_of([office.mou]), known).records == {}
    assert RemoveRow(office.mou, "in_scope", new_id()).field == "in_scope"
