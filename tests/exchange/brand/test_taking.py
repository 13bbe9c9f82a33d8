# SPDX-License-Identifier: MPL-2.0
"""What is kept of a Word template, and what is not, whoever made it."""

from __future__ import annotations

import re
from functools import cache

import pytest
from lxml import etree
from tests.exchange.replies.files import sent
from tests.guard import pictures, word_templates
from tests.guard.word_templates import (
    DOCUMENT,
    HEADINGS,
    LETTER,
    NORMAL,
    PAGE_FIELD,
    drawing,
    house,
    link,
    lists,
    looks,
    paragraph,
    running,
    style,
    template,
    words,
)

from evidencepack.exchange.brand import source
from evidencepack.exchange.brand.guarded import vet_brand
from evidencepack.exchange.brand.ids import DEEPEST
from evidencepack.exchange.brand.taking import take_brand
from evidencepack.guard.faults import RefusedFileError
from evidencepack.render.word.brand.parcel import Parcel, unpacked
from evidencepack.render.word.package import unpack_parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STYLES = NORMAL + HEADINGS


def kept(data: bytes) -> Parcel:
    return unpacked(take_brand(data)[0])


def left_out(data: bytes) -> list[str]:
    return take_brand(data)[1]


def styles_of(parcel: Parcel) -> dict[str, str]:
    """Return the names of the styles by their ids."""
    found = etree.fromstring(parcel.styles)
    names = {one.get(f"{W}styleId", ""): one.find(f"{W}name") for one in found.iterfind(f"{W}style")}
    return {own: name.get(f"{W}val", "") for own, name in names.items() if name is not None}


@cache
def taken() -> Parcel:
    return kept(house())


def test_the_looks_are_kept_and_the_text_is_not() -> None:
    parcel = taken()
    assert {"Normal", "Heading1", "Title", "ListBullet"} <= set(styles_of(parcel))
    assert b"Georgia" in parcel.styles
    assert b"7B2D8E" in parcel.styles
    assert parcel.letterhead.first_header != parcel.letterhead.header
    assert b"Sample Care Ltd" in parcel.letterhead.first_header
    everything = b"".join(unpack_parts(take_brand(house())[0]).values())
    assert b"Dear Sir" not in everything
    assert "its text" in left_out(house())


def test_the_same_file_gives_the_same_bytes_and_is_taken_again_without_a_change() -> None:
    once, _ = take_brand(house())
    assert take_brand(house())[0] == once
    assert take_brand(once)[0] == once


def test_a_child_gives_what_the_function_gives() -> None:
    found = vet_brand(house())
    assert (found.data, list(found.left_out)) == take_brand(house())


def test_pictures_are_drawn_anew_and_kept_once() -> None:
    assert len(taken().pictures) == 1
    file = template(
        STYLES,
        header=running("hdr", paragraph(drawing("rIdLogo"))),
        parts={"word/media/logo.png": pictures.with_text(word_templates.logo())},
    )
    assert pictures.PLACE.encode() not in kept(file).pictures[0]


def test_words_round_page_numbers_go_with_them() -> None:
    text = re.sub(r"<[^>]+>", "", taken().letterhead.footer.decode())
    assert text.strip() == "Sample Care Ltd · Company 01234567"


def test_a_footer_of_nothing_but_page_numbers_is_none() -> None:
    foot = running("ftr", paragraph(words("Page ") + PAGE_FIELD + words(" of ") + PAGE_FIELD))
    assert kept(template(STYLES, footer=foot)).letterhead.footer == b""


def test_words_of_a_link_stay_and_where_it_leads_goes() -> None:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText> HYPERLINK "https://evil.example" </w:instrText></w:r>'
    field = mark.format("begin") + code + mark.format("separate") + words("www.sample.example") + mark.format("end")
    head = running("hdr", paragraph(field))
    found = kept(template(STYLES, header=head)).letterhead.header
    assert b"www.sample.example" in found
    assert b"evil" not in found


