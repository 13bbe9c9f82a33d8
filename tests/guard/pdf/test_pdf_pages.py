# SPDX-License-Identifier: MPL-2.0
"""How the pages of PDFs from outside come back, each sort of page and file by itself."""

from __future__ import annotations

import io
import warnings
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from tests.guard.pdf import making, reading

from evidencepack.guard import pdf_files
from evidencepack.guard.pdf_files import OutlineEntry, SheetSize, read_pdf
from evidencepack.guard.wire import from_bytes, to_bytes


@pytest.fixture(autouse=True)
def without_child(monkeypatch: pytest.MonkeyPatch) -> None:
    """Call what a child is asked to call, in this process: the child has tests of its own."""

    def call(function: Callable[..., Any], *arguments: Any, **_limits: object) -> Any:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            return from_bytes(to_bytes(function(*arguments)))

    monkeypatch.setattr(pdf_files, "limited", call)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270, -90, 450])
def test_a_page_stands_as_it_is_shown(rotate: int) -> None:
    def turn(_: pikepdf.Pdf, page: pikepdf.Object) -> None:
        page.Rotate = rotate
        page.MediaBox = Array([-50, 20, 545, 862])
        page.CropBox = Array([0, 100, 400, 10_000])

    data = making.changed(turn)
    read = read_pdf(data)
    assert read.pages[0].size == SheetSize(*reading.size(data))
    assert read.pages[0].turned == rotate % 360
    with pikepdf.open(io.BytesIO(read.data)) as pdf:
        page = pdf.pages[0].obj
        assert [float(edge) for edge in page.MediaBox] == [0, 0, *reading.size(data)]
        assert not {"/Rotate", "/CropBox", "/UserUnit"} & set(page.keys())
    assert reading.shown(read.data).tobytes() == reading.shown(data).tobytes()


@pytest.mark.parametrize(
    ("said", "size", "repaired"),
    [
        (b"", (612, 792), True),
        (b"/MediaBox [0 0 0 0]", (612, 792), True),
        (b"/MediaBox [595 842 0 0]", (595, 842), False),
        (b"/MediaBox [-100 -200 -300 -600]", (210, 400), False),
        (b"/MediaBox [0 0 /A (b)]", (612, 792), True),
        (b"/MediaBox [0 0 NaN 10]", (612, 792), True),
        (b"/MediaBox 7", (612, 792), True),
        (b"/MediaBox [0 0 1e12 10]", (612, 792), True),
        (b"/MediaBox [0 0 144000 72000]", (14400, 7200), False),
        (b"/MediaBox [0 0 100 50] /UserUnit 10", (1000, 500), False),
        (b"/MediaBox [0 0 595 842] /UserUnit -3 /Rotate (x)", (595, 842), False),
        (b"/MediaBox [0 0 595 842] /CropBox [900 900 999 999]", (595, 842), False),
        (b"/MediaBox [0 0 10 20]", (210, 210), False),
    ],
)
def test_a_page_that_says_nonsense_of_its_size_is_read_as_viewers_do(
    said: bytes, size: tuple[float, float], *, repaired: bool
) -> None:
    read = read_pdf(making.page_of(said))
    assert (read.pages[0].size, read.repaired) == (SheetSize(*size), repaired)
    assert not read.pages[0].has_text


def test_a_small_page_stands_in_the_middle_of_a_sheet() -> None:
    data = making.saved(making.document(b"1 0 0 rg 0 0 100 50 re f", size=(100, 50)))
    picture = reading.shown(read_pdf(data).data)
    assert picture.size == (210, 210)
    assert {picture.getpixel(at) for at in ((60, 85), (150, 120))} == {(255, 0, 0)}
    assert {picture.getpixel(at) for at in ((50, 105), (105, 75), (160, 105), (105, 135))} == {(255, 255, 255)}


@pytest.mark.parametrize(
    ("matrix", "turned"), [("0 -1 1 0 72 700", 90), ("-1 0 0 -1 500 700", 180), ("0 2 -2 0 72 70", 270)]
)
def test_words_that_stand_on_their_head_are_noticed(matrix: str, turned: int) -> None:
    data = making.saved(making.document(making.text(matrix=matrix)))
    assert read_pdf(data).pages[0].turned == turned


