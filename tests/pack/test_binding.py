# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from tests.pack.annexed import A4, foreign

from evidencepack.blocks.document import Document, Running
from evidencepack.bootstrap import Program
from evidencepack.pack.binding import carrying
from evidencepack.render.properties import Properties
from evidencepack.render.typeset.guests import Guest, GuestLink, Guests

_RUNNING = Running("Ferrybank", "TBN", "TBN-PACK", "version 1.0")
_BLUE = (0, 0, 255)


def bound(program: Program, data: bytes, *guests: Guest, links: tuple[GuestLink, ...] = ()) -> bytes:
    """Return a bundle of nothing but pages from outside."""
    annex = Document("annex", "Annex", _RUNNING, (), letter="A")
    _, pages = program.press.lay_out(
        [annex], stamp=True, guests={"annex": Guests(guests, "Appendix A", "Annex", links=links)}
    )
    properties = Properties("Bundle", "Ferrybank", "TBN", "TBN-PACK", "1.0", date(2027, 2, 15))
    return program.press.print_bundle(pages, properties, carrying(pages, {guest.file: data for guest in guests}))


def changed(change: Callable[[pikepdf.Pdf], None], *sizes: tuple[float, float]) -> bytes:
    """Return a file of blue pages after a change."""
    with pikepdf.open(BytesIO(foreign(*sizes, text=False).data)) as pdf:
        change(pdf)
        written = BytesIO()
        pdf.save(written, deterministic_id=True)
    return written.getvalue()


def middle(data: bytes, page: int = 0) -> Any:
    """Return the colour in the middle of a page."""
    shown = pypdfium2.PdfDocument(data)[page].render(scale=0.2).to_pil().convert("RGB")
    return shown.getpixel((shown.width // 2, shown.height // 2))


def test_a_page_without_content_is_an_empty_sheet_with_its_number(program: Program) -> None:
    def empty(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].obj["/Contents"]

    data = bound(program, changed(empty, A4), Guest("f", 0, *A4))
    assert middle(data) == (255, 255, 255)
    assert "Page 1 of 1" in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded()


def test_content_in_several_streams_is_joined(program: Program) -> None:
    def split(pdf: pikepdf.Pdf) -> None:
        halves = [pdf.make_stream(b"0 0 1 rg"), pdf.make_stream(b"0 0 600 900 re f")]
        pdf.pages[0].obj.Contents = pikepdf.Array(halves)

    assert middle(bound(program, changed(split, A4), Guest("f", 0, *A4))) == _BLUE


def test_two_pages_of_one_content_each_have_their_own_frame(program: Program) -> None:
    def share(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].obj.Contents = pdf.pages[0].obj.Contents

    small = (200.0, 100.0)
    data = bound(program, changed(share, A4, small), Guest("f", 0, *A4), Guest("f", 1, *small))
    with pikepdf.open(BytesIO(data)) as read:
        boxes = [[float(one) for one in page.obj.Resources.XObject["/Guest"].BBox] for page in read.pages]
    assert boxes == [[0, 0, *A4], [0, 0, *small]]


def test_a_page_that_stands_twice_is_one_object(program: Program) -> None:
    data = bound(program, foreign(A4).data, Guest("f", 0, *A4), Guest("f", 0, *A4))
    with pikepdf.open(BytesIO(data)) as read:
        first, second = (page.obj.Resources.XObject["/Guest"].objgen for page in read.pages)
    assert first == second


def test_streams_are_carried_over_as_they_are(program: Program) -> None:
    raw = b"0 0 1 rg 0 0 600 900 re f " * 400

    def long(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents = pikepdf.Stream(pdf, raw)

    source = changed(long, A4)
    with (
        pikepdf.open(BytesIO(source)) as one,
        pikepdf.open(BytesIO(bound(program, source, Guest("f", 0, *A4)))) as other,
    ):
        before = one.pages[0].obj.Contents.read_raw_bytes()
        assert other.pages[0].obj.Resources.XObject["/Guest"].read_raw_bytes() == before


def test_what_a_page_says_of_transparency_goes_with_it(program: Program) -> None:
    def group(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceCMYK)

    with pikepdf.open(BytesIO(bound(program, changed(group, A4), Guest("f", 0, *A4)))) as read:
        assert read.pages[0].obj.Resources.XObject["/Guest"].Group.CS == "/DeviceCMYK"


def test_what_one_page_says_of_transparency_holds_for_no_other_of_the_same_content(program: Program) -> None:
    def group(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceCMYK)
        pdf.pages[1].obj.Contents = pdf.pages[0].obj.Contents

    data = bound(program, changed(group, A4, A4), Guest("f", 0, *A4), Guest("f", 1, *A4))
    with pikepdf.open(BytesIO(data)) as read:
        assert ["/Group" in page.obj.Resources.XObject["/Guest"] for page in read.pages] == [True, False]


def test_nothing_of_a_file_but_its_pages_comes_along(program: Program) -> None:
    def more(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.pages[0].obj.Annots = pikepdf.Array([pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])])
        pdf.docinfo["/Author"] = "Somebody"

    data = bound(program, changed(more, A4), Guest("f", 0, *A4))
    with pikepdf.open(BytesIO(data)) as read:
        assert "/OpenAction" not in read.Root
        assert "/Annots" not in read.pages[0].obj
        assert str(read.docinfo["/Author"]) == "Ferrybank"
        assert not [one for one in read.objects if isinstance(one, pikepdf.Dictionary) and "/JS" in one]


def test_bundles_of_other_files_are_other_documents_to_a_reader(program: Program) -> None:
    def instance(data: bytes) -> bytes:
        with pikepdf.open(BytesIO(data)) as read:
            return bytes(read.Root.Metadata.read_bytes()).partition(b"<xmpMM:InstanceID>")[2][:45]

    one, other = (bound(program, foreign(A4, text=text).data, Guest("f", 0, *A4)) for text in (True, False))
    assert instance(one) != instance(other)
    assert instance(one) == instance(bound(program, foreign(A4).data, Guest("f", 0, *A4)))


def test_names_and_texts_that_look_like_references_go_over_as_they_are(program: Program) -> None:
    words = [b"(1 0 R)", rb"\(4 0 R", b"<< 3 0 R >>", b"\r\n) 2 0 R (", b"\xff\x80 5 0 R", bytes(range(256))]

    def hide(pdf: pikepdf.Pdf) -> None:
        shared = pdf.make_indirect(pikepdf.Dictionary({"/Width (1 0 R)": pikepdf.String("7 0 R"), "/1 0 R": 2}))
        marks = {f"/M {at}": pikepdf.Dictionary(Lang=pikepdf.String(one)) for at, one in enumerate(words)}
        pdf.pages[0].obj.Resources = pikepdf.Dictionary(
            Properties=pikepdf.Dictionary({**marks, "/9 0 R": shared, "/Again": [1, 2, 0, shared]})
        )

    data = bound(program, changed(hide, A4), Guest("f", 0, *A4))
    with pikepdf.open(BytesIO(data)) as read:
        found = read.pages[0].obj.Resources.XObject["/Guest"].Resources.Properties
        assert [bytes(found[f"/M {at}"].Lang) for at in range(len(words))] == words
        assert dict(found["/9 0 R"].items()) == {"/Width (1 0 R)": pikepdf.String("7 0 R"), "/1 0 R": 2}
        assert found["/Again"][3].objgen == found["/9 0 R"].objgen
        assert list(found["/Again"])[:3] == [1, 2, 0]


def test_what_pages_of_a_file_share_is_written_once_and_what_is_missing_is_nothing(program: Program) -> None:
    def share(pdf: pikepdf.Pdf) -> None:
        inner = pdf.make_stream(b"0 0 1 rg 0 0 600 900 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        inner.BBox = [0, 0, 600, 900]
        inner.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Itself=inner))
        for page in pdf.pages:
            page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner), Gone=pdf.get_object(9999, 0))
            page.obj.Contents = pdf.make_stream(b"/X Do")

    data = bound(program, changed(share, A4, A4), Guest("f", 0, *A4), Guest("f", 1, *A4))
    with pikepdf.open(BytesIO(data)) as read:
        first, second = (page.obj.Resources.XObject["/Guest"].Resources.XObject.X for page in read.pages)
        assert first.objgen == second.objgen == first.Resources.XObject.Itself.objgen
    assert middle(data) == middle(data, 1) == _BLUE


