# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from functools import cache

import pytest
from lxml import etree
from tests.exchange.replies.files import Edit, compare, edited, runs
from tests.render.word.files import W, document, write_files

from evidencepack.blocks.blocks import Heading, Paragraph, Toc, TocEntry
from evidencepack.blocks.inlines import Text
from evidencepack.exchange.replies.contents import strange_lines
from evidencepack.exchange.replies.report import Kind
from evidencepack.exchange.replies.story import CELL

_BEGINS = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
_SAYS = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
_ENDS = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@cache
def _sent() -> bytes:
    """Return a list of two papers, and the papers."""
    entries = tuple(TocEntry(name, letter, (Text(name.title()),)) for name, letter in (("plans", "A"), ("risks", "B")))
    toc = Toc(("App.", "Title", "Pages"), (10.0, 0.0, 14.0), entries)
    front = document(Heading(1, (Text("Contents"),)), toc, Paragraph((Text("A dash: no letter."),)), anchor="front")
    papers = (document(Heading(1, (Text(name.title()),)), anchor=name) for name in ("plans", "risks"))
    return write_files((front, *papers))


def _table(root: etree._Element) -> etree._Element:
    return next(root.iter(f"{W}tbl"))


def _made_anew(root: etree._Element) -> None:
    """Put lines in the place of the table, as programs do that make the list anew; the last one ends it."""
    table = _table(root)
    before, after = table.getprevious(), table.getnext()
    assert before is not None
    assert after is not None
    before[1:] = [*runs(_BEGINS.format(" TOC \\f ") + _SAYS + "<w:r><w:t>Appendix A</w:t><w:tab/><w:t>2</w:t></w:r>")]
    after[1:] = [*runs(f"<w:r><w:t>Appendix B</w:t></w:r>{_BEGINS.format(' PAGEREF x ')}{_SAYS}{_ENDS}{_ENDS}")]
    body = table.getparent()
    assert body is not None
    body.remove(table)


def _counted_anew(root: etree._Element) -> None:
    for text in _table(root).iter(f"{W}t"):
        text.text = (text.text or "").replace("–", "7")


@pytest.mark.parametrize("edit", [_made_anew, _counted_anew])
def test_a_list_of_contents_that_was_made_anew_is_no_change(edit: object) -> None:
    assert compare(edited(_sent(), edit), _sent()).is_unchanged  # type: ignore[arg-type]


def test_words_right_after_a_list_are_told() -> None:
    def edit(root: etree._Element) -> None:
        _made_anew(root)
        (note,) = (text for text in root.iter(f"{W}t") if text.text == "A dash: no letter.")
        note.text = "A dash: nobody signs."

    (found,) = compare(edited(_sent(), edit), _sent()).wording
    assert (found.old, found.new) == ("A dash: no letter.", "A dash: nobody signs.")


def test_a_list_whose_field_has_no_end_stays_words() -> None:
    def edit(root: etree._Element) -> None:
        _made_anew(root)
        for mark in list(root.iter(f"{W}fldChar")):
            if mark.get(f"{W}fldCharType") == "end":
                parent = mark.getparent()
                assert parent is not None
                parent.remove(mark)

    assert not compare(edited(_sent(), edit), _sent()).is_unchanged


def _line_into_list(root: etree._Element) -> None:
    _table(root).addprevious(runs("<w:p><w:r><w:t>Nobody is bound by any of this.</w:t></w:r></w:p>")[0])


def _renamed_in_list(root: etree._Element) -> None:
    for text in _table(root).iter(f"{W}t"):
        text.text = (text.text or "").replace("Risks", "Risks that we deny")


@pytest.mark.parametrize(
    ("edit", "kind", "old", "new"),
    [
        (_line_into_list, Kind.ADDED, "", "Nobody is bound by any of this."),
        (_renamed_in_list, Kind.CHANGED, f"B{CELL}Risks", f"B{CELL}Risks that we deny"),
    ],
)
def test_words_that_somebody_typed_into_a_list_are_told(edit: Edit, kind: Kind, old: str, new: str) -> None:
    (found,) = compare(edited(_sent(), edit), _sent()).wording
    assert (found.kind, found.old, found.new, found.where.paper) == (kind, old, new, "List of contents")


def test_the_version_of_a_paper_in_a_list_is_no_page() -> None:
    assert list(strange_lines([f"A{CELL}Plans{CELL}version 1.1"], [f"A{CELL}Plans{CELL}version 1.0", "A", "Plans"]))
    assert not list(strange_lines([f"A{CELL}Plans ..... 12", "Plans 3-4"], ["A", "Plans"]))
