# SPDX-License-Identifier: MPL-2.0
"""A Word file taken apart for looking at: its body, its headers and footers, its styles and its lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from evidencepack.render.word.manifest import NAMESPACE
from evidencepack.render.word.markup import PLACING, WORD
from evidencepack.render.word.package import unpack_parts

W = f"{{{WORD}}}"
WP = f"{{{PLACING}}}"
EP = f"{{{NAMESPACE}}}"


@dataclass(frozen=True)
class Stories:
    """The parts of a Word file that hold words, and those that say how they look."""

    body: etree._Element
    running: Mapping[str, etree._Element]
    numbering: etree._Element
    styles: etree._Element
    manifest: etree._Element | None

    @property
    def every(self) -> tuple[etree._Element, ...]:
        """Return the body, then headers and footers."""
        return (self.body, *self.running.values())

    def iter(self, *names: str) -> Iterator[etree._Element]:
        """Yield Word's elements of these names, in every story."""
        for story in self.every:
            yield from story.iter(*(f"{W}{name}" for name in names))

    def drawings(self) -> Iterator[etree._Element]:
        """Yield what is said of each picture, in every story."""
        for story in self.every:
            yield from story.iter(f"{WP}docPr")

    def manifest_tags(self) -> list[str]:
        """Return the tags that the manifest knows."""
        return [] if self.manifest is None else [str(one.get("tag")) for one in self.manifest.iter(f"{EP}shown")]

    def outline(self) -> dict[str, int]:
        """Return the level in the outline of each style that has one, from 1, by the style's id."""
        levels = {}
        for style in self.styles.iter(f"{W}style"):
            level = style.find(f"{W}pPr/{W}outlineLvl")
            if level is not None:
                levels[value(style, "styleId")] = 1 + int(value(level))
        return levels


def opened(data: bytes) -> Stories:
    """Return the stories of a Word file."""
    parts = unpack_parts(data)
    running = {
        name: etree.fromstring(content)
        for name, content in parts.items()
        if name.startswith(("word/header", "word/footer"))
    }
    manifests = [content for content in parts.values() if NAMESPACE.encode() in content and b"<manifest" in content]
    return Stories(
        etree.fromstring(parts["word/document.xml"])[0],
        running,
        etree.fromstring(parts["word/numbering.xml"]),
        etree.fromstring(parts["word/styles.xml"]),
        etree.fromstring(manifests[0]) if manifests else None,
    )


def value(element: etree._Element | None, name: str = "val") -> str:
    """Return an attribute of Word's; nothing where it, or the element, is not there."""
    return "" if element is None else element.get(f"{W}{name}", "")
