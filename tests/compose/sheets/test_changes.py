# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import date

from evidencepack.blocks.blocks import Heading, Table, Toc
from evidencepack.blocks.document import Document, Running
from evidencepack.blocks.inlines import Text
from evidencepack.blocks.walk import inlines_in
from evidencepack.compose.front import CHANGES
from evidencepack.compose.sheets.changes import ChangedAnswer, ChangedPaper, Slip, SlipLine, change_slip

_RUNNING = Running("Ferrybank", "TBN-1", "TBN-1-PACK", "version 1.0")
_LINES = (SlipLine("B", "Memorandum", "replaced", "mou"), SlipLine("C", "Old <b>&{{", "withdrawn"))


def slip(*papers: ChangedPaper, kept: bool = True, lines: tuple[SlipLine, ...] = _LINES) -> Document:
    counts = ((0, "added"), (1, "replaced"), (1, "withdrawn"))
    told = Slip("Changes since issue 1", 1, date(2027, 2, 14), lines, counts, kept, papers)
    return change_slip(told, _RUNNING)


def words(document: Document) -> str:
    return " ".join(one.text for one in inlines_in(document) if isinstance(one, Text))


def test_the_slip_counts_what_changed_and_says_of_when_the_issue_was() -> None:
    made = slip()
    assert made.anchor == CHANGES
    assert "One appendix replaced and one appendix withdrawn." in words(made)
    assert "keep their letters" in words(made)
    assert "Issue 1 is of 14 February 2027." in words(made)
    assert "keep their letters" not in words(slip(kept=False))


def test_what_has_pages_in_the_file_is_a_link_and_what_has_none_a_line() -> None:
    blocks = slip().sections[0].blocks
    (toc,) = (one for one in blocks if isinstance(one, Toc))
    (table,) = (one for one in blocks if isinstance(one, Table))
    assert [(one.target, one.letter) for one in toc.entries] == [("mou", "B")]
    assert len(table.rows) == 1
    assert "Old <b>&{{" in words(slip())


def test_each_answer_stands_with_its_words_before_and_now_and_what_is_not_printed_is_a_dash() -> None:
    answers = (ChangedAnswer("Who leads?", ("Nasrin",), ("Siân",), "D"), ChangedAnswer("When?", (), ("Friday",)))
    made = slip(ChangedPaper("B", "Memorandum", answers))
    said = words(made)
    assert [one for one in made.sections[0].blocks if isinstance(one, Heading)][-1].level == 2
    assert "Who leads? Also in D Nasrin Siân" in said
    assert "When? – Friday" in said


def test_papers_in_which_no_answer_changed_are_told_together() -> None:
    made = slip(ChangedPaper("B", "Memorandum", ()), ChangedPaper("D", "Letter", ()))
    assert "In Appendices B and D no other answer has changed" in words(made)
    assert "In Appendix D no other answer" in words(slip(ChangedPaper("D", "Letter", ())))


def test_of_signatures_only_that_they_were_brought_up_to_date_is_told() -> None:
    made = slip(ChangedPaper("E", "Sign-off sheet", (), signatures=True))
    assert "The signatures in Appendix E were brought up to date." in words(made)
    assert "no other answer" not in words(made)
    both = slip(ChangedPaper("E", "Sign-off sheet", (ChangedAnswer("Who?", (), ("Siân",)),), signatures=True))
    assert "Who? – Siân" in words(both)
    assert "in Appendix E were brought" in words(both)


def test_nothing_to_list_is_no_empty_table() -> None:
    assert not any(isinstance(one, Table | Toc) for one in slip(lines=()).sections[0].blocks)
