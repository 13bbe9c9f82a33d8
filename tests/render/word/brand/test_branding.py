# SPDX-License-Identifier: MPL-2.0
"""Word files in the clothes of foreign templates: their styles carry our content, and ours lean on theirs."""

from __future__ import annotations

import re

import pytest
from lxml import etree
from tests.render.logos import picture
from tests.render.word.brand.wearing import FOREIGN, wear, worn, write, written
from tests.render.word.files import BASE, FONTS, W, body_of, part_of, words_of

from evidencepack.domain.colour import PAPER, Colour, contrast, read_colour
from evidencepack.exchange.brand.taking import take_brand
from evidencepack.render.logo import read_logo
from evidencepack.render.theme import MM, STANDARD
from evidencepack.render.themes.adjusting import with_accent, with_margins
from evidencepack.render.themes.arial_12 import ARIAL_12
from evidencepack.render.themes.compact import COMPACT
from evidencepack.render.word.brand.branding import branded
from evidencepack.render.word.brand.look import look_of_brand
from evidencepack.render.word.brand.parcel import UnreadableBrandError
from evidencepack.render.word.brand.sheet import Sheet
from evidencepack.render.word.brand.widths import letters_of
from evidencepack.render.word.package import unpack_parts


def sheet(data: bytes) -> Sheet:
    return Sheet(part_of(data, "word/styles.xml"))


def inner(data: bytes, style: str) -> str:
    return etree.tostring(sheet(data).styles[style], encoding="unicode")


def headers(data: bytes, kind: str = "header") -> list[str]:
    return [part.decode() for name, part in unpack_parts(data).items() if name.startswith(f"word/{kind}")]


def shown(part: str) -> str:
    return re.sub(r"<[^>]+>", "", part)


@pytest.mark.parametrize("name", FOREIGN)
def test_the_template_s_own_styles_stay_and_only_missing_ones_are_added(name: str) -> None:
    kept = Sheet(etree.fromstring(unpack_parts(take_brand(FOREIGN[name])[0])["word/styles.xml"]))
    found = sheet(written(name)[0])
    ours = {one.get(f"{W}styleId", "") for one in part_of(BASE, "word/styles.xml") if one.tag == f"{W}style"}
    added = {style for style in found.styles if not style.startswith("EPTable")} - set(kept.styles)
    known = {style for style in ours if not style.startswith("EPTable")} | {"EPHeaderLine", "EPFooterLine"}
    assert added == known - set(kept.styles)
    for own in kept.styles:
        assert (found.font(own), found.size(own)) == (kept.font(own), kept.size(own))


def test_the_same_template_gives_the_same_bytes() -> None:
    assert write(branded(BASE, take_brand(FOREIGN["house"])[0], STANDARD, FONTS))[0] == written("house")[0]


def test_our_styles_take_font_and_ink_of_the_template() -> None:
    found = sheet(written("house")[0])
    for style in ("EPClause2", "EPTableText95", "EPNote", "BodyText", "EPCoverName"):
        assert found.font(style) == "Georgia"
    assert found.text("EPSchedule", "w:rPr/w:color") == "7B2D8E"
    assert "w:sz" not in inner(written("house")[0], "EPSchedule")
    assert found.text("EPAppendix", "w:rPr/w:color") == found.text("EPLabel", "w:rPr/w:color")


def test_tables_and_small_print_are_free_of_what_running_text_has() -> None:
    found = sheet(written("odd")[0])
    assert found.text("EPTableText12", "w:pPr/w:jc") == "left"
    assert found.find("EPTableText12", "w:pPr/w:ind").get(f"{W}firstLine") == "0"  # type: ignore[union-attr]
    assert not found.is_on("EPTableText12", "w:rPr/w:caps")
    assert found.ground("EPTableText12") is None
    assert found.text("BodyText", "w:pPr/w:jc") == "both"
    assert found.is_on("BodyText", "w:rPr/w:i")


def test_no_line_of_ours_is_cut_by_an_exact_pitch() -> None:
    found = sheet(written("odd")[0])
    exact = {one for one in found.styles if one[:2] == "EP" and 'lineRule="exact"' in inner(written("odd")[0], one)}
    assert exact == {"EPRest", "EPFooterLine"}
    assert found.pitch("EPFooterLine") >= worn("odd").theme.running.stamp.size * found.line("Normal")


