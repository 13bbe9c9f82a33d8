# SPDX-License-Identifier: MPL-2.0
"""Edits as Word makes them, each reported exactly, and nothing else."""

from __future__ import annotations

import copy

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.exchange.replies.files import (
    DAYS,
    LEAD,
    PURPOSE,
    ROWS,
    TASKS,
    cell,
    compare,
    control_with,
    edited,
    filled,
    retyped,
    row_with,
    sent,
    typed,
)
from tests.render.word.files import W, words_of

from evidencepack.exchange.replies.markers import Layer
from evidencepack.exchange.replies.report import Comparison, Kind, Standing
from evidencepack.render.word.package import pack_parts, unpack_parts


def _told(found: Comparison) -> tuple[list[tuple[str, str | None, str]], int, int]:
    answers = [(one.paths[0], one.old, one.new) for one in found.answers]
    return answers, len(found.rows), len(found.wording)


def test_a_file_as_it_was_sent_has_no_change() -> None:
    found = compare(sent())
    assert found.is_unchanged
    assert found.standing is Standing.SAME
    assert found.found[0] == (Layer.CONTROL, found.places)


def test_text_in_many_runs_with_marks_of_revision_and_proofing_is_no_change() -> None:
    xml = (
        '<w:r w:rsidR="00AB12CD"><w:t xml:space="preserve">clo</w:t></w:r><w:proofErr w:type="spellStart"/>'
        '<w:r><w:t xml:space="preserve">se the </w:t></w:r>'
        "<w:r><w:rPr><w:b/></w:rPr><w:t>g</w:t><w:softHyphen/><w:t>ap</w:t></w:r>"
    )
    assert compare(edited(sent(), filled("close the gap", xml))).is_unchanged


def test_a_typed_answer_is_reported_with_both_its_words() -> None:
    found = compare(edited(sent(), typed("2 days", "3 days")))
    assert _told(found) == ([(DAYS, "2 days", "3 days")], 0, 0)
    assert found.answers[0].untracked


def test_tabs_breaks_and_held_hyphens_are_words() -> None:
    xml = "<w:r><w:t>by</w:t><w:noBreakHyphen/><w:t>law</w:t><w:tab/><w:t>one</w:t><w:br/><w:t>two</w:t></w:r>"
    assert _told(compare(edited(sent(), filled("2 days", xml)))) == ([(DAYS, "2 days", "by-law one\ntwo")], 0, 0)


def test_tracked_changes_come_with_who_and_when() -> None:
    by = 'w:id="7" w:author="Jo" w:date="2026-11-20T10:00:00Z"'
    xml = (
        f"<w:del {by}><w:r><w:delText>2</w:delText></w:r></w:del><w:ins {by}><w:r><w:t>3</w:t></w:r></w:ins>"
        '<w:r><w:t xml:space="preserve"> days</w:t></w:r>'
    )
    found = compare(edited(sent(), filled("2 days", xml)))
    assert _told(found) == ([(DAYS, "2 days", "3 days")], 0, 0)
    change = found.answers[0]
    assert [(one.inserted, one.words, one.author, one.when[:10]) for one in change.by] == [
        (False, "2", "Jo", "2026-11-20"),
        (True, "3", "Jo", "2026-11-20"),
    ]
    assert not change.untracked


def test_a_placeholder_that_was_filled_in_was_empty_before() -> None:
    found = compare(edited(sent(), typed("[to complete: Lead]", "Ana Silva")))
    assert _told(found) == ([(LEAD, "", "Ana Silva")], 0, 0)


def test_a_placeholder_that_a_program_forgot_is_no_change() -> None:
    def forget(root: etree._Element) -> None:
        for asks in list(root.iter(f"{W}showingPlcHdr")):
            asks.getparent().remove(asks)  # type: ignore[union-attr]

    assert compare(edited(sent(), forget)).is_unchanged


def test_an_answer_shown_twice_is_reported_where_it_was_changed() -> None:
    found = compare(edited(sent(), typed("close the gap", "help", time=1)))
    assert _told(found) == ([(PURPOSE, "close the gap", "help")], 0, 0)
    assert found.answers[0].tag.endswith("_2")