def test_a_picture_of_words_has_none_to_select() -> None:
    def scan(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        image = pdf.make_stream(bytes(100), Subtype=Name.Image, Width=10, Height=10, BitsPerComponent=8)
        image.ColorSpace = Name.DeviceGray
        page.Resources.XObject = Dictionary(P=image)

    picture = b"500 0 0 700 0 0 cm /P Do BT (   ) Tj ET"
    assert [page.has_text for page in read_pdf(making.changed(scan, picture)).pages] == [False]


def test_words_in_a_form_are_words() -> None:
    def put(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        # As in PDF 1.1: the form takes the font from its page.
        page.Resources.XObject = Dictionary(X=making.square(pdf))
        page.Resources.XObject.X.BBox = Array([0, 0, 600, 800])
        page.Resources.XObject.X.write(making.text())

    read = read_pdf(making.changed(put, b"/X Do"))
    assert read.pages[0].has_text
    assert reading.words(read.data) == making.WORDS


@pytest.mark.parametrize("answer", ["Fern & Co", "Ürgüp"])
def test_an_answer_in_a_form_is_drawn_and_stays(answer: str) -> None:
    read = read_pdf(making.form(answer))
    assert answer in reading.words(read.data)
    assert read.dropped == ("a form field (what stands in it stays)",)


def test_an_answer_that_cannot_be_drawn_is_told() -> None:
    assert "could not be drawn: look at it" in " ".join(read_pdf(making.form("রহিমা")).dropped)


def test_an_answer_that_was_drawn_in_other_letters_stays_as_it_was() -> None:
    data = making.form("রহিমা")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.Root.AcroForm.Fields[0].AP = Dictionary(N=making.square(pdf))
        read = read_pdf(making.saved(pdf))
    assert read.dropped == ("a form field (what stands in it stays)",)
    assert (255, 0, 0) in {colour for _, colour in reading.shown(read.data).getcolors(1 << 20) or ()}


def test_a_signature_is_noticed_wherever_it_stands() -> None:
    read = read_pdf(making.signed())
    assert read.signed
    assert read.dropped == ("a digital signature: it holds on the file as it came",)


def test_an_empty_field_for_a_signature_is_none() -> None:
    def ask(pdf: pikepdf.Pdf, _: pikepdf.Object) -> None:
        pdf.Root.AcroForm = Dictionary(Fields=Array([Dictionary(FT=Name.Sig, T="sign")]))

    assert not read_pdf(making.changed(ask)).signed


def test_a_lock_of_the_owner_is_opened_and_told() -> None:
    locked = making.saved(
        making.document(), encryption=pikepdf.Encryption(owner="o", allow=pikepdf.Permissions(extract=False))
    )
    read = read_pdf(locked)
    assert reading.words(read.data) == making.WORDS
    assert "a lock against copying or changing" in read.dropped
    assert reading.active(read.data) == set()


@pytest.mark.parametrize(
    "damage", [lambda d: d[:-40], lambda d: d.replace(b"startxref", b"startxxxx"), lambda d: b"junk\n" * 20 + d]
)
def test_a_damaged_file_is_read_as_far_as_it_goes_and_told(damage: Callable[[bytes], bytes]) -> None:
    read = read_pdf(damage(making.saved(making.document(), object_stream_mode=pikepdf.ObjectStreamMode.disable)))
    assert reading.words(read.data) == making.WORDS
    assert read.repaired or damage(b"%PDF").startswith(b"junk")


def test_a_page_that_breaks_off_keeps_what_was_read() -> None:
    def cut(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        packed = zlib.compress(making.text() + b" % " + bytes(range(256)) * 40)
        page.Contents = pikepdf.Stream(pdf, packed[:-60], Filter=Name.FlateDecode)

    read = read_pdf(making.changed(cut))
    assert making.WORDS in reading.words(read.data)


@pytest.mark.parametrize("by", ["OFF", "BaseState", "View"])
@pytest.mark.parametrize("policy", ["", "/AllOn"])
def test_what_a_hidden_layer_shows_stays_hidden_for_good(by: str, policy: str) -> None:
    read = read_pdf(making.layered(by=by, policy=policy))
    colours = {colour for _, colour in reading.shown(read.data).getcolors(1 << 20) or ()}
    assert (0, 255, 0) in colours
    assert (255, 0, 0) not in colours
    assert "a hidden layer" in read.dropped
    assert reading.active(read.data) == set()


def test_bookmarks_are_kept_as_titles_and_pages() -> None:
    pdf = making.document(making.text(), making.text(), making.text())
    pages = [page.obj for page in pdf.pages]
    pdf.Root.Names = Dictionary(
        Dests=Dictionary(Kids=Array([Dictionary(Names=Array(["there", Array([pages[2], Name.Fit])]))]))
    )
    with pdf.open_outline() as outline:
        part = pikepdf.OutlineItem("  Part\n<b>&{{  ", 0)
        part.children.append(pikepdf.OutlineItem("বাংলা", 1))
        outline.root.extend([part, pikepdf.OutlineItem("Named", action=Dictionary(S=Name.GoTo, D="there"))])
        outline.root.append(pikepdf.OutlineItem("Away", action=making.script()))
    assert read_pdf(making.saved(pdf)).outline == (
        OutlineEntry("Part <b>&{{", 0, 0),
        OutlineEntry("বাংলা", 1, 1),
        OutlineEntry("Named", 2, 0),
    )


def test_bookmarks_without_end_are_cut_off() -> None:
    def turn_round(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        item = pdf.make_indirect(Dictionary(Title="again", Dest=Array([page, Name.Fit])))
        item.Next = item.First = item
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=item))
        pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary()))
        pdf.Root.Names.Dests.Kids = Array([pdf.Root.Names.Dests])

    assert read_pdf(making.changed(turn_round)).outline == (OutlineEntry("again", 0, 0),)
