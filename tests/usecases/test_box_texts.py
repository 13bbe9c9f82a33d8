# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.box import Box
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Number
from evidencepack.usecases.box_texts import BoxText, box_text, count_sentences, counted, how_counted, joined
from evidencepack.usecases.finding_records import NotFoundError

Read = Callable[[Facts, str], BoxText]


@pytest.fixture(scope="module")
def read(program: Program) -> Read:
    return lambda facts, name: box_text(facts, name, library=program.library)


def _with(facts: Facts, reference: str, **answers: Answer | None) -> Facts:
    record = next(one for one in facts.records.values() if one.reference == reference)
    kept = {name: one for name, one in {**record.answers, **answers}.items() if one is not None}
    changed: Record = replace(record, answers=kept)
    return replace(facts, records={**facts.records, record.id: changed})


def test_a_narrative_is_its_five_answers_with_the_limit_of_its_question(sample_facts: Facts, read: Read) -> None:
    found = read(sample_facts, "TBN-NAR-01")
    assert (found.question, found.box) == ("Q3", Box(words=250))
    assert [part.heading for part in found.answer] == ["Purpose", "Delivery", "Governance", "Evidence", "Assurance"]
    assert [part.aside for part in found.parts] == [False] * 5 + [True]
    assert found.gaps == 0


def test_nothing_in_it_is_a_tab_or_a_bullet(sample_facts: Facts, read: Read) -> None:
    papers = ("TBN-NAR-01", "TBN-CS-01", "TBN-LOS-MT", "TBN-MOU-01", "TBN-RACI-01")
    for text in (joined(read(sample_facts, name).parts) for name in papers):
        assert text
        assert not set(text) & set("\t\r•\u00a0\u00ad\u200b")
        assert "  " not in text


def test_the_documents_own_limit_of_words_goes_before_that_of_the_question(sample_facts: Facts, read: Read) -> None:
    facts = _with(sample_facts, "Q3", word_limit=Number(Decimal(900), "words"))
    assert read(facts, "TBN-NAR-01").box.words == 250
    assert read(_with(facts, "TBN-NAR-01", word_limit=None), "TBN-NAR-01").box.words == 900


def test_the_question_says_how_its_box_counts(sample_facts: Facts, read: Read) -> None:
    asked: dict[str, Answer] = {"character_limit": Number(Decimal(6000), "characters")}
    facts = _with(sample_facts, "Q3", **asked, spaces=False, line_break="two")
    assert read(facts, "TBN-NAR-01").box == Box(250, 6000, 2, spaces=False)


def test_a_note_of_the_buyer_says_it_too(sample_facts: Facts, read: Read) -> None:
    facts = _with(sample_facts, "Q3", limit_note="At most 6,000 characters, not counting spaces")
    assert read(facts, "TBN-NAR-01").box == Box(250, 6000, spaces=False)


def test_a_document_that_answers_no_question_has_no_limit(sample_facts: Facts, read: Read) -> None:
    found = read(sample_facts, "TBN-LOS-MT")
    assert (found.question, found.box) == ("", Box())
    assert found.answer[0].text.startswith("Dear Sir or Madam")


def test_what_is_for_partners_only_is_not_copied(sample_facts: Facts, read: Read) -> None:
    facts = _with(sample_facts, "TBN-RACI-01")
    assert "How we know it was done" not in joined(read(facts, "TBN-RACI-01").parts)


def test_gaps_are_counted(sample_facts: Facts, read: Read) -> None:
    found = read(_with(sample_facts, "TBN-NAR-01", p4_evidence=None), "TBN-NAR-01")
    assert found.gaps == 1
    assert "[to complete: " in joined(found.parts)


def test_parts_are_chosen_by_their_headings_and_a_strange_one_is_told(sample_facts: Facts, read: Read) -> None:
    found = read(sample_facts, "TBN-NAR-01")
    assert [part.heading for part in found.called(["EVIDENCE", "purpose"])] == ["Purpose", "Evidence"]
    with pytest.raises(NotFoundError, match=r"has no part “Birds”. Nothing was copied. It has: Purpose; Delivery;"):
        found.called(["Birds"])


def test_headings_and_signs_can_be_plainer(sample_facts: Facts, read: Read) -> None:
    found = read(sample_facts, "TBN-NAR-01")
    assert not joined(found.answer, headings=False).startswith("Purpose")
    assert "’" in joined(found.answer)
    assert "’" not in joined(found.simplified().answer)


def test_a_record_is_no_document(sample_facts: Facts, read: Read) -> None:
    with pytest.raises(NotFoundError, match="is not a document but a record"):
        read(sample_facts, "KPI-01")


@pytest.mark.parametrize(
    ("text", "box", "sentences", "fits"),
    [
        ("one two", Box(2, 7), ("2 of 2 words: 0 left", "7 of 7 characters: 0 left"), True),
        ("one two", Box(1, 6), ("2 of 1 words: 1 too many", "7 of 6 characters: 1 too many"), False),
        ("a", Box(), ("1 word", "1 character"), True),
    ],
)
def test_lengths_are_told_against_their_limits(text: str, box: Box, sentences: tuple[str, ...], *, fits: bool) -> None:
    found = counted(text, box)
    assert count_sentences(found, box) == sentences
    assert found.fits is fits


def test_how_it_is_counted_is_told() -> None:
    assert how_counted(Box(line_break=2)) == "Spaces count; a line break counts as 2."
    assert how_counted(Box(spaces=False)) == "Spaces and line breaks do not count."
