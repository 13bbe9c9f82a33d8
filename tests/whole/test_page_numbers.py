# SPDX-License-Identifier: MPL-2.0
"""Wherever a page number is printed, the page of that number holds what was promised.

Where things stand is found by reading the pages, not by asking the typesetter.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
from lxml import etree
from tests.whole.conftest import Sample
from tests.whole.reading import folded, pdf_bodies, pdf_pages, word_text

from evidencepack.blocks.blocks import Block, Clause, Heading, Letterhead, Numbering
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import CrossReference, Show, Text
from evidencepack.blocks.walk import inlines_in
from evidencepack.pack.front import front_matter
from evidencepack.render.number import Numbered, number, plain
from evidencepack.render.word.markup import WORD
from evidencepack.render.word.package import unpack_parts

W = f"{{{WORD}}}"
_REFERENCE = re.compile(r"([A-Z]) p (\d+)")


@dataclass(frozen=True)
class Found:
    """The pack read back: the text of each page, and on which page, from 1, each anchor's words stand."""

    numbered: Numbered
    bodies: tuple[str, ...]
    appendices: Mapping[str, range]
    anchors: Mapping[str, int]


def _begins(document: Document) -> str:
    """Return words that begin a line on the first page of an appendix: a letter has its sender there, and no letter."""
    head = document.sections[0].blocks[0]
    return plain(head.sender) if isinstance(head, Letterhead) else f"Appendix {document.letter} · "


@pytest.fixture(scope="module")
def found(sample: Sample) -> Found:
    data = sample.files["pack.pdf"]
    bodies = tuple(pdf_bodies(data))
    lettered = tuple(appendix.lettered for appendix in sample.plan.appendices)
    numbered = number((*front_matter(sample.plan, pages=len(bodies)), *lettered))
    begins: list[int] = []
    for document in lettered:
        begins.append(_page_with(_begins(document), bodies, range(begins[-1] if begins else 3, len(bodies))))
    ends = [*(begin - 1 for begin in begins[1:]), len(bodies)]
    appendices = {
        document.anchor: range(begin, end + 1) for document, begin, end in zip(lettered, begins, ends, strict=True)
    }
    anchors = {anchor: pages.start for anchor, pages in appendices.items()}
    for document in numbered.documents[3:]:
        pages = appendices[document.anchor]
        page = pages.start
        for block, line in _headings(document, numbered):
            page = anchors[block] = _page_with(line, bodies, range(page - 1, pages.stop - 1))
    return Found(numbered, bodies, appendices, anchors)


def test_the_contents_list_gives_the_pages_of_each_document(sample: Sample, found: Found) -> None:
    listed = folded(found.bodies[1])
    for appendix in sample.plan.appendices:
        title = re.escape(folded(appendix.lettered.title))
        entry = (
            rf"\b{appendix.letter} {title} v1\.0, \d+ (?:Jan|Feb) 2027 .*?"
            rf"{_span(found.appendices[appendix.record.id])}(?= |$)"
        )
        match = re.search(entry, listed)
        assert match, (entry, listed)
        assert "Case study" not in match[0].removeprefix(f"{appendix.letter} {appendix.lettered.title}")


def test_every_reference_of_the_evidence_matrix_gives_the_page_of_its_evidence(found: Found) -> None:
    promised = [(letter, int(page)) for letter, page in _REFERENCE.findall(folded(found.bodies[2]))]
    matrix = found.numbered.documents[2]
    assert promised == list(_references(matrix, found))
    assert len(promised) > 50


def test_every_reference_is_a_link_that_leads_there(sample: Sample, found: Found) -> None:
    with pikepdf.open(io.BytesIO(sample.files["pack.pdf"])) as file:
        destinations = _destinations(file)
        links = [str(link.Dest) for link in file.pages[2].Annots if "/Dest" in link]
        targets = _targets(found.numbered.documents[2])
        assert list(dict.fromkeys(links)) == list(dict.fromkeys(targets))
        assert {target: destinations[target] for target in targets} == {
            target: found.anchors[target] for target in targets
        }


def test_every_named_destination_leads_to_the_page_of_its_words(sample: Sample, found: Found) -> None:
    with pikepdf.open(io.BytesIO(sample.files["pack.pdf"])) as file:
        destinations = _destinations(file)
    assert {anchor: destinations[anchor] for anchor in found.anchors} == dict(found.anchors)
    assert len(found.anchors) > 80


def test_bookmarks_lead_to_the_pages_of_their_words(sample: Sample, found: Found) -> None:
    titles = {folded(words): anchor for document in found.numbered.documents[3:]
              for anchor, words in _headings(document, found.numbered)}  # fmt: skip
    at = ""
    with pypdfium2.PdfDocument(sample.files["pack.pdf"]) as document:
        marks = [(mark.level, folded(mark.get_title()), mark.get_dest().get_index() + 1) for mark in document.get_toc()]
    top = [(title, page) for level, title, page in marks if level == 0]
    assert top[:3] == [("Partnership evidence pack", 1), ("Contents", 2), ("Evidence matrix", 3)]
    assert top[3:] == [
        (f"Appendix {appendix.letter}: {folded(appendix.lettered.title)}", found.anchors[appendix.record.id])
        for appendix in sample.plan.appendices
    ]
    for level, title, page in marks:
        if level == 0:
            at = title
        else:
            assert title in folded(found.bodies[page - 1]), (at, title)
    assert len(marks) > len(titles) / 2


