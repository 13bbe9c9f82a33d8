# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from itertools import pairwise
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.render.typeset.setting import FONTS

from evidencepack.blocks.inlines import CrossReference, Inlines, LineBreak, Link, Show, Text, Value
from evidencepack.render.fonts.lost import Lost
from evidencepack.render.number import Numbered
from evidencepack.render.typeset.attributes import Attributes
from evidencepack.render.typeset.lines import break_lines, line_width, narrowest
from evidencepack.render.typeset.measure import PLAIN, Look, Measurer
from evidencepack.render.typeset.page import Element, Line, Role

ROOT = Element(Role.P, Element(Role.PART, None, "doc", Attributes(language="en-GB", title="Title")), "doc/0.0")
NUMBERED = Numbered((), {"doc/kpi": "Appendix H"}, {"doc/kpi": "Dashboard"})


def _broken(inlines: Inlines, width: float, look: Look = PLAIN) -> list[Line]:
    measurer = Measurer(FONTS, NUMBERED, {"doc/kpi": 2}, "Memorandum")
    return break_lines(measurer.measure(inlines, ROOT, look), 11, width, FONTS)


def _texts(lines: list[Line]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]


def _set(text: str, width: float = 200) -> list[str]:
    return _texts(_broken((Text(text),), width))


def test_words_fill_lines_and_keep_the_space_at_their_end() -> None:
    assert _set("Each party will provide the contribution shown against its name") == [
        "Each party will provide the contribution ",
        "shown against its name",
    ]


def test_white_space_runs_become_one_space_also_across_runs() -> None:
    inlines = (Text("  one \t\r\n two"), Text("   "), Text(" three \n "))
    assert _texts(_broken(inlines, 400)) == ["one two three"]


def test_nothing_gives_one_empty_line() -> None:
    assert _texts(_broken((), 100)) == [""]
    assert line_width(_broken((), 100)[0]) == 0
    assert line_width(()) == 0


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("the lead answers within 4 working hours", "4 working"),
        ("we moved the referral on 5 August 2026 here", "5 August 2026"),
        ("figures run from May to January 2027 only", "January 2027"),
        ("see schedule 1 part 1 para 2 of the Act", "para 2"),
        ("all of it is shown in Appendix H, page 28 there", "Appendix H, page 28"),
        ("the KPI and code of the target is KPI-08 now", "KPI-08"),
        ("the deputy of the lead is Gwen Prŷs-Jones", "Prŷs-Jones"),
        ("write to her at sian.llyr-evans@ferrybank.example", "sian.llyr-evans@ferrybank.example"),
        ("the file of the pack is TBN-pack-final.pdf today", "TBN-pack-final.pdf"),
    ],
)
def test_some_words_stay_on_one_line_at_every_width(text: str, kept: str) -> None:
    for width in range(190, 260, 3):
        assert any(kept in line for line in _set(text, width)), width


def test_each_of_several_numbered_things_is_tied_alone() -> None:
    assert _set("9(2)(h), Sch 1 Pt 1 para 2", 90) == ["9(2)(h), Sch 1 Pt 1 ", "para 2"]


def test_a_compound_of_small_letters_may_break_after_its_hyphen() -> None:
    assert _set("the six new step-down flats", 90)[0] == "the six new step-"
    assert _set("for the new council/hospital", 100)[0] == "for the new council/"


def test_a_compound_never_leaves_a_few_letters_on_the_next_line() -> None:
    for text, kept in (
        ("groups and a carers’ drop-in place", "drop-in"),
        ("six years after their move-out date", "move-out"),
    ):
        for width in range(60, 200, 3):
            assert any(kept in line for line in _set(text, width)), width


def test_a_short_last_word_takes_the_word_before_it_down() -> None:
    assert _set("who answers for the joint risk and its register within one day", 275)[-1] == "one day"


def test_a_narrow_column_keeps_its_lines_full() -> None:
    assert _set("who answers for the joint risk within one day", 205)[-1] == "day"
    assert _set("09:00 to 17:00, Monday to Friday", 155)[-1] == "Friday"


def test_words_may_ask_for_a_last_line_of_two_words_however_long() -> None:
    text = "who answers for the joint risk and its registers safeguarding"
    measured = Measurer(FONTS, NUMBERED, {}, "Memorandum").measure((Text(text),), ROOT, PLAIN)
    assert _texts(break_lines(measured, 11, 275, FONTS, short=99))[-1] == "registers safeguarding"


