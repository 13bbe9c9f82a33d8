# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from evidencepack.paths.resources import resource
from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.fonts.loader import load_fonts
from evidencepack.render.pdf.codes import NOTHING
from evidencepack.render.pdf.fonts import subset_tag
from evidencepack.render.pdf.painter import paint
from evidencepack.render.pdf.text import Show
from evidencepack.render.properties import Properties
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.attributes import Attributes
from evidencepack.render.typeset.page import (
    Box,
    Element,
    Furniture,
    Kind,
    Outline,
    Page,
    Pages,
    Piece,
    Place,
    Role,
    Rule,
    Span,
    Stretch,
)

PROPERTIES = Properties("Title & <more>", "Ferrybank Home Support Ltd", "TBN", "TBN-1", "1.0", date(2027, 2, 15))


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return load_fonts(resource("fonts"))


class Sheet:
    """One page of a one-document file, written run by run."""

    def __init__(self, fonts: FontSet) -> None:
        self.fonts = fonts
        self.root = Element(Role.PART, None, "doc", Attributes(language="en-GB", title="Memorandum"))
        self.page = Page(595.28, 841.89, 0)
        self.y = 100.0

    def element(self, role: Role, parent: Element | None = None, **attributes: str) -> Element:
        return Element(role, parent or self.root, "doc/0.0", Attributes(**attributes))  # type: ignore[arg-type]

    def write(self, text: str, element: Element, *, face: int = 0, x: float = 70, size: float = 11) -> None:
        width = self.fonts.faces[face].width(text) * size / 1000
        self.page.lines.append((x, self.y, (Piece(0.0, width, size, text, Stretch(face, element)),)))
        self.y += 15

    def pages(self) -> Pages:
        place = Place(0, 90)
        span = Span("doc", "Memorandum", 0, 1, self.root)
        outline = (Outline(1, "Memorandum", place), Outline(2, "1 Who we are", place), Outline(2, "2 Next", place))
        return Pages((self.page,), (span,), {"doc": place, "doc/next": place}, outline)

    def pdf(self) -> bytes:
        return paint(self.pages(), STANDARD, self.fonts, PROPERTIES)


@pytest.fixture
def sheet(fonts: FontSet) -> Sheet:
    return Sheet(fonts)


def text_of(data: bytes) -> str:
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        words = page.get_textpage()
        found = words.get_text_range()
        words.close()
        page.close()
    return str(found)


def tree(data: bytes) -> list[str]:
    """The structure tree as indented roles."""
    with pikepdf.open(io.BytesIO(data)) as file:
        root = file.Root.StructTreeRoot.K
        return list(_walk(root, 0))


def _walk(element: pikepdf.Object, depth: int) -> Iterator[str]:
    yield "  " * depth + str(element.S)[1:]
    found = element.get("/K")
    kids = list(found) if isinstance(found, pikepdf.Array) else [found]
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _walk(kid, depth + 1)


def test_the_same_pages_give_the_same_bytes(fonts: FontSet) -> None:
    def once() -> bytes:
        sheet = Sheet(fonts)
        sheet.write("Same words", sheet.element(Role.P))
        return sheet.pdf()

    assert once() == once()


@pytest.mark.parametrize(
    "words",
    [
        "R&D <b>not bold</b> {{ x }} =1+1 (brackets) \\ back",
        "Gwenllïan Prŷs-Jones, Małgorzata Świętochłowska",
        "Tomáš Dvořák, Róisín O’Shaughnessy – £58,000",
        "Olúmídé Adébáyọ̀",
    ],
)
def test_what_is_written_is_read_back_by_pdfium(sheet: Sheet, words: str) -> None:
    sheet.write(words, sheet.element(Role.P))
    assert text_of(sheet.pdf()).strip() == words


def test_bengali_is_shaped_and_read_back_in_logical_order(sheet: Sheet) -> None:
    words = "মৈত্রী কমিউনিটি ট্রাস্ট"
    sheet.write(words, sheet.element(Role.P, language="bn"), face=4)
    data = sheet.pdf()
    assert text_of(data).strip() == words
    with pikepdf.open(io.BytesIO(data)) as file:
        content = file.pages[0].Contents[0].read_bytes()
    assert b"/ActualText<feff" in content.lower().replace(b"/actualtext", b"/ActualText")


@pytest.mark.parametrize(("words", "face"), [("মৈত্রী কমিউনিটি ট্রাস্ট", 4), ("Adébáyọ̀", 0)])
def test_glyphs_say_each_letter_once_where_the_text_of_words_is_passed_over(words: str, face: int) -> None:
    loaded = load_fonts(resource("fonts"))
    show = Show(loaded)
    show.text(words, face, 11)
    said = show.used(face)
    found = "".join(said[glyph.gid] for glyph in loaded.faces[face].shape(words))
    assert sorted(found.replace(NOTHING, "")) == sorted(words)


