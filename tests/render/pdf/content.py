# SPDX-License-Identifier: MPL-2.0
"""What a page's content stream says, read back with pikepdf and the fonts' own maps to Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

_CHARACTER = re.compile(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]*)>")
_PAINTING = {"Tj", "TJ", "'", '"', "f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "BI"}


@dataclass(slots=True)
class Mark:
    """An open marked-content sequence: its tag, its MCID if it has one, the text that it says stands for it."""

    tag: str
    mcid: int | None = None
    actual: str | None = None


@dataclass(slots=True)
class Content:
    """What stands on a page: texts by MCID, their tags, artifacts as (properties, text), and what is painted unmarked.

    ``own`` are spans that say their text or language: such words may stand in any element (ISO 32000-1 14.9.4).
    ``unmapped`` counts glyphs whose font does not say what they stand for.
    """

    texts: dict[int, str] = field(default_factory=dict)
    tags: dict[int, str] = field(default_factory=dict)
    artifacts: list[tuple[str, str]] = field(default_factory=list)
    unmarked: list[str] = field(default_factory=list)
    own: set[int] = field(default_factory=set)
    unmapped: int = 0
    _open: list[Mark] = field(default_factory=list)

    def begin(self, tag: str, found: Any) -> None:
        mark = Mark(tag, int(found["/MCID"]) if "/MCID" in found else None)
        self._open.append(mark)
        if mark.mcid is not None:
            self.texts[mark.mcid], self.tags[mark.mcid] = "", tag
            if tag == "/Span" and ("/ActualText" in found or "/Lang" in found):
                self.own.add(mark.mcid)
        if "/ActualText" in found:
            self.say(str(found["/ActualText"]))
            mark.actual = ""
        if tag == "/Artifact":
            said = sorted((key, str(value)) for key, value in found.items() if key in {"/Type", "/Subtype"})
            self.artifacts.append((" ".join(value.removeprefix("/") for _, value in reversed(said)), ""))

    def end(self) -> None:
        self._open.pop()

    def paint(self, operator: str) -> None:
        if not any(mark.mcid is not None or mark.tag == "/Artifact" for mark in self._open):
            self.unmarked.append(operator)

    def show(self, codes: Iterable[int], unicode: Mapping[int, str]) -> None:
        for code in codes:
            self.unmapped += not unicode.get(code, "").strip("\0")
            self.say(unicode.get(code, "\ufffd"))

    def say(self, text: str) -> None:
        """Add text to the innermost sequence that has an MCID, or to the artifact."""
        for mark in reversed(self._open):
            if mark.actual is not None:
                return
            if mark.mcid is not None:
                self.texts[mark.mcid] += text
                return
            if mark.tag == "/Artifact":
                kind, before = self.artifacts[-1]
                self.artifacts[-1] = (kind, before + text)
                return


def read_content(page: pikepdf.Page) -> Content:
    """Read one page."""
    content = Content()
    fonts: Any = page.Resources.get("/Font", {})
    maps = {name: _to_unicode(font) for name, font in fonts.items()}
    unicode: dict[int, str] = {}
    for found in pikepdf.parse_content_stream(page):
        operator, operands = str(found.operator), list(found.operands)
        if operator in _PAINTING:
            content.paint(operator)
        if operator == "Tf":
            unicode = maps[str(operands[0])]
        elif operator in {"BDC", "BMC"}:
            content.begin(str(operands[0]), operands[1] if operands[1:] else {})
        elif operator == "EMC":
            content.end()
        elif operator in {"Tj", "TJ"}:
            content.show(_codes(operands[0]), unicode)
    return content


def _codes(shown: Any) -> Iterator[int]:
    for part in list(shown) if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            yield from (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2))


def _to_unicode(font: pikepdf.Object) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    words = font.ToUnicode.read_bytes().decode()
    inside = "".join(part.split("endbfchar")[0] for part in words.split("beginbfchar")[1:])
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in _CHARACTER.findall(inside)}
