# SPDX-License-Identifier: MPL-2.0
"""What no validator looks for in a Word file and Word stumbles over: ids, fields, targets, cells, alt text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lxml import etree

from evidencepack.render.word.markup import PLACING, WORD
from evidencepack.render.word.package import unpack_parts

W = f"{{{WORD}}}"
WP = f"{{{PLACING}}}"


def lint(data: bytes) -> list[str]:
    """Return what is wrong with a Word file, in plain words."""
    parts = unpack_parts(data)
    body = etree.fromstring(parts["word/document.xml"])[0]
    numbering = etree.fromstring(parts["word/numbering.xml"])
    styles = etree.fromstring(parts["word/styles.xml"])
    return [
        *_twice("control id", body.iterfind(f".//{W}sdtPr/{W}id"), "val"),
        *_twice("bookmark name", body.iter(f"{W}bookmarkStart"), "name"),
        *_twice("bookmark id", body.iter(f"{W}bookmarkStart"), "id"),
        *(f"picture id {name} twice" for name in _again(drawing.get("id", "") for drawing in body.iter(f"{WP}docPr"))),
        *_unbalanced(body),
        *_lost_targets(body),
        *_unknown(body, numbering, styles),
        *_bare_cells(body),
        *_nameless(body),
        *_headless_tables(body),
        *_empty_paragraphs(body),
    ]


def _again(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def _twice(what: str, elements: Iterable[etree._Element], attribute: str) -> Iterator[str]:
    yield from (f"{what} {name} twice" for name in _again(one.get(f"{W}{attribute}", "") for one in elements))


def _unbalanced(body: etree._Element) -> Iterator[str]:
    """Fields open, separate and close in order within one paragraph; bookmarks that open close."""
    for paragraph in body.iter(f"{W}p"):
        marks = [mark.get(f"{W}fldCharType") for mark in paragraph.iter(f"{W}fldChar")]
        if marks != ["begin", "separate", "end"] * (len(marks) // 3):
            yield f"field marks {marks}"
    starts = Counter(mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkStart"))
    ends = Counter(mark.get(f"{W}id") for mark in body.iter(f"{W}bookmarkEnd"))
    yield from (f"bookmark {name} is open" for name in (starts - ends) + (ends - starts))


def _lost_targets(body: etree._Element) -> Iterator[str]:
    names = {mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")}
    for code in body.iter(f"{W}instrText"):
        words = (code.text or "").split()
        if words[0] in {"REF", "PAGEREF"} and words[1] not in names:
            yield f"{words[0]} to nowhere: {words[1]}"
    for link in body.iter(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        if anchor is not None and anchor not in names:
            yield f"link to nowhere: {anchor}"


def _unknown(body: etree._Element, numbering: etree._Element, styles: etree._Element) -> Iterator[str]:
    numbers = {number.get(f"{W}numId") for number in numbering.iter(f"{W}num")}
    lists = {number.get(f"{W}abstractNumId") for number in numbering.iter(f"{W}abstractNum")}
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    for used in (*body.iter(f"{W}numId"), *styles.iter(f"{W}numId")):
        if used.get(f"{W}val") not in numbers:
            yield f"list {used.get(f'{W}val')} does not exist"
    for number in numbering.iterfind(f"{W}num/{W}abstractNumId"):
        if number.get(f"{W}val") not in lists:
            yield f"list definition {number.get(f'{W}val')} does not exist"
    for tag in ("pStyle", "rStyle", "tblStyle"):
        yield from (
            f"style {used.get(f'{W}val')} does not exist"
            for used in body.iter(f"{W}{tag}")
            if used.get(f"{W}val") not in known
        )


def _bare_cells(body: etree._Element) -> Iterator[str]:
    for cell in body.iter(f"{W}tc"):
        if cell[-1].tag != f"{W}p":
            yield "a cell does not end with a paragraph"
    for table in body.iter(f"{W}tbl"):
        after = table.getnext()
        if after is None or after.tag == f"{W}tbl":
            yield "a table is not followed by a paragraph"
        widths = [int(column.get(f"{W}w", "0")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        for row in table.iter(f"{W}tr"):
            spans = [
                int(span.get(f"{W}val", "1")) if (span := cell.find(f"{W}tcPr/{W}gridSpan")) is not None else 1
                for cell in row.iterfind(f"{W}tc")
            ]
            if sum(spans) != len(widths):
                yield f"a row covers {sum(spans)} of {len(widths)} columns"


def _nameless(body: etree._Element) -> Iterator[str]:
    for control in body.iter(f"{W}sdtPr"):
        alias, tag = control.find(f"{W}alias"), control.find(f"{W}tag")
        if alias is None or not alias.get(f"{W}val"):
            yield "a control has no title"
        if tag is None or not 0 < len(tag.get(f"{W}val", "")) <= 64:
            yield "a control has no tag that Word can hold"
    for drawing in body.iter(f"{WP}docPr"):
        if not drawing.get("descr"):
            yield "a picture has no words that stand for it"


def _headless_tables(body: etree._Element) -> Iterator[str]:
    for table in body.iter(f"{W}tbl"):
        headed = table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
        (look,) = table.iterfind(f"{W}tblPr/{W}tblLook")
        if not headed and look.get(f"{W}firstColumn") != "1":
            yield "a table has no header row and no header column"
        if headed != (look.get(f"{W}firstRow") == "1"):
            yield "a table is wrong about its header row"
        if table.find(f"{W}tblPr/{W}tblDescription") is None:
            yield "a table has no description"


def _empty_paragraphs(body: etree._Element) -> Iterator[str]:
    """An empty paragraph stands only between two tables, or where a section ends with one."""
    for paragraph in body.iterfind(f"{W}p"):
        if next(paragraph.iter(f"{W}t", f"{W}drawing"), None) is not None:
            continue
        before = paragraph.getprevious()
        if before is None or before.tag != f"{W}tbl":
            yield "an empty paragraph stands for white space"
