# SPDX-License-Identifier: MPL-2.0
"""Inlines to runs, controls, links and fields."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never
from urllib.parse import quote, urlsplit

from evidencepack.blocks.inlines import CrossReference, Inline, Inlines, LineBreak, Link, Show, Text, Value
from evidencepack.render.ties import tie
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
    if writing.language and not look.language:
        look = replace(look, language=writing.language)
    words = _tied([_words(writing, part) for part in parts])
    return "".join(
        _inline(writing, part, text, _look(parts, place, look))
        for place, (part, text) in enumerate(zip(parts, words, strict=True))
    )


def _words(writing: Writing, part: Inline) -> str:
    match part:
        case Text() | Value() | Link():
            return part.text
        case CrossReference(show=Show.PAGE):
            return writing.page_of(part.target)
        case CrossReference(show=Show.TEXT):
            return writing.numbered.titles[part.target]
        case CrossReference():
            return writing.numbered.labels[part.target]
        case LineBreak():
            return "\n"
        case _:
            assert_never(part)


def _tied(words: list[str]) -> list[str]:
    """Return the words with their ties, which may reach over from one part into the next."""
    tied, at = tie("".join(words)), 0
    parts = []
    for word in words:
        parts.append(tied[at : at + len(word)])
        at += len(word)
    return parts


def _inline(writing: Writing, part: Inline, text: str, look: Look) -> str:
    match part:
        case Text():
            return run(text, _own(part, look))
        case Value():
            return _value(writing, part, text, _own(part, look))
        case CrossReference():
            return _reference(writing, part, text, replace(look, bold=True) if part.bold else look)
        case Link():
            return _link(writing, part, text, look)
        case LineBreak():
            return line_break()
        case _:
            assert_never(part)


def _own(part: Text | Value, look: Look) -> Look:
    if not (part.bold or part.italic or part.language):
        return look
    return replace(
        look,
        bold=look.bold or part.bold,
        italic=look.italic or part.italic,
        language=part.language or look.language,
    )


def _value(writing: Writing, value: Value, text: str, look: Look) -> str:
    shown = replace(look, style="PlaceholderText") if value.missing else look
    runs = run(text, shown) or "<w:r><w:t/></w:r>"
    own = properties(look)
    rich = not value.missing and "<w:rPr>" in runs
    if not value.paths:
        return runs
    return writing.controls.wrap(value.paths, value.text, runs, look=own, missing=value.missing, rich=rich)


def _reference(writing: Writing, reference: CrossReference, text: str, look: Look) -> str:
    """Return a reference that says what was numbered, and still follows its target when Word updates fields."""
    target = reference.target
    name = bookmark_name(target)
    if reference.show is Show.PAGE:
        return field(f"PAGEREF {name} \\h", text, look)
    if reference.show is Show.NUMBER and target in writing.captions:
        return field(f"REF {name} \\h", text, look)
    if reference.show is Show.TEXT or target not in writing.numbered_by_word:
        return inner_link(target, run(text, look))
    # Word's number of a clause is "24"; the word before it is ours.
    number = text.removeprefix("clause").lstrip(" \u00a0")
    before = text[: len(text) - len(number)]
    return (run(before, look) if before else "") + field(f"REF {name} \\w \\h", number, look)


def _link(writing: Writing, link: Link, text: str, look: Look) -> str:
    address = safe_address(link.address)
    runs = run(text, replace(look, style="Hyperlink"))
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
