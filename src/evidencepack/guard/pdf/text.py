# SPDX-License-Identifier: MPL-2.0
"""Whether words on a page can be selected, and which way up most of them stand. Works in a child only.

A scan has no words, only a picture of them; one that went through text recognition has both.
"""

from __future__ import annotations

import math
from collections import Counter
from decimal import Decimal
from typing import Any

import pikepdf

from evidencepack.guard.pdf.parts import inside

_OPERATORS = "q Q cm BT Tm Tj TJ ' \" Do"
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_MOST_STEPS = 3000
_DEEPEST = 5
_BLANK = b" \t\r\n\0\x03"

_Matrix = tuple[float, float, float, float]
_AS_IT_IS: _Matrix = (1, 0, 0, 1)


def text_of(content: pikepdf.Object, resources: pikepdf.Object | None, matrix: _Matrix) -> tuple[bool, int]:
    """Return whether a content shows text, and by how many degrees clockwise most of its lines stand.

    Args:
        content: a stream of operators.
        resources: what it may use.
        matrix: how its units get to the page as shown, without the shift.
    """
    reader = _Reader()
    reader.read(content, resources, matrix, 0)
    most = max(reader.turned.items(), key=lambda item: (item[1], -item[0]), default=(0, 0))
    return most[1] > 0, most[0]


class _Reader:
    """Counts pieces of text by how they are turned."""

    def __init__(self) -> None:
        self.turned: Counter[int] = Counter()
        self._steps = 0

    def read(self, content: pikepdf.Object, resources: pikepdf.Object | None, ctm: _Matrix, depth: int) -> None:
        """Read a content; what stands in forms is read in its place."""
        kept: list[_Matrix] = []
        line = _AS_IT_IS
        for operands, operator in _instructions(content):
            self._steps += 1
            if self._steps > _MOST_STEPS:
                return
            if operator in {"BT", "Tm"}:
                line = _matrix(operands)
            elif operator == "Do" and depth < _DEEPEST and operands:
                self._form(inside(resources, "/XObject", str(operands[0])), resources, ctm, depth)
            elif operator in _SHOWS:
                self.turned[_angle(_times(line, ctm))] += _length(operands)
            else:
                ctm = _moved(operator, operands, ctm, kept)

    def _form(self, form: pikepdf.Object | None, resources: pikepdf.Object | None, ctm: _Matrix, depth: int) -> None:
        if form is not None and form.get("/Subtype") == "/Form":
            own = _matrix(listed_numbers(form.get("/Matrix")))
            self.read(form, inside(form, "/Resources") or resources, _times(own, ctm), depth + 1)


def _moved(operator: str, operands: list[Any], ctm: _Matrix, kept: list[_Matrix]) -> _Matrix:
    """Return how units get to the sheet after an operator; what it puts by is ``kept``."""
    match operator:
        case "q":
            kept.append(ctm)
        case "Q" if kept:
            return kept.pop()
        case "cm":
            return _times(_matrix(operands), ctm)
    return ctm


def _instructions(content: pikepdf.Object) -> list[tuple[list[Any], str]]:
    try:
        found = pikepdf.parse_content_stream(content, _OPERATORS)
        return [(list(one.operands), str(one.operator)) for one in found]
    except (pikepdf.PdfError, ValueError, TypeError, RuntimeError):
        # Nobody can say what a reader shows of it; the page stays, as one without words.
        return []


def listed_numbers(value: object) -> list[Any]:
    """Return what stands in an array; nothing where it is none."""
    return list(value) if isinstance(value, pikepdf.Array) else []


def _matrix(operands: list[Any]) -> _Matrix:
    numbers = [float(one) for one in operands[:4] if isinstance(one, (int, float, Decimal))]
    return (numbers[0], numbers[1], numbers[2], numbers[3]) if len(numbers) == 4 else _AS_IT_IS


def _times(one: _Matrix, other: _Matrix) -> _Matrix:
    a, b, c, d = one
    e, f, g, h = other
    return a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h


def _angle(matrix: _Matrix) -> int:
    """Return the nearest right angle by which a line of text stands, clockwise."""
    degrees = -math.degrees(math.atan2(matrix[1], matrix[0]))
    return round(degrees / 90) % 4 * 90


def _length(operands: list[Any]) -> int:
    """Return how many bytes of text are shown that are no blanks."""
    pieces = listed_numbers(operands[-1]) if operands and isinstance(operands[-1], pikepdf.Array) else operands[-1:]
    return sum(len(bytes(one).strip(_BLANK)) for one in pieces if isinstance(one, pikepdf.String))
