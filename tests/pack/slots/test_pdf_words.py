# SPDX-License-Identifier: MPL-2.0
"""Words by the structure that a file says it has, however that is written down (ISO 32000-1 14.7)."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from tests.pack.slots.two_byte import add_page

from evidencepack.pack.slots.pdf_words import read_pdf

_TWO_WORDS = "BT /F0 10 Tf 20 50 Td /P <</MCID 0>> BDC <000100030002> Tj EMC /P <</MCID 1>> BDC <0002> Tj EMC ET"


def read(tree: Callable[[pikepdf.Pdf, Any], Any], content: str = _TWO_WORDS) -> dict[str, Any]:
    """Read a page of one word more than one, under the structure that ``tree`` makes for its page."""
    with pikepdf.new() as pdf:
        page = add_page(pdf, content).obj
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=tree(pdf, page)))
        written = io.BytesIO()
        pdf.save(written)
    return read_pdf(written.getvalue())


def element(role: str, kids: Any, page: Any = None) -> Any:
    made = Dictionary(S=Name(f"/{role}"), K=kids)
    if page is not None:
        made.Pg = page
    return made


def words(found: dict[str, Any]) -> dict[str, int]:
    (page,) = found["words"]
    return {sort: count for sort, count in page.items() if count}


def test_of_a_file_without_structure_only_pages_are_known() -> None:
    with pikepdf.new() as pdf:
        add_page(pdf, _TWO_WORDS)
        written = io.BytesIO()
        pdf.save(written)
    assert read_pdf(written.getvalue()) == {"pages": 1}


def test_a_paragraph_is_the_marks_it_holds_whichever_way_they_are_named() -> None:
    def marks(_: pikepdf.Pdf, page: Any) -> Any:
        return element("P", Array([Dictionary(Type=Name.MCR, MCID=0, Pg=page), 1]), page)

    def own_page(_: pikepdf.Pdf, page: Any) -> Any:
        return element("P", Dictionary(Type=Name.MCR, MCID=0), page)

    assert words(read(marks)) == {"body": 2}
    assert read(marks)["first"] == "A BB"
    assert words(read(own_page)) == {"body": 2}


def test_words_within_a_line_belong_to_its_paragraph_and_a_heading_in_a_table_to_the_table() -> None:
    def within(_: pikepdf.Pdf, page: Any) -> Any:
        inside = element("P", Array([0, element("Span", 1, page)]), page)
        return Array([element("H1", Array([inside]), page)])

    def tabled(_: pikepdf.Pdf, page: Any) -> Any:
        return element("Table", element("TR", element("H2", 0, page)))

    assert words(read(within)) == {"headings": 2}
    assert words(read(tabled)) == {"tables": 2}


def test_what_is_no_element_and_marks_of_no_page_say_nothing() -> None:
    def strange(_: pikepdf.Pdf, page: Any) -> Any:
        reference = Dictionary(Type=Name.OBJR, Pg=page)
        return Array([reference, element("P", Array([reference, 0])), element("P", 7, page), Dictionary(S=Name.Div)])

    assert words(read(strange)) == {}


def test_a_structure_without_anything_in_it_is_read_as_none() -> None:
    assert words(read(lambda _pdf, _page: Array())) == {}


def test_elements_that_stand_in_each_other_without_an_end_are_read_so_deep_and_no_deeper() -> None:
    def ring(role: str) -> Callable[[pikepdf.Pdf, Any], Any]:
        def made(pdf: pikepdf.Pdf, page: Any) -> Any:
            around = pdf.make_indirect(element(role, 0, page))
            around.K = Array([0, around])
            return element("P", Array([around]), page)

        return made

    deep = words(read(ring("Sect")))["body"]
    assert deep % 2 == 0
    assert 2 <= deep <= 2 * 101
    assert words(read(ring("Span")))["body"] > 0


def test_small_print_is_not_measured_and_the_nearest_edge_is() -> None:
    def both(_: pikepdf.Pdf, page: Any) -> Any:
        return element("P", Array([0, 1]), page)

    content = "BT /F0 10 Tf 30 50 Td /P <</MCID 0>> BDC <0001> Tj EMC /F0 3 Tf /P <</MCID 1>> BDC <0002> Tj EMC ET"
    found = read(both, content)
    assert found["sizes"] == {"body": {"10.0": 1}}
    assert found["edge"] == 30.0
    assert found["fonts"] == ["Arimo"]
