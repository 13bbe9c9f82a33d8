# SPDX-License-Identifier: MPL-2.0
"""The words of inlines as texts, spans of another language, and links that say where they lead."""

from __future__ import annotations

from typing import assert_never

from tests.render.pdf.tree import Node

from evidencepack.blocks.inlines import CrossReference, Inlines, LineBreak, Link, Show, Text, Value
from evidencepack.render.number import Numbered
from evidencepack.render.references import Linked, linked
from evidencepack.render.scripts import language_of
from evidencepack.render.typeset.page import Pages


class Words:
    """Says what inlines of a numbered pack are heard as. ``document`` is the anchor of the one they stand in."""

    def __init__(self, numbered: Numbered, pages: Pages) -> None:
        self.numbered, self.pages, self.document = numbered, pages, ""

    def kids(self, inlines: Inlines) -> list[Node | str]:
        """Return texts and nodes in order."""
        found: list[Node | str] = []
        for inline in linked(inlines):
            match inline:
                case Text() | Value():
                    heard = {"Lang": inline.language or language_of(inline.text), "E": inline.expansion}
                    named = {name: value for name, value in heard.items() if value}
                    found.append(Node("Span", named, [inline.text]) if named else inline.text)
                case Link():
                    found.append(
                        Node("Link", {"Contents": _named(inline.address), "To": inline.address}, [inline.text])
                    )
                case Linked():
                    found.append(self.link(inline.target, "".join(map(self._part, inline.parts))))
                case CrossReference():
                    found.append(self.link(inline.target, self._part(inline)))
                case LineBreak():
                    found.append(" ")
                case _:
                    assert_never(inline)
        return found

    def text(self, inlines: Inlines) -> str:
        """Return the bare words."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids(inlines))

    def link(self, target: str, words: str) -> Node:
        """Return a link to a place: it says the number of what it leads to, and the page."""
        (document, _, inside), labels = target.partition("/"), self.numbered.labels
        elsewhere = inside and document in labels and document != self.document
        where = f"{labels[document]}, " if elsewhere else ""
        contents = f"{where}{labels[target]}, page {self.pages.page_of(target)}"
        return Node("Link", {"Contents": contents, "To": f"#{target}"}, [words])

    def range_of(self, anchor: str) -> str:
        """Return the pages of a document as the contents print them."""
        (span,) = (span for span in self.pages.documents if span.anchor == anchor)
        last = span.first + span.count
        return f"{span.first + 1}–{last}" if span.count > 1 else str(last)

    def _part(self, part: Text | CrossReference) -> str:
        if isinstance(part, Text):
            return part.text
        match part.show:
            case Show.PAGE:
                return str(self.pages.page_of(part.target))
            case Show.TEXT:
                return self.numbered.titles[part.target]
            case Show.NUMBER:
                return self.numbered.labels[part.target]
            case _:
                assert_never(part.show)


def _named(address: str) -> str:
    return address.replace("mailto:", "Email ") if address.startswith("mailto:") else f"Web page {address}"