def test_many_texts_are_shown_as_each_of_them_is_alone() -> None:
    loaded = load_fonts(resource("fonts"))
    texts = ["Every (E*y) sign", "", "\\ { } ~ 0", "a", " "]
    together, alone = Show(loaded), Show(loaded)
    shown = together.texts(texts, 0)
    assert [next(shown) for _ in texts] == [alone.text(text, 0, 11) for text in texts]
    assert together.used(0) == alone.used(0)


def test_a_face_without_latin_letters_shows_its_texts_one_by_one() -> None:
    assert next(Show(load_fonts(resource("fonts"))).texts(["2 x"], 4)) == ""


def test_shaped_words_stand_beside_the_rest_of_their_element(sheet: Sheet) -> None:
    sheet.write("Adébáyọ̀, Managing Director", sheet.element(Role.P))
    with pikepdf.open(io.BytesIO(sheet.pdf())) as file:
        operators = [str(one.operator) for one in pikepdf.parse_content_stream(file.pages[0])]
    open_marks = [one for one in operators if one in {"BDC", "EMC"}]
    assert open_marks == ["BDC", "EMC"] * (len(open_marks) // 2)
    assert text_of(sheet.pdf()).strip() == "Adébáyọ̀, Managing Director"


def test_words_in_another_script_say_their_language(sheet: Sheet) -> None:
    sheet.write("মৈত্রী কমিউনিটি", sheet.element(Role.P), face=4)
    sheet.write("Adébáyọ̀", sheet.element(Role.P))
    with pikepdf.open(io.BytesIO(sheet.pdf())) as file:
        found = pikepdf.parse_content_stream(file.pages[0])
    marked = [one.operands for one in found if isinstance(one, pikepdf.ContentStreamInstruction)]
    spans = [operands[1] for operands in marked if len(operands) == 2 and str(operands[0]) == "/Span"]
    said = [(str(span["/ActualText"]).strip(), str(span.get("/Lang", ""))) for span in spans]
    assert said == [("মৈত্রী কমিউনিটি", "bn"), ("Adébáy", ""), ("ọ̀", "")]


def test_qpdf_finds_no_fault(sheet: Sheet, tmp_path: Path, tool: Callable[[str], Path]) -> None:
    sheet.write("Checked by qpdf", sheet.element(Role.P))
    sheet.page.boxes.append(Box(70, 200, 100, 20, "tint1", "ink", 0.75))
    sheet.page.rules.append(Rule(70, 230, 170, 230, 0.5))
    path = tmp_path / "checked.pdf"
    path.write_bytes(sheet.pdf())
    said = subprocess.run([tool("qpdf"), "--check", path], capture_output=True, text=True, check=False)
    assert said.returncode == 0, said.stdout + said.stderr
    assert "No syntax or stream encoding errors" in said.stdout


def test_elements_stand_in_the_tree_in_reading_order(sheet: Sheet) -> None:
    heading, paragraph = sheet.element(Role.H1), sheet.element(Role.P)
    link = sheet.element(Role.LINK, paragraph, href="#doc/next")
    sheet.write("Title", heading)
    sheet.write("Before ", paragraph)
    sheet.write("the link", link)
    sheet.write(" and after", paragraph)
    assert tree(sheet.pdf()) == ["Document", "  Part", "    H1", "    P", "      Link"]


def test_an_element_joins_its_parents_when_its_own_words_come_first(sheet: Sheet) -> None:
    items = sheet.element(Role.L, list_numbering="Decimal")
    item = sheet.element(Role.LI, items)
    body = sheet.element(Role.LBODY, item)
    sheet.write("1", sheet.element(Role.LBL, item))
    sheet.write("One", body)
    assert tree(sheet.pdf()) == ["Document", "  Part", "    L", "      LI", "        Lbl", "        LBody"]


def test_a_link_has_an_annotation_with_words_and_a_way_back_to_its_element(sheet: Sheet) -> None:
    link = sheet.element(Role.LINK, sheet.element(Role.P), href="mailto:siân@ferrybank.example")
    sheet.write("write to us", link)
    with pikepdf.open(io.BytesIO(sheet.pdf())) as file:
        (annotation,) = list(file.pages[0].Annots)
        assert pikepdf.String("mailto:siân@ferrybank.example") == annotation.A.URI
        assert str(annotation.Contents) == "Email siân@ferrybank.example"
        numbers = list(file.Root.StructTreeRoot.ParentTree.Kids[0].Nums)
        keys = [int(key) for key in numbers[::2]]
        element = numbers[2 * keys.index(int(annotation.StructParent)) + 1]
        assert str(element.S) == "/Link"


def test_header_cells_carry_scope_span_and_ids(sheet: Sheet) -> None:
    table = sheet.element(Role.TABLE, summary="Who answers for what")
    row = sheet.element(Role.TR, sheet.element(Role.THEAD, table))
    head = Element(Role.TH, row, "doc/0.0", Attributes(scope="Column", column_span=4, id="h1"))
    cell = Element(Role.TD, row, "doc/0.0", Attributes(headers=("h1",)))
    sheet.write("Ferrybank", head)
    sheet.write("A/R", cell)
    with pikepdf.open(io.BytesIO(sheet.pdf())) as file:
        found = file.Root.StructTreeRoot.K.K[0].K
        assert str(found.A.Summary) == "Who answers for what"
        first, second = list(found.K.K.K)
        assert (str(first.A.Scope), int(first.A.ColSpan), str(first.ID)) == ("/Column", 4, "h1")
        assert [str(name) for name in second.A.Headers] == ["h1"]
        names = list(file.Root.StructTreeRoot.IDTree.Names)
        assert str(names[0]) == "h1"
        assert names[1].objgen == first.objgen


def test_headers_and_footers_are_artifacts_in_a_stream_of_their_own(sheet: Sheet) -> None:
    sheet.write("Body", sheet.element(Role.P))
    sheet.page.artifacts.append(Furniture(70, 40, 50, 0, 9, "Running head", Kind.HEADER, "ink2"))
    sheet.page.artifacts.append(Furniture(70, 800, 50, 0, 9, "Page 1 of 1", Kind.FOOTER, "ink2"))
    with pikepdf.open(io.BytesIO(sheet.pdf())) as file:
        body, running = (part.read_bytes() for part in file.pages[0].Contents)
    assert running.startswith(b"/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC")
    assert b"/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC" in running
    assert b"Artifact" not in body


def test_bookmarks_destinations_and_page_labels_lead_to_the_page(sheet: Sheet) -> None:
    sheet.write("Words", sheet.element(Role.P))
    data = sheet.pdf()
    with pypdfium2.PdfDocument(data) as document:
        found = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
        assert found == [(0, "Memorandum", 0), (1, "1 Who we are", 0), (1, "2 Next", 0)]
        assert document.get_page_label(0) == "1"
    with pikepdf.open(io.BytesIO(data)) as file:
        names = [str(name) for name in list(file.Root.Names.Dests.Names)[::2]]
    assert names == ["doc", "doc/next"]


def test_the_file_names_the_organisation_and_nothing_of_the_machine(sheet: Sheet) -> None:
    sheet.write("Words", sheet.element(Role.P))
    with pikepdf.open(io.BytesIO(sheet.pdf())) as file:
        said = {key: str(value) for key, value in file.docinfo.items()}
        with file.open_metadata() as xmp:
            assert xmp["dc:title"] == "Title & <more>"
            assert xmp["dc:creator"] == ["Ferrybank Home Support Ltd"]
            assert xmp["xmp:CreateDate"] == "2027-02-15T00:00:00Z"
            assert "pdfaid:part" not in xmp
    assert said == {
        "/Title": "Title & <more>",
        "/Author": "Ferrybank Home Support Ltd",
        "/Subject": "TBN",
        "/Keywords": "TBN-1@1.0",
        "/Creator": "evidencepack",
        "/Producer": "evidencepack",
        "/CreationDate": "D:20270215000000Z",
        "/ModDate": "D:20270215000000Z",
    }


def test_every_font_is_a_subset_that_is_embedded_and_maps_back_to_text(sheet: Sheet) -> None:
    sheet.write("Words", sheet.element(Role.P))
    sheet.write("bold", sheet.element(Role.P), face=1)
    with pikepdf.open(io.BytesIO(sheet.pdf())) as file:
        fonts = file.pages[0].Resources.Font
        assert sorted(fonts.keys()) == ["/F0", "/F1"]
        each = dict(fonts.items()).values()
        for font in each:
            assert re.fullmatch(r"/[A-Z]{6}\+Arimo.*", str(font.BaseFont))
            assert len(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()) < 20_000
            assert b"beginbfchar" in font.ToUnicode.read_bytes()
        assert len({str(font.BaseFont)[:7] for font in each}) == 2


def test_another_subset_has_another_tag_and_the_same_one_the_same() -> None:
    tags = [
        subset_tag(*one) for one in (("Arimo", {0: 0, 36: 36}), ("Arimo", {36: 36, 0: 0}), ("Arimo", {0: 0, 37: 37}))
    ]
    assert tags[0] == tags[1] != tags[2]
    assert subset_tag("Arimo-Bold", {0: 0, 36: 36}) != tags[0]
    assert all(re.fullmatch("[A-Z]{6}", tag) for tag in tags)