def test_headings_too_pale_to_be_read_are_darkened_and_named() -> None:
    colour = sheet(written("odd")[0]).colour("Heading1")
    assert colour is not None
    assert contrast(colour, PAPER) >= 4.5
    said = look_of_brand(take_brand(FOREIGN["odd"])[0]).darker
    assert any(one.startswith("heading 1 (#F5D76E became #") for one in said)


def test_headings_stay_with_what_follows_and_are_known_as_headings() -> None:
    for level in (1, 2, 3):
        found = sheet(written("odd")[0])
        assert found.is_on(f"Heading{level}", "w:pPr/w:keepNext")
        assert found.text(f"Heading{level}", "w:pPr/w:outlineLvl") == str(level - 1)


def test_the_template_s_accent_is_dark_enough_for_words() -> None:
    for name in ("house", "odd"):
        accent = read_colour(worn(name).theme.colours["accent"])
        assert accent is not None
        assert contrast(accent, PAPER) >= 7.0
    assert worn("house").theme.colours["accent"] == "#7B2D8E"


def test_without_colours_of_its_own_a_template_takes_that_of_who_leads() -> None:
    asked = with_accent(STANDARD, Colour(0x00, 0x40, 0x80))
    assert wear("bare", asked).theme.colours["accent"] == "#004080"


def test_the_letterhead_stands_on_the_first_page_and_our_line_on_all_others() -> None:
    found = headers(written("house")[0])
    covers = [part for part in found if "Sample Care Ltd" in part]
    assert covers
    assert all("Home First" not in shown(part) for part in covers)
    lines = [part for part in found if "EPHeaderLine" in part]
    assert lines
    assert all('r:embed="rId1"' in part for part in lines)
    assert all("Sample Care Ltd" not in part for part in lines)


def test_our_line_stands_below_a_floating_logo() -> None:
    strip = worn("full").strips
    assert strip is not None
    assert strip.header.below == pytest.approx(strip.header.height - sheet(written("full")[0]).pitch("Normal"))
    lines = [part for part in headers(written("full")[0]) if "EPHeaderLine" in part]
    assert lines
    assert all(f'w:before="{round(strip.header.below * 20)}"' in part for part in lines)


def test_the_footer_has_ours_then_the_template_s() -> None:
    for part in headers(written("full")[0], "footer"):
        assert re.search(r"TBN.*version.*Page .* of .*Charity 1$", shown(part))


def test_no_two_pictures_have_one_number() -> None:
    parts = [*headers(written("full")[0]), etree.tostring(body_of(written("full")[0]), encoding="unicode")]
    numbers = [number for part in parts for number in re.findall(r'<wp:docPr id="(\d+)"', part)]
    assert len(numbers) > 3
    assert len(numbers) == len(set(numbers))


def test_a_logo_of_ours_stands_only_where_the_template_has_no_picture() -> None:
    logo = read_logo(picture(800, 300), "Ferrybank Home Support Ltd")
    assert wear("house", STANDARD._replace(logo=logo)).theme.logo is None
    bare = wear("bare", STANDARD._replace(logo=logo))
    assert bare.theme.logo == logo
    assert any("decorative" in part for part in headers(write(bare)[0]))


def test_margins_are_the_template_s_and_pages_are_a4() -> None:
    data, _ = written("odd")
    for section in body_of(data).iter(f"{W}sectPr"):
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        assert size is not None
        assert margins is not None
        assert {size.get(f"{W}w"), size.get(f"{W}h")} == {"11906", "16838"}
        assert (margins.get(f"{W}left"), margins.get(f"{W}right")) == ("1300", "1300")


def test_there_is_room_for_the_header() -> None:
    theme = worn("odd").theme
    assert theme.portrait.top >= 30 + 40 + theme.running.text.pitch


def test_what_a_tender_asks_for_is_kept() -> None:
    strict = wear("house", with_margins(ARIAL_12, 30))
    data, _ = write(strict)
    assert sheet(data).size("Normal") == 12
    assert sheet(data).size("BodyText") == 12
    assert strict.theme.portrait.left >= 30 * MM
    assert wear("house", COMPACT).theme.table.pad == COMPACT.table.pad
    assert wear("house", with_margins(COMPACT, 24)).theme.portrait.right >= 24 * MM


def test_bullets_have_the_template_s_sign_or_ours() -> None:
    for name in FOREIGN:
        data, _ = written(name)
        assert sheet(data).text("ListBullet", "w:pPr/w:numPr/w:numId").strip("0")
    assert "»".encode() in unpack_parts(written("house")[0])["word/numbering.xml"]


