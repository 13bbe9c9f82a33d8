# SPDX-License-Identifier: MPL-2.0
"""What a buyer should not get: each file as it was written, page by page, against what its tender allows."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from evidencepack.domain.trade import Severity
from evidencepack.pack.preflight.lapsed import Lapsed
from evidencepack.pack.preflight.looked import Looked
from evidencepack.pack.preflight.placeholders import examples_in, gaps_in, left_behind
from evidencepack.pack.preflight.private import Secret, letters_of
from evidencepack.pack.preflight.sighting import Check, Sighting

_BLOCKS, _WARNS, _SUGGESTS = Severity.BLOCKS, Severity.WARNS, Severity.SUGGESTS
_INSTEAD: tuple[tuple[Check, Severity, Callable[[str], Iterator[str]], str], ...] = (
    (Check.PLACEHOLDER, _BLOCKS, gaps_in, "says “{quote}”. Answer the question, and export again"),
    (Check.EXAMPLE, _BLOCKS, examples_in, "has an example that is not yours yet. Make it yours, or delete it"),
    (Check.PLACEHOLDER, _WARNS, left_behind, "says “{quote}”. Write what was meant to stand there"),
)
"""What stands in place of real words: how it is found, how much it matters, and what to do."""

_PATH = re.compile(r"\b[A-Za-z]:\\Users\\[^\\\s\"<>]+|/(?:home|Users)/[^/\s\"<>]+")
_MOST_LIKE_IT = 5
"""So many sightings of one sort in one file are told one by one; the others are counted."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a pack is held against: for whom it is, and who wrote which of its files.

    ``ours`` are the names of files whose every page we made. ``buyers`` are the names of other buyers in the workspace.
    ``secrets`` are sentences that the reader may not see. ``is_draft``: nobody has given the pack a version. ``lapsed``
    is what runs out too soon, by the name of its file. ``foreign`` are the names of files whose every page came from
    outside. ``damaged`` are the pages of damaged annexes, from 1, by the name of their file.
    """

    ours: frozenset[str] = frozenset()
    buyers: Collection[str] = ()
    secrets: Collection[Secret] = ()
    is_draft: bool = False
    lapsed: Mapping[str, Collection[Lapsed]] = field(default_factory=dict)
    foreign: frozenset[str] = frozenset()
    damaged: Mapping[str, Collection[range]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    looked: Looked
    ours: bool

    def seen(self, check: Check, severity: Severity, words: str, page: int = 0, quote: str = "") -> Sighting:
        return Sighting(check, severity, self.name, f"“{self.name}”{words}", page, quote)


def sightings(files: Mapping[str, Looked], wanted: Wanted) -> tuple[Sighting, ...]:
    """Return what was seen in files, the worst first, then by file and page."""
    order = list(Severity)
    found = (one for name, looked in files.items() for one in _of_file(name, looked, wanted))
    return tuple(sorted(found, key=lambda one: order.index(one.severity)))


def _of_file(name: str, looked: Looked, wanted: Wanted) -> Iterator[Sighting]:
    file = _File(name, looked, name in wanted.ours)
    if looked.trouble:
        yield file.seen(Check.OPENS, _BLOCKS, f": {looked.trouble}. Export it again, or take its annex out")
        return
    for check in (_links, _acts, _pages, _blank, _placeholders, _remarks, _buyers, _fonts, _computer, _lapsed):
        yield from _few(list(check(file, wanted)))
    yield from _secrets(file, wanted)


def _few(found: list[Sighting]) -> Iterator[Sighting]:
    yield from found[:_MOST_LIKE_IT]
    if len(found) > _MOST_LIKE_IT:
        more, last = len(found) - _MOST_LIKE_IT, found[-1]
        yield Sighting(last.check, last.severity, last.file, f"“{last.file}”: {more:,} more like it")


def _links(file: _File, wanted: Wanted) -> Iterator[Sighting]:
    del wanted
    for page, label in file.looked.lost_links:
        what = f"link{f' “{label}”' if label else ''} on page {page}" if page else f"bookmark “{label}”"
        words = f": the {what} leads to no page. Whoever clicks on it stays where they are"
        yield file.seen(Check.LINKS, _BLOCKS if file.ours else _SUGGESTS, words, page, label)


def _acts(file: _File, wanted: Wanted) -> Iterator[Sighting]:
    del wanted
    for what in file.looked.acts:
        inside = "" if what.endswith(" it") else " in it"
        words = f" has {what}{inside}. Portals and mail filters may refuse it; print it to a PDF, and use that"
        yield file.seen(Check.ACTS, _WARNS, words, quote=what)


def _pages(file: _File, wanted: Wanted) -> Iterator[Sighting]:
    del wanted
    if not file.name.lower().endswith(".pdf"):
        return
    for number, page in enumerate(file.looked.pages, 1):
        if page.is_upside_down:
            words = f": page {number} stands on its head. Turn it, and add the file again"
            yield file.seen(Check.UPRIGHT, _WARNS, words, number)
        if not page.text.strip() and not page.is_blank:
            words = f": page {number} is a picture without words. Nobody can search it or have it read aloud"
            yield file.seen(Check.TEXT, _WARNS if file.ours else _SUGGESTS, words, number)


def _blank(file: _File, wanted: Wanted) -> Iterator[Sighting]:
    """Yield pages from outside without any mark. Ours may be blank: on both sides of the paper, papers begin right."""
    damaged = wanted.damaged.get(file.name, ())
    for number, page in enumerate(file.looked.pages, 1):
        if not page.is_blank or not (page.is_guest or file.name in wanted.foreign):
            continue
        is_damaged = any(number in pages for pages in damaged)
        if is_damaged:
            words = f": page {number} is blank, and its file is damaged. Ask for the file again, or take its annex out"
        else:
            words = f": page {number} is blank. Look whether it should be: something may be lost"
        yield file.seen(Check.BLANK, _BLOCKS if is_damaged else _SUGGESTS, words, number)


def _placeholders(file: _File, wanted: Wanted) -> Iterator[Sighting]:
    for number, page in enumerate(file.looked.pages, 1):
        at = f": page {number} " if len(file.looked.pages) > 1 else " "
        for check, severity, finder, words in _INSTEAD:
            for quote in dict.fromkeys(" ".join(one.split()) for one in finder(page.text)):
                yield file.seen(check, severity, at + words.format(quote=quote), number, quote)
    if file.ours and wanted.is_draft:
        yield file.seen(
            Check.DRAFT, _WARNS, " says that it is a draft, for the pack has no version. Give it one in Tender"
        )


def _lapsed(file: _File, wanted: Wanted) -> Iterator[Sighting]:
    for one in wanted.lapsed.get(file.name, ()):
        words = f": {one.words}. What has run out proves nothing. Renew it, and export again"
        yield file.seen(Check.EXPIRED, _BLOCKS if one.late else _WARNS, words)


def _remarks(file: _File, wanted: Wanted) -> Iterator[Sighting]:
    del wanted
    if file.looked.comments:
        words = f" has {_many(file.looked.comments, 'comment')} in it, which the buyer can read. Delete them"
        yield file.seen(Check.COMMENTS, _BLOCKS, words)
    if file.looked.tracked:
        many = _many(file.looked.tracked, "tracked change")
        words = f" has {many} in it: the buyer sees what stood there before. Accept them all"
        yield file.seen(Check.TRACKED, _BLOCKS, words)
    if file.looked.hidden.strip():
        words = f" has hidden text in it, which the buyer can bring to light: “{_short(file.looked.hidden)}”"
        yield file.seen(Check.HIDDEN, _BLOCKS, words, quote=file.looked.hidden)


def _buyers(file: _File, wanted: Wanted) -> Iterator[Sighting]:
    for buyer in wanted.buyers:
        sought = re.compile(rf"(?<!\w){re.escape(buyer)}(?!\w)", re.IGNORECASE)
        for number, text in _texts(file.looked):
            if sought.search(" ".join(text.split())):
                where = f"page {number}" if number else "its description"
                words = f": {where} names {buyer}, the buyer of another tender. Write this buyer’s name"
                yield file.seen(Check.BUYER, _BLOCKS, words, number, buyer)


def _secrets(file: _File, wanted: Wanted) -> Iterator[Sighting]:
    texts = [(number, letters_of(text)) for number, text in _texts(file.looked)]
    for secret in wanted.secrets:
        for number, letters in texts:
            if secret.letters in letters:
                where = f"page {number}" if number else "what it says of itself"
                words = f": {where} has words that are marked as private: “{_short(secret.words)}”. Do not send it"
                yield file.seen(Check.PRIVATE, _BLOCKS, words, number, secret.words)
                break


def _fonts(file: _File, wanted: Wanted) -> Iterator[Sighting]:
    del wanted
    if file.looked.loose_fonts:
        fonts = ", ".join(file.looked.loose_fonts[:3])
        words = f" does not have its fonts in it ({fonts}): it may look different on another computer"
        yield file.seen(Check.FONTS, _BLOCKS if file.ours else _SUGGESTS, words)


def _computer(file: _File, wanted: Wanted) -> Iterator[Sighting]:
    del wanted
    found = _PATH.search(file.looked.strings)
    if found:
        words = f" names a folder of somebody’s computer: {found[0]}. Print it to a PDF, and use that"
        yield file.seen(Check.COMPUTER, _WARNS, words, quote=found[0])


def _texts(looked: Looked) -> Iterator[tuple[int, str]]:
    """Yield the text of each page with its number, and then all that no page shows, as page 0."""
    yield from ((number, page.text) for number, page in enumerate(looked.pages, 1))
    yield 0, f"{looked.strings}\n{looked.hidden}"


def _many(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'s' if number > 1 else ''}"


def _short(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:79].rstrip()}…"
