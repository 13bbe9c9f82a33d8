# SPDX-License-Identifier: MPL-2.0
"""Lists of contents: programs make them, so that nobody's words should stand in them; those that do are found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree

from evidencepack.exchange.replies.computed import Fields, sort_of
from evidencepack.exchange.replies.story import CELL, tidy
from evidencepack.exchange.replies.xml import W, has

_LIST: Final = "TOC"
_LISTED: Final = re.compile(r'TC\s+"((?:[^"\\]|\\.)*)"')
_ESCAPED: Final = re.compile(r"\\(.)")
# A page, or pages, at the end of a line after dots or white space; else what is left where a field counts them.
_PAGES: Final = re.compile(r"(?:^|[\s.…·–-]*[\s…·–-]|\.{2,})\d+(?:[\s–-]+\d*)?$|^[\s.…·–-]+$|[\s…–-]+$")
_NUMBER: Final = re.compile(r"[\d.()]*")


def take_contents(body: etree._Element) -> tuple[str, ...]:
    """Take every list of contents out of a body and return its lines, without their pages.

    The marks of its field go as well; where it began and ended stays. A list may be lines, or a table. One whose field
    has no end stays as it is.
    """
    lines: list[str] = []
    for begins, ends in list(_lists(body)):
        around = {*begins.iterancestors(), *ends.iterancestors()}
        inside = list(_between(body, begins, ends))
        lines += _lines(inside)
        for one in inside:
            parent = one.getparent()
            if parent is not None and one not in around and not has(one, "pPr/sectPr"):
                parent.remove(one)
    return tuple(filter(None, lines))


def listed_words(body: etree._Element) -> frozenset[str]:
    """Return the words under which papers ask to be listed."""
    codes = (one.text or "" for one in body.iter(f"{W}instrText") if sort_of(one.text or "") == "TC")
    found = (_LISTED.search(code) for code in codes)
    return frozenset(tidy(_ESCAPED.sub(r"\1", one[1])) for one in found if one)


def strange_lines(lines: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    """Yield the lines that no program made: not of words that are known, of numbers and of pages."""
    words = {_bare(one) for one in known}
    for line in lines:
        pieces = {_bare(piece) for piece in line.split(CELL)}
        if line not in words and not all(_NUMBER.fullmatch(one) or one in words for one in pieces):
            yield line


def _bare(words: str) -> str:
    return _PAGES.sub("", tidy(words)).strip()


def _lines(inside: Iterable[etree._Element]) -> Iterator[str]:
    """Yield the lines of a list, a row as one; what fields within it count is left out."""
    fields = Fields()
    found: dict[tuple[etree._Element, etree._Element], list[str]] = {}
    for one in inside:
        if one.tag == f"{W}fldChar":
            fields.mark(one.get(f"{W}fldCharType", ""))
        elif one.tag == f"{W}instrText":
            fields.code(one.text or "")
        # The list itself is the first of the fields that take words.
        elif one.tag in _SAID and fields.taking is (fields.running[0] if fields.running else None):
            found.setdefault(_home(one), []).append(_SAID[str(one.tag)] or one.text or "")
    lines: dict[etree._Element, list[str]] = {}
    for (line, _), words in found.items():
        lines.setdefault(line, []).extend("".join(words).split("\t"))
    for pieces in lines.values():
        said = [tidy(piece) for piece in pieces if piece.strip()]
        yield CELL.join(filter(None, [*said[:-1], *map(_bare, said[-1:])]))


_SAID: Final = {f"{W}t": "", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}


def _home(text: etree._Element) -> tuple[etree._Element, etree._Element]:
    """Return the line that text stands in, a row or else a paragraph, and its cell or the same paragraph."""
    paragraph = next(text.iterancestors(f"{W}p"), text)
    row = next(paragraph.iterancestors(f"{W}tr"), None)
    return (paragraph, paragraph) if row is None else (row, next(paragraph.iterancestors(f"{W}tc"), row))


def _between(body: etree._Element, begins: etree._Element, ends: etree._Element) -> Iterator[etree._Element]:
    """Yield what stands from one element to another, both of them too."""
    inside = False
    for one in body.iter():
        inside = inside or one is begins
        if inside:
            yield one
        if one is ends:
            return


def _lists(body: etree._Element) -> Iterator[tuple[etree._Element, etree._Element]]:
    """Yield the first and the last mark of the field of each list that stands in no other."""
    running: list[tuple[etree._Element, list[str]]] = []
    for one in body.iter(f"{W}fldChar", f"{W}instrText"):
        kind = one.get(f"{W}fldCharType", "")
        if kind == "begin":
            running.append((one, []))
        elif kind == "end" and running:
            begins, code = running.pop()
            if "".join(code).split()[:1] == [_LIST] and not any(_LIST in "".join(above) for _, above in running):
                yield begins, one
        elif running and not kind:
            running[-1][1].append(one.text or "")