def test_a_bundle_is_sound_to_another_library(program: Program, tool: Callable[[str], Path], tmp_path: Path) -> None:
    file = tmp_path / "bundle.pdf"
    file.write_bytes(bound(program, foreign(A4, A4).data, Guest("f", 1, *A4), Guest("f", 0, *A4)))
    said = subprocess.run([str(tool("qpdf")), "--check", str(file)], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")


@pytest.mark.parametrize(("above", "before"), [("/P", []), ("/Part", ["/Figure"])])
def test_a_link_is_read_behind_the_words_of_its_page_or_behind_its_picture(
    program: Program, above: str, before: list[str]
) -> None:
    guests = [Guest("f", number, *A4, words=not before) for number in (0, 1)]
    data = bound(program, foreign(A4, A4).data, *guests, links=(GuestLink(1, 100, 200, 300, 250, 0),))
    with pikepdf.open(BytesIO(data)) as read:
        (link,) = read.pages[1].obj.Annots
        assert "/Annots" not in read.pages[0].obj
        assert str(link.Contents) == "Page 1 of Annex, page 1"
        assert pikepdf.NameTree(read.Root.Names.Dests)[str(link.Dest)][0].objgen == read.pages[0].obj.objgen
        element = pikepdf.NumberTree(read.Root.StructTreeRoot.ParentTree)[int(link.StructParent)]
        assert [str(element.S), str(element.P.S)] == ["/Link", above]
        assert [str(kid.S) for kid in element.P.K if isinstance(kid, pikepdf.Dictionary)][-2:] == [*before, "/Link"]
