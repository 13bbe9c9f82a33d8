# SPDX-License-Identifier: MPL-2.0
"""PDF syntax: text strings, numbers, colours (ISO 32000-1 7.3, 7.9.2)."""

from __future__ import annotations

from functools import lru_cache

_PLACES = 4096  # margins and columns are the same on page after page
_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})


def text_string(text: str) -> str:
    """Return a text string object: a literal for ASCII, UTF-16BE with its mark in hexadecimal for all else."""
    if text.isascii():
        return f"({text.translate(_ESCAPES)})"
    return "<" + ("\ufeff" + text).encode("utf-16-be").hex() + ">"


@lru_cache(_PLACES)
def number(value: float) -> str:
    """Return a number with at most two decimals and no superfluous zeros."""
    text = f"{value:.2f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def colour(value: str, operator: str) -> str:
    """Return the operator that sets a colour given as "#RRGGBB" (``rg`` fills, ``RG`` strokes)."""
    parts = (int(value[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return " ".join([f"{part:.4g}" for part in parts]) + " " + operator