def test_other_fields_go_and_are_named() -> None:
    head = running(
        "hdr", paragraph('<w:fldSimple w:instr=" INCLUDEPICTURE x "><w:r><w:t>here</w:t></w:r></w:fldSimple>')
    )
    file = template(STYLES, header=head)
    assert kept(file).letterhead.header == b""
    assert "fields in its headers and footers" in left_out(file)


def test_a_picture_of_old_word_becomes_one_of_today() -> None:
    old = (
        '<w:r><w:pict><v:shape style="width:150pt;height:2cm" alt="Our logo"><v:imagedata r:id="rIdLogo"/></v:shape>'
        "</w:pict></w:r>"
    )
    found = kept(template(STYLES, header=running("hdr", paragraph(old))))
    assert len(found.pictures) == 1
    assert b'cx="1905000"' in found.letterhead.header
    assert b"vml" not in found.letterhead.header


def test_a_picture_in_a_choice_of_versions_is_kept() -> None:
    inner = drawing("rIdLogo").removeprefix("<w:r>").removesuffix("</w:r>")
    both = f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{inner}</mc:Choice></mc:AlternateContent></w:r>'
    assert len(kept(template(STYLES, header=running("hdr", paragraph(both)))).pictures) == 1


def test_a_drawing_that_is_no_picture_is_named() -> None:
    shape = '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:wsp/></mc:Choice></mc:AlternateContent></w:r>'
    file = template(STYLES, header=running("hdr", paragraph(shape + words("Us"))))
    assert "drawings in its headers and footers" in left_out(file)
    assert b"Us" in kept(file).letterhead.header


@pytest.mark.parametrize(("one", "title"), [("Überschrift", "Teitl"), ("Nagłówek", "Tytuł"), ("Titre", "Titre")])
def test_styles_of_word_in_other_languages_are_known(one: str, title: str) -> None:
    file = template(
        style("Standard", "Standaard", looks("Calibri", 11), default=True)
        + style(f"{one} 1", "berschrift1", looks("Calibri", 20), base="Standaard")
        + style(title, "T", looks("Calibri", 30))
    )
    found = styles_of(kept(file))
    assert (found["Normal"], found["Heading1"], found["Title"]) == ("Normal", "heading 1", "Title")


def test_two_styles_of_one_name_both_stay_under_names_of_their_own() -> None:
    file = template(NORMAL + style("heading 1", "a", looks("A", 20)) + style("Heading 1", "b", looks("B", 10)))
    found = styles_of(kept(file))
    assert found["Heading1"] == "heading 1"
    assert found["b"] == "Heading 1 (2)"


def test_styles_in_a_circle_and_pointers_to_nowhere_are_cut() -> None:
    round_ = style("A", "A", base="B") + style("B", "B", base="A") + style("C", "C", base="gone")
    root = etree.fromstring(kept(template(NORMAL + round_)).styles)
    assert len(list(root.iter(f"{W}basedOn"))) == 1


def test_styles_that_lean_on_thousands_of_others_are_cut() -> None:
    deep = NORMAL + "".join(style(f"S {at}", f"S{at}", base=f"S{at - 1}") for at in range(1, 2000))
    root = etree.fromstring(kept(template(deep)).styles)
    bases = {one.get(f"{W}styleId", ""): one.find(f"{W}basedOn") for one in root.iterfind(f"{W}style")}
    longest, depth = 0, 0
    for at in range(1, 2000):
        depth = depth + 1 if bases[f"S{at}"] is not None else 0
        longest = max(longest, depth)
    assert 0 < longest <= DEEPEST


def test_a_file_without_a_normal_style_is_taken() -> None:
    assert "Heading1" in styles_of(kept(template(HEADINGS)))


def test_a_paper_of_ours_whose_code_would_stand_on_others_is_refused() -> None:
    with pytest.raises(RefusedFileError, match="is a paper that this program made"):
        take_brand(sent())


def test_thousands_of_styles_are_taken_and_too_many_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    many = NORMAL + "".join(style(f"Style {number}", f"S{number}", base="Normal") for number in range(4000))
    assert len(styles_of(kept(template(many)))) == 4001
    monkeypatch.setattr(source, "MOST_STYLES", 3999)
    with pytest.raises(RefusedFileError, match=r"styles\. Nothing was changed"):
        take_brand(template(many))


