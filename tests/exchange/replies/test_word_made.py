# SPDX-License-Identifier: MPL-2.0
"""Tracked changes as Word writes them (ISO/IEC 29500-1, 17.13.5): what is accepted stands, and who did it is told."""

from __future__ import annotations

import copy

from lxml import etree
from tests.exchange.replies.files import ROWS, Edit, compare, edited, filled, row_with, runs, sent
from tests.render.word.files import W, words_of

from evidencepack.exchange.replies.report import Comparison, Kind, What
from evidencepack.render.word.package import pack_parts, unpack_parts

_JO = 'w:author="Jo Marsh" w:date="2026-11-03T10:00:00Z"'
_AL = 'w:author="Al Ford" w:date="2026-11-04T09:30:00Z"'


def _paragraph(root: etree._Element, words: str) -> etree._Element:
    return next(one for one in root.iter(f"{W}p") if words in words_of(one))


def _mark(paragraph: etree._Element, change: str) -> None:
    """Track a change of a paragraph's end."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    properties.append(runs(f"<w:rPr>{change}</w:rPr>")[0])


def _wrapped(paragraph: etree._Element, tag: str, by: str) -> None:
    """Put the runs of a paragraph into a tracked change."""
    wrapper = runs(f'<w:{tag} w:id="9" {by}/>')[0]
    for run in list(paragraph.iterchildren(f"{W}r")):
        wrapper.append(run)
        for text in run.iter(f"{W}t") if tag == "del" else ():
            text.tag = f"{W}delText"
    paragraph.append(wrapper)


def _after(*edits: Edit) -> Comparison:
    return compare(edited(sent(), *edits))


def _authors(found: Comparison) -> set[str]:
    told = (found.answers, found.rows, found.columns, found.wording, found.forms)
    return {one.author for changes in told for change in changes for one in change.by}


def test_two_people_who_changed_one_answer_are_both_named() -> None:
    xml = (
        f'<w:del w:id="1" {_JO}><w:r><w:delText>2</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" {_JO}><w:r><w:t>3</w:t></w:r></w:ins>'
        f'<w:ins w:id="3" {_AL}><w:r><w:t xml:space="preserve"> working</w:t></w:r></w:ins>'
        '<w:r><w:t xml:space="preserve"> days</w:t></w:r>'
    )
    (answer,) = _after(filled("2 days", xml)).answers
    assert (answer.old, answer.new, answer.untracked) == ("2 days", "3 working days", False)
    assert [one.author for one in answer.by] == ["Jo Marsh", "Jo Marsh", "Al Ford"]


def test_words_put_in_by_one_and_taken_out_by_another_are_no_change() -> None:
    nested = f'<w:ins w:id="1" {_JO}><w:del w:id="2" {_AL}><w:r><w:delText> or so</w:delText></w:r></w:del></w:ins>'
    found = _after(filled("2 days", f"<w:r><w:t>2 days</w:t></w:r>{nested}"))
    assert found.is_unchanged


def test_a_paragraph_whose_end_was_taken_out_is_joined_with_the_next() -> None:
    found = _after(lambda root: _mark(_paragraph(root, "keeps its own"), f'<w:del w:id="1" {_JO}/>'))
    (change,) = found.wording
    assert (change.kind, change.new) == (
        Kind.JOINED,
        "Each party keeps its own records.Either party may leave after one month.",
    )


def test_a_paragraph_that_was_cut_in_two_is_one_change() -> None:
    def cut(root: etree._Element) -> None:
        first = _paragraph(root, "keeps its own")
        second = copy.deepcopy(first)
        for one, words in ((first, "Each party "), (second, "keeps its own records.")):
            (text,) = one.iter(f"{W}t")
            text.text = words
        for mark in list(second.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            mark.getparent().remove(mark)  # type: ignore[union-attr]
        first.addnext(second)
        _mark(first, f'<w:ins w:id="1" {_JO}/>')

    found = _after(cut)
    assert [(one.kind, one.new) for one in found.wording] == [(Kind.SPLIT, "Each party\nkeeps its own records.")]
    assert found.differences == 1


def test_a_paragraph_that_was_taken_out_with_its_end_is_removed_and_the_next_stays_what_it_is() -> None:
    def take(root: etree._Element) -> None:
        clause = _paragraph(root, "keeps its own")
        _wrapped(clause, "del", _JO)
        _mark(clause, f'<w:del w:id="1" {_JO}/>')

    found = _after(take)
    assert [(one.kind, one.old) for one in found.wording] == [(Kind.REMOVED, "Each party keeps its own records.")]
    assert (found.differences, _authors(found)) == (1, {"Jo Marsh"})


def test_a_paragraph_that_was_moved_and_tracked_is_one_move() -> None:
    def move(root: etree._Element) -> None:
        clause = _paragraph(root, "keeps its own")
        twin = copy.deepcopy(clause)
        for mark in list(twin.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            mark.getparent().remove(mark)  # type: ignore[union-attr]
        _paragraph(root, "is what we are for").addnext(twin)
        for one, tag in ((clause, "moveFrom"), (twin, "moveTo")):
            _wrapped(one, tag, _JO)
            _mark(one, f'<w:{tag} w:id="4" {_JO}/>')
            one.insert(1, runs(f'<w:{tag}RangeStart w:id="5" w:name="move1" {_JO}/>')[0])
            one.append(runs(f'<w:{tag}RangeEnd w:id="5"/>')[0])

    found = _after(move)
    assert [(one.kind, one.new, one.more) for one in found.wording] == [
        (Kind.MOVED, "Each party keeps its own records.", 0)
    ]
    assert (found.differences, _authors(found)) == (1, {"Jo Marsh"})


def test_a_row_that_was_put_in_and_tracked_names_who_did() -> None:
    def put_in(root: etree._Element) -> None:
        row = row_with(root, "Task 1")
        twin = copy.deepcopy(row)
        for one in list(twin.iter(f"{W}tag", f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            one.getparent().remove(one)  # type: ignore[union-attr]
        for text in twin.iter(f"{W}t"):
            text.text = f"new {text.text}"
        twin.find(f"{W}trPr").append(runs(f'<w:ins w:id="1" {_JO}/>')[0])  # type: ignore[union-attr]
        row.addnext(twin)

    (row,) = _after(put_in).rows
    assert (row.kind, row.cells, row.by[0].author) == (Kind.ADDED, ("new Task 1", "new Who 1"), "Jo Marsh")


def _without_column(root: etree._Element) -> None:
    for row in root.iter(f"{W}tr"):
        row.remove(list(row.iterchildren(f"{W}tc"))[1])


def _track_column(root: etree._Element) -> None:
    for row in root.iter(f"{W}tr"):
        cell = list(row.iterchildren(f"{W}tc"))[1]
        cell.find(f"{W}tcPr").append(runs(f'<w:cellDel w:id="1" {_JO}/>')[0])  # type: ignore[union-attr]


def test_a_column_that_was_taken_out_is_told_once_whether_it_was_tracked_or_not() -> None:
    for edit, authors in ((_without_column, set()), (_track_column, {"Jo Marsh"})):
        found = _after(edit)
        (column,) = found.columns
        assert (column.kind, column.cells[:2]) == (Kind.REMOVED, ("Who", "Who 0"))
        assert (found.differences, _authors(found)) == (1, authors)


def test_a_table_that_was_taken_out_or_put_in_is_told_once() -> None:
    def take(root: etree._Element) -> None:
        table = next(root.iter(f"{W}tbl"))
        table.getparent().remove(table)  # type: ignore[union-attr]

    def double(root: etree._Element) -> None:
        twin = copy.deepcopy(next(root.iter(f"{W}tbl")))
        for one in list(twin.iter(f"{W}tag", f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            one.getparent().remove(one)  # type: ignore[union-attr]
        for text in twin.iter(f"{W}t"):
            text.text = f"other {text.text}"
        root[0].insert(0, twin)

    for edit, kind in ((take, Kind.REMOVED), (double, Kind.ADDED)):
        found = _after(edit)
        assert [(row.kind, row.more) for row in found.rows] == [(kind, ROWS)]
        assert found.differences == 1


def test_a_column_that_was_put_in_is_told_once() -> None:
    def put_in(root: etree._Element) -> None:
        for row in root.iter(f"{W}tr"):
            row.append(runs("<w:tc><w:p><w:r><w:t>By when</w:t></w:r></w:p></w:tc>")[0])

    found = _after(put_in)
    assert [(one.kind, one.cells[0]) for one in found.columns] == [(Kind.ADDED, "By when")]
    assert found.differences == 1


def test_tracked_changes_of_looks_alone_are_told_with_who_made_them() -> None:
    def restyle(root: etree._Element) -> None:
        run = _paragraph(root, "keeps its own").find(f"{W}r")
        assert run is not None
        run.insert(0, runs(f'<w:rPr><w:b/><w:rPrChange w:id="1" {_JO}><w:rPr/></w:rPrChange></w:rPr>')[0])

    (look,) = _after(restyle).forms
    assert (look.what, look.words, look.by[0].author) == (
        What.LOOK,
        "Each party keeps its own records.",
        "Jo Marsh",
    )


def test_looks_that_one_person_changed_all_over_are_told_once() -> None:
    def restyle(root: etree._Element) -> None:
        for run in root.iter(f"{W}r"):
            run.insert(0, runs(f'<w:rPr><w:b/><w:rPrChange w:id="1" {_AL}><w:rPr/></w:rPrChange></w:rPr>')[0])

    (look,) = _after(restyle).forms
    assert (look.by[0].author, look.more) == ("Al Ford", ROWS + 6)


def test_a_comment_on_words_of_ours_says_where_it_stands() -> None:
    def hang(root: etree._Element) -> None:
        clause = _paragraph(root, "keeps its own")
        clause.insert(1, runs('<w:commentRangeStart w:id="5"/>')[0])
        for one in runs('<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>'):
            clause.append(one)

    parts = unpack_parts(edited(sent(), hang))
    parts["word/comments.xml"] = (
        f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="5" {_AL} w:initials="AF">'
        "<w:p><w:r><w:annotationRef/></w:r><w:r><w:t>Which records?</w:t></w:r></w:p>"
        "<w:p><w:r><w:t>For how long?</w:t></w:r></w:p></w:comment></w:comments>"
    ).encode()
    (comment,) = compare(pack_parts(parts)).comments
    assert (comment.author, comment.words, comment.on) == (
        "Al Ford",
        "Which records?\nFor how long?",
        "Each party keeps its own records.",
    )
    assert (comment.where.paper, comment.where.number, comment.paths) == ("Document one", "1", ())
