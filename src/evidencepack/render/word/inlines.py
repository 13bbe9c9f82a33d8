# SPDX-License-Identifier: MPL-2.0
"""Inlines to runs, controls, links and fields."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never
from urllib.parse import quote, urlsplit

from evidencepack.blocks.inlines import CrossReference, Inline, Inlines, LineBreak, Link, Show, Text, Value
from evidencepack.render.word.fields import field, inner_link
from evidencepack.render.word.ids import bookmark_name
from evidencepack.render.word.runs import PLAIN, Look, line_break, properties, run
from evidencepack.render.word.writing import Writing

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SAFE = "/:?#@!$&'()*+,;=%~-._"
# Words between a reference and the page of the same target; the whole then reads as one link.
_PAGE_WORDS = frozenset({", page ", ", p ", " p ", " page ", ", pages "})


def inlines(writing: Writing, parts: Inlines, look: Look = PLAIN) -> str:
    """Return what stands within a paragraph.

    Raises:
        UnwritableTextError: if a Word file cannot hold one of the characters.
    """
    return "".join(_inline(writing, part, _look(parts, place, look)) for place, part in enumerate(parts))


def _inline(writing: Writing, part: Inline, look: Look) -> str:
    match part:
        case Text():
            return run(part.text, _own(part, look))
        case Value():
            return _value(writing, part, _own(part, look))
        case CrossReference():
            return _reference(writing, part, replace(look, bold=look.bold or part.bold))
        case Link():
            return _link(writing, part, look)
        case LineBreak():
            return line_break()
        case _:
            assert_never(part)


def _own(part: Text | Value, look: Look) -> Look:
    return replace(
        look,
        bold=look.bold or part.bold,
        italic=look.italic or part.italic,
        language=part.language or look.language,
    )


def _value(writing: Writing, value: Value, look: Look) -> str:
    shown = replace(look, style="PlaceholderText") if value.missing else look
    runs = run(value.text, shown) or "<w:r><w:t/></w:r>"
    own = properties(look)
    rich = not value.missing and "<w:rPr>" in runs
    if not value.paths:
        return runs
    return writing.controls.wrap(value.paths, value.text, runs, look=own, missing=value.missing, rich=rich)


def _reference(writing: Writing, reference: CrossReference, look: Look) -> str:
    """Return a reference that says what was numbered, and still follows its target when Word updates fields."""
    target = reference.target
    name = bookmark_name(target)
    if reference.show is Show.PAGE:
        return field(f"PAGEREF {name} \\h", writing.page_of(target), look)
    if reference.show is Show.TEXT:
        return inner_link(target, run(writing.numbered.titles[target], look))
    label = writing.numbered.labels[target]
    if target in writing.captions:
        return field(f"REF {name} \\h", label, look)
    if target not in writing.numbered_by_word:
        return inner_link(target, run(label, look))
    before, _, number = label.rpartition("clause ")
    words = run("clause ", look) if number != label or before else ""
    return words + field(f"REF {name} \\w \\h", number, look)


def _link(writing: Writing, link: Link, look: Look) -> str:
    address = safe_address(link.address)
    runs = run(link.text, replace(look, style="Hyperlink"))
    if address:
        runs = f'<w:hyperlink r:id="{writing.parts.link(address)}" w:history="1">{runs}</w:hyperlink>'
    if not link.paths:
        return runs
    return writing.controls.wrap(link.paths, link.text, runs, rich=True)


def safe_address(address: str) -> str:
    """Return an address that Word accepts, or nothing: Word refuses a whole file for one that is not a URI."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if parts.scheme not in _SCHEMES or not (parts.netloc or parts.path):
        return ""
    return quote(address.strip(), safe=_SAFE)


def _look(parts: Inlines, place: int, look: Look) -> Look:
    """Return the look of a link for a reference that gives a page, and for the words between it and that page."""
    part = parts[place]
    if isinstance(part, CrossReference):
        linked = part.show is Show.PAGE or _page_follows(parts, place)
    else:
        linked = isinstance(part, Text) and place > 0 and _page_follows(parts, place - 1)
    return replace(look, style="Hyperlink") if linked and not look.colour else look


def _page_follows(parts: Inlines, place: int) -> bool:
    match parts[place : place + 3]:
        case (CrossReference() as first, Text(text=between), CrossReference(show=Show.PAGE) as page):
            return between in _PAGE_WORDS and first.target == page.target
    return False
