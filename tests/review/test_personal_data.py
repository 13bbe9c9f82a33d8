# SPDX-License-Identifier: MPL-2.0
"""Personal details are found where they are, known ones are left alone, and each can be taken out."""

from __future__ import annotations

import pytest
from tests.review.on_sample import messages, read, record_of, saying
from tests.shipped import LIBRARY

from evidencepack.domain.finding import Put
from evidencepack.domain.record import Facts
from evidencepack.review.numbers_of_people import insurance_numbers, nhs_numbers
from evidencepack.review.personal_data import NHS_NUMBERS

VALID = ("9990000018", "999 000 0026", "999-000-0034", "999.000.0042", "999\u00a0000\u20090050", "943 476 5919")


@pytest.mark.parametrize("number", VALID)
def test_an_nhs_number_is_found_however_it_is_spaced(number: str) -> None:
    text = f"It is {number}, he said."
    assert [text[start:end] for start, end in nhs_numbers(text)] == [number]


@pytest.mark.parametrize("number", ["9990000019", "1111111111", "99900000181", "+44 999 000 0018", "9990000018.5"])
def test_other_numbers_of_ten_digits_are_none(number: str) -> None:
    assert list(nhs_numbers(number)) == []


def test_insurance_numbers_have_letters_that_are_given_out() -> None:
    given = [one for one in ("AB123456C", "GB123456C", "QQ123456C", "ab123456c") if list(insurance_numbers(one))]
    assert given == ["AB123456C", "ab123456c"]


def test_the_fix_takes_the_number_out_and_nothing_else(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "TBN-CS-01", problem="His number (999 000 0018) was lost.")
    (found,) = NHS_NUMBERS(read(facts), LIBRARY.rules["PD-01"])
    (step,) = found.fixes[0].steps
    assert isinstance(step, Put)
    assert step.value == "His number was lost."
    assert found.quote == "999 000 0018"


def test_the_details_of_people_at_work_are_no_alarm(sample_facts: Facts) -> None:
    known = record_of(sample_facts, "PER-01").answers
    said = f"Ask {known['full_name']} on {known['work_phone']} or {known['work_email']}."
    facts = saying(sample_facts, "TBN-CS-01", problem=said)
    assert [one for rule in ("PD-07", "PD-08", "PD-10") for one in messages(facts, rule)] == []


def test_a_story_that_says_its_names_are_made_up_may_have_names(sample_facts: Facts) -> None:
    facts = saying(sample_facts, "TBN-CS-01", problem="Doris Whitcombe went home.")
    changed = saying(facts, "TBN-CS-01", details_changed=True, details_changed_note="The name is made up.")
    assert len(messages(facts, "PD-10")) == 1
    assert messages(changed, "PD-10") == []
