# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from lxml import etree
from tests.render.word.files import W

from evidencepack.exchange.replies.numbering import Level, Numbering
from evidencepack.exchange.replies.styles import Styles

_LEVELS = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "(%4)"))


def _level(deep: int, form: str, text: str) -> str:
    return f'<w:lvl w:ilvl="{deep}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'


def _counting(*forms: tuple[str, str], override: str = "") -> Numbering:
    levels = "".join(_level(deep, *one) for deep, one in enumerate(forms or _LEVELS))
    xml = (
        f'<w:numbering xmlns:w="{W[1:-1]}"><w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="0"/>{override}</w:num></w:numbering>'
    )
    style = '<w:style w:styleId="Clause"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    based = '<w:style w:styleId="Ours"><w:basedOn w:val="Clause"/></w:style>'
    return Numbering(
        etree.fromstring(xml), Styles(etree.fromstring(f'<w:styles xmlns:w="{W[1:-1]}">{style}{based}</w:styles>'))
    )


def _labels(numbering: Numbering, *listed: tuple[str, int]) -> list[str]:
    found = (numbering.level(_listed(number, deep), "") for number, deep in listed)
    return [level.label if level else "none" for level in found]


def _listed(number: str, deep: int) -> etree._Element:
    inner = f'<w:ilvl w:val="{deep}"/><w:numId w:val="{number}"/>'
    return etree.fromstring(f'<w:numPr xmlns:w="{W[1:-1]}">{inner}</w:numPr>')


def test_levels_are_counted_and_named_in_full() -> None:
    steps = [("1", deep) for deep in (0, 1, 1, 2, 3, 2, 1, 0, 1)]
    assert _labels(_counting(), *steps) == ["1", "1.1", "1.2", "1.2(a)", "1.2(a)(i)", "1.2(b)", "1.3", "2", "2.1"]


def test_a_list_that_begins_anew_does_so_once() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    steps = (("1", 0), ("1", 0), ("2", 0), ("2", 0), ("1", 0))
    assert _labels(_counting(override=override), *steps) == ["1", "2", "7", "8", "9"]


@pytest.mark.parametrize(
    ("form", "label"),
    [("upperLetter", "C"), ("upperRoman", "III"), ("decimalZero", "03"), ("decimal", "3"), ("lowerRoman", "iii")],
)
def test_each_form_of_number_is_said_as_word_says_it(form: str, label: str) -> None:
    assert _labels(_counting((form, "%1")), *[("1", 0)] * 3)[-1] == label


def test_letters_go_on_after_z() -> None:
    assert _labels(_counting(("lowerLetter", "%1")), *[("1", 0)] * 28)[-3:] == ["z", "aa", "bb"]


def test_a_style_puts_its_paragraphs_and_those_of_styles_based_on_it_in_a_list() -> None:
    numbering = _counting()
    assert numbering.level(None, "Clause") == Level(numbered=True, deep=0, label="1")
    assert numbering.level(None, "Ours") == Level(numbered=True, deep=0, label="2")
    assert numbering.level(None, "BodyText") is None


def test_a_bullet_has_no_number_and_list_nought_is_none() -> None:
    assert _counting(("bullet", "•")).level(_listed("1", 0), "") == Level(numbered=False, deep=0, label="")
    assert _counting().level(_listed("0", 0), "Clause") is None


def test_numbers_beyond_all_sense_are_no_fault() -> None:
    numbering = _counting(override=f'<w:lvlOverride><w:startOverride w:val="{"9" * 5000}"/></w:lvlOverride>')
    assert numbering.level(_listed("2", 0), "") == Level(numbered=True, deep=0, label="1")
