# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

from tests.render.everything import properties
from tests.render.word.files import (
    ROOT,
    TEMPLATE,
    W,
    body_of,
    document,
    everything,
    has,
    part_of,
    words_of,
    write_files,
    written,
)
from tests.render.word.lint import faults_of_form, lint
from tests.render.word.reading import read_text

from evidencepack.blocks.blocks import (
    Callout,
    Cell,
    Column,
    Gap,
    Paragraph,
    Signatory,
    Signature,
    Style,
    Table,
    TableRow,
    Toc,
    TocEntry,
)
from evidencepack.blocks.document import Section
from evidencepack.blocks.inlines import CrossReference, Show, Text
from evidencepack.render.fonts.loader import load_fonts
from evidencepack.render.number import number
from evidencepack.render.theme import MM, STANDARD
from evidencepack.render.typeset.typesetter import typeset
from evidencepack.render.word.controls import Controls
from evidencepack.render.word.cover import room_above
from evidencepack.render.word.parts import Parts
from evidencepack.render.word.writer import write_word
from evidencepack.render.word.writing import Writing

WORDS = (Text("words"),)
TABLE = Table((Column(),), (TableRow((Cell((WORDS,)),)),), (TableRow((Cell((WORDS,)),)),), summary="One cell.")


def test_a_document_may_begin_and_end_with_a_table() -> None:
    data = write_files((document(TABLE, anchor="one"), document(TABLE, anchor="two")))
    assert lint(data) == []
    assert [text for text in read_text(data) if text] == ["words"] * 4


def test_a_document_without_blocks_is_a_page() -> None:
    assert read_text(write_files((document(),))) == ("",)


def test_boxes_for_many_signatories_are_lower_and_the_last_is_never_alone() -> None:
    person = Signatory(WORDS, WORDS, WORDS)
    for count, heights in ((4, ["1361", "680"]), (5, ["1134", "567"])):
        data = write_files((document(Signature((person,) * count)),))
        body = body_of(data)
        found = [height.get(f"{W}val") for height in body.iter(f"{W}trHeight")]
        assert found == heights * count
        last_rows = [list(box.iter(f"{W}tr"))[-1] for box in body.iter(f"{W}tbl")]
        assert [has(row, "keepNext") for row in last_rows] == [*[False] * (count - 2), True, False]
        gaps = [paragraph for paragraph in body.findall(f"{W}p") if has(paragraph, "spacing")]
        assert [has(gap, "keepNext") for gap in gaps] == [*[False] * (count - 2), True]
        assert lint(data) == []


def test_contents_give_first_and_last_page_of_each_document() -> None:
    numbered, _ = everything()
    entries = (TocEntry("one", "A", WORDS), TocEntry("two", "B", WORDS))
    toc = Toc(("App.", "Title", "Pages"), (11, 0, 14), entries)
    long = document(*(Paragraph(WORDS) for _ in range(80)), anchor="two")
    numbered = number((document(toc, anchor="one"), long))
    pages = typeset(numbered, STANDARD, load_fonts(ROOT / "resources" / "fonts"), stamp=True)
    data = write_word(numbered, pages, properties(), TEMPLATE, stamp=True)
    assert read_text(data)[4:10] == ("A", "words", "1", "B", "words", f"2–{len(pages.pages)}")
    assert lint(data) == []


def test_the_foot_of_a_cover_stands_at_the_foot_of_its_page() -> None:
    numbered, pages = everything()
    writing = Writing(numbered, pages, properties(), Parts(TEMPLATE.base), Controls(), STANDARD, TEMPLATE.fonts)
    room = room_above(writing, f"pack/0.{len(numbered.documents[0].sections[0].blocks)}")
    assert 50 * MM < room < 90 * MM
    writing.pages = None
    assert room_above(writing, "pack/0.7") == 9


def test_the_foot_of_a_cover_may_be_a_paragraph() -> None:
    cover = Section((Paragraph(WORDS, Style.COVER_NAME),), cover=True, foot=(Paragraph(WORDS), Gap(3)))
    assert read_text(write_files((replace(document(), sections=(cover,)),))) == ("words", "words")


def test_a_gap_becomes_space_of_the_next_paragraph() -> None:
    body = body_of(write_files((document(Paragraph(WORDS), Gap(10), Paragraph(WORDS)),)))
    assert [space.get(f"{W}before") for space in body[1].iter(f"{W}spacing")] == ["567"]


