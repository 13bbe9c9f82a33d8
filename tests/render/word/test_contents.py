# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from lxml import etree
from tests.render.word.files import W, body_of, document, everything, has, pack, words_of, write_files
from tests.render.word.lint import lint

from evidencepack.blocks.blocks import Heading, PageBreak, Paragraph, Toc, TocEntry
from evidencepack.blocks.inlines import Text
from evidencepack.render.word.ids import bookmark_name


def _codes(root: etree._Element) -> list[str]:
    return [(code.text or "").strip() for code in root.iter(f"{W}instrText")]


def _listing(*titles: str, letter: str = "A") -> bytes:
    entries = tuple(TocEntry(f"d{place}", letter, (Text(title),)) for place, title in enumerate(titles))
    toc = Toc(("App.", "Title", "Pages"), (10.0, 0.0, 14.0), entries)
    front = document(Heading(1, (Text("Contents"),)), PageBreak(), toc, Paragraph((Text("A note."),)), anchor="front")
    others = [document(Heading(1, (Text("Words"),)), anchor=f"d{place}") for place in range(len(titles))]
    return write_files((front, *others))


def test_the_contents_are_one_field_round_the_table() -> None:
    body = body_of(pack())
    (table,) = (one for one in body.iter(f"{W}tbl") if "TOC1" in _styles(one))
    before, after = table.getprevious(), table.getnext()
    assert before is not None
    assert after is not None
    assert _codes(before) == ["TOC \\h \\z \\f C"]
    assert [mark.get(f"{W}fldCharType") for mark in before.iter(f"{W}fldChar")] == ["begin", "separate"]
    assert [mark.get(f"{W}fldCharType") for mark in after.iter(f"{W}fldChar")] == ["end"]
    assert words_of(before) == words_of(after) == ""


def _styles(root: etree._Element) -> set[str]:
    return {style.get(f"{W}val", "") for style in root.iter(f"{W}pStyle")}


def test_each_line_is_a_link_with_the_pages_of_its_document() -> None:
    _, pages = everything()
    (table,) = (one for one in body_of(pack()).iter(f"{W}tbl") if "TOC1" in _styles(one))
    first, *rows = table.iter(f"{W}tr")
    assert has(first, "tblHeader")
    assert len(rows) == len(pages.documents) - 1
    for row, span in zip(rows, pages.documents[1:], strict=True):
        (link,) = row.iter(f"{W}hyperlink")
        assert link.get(f"{W}anchor") == bookmark_name(span.anchor)
        assert _codes(row)[0] == f"PAGEREF {bookmark_name(span.anchor)} \\h"
        assert words_of(list(row.iter(f"{W}tc"))[-1]).split("–")[0] == str(span.first + 1)


def test_word_can_make_the_list_anew_from_a_field_at_each_document() -> None:
    body = body_of(_listing("Plans", 'The "Home First" \\ way'))
    fields = [run for run in body.iter(f"{W}r") if any(code.startswith("TC ") for code in _codes(run))]
    assert [_codes(run)[0] for run in fields] == [
        'TC "Appendix A · Plans" \\f C',
        'TC "Appendix A · The \\"Home First\\" \\\\ way" \\f C',
    ]


def test_what_has_no_letter_is_listed_by_its_title() -> None:
    assert 'TC "Evidence matrix" \\f C' in _codes(body_of(_listing("Evidence matrix", letter="–")))


def test_nothing_is_listed_where_there_is_no_list() -> None:
    assert _codes(body_of(write_files((document(Heading(1, (Text("Words"),))),)))) == []


@pytest.mark.parametrize("titles", [("Plans",), ("Plans", "Risks")])
def test_a_list_of_contents_has_no_fault_wherever_it_stands(titles: tuple[str, ...]) -> None:
    assert lint(_listing(*titles)) == []
