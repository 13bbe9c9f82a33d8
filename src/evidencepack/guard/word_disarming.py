# SPDX-License-Identifier: MPL-2.0
"""A Word file written anew without what leads out of it or acts, for another program to read. Works in a child only."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from evidencepack.guard.word_opening import open_word_file
from evidencepack.guard.word_xml import tree

_FETCH = frozenset({"INCLUDEPICTURE", "INCLUDETEXT", "IMPORT", "INCLUDE", "LINK", "DDE", "DDEAUTO", "DATABASE", "RD"})
_LINK = "/hyperlink"
_WHEN = (1980, 1, 1, 0, 0, 0)


def disarmed(data: bytes) -> tuple[bytes, bool]:
    """Return a Word file of the same text and pictures, and whether something was left out of it.

    Relationships that lead out of the file go, but for links that somebody would have to press; so do parts that are
    neither XML nor pictures, and fields that fetch what they show.

    Raises:
        RefusedFileError: as ``open_word_file``.
    """
    opened = open_word_file(data)
    away = any(one.kind != _LINK[1:] for one in opened.outside)
    parts = {name: _safe(name, part, opened.parts) for name, part in sorted(opened.parts.items())}
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _WHEN), part)
    fetches = any(parts[name] != part and not name.endswith(".rels") for name, part in opened.parts.items())
    return into.getvalue(), bool(away or opened.active or opened.left or fetches)


def _safe(name: str, part: bytes, parts: Mapping[str, bytes]) -> bytes:
    if name.lower().endswith(".rels"):
        return _without_ways_out(name, part, parts)
    return _without_fetching(part) if name.lower().startswith("word/") and name.lower().endswith(".xml") else part


def _without_ways_out(name: str, part: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return relationships without those that lead out of the file, or to a part that was left out."""
    root = tree(part)
    folder = name.rpartition("_rels/")[0]
    for link in list(root):
        target = link.get("Target", "")
        if link.get("TargetMode") == "External":
            stays = link.get("Type", "").endswith(_LINK)
        else:
            stays = target.startswith("#") or _place(folder, target) in parts
        if not stays:
            root.remove(link)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _place(folder: str, target: str) -> str:
    """Return the name of the part that a relationship speaks of."""
    steps: list[str] = []
    for step in (target.lstrip("/") if target.startswith("/") else folder + target).split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step not in {"", "."}:
            steps.append(step)
    return "/".join(steps)


def _without_fetching(part: bytes) -> bytes:
    """Return a part of which no field fetches anything; one that has none as it is."""
    if b"instr" not in part and b"i\0n\0s\0t\0r" not in part:
        return part
    root = tree(part)
    changed = False
    words = ""
    for element in root.iter(etree.Element):
        local = etree.QName(element).localname
        if local in {"instrText", "delInstrText"}:
            words = (words + (element.text or "")).lstrip()[:20]
            if _fetches(words):
                element.text, changed = "", True
        elif local == "fldChar":
            words = ""
        elif local == "fldSimple":
            changed |= _clear_simple(element)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) if changed else part


def _clear_simple(element: etree._Element) -> bool:
    for key, value in element.attrib.items():
        if etree.QName(key).localname == "instr" and _fetches(str(value)):
            element.set(key, "")
            return True
    return False


def _fetches(words: str) -> bool:
    return words.strip().upper().split(" ")[0].split("\t")[0] in _FETCH