def test_only_letters_make_a_last_word_long() -> None:
    assert _set("who answers for the joint risk and its register within a “journey”.", 275)[-1] == "a “journey”."
    assert _set("who answers for the joint risk and its register within a journeys.", 275)[-1] == "journeys."


def test_a_long_last_word_may_stand_alone() -> None:
    assert _set("who answers for the joint risk and its register within time", 265)[-1] == "within time"
    assert _set("who answers for the joint risk and its registers safeguarding", 275)[-1] == "safeguarding"


def test_a_line_of_few_words_keeps_them() -> None:
    assert _set("safeguarding responsibilities now", 160)[-1] == "now"


def test_a_typed_line_break_is_kept_and_read_as_a_space() -> None:
    lines = _texts(_broken((Text("one"), LineBreak(), Text("two"), LineBreak(), LineBreak(), Text("end")), 300))
    assert lines == ["one ", "two ", " ", "end"]


def test_a_break_falls_inside_neither_of_two_touching_runs() -> None:
    lines = _broken((Text("a bold "), Text("begin", bold=True), Text("ning, here")), 80)
    assert _texts(lines) == ["a bold ", "beginning, here"]
    assert [piece.stretch.face for piece in lines[1]] == [1, 0]


def test_pieces_stand_one_after_the_other() -> None:
    (line,) = _broken((Text("one "), Text("two", bold=True), Text(" three", italic=True)), 300)
    assert [piece.stretch.face for piece in line] == [0, 1, 2]
    for before, after in pairwise(line):
        assert after.dx == pytest.approx(before.dx + before.width)
    widths = [FONTS.faces[piece.stretch.face].width(piece.text) * 11 / 1000 for piece in line]
    assert [piece.width for piece in line] == pytest.approx(widths)


def test_values_carry_their_paths_and_marks() -> None:
    inlines = (Value("Maitree", ("r/f", "r/g")), Value("[to complete: Date]", ("r/h",), missing=True))
    (line,) = _broken(inlines, 300)
    assert [(piece.stretch.paths, piece.stretch.missing) for piece in line] == [
        (("r/f", "r/g"), False),
        (("r/h",), True),
    ]


def test_links_are_accent_and_underlined_with_an_element_of_their_own() -> None:
    (line,) = _broken((Text("Read "), Link("the page", "https://example.org")), 300)
    link = line[1].stretch
    assert (link.colour, link.underlined) == ("accent", True)
    assert link.element is not None
    assert (link.element.role, link.element.own.href, link.element.parent) == (Role.LINK, "https://example.org", ROOT)


def test_a_foreign_name_has_an_element_with_its_language() -> None:
    (line,) = _broken((Value("Siân", ("r/f",), language="cy"),), 300)
    assert line[0].stretch.element is not None
    assert (line[0].stretch.element.role, line[0].stretch.element.own.language) == (Role.SPAN, "cy")


def test_a_reference_with_its_page_is_one_link() -> None:
    kpi = CrossReference("doc/kpi")
    (line,) = _broken((Text("("), kpi, Text(", page "), CrossReference("doc/kpi", Show.PAGE), Text(")")), 300)
    assert _texts([line]) == ["(Appendix H, page 00)"]
    assert len({piece.stretch.element for piece in line[1:4]}) == 1
    assert [piece.stretch.underlined for piece in line] == [False, True, True, True, False]
    assert line[3].stretch.late == "doc/kpi"


@pytest.mark.parametrize(
    ("lead", "linked"), [("; H p ", "H p 00"), ("; H\u00a0p\u00a0", "H p 00"), ("see page ", "page 00"), ("A ", "00")]
)
def test_the_word_page_belongs_to_the_link_of_its_number(lead: str, linked: str) -> None:
    (line,) = _broken((Text(f"x{lead}"), CrossReference("doc/kpi", Show.PAGE)), 300)
    assert "".join(piece.text for piece in line if piece.stretch.underlined) == linked
    assert len({piece.stretch.element for piece in line if piece.stretch.underlined}) == 1
    assert _texts([line]) == [f"x{lead}00".replace("\u00a0", " ")]


