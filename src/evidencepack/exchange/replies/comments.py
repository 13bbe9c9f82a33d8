# SPDX-License-Identifier: MPL-2.0
"""The comments of a Word file: who said what when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from evidencepack.exchange.replies.story import tidy
from evidencepack.exchange.replies.xml import W, parsed

_ROOT: Final = 8192  # bytes in which the root of a part has begun, whatever namespaces it names


@dataclass(frozen=True, slots=True)
class Note:
    """A comment: its number in the file, who made it, when (ISO 8601, as the file says), and its words."""

    number: str
    author: str
    when: str
    words: str


def read_notes(parts: Mapping[str, bytes]) -> tuple[Note, ...]:
    """Return the comments among the parts of a Word file; the part that holds them is known by its root."""
    return tuple(
        note for content in parts.values() if b"comments" in content[:_ROOT] for note in _notes(parsed(content))
    )


def _notes(root: etree._Element) -> Iterator[Note]:
    if root.tag != f"{W}comments":
        return
    for one in root.iter(f"{W}comment"):
        lines = ("".join(text.text or "" for text in line.iter(f"{W}t")) for line in one.iter(f"{W}p"))
        words = tidy("\n".join(lines))
        yield Note(one.get(f"{W}id", ""), one.get(f"{W}author", ""), one.get(f"{W}date", ""), words)
