# SPDX-License-Identifier: MPL-2.0
"""What it takes for a Word file to be read by everyone: titles, descriptions, heads of tables, order, language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise

from lxml import etree
from tests.render.word.stories import Stories, W, value

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_OURS = ("LATIN", "FEMININE", "MASCULINE", "MICRO", "MODIFIER", "CYRILLIC")
_RUN_OF_SPACES = re.compile(r"\s{3}")
_EMPTY_WORDS = frozenset({"", "here", "click here", "this", "link", "more", "read more"})


def _titles(stories: Stories) -> Iterator[str]:
    for control in stories.iter("sdtPr"):
        if not value(control.find(f"{W}alias")).strip():
            yield "a control has no title"


def _pictures(stories: Stories) -> Iterator[str]:
    for drawing in stories.drawings():
        decorative = next(drawing.iter(_DECORATIVE), None) is not None
        if not drawing.get("descr") and not decorative:
            yield "a picture has no words that stand for it"
        if drawing.get("descr") and decorative:
            yield "a picture is decoration and has words"


def _tables(stories: Stories) -> Iterator[str]:
    for table in stories.iter("tbl"):
        heads = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iterfind(f"{W}tr")]
        look = table.find(f"{W}tblPr/{W}tblLook")
        if heads and not heads[0] and value(look, "firstColumn") != "1":
            yield "a table has no header row and no header column"
        if heads and heads[0] != (value(look, "firstRow") == "1"):
            yield "a table is wrong about its header row"
        described = value(table.find(f"{W}tblPr/{W}tblDescription"))
        if heads and not heads[0] and "No row of heads" not in described:
            yield "a table does not say that it has no row of heads"
        if any(later and not earlier for earlier, later in pairwise(heads)):
            yield "a header row stands below other rows"
        called = {"title": value(table.find(f"{W}tblPr/{W}tblCaption")), "description": described}
        yield from (f"a table has no {what}" for what, words in called.items() if not words.strip())
        if next(table.iter(f"{W}vMerge"), None) is not None:
            yield "cells are merged downwards"


def _headings(stories: Stories) -> Iterator[str]:
    """The outline begins at the first level and goes down by one level at a time."""
    levels, above = stories.outline(), 0
    for paragraph in stories.body.iter(f"{W}p"):
        level = levels.get(value(paragraph.find(f"{W}pPr/{W}pStyle")), 0)
        if level > above + 1:
            yield f"a heading of level {level} stands below one of level {above}: {_words(paragraph)}"
        if level and not _words(paragraph).strip():
            yield "a heading is empty"
        above = level or above


def _white_space(stories: Stories) -> Iterator[str]:
    """An empty paragraph stands only between two tables, or where a section ends with one; a cell may be empty.

    Before and after a field that reaches over paragraphs there is one for its marks.
    """
    yield from ("spaces stand for white space" for text in stories.iter("t") if _RUN_OF_SPACES.search(text.text or ""))
    for paragraph in stories.body.iter(f"{W}p"):
        if _seen(paragraph):
            continue
        before, parent = paragraph.getprevious(), paragraph.getparent()
        if parent is not None and parent.tag == f"{W}tc":
            if len(parent.findall(f"{W}p")) > 1:
                yield "an empty paragraph stands for white space in a cell"
        elif before is None or before.tag != f"{W}tbl":
            yield "an empty paragraph stands for white space"


def _seen(paragraph: etree._Element) -> bool:
    return next(paragraph.iter(f"{W}t", f"{W}drawing", f"{W}fldChar"), None) is not None


def _languages(stories: Stories) -> Iterator[str]:
    """Words in letters that are not ours say their language, unless several are written in them."""
    for run in stories.iter("r"):
        words = "".join(text.text or "" for text in run.iterfind(f"{W}t"))
        foreign = any(letter.isalpha() and not unicodedata.name(letter, "").startswith(_OURS) for letter in words)
        language = run.find(f"{W}rPr/{W}lang")
        if foreign and (language is None or not (value(language) or value(language, "bidi"))):
            yield f"{words} is in no language"


def _links(stories: Stories) -> Iterator[str]:
    for link in stories.iter("hyperlink"):
        if _words(link).strip().lower() in _EMPTY_WORDS:
            yield f"a link says “{_words(link)}” and not where it leads"


def _words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


READING: tuple[Callable[[Stories], Iterator[str]], ...] = (
    _titles,
    _pictures,
    _tables,
    _headings,
    _white_space,
    _languages,
    _links,
)
"""The rules of this module."""
