# SPDX-License-Identifier: MPL-2.0
"""Each piece of text that a page of a PDF shows: what it says, where, how large, in which font, in which mark.

Works in a child only. It reads fonts of two-byte codes with a map to Unicode, as ours are; others say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pikepdf

_CHARACTER = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
_SUBSET = re.compile(r"^/?(?:[A-Z]{6}\+)?")
_SHOWING = frozenset({"Tj", "TJ"})
_OPERATORS = "q Q cm BT Tf Tm Td TL T* Tj TJ BDC BMC EMC"


class Matrix(NamedTuple):
    """A transformation of the plane (ISO 32000-1 8.3.3)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def after(self, other: Matrix) -> Matrix:
        """Return this transformation followed by another."""
        return Matrix(
            self.a * other.a + self.b * other.c,
            self.a * other.b + self.b * other.d,
            self.c * other.a + self.d * other.c,
            self.c * other.b + self.d * other.d,
            self.e * other.a + self.f * other.c + other.e,
            self.e * other.b + self.f * other.d + other.f,
        )


class Font(NamedTuple):
    """A font: its name without the mark of a subset, what its codes say, their widths in thousandths of the size."""

    name: str
    unicode: dict[int, str]
    widths: dict[int, float]
    usual: float


@dataclass(frozen=True, slots=True)
class Show:
    """A piece of text: the number of its mark (None: of none), its size and place in points from the bottom left."""

    text: str
    mark: int | None
    size: float
    left: float
    right: float
    bottom: float
    font: str


@dataclass(slots=True)
class _State:
    """Where the pen is, and what is open."""

    fonts: dict[str, Font]
    around: Matrix = field(default_factory=Matrix)
    text: Matrix = field(default_factory=Matrix)
    line: Matrix = field(default_factory=Matrix)
    font: Font | None = None
    size: float = 0.0
    leading: float = 0.0
    kept: list[Matrix] = field(default_factory=list)
    open: list[tuple[int | None, str | None]] = field(default_factory=list)


def shows_on(page: pikepdf.Page) -> list[Show]:
    """Return what a page shows, in the order of its content."""
    found: Any = page.resources.get("/Font", {})
    state = _State({name: _font(font) for name, font in found.items()})
    return [
        show
        for one in pikepdf.parse_content_stream(page, _OPERATORS)
        for show in _step(state, str(one.operator), list(one.operands))
    ]


def _step(state: _State, operator: str, operands: list[Any]) -> Iterator[Show]:
    match operator:
        case "Tf":
            state.font, state.size = state.fonts.get(str(operands[0])), float(operands[1])
        case "BDC" | "BMC":
            state.open.append(_mark(operands))
            said = state.open[-1][1]
            if said:
                yield _show(state, said, 0.0)
        case "EMC" if state.open:
            state.open.pop()
        case operator if operator in _SHOWING and state.font is not None:
            yield from _shown(state, state.font, operands[0])
        case "q" | "Q" | "cm":
            _keep(state, operator, operands)
        case _:
            _move(state, operator, operands)


def _keep(state: _State, operator: str, operands: list[Any]) -> None:
    match operator:
        case "q":
            state.kept.append(state.around)
        case "Q" if state.kept:
            state.around = state.kept.pop()
        case "cm":
            state.around = Matrix(*map(float, operands)).after(state.around)


def _move(state: _State, operator: str, operands: list[Any]) -> None:
    match operator:
        case "BT":
            state.text = state.line = Matrix()
        case "Tm":
            state.text = state.line = Matrix(*map(float, operands))
        case "Td":
            state.line = state.text = Matrix(e=float(operands[0]), f=float(operands[1])).after(state.line)
        case "TL":
            state.leading = float(operands[0])
        case "T*":
            state.line = state.text = Matrix(f=-state.leading).after(state.line)


def _mark(operands: list[Any]) -> tuple[int | None, str | None]:
    """Return the number of a mark that begins, and the text that it says stands for it (None: none)."""
    about: Any = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
    said = str(about["/ActualText"]) if "/ActualText" in about else None
    return (int(about["/MCID"]) if "/MCID" in about else None), said


def _shown(state: _State, font: Font, operand: Any) -> Iterator[Show]:
    text, width, loose = "", 0.0, 0.0
    for part in list(operand) if isinstance(operand, pikepdf.Array) else [operand]:
        if isinstance(part, pikepdf.String):
            data = bytes(part)
            codes = [int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data), 2)]
            for code in codes:
                said, wide = font.unicode.get(code, ""), font.widths.get(code, font.usual)
                text, width = text + said, width + wide
                loose = loose + wide if said.isspace() else 0.0
        else:
            width -= float(part)
    instead = any(said is not None for _, said in state.open)
    yield _show(state, "" if instead else text, width * state.size / 1000, loose * state.size / 1000)


def _show(state: _State, text: str, width: float, loose: float = 0.0) -> Show:
    """Return a piece of text, and move on behind it; ``loose`` is how much of its width are spaces at its end."""
    at = state.text.after(state.around)
    scale = (at.c**2 + at.d**2) ** 0.5
    end = Matrix(e=width - loose).after(at)
    state.text = Matrix(e=width).after(state.text)
    mark = next((number for number, _ in reversed(state.open) if number is not None), None)
    name = state.font.name if state.font else ""
    return Show(text, mark, state.size * scale, min(at.e, end.e), max(at.e, end.e), at.f, name)


def _font(font: Any) -> Font:
    name = _SUBSET.sub("", str(font.get("/BaseFont", "")))
    below: Any = font.DescendantFonts[0] if "/DescendantFonts" in font else {}
    widths = dict(_widths(list(below["/W"]))) if "/W" in below else {}
    return Font(name, _to_unicode(font), widths, float(below.get("/DW", 1000)) if below else 1000.0)


def _widths(said: list[Any]) -> Iterator[tuple[int, float]]:
    """Yield the widths of a font by code: ``first [w w ...]`` or ``first last w`` (ISO 32000-1 9.7.4.3)."""
    at = 0
    while at + 1 < len(said):
        first = int(said[at])
        if isinstance(said[at + 1], pikepdf.Array):
            yield from enumerate(map(float, said[at + 1]), first)
            at += 2
        else:
            yield from ((code, float(said[at + 2])) for code in range(first, int(said[at + 1]) + 1))
            at += 3


def _to_unicode(font: Any) -> dict[int, str]:
    if "/ToUnicode" not in font:
        return {}
    inside = b"".join(part.split(b"endbfchar")[0] for part in font.ToUnicode.read_bytes().split(b"beginbfchar")[1:])
    found = _CHARACTER.findall(inside)
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace") for code, text in found}
