# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from pathlib import Path

import pytest
import uharfbuzz as hb

from evidencepack.render.fonts.face import Face
from evidencepack.render.fonts.loader import load_fonts

FONTS = load_fonts(Path(__file__).parents[3] / "resources" / "fonts")
REGULAR, BENGALI = FONTS.faces[0], FONTS.faces[4]


def test_faces_come_in_the_order_runs_number_them() -> None:
    assert [face.name for face in FONTS.faces] == [
        *("Arimo", "Arimo-Bold", "Arimo-Italic", "Arimo-BoldItalic"),
        *("NotoSansBengali-Regular", "NotoSansBengali-Bold", "DejaVuSans", "NotoEmoji-Regular"),
    ]


def test_widths_are_those_of_arial() -> None:
    assert REGULAR.width("Hello") == 722 + 556 + 222 + 222 + 556
    assert REGULAR.width("a b") == 556 + 278 + 556
    assert {REGULAR.width(digit) for digit in "0123456789"} == {556}


def test_metrics_are_those_of_arial() -> None:
    metrics = REGULAR.metrics
    assert (metrics.ascent, metrics.descent, metrics.cap_height) == (905, -212, 688)
    assert FONTS.faces[2].metrics.italic_angle == pytest.approx(-12)
    left, bottom, right, top = metrics.bbox
    assert left < 0 < right
    assert bottom < 0 < top


@pytest.mark.parametrize(
    "name",
    [
        "Gwenllïan Prŷs-Jones",
        "Siân Llŷr-Evans ŵẅẃ",
        "Małgorzata Świętochłowska (Łukasz Żółkiewski)",
        "Olúmídé Adébáyọ̀ Ṣọlá",
        "Dáithí Mac Ruairí ḃċḋ",
        "Tomáš Dvořák ěůťď",
        "Ngọzi Ụ̀kà ṅ",
        "Nguyễn Thị Ước",
        "Jürgen Weiß · Zoë Beaumont-Núñez – “→ × ≥ ≤ £ €”",
    ],
)
def test_names_of_many_languages_are_covered_by_every_latin_face(name: str) -> None:
    assert [face.missing(name) for face in FONTS.faces[:4]] == [""] * 4


def test_a_combining_mark_is_placed_over_its_letter_and_takes_no_room() -> None:
    assert REGULAR.needs_shaping("Adébáyọ̀")
    base, mark = REGULAR.shape("ọ̀")
    assert (base.text, mark.text) == ("ọ̀", "")
    assert mark.advance == 0
    assert mark.dx < 0
    assert REGULAR.width("ọ̀") == REGULAR.width("ọ")


def test_plain_names_need_no_shaping() -> None:
    assert not any(map(REGULAR.needs_shaping, ("Świętochłowska", "Prŷs-Jones", "Ngọzi", "O’Shaughnessy – 95%")))


def test_bengali_is_shaped_in_clusters_that_spell_the_word() -> None:
    glyphs = BENGALI.shape("মৈত্রী ট্রাস্ট")
    assert "".join(glyph.text for glyph in glyphs) == "মৈত্রী ট্রাস্ট"
    assert sum(glyph.advance for glyph in glyphs) == BENGALI.width("মৈত্রী ট্রাস্ট")
    assert len(BENGALI.shape("ত্রী")) < len("ত্রী")


def test_joiners_and_soft_hyphens_are_covered_and_unseen() -> None:
    assert REGULAR.missing("a\u200d\u00ad\ufeffb") == ""
    assert REGULAR.width("a\u200db") == REGULAR.width("ab")


def test_a_missing_character_is_named() -> None:
    assert REGULAR.missing("tick ☐ box") == "☐"
    for word in ("☐", "e\u0301☐"):
        with pytest.raises(KeyError, match="☐"):
            REGULAR.measure(word)


def test_a_subset_keeps_glyph_numbers_and_only_what_is_used() -> None:
    gids = {REGULAR.cmap[letter] for letter in "Ab"}
    data = REGULAR.subset(gids)
    face = hb.Face(hb.Blob(data))
    font = hb.Font(face)
    whole = hb.Font(hb.Face(hb.Blob((Path(__file__).parents[3] / "resources/fonts/Arimo-Regular.ttf").read_bytes())))
    for gid in gids:
        assert font.get_glyph_extents(gid).width == whole.get_glyph_extents(gid).width != 0
    assert font.get_glyph_extents(REGULAR.cmap["C"]) is None or font.get_glyph_extents(REGULAR.cmap["C"]).width == 0
    assert len(data) < 10_000
    assert data == REGULAR.subset(gids)


def test_a_face_without_a_no_break_space_uses_the_space() -> None:
    assert REGULAR.cmap["\u00a0"]
    assert REGULAR.advance(REGULAR.cmap["\u00a0"]) == REGULAR.space == 278


def test_one_face_from_bytes() -> None:
    data = (Path(__file__).parents[3] / "resources/fonts/NotoSansBengali-Bold.ttf").read_bytes()
    assert Face(data).units == 1000


def test_the_end_of_a_line_is_no_word_though_a_face_may_have_it() -> None:
    assert "\r" in REGULAR.cmap
    with pytest.raises(KeyError):
        REGULAR.width("one\rword")