def test_a_copied_row_is_a_new_row() -> None:
    def duplicate(root: etree._Element) -> None:
        row = row_with(root, "Task 1")
        twin = copy.deepcopy(row)
        for number in twin.iterfind(f".//{W}sdtPr/{W}id"):
            number.set(f"{W}val", str(int(number.get(f"{W}val", "")) // 2 + 1))
        next(twin.iter(f"{W}t")).text = "Task new"
        row.addnext(twin)

    found = compare(edited(sent(), duplicate))
    assert _told(found) == ([], 1, 0)
    row = found.rows[0]
    assert (row.kind, row.table, row.columns, row.cells[0]) == (Kind.ADDED, TASKS, ("task", "who"), "Task new")


def test_a_row_without_tags_is_a_new_row_and_a_missing_one_is_removed() -> None:
    def change(root: etree._Element) -> None:
        row = row_with(root, "Task 1")
        twin = copy.deepcopy(row)
        for one in list(twin.iter(f"{W}tag", f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            one.getparent().remove(one)  # type: ignore[union-attr]
        for text in twin.iter(f"{W}t"):
            text.text = f"other {text.text}"
        row_with(root, "Task 3").addnext(twin)
        row.getparent().remove(row)  # type: ignore[union-attr]

    found = compare(edited(sent(), change))
    assert _told(found) == ([], 2, 0)
    assert [(row.kind, row.row) for row in found.rows] == [
        (Kind.REMOVED, cell(1, "").rstrip("/")),
        (Kind.ADDED, ""),
    ]


def test_a_row_that_a_tracked_change_takes_out_names_who_did() -> None:
    def take_out(root: etree._Element) -> None:
        row = row_with(root, "Task 2")
        properties = row.find(f"{W}trPr")
        assert properties is not None
        etree.SubElement(properties, f"{W}del", {f"{W}author": "Jo", f"{W}date": "2026-11-20T10:00:00Z"})

    found = compare(edited(sent(), take_out))
    assert [(row.kind, row.by[0].author) for row in found.rows] == [(Kind.REMOVED, "Jo")]


def test_a_moved_row_is_moved_and_nothing_else() -> None:
    def move(root: etree._Element) -> None:
        row_with(root, "Task 3").addnext(row_with(root, "Task 0"))

    found = compare(edited(sent(), move))
    assert _told(found) == ([], 1, 0)
    assert (found.rows[0].kind, found.rows[0].cells[0]) == (Kind.MOVED, "Task 0")


def test_a_control_that_was_taken_away_with_its_words_is_removed() -> None:
    def delete(root: etree._Element) -> None:
        control = control_with(root, "2 days")
        control.getparent().remove(control)  # type: ignore[union-attr]

    found = compare(edited(sent(), delete))
    assert [(one.kind, one.paths[0], one.old, one.new) for one in found.answers] == [(Kind.REMOVED, DAYS, "2 days", "")]


def test_an_answer_whose_control_is_gone_is_read_from_its_bookmark() -> None:
    def unwrap(root: etree._Element) -> None:
        control = control_with(root, "2 days")
        for run in runs_of(control):
            control.addprevious(run)
        control.getparent().remove(control)  # type: ignore[union-attr]

    found = compare(edited(sent(), unwrap))
    assert found.is_unchanged
    assert dict(found.found)[Layer.BOOKMARK] == 1


def runs_of(control: etree._Element) -> list[etree._Element]:
    content = control.find(f"{W}sdtContent")
    assert content is not None
    return list(content)


def test_answers_without_any_marker_are_found_by_the_words_around_them() -> None:
    def strip(root: etree._Element) -> None:
        for tag in list(root.iter(f"{W}tag", f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            tag.getparent().remove(tag)  # type: ignore[union-attr]

    assert compare(edited(sent(), strip)).is_unchanged
    found = compare(edited(sent(), strip, retyped("2\u00a0days", "9 days")))
    assert [(one.paths[0], one.old, one.new, one.layer) for one in found.answers] == [
        (DAYS, "2 days", "9 days", Layer.WORDS)
    ]
    assert found.lost_its_markers


def test_a_clause_that_was_reworded_is_reported_with_its_heading() -> None:
    found = compare(edited(sent(), retyped("one month", "three months")))
    (change,) = found.wording
    assert (change.kind, change.where.heading) == (Kind.CHANGED, "How we work")
    assert (change.old, change.new) == (
        "Either party may leave after one month.",
        "Either party may leave after three months.",
    )
    assert not found.answers


def test_a_clause_that_was_taken_out_and_one_put_in_are_told_apart() -> None:
    def change(root: etree._Element) -> None:
        (clause,) = (one for one in root.iter(f"{W}p") if "keeps its own" in words_of(one))
        new = copy.deepcopy(clause)
        next(new.iter(f"{W}t")).text = "Invoices are paid in thirty days after they come."
        clause.addnext(new)
        clause.getparent().remove(clause)  # type: ignore[union-attr]

    found = compare(edited(sent(), change))
    assert [one.kind for one in found.wording] == [Kind.REMOVED, Kind.ADDED]


def _with_comment(root: etree._Element) -> None:
    control = control_with(root, "2 days")
    for name, place in (("commentRangeStart", control.addprevious), ("commentRangeEnd", control.addnext)):
        place(etree.Element(f"{W}{name}", {f"{W}id": "5"}))


def test_a_comment_comes_with_the_answer_it_hangs_on() -> None:
    parts = unpack_parts(edited(sent(), _with_comment))
    parts["word/comments.xml"] = (
        f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="5" w:author="Jo" w:date="2026-11-20T10:00:00Z">'
        "<w:p><w:r><w:t>Too short?</w:t></w:r></w:p></w:comment></w:comments>"
    ).encode()
    (comment,) = compare(pack_parts(parts)).comments
    assert (comment.author, comment.words, comment.on, comment.paths) == ("Jo", "Too short?", "2 days", (DAYS,))


def _with_manifest(old: bytes, new: bytes) -> bytes:
    parts = unpack_parts(sent())
    return pack_parts({**parts, "customXml/item1.xml": parts["customXml/item1.xml"].replace(old, new)})


def test_what_the_file_is_comes_from_its_manifest() -> None:
    assert compare(_with_manifest(b'document="TBN-PACK"', b'document="ABC-PACK"')).standing is Standing.OTHER_DOCUMENT
    assert compare(_with_manifest(b'code="', b'code="f')).standing is Standing.OTHER_EXPORT
    assert compare(_with_manifest(b'hash="', b'hash="f')).standing is Standing.ALTERED
    parts = unpack_parts(sent())
    del parts["customXml/item1.xml"]
    assert compare(pack_parts(parts)).standing is Standing.UNMARKED


def test_a_manifest_that_was_renamed_is_found() -> None:
    parts = unpack_parts(sent())
    parts["customXml/item7.xml"] = parts.pop("customXml/item1.xml")
    assert compare(pack_parts(parts)).standing is Standing.SAME


_ANSWERS = st.lists(
    st.sampled_from([("2 days", DAYS), *((f"Task {row}", cell(row, "task")) for row in range(ROWS))]), unique=True
)


@settings(max_examples=15)
@given(
    answers=_ANSWERS, wording=st.booleans(), words=st.text("abc é", min_size=1).filter(lambda text: bool(text.strip()))
)
def test_whatever_is_changed_is_reported_and_nothing_else(
    *, answers: list[tuple[str, str]], wording: bool, words: str
) -> None:
    edits = [typed(old, f"new {words}") for old, _ in answers]
    edits += [retyped("keeps its own", "keeps all its")] if wording else []
    found = compare(edited(sent(), *edits))
    assert {(one.paths[0], one.old) for one in found.answers} == {(path, old) for old, path in answers}
    assert all(one.new == f"new {' '.join(words.split())}" for one in found.answers)
    assert (len(found.rows), len(found.wording)) == (0, int(wording))