def test_a_callout_never_splits_and_its_words_may_lack_a_label() -> None:
    data = write_files((document(Callout(WORDS, (), ((WORDS, WORDS), ((), WORDS)))),))
    rows = list(body_of(data).iter(f"{W}tr"))
    assert [has(row, "keepNext") for row in rows] == [True, True, False]
    assert [len(list(row.iter(f"{W}tc"))) for row in rows] == [1, 2, 1]
    assert lint(data) == []


def test_a_box_to_sign_has_rows_that_grow_with_what_is_typed_into_them() -> None:
    data = write_files((document(Signature((Signatory(WORDS, WORDS, WORDS), Signatory((), (), WORDS)))),))
    heights = [(height.get(f"{W}val"), height.get(f"{W}hRule")) for height in body_of(data).iter(f"{W}trHeight")]
    assert heights == [("1361", "atLeast"), ("680", "atLeast")] * 2
    assert read_text(data)[0] == "Signatory for words\u2003expected: words, words"
    assert "Signatory words" in read_text(data)
    assert lint(data) == []


def test_properties_say_who_what_and_when() -> None:
    core = part_of(write_files((document(),)), "docProps/core.xml")
    said = {str(one.tag).rpartition("}")[2]: one.text for one in core}
    assert said == {
        "title": "Home First Reablement & Supported Discharge",
        "creator": "Ferrybank Home Support Ltd",
        "lastModifiedBy": "Ferrybank Home Support Ltd",
        "subject": "TBN-ASC-2027-014, Lot 2",
        "identifier": "TBN-PACK@1.0",
        "version": "1.0",
        "language": "en-GB",
        "revision": "1",
        "created": "2027-02-15T00:00:00Z",
        "modified": "2027-02-15T00:00:00Z",
    }


def test_a_property_longer_than_word_holds_is_cut() -> None:
    data = write_word(number((document(),)), None, replace(properties(), title="a" * 300), TEMPLATE, stamp=False)
    assert [len(one.text or "") for one in part_of(data, "docProps/core.xml") if str(one.tag).endswith("title")] == [
        255
    ]


def test_signature_boxes_stand_as_far_apart_as_on_the_typeset_page() -> None:
    signatory = Signatory((Text("Maitree"),), (), ())
    spacings = body_of(written(Signature((signatory,) * 2))).iterfind(f"{W}p/{W}pPr/{W}spacing")
    gaps = [int(line) / 20 for spacing in spacings if (line := spacing.get(f"{W}line"))]
    assert gaps == [STANDARD.signature.after - 2 * STANDARD.signature.outline]


def test_what_is_signed_starts_each_page_on_which_the_boxes_go_on() -> None:
    person = Signatory((Text("Maitree"),), (Text("Rabeya Sultana"),), ())
    one = document(Signature((person,) * 20, (Text("I agree to this."),)))
    pages = typeset(number((one,)), STANDARD, load_fonts(ROOT / "resources" / "fonts"), stamp=False)
    data = write_files((one,), pages=pages)
    said = [par for par in body_of(data).findall(f"{W}p") if "I agree" in words_of(par)]
    assert len(said) == len(pages.pages) > 2
    assert [has(par, "pageBreakBefore") for par in said] == [False] + [True] * (len(said) - 1)
    assert all(has(par, "keepNext") for par in said)
    assert lint(data) == []


def test_small_print_after_the_boxes_stays_with_the_last() -> None:
    note = Paragraph(WORDS, Style.NOTE)
    data = written(Signature((Signatory(WORDS, WORDS, WORDS),) * 2), note)
    last_rows = [list(box.iter(f"{W}tr"))[-1] for box in body_of(data).iter(f"{W}tbl")]
    assert [has(row, "keepNext") for row in last_rows] == [True, True]


def test_the_foot_of_a_cover_can_be_referred_to() -> None:
    foot = Table((Column(),), (), (TableRow((Cell(((Text("Contact"),),)),)),), summary="Contact.", anchor="foot")
    one = document(Paragraph((CrossReference("foot", Show.PAGE),)))
    cover = Section((Paragraph((Text("Pack"),), Style.COVER_TITLE),), cover=True, foot=(foot,))
    assert faults_of_form(write_files((replace(one, sections=(cover, *one.sections)),))) == []
