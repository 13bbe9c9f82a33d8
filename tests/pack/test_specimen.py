# SPDX-License-Identifier: MPL-2.0
"""The page on which somebody sees how documents will look: something of each sort, on one page, in every format."""

from __future__ import annotations

from evidencepack.blocks.blocks import Bullets, Callout, Clause, Heading, Paragraph, Style, Table
from evidencepack.blocks.walk import inlines_in
from evidencepack.bootstrap import Program
from evidencepack.pack.specimen import TITLE, specimen


def test_there_is_something_of_each_sort_that_a_template_dresses() -> None:
    made = specimen("Ferrybank")
    blocks = made.sections[0].blocks
    assert {Heading, Paragraph, Bullets, Clause, Table, Callout} == {type(one) for one in blocks}
    assert {one.style for one in blocks if isinstance(one, Paragraph)} == {
        Style.OPENER, Style.FACTS, Style.LEAD, Style.BODY,
    }  # fmt: skip
    assert [one.level for one in blocks if isinstance(one, Heading)] == [1, 2]
    assert made.title == TITLE


def test_the_page_is_that_of_its_reader_and_says_that_it_is_a_sample() -> None:
    assert specimen("Ferrybank <b>&{{").running.left == "Ferrybank <b>&{{"
    assert specimen("").running.left == "Your organisation"
    assert specimen("").running.reference == "SAMPLE-01"
    assert "words that mean nothing" in "".join(getattr(one, "text", "") for one in inlines_in(specimen("")))


def test_it_is_one_page(program: Program) -> None:
    _, pages = program.press.lay_out([specimen("Ferrybank")], stamp=False)
    assert len(pages.pages) == 1
