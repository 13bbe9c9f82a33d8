# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.render.scripts import EMOJI_FONT, SCRIPTS, SYMBOL_FONT, language_of, split
from evidencepack.render.word.estimate import ems, longest_word
from evidencepack.render.word.runs import Look, properties, run


@given(st.text(alphabet=st.sampled_from("ab রাবে\u200d שלום مرحبا()12\nαβ\u0301✓😀\ufe0f\u20e3")))
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


def test_bold_words_in_another_script_are_bold() -> None:
    assert "<w:b/><w:bCs/>" in run("রাবেয়া", Look(bold=True))
    assert "<w:b/>" in run("Rabeya", Look(bold=True))
    assert "<w:b" not in run("রাবেয়া", Look())


def test_the_language_of_a_text_is_that_of_its_script_if_it_has_but_one() -> None:
    assert [language_of(text) for text in ("রাবেয়া", "שלום", "Ο κόσμος")] == ["bn", "he", "el"]
    assert [language_of(text) for text in ("(রাবেয়া)", "Ngọzi", "", "✓", "привет", "μ")] == [""] * 6


def test_a_greek_letter_is_a_sign_and_a_greek_word_is_greek() -> None:
    assert 'w:val="el-GR"' in run("ελληνικά")
    assert "<w:lang" not in run("5 μg")


@pytest.mark.parametrize(
    ("text", "font"),
    [
        *((sign, SYMBOL_FONT) for sign in ("✓", "✔", "✗", "✘", "☐", "☑", "☒", "★", "◆", "⚠", "➔", "⇒", "Ⅳ", "①")),
        *((sign, EMOJI_FONT) for sign in ("😀", "👍🏽", "👩‍🦽", "🇬🇧", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "1️⃣", "❤️‍🔥", "✔️", "©️")),
    ],
)
def test_signs_and_emoji_ask_word_for_a_font_that_windows_has(text: str, font: str) -> None:
    pieces = [(piece, script.font if script else "") for piece, script in split(f"Yes {text}, or no")]
    assert pieces == [("Yes ", ""), (text, font), (", or no", "")]
    assert f'w:ascii="{font}" w:hAnsi="{font}"' in run(text)


def test_signs_of_arial_stay_in_arial() -> None:
    text = "→ ← ↑ ↓ ↔ ■ □ ▪ ● ○ ◦ ► ♥ © ™ № ≤ ≥ ½"
    assert list(split(text)) == [(text, None)]


def test_words_are_never_estimated_much_too_narrow() -> None:
    assert 2.2 < ems("App.", bold=True) < 2.6
    assert longest_word("a Małgorzata b") == ems("Małgorzata")
    assert ems("\u0301") == 0
