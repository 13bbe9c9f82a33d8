# SPDX-License-Identifier: MPL-2.0
"""Words and answers for the pack that holds everything."""

from __future__ import annotations

from evidencepack.blocks.inlines import Inlines, Text, Value

RECORD = "01890000-0000-7000-8000-00000000000"


def words(text: str) -> Inlines:
    """Return one run of plain words."""
    return (Text(text),)


def answer(text: str, record: int, field: str, *, language: str = "", bold: bool = False) -> Value:
    """Return an answered value of one field."""
    return Value(text, (f"{RECORD}{record}/{field}",), language=language, bold=bold)
