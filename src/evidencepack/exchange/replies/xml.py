# SPDX-License-Identifier: MPL-2.0
"""Names of WordprocessingML, and how a part that was vetted is parsed."""

from __future__ import annotations

from functools import cache
from typing import Final

from lxml import etree

from evidencepack.render.word.markup import WORD

W: Final = f"{{{WORD}}}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
OFF: Final = frozenset({"0", "false", "off"})
"""What a switch says that is there and off."""

_DIGITS: Final = 9


def parsed(content: bytes) -> etree._Element:
    """Return a part as a tree; nothing is fetched and no entity is put in."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def value(element: etree._Element, path: str, name: str = "val") -> str:
    """Return an attribute of the element at a path of Word's own names ("sdtPr/tag"); empty if there is none."""
    found = element.find(_path(path))
    return "" if found is None else found.get(f"{W}{name}", "")


def child(element: etree._Element, name: str) -> etree._Element | None:
    """Return the first child of one of Word's own names; quicker than looking for a path, where that counts."""
    return next(element.iterchildren(f"{W}{name}"), None)


def has(element: etree._Element, path: str) -> bool:
    """Say whether there is an element at a path of Word's own names."""
    return element.find(_path(path)) is not None


def is_on(element: etree._Element, path: str) -> bool:
    """Whether a switch is there and on (ISO/IEC 29500-1, 17.17.4)."""
    return has(element, path) and value(element, path) not in OFF


@cache
def _path(path: str) -> str:
    return "/".join(f"{W}{step}" for step in path.split("/"))


def whole(text: str, otherwise: int = 0) -> int:
    """Return the whole number that an attribute says; something else where it says none, or one beyond all sense."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else otherwise
