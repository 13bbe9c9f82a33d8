# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from evidencepack.render.scripts import SCRIPTS, language_of, split
from evidencepack.render.word.estimate import ems, longest_word
from evidencepack.render.word.runs import Look, properties, run


@given(st.text(alphabet=st.sampled_from("ab রাবে\u200d שלום مرحبا()12\n")))
def test_pieces_of_a_text_are_the_whole_text(text: str) -> None:
    assert "".join(piece for piece, _ in split(text)) == text


def test_a_stretch_takes_the_spaces_between_its_words() -> None:
    pieces = [piece for piece, _ in split("Maitree (মৈত্রী কমিউনিটি ট্রাস্ট) Trust")]
    assert pieces == ["Maitree (", "মৈত্রী কমিউনিটি ট্রাস্ট", ") Trust"]


def test_scripts_that_run_from_the_right_say_so() -> None:
    assert "<w:rtl/>" in run("مرحبا")
    assert "<w:rtl/>" not in run("রাবেয়া")


def test_the_language_of_a_run_belongs_to_its_script() -> None:
    bengali = next(script for script in SCRIPTS if script.language == "bn-BD")
    assert 'w:bidi="bn-IN"' in properties(Look(language="bn-IN"), bengali)
    assert 'w:bidi="bn-BD"' in properties(Look(language="cy"), bengali)
    assert properties(Look()) == ""


def test_other_scripts_in_bold_words_stay_regular_but_for_white_ones_on_ink() -> None:
    assert "<w:b" not in run("রাবেয়া", Look(bold=True))
    assert "<w:b/><w:bCs/>" in run("রাবেয়া", Look(bold=True, colour="FFFFFF"))
    assert "<w:b/>" in run("Rabeya", Look(bold=True))


def test_the_language_of_a_text_is_that_of_its_script() -> None:
    assert [language_of(text) for text in ("(রাবেয়া)", "שלום", "Ngọzi", "")] == ["bn", "he", "", ""]


def test_words_are_never_estimated_much_too_narrow() -> None:
    assert 2.2 < ems("App.", bold=True) < 2.6
    assert longest_word("a Małgorzata b") == ems("Małgorzata")
    assert ems("\u0301") == 0
