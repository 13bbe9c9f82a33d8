# SPDX-License-Identifier: MPL-2.0
"""A Word file read whole: what it says it is, what it tells with its tracked changes and without, its comments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from lxml import etree

from evidencepack.exchange.replies.comments import Note, read_notes
from evidencepack.exchange.replies.contents import listed_words, take_contents
from evidencepack.exchange.replies.issue import Issue, Place, read_issue
from evidencepack.exchange.replies.markers import Markers, find_markers
from evidencepack.exchange.replies.pictures import picture_parts
from evidencepack.exchange.replies.relations import part_of_kind, relations_of
from evidencepack.exchange.replies.running import Running, running_lines
from evidencepack.exchange.replies.story import Story, View
from evidencepack.exchange.replies.styles import Styles
from evidencepack.exchange.replies.telling import Around, tell
from evidencepack.exchange.replies.unread import Unreadable
from evidencepack.exchange.replies.xml import W, parsed

_CORE: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_NOTES: Final = ("footnotes", "endnotes")
_CHANGES: Final = tuple(f"{W}{name}" for name in ("ins", "del", "moveTo", "moveFrom", "cellIns", "cellDel"))
_NO_MARKERS: Final = Markers({}, {})


class Aside(NamedTuple):
    """A footnote or an endnote: its sort ("footnotes"), its number in the file, its words with marks for fields."""

    sort: str
    number: str
    words: str


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file. ``final`` is its story with every tracked change made, ``original`` with none.

    ``running`` are the headers and footers of its sections, ``asides`` its footnotes and endnotes, ``unread`` what in
    those is no text. ``contents`` are the lines of its lists of contents, ``listed`` the words under which papers ask
    to be in one. ``pictures`` are the parts that are pictures.
    """

    issue: Issue | None
    final: Story
    original: Story
    running: tuple[Running, ...]
    asides: tuple[Aside, ...]
    unread: tuple[Unreadable, ...]
    contents: tuple[str, ...]
    listed: frozenset[str]
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
    listed, contents = listed_words(body), take_contents(body)
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
        *_asides(parts, main, plain),
        contents,
        listed,
        read_notes(parts),
        picture_parts(parts),
        *_saved(parts),
    )


def _asides(parts: Mapping[str, bytes], main: str, around: Around) -> tuple[tuple[Aside, ...], tuple[Unreadable, ...]]:
    """Return the footnotes and endnotes of a file, and what in them is no text."""
    asides, unread = list[Aside](), list[Unreadable]()
    for sort in _NOTES:
        root = part_of_kind(parts, main, sort)
        for note in () if root is None else root.iterchildren(etree.Element):
            story = tell(note, around, View.FINAL)
            words = "\n".join(block.skeleton for block in story.blocks).strip("\n\x01")
            asides += [Aside(sort, note.get(f"{W}id", ""), words)] if words else []
            unread += (thing for _, thing in story.unread)
    return tuple(asides), tuple(unread)


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
