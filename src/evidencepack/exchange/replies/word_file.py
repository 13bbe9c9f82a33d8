# SPDX-License-Identifier: MPL-2.0
"""A Word file read whole: what it says it is, what it tells with its tracked changes and without, its comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from evidencepack.exchange.replies.comments import Note, read_notes
from evidencepack.exchange.replies.contents import drop_contents
from evidencepack.exchange.replies.issue import Issue, Place, read_issue
from evidencepack.exchange.replies.markers import Markers, find_markers
from evidencepack.exchange.replies.pictures import picture_parts
from evidencepack.exchange.replies.relations import part_of_kind, relations_of
from evidencepack.exchange.replies.running import Running, running_lines
from evidencepack.exchange.replies.story import Story, View
from evidencepack.exchange.replies.styles import Styles
from evidencepack.exchange.replies.telling import Around, tell
from evidencepack.exchange.replies.xml import W, parsed

_CORE: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_NOTES: Final = ("footnotes", "endnotes")
_CHANGES: Final = tuple(f"{W}{name}" for name in ("ins", "del", "moveTo", "moveFrom", "cellIns", "cellDel"))
_NO_MARKERS: Final = Markers({}, {})


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file. ``final`` is its story with every tracked change made, ``original`` with none.

    ``running`` are the headers and footers of its sections, ``beside`` the lines of its footnotes and endnotes, each
    with a mark for each page number. ``pictures`` are the parts that are pictures.
    """

    issue: Issue | None
    final: Story
    original: Story
    running: tuple[Running, ...]
    beside: tuple[str, ...]
    notes: tuple[Note, ...]
    pictures: Mapping[str, bytes]
    saved_by: str
    saved_at: str


def read_parts(parts: Mapping[str, bytes], main: str, places: Mapping[str, Place]) -> WordFile:
    """Read the parts of a Word file that was vetted; ``main`` is the one with the text.

    Args:
        parts: by name.
        main: the name of the part that holds the body.
        places: more places to look for than those that the file itself speaks of.
    """
    issue = read_issue(parts)
    body = parsed(parts[main])
    drop_contents(body)
    markers = find_markers(body, {**places, **(issue.places if issue else {})})
    styles = Styles(part_of_kind(parts, main, "styles"))
    around = Around(markers, styles, part_of_kind(parts, main, "numbering"), relations_of(parts, main))
    final = tell(body, around, View.FINAL)
    # Without tracked changes both are one, and reading takes half as long.
    original = tell(body, around, View.ORIGINAL) if next(body.iter(*_CHANGES), None) is not None else final
    plain = Around(_NO_MARKERS, styles)
    return WordFile(
        issue,
        final,
        original,
        running_lines(parts, main, body, plain),
        tuple(sorted(set(_beside(parts, main, plain)))),
        read_notes(parts),
        picture_parts(parts),
        *_saved(parts),
    )


def _beside(parts: Mapping[str, bytes], main: str, around: Around) -> Iterator[str]:
    for kind in _NOTES:
        root = part_of_kind(parts, main, kind)
        story = Story() if root is None else tell(root, around, View.FINAL)
        yield from (block.skeleton for block in story.blocks if block.skeleton.strip("\x01"))


def _saved(parts: Mapping[str, bytes]) -> tuple[str, str]:
    """Return who last saved the file and when, as it says."""
    for content in parts.values():
        if b"core-properties" in content[:1024]:
            root = parsed(content)
            if root.tag == f"{_CORE}coreProperties":
                return _text(root, f"{_CORE}lastModifiedBy"), _text(root, f"{_TERMS}modified")
    return "", ""


def _text(root: etree._Element, name: str) -> str:
    return (root.findtext(name) or "").strip()
