# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import io
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from tests.render.everything import properties
from tests.render.typeset.setting import FONTS, document, set_documents, words

from evidencepack.blocks.blocks import Heading, Paragraph
from evidencepack.render.pdf.outline import bookmarks
from evidencepack.render.pdf.painter import paint
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.page import Outline, Page, Place

_SHEETS = [Page(595.28, 841.89, 0)]


def nested(*levels: int) -> dict[int, str]:
    """The outline's objects of entries at these levels: 1 is its root, 10 the first entry, 11 the next."""
    entries = [Outline(level, f"{at}", Place(0, 100)) for at, level in enumerate(levels)]
    return dict(bookmarks(entries, 1, 10, [99], _SHEETS))


def parents(*levels: int) -> list[int]:
    found = nested(*levels)
    return [int(found[10 + at].split("/Parent ")[1].split()[0]) for at in range(len(levels))]


@pytest.mark.parametrize(
    ("levels", "above"),
    [
        ((1, 2, 2, 1, 2), [1, 10, 10, 1, 13]),
        ((1, 2, 3, 4, 2), [1, 10, 11, 12, 10]),
        ((1, 3, 2), [1, 10, 10]),
        ((2, 1), [1, 1]),
    ],
)
def test_an_entry_stands_below_the_last_one_of_a_higher_level(levels: tuple[int, ...], above: list[int]) -> None:
    assert parents(*levels) == above


def test_several_documents_start_closed() -> None:
    found = nested(1, 2, 2, 1, 2)
    assert "/Count 2>>" in found[1]
    assert "/Count -2>>" in found[10]
    assert "/Count -1>>" in found[13]


def test_a_document_alone_shows_its_sections_but_not_what_is_below_them() -> None:
    found = nested(1, 2, 3, 2)
    assert "/Count 3>>" in found[1]
    assert "/Count 2>>" in found[10]
    assert "/Count -1>>" in found[11]


def test_no_entries_are_an_empty_outline() -> None:
    assert nested() == {1: "<</Type/Outlines/Count 0>>"}


def test_readers_walk_a_long_outline_from_end_to_end() -> None:
    documents = [
        document(Heading(1, words(f"Title {at}")), Paragraph(words("Words.")), anchor=f"d{at}") for at in range(40)
    ]
    data = paint(set_documents(*documents), STANDARD, FONTS, properties())
    with pypdfium2.PdfDocument(data) as file:
        found = [(mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in file.get_toc()]
    assert [one[1] for one in found if one[0] == 0] == [f"Title of d{at}" for at in range(40)]
    assert all(left <= right for (_, _, left), (_, _, right) in pairwise(found))


def test_labels_of_pages_are_the_numbers_that_are_printed_on_them() -> None:
    documents = [document(Heading(1, words("Title")), anchor=f"d{at}") for at in range(3)]
    data = paint(set_documents(*documents, stamp=True), STANDARD, FONTS, properties())
    with pypdfium2.PdfDocument(data) as file:
        for at, page in enumerate(file):
            text = page.get_textpage()
            printed = text.get_text_range().split()
            text.close()
            page.close()
            assert file.get_page_label(at) == f"{at + 1}"
            assert f"{at + 1}" in printed


def test_the_title_of_the_document_is_what_the_window_shows() -> None:
    data = paint(set_documents(document(Heading(1, words("Title")))), STANDARD, FONTS, properties())
    with pikepdf.open(io.BytesIO(data)) as file:
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert str(file.Root.Lang) == "en-GB"
        assert bool(file.Root.MarkInfo.Marked)
        assert [str(page.Tabs) for page in file.pages] == ["/S"]
        assert len({bytes(part) for part in file.trailer.ID}) == 1
