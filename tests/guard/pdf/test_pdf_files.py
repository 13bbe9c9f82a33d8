# SPDX-License-Identifier: MPL-2.0
"""PDFs from outside, through a real child: what stays, what goes, what is refused, and in which words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from types import MappingProxyType

import pikepdf
import pytest
from pikepdf import Dictionary, Name
from tests.guard.pdf import making, reading

from evidencepack.guard import pdf_files
from evidencepack.guard.faults import ChildDiedError, GuardError, LockedFileError, RefusedFileError
from evidencepack.guard.pdf_files import MOST_BYTES, SheetSize, read_pdf, unlocked_pdf

REFUSED: Mapping[str, tuple[Callable[[], bytes], str]] = MappingProxyType(
    {
        "nothing": (lambda: b"", "is empty"),
        "a web page": (lambda: b"<!doctype html><html>no</html>" * 50, "not a PDF"),
        "a text": (lambda: b"Dear partner,", "not a PDF"),
        "only a beginning": (lambda: b"%PDF-1.7\n", "damaged"),
        "two thirds missing": (lambda: making.saved(making.document())[:200], "damaged"),
        "a large file": (lambda: b"%PDF-1.7\n" + bytes(MOST_BYTES), "larger than 50 MB"),
        "no pages": (
            lambda: making.raw(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"),
            "no pages",
        ),
        "a tree of pages that bites its tail": (
            lambda: making.raw(
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [3 0 R] /Count 9 >>",
                b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 9 >>",
            ),
            "damaged",
        ),
        "100,000 pages that are one": (
            lambda: making.raw(
                b"<< /Type /Catalog /Pages 2 0 R >>",
                b"<< /Type /Pages /Kids [" + b"3 0 R " * 100_000 + b"] /Count 100000 >>",
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
            ),
            "more than 2,000 pages",
        ),
        "a password": (
            lambda: making.saved(making.document(), encryption=pikepdf.Encryption(owner="o", user="u")),
            "locked with a password",
        ),
        "a portfolio": (
            lambda: making.changed(lambda pdf, _: pdf.Root.update(Dictionary(Collection=Dictionary()))),
            "is a portfolio",
        ),
        "a form of Adobe's": (
            lambda: making.changed(lambda pdf, _: pdf.Root.update(Dictionary(NeedsRendering=True))),
            "only Adobe Reader can show",
        ),
        "a page of nothing without end": (lambda: making.bomb(65), "unpacks to far more"),
        "nothing packed twice": (lambda: making.bomb(300, twice=True), "unpacks to far more"),
        "a picture of nothing": (lambda: making.bomb(257, where="picture"), "unpacks to far more"),
        "a font of nothing": (lambda: making.bomb(65, where="font"), "unpacks to far more"),
        "a picture as large as a field": (
            lambda: making.changed(_with_huge_picture),
            "larger than any page needs",
        ),
    }
)


def _with_huge_picture(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
    page.Resources.XObject = Dictionary(
        P=pdf.make_stream(b"x", Subtype=Name.Image, Width=60_000, Height=60_000, Filter=Name.JBIG2Decode)
    )


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_pdf_of_pages_is_refused_with_what_to_do(name: str) -> None:
    make, reason = REFUSED[name]
    with pytest.raises(RefusedFileError) as refused:
        read_pdf(make())
    assert reason in refused.value.message
    assert "Nothing was changed. " in refused.value.message


def test_a_plain_page_comes_back_as_it_was() -> None:
    data = making.saved(making.document())
    read = read_pdf(data)
    assert [(page.size, page.has_text, page.turned) for page in read.pages] == [(SheetSize(595, 842), True, 0)]
    assert (read.dropped, read.outline, read.signed, read.repaired) == ((), (), False, False)
    assert reading.words(read.data) == making.WORDS
    assert reading.shown(read.data).tobytes() == reading.shown(data).tobytes()


def test_the_same_file_gives_the_same_bytes() -> None:
    data = making.armed()
    assert read_pdf(data).data == read_pdf(data).data


def test_nothing_that_acts_comes_along_and_all_of_it_is_told() -> None:
    data = making.armed()
    assert len(reading.active(data)) > 25
    read = read_pdf(data)
    assert reading.active(read.data) == set()
    assert not [one for one in reading.contents(read.data) if making.CANARY.encode() in one]
    assert read.dropped == (
        "17 scripts",
        "a link that starts a program",
        "a link to the web (its words stay)",
        "a link to another file",
        "2 buttons that send or fetch data",
        "an action",
        "6 films, sounds or models (their pictures stay)",
        "2 attached files",
        "a part that is kept in another file",
        "a comment",
        "a form for Adobe's programs (XFA)",
        "what it tells screen readers",
        "what it says about its author, programs and dates",
    )
    assert [(one.page, one.to) for one in read.links] == [(0, 1), (0, 1)]
    assert [reading.words(read.data, page).split("\r")[0] for page in (0, 1)] == [making.WORDS, "Second"]
    assert (255, 0, 0) in {colour for _, colour in reading.shown(read.data).getcolors(1 << 20) or ()}


def test_a_password_opens_and_a_wrong_one_is_said_to_be_wrong() -> None:
    opens = "schlüssel"
    locked = making.saved(making.document(), encryption=pikepdf.Encryption(owner="o", user=opens))
    assert reading.words(read_pdf(locked, password=opens).data) == making.WORDS
    with pytest.raises(LockedFileError, match="not the password of this PDF"):
        read_pdf(locked, password=opens.upper())
    with pytest.raises(LockedFileError, match="locked with a password"):
        read_pdf(locked)


def test_a_lock_comes_off_and_all_else_stays() -> None:
    opens = "schlüssel"
    locked = making.saved(making.document(), encryption=pikepdf.Encryption(owner="o", user=opens))
    opened = unlocked_pdf(locked, opens)
    assert reading.words(opened) == making.WORDS
    assert unlocked_pdf(locked, opens) == opened
    with pikepdf.open(BytesIO(opened)) as pdf:
        assert not pdf.is_encrypted
    with pytest.raises(LockedFileError, match="not the password of this PDF"):
        unlocked_pdf(locked, "o2")


def test_a_lock_stays_on_what_is_signed() -> None:
    signed = making.signed()
    with pikepdf.open(BytesIO(signed)) as pdf:
        locked = making.saved(pdf, encryption=pikepdf.Encryption(owner="o", user="u"))
    with pytest.raises(RefusedFileError, match="signature, which would be lost with the lock"):
        unlocked_pdf(locked, "u")


def test_what_stands_deep_in_itself_does_no_harm() -> None:
    def nest(pdf: pikepdf.Pdf, page: pikepdf.Object) -> None:
        inner = making.square(pdf)
        inner.Resources = Dictionary(XObject=Dictionary(X=inner))
        for _ in range(3000):
            outer = making.square(pdf, Resources=Dictionary(XObject=Dictionary(X=inner)))
            outer.write(b"/X Do")
            inner = outer
        page.Resources.XObject = Dictionary(X=inner)

    assert len(read_pdf(making.changed(nest, b"/X Do")).pages) == 1


def test_arrays_in_arrays_without_end_are_refused_or_read() -> None:
    try:
        read_pdf(making.page_of(b"/MediaBox [0 0 9 9] /ProcSet " + b"[" * 100_000 + b"]" * 100_000))
    except GuardError as error:
        assert "Nothing was changed." in error.message  # noqa: PT017 - either may be


def test_an_answer_that_is_none_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    page = (595.0, 842.0, True, 0)
    sound: tuple[object, ...] = (b"%PDF-1.7", [page], [("A", 0, 0)], [], [""], False, False)
    monkeypatch.setattr(pdf_files, "limited", lambda *_args, **_named: sound)
    assert read_pdf(b"%PDF").data == b"%PDF-1.7"
    for wrong in (
        (b"MZ", *sound[1:]),
        (sound[0], [], *sound[2:]),
        (sound[0], [(float("nan"), 1.0, True, 0)], *sound[2:]),
        (sound[0], [(595.0, 842.0, True, 45)], *sound[2:]),
        (sound[0], [page], [("A", 1, 0)], *sound[3:]),
        sound[:-1],
    ):
        monkeypatch.setattr(pdf_files, "limited", lambda *_args, answer=wrong, **_named: answer)
        with pytest.raises(ChildDiedError):
            read_pdf(b"%PDF")