def test_a_text_of_only_the_word_page_is_all_link() -> None:
    (line,) = _broken((Text("page "), CrossReference("doc/kpi", Show.PAGE)), 300)
    assert all(piece.stretch.underlined for piece in line)


def test_a_number_or_title_alone_is_a_link_that_looks_like_text() -> None:
    for show, words in ((Show.NUMBER, "Appendix H"), (Show.TEXT, "Dashboard")):
        (line,) = _broken((CrossReference("doc/kpi", show, bold=True),), 300)
        assert (line[0].text, line[0].stretch.underlined, line[0].stretch.colour, line[0].stretch.face) == (
            words,
            False,
            "ink",
            1,
        )
        assert line[0].stretch.element is not None
        assert line[0].stretch.element.own.href == "#doc/kpi"


def test_the_number_of_a_page_is_never_broken() -> None:
    lines = _broken((Text("x"), CrossReference("doc/kpi", Show.PAGE)), 8)
    assert _texts(lines) == ["x", "00"]


def test_two_references_to_different_places_are_two_links() -> None:
    page = CrossReference("doc/kpi", Show.PAGE)
    (line,) = _broken((CrossReference("doc/kpi"), Text(" and "), page), 300)
    assert line[0].stretch.element is not line[2].stretch.element


def test_bold_words_in_another_script_are_bold_and_of_one_size() -> None:
    (line,) = _broken((Text("Maitree মৈত্রী ✓"),), 300, Look(bold=True))
    assert [(piece.stretch.face, piece.size) for piece in line] == [(1, 11), (5, 11), (6, 11)]


def test_other_scripts_in_a_heading_are_smaller_and_regular() -> None:
    (line,) = _broken((Text("Maitree মৈত্রী ✓"),), 300, Look(bold=True, heading=True))
    assert [(piece.stretch.face, piece.size) for piece in line] == [(1, 11), (4, 8.25), (6, 11)]


def test_a_hundred_thousand_letters_without_a_space_are_broken() -> None:
    lines = _set("x" * 100_000)
    assert "".join(lines) == "x" * 100_000
    assert {len(line) for line in lines[:-1]} == {36}


def test_a_break_inside_a_word_leaves_its_marks_with_their_letters() -> None:
    lines = _set("ọ̀" * 400, 60)
    assert "".join(lines) == "ọ̀" * 400
    assert all(line.startswith("ọ") for line in lines)


def test_a_letter_wider_than_the_measure_stands_alone() -> None:
    assert _set("WW x", 5) == ["W", "W ", "x"]
    assert _set("W", 5) == ["W"]


def test_tied_words_longer_than_the_measure_break_between_words() -> None:
    lines = _set("para 2 para 2 para 2", 50)
    assert "".join(lines) == "para 2 para 2 para 2"
    assert all(line.endswith(("para ", "2 ", "2")) for line in lines)


def test_characters_in_no_font_are_collected_with_their_places_and_the_rest_is_set() -> None:
    measurer = Measurer(FONTS, NUMBERED, {}, "Memorandum")
    for _ in range(2):
        (line,) = measurer.measure((Value("please read this 漢 sign 字", ("r/f",)), Text(" 漢")), ROOT)
        assert line.text == "please read this ? sign ? ?"
    assert list(measurer.lost) == [
        Lost("漢", "please read this 漢 sign 字", "Memorandum", ("r/f",)),
        Lost("字", "se read this 漢 sign 字", "Memorandum", ("r/f",)),
        Lost("漢", "漢", "Memorandum"),
    ]


def test_words_of_one_other_script_say_their_language() -> None:
    (line,) = _broken((Text("The name is "), Value("মৈত্রী ট্রাস্ট", ("r/f",)), Text(", 5 μg")), 300)
    assert [
        (piece.stretch.element.role, piece.stretch.element.own.language) for piece in line if piece.stretch.element
    ] == [
        *((Role.P, ""), (Role.SPAN, "bn"), (Role.P, "")),
    ]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("https://www.thamesbourne.example/care/home-first?lot=2&part=10_b", "/.?&=_-"),
        ("malgorzata.swietochlowska@osierbed-housing-association.example", "@.-"),
        ("TBN-ASC-2027-014_partnership-evidence-pack_final.pdf", "-_."),
    ],
)
def test_addresses_longer_than_a_line_break_after_their_signs(text: str, ends: str) -> None:
    for width in (70, 90, 120):
        lines = _set(text, width)
        assert "".join(lines) == text
        assert len(lines) > 1
        assert all(line[-1] in ends or len(line) > 7 for line in lines[:-1]), lines
    assert all(line[-1] in ends for line in _set(text, 160)[:-1])


