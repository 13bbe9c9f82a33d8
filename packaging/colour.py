# SPDX-License-Identifier: MPL-2.0
"""Make ``resources/colour/srgb.icc``, the colour profile that every PDF names as its output intent.

Computed from the numbers of IEC 61966-2-1 alone, so that no profile with a date, a maker or a licence of somebody else
comes with it. A test makes the file again and compares. Its form: a three-component matrix profile of ICC.1:2004-10
(version 4.2, the newest that PDF 1.7 and PDF/A-2 know).
"""

from __future__ import annotations

import argparse
import hashlib
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

Vector: TypeAlias = tuple[float, float, float]
Matrix: TypeAlias = tuple[Vector, Vector, Vector]

TARGET = Path(__file__).resolve().parents[1] / "resources" / "colour" / "srgb.icc"
NAME = "sRGB IEC61966-2.1"
COPYRIGHT = "No rights reserved (CC0 1.0)"
# Chromaticities (x, y) of the primaries and of the white D65; D50 as ICC.1:2004-10 7.2.16 rounds it.
PRIMARIES = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
D65 = (0.3127, 0.3290)
D50: Vector = (0.9642, 1.0, 0.8249)
# The transfer curve, as type 3 of a parametric curve takes it: exponent, a, b, c, d.
CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
# The cone responses of Bradford (ICC.1:2004-10 annex E).
BRADFORD: Matrix = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
_MADE = (2027, 1, 1, 0, 0, 0)  # a profile has to carry a date


def build() -> bytes:
    """Return the bytes of the profile, the same every time; its identifier is computed as ICC.1:2004-10 7.2.18 says."""
    tags = _tags()
    table, body = struct.pack(">I", len(tags)), b""
    start, places = 128 + 4 + 12 * len(tags), dict[bytes, int]()
    for name, data in tags:
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += struct.pack(">4sII", name.encode("ascii"), places[data], len(data))
    whole = _header(start + len(body)) + table + body
    # Rendering intent is zero here already, and flags and identifier count as zero.
    identifier = hashlib.md5(whole, usedforsecurity=False).digest()
    return whole[:84] + identifier + whole[100:]


def _header(size: int) -> bytes:
    """Return the 128 bytes at the beginning: a display profile, RGB to XYZ, version 4.2, perceptual intent."""
    said = struct.pack(">I4sI4s4s4s", size, b"", 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    return said + struct.pack(">6H4s", *_MADE, b"acsp") + bytes(28) + _fixed(D50) + bytes(48)


def _tags() -> list[tuple[str, bytes]]:
    adapted = _adaptation()
    columns = _product(adapted, _primaries())
    curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + _fixed(CURVE)
    return [
        ("desc", _text(NAME)),
        ("cprt", _text(COPYRIGHT)),
        ("wtpt", _xyz(D50)),
        ("chad", b"sf32" + bytes(4) + b"".join(map(_fixed, adapted))),
        *((f"{letter}XYZ", _xyz(column)) for letter, column in zip("rgb", _turned(columns), strict=True)),
        *((f"{letter}TRC", curve) for letter in "rgb"),
    ]


def _primaries() -> Matrix:
    """Return what turns linear sRGB into XYZ under D65: each primary as strong as the white needs it."""
    columns = _turned(tuple(_light(*place) for place in PRIMARIES))
    strength = _times(_inverse(columns), _light(*D65))
    return tuple(tuple(a * b for a, b in zip(row, strength, strict=True)) for row in columns)  # type: ignore[return-value]


def _adaptation() -> Matrix:
    """Return what turns XYZ under D65 into XYZ under D50."""
    seen = zip(_times(BRADFORD, D50), _times(BRADFORD, _light(*D65)), strict=True)
    gain = tuple(new / old for new, old in seen)
    scaled = tuple(tuple(factor * part for part in row) for factor, row in zip(gain, BRADFORD, strict=True))
    return _product(_inverse(BRADFORD), scaled)  # type: ignore[arg-type]


def _light(x: float, y: float) -> Vector:
    return x / y, 1.0, (1 - x - y) / y


def _times(matrix: Matrix, vector: Sequence[float]) -> Vector:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)  # type: ignore[return-value]


def _product(left: Matrix, right: Matrix) -> Matrix:
    return _turned(tuple(_times(left, column) for column in _turned(right)))


def _turned(rows: Sequence[Sequence[float]]) -> Matrix:
    return tuple(zip(*rows, strict=True))  # type: ignore[return-value]


def _inverse(m: Matrix) -> Matrix:
    """Return the inverse, its columns the cross products of the rows over the determinant."""
    crossed = tuple(_cross(m[(at + 1) % 3], m[(at + 2) % 3]) for at in range(3))
    size = sum(a * b for a, b in zip(m[0], crossed[0], strict=True))
    return _turned([[part / size for part in column] for column in crossed])


def _cross(a: Vector, b: Vector) -> Vector:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def _fixed(values: Sequence[float]) -> bytes:
    """Return numbers as s15Fixed16."""
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _xyz(values: Sequence[float]) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(values)


def _text(words: str) -> bytes:
    """Return a multi-localised text of one language."""
    data = words.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">II2s2sII", 1, 12, b"en", b"GB", len(data), 28) + data


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=TARGET, help="where to write (default: resources/colour/srgb.icc)")
    target: Path = parser.parse_args().to
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(build())


if __name__ == "__main__":
    main()