def test_what_hides_words_or_starts_pages_goes() -> None:
    odd = style(
        "heading 1", "Heading1", '<w:pPr><w:pageBreakBefore/><w:framePr w:w="10"/></w:pPr><w:rPr><w:vanish/></w:rPr>'
    )
    parcel = kept(template(NORMAL + odd))
    assert not any(name in parcel.styles for name in (b"pageBreakBefore", b"framePr", b"vanish"))


def test_headings_that_count_lose_their_numbers_and_bullets_keep_their_sign() -> None:
    assert "numbers before headings: our own are used" in left_out(house())
    root = etree.fromstring(taken().styles)
    counted = {one.get(f"{W}styleId") for one in root if one.find(f"{W}pPr/{W}numPr") is not None}
    assert counted == {"ListBullet"}
    assert "»".encode() in taken().numbering


def test_what_is_out_of_order_or_unknown_is_put_right() -> None:
    odd = (
        '<w:pPr><w:jc w:val="start"/><w:keepNext w:val="true"/><w:ind w:left="12.5" w:right="much"/><w:other/></w:pPr>'
        '<w:rPr><w:sz w:val="22.0"/><w:b w:val="off"/><w:color w:val="purple"/></w:rPr>'
    )
    root = etree.fromstring(kept(template(style("Normal", "Normal", odd, default=True))).styles)
    (found,) = root.iter(f"{W}style")
    inner = etree.tostring(found, encoding="unicode")
    names = [str(one.tag).removeprefix(W) for one in found.iterfind("*/*")]
    assert names == ["keepNext", "ind", "jc", "b", "sz"]
    assert all(said in inner for said in ('left="12"', 'val="left"', 'w:val="22"', 'b w:val="0"', 'keepNext w:val="1"'))
    assert "much" not in inner


def test_fonts_and_colours_of_the_theme_are_said_in_the_styles() -> None:
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    font = '<a:latin typeface="{}"/><a:ea typeface=""/><a:cs typeface=""/>'
    slots = "dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink".split()  # noqa: SIM905
    colours = "".join(f'<a:{slot}><a:srgbClr val="AA11{at:02}"/></a:{slot}>' for at, slot in enumerate(slots))
    theme = (
        f'<a:theme xmlns:a="{a}" name="x"><a:themeElements><a:clrScheme name="x">{colours}</a:clrScheme>'
        f'<a:fontScheme name="x"><a:majorFont>{font.format("Lato")}</a:majorFont><a:minorFont>'
        f"{font.format('Roboto')}</a:minorFont></a:fontScheme></a:themeElements></a:theme>"
    )
    themed = '<w:rFonts w:asciiTheme="majorHAnsi" w:ascii="Wrong"/><w:color w:val="auto" w:themeColor="accent1"/>'
    parcel = kept(template(style("Normal", "Normal", f"<w:rPr>{themed}</w:rPr>", default=True), theme=theme))
    assert b'ascii="Lato"' in parcel.styles
    assert b'color w:val="AA1104"' in parcel.styles
    assert b"Theme" not in parcel.styles
    assert b"themeColor" not in parcel.styles
    assert b"AA1105" in parcel.theme


def test_flags_are_written_as_word_does_and_what_lacks_its_value_gets_one_or_goes() -> None:
    flags = '<w:semiHidden w:val="on"/><w:qFormat w:val="0"/><w:pPr><w:shd w:fill="FF0000"/><w:jc/></w:pPr>'
    cells = (
        '<w:tblPr><w:tblBorders><w:top w:sz="4"/></w:tblBorders><w:tblCellMar><w:top w:w="9"/></w:tblCellMar></w:tblPr>'
    )
    found = kept(template(NORMAL + style("A", "A", flags) + style("T", "T", cells, kind="table"))).styles
    assert b"<w:semiHidden/>" in found
    assert not any(gone in found for gone in (b"qFormat", b"w:jc", b'w:sz="4"'))
    assert b'<w:shd w:fill="FF0000" w:val="clear"/>' in found
    assert b'<w:tblCellMar><w:top w:w="9"/></w:tblCellMar>' in found


