# SPDX-License-Identifier: MPL-2.0
"""Places to fill in are found wherever words print; what a person quotes or cites in brackets is not."""

from __future__ import annotations

import pytest
from tests.review.on_sample import messages, saying, saying_in_row
from tests.shipped import LIBRARY

from evidencepack.domain.record import Facts
from evidencepack.library.starters_model import Starter

_CASE = "TBN-CS-01"


def _of(facts: Facts, words: str) -> list[str]:
    return messages(saying(facts, _CASE, problem=words), "EX-52")


def test_the_sample_has_no_place_to_fill_in(sample_facts: Facts) -> None:
    assert messages(sample_facts, "EX-52") == []


def test_the_record_the_question_and_the_words_in_brackets_are_named(sample_facts: Facts) -> None:
    (message,) = _of(sample_facts, "[9] of the [14] people whose support ended in [spring] saw nobody; [9] were asked.")
    assert message.startswith(
        f"Case study {_CASE}: the words under “What was the problem” still have [9], [14], [spring]."
    )


@pytest.mark.parametrize(
    "words",
    ["We met [month, year].", "See [Your service], [two wards].", "It was [ ].", "[2015] people came.", "[to say]"],
)
def test_a_place_to_fill_in_is_found(sample_facts: Facts, words: str) -> None:
    assert len(_of(sample_facts, words)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "He wrote “we done it [sic] ourselves”.",
        "“It was cold […] and dark,” she said.",
        "See Montgomery [2015] UKSC 11 and [2024] EWHC 1666 (Ch).",
        "Reported at [2003] 1 AC 32 and [1999] All ER 5.",
        "“When [the nurse] came, I slept at last.”",
        "As was shown before.[3]",
        "The list has [x] against each.",
        "Nothing in brackets (but these).",
    ],
)
def test_what_is_quoted_or_cited_in_brackets_is_none(sample_facts: Facts, words: str) -> None:
    assert _of(sample_facts, words) == []


def test_words_in_a_table_are_found_with_their_line(sample_facts: Facts) -> None:
    facts = saying_in_row(sample_facts, _CASE, "measures", 1, source="[Lunch register]")
    (message,) = messages(facts, "EX-52")
    assert "Source, line 1” still have [Lunch register]." in message


def test_private_words_may_keep_theirs(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "TBN-LOS-MT", condition="none", no_condition_reason="[the solicitor]")
    assert messages(facts, "EX-52") == []


def test_after_five_the_rest_is_counted(sample_facts: Facts) -> None:
    (message,) = _of(sample_facts, " ".join(f"[{letter * 2}]" for letter in "abcdefg"))
    assert "[aa], [bb], [cc], [dd], [ee] and 2 more." in message


def _texts(starter: Starter) -> list[str]:
    cells = [value for value in starter.values.values() if isinstance(value, tuple)]
    flat = [*starter.values.values(), *(cell for rows in cells for row in rows for cell in row.values())]
    return [value for value in flat if isinstance(value, str) and "[" in value]


def test_every_place_in_a_starter_that_the_program_brings_is_found(sample_facts: Facts) -> None:
    texts = [text for kind in LIBRARY.kinds.values() for starter in kind.starters for text in _texts(starter)]
    assert len(texts) > 20
    assert all(len(_of(sample_facts, text)) == 1 for text in texts)


@pytest.mark.parametrize(
    "words",
    [
        "The first Board meets on TBC.",
        "Named lead: tbc.",
        "The date is to be confirmed.",
        "Chair: to be agreed",
        "We met ??? people.",
        "It costs XXX pounds.",
        "to be advised",
    ],
)
def test_what_is_to_come_later_is_a_place_to_fill_in(sample_facts: Facts, words: str) -> None:
    assert len(_of(sample_facts, words)) == 1


@pytest.mark.parametrize(
    "words",
    [
        "He wrote “TBC” on the form.",
        "Was that all? No.",
        "People want to be confirmed in what they can do.",
        "Whom the Board has to be agreed with is in the terms.",
        "We use a TBX ramp and size XX gloves.",
    ],
)
def test_words_that_look_like_it_are_none(sample_facts: Facts, words: str) -> None:
    assert _of(sample_facts, words) == []
