# SPDX-License-Identifier: MPL-2.0
"""Names and numbers inside a Word file: derived from what they name, so that the same words give the same bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

_LARGEST = 0x7FFF_FFFF
_BASE_32 = "abcdefghijklmnopqrstuvwxyz234567"
_LETTERS = [f"{first}{second}" for first in _BASE_32 for second in _BASE_32]
_PAIR, _TOO_MANY, _PLACES = 1023, 20, range(90, -1, -10)
"""The bits of two letters, those of 15 bytes that 20 letters have no room for, and where each two begin."""


def bookmark_name(anchor: str) -> str:
    """Return the bookmark of an anchor: hidden, legal in Word (40 signs at most), known to LibreOffice by "_Ref"."""
    return f"_Ref{_digest(anchor).hex()[:24]}"


def end_name(anchor: str) -> str:
    """Return the bookmark at the end of a document, from which its last page is known."""
    return f"_End{_digest(anchor).hex()[:24]}"


def control_tag(paths: Sequence[str]) -> str:
    """Return the tag of a control: "ep" and 20 letters of the SHA-256 of its paths. Word holds 64 signs at most."""
    # Base 32 as in RFC 4648, two letters at a time: the library's own takes four times as long.
    rest = int.from_bytes(_digest("\n".join(paths))[:15], "big") >> _TOO_MANY
    return "ep" + "".join([_LETTERS[rest >> place & _PAIR] for place in _PLACES])


def shown_again(tag: str, time: int) -> str:
    """Return the tag of an answer where it is shown again: it ends in the number of the time ("_2").

    No two controls of a file have one tag, so a tag that is there twice in a file that comes back tells of a copy.
    """
    return f"{tag}_{time}"


def control_bookmark(tag: str) -> str:
    """Return the hidden bookmark round the control of a tag, which programs keep that forget tags."""
    return f"_{tag}"


class Numbers:
    """Gives each thing of a file a number of its own, the same every time the same file is made."""

    def __init__(self) -> None:
        self._taken: set[int] = set()
        self._last = 0

    def next(self) -> int:
        """Return the next number in order, from 1."""
        self._last += 1
        return self._last

    def derived(self, name: str) -> int:
        """Return a positive 31-bit number made of a name, moved on where it is taken."""
        found = int.from_bytes(_digest(name)[:4], "big") & _LARGEST
        while found in self._taken or not found:
            found = found % _LARGEST + 1
        self._taken.add(found)
        return found


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()
