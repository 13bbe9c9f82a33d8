# SPDX-License-Identifier: MPL-2.0
"""The passage in which two texts differ, so that only it is put in and the cursor stays where it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Where the old text differs, from ``start`` to ``end`` as Qt counts (UTF-16), and what stands there now."""

    start: int
    end: int
    text: str

    @property
    def behind(self) -> int:
        """The position behind what stands there now."""
        return self.start + _length(self.text)


def changed_span(old: str, new: str) -> Span:
    """Return the shortest passage that makes the new text of the old one."""
    start = _alike(old, new)
    tail = _alike(old[start:][::-1], new[start:][::-1])
    before, middle = old[:start], old[start : len(old) - tail]
    return Span(_length(before), _length(before) + _length(middle), new[start : len(new) - tail])


def in_qt(text: str, at: int) -> int:
    """Return where Qt counts a character of a text: one beyond the first plane, such as an emoji, is two for it."""
    return _length(text[:at])


def _alike(old: str, new: str) -> int:
    """Return how many letters two texts have in common at their beginning."""
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(old), len(new)))


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
