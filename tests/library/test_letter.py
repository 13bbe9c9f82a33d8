# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.shipped import LIBRARY

from evidencepack.library.template import Output

After = Callable[..., list[str]]

_LETTER = """
[letter]
details = "7 Marsh Lane"
addressee = "Adult Social Care"
date = "3 February 2027"
greeting = "Dear Sir or Madam"
subject = "{{ tender.reference }}"
farewell = "Yours faithfully"

[[step]]"""


def test_a_kind_can_make_letters(after: After) -> None:
    assert after("[[step]]", _LETTER) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('details = "7 Marsh Lane"', "", "letter.details: is missing"),
        ('farewell = "Yours faithfully"', 'farewell = ""', "letter.farewell: is empty"),
        ("{{ tender.reference }}", "{{ tender.sky }}", "letter.subject: 'tender.sky'"),
        ("{{ tender.reference }}", "{% if %}", "letter.subject: "),
        ("Yours faithfully", 'Yours"\nstamp = "1st', "letter.stamp: is not a known key"),
    ],
)
def test_a_wrong_key_of_a_letter_is_refused(after: After, old: str, new: str, problem: str) -> None:
    assert any(found.startswith(problem) for found in after("[[step]]", _LETTER.replace(old, new)))


def test_only_documents_are_letters(after: After) -> None:
    found = after("[[step]]", _LETTER.replace("tender.reference", "contribution.reference"), record="contribution")
    assert "letter: goes only with documents" in found


def test_the_letter_of_support_greets_by_name_where_there_is_one() -> None:
    letter = LIBRARY["letter_of_support"].letter
    assert letter is not None
    assert isinstance(letter.date[0], Output)
