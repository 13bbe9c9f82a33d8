# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from evidencepack.guard import pdf_words
from evidencepack.guard.faults import ChildDiedError, RefusedFileError
from evidencepack.guard.pdf_words import PageSays, pages_of, pdf_pages


def _pdf(*contents: bytes, stuck: int = 0) -> bytes:
    """Return a PDF with a page for each content; ``stuck`` notes lie on the first, beside a link."""
    pdf, into = pikepdf.new(), BytesIO()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    for content in contents:
        page = pdf.add_blank_page(page_size=(200, 100))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.Contents = pdf.make_stream(content)
    kinds = [pikepdf.Name.Link, *[pikepdf.Name.Text] * stuck]
    pdf.pages[0].Annots = pikepdf.Array(
        [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=kind, Rect=[1, 1, 9, 9]) for kind in kinds]
    )
    pdf.save(into)
    return into.getvalue()


HELLO, RULE = b"BT /F 12 Tf 10 50 Td (Hello  you) Tj ET", b"0 0 50 5 re f"


def test_each_page_says_its_words_its_look_and_what_is_stuck_on_it() -> None:
    first, second = pdf_pages(_pdf(HELLO, RULE, stuck=2))
    assert (first.words, first.stuck, second.words, second.stuck) == (("Hello", "you"), 2, (), 0)
    assert first.look != second.look
    assert pdf_pages(_pdf(HELLO))[0] == PageSays(("Hello", "you"), first.look)


def test_a_page_with_a_line_more_looks_other() -> None:
    (plain,), (ruled,) = (pages_of(_pdf(content)) for content in (HELLO, HELLO + b" " + RULE))
    assert plain[0] == ruled[0]
    assert plain[1] != ruled[1]


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nnothing", b"\x89PNG", b"%PDF-1.7\n" + b"\x00" * 4096])
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    with pytest.raises(RefusedFileError, match="its pages cannot be read"):
        pages_of(data)


def test_too_many_pages_and_too_many_bytes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_words, "MOST_PAGES", 1)
    with pytest.raises(RefusedFileError, match="more than"):
        pages_of(_pdf(HELLO, HELLO))
    monkeypatch.setattr(pdf_words, "MOST_BYTES", 10)
    with pytest.raises(RefusedFileError, match="larger than"):
        pdf_pages(_pdf(HELLO))


@pytest.mark.parametrize("answer", [7, [["words"]], [["words", "look", "many"]]])
def test_an_answer_that_is_none_is_not_believed(monkeypatch: pytest.MonkeyPatch, answer: object) -> None:
    monkeypatch.setattr(pdf_words, "limited", lambda *_, **__: answer)
    with pytest.raises(ChildDiedError):
        pdf_pages(b"%PDF")
