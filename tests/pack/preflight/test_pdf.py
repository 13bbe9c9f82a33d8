# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas
from tests.pack.preflight.files import blank, hosting, pdf, saying, scan

from evidencepack.pack.preflight.pdf import NOT_OPENED, look_into_pdf


def test_the_words_of_each_page_are_read() -> None:
    found = look_into_pdf(pdf(saying("Weekly triage"), saying("Monthly board")))
    assert [(text.strip(), turned) for text, _, turned, _ in found["pages"]] == [
        ("Weekly triage", False),
        ("Monthly board", False),
    ]


def test_a_scan_has_no_words_and_is_not_blank() -> None:
    found = look_into_pdf(pdf(scan, blank))
    assert [(text.strip(), empty) for text, empty, _, _ in found["pages"]] == [("", False), ("", True)]


@pytest.mark.parametrize(("degrees", "turned"), [(0, False), (90, False), (180, True), (270, False)])
def test_a_page_is_upside_down_when_its_letters_are(degrees: float, *, turned: bool) -> None:
    found = look_into_pdf(pdf(saying("Insurance certificate number 4711", degrees=degrees)))
    assert found["pages"][0][2] is turned


@pytest.mark.parametrize(
    ("degrees", "page_turned", "turned"), [(0, 180, True), (180, 180, False), (90, 90, False), (270, 90, True)]
)
def test_the_turn_of_the_page_counts_too(degrees: float, page_turned: int, *, turned: bool) -> None:
    def turn(file: pikepdf.Pdf) -> None:
        file.pages[0].Rotate = page_turned

    found = look_into_pdf(pdf(saying("Insurance certificate number 4711", degrees=degrees), spoil=turn))
    assert found["pages"][0][2] is turned


@pytest.mark.parametrize(("draw", "is_blank"), [(blank, True), (scan, False), (saying("A"), False)])
def test_a_page_from_outside_is_blank_when_only_our_foot_stands_on_its_sheet(
    draw: Callable[[Canvas], None], *, is_blank: bool
) -> None:
    (page,) = look_into_pdf(hosting(draw))["pages"]
    assert (page[1], page[3]) == (is_blank, True)


@pytest.mark.parametrize(("degrees", "turned"), [(0, False), (90, False), (180, True)])
def test_a_few_words_from_outside_stand_on_their_head_though_our_foot_does_not(degrees: float, *, turned: bool) -> None:
    (page,) = look_into_pdf(hosting(saying("Licence 4711", degrees=degrees)))["pages"]
    assert page[2] is turned


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04", pdf(saying("whole"))[:200]])
def test_what_cannot_be_opened_is_said_to_be(data: bytes) -> None:
    assert look_into_pdf(data) == {"trouble": NOT_OPENED}


def test_links_and_bookmarks_that_lead_to_a_page_are_found_well() -> None:
    def join(file: pikepdf.Pdf) -> None:
        second = file.pages[1].obj
        _link(file, Dest=Array([second, Name.Fit]))
        _link(file, A=Dictionary(S=Name.GoTo, D=String("part-b")))
        _link(file, A=Dictionary(S=Name.URI, URI=String("https://example.org")))
        names = Dictionary(Names=Array([String("part-b"), Array([second, Name.XYZ, None, None, None])]))
        file.Root.Names = Dictionary(Dests=names)
        with file.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("B", 1))

    assert look_into_pdf(pdf(saying("a"), saying("b"), spoil=join))["lost_links"] == []


def test_links_and_bookmarks_that_lead_nowhere_are_found() -> None:
    def lose(file: pikepdf.Pdf) -> None:
        gone = file.pages[1].obj
        _link(file, Dest=Array([gone, Name.Fit]), Contents=String("Appendix B"))
        _link(file, A=Dictionary(S=Name.GoTo, D=String("part-b")))
        with file.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("B", 1))
        del file.pages[1]

    lost = look_into_pdf(pdf(saying("a"), saying("b"), spoil=lose))["lost_links"]
    assert lost == [(1, "Appendix B"), (1, ""), (0, "B")]


def test_bookmarks_in_a_ring_end() -> None:
    def ring(file: pikepdf.Pdf) -> None:
        item = file.make_indirect(Dictionary(Title=String("Round"), Dest=Array([file.pages[0].obj, Name.Fit])))
        item.Next = item
        item.First = item
        file.Root.Outlines = file.make_indirect(Dictionary(First=item, Last=item))

    assert look_into_pdf(pdf(saying("a"), spoil=ring))["lost_links"] == []


@pytest.mark.parametrize(
    ("action", "what"),
    [
        (Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")), "a script"),
        (Dictionary(S=Name.Launch, F=String("cmd.exe")), "a program to start"),
        (Dictionary(S=Name.SubmitForm, F=String("https://example.org")), "a form that sends itself"),
        (Dictionary(S=Name.GoToR, F=String("other.pdf")), "a link into another file"),
    ],
)
def test_what_could_run_is_named(action: Any, what: str) -> None:
    def arm(file: pikepdf.Pdf) -> None:
        file.Root.OpenAction = file.make_indirect(action)

    assert look_into_pdf(pdf(saying("a"), spoil=arm))["acts"] == [what]


def test_scripts_of_the_file_as_a_whole_and_forms_of_one_program_are_named() -> None:
    def script(file: pikepdf.Pdf) -> None:
        file.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([])))

    def form(file: pikepdf.Pdf) -> None:
        file.Root.AcroForm = file.make_indirect(Dictionary(XFA=Array([]), Fields=Array([])))

    assert look_into_pdf(pdf(saying("a"), spoil=script))["acts"] == ["a script"]
    assert look_into_pdf(pdf(saying("a"), spoil=form))["acts"] == ["a form that only one program shows"]


def test_a_file_inside_is_named() -> None:
    def enclose(file: pikepdf.Pdf) -> None:
        file.attachments["rates.xlsx"] = b"secret"

    assert look_into_pdf(pdf(saying("a"), spoil=enclose))["acts"] == ["a file inside it"]


def test_remarks_are_counted_and_links_are_none() -> None:
    def remark(file: pikepdf.Pdf) -> None:
        for kind in (Name.Text, Name.Highlight, Name.FreeText):
            _annotate(file, Subtype=kind, Contents=String("too dear?"))
        _link(file, Dest=Array([file.pages[0].obj, Name.Fit]))

    found = look_into_pdf(pdf(saying("a"), spoil=remark))
    assert found["comments"] == 3
    assert "too dear?" in found["strings"]


def test_a_font_that_is_not_in_the_file_is_named() -> None:
    assert look_into_pdf(pdf(saying("a")))["loose_fonts"] == ["Helvetica"]


def test_what_a_file_says_of_itself_is_read() -> None:
    def describe(file: pikepdf.Pdf) -> None:
        with file.open_metadata() as metadata:
            metadata["dc:description"] = "walk away at 14 percent"
        file.docinfo["/Author"] = r"C:\Users\ines\bids"

    strings = look_into_pdf(pdf(saying("a"), spoil=describe))["strings"]
    assert "walk away at 14 percent" in strings
    assert r"C:\Users\ines\bids" in strings


def _link(file: pikepdf.Pdf, **keys: Any) -> None:
    _annotate(file, Subtype=Name.Link, **keys)


def _annotate(file: pikepdf.Pdf, **keys: Any) -> None:
    page = file.pages[0]
    if "/Annots" not in page:
        page.Annots = Array()
    page.Annots.append(file.make_indirect(Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9]), **keys)))
