# SPDX-License-Identifier: MPL-2.0
"""Tab sheets stand before the parts they name, and change no page of the pack."""

from __future__ import annotations

import re

import pypdfium2
import pytest
from tests.pack.annexed import A4, foreign

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Attachment, FieldType
from evidencepack.usecases.annex_names import entering_annexes
from evidencepack.usecases.changes import SetAnswer, apply_change
from evidencepack.usecases.packing import PagePress
from evidencepack.usecases.print_pages import PackPrint, pack_pages

KEPT = ("letter_of_support", "case_study")
TAB = re.compile(r"^Appendix\s+([A-Z])\r?\n", re.MULTILINE)


@pytest.fixture(scope="module")
def few(program: Program, sample_facts: Facts) -> tuple[Facts, dict[str, bytes]]:
    """Return a pack of a few short papers and one annex of two pages, with the bytes of its file."""
    facts = sample_facts
    for one in sample_facts.records.values():
        if program.library[one.kind].document and one.kind not in KEPT:
            facts = apply_change(facts, SetAnswer(FieldPath(one.id, "in_pack"), FieldType.YES_NO, False))
    data = foreign(A4, A4).data
    file = Attachment("c" * 64, "Cover.pdf")
    for change in entering_annexes(facts, program.library, [file]):
        facts = apply_change(facts, change)
    return facts, {file.sha256: data}


def words(pdf: bytes) -> list[str]:
    found = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in found]


def nobody(_title: str) -> None:
    """Nobody follows."""


def printed(program: Program, few: tuple[Facts, dict[str, bytes]], *, duplex: bool, tabs: bool) -> list[str]:
    facts, annexes = few
    press = PagePress(program.library, program.press, duplex=duplex)
    made = pack_pages(press, facts, PackPrint(bundled=True, tabs=tabs, annexes=annexes), nobody)
    said = words(made.pdf)
    assert len(said) == made.pages
    return said


@pytest.mark.parametrize("duplex", [False, True])
def test_a_tab_stands_before_each_part_and_the_pages_stay(
    program: Program,
    few: tuple[Facts, dict[str, bytes]],
    duplex: bool,  # noqa: FBT001 - a table
) -> None:
    plain = printed(program, few, duplex=duplex, tabs=False)
    tabbed = printed(program, few, duplex=duplex, tabs=True)
    tabs = [at for at, said in enumerate(tabbed) if TAB.search(said)]
    letters = [TAB.findall(tabbed[at])[0] for at in tabs]
    assert letters == sorted(letters)
    assert len(letters) == len(set(letters)) >= 4
    behind = {at + 1 for at in tabs} if duplex else set()
    assert [said for at, said in enumerate(tabbed) if at not in {*tabs, *behind}] == plain
    if duplex:
        assert {at % 2 for at in tabs} == {0}, "a tab begins on a right-hand page"
        assert {tabbed[at].strip() for at in behind} == {""}


def test_pages_of_others_are_printed_only_where_they_are_wanted(
    program: Program, few: tuple[Facts, dict[str, bytes]]
) -> None:
    facts, annexes = few
    press = PagePress(program.library, program.press)
    ours = pack_pages(press, facts, PackPrint(annexes=annexes), nobody)
    whole = pack_pages(press, facts, PackPrint(bundled=True, annexes=annexes), nobody)
    assert ours.pages < whole.pages
    assert not any("Cover.pdf" in said for said in words(ours.pdf)[3:])
    assert any("Cover.pdf" in said for said in words(whole.pdf))
