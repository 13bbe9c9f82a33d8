# SPDX-License-Identifier: MPL-2.0
"""XML from a Word file, counted before anybody makes a tree of it. Works in a child only; see ``word_files``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import etree

from evidencepack.guard import word_sentences as words
from evidencepack.guard.faults import RefusedFileError

MOST_THINGS = 1_500_000
"""Elements and attributes of all parts together: a pack of some 600 pages, and about 250 MB as trees."""

MOST_DEEP = 200
_AT_ONCE = 1 << 16
_NAMES = etree.ErrorDomains.NAMESPACE


class Counter:
    """Counts the elements and attributes of one part after the other, and builds nothing."""

    def __init__(self) -> None:
        self._things = 0
        self._deep = 0

    def start(self, tag: str | bytes, attrib: Mapping[Any, Any]) -> None:  # noqa: ARG002 - as lxml calls it
        """Count an element that begins."""
        self._things += 1 + len(attrib)
        self._deep += 1
        if self._things > MOST_THINGS:
            raise RefusedFileError(words.too_long())
        if self._deep > MOST_DEEP:
            raise RefusedFileError(words.TOO_DEEP)

    def end(self, tag: str | bytes) -> None:  # noqa: ARG002 - as lxml calls it
        """Count an element that ends."""
        self._deep -= 1

    def data(self, data: str | bytes) -> None:
        """Pass over text: its length is bounded by that of its part."""

    def comment(self, text: str | bytes) -> None:
        """Pass over a comment."""

    def doctype(self, *_names: str | None) -> None:
        """Refuse definitions: entities can grow without end, or fetch what they name."""
        raise RefusedFileError(words.DEFINES_WORDS)

    def close(self) -> None:
        """Make ready for the next part."""
        self._deep = 0


def check_xml(name: str, part: bytes, counter: Counter) -> None:
    """Read a part of a Word file to its end.

    Raises:
        RefusedFileError: if it is not well formed, brings definitions, nests too deep, or there is too much of it.
    """
    parser = etree.XMLParser(target=counter, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        for begin in range(0, len(part), _AT_ONCE):
            parser.feed(part[begin : begin + _AT_ONCE])
        parser.close()
    except etree.XMLSyntaxError as error:
        raise RefusedFileError(_what(name, part)) from error
    # A name of no known space passes where nothing is built, and nothing can be built of it.
    if any(one.domain == _NAMES and one.level >= etree.ErrorLevels.ERROR for one in parser.feed_error_log):
        raise RefusedFileError(words.unreadable(name))


def tree(part: bytes) -> etree._Element:
    """Return the root of a part that was checked."""
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _what(name: str, part: bytes) -> str:
    """Return the sentence for a part that is no XML; entities that the reader itself stopped are definitions, too."""
    begin = part[:4096].replace(b"\0", b"").upper()
    return words.DEFINES_WORDS if b"<!DOCTYPE" in begin or b"<!ENTITY" in begin else words.unreadable(name)
