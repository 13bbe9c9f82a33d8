# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.blocks.blocks import Clause, Heading, Paragraph, Signature, Style, Table
from evidencepack.blocks.inlines import Text
from evidencepack.render.keeping import (
    boxes_to_sign,
    has_note,
    introduces,
    is_labelled,
    keeps_last_item,
    keeps_next_item,
    leads_into,
    opens_table,
    rows_kept,
)
from evidencepack.render.theme import MM, STANDARD

_WORDS = (Text("words"),)
_TABLE = Table((), (), ())


def test_words_that_end_with_a_colon_introduce() -> None:
    assert introduces((Text("Nothing here: "),))
    assert not introduces((Text("Nothing: here."),))
    assert not introduces(())


def test_only_running_text_leads_into_a_table_or_a_box() -> None:
    assert leads_into(Paragraph(_WORDS), _TABLE)
    assert leads_into(Paragraph(_WORDS, Style.LEAD), Signature(()))
    assert not leads_into(Paragraph(_WORDS, Style.NOTE), _TABLE)
    assert not leads_into(Paragraph(_WORDS), Heading(2, _WORDS))
    assert not leads_into(Paragraph(_WORDS), None)


def test_the_item_before_the_last_of_a_list_is_held() -> None:
    items = (Clause(3, _WORDS), Clause(3, _WORDS), Clause(3, _WORDS), Clause(2, _WORDS))
    assert [keeps_last_item(items[place], items[place + 1 :]) for place in range(3)] == [False, True, False]
    assert not keeps_last_item(Clause(2, _WORDS), (Clause(2, _WORDS),))


def test_lists_begin_and_end_with_two_items() -> None:
    assert [keeps_next_item(place, 5) for place in range(5)] == [True, False, False, True, False]
    assert [keeps_next_item(place, 2) for place in range(2)] == [True, False]
    assert not keeps_next_item(0, 1)


@pytest.mark.parametrize(
    ("heights", "note", "kept"),
    [
        ([], False, []),
        ([20], False, [False]),
        ([20], True, [True]),
        ([20, 20, 20, 20], False, [True, False, True, False]),
        ([20, 20, 20, 68], False, [True, False, True, False]),
        ([20, 20, 20, 100], False, [True, False, False, False]),
        ([300, 20, 300], True, [False, False, False]),
    ],
)
def test_rows_are_held_at_both_ends_of_a_table(heights: list[float], kept: list[bool], *, note: bool) -> None:
    assert rows_kept(heights, 690, note=note) == kept


def test_boxes_of_more_than_four_signatories_are_lower() -> None:
    look = STANDARD.signature
    assert boxes_to_sign(look, 4) == look
    low = boxes_to_sign(look, 5)
    assert (low.signature, low.names) == (20 * MM, 10 * MM)


def test_a_list_to_sign_stays_on_one_page_if_most_of_one_holds_it() -> None:
    assert rows_kept([30.0] * 8, 440, note=False, signed=True) == [True] * 7 + [False]
    assert rows_kept([30.0] * 8, 440, note=True, signed=True) == [True] * 8
    assert rows_kept([30.0] * 20, 440, note=False, signed=True) == rows_kept([30.0] * 20, 440, note=False)


def test_only_small_print_after_boxes_to_sign_is_held_with_them() -> None:
    assert has_note(Paragraph(_WORDS, Style.NOTE))
    assert not has_note(Paragraph(_WORDS))
    assert not has_note(None)


def test_running_text_opens_a_table_and_not_a_box() -> None:
    assert opens_table(Paragraph(_WORDS), _TABLE)
    assert not opens_table(Paragraph(_WORDS, Style.FACTS), _TABLE)
    assert not opens_table(Paragraph(_WORDS), Signature(()))


def test_a_label_is_bold_and_ends_with_a_colon() -> None:
    assert is_labelled((Text("So that:", bold=True), Text(" x")))
    assert not is_labelled((Text("So that:"), Text(" x")))
    assert not is_labelled((Text("A", bold=True),))
    assert not is_labelled(())
