# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from pathlib import Path

import pytest
from tests.render.letter import letter
from tests.render.word.files import W, audited, body_of, part_of, words_of, write_files

from evidencepack.blocks.blocks import Farewell, Letterhead, Signatory
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Text
from evidencepack.render.theme import MM

_RUNNING = Running("Ferrybank Home Support Ltd", "Letter of support", "TBN-LOS-MT", "version 1.0")


@pytest.fixture(scope="module")
def data() -> bytes:
    return write_files([letter()])


def styled(data: bytes, style: str) -> list[str]:
    """Return the words of each paragraph in a style."""
    found = body_of(data).iter(f"{W}p")
    return [words_of(par) for par in found if any(one.get(f"{W}val") == style for one in par.iter(f"{W}pStyle"))]


def test_the_head_has_styles_of_its_own(data: bytes) -> None:
    assert styled(data, "EPLetterName") == ["Maitree Community Trust"]
    assert styled(data, "EPLetterOther") == ["মৈত্রী কমিউনিটি ট্রাস্ট"]
    assert styled(data, "EPLetterDetails")[-1] == "Registered charity 0000000"
    day = "3\N{NO-BREAK SPACE}February\N{NO-BREAK SPACE}2027"
    assert styled(data, "EPLetterTo") == [f"Adult Social Care Commissioning{day}"]
    assert styled(data, "EPLetterLine") == ["London Borough of Thamesbourne", "Chair of Trustees"]
    assert styled(data, "EPLetterSigned") == ["Rabeya Sultana"]


def test_the_address_stands_in_a_frame_at_the_right_and_no_table_is_read_out(data: bytes) -> None:
    framed = [par for par in body_of(data).iter(f"{W}p") if par.find(f"{W}pPr/{W}framePr") is not None]
    assert [words_of(par) for par in framed] == styled(data, "EPLetterDetails")
    assert not list(body_of(data).iter(f"{W}tbl"))


def test_the_place_that_the_contents_point_at_stands_in_the_text_and_not_in_the_frame(data: bytes) -> None:
    first = next(par for par in body_of(data).iter(f"{W}p") if par.find(f"{W}bookmarkStart") is not None)
    assert first.find(f"{W}pPr/{W}framePr") is None
    assert words_of(first) == "Maitree Community Trust"


def test_what_it_is_about_is_its_title_for_words_outline(data: bytes) -> None:
    assert styled(data, "EPHeading1Small") == ["Home First Reablement"]
    styles = part_of(data, "word/styles.xml")
    (style,) = (one for one in styles.iter(f"{W}style") if one.get(f"{W}styleId") == "EPHeading1Small")
    assert [one.get(f"{W}val") for one in style.iter(f"{W}basedOn", f"{W}outlineLvl")] == ["Heading1", "0"]


def test_no_header_stands_above_it_and_its_text_begins_higher(data: bytes) -> None:
    assert words_of(part_of(data, "word/header1.xml")) == ""
    (margins,) = body_of(data).iter(f"{W}pgMar")
    assert int(margins.get(f"{W}top", "0")) == round(20 * MM * 20)


def test_it_is_valid_word(data: bytes, tmp_path: Path) -> None:
    assert audited(data, tmp_path) == []


def test_a_letter_without_address_or_role_is_valid_too(tmp_path: Path) -> None:
    bare = (Letterhead((Text("Maitree"),)), Farewell((Text("Yours"),), Signatory((), (Text("Rabeya"),), ())))
    data = write_files([Document("los", "Letter", _RUNNING, (Section(bare, letter=True),))])
    assert audited(data, tmp_path) == []
    assert styled(data, "EPLetterSigned") == ["Rabeya"]