@pytest.mark.parametrize(
    ("size", "paper"),
    [
        ((11906, 16838), ""),
        (LETTER, "US Letter"),
        ((16838, 11906), "A4 across"),
        (LETTER[::-1], "US Letter across"),
        ((8391, 11906), "paper of 148 × 210 mm"),
    ],
)
def test_other_paper_is_named(size: tuple[int, int], paper: str) -> None:
    expected = [f"its paper, {paper}: pages are A4"] if paper else []
    assert left_out(template(STYLES, size=size)) == expected


HARM = {
    "an attached template": (template(STYLES, links=link("attachedTemplate", "http://x.example/a.dotm")), "hangs on"),
    "a picture elsewhere": (template(STYLES, links=link("image", "http://x.example/a.png")), "links to other files"),
    "another format": (
        template(STYLES, links=link("aFChunk", "a.html", outside=False), parts={"word/a.html": b"<html/>"}),
        "objects and controls",
    ),
    "a control": (
        template(STYLES, links=link("control", "activeX/activeX1.xml", outside=False)),
        "objects and controls",
    ),
    "data": (
        template(
            STYLES,
            links=link("customXml", "../customXml/item1.xml", outside=False),
            parts={"customXml/item1.xml": b"<secret/>"},
        ),
        "data of other programs",
    ),
    "building blocks": (
        template(STYLES, links=link("glossaryDocument", "glossary/document.xml", outside=False)),
        "building blocks",
    ),
    "tracked changes": (template(STYLES, body="<w:p><w:ins><w:r><w:t>x</w:t></w:r></w:ins></w:p>"), "tracked changes"),
}


@pytest.mark.parametrize("name", HARM)
def test_what_acts_or_points_away_is_dropped_and_named(name: str) -> None:
    file, words_for_it = HARM[name]
    parcel, said = take_brand(file)
    assert any(words_for_it in one for one in said)
    parts = unpack_parts(parcel)
    known = {"[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/document.xml"}
    known |= {f"word/{part}.xml" for part in ("styles", "numbering", "theme/theme1", "settings")}
    assert set(parts) == known
    assert not any(mark in b"".join(parts.values()) for mark in (b"External", b"x.example", b"secret", b"activeX"))


def test_links_in_a_header_and_its_pictures_elsewhere_go() -> None:
    away = link("image", "http://x.example/logo.png", own="rIdAway") + link(
        "hyperlink", "http://x.example", own="rIdLink"
    )
    head = running("hdr", paragraph(drawing("rIdAway") + drawing("rIdLogo")))
    parcel, said = take_brand(template(STYLES, header=head, head_links=away))
    assert len(unpacked(parcel).pictures) == 1
    assert "pictures in its headers and footers" in said
    assert b"x.example" not in b"".join(unpack_parts(parcel).values())


def test_a_huge_picture_is_left_out() -> None:
    bomb = pictures.saved(pictures.drawing(size=(6000, 6000)), "PNG")
    head = running("hdr", paragraph(drawing("rIdLogo") + words("Us")))
    file = template(STYLES, header=head, parts={"word/media/logo.png": bomb})
    assert kept(file).pictures == ()
    assert "pictures in its headers and footers" in left_out(file)


@pytest.mark.parametrize(
    ("file", "why"),
    [
        (template(STYLES, main=DOCUMENT.replace("document.main", "template.macroEnabledTemplate.main")), "macros"),
        (template(STYLES, parts={"word/vbaProject.bin": b"x"}), "macros"),
        (template(""), "has no styles"),
        (b"%PDF-1.7", "is a PDF"),
        (template(STYLES, parts={"word/styles.xml": b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "definitions"),
    ],
)
def test_files_that_are_no_template_are_refused_in_words(file: bytes, why: str) -> None:
    with pytest.raises(RefusedFileError, match=why):
        vet_brand(file)


def test_a_list_that_no_style_hangs_on_stays_behind() -> None:
    assert b"abstractNum" not in kept(template(STYLES, numbering=lists('<w:lvl w:ilvl="0"/>'))).numbering
