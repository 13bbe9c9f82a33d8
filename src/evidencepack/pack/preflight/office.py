# SPDX-License-Identifier: MPL-2.0
"""Looks into a Word file or a workbook as a stranger would: words, remarks, tracked changes, what is hidden.

Works in a child only; see ``looked``. Names are those of ECMA-376.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

NOT_OPENED = "it could not be opened again"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TRACKED = tuple(f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo"))
_MOST, _MOST_PARTS = 100_000_000, 2_000
_STORIES = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes")
_BREAKS = frozenset({f"{_W}p", f"{_W}tab", f"{_W}br", f"{_W}cr"})


def look_into_office(data: bytes) -> dict[str, Any]:
    """Return what ``Looked`` has, as plain values; ``trouble`` alone where it cannot be read."""
    try:
        parts = dict(_parts(data))
    except (BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, etree.XMLSyntaxError):
        return {"trouble": NOT_OPENED}
    stories = [root for name, root in parts.items() if name.startswith(_STORIES)]
    shown = [(_text(root), not len(root), False) for root in stories if root.tag == f"{_W}document"]
    comments = (root for name, root in parts.items() if "comments" in name.rpartition("/")[2].lower())
    return {
        "pages": shown,
        "comments": sum(1 for root in comments for one in root.iter() if _local(one) in {"comment", "threadedComment"}),
        "tracked": sum(1 for root in stories for _ in root.iter(*_TRACKED)),
        "hidden": " ".join(filter(None, (_hidden(root) for root in stories))),
        "strings": "\n".join(text for root in parts.values() for text in _strings(root)),
    }


def _parts(data: bytes) -> Iterator[tuple[str, Any]]:
    """Yield each XML part by its name."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    with ZipFile(io.BytesIO(data)) as file:
        inside = file.infolist()
        if len(inside) > _MOST_PARTS or sum(one.file_size for one in inside) > _MOST:
            raise ValueError("is too large")
        for one in inside:
            if one.filename.endswith((".xml", ".rels")):
                yield one.filename, etree.fromstring(file.read(one), parser)


def _text(root: Any) -> str:
    """Return the words that stand in a story, one paragraph a line."""
    pieces = (_piece(one) for one in root.iter(f"{_W}t", *_BREAKS))
    return "".join(pieces).strip()


def _piece(one: Any) -> str:
    if one.tag == f"{_W}t":
        return one.text or ""
    return "\n" if one.tag == f"{_W}p" else " "


def _hidden(root: Any) -> str:
    """Return the words that are in a story and shown to nobody."""
    runs = (one for one in root.iter(f"{_W}r") if _is_hidden(one))
    return "".join(_text(one) for one in runs)


def _is_hidden(run: Any) -> bool:
    vanish = run.find(f"{_W}rPr/{_W}vanish")
    return vanish is not None and vanish.get(f"{_W}val", "true") not in {"0", "false", "off"}


def _strings(root: Any) -> Iterator[str]:
    """Yield what any element or attribute says."""
    yield "".join(root.itertext())
    for one in root.iter(etree.Element):
        yield from (value for value in one.attrib.values() if " " in value or "\\" in value)


def _local(one: Any) -> str:
    return etree.QName(one).localname if isinstance(one.tag, str) else ""