def test_page_labels_and_the_printed_stamp_are_the_number_of_the_page(sample: Sample) -> None:
    data = sample.files["pack.pdf"]
    with pypdfium2.PdfDocument(data) as document:
        assert [document.get_page_label(page) for page in range(len(document))] == [
            str(page + 1) for page in range(len(document))
        ]
    for page, (body, whole) in enumerate(zip(pdf_bodies(data), pdf_pages(data), strict=True), 1):
        running = folded(whole).replace(folded(body), "")
        assert running.endswith(f" {page}"), running


def test_words_contents_list_holds_the_same_pages_already(sample: Sample, found: Found) -> None:
    fields = list(_page_fields(sample.files["pack.docx"]))
    spans = [page for appendix in found.appendices.values() for page in _ends(appendix)]
    references = [page for _, page in _references(found.numbered.documents[2], found)]
    # The matrix itself is the first entry of the contents.
    assert [int(page) for _, page in fields[: 1 + len(spans) + len(references)]] == [3, *spans, *references]


def test_words_matrix_gives_the_same_references(sample: Sample, found: Found) -> None:
    text = word_text(sample.files["pack.docx"])
    assert _REFERENCE.findall(text)[: len(_REFERENCE.findall(folded(found.bodies[2])))] == _REFERENCE.findall(
        folded(found.bodies[2])
    )


def test_every_page_field_of_word_points_at_a_bookmark_that_is_there(sample: Sample) -> None:
    body = etree.fromstring(unpack_parts(sample.files["pack.docx"])["word/document.xml"])
    bookmarks = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    assert {name for name, _ in _page_fields(sample.files["pack.docx"])} <= bookmarks


def _page_with(words: str, bodies: tuple[str, ...], pages: range) -> int:
    """Return the number of the one page among these that has a line or lines that begin with the words."""
    wanted = folded(words)
    for page in pages:
        lines = [folded(line) for line in bodies[page].splitlines()]
        for place, line in enumerate(lines):
            if line and wanted.startswith(line[: len(wanted)]) and folded(" ".join(lines[place:])).startswith(wanted):
                return page + 1
    raise AssertionError(f"no page begins a line with {wanted!r}")


def _headings(document: Document, numbered: Numbered) -> Iterator[tuple[str, str]]:
    """Give the anchor and the printed words of each heading that has an anchor."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, Heading | Clause) and block.anchor:
                yield block.anchor, _printed(block, numbered)


def _printed(block: Block, numbered: Numbered) -> str:
    assert isinstance(block, Heading | Clause)
    words = plain(block.inlines, numbered.labels)
    if isinstance(block, Clause):
        return f"{block.label} {words}"
    return f"{block.label}: {words}" if block.numbering is not Numbering.NONE else words


def _targets(matrix: Document) -> list[str]:
    return [one.target for one in inlines_in(matrix) if isinstance(one, CrossReference) and one.show is Show.PAGE]


def _references(matrix: Document, found: Found) -> Iterator[tuple[str, int]]:
    """Give letter and page of each reference as they should be, by where the evidence was found."""
    for before, inline in pairwise(inlines_in(matrix)):
        if isinstance(inline, CrossReference) and inline.show is Show.PAGE:
            assert isinstance(before, Text)
            yield before.text.strip("; \u00a0p"), found.anchors[inline.target]


def _span(pages: range) -> str:
    first, last = pages.start, pages.stop - 1
    return str(first) if first == last else f"{first}–{last}"


def _ends(pages: range) -> tuple[int, ...]:
    return tuple(dict.fromkeys((pages.start, pages.stop - 1)))


def _destinations(file: pikepdf.Pdf) -> dict[str, int]:
    numbers = {page.obj.objgen: place for place, page in enumerate(file.pages, 1)}
    names = list(file.Root.Names.Dests.Names)
    return {str(name): numbers[place[0].objgen] for name, place in zip(names[::2], names[1::2], strict=True)}


def _page_fields(data: bytes) -> Iterator[tuple[str, str]]:
    """Give bookmark and cached result of each PAGEREF field in order."""
    body = etree.fromstring(unpack_parts(data)["word/document.xml"])
    name, result, showing = "", "", False
    for element in body.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = element.get(f"{W}fldCharType", "")
        if kind == "begin":
            name, result, showing = "", "", False
        elif kind == "separate":
            showing = True
        elif kind == "end":
            if name:
                yield name, result
            name, showing = "", False
        elif element.tag == f"{W}instrText" and (element.text or "").split()[:1] == ["PAGEREF"]:
            name = (element.text or "").split()[1]
        elif element.tag == f"{W}t" and showing:
            result += element.text or ""
