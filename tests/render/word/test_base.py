# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import io
from pathlib import Path

import docx
from base_docx import build
from tests.render.word.files import BASE, ROOT, W, audited, part_of

from evidencepack.render.scripts import SCRIPTS
from evidencepack.render.theme import STANDARD
from evidencepack.render.word.package import unpack_parts

NAMED = (
    "Body Text",
    "EP Lead",
    "EP Label",
    "Heading 1",
    "EP Facts",
    "Heading 2",
    "Heading 3",
    "List Bullet",
    "List Bullet 2",
    "List Number",
    "Caption",
    "EP Table Head 9.5",
    "EP Table Text 9",
    "EP Table Text 9.5",
    "EP Table Text 10",
    "EP Table Text 11",
    "EP Note",
    "Header",
    "Footer",
    "EP Stamp",
    "Title",
    "EP Cover Line",
    "EP Letter Name",
    "EP Clause 1",
    "EP Clause 4",
    "EP Signature",
    "EP Callout",
    "EP Open",
    "toc 1",
    "Hyperlink",
    "Placeholder Text",
)


def test_the_base_document_is_what_its_script_makes() -> None:
    assert build() == (ROOT / "resources/word/base.docx").read_bytes()


def test_the_base_document_is_valid(tmp_path: Path) -> None:
    assert audited(BASE, tmp_path) == []


def test_every_style_of_the_pages_is_there() -> None:
    styles = {style.name for style in docx.Document(io.BytesIO(BASE)).styles}
    assert styles >= set(NAMED)


def test_no_style_leans_on_the_theme() -> None:
    assert b"Theme=" not in unpack_parts(BASE)["word/styles.xml"]


def test_the_open_table_has_the_rules_of_the_typeset_one() -> None:
    look = STANDARD.table
    styles = part_of(BASE, "word/styles.xml")
    (table,) = (style for style in styles if style.get(f"{W}styleId") == "EPOpen")
    weights = {
        str(edge.tag).removeprefix(W): int(edge.get(f"{W}sz", "0")) / 8 for edge in next(table.iter(f"{W}tblBorders"))
    }
    assert weights == {"top": look.above_head, "bottom": look.below_last, "insideH": look.between_rows}


def test_arial_has_other_names_on_machines_without_it() -> None:
    fonts = part_of(BASE, "word/fontTable.xml")
    assert fonts[0].get(f"{W}name") == "Arial"
    assert fonts[0][0].get(f"{W}val") == "Arimo,Liberation Sans"


def test_every_font_of_another_script_has_another_name_on_windows() -> None:
    known = {font.get(f"{W}name"): font[0].get(f"{W}val") for font in part_of(BASE, "word/fontTable.xml")}
    assert known["Noto Sans Bengali"] == "Nirmala UI"
    assert {script.font for script in SCRIPTS} <= set(known)


def test_the_gallery_offers_what_people_write_with_and_not_what_dresses_a_page() -> None:
    styles = [one for one in part_of(BASE, "word/styles.xml") if one.get(f"{W}type") == "paragraph"]
    offered = {style[0].get(f"{W}val") for style in styles if style.find(f"{W}qFormat") is not None}
    hidden = {style[0].get(f"{W}val") for style in styles} - offered
    assert {"Body Text", "heading 1", "EP Clause 2", "EP Schedule", "List Bullet", "caption", "EP Note"} <= offered
    assert {"header", "footer", "toc 1", "toc 3", "EP Rest", "EP Cover Line", "EP Signature"} <= hidden


def test_what_a_person_adds_is_body_text_and_an_open_table() -> None:
    settings = part_of(BASE, "word/settings.xml")
    found = {str(one.tag).removeprefix(W): one.get(f"{W}val") for one in settings}
    assert (found["clickAndTypeStyle"], found["defaultTableStyle"]) == ("BodyText", "EPOpen")


def test_schedules_and_appendices_are_tied_to_their_styles() -> None:
    texts = {
        one.get(f"{W}val"): text.get(f"{W}val")
        for level in part_of(BASE, "word/numbering.xml").iter(f"{W}lvl")
        for one in level.iter(f"{W}pStyle")
        for text in level.iter(f"{W}lvlText")
    }
    assert (texts["EPSchedule"], texts["EPAppendix"]) == ("Schedule\u00a0%1", "Appendix\u00a0%1")


def test_the_language_is_british_english() -> None:
    languages = [one.get(f"{W}val") for one in part_of(BASE, "word/styles.xml").iter(f"{W}lang")]
    assert languages == ["en-GB"]


def test_word_opens_it_in_its_present_mode() -> None:
    settings = part_of(BASE, "word/settings.xml")
    modes = {one.get(f"{W}name"): one.get(f"{W}val") for one in settings.iter(f"{W}compatSetting")}
    assert modes["compatibilityMode"] == "15"


def test_levels_of_clauses_are_tied_to_their_styles() -> None:
    numbering = part_of(BASE, "word/numbering.xml")
    levels = numbering[0].findall(f"{W}lvl")
    tied = [[mark.get(f"{W}val") for mark in level.iter(f"{W}pStyle", f"{W}lvlText")] for level in levels]
    assert tied == [["EPClause1", "%1"], ["EPClause2", "%1.%2"], ["EPClause3", "(%3)"], ["EPClause4", "(%4)"]]
