# SPDX-License-Identifier: MPL-2.0
"""Our own reader of Word files: python-docx passes over everything that stands in a content control.

It reads files of our own making. A file from outside is first vetted, and read in a limited process.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from evidencepack.render.word.manifest import NAMESPACE
from evidencepack.render.word.markup import WORD
from evidencepack.render.word.package import unpack_parts

_W: Final = f"{{{WORD}}}"
_MANIFEST: Final = f"{{{NAMESPACE}}}"
_MARKS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "-",
    f"{_W}softHyphen": "\u00ad",
}
# Text that is not on the page: field codes, deleted text, and the properties of what holds text.
_UNSEEN = frozenset(f"{_W}{name}" for name in ("instrText", "delText", "del", "moveFrom", "sdtPr", "pPr", "rPr"))


def read_text(data: bytes) -> tuple[str, ...]:
    """Return the text of every paragraph of the body in order, tables cell by cell, as a reader sees it.

    What stands in controls, links and tracked insertions counts; field codes and deleted text do not.
    Numbers that Word itself gives to clauses and lists are not text.
    """
    return tuple("".join(_words(paragraph)) for paragraph in _body(unpack_parts(data)).iter(f"{_W}p"))


def read_controls(data: bytes) -> Mapping[str, tuple[str, ...]]:
    """Return the texts of every control in order, by the path of its answer.

    An answer made of several has their paths joined by a space. A control that the manifest does not know goes by its
    tag. A placeholder counts as an empty text.
    """
    parts = unpack_parts(data)
    paths = _paths(parts)
    found: dict[str, tuple[str, ...]] = {}
    for control in _body(parts).iter(f"{_W}sdt"):
        tag = control.find(f"{_W}sdtPr/{_W}tag")
        if tag is not None:
            name = str(tag.get(f"{_W}val", ""))
            key = paths.get(name, name)
            empty = control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None
            found[key] = (*found.get(key, ()), "" if empty else "".join(_words(control)))
    return found


def _paths(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the paths of each tag. The manifest is known by its namespace: programs rename parts."""
    for name, content in parts.items():
        if name.startswith("customXml/") and NAMESPACE.encode() in content:
            root = _parse(content)
            if root.tag == f"{_MANIFEST}manifest":
                fields = root.iter(f"{_MANIFEST}field")
                shown = ((one, _joined(field)) for field in fields for one in field.iter(f"{_MANIFEST}shown"))
                return {str(one.get("tag")): joined for one, joined in shown}
    return {}


def _joined(field: etree._Element) -> str:
    return " ".join(path.text or "" for path in field.iter(f"{_MANIFEST}path"))


def _body(parts: Mapping[str, bytes]) -> etree._Element:
    return _parse(parts["word/document.xml"])


def _parse(content: bytes) -> etree._Element:
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def _words(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[str(child.tag)]
        elif child.tag not in _UNSEEN:
            yield from _words(child)