def test_words_are_british_whatever_the_template_s_were() -> None:
    for name in FOREIGN:
        (lang,) = part_of(written(name)[0], "word/styles.xml").iter(f"{W}lang")
        assert lang.get(f"{W}val") == "en-GB"


def test_styles_that_have_our_names_are_used_and_those_with_our_ids_move() -> None:
    found = sheet(written("full")[0])
    assert found.font("EPNote") == "Courier New"
    assert found.name("EPNote2") == "My own"


def test_pages_are_counted_with_letters_as_wide_as_the_template_s() -> None:
    assert letters_of("Times New Roman").width < 1 < letters_of("Verdana").width
    assert letters_of("Nobody's Sans").width == 1
    counting, sizes = worn("odd").counting, {shape.size for shape in written("odd")[1].tables.values()}
    assert counting is not None
    assert counting.unlike == "Verdana"
    assert counting.fonts.faces[0].width("reablement") > FONTS.faces[0].width("reablement") * 1.1
    assert sizes <= set(worn("odd").theme.table.every_size)


def test_a_font_with_a_family_of_the_same_widths_is_counted_exactly() -> None:
    counting = worn("plain").counting
    assert counting is not None
    assert counting.unlike == ""
    assert counting.fonts.faces[0].name == "Caladea-Regular"


def test_lines_and_spaces_are_counted_as_the_styles_of_the_file_have_them() -> None:
    counting, found = worn("house").counting, sheet(written("house")[0])
    assert counting is not None
    theme = counting.theme
    assert theme.body.pitch == found.pitch("BodyText") == pytest.approx(11 * 1.136)
    assert (theme.clauses[1].style.pitch, theme.clauses[1].style.after) == (
        found.pitch("EPClause2"),
        worn("house").theme.clauses[1].style.after,
    )
    assert theme.table.pitches[9.5] == found.pitch("EPTableText95")
    assert (theme.body.before, theme.body.after) == found.space("BodyText")


def test_what_is_no_template_of_ours_is_refused() -> None:
    for data in (b"", b"PK\x03\x04", FOREIGN["bare"]):
        with pytest.raises(UnreadableBrandError):
            branded(BASE, data, STANDARD, FONTS)


def test_a_page_before_it_is_kept_shows_what_files_will_have() -> None:
    look = look_of_brand(take_brand(FOREIGN["house"])[0])
    assert look.fonts == ("Georgia",)
    assert [line.words for line in look.header] == ["", "Sample Care Ltd"]
    assert look.header[0].pictures[0][1:] == (120, 40, None, None)
    title, first, second, body, item = look.samples
    assert (title.size, first.size, second.size, body.size, item.size) == (28, 19, 16, 11, 10)
    assert str(look.accent) == "#7B2D8E"


def test_a_page_before_it_is_kept_shows_tables_and_floating_pictures_of_headers() -> None:
    (line,) = look_of_brand(take_brand(FOREIGN["odd"])[0]).header
    assert (line.words, len(line.pictures)) == ("Beispiel GmbH", 1)
    (line,) = look_of_brand(take_brand(FOREIGN["full"])[0]).header
    assert line.pictures[0].x == pytest.approx(5_000_000 / 12700)


def test_what_else_is_asked_of_the_theme_is_done() -> None:
    parcel = take_brand(FOREIGN["house"])[0]
    assert branded(BASE, parcel, STANDARD, FONTS, lambda theme: theme._replace(name="turned")).theme.name == "turned"


def test_words_at_the_foot_of_a_cover_have_room_to_spare() -> None:
    counting = worn("odd").counting
    assert counting is not None
    (foot,) = (one for one in body_of(written("odd")[0]).iter(f"{W}tbl") if _is_foot(one))
    room, cell = next(foot.iter(f"{W}gridCol")), next(foot.iterfind(f"{W}tr/{W}tc/{W}tcPr/{W}tcMar/{W}right"))
    words = [words_of(one) for one in foot.findall(f"{W}tr")[1].find(f"{W}tc").iter(f"{W}p")]  # type: ignore[union-attr]
    wide = max(counting.fonts.faces[0].width(text) for text in words) * worn("odd").theme.table.size(10) / 1000
    assert (int(room.get(f"{W}w", "")) - int(cell.get(f"{W}w", ""))) / 20 >= wide + 2


def _is_foot(table: etree._Element) -> bool:
    return any(style.get(f"{W}val") == "EPCoverFootHead" for style in table.iter(f"{W}pStyle"))
