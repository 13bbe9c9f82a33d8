# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.exchange.replies.markers import Layer
from evidencepack.exchange.replies.report import (
    AnswerChange,
    ColumnChange,
    Comment,
    Comparison,
    FormChange,
    Kind,
    PaperChange,
    RowChange,
    Standing,
    Unread,
    What,
    Where,
    WordingChange,
)
from evidencepack.exchange.replies.story import Tracked
from evidencepack.exchange.replies.unread import Unreadable
from evidencepack.usecases.replies import unread_sentence
from evidencepack.usecases.reply_names import by_their_controls
from evidencepack.usecases.reply_report import Told, sum_of, told

_JO = (Tracked(True, "3", "Jo Marsh", "2026-11-03T10:00:00Z"),)
_CLAUSE = Where("Memorandum", "M-1", number="4.2")


def _found(**changes: object) -> Comparison:
    return Comparison(Standing.SAME, "M-1", "M-1", "", "", 1, (), worded=True, **changes)  # type: ignore[arg-type]


def _one(**changes: object) -> Told:
    (thing,) = told(_found(**changes), by_their_controls)
    return thing


def _answer(old: str | None, new: str, **others: object) -> AnswerChange:
    changed = {"kind": Kind.CHANGED, "paths": ("1/days",), "tag": "ep", "name": "How many days?", **others}
    return AnswerChange(old=old, new=new, layer=Layer.CONTROL, **changed)  # type: ignore[arg-type]


def test_an_answer_comes_with_its_place_its_question_and_both_its_words() -> None:
    also, still = (Where("Memorandum", "M-1", number="5"),), (Where("Plan", "P-1", heading="When"),)
    thing = _one(answers=(_answer("2 days", "3 days", by=_JO, untracked=False, where=_CLAUSE, also=also, still=still),))
    assert (thing.sort, thing.place, thing.question) == ("answer", "Memorandum M-1, clause 4.2", "How many days?")
    assert ([one.text for one in thing.old if one.changed], [one.text for one in thing.new if one.changed]) == (
        ["2"],
        ["3"],
    )
    assert (thing.by, thing.untracked) == (("Jo Marsh, 3 November 2026",), False)
    assert (thing.also, thing.still) == (("clause 5",), ("Plan P-1, under “When”",))


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [("", "3", "This was filled in"), ("2", "", "This answer was emptied"), ("2", "3", "This answer was changed")],
)
def test_what_was_done_to_an_answer_is_said_in_a_word(old: str, new: str, what: str) -> None:
    assert _one(answers=(_answer(old, new),)).what == what


def test_words_with_nothing_in_common_are_not_marked() -> None:
    thing = _one(answers=(_answer("monthly", "never"),))
    assert not any(one.changed for one in (*thing.old, *thing.new))


def test_rows_and_columns_show_their_cells() -> None:
    row = _one(rows=(RowChange(Kind.REMOVED, "", "", ("",), ("Board", "monthly"), where=_CLAUSE),))
    assert (row.what, row.old[0].text) == ("A row of a table was taken out", "Board\u2003|\u2003monthly")
    column = _one(columns=(ColumnChange(Kind.ADDED, ("When", "May", "June")),))
    assert (column.what, column.new[0].text) == ("The column “When” of a table was added", "May\u2003|\u2003June")


def test_paragraphs_that_moved_are_said_to_stand_elsewhere() -> None:
    moved = WordingChange(Kind.MOVED, "We pay.", "We pay.", where=_CLAUSE, to=Where("Memorandum", "M-1", "9"), more=2)
    assert _one(wording=(moved,)).what == (
        "3 paragraphs were moved together; this is the first: it stands after clause 9 now"
    )
    added = WordingChange(Kind.ADDED, "", "We pay.", where=_CLAUSE)
    assert _one(wording=(added,)).what == "A paragraph was added after this place"


@pytest.mark.parametrize(
    ("what", "kind", "said"),
    [
        (What.STRUCK, Kind.ADDED, "Words were struck out"),
        (What.LEVEL, Kind.CHANGED, "A paragraph is on another level of its list"),
        (What.PICTURE, Kind.REMOVED, "A picture was taken out"),
        (What.HEADER, Kind.CHANGED, "The header was changed"),
        (What.FOOTER, Kind.ADDED, "The footer was added"),
        (What.FOOTNOTE, Kind.ADDED, "A footnote was added"),
        (What.ENDNOTE, Kind.REMOVED, "The endnote was taken out"),
    ],
)
def test_what_was_changed_beside_the_words_has_its_sentence(what: What, kind: Kind, said: str) -> None:
    thing = _one(forms=(FormChange(what, kind, "some words", "it was so", "it is so", where=_CLAUSE),))
    assert (thing.what, thing.about, thing.place) == (said, "some words", "Memorandum M-1, clause 4.2")
    assert any(one.changed for one in thing.old) is (what.value in {"header", "footer", "footnote", "endnote"})


def test_a_comment_says_by_whom_and_on_what() -> None:
    thing = _one(
        comments=(Comment("Jo", "2026-11-03T10:00:00Z", "Too short?", "2 days", ("1/days",), "Days?", _CLAUSE),)
    )
    assert (thing.what, thing.about, thing.new[0].text) == ("A comment on these words", "2 days", "Too short?")
    assert (thing.question, thing.by, thing.untracked) == ("Days?", ("Jo, 3 November 2026",), False)


def test_the_sum_counts_what_nobody_tracked() -> None:
    found = _found(answers=(_answer("2", "3"), _answer("4", "5", by=_JO, untracked=False)))
    assert sum_of(found, told(found, by_their_controls)) == (
        "2 differences, 1 of them not tracked, or not wholly; 0 comments."
    )
    one = _found(answers=(_answer("4", "5", by=_JO, untracked=False),))
    assert sum_of(one, told(one, by_their_controls)) == "1 difference, tracked; 0 comments."
    assert sum_of(_found(), ()) == "Nothing was changed."


def test_what_cannot_be_read_is_said_with_its_places_and_is_no_difference() -> None:
    found = _found(unread=(Unread(Unreadable.SHAPE, 2, _CLAUSE), Unread(Unreadable.OBJECT, 1)))
    assert sum_of(found, ()) == "Nothing that can be read was changed."
    assert unread_sentence(found) == (
        "The file also holds things this cannot read: a shape, line or text box, 2 times (Memorandum M-1, clause 4.2); "
        "an object of another program. Look at them in Word."
    )
    many = _found(unread=tuple(Unread(Unreadable.SHAPE, 1, Where("Plan", number=str(at))) for at in range(30)))
    assert unread_sentence(many).endswith("; and 18 more. Look at them in Word.")
    assert unread_sentence(_found()) == ""


def test_a_paper_that_was_taken_out_is_named() -> None:
    thing = _one(papers=(PaperChange(Where("Plan", "P-1"), 19, _JO),))
    assert (thing.what, thing.place) == ("This paper was taken out whole (19 paragraphs and rows)", "Plan P-1")
    assert (thing.by, thing.untracked) == (("Jo Marsh, 3 November 2026",), False)
    assert _one(papers=(PaperChange(Where("Plan"), 1),)).what == "This paper was taken out whole (a paragraph)"


def test_the_wording_of_a_row_is_called_so() -> None:
    change = WordingChange(Kind.CHANGED, "a | b", "a | c", where=Where("Plan", row="a"))
    assert _one(wording=(change,)).what == "The wording of a row was changed"
