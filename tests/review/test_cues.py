# SPDX-License-Identifier: MPL-2.0
"""Cues let a sentence through wherever a word begins as they do, whatever its letters, and names are never left out."""

from __future__ import annotations

import pytest

from evidencepack.review.cues import cue, cue_of_names, heads_of, lacks


def test_a_text_lacks_a_cue_unless_one_of_its_words_begins_so() -> None:
    assert lacks("Two connectors run twelve sessions.", cue("notice payment"))
    assert not lacks("Payments are made monthly.", cue("notice payment"))
    assert not lacks("NOTICE is given in writing.", cue("notice payment"))


def test_any_digit_is_a_cue_of_its_own() -> None:
    assert lacks("Every Tuesday.", cue("0"))
    assert not lacks("On 3 March.", cue("0"))


@pytest.mark.parametrize("name", ["Siân Llŷr-Evans", "STRAẞE 7", "MTG-01", "Ὀδυσσεύς", "7 a.m. call"])
def test_a_name_is_not_lacking_where_it_stands(name: str) -> None:
    needed = cue_of_names([name])
    for said in (f"Then {name} comes.", f"({name.upper()})", name.casefold()):
        assert not lacks(said, needed)
    assert lacks("Nobody is told of here.", needed)


def test_with_a_name_of_signs_alone_there_is_no_cue_for_names() -> None:
    assert cue_of_names(["Maitree", "—"]) == frozenset()


def test_an_empty_text_has_no_beginnings() -> None:
    assert heads_of("") == frozenset()
    assert lacks("", cue("notice 0"))
