# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.exchange.mistakes import BadTenderFileError, Mistakes, child, word


def test_nothing_is_refused_when_there_is_no_mistake() -> None:
    Mistakes().refuse()


def test_the_first_twenty_are_listed_and_the_rest_counted() -> None:
    mistakes = Mistakes()
    for place in range(1234):
        mistakes.add(f"records[{place}]", "is wrong")
    with pytest.raises(BadTenderFileError, match=r"records\[19\]: is wrong\n- and 1,214 more\n") as caught:
        mistakes.refuse()
    assert len(caught.value.mistakes) == 20


def test_a_mistake_of_the_whole_file_has_no_path() -> None:
    mistakes = Mistakes()
    mistakes.add("", "expected an object")
    assert mistakes.shown == ["expected an object"]


def test_paths_read_like_the_file() -> None:
    assert child(child(child("", "records"), 3), "values") == "records[3].values"
    assert child("records[3].values", "odd key") == 'records[3].values["odd key"]'
    assert child("", "ключ") == '["ключ"]'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", '"plain"'),
        ("মৈত্রী", '"মৈত্রী"'),
        ("\x1b[2J", '"\\u001b[2J"'),
        ("\ud800", '"\\ud800"'),
        ("x" * 61, '"' + "x" * 59 + '…"'),
    ],
)
def test_words_of_the_file_cannot_disturb_a_terminal(text: str, shown: str) -> None:
    assert word(text) == shown
    shown.encode("utf-8")
