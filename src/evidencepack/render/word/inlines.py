# SPDX-License-Identifier: MPL-2.0
"""Inlines to runs, controls, links and fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from evidencepack.blocks.inlines import CrossReference, Inline, Inlines, LineBreak, Link, PageCount, Show, Text, Value
from evidencepack.render.references import Linked, linked
from evidencepack.render.ties import tie
from evidencepack.render.word.fields import field, inner_link
from evidencepack.render.word.ids import bookmark_name
from evidencepack.render.word.runs import PLAIN, Look, line_break, properties, run, word_runs
from evidencepack.render.word.writing import Writing

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SAFE = "/:?#@!$&'()*+,;=%~-._"


def inlines(writing: Writing, parts: Inlines, look: Look = PLAIN) -> str:
    """Return what stands within a paragraph.

    Raises:
        UnwritableTextError: if a Word file cannot hold one of the characters.
    """
    if writing.language and not look.language:
        look = look._replace(language=writing.language)
    if CrossReference not in map(type, parts):
        return _unlinked(writing, parts, look)
    groups = linked(parts)
    flat = [part for one in groups for part in (one.parts if isinstance(one, Linked) else (one,))]
    words = iter(_tied([_words(writing, part) for part in flat]))
    return "".join(
        _page_link(writing, one, words, look) if isinstance(one, Linked) else _inline(writing, one, next(words), look)
        for one in groups
    )


def _unlinked(writing: Writing, parts: Inlines, look: Look) -> str:
    """Return parts of which none is a reference: nearly all are, and most are one text."""
    if len(parts) == 1:
        (part,) = parts
        if type(part) is Text:
            return word_runs(tie(part.text), _own(part, look))
        if type(part) is Value:
            return _value(writing, part, tie(part.text), _own(part, look))
    words = _tied([_words(writing, part) for part in parts])
    return "".join([_inline(writing, part, text, look) for part, text in zip(parts, words, strict=True)])


def _page_link(writing: Writing, link: Linked, words: Iterator[str], look: Look) -> str:
    """Return the words that give a page as one link; on ink they keep the white of their cell."""
    shown = look if look.colour else look._replace(style="Hyperlink")
    runs = [_inline(writing, part, next(words), shown, inside=True) for part in link.parts]
    return inner_link(link.target, "".join(runs), writing.numbered.titles.get(link.target, ""))


def _words(writing: Writing, part: Inline) -> str:
    match part:
        case PageCount():
            return writing.page_count if writing.pages else part.text
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


def _inline(writing: Writing, part: Inline, text: str, look: Look, *, inside: bool = False) -> str:
    match part:
        case PageCount():
            return field("NUMPAGES", text, _own(part, look))
        case Text():
            return word_runs(text, _own(part, look))
        case Value():
            return _value(writing, part, text, _own(part, look))
        case CrossReference():
            return _reference(writing, part, text, look._replace(bold=True) if part.bold else look, inside=inside)
        case Link():
            return _link(writing, part, text, look)
        case LineBreak():
            return line_break()
        case _:
            assert_never(part)


def _own(part: Text | Value, look: Look) -> Look:
    marked = type(part) is Text and part.marked and not look.colour
    if not (part.bold or part.italic or part.language or marked):
        return look
    return look._replace(
        style="EPMarked" if marked else look.style,
        bold=look.bold or part.bold,
        italic=look.italic or part.italic,
        language=part.language or look.language,
    )


def _value(writing: Writing, value: Value, text: str, look: Look) -> str:
    shown = look._replace(style="PlaceholderText") if value.missing and not look.colour else look
    runs = word_runs(text, shown) or "<w:r><w:t/></w:r>"
    if not value.paths:
        return runs
    own = "" if look is PLAIN else properties(look)
    return writing.controls.wrap(value.paths, value.text, runs, look=own, missing=value.missing)


def _reference(writing: Writing, reference: CrossReference, text: str, look: Look, *, inside: bool) -> str:
    """Return a reference that says what was numbered, and still follows its target when Word updates fields.

    ``inside``: it stands in a link already, and links do not nest.
    """
    target = reference.target
    name = bookmark_name(target)
    if reference.show is Show.PAGE:
        return field(f"PAGEREF {name} \\h", text, look)
    own = writing.titles if reference.show is Show.TEXT else writing.captions
    if target in own:
        return field(f"REF {name} \\h", text, look)
    if reference.show is Show.TEXT or target not in writing.numbered_by_word:
        shown = word_runs(text, look)
        return shown if inside else inner_link(target, shown)
    # Word's number of a clause is "24"; the word before it is ours.
    number = text.removeprefix("clause").lstrip(" \u00a0")
    before = text[: len(text) - len(number)]
    return (run(before, look) if before else "") + field(f"REF {name} \\w \\h", number, look)


def _link(writing: Writing, link: Link, text: str, look: Look) -> str:
    """Return a link, round the control of its answer: LibreOffice 7.4 ends one within the other's tracked changes."""
    address = safe_address(link.address)
    runs = word_runs(text, look._replace(style="Hyperlink"))
    if link.paths:
        runs = writing.controls.wrap(link.paths, link.text, runs, linked=True)
    if not address:
        return runs
    return f'<w:hyperlink r:id="{writing.parts.link(address)}" w:history="1">{runs}</w:hyperlink>'


def safe_address(address: str) -> str:
    """Return an address that Word accepts, or nothing: Word refuses a whole file for one that is not a URI."""
    from urllib.parse import quote, urlsplit  # most documents have no link

    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return ""
    if parts.scheme not in _SCHEMES or not (parts.netloc or parts.path):
        return ""
    return quote(address.strip(), safe=_SAFE)
