# SPDX-License-Identifier: MPL-2.0
"""Reading and writing the XML of a brand template: Word's own elements, and nothing that anyone else added."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from evidencepack.render.word.markup import WORD

W = f"{{{WORD}}}"
VAL = f"{W}val"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ON, _OFF = frozenset({"true", "on"}), frozenset({"false", "off"})


def root_of(part: bytes) -> etree._Element:
    """Return the root of a part that the guard has looked through."""
    return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def written(root: etree._Element) -> bytes:
    """Return a part; the same tree gives the same bytes."""
    etree.cleanup_namespaces(root)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def word_only(element: etree._Element) -> etree._Element:
    """Take away from an element all that is not Word's: extensions of any program, comments, traces of editing.

    Switches are written as numbers: LibreOffice writes words, which the schema of old does not know.
    """
    for child in list(element):
        if not isinstance(child.tag, str) or not child.tag.startswith(W) or child.tag in _TRACES:
            element.remove(child)
        else:
            word_only(child)
    for name, value in element.attrib.items():
        if not (str(name).startswith(W) or name == _SPACE) or str(name).startswith(f"{W}rsid"):
            del element.attrib[name]
        elif value in _ON | _OFF:
            element.set(name, "1" if value in _ON else "0")
    return element


def drop(element: etree._Element, *names: str) -> bool:
    """Take away every element of Word's with one of these names, wherever it stands within; whether there was one."""
    found = [one for name in names for one in element.iter(f"{W}{name}") if one is not element]
    for one in found:
        remove(one)
    return bool(found)


def remove(element: etree._Element) -> None:
    """Take an element, with all that is in it, out of what it stands in."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def value(element: etree._Element | None, path: str) -> str:
    """Return the value of an element below another; nothing if it is not there."""
    found = None if element is None else element.find(path, {"w": WORD})
    return "" if found is None else found.get(VAL, "")


def children(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the elements of Word's with a name right below another."""
    yield from root.iterfind(f"{W}{name}")


_TRACES = frozenset(f"{W}{name}" for name in ("rsid", "rsids", "rPrChange", "pPrChange", "tblPrChange", "tcPrChange"))
