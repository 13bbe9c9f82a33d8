# SPDX-License-Identifier: MPL-2.0
"""Identifiers: UUID version 7 as text (RFC 9562 section 5.7), so that ids sort by the time they were made."""

from __future__ import annotations

import re
import time

_UUID7 = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


def new_id() -> str:
    """Return a new UUIDv7: 48 bits of Unix time in milliseconds, then 74 random bits."""
    import secrets  # reads what signatures are made with; who only looks makes nothing new

    milliseconds = time.time_ns() // 1_000_000
    random = secrets.randbits(74)
    bits = milliseconds << 80 | 0x7 << 76 | (random >> 62) << 64 | 0b10 << 62 | random & (1 << 62) - 1
    digits = f"{bits:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def is_id(text: str) -> bool:
    """Whether the text is a UUIDv7 in lower case."""
    return _UUID7.fullmatch(text) is not None
