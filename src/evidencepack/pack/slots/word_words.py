# SPDX-License-Identifier: MPL-2.0
"""How many words a Word file of ours has, by what they are, read back from its bytes. Works in a child only.

Lines at the head and the foot of pages are no part of it: Word itself does not count them either.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:EP)?Heading\d.*|EPSchedule|EPClause1|Title")
_LISTED = re.compile(r"TOC\d")
_MOST = 100_000_000
"""Bytes of the main part, unpacked: a hundred times a large pack."""


def read_word(data: bytes) -> dict[str, Any]:
    """Return ``words``, by document of the file and sort; documents end where our writer put its marks.

    Raises:
        ValueError: if it is no Word file that can be read.
    """
    words, first = [dict[str, int]()], list[str]()
    for sort, text, ended in _paragraphs(_body(data)):
        found = text.split()
        words[-1][sort] = words[-1].get(sort, 0) + len(found)
        first += found if len(first) < 12 else []
        if ended:
            words.append({})
    return {"words": [one for one in words if one], "first": " ".join(first[:12])}


def _body(data: bytes) -> Any:
    try:
        with ZipFile(io.BytesIO(data)) as file:
            if file.getinfo("word/document.xml").file_size > _MOST:
                raise ValueError("is too large")
            content = file.read("word/document.xml")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        body = etree.fromstring(content, parser).find(f"{_W}body")
    except (KeyError, OSError, BadZipFile, zlib.error, etree.XMLSyntaxError, RuntimeError) as error:
        raise ValueError("cannot be read") from error
    if body is None:
        raise ValueError("has no body")
    return body


def _paragraphs(body: Any) -> Iterator[tuple[str, str, bool]]:
    """Yield the sort and the text of each paragraph, and whether a document of the file ends with it."""
    for block in body:
        inside = "tables" if block.tag == f"{_W}tbl" else ""
        paragraphs = list(block.iter(f"{_W}p"))
        for one in paragraphs:
            yield inside or _sort(one), _text(one), False
        if any(mark.get(f"{_W}name", "").startswith("_End") for mark in block.iter(f"{_W}bookmarkStart")):
            yield "body", "", True


def _sort(paragraph: Any) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = style.get(f"{_W}val", "") if style is not None else ""
    if _HEADING.fullmatch(name):
        return "headings"
    if _LISTED.fullmatch(name):
        return "contents"
    return "captions" if name == "Caption" else "body"


def _text(paragraph: Any) -> str:
    pieces = paragraph.iter(f"{_W}t", f"{_W}tab", f"{_W}br")
    return "".join(piece.text or "" if piece.tag == f"{_W}t" else " " for piece in pieces)
