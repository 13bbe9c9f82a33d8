# SPDX-License-Identifier: MPL-2.0
"""Two states of the sample's measures, as they are printed for those who sign them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evidencepack.blocks.blocks import Block, Clause, Paragraph, Table
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Text
from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Weight
from evidencepack.domain.values import Answer
from evidencepack.signoff.comparing import Said, WordsChanged, weight_of, words_changed
from evidencepack.usecases.sign_changes import said_now

PAPER = "TBN-LOS-MT"
HOSTILE = "<b>&{{ Ní Bhriain"


@pytest.fixture(scope="module")
def paper(sample_facts: Facts) -> Record:
    return next(one for one in sample_facts.records.values() if one.reference == PAPER)


@pytest.fixture(scope="module")
def before(program: Program, sample_facts: Facts, paper: Record) -> Said:
    return said_now(paper, sample_facts, program.library)


def _with(facts: Facts, paper: Record, **answers: Answer) -> Facts:
    return replace(facts, records={**facts.records, paper.id: replace(paper, answers={**paper.answers, **answers})})


def _changed(program: Program, before: Said, paper: Record, **answers: Answer) -> tuple[WordsChanged, ...]:
    facts = _with(before.facts, paper, **answers)
    return words_changed(before, said_now(facts.records[paper.id], facts, program.library), program.library)


def test_nothing_has_changed_in_the_same_words(program: Program, before: Said) -> None:
    assert words_changed(before, before, program.library) == ()
    assert weight_of(()) is Weight.COSMETIC


def test_an_answer_is_told_by_its_question_with_its_words_before_and_after(
    program: Program, before: Said, paper: Record
) -> None:
    (one,) = _changed(program, before, paper, own_role=HOSTILE)
    assert one.weight is Weight.RE_SIGN
    assert one.about == program.library[paper.kind].fields["own_role"].label
    assert one.before == (" ".join(str(paper.answers["own_role"]).split()),)
    assert one.after == (HOSTILE,)


def test_each_change_weighs_what_its_question_does(program: Program, before: Said, paper: Record) -> None:
    found = _changed(program, before, paper, letter_date=date(2027, 1, 30), own_role=HOSTILE)
    weights = {one.weight for one in found}
    assert weights == {Weight.RE_SIGN, Weight.NOTIFY}
    assert weight_of(found) is Weight.RE_SIGN
    assert weight_of(_changed(program, before, paper, letter_date=date(2027, 1, 30))) is Weight.NOTIFY
    assert weight_of(_changed(program, before, paper, phone="020 7946 0999")) is Weight.COSMETIC


def test_words_around_answers_are_to_be_agreed_to_under_their_heading(program: Program, before: Said) -> None:
    (section, *others) = before.document.sections
    more = Clause(1, (Text("A new part"),)), Paragraph((Text("Nobody is paid before April."),))
    after = replace(before.document, sections=(replace(section, blocks=(*section.blocks, *more)), *others))
    found = words_changed(before, Said(after, before.facts), program.library)
    assert [(one.weight, one.before, one.after) for one in found] == [
        (Weight.RE_SIGN, (), ("A new part",)),
        (Weight.RE_SIGN, (), ("Nobody is paid before April.",)),
    ]
    assert found[1].about == "Words of the paper, under “A new part”"
    back = words_changed(Said(after, before.facts), before, program.library)
    assert [one.before for one in back] == [("A new part",), ("Nobody is paid before April.",)]


def test_words_that_only_changed_places_are_not_passed_over(program: Program, before: Said) -> None:
    blocks = (Paragraph((Text("One thing."),)), Paragraph((Text("–"),)), Paragraph((Text("+"),)))
    (section, *others) = before.document.sections

    def said(*some: Paragraph) -> Said:
        changed = (replace(section, blocks=(*section.blocks, *some)), *others)
        return Said(replace(before.document, sections=changed), before.facts)

    (one,) = words_changed(said(*blocks), said(blocks[0], blocks[2], blocks[1]), program.library)
    assert (one.weight, one.about) == (Weight.RE_SIGN, "The words of the paper, or their order")


def test_a_row_that_holds_answers_brings_no_words_of_its_own(program: Program, sample_facts: Facts) -> None:
    (mou,) = (one for one in sample_facts.records.values() if one.reference == "TBN-MOU-01")
    was = said_now(mou, sample_facts, program.library)
    number = sum(isinstance(block, Table) and len(block.rows) > 2 for block in _blocks(was.document))
    assert number
    after = [_shorter(block) for block in _blocks(was.document)]
    now = replace(was.document, sections=(replace(was.document.sections[0], blocks=tuple(after)),))
    found = words_changed(was, Said(now, sample_facts), program.library)
    assert found
    assert not [one.about for one in found if one.about.startswith("Words of the paper")]


def _blocks(document: Document) -> list[Block]:
    return [block for section in document.sections for block in section.blocks]


def _shorter(block: Block) -> Block:
    return replace(block, rows=block.rows[:-1]) if isinstance(block, Table) and len(block.rows) > 2 else block
