# SPDX-License-Identifier: MPL-2.0
"""Lists of contents: programs make them, so that nobody's words stand in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from evidencepack.exchange.replies.xml import W, has

_LIST: Final = "TOC"


def drop_contents(body: etree._Element) -> None:
    """Take every list of contents out of a body, with the marks of its field; where it began and ended stays.

    A list may be lines, or a table. One whose field has no end stays as it is.
    """
    for begins, ends in list(_lists(body)):
        around = {*begins.iterancestors(), *ends.iterancestors()}
        for one in list(_between(body, begins, ends)):
            parent = one.getparent()
            if parent is not None and one not in around and not has(one, "pPr/sectPr"):
                parent.remove(one)


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
