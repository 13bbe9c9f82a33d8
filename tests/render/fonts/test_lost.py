# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from evidencepack.errors import ExitCode
from evidencepack.render.fonts.lost import Lost, MissingGlyphError, found

LABELS = {"r/area": "“Area” of Marsh", "r/aims": "“Aims”"}


def test_the_error_names_the_character_the_words_round_it_the_document_and_the_question() -> None:
    error = MissingGlyphError([Lost("漢", "Marsh 漢 Quay", "Memorandum", ("r/area", "r/other"))], LABELS)
    assert error.message == (
        "The character 漢 (CJK UNIFIED IDEOGRAPH-6F22, U+6F22) in “Marsh 漢 Quay” (Memorandum, “Area” of Marsh) cannot "
        "be printed: none of the fonts has it. Nothing was made. Write it in words, or take it out."
    )
    assert error.exit_code is ExitCode.BAD_CHARACTER


def test_where_the_question_is_not_known_no_inner_name_is_shown() -> None:
    assert Lost("漢", "漢", "Memorandum", ("r/area",)).place({}) == "“漢” (Memorandum)"
    assert "a character without a name, U+E000" in MissingGlyphError([Lost("\ue000", "", "here")]).message


def test_several_characters_are_named_at_once_and_no_more_than_five() -> None:
    lost = [Lost(sign, f"a {sign}", "Memorandum", ("r/aims",)) for sign in "漢字仮名交文"]
    message = MissingGlyphError(lost, LABELS).message
    assert message.startswith("6 characters cannot be printed, because none of the fonts has them:\n- 漢 (")
    assert "U+6F22) in “a 漢” (Memorandum, “Aims”)\n- 字 (" in message
    assert "文" not in message
    assert message.endswith("\n- and 1 more\nNothing was made. Write them in words, or take them out.")


def test_an_answer_in_several_documents_is_named_once() -> None:
    lost = [Lost("漢", "漢", document, ("r/area",)) for document in ("Memorandum", "Letter")]
    assert len(MissingGlyphError(lost).lost) == 1


def test_writing_from_right_to_left_has_a_sentence_of_its_own() -> None:
    lost = [*found("שלום 漢", "שלום漢", "Memorandum"), *found("سلام", "سلام", "Letter")]
    assert [one.character for one in lost] == ["ש", "漢", "س"]
    message = MissingGlyphError(lost).message
    assert message.startswith("The character 漢 (")
    assert "printed: none of the fonts has it. 2 characters cannot be printed, because they are written from" in message
    assert message.count("only writing from left to right can be set") == 1


def test_the_words_round_a_character_are_forty_at_most() -> None:
    (one,) = found("x" * 100 + "漢" + "y" * 100, "漢", "Memorandum")
    assert one.words == "x" * 20 + "漢" + "y" * 19
