# SPDX-License-Identifier: MPL-2.0
"""A template as it came, by the parts that matter here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from evidencepack.guard.faults import RefusedFileError
from evidencepack.guard.redrawing import redraw
from evidencepack.guard.word_opening import Opened, related
from evidencepack.render.word.brand.markup import W, root_of, word_only
from evidencepack.render.word.brand.pages import Section, last_section
from evidencepack.render.word.markup import WORD

MOST_STYLES = 5000
"""The most styles that a template may have; Word itself names some 4,079 a limit."""

_SHARPEST = 2000
_NO_NUMBERING = f'<w:numbering xmlns:w="{WORD}"/>'.encode()
NO_STYLES = (
    "This Word file has no styles, so it says nothing about how pages should look. Nothing was changed. Choose a "
    "template (.dotx) or a document that was made with styles."
)
"""Why a file without styles is refused, and what to do."""

OWN_PAPER = (
    "This Word file is a paper that this program made, so each page carries its reference and code. On another paper "
    "they would be wrong. Nothing was changed. Choose the Word file that your letters are made from."
)
"""Why a paper of ours is refused as a template, and what to do."""

_MANY_STYLES = (
    f"This Word file has more than {MOST_STYLES:,} styles. Nothing was changed. Choose a template with fewer, such as "
    "a letter that was made new from it."
)


@dataclass
class Source:
    """What the guard has looked through."""

    opened: Opened

    @cached_property
    def document(self) -> etree._Element:
        """The text, which says where pages end and what was done to it."""
        return root_of(self.opened.parts[self.opened.main])

    @cached_property
    def section(self) -> Section:
        """What the last section says."""
        return last_section(self.document)

    @cached_property
    def _related(self) -> dict[str, tuple[str, str]]:
        return dict(related(self.opened, self.opened.main))

    @property
    def theme(self) -> bytes | None:
        """The theme's part, if there is one."""
        return self._part("theme")

    def styles(self) -> etree._Element:
        """Return the styles, with nothing that is not Word's own.

        Raises:
            RefusedFileError: if there are none, or too many.
        """
        part = self._part("styles")
        root = word_only(root_of(part)) if part else None
        count = len(root.findall(f"{W}style")) if root is not None and root.tag == f"{W}styles" else 0
        if root is None or not count:
            raise RefusedFileError(NO_STYLES)
        if count > MOST_STYLES:
            raise RefusedFileError(_MANY_STYLES)
        return root

    def numbering(self) -> etree._Element:
        """Return the lists, with nothing that is not Word's own."""
        part = word_only(root_of(self._part("numbering") or _NO_NUMBERING))
        return part if part.tag == f"{W}numbering" else root_of(_NO_NUMBERING)

    def running(self, relation: str) -> etree._Element | None:
        """Return the header or footer of a relation; None if there is none."""
        part = self.opened.parts.get(self._name(relation))
        root = None if part is None else root_of(part)
        return root if root is not None and root.tag in {f"{W}hdr", f"{W}ftr"} else None

    def picture(self, running: str, relation: str) -> bytes:
        """Return a picture of a header or footer drawn anew; nothing if it is none of pixels, or damaged."""
        _, name = related(self.opened, self._name(running)).get(relation, ("", ""))
        try:
            return redraw(self.opened.parts[name], _SHARPEST, _SHARPEST)[0] if name in self.opened.parts else b""
        except RefusedFileError:
            return b""

    def _name(self, relation: str) -> str:
        return self._related.get(relation, ("", ""))[1]

    def _part(self, kind: str) -> bytes | None:
        names = (name for found, name in self._related.values() if found == kind)
        return next((self.opened.parts[name] for name in names if name in self.opened.parts), None)

    def left_out(self) -> Iterator[str]:
        """Yield what of the file is never taken, in a few words each."""
        outside = {one.kind for one in self.opened.outside}
        kinds = {kind for kind, _ in self._related.values()}
        body = self.document
        words = any((text.text or "").strip() for text in body.iter(f"{W}t"))
        tracked = any(next(body.iter(f"{W}{name}"), None) is not None for name in ("ins", "del"))
        paper = self.section.paper
        yield from (
            words
            for words, there in (
                ("its text", words),
                ("tracked changes", tracked),
                ("comments", "comments" in kinds),
                ("building blocks", "glossaryDocument" in kinds),
                ("the template it hangs on", "attachedTemplate" in outside),
                ("links to other files", bool(outside - {"attachedTemplate", "hyperlink"})),
                ("objects and controls", bool({one.kind for one in self.opened.active} - {"attachedTemplate"})),
                ("data of other programs", "customXml" in kinds),
                ("the fonts it carries along", any(name.lower().endswith(".odttf") for name in self.opened.left)),
                ("its background", body.find(f"{W}background") is not None),
                (f"its paper, {paper}: pages are A4", bool(paper)),
                ("margins of more than 50 mm: they are 50 mm", self.section.wide),
            )
            if there
        )
