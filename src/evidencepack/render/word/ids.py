# SPDX-License-Identifier: MPL-2.0
"""Names and numbers inside a Word file: derived from what they name, so that the same words give the same bytes."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence

_LARGEST = 0x7FFF_FFFF


def bookmark_name(anchor: str) -> str:
    """Return the bookmark of an anchor: hidden, legal in Word (40 signs at most), known to LibreOffice by "_Ref"."""
    return f"_Ref{_digest(anchor).hex()[:24]}"


def end_name(anchor: str) -> str:
    """Return the bookmark at the end of a document, from which its last page is known."""
    return f"_End{_digest(anchor).hex()[:24]}"


def control_tag(paths: Sequence[str]) -> str:
    """Return the tag of a control: "ep" and 20 letters of the SHA-256 of its paths. Word holds 64 signs at most."""
    # Fifteen bytes are 24 letters; each five take a while.
    return "ep" + base64.b32encode(_digest("\n".join(paths))[:15]).decode().lower()[:20]


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