def test_the_two_strokes_of_an_address_stay_together() -> None:
    for width in range(40, 90, 2):
        assert not any(line.endswith(":/") for line in _set("https://a.example", width))


def test_a_word_of_eighty_letters_breaks_without_a_hyphen() -> None:
    lines = _set("x" * 80 + " y", 100)
    assert "".join(lines) == "x" * 80 + " y"


def test_a_soft_hyphen_shows_only_where_a_line_ends_with_it() -> None:
    text = "the safe\u00adguarding\u00adresponsibilities"
    whole = _broken((Text(text),), 400)
    assert _texts(whole) == [text]
    assert line_width(whole[0]) == pytest.approx(FONTS.faces[0].width(text.replace("\u00ad", "")) * 0.011)
    lines = _broken((Text(text),), 95)
    assert _texts(lines) == ["the safe\u00adguarding\u00ad", "responsibilities"]
    last = lines[0][-1]
    assert (last.text, last.width) == ("\u00ad", FONTS.faces[0].width("-") * 0.011)
    assert [glyph.gid for glyph in FONTS.faces[0].shape("\u00ad")] == [FONTS.faces[0].cmap["-"]]


def test_a_soft_hyphen_needs_room_for_its_sign() -> None:
    text = "safe\u00adguarding"
    for width in range(24, 80):
        lines = _broken((Text(text),), width)
        assert all(line_width(line) <= width + 0.1 for line in lines)
        assert "".join(_texts(lines)) == text


def test_a_space_of_no_width_lets_a_word_break() -> None:
    assert _set("the form\u200bfield\u200bnames", 75) == ["the form\u200bfield\u200b", "names"]


def test_the_narrowest_width_is_that_of_the_longest_part() -> None:
    face = FONTS.faces[0]
    for text, part in (
        ("one safeguarding two", "safeguarding"),
        ("para\u00a0two\u00a0fourteen", "fourteen"),
        ("a-b@ferrybank.example", "ferrybank."),
        ("steps-down", "steps-"),
        ("", ""),
    ):
        (measured,) = Measurer(FONTS, NUMBERED, {}, "Memorandum").measure((Text(text),), ROOT)
        assert narrowest(measured, FONTS) == face.width(part), text


_ALPHABET = "abW ọ̀ŵé-/4মৈত্রী\u00a0\u200d.@\u00ad\u200b?_\u0301"


# Bengali by syllables: signs without a letter make heaps that are wider than any measure.
_LETTERS = (*"abW ọ\u0300ŵé-/4\u00a0\u200d.@✓😀\ufe0f🏽", "মৈ", "ত্রী")
_ANY_TEXT = st.lists(st.sampled_from(_LETTERS), max_size=60).map("".join)


@given(st.lists(_ANY_TEXT, min_size=1, max_size=4), st.integers(20, 300))
def test_any_text_comes_back_whole_and_inside_the_measure(texts: list[str], width: int) -> None:
    inlines = tuple(Text(text, bold=number % 2 == 1) for number, text in enumerate(texts))
    lines = _broken(inlines, width)
    assert "".join(_texts(lines)).split() == "".join(texts).split() or width < 120
    assert "".join("".join(_texts(lines)).split()) == "".join("".join(texts).split())
    assert all(line_width(line) <= width + 0.1 or _is_one_letter(line) for line in lines)


def _is_one_letter(line: Line) -> bool:
    # A colour of skin is part of the emoji before it, also of one that shows it beside itself (UAX 29, GB9).
    signs = [sign for piece in line for sign in piece.text if sign not in "🏻🏼🏽🏾🏿"]
    return sum(category(sign) not in {"Mn", "Mc", "Cf", "Zs"} for sign in signs) <= 1


def test_nothing_fits_where_there_is_no_room_at_all() -> None:
    assert _set("", -5) == [""]
    assert _set("ab", -5) == ["a", "b"]
