# SPDX-License-Identifier: MPL-2.0
"""Where on the pages a limit of words or characters ends, and where the words stand that are past it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.slots import Uncounted
from evidencepack.domain.values import Number
from evidencepack.review.claims import PARAGRAPHS, counted_words
from evidencepack.review.question_box import characters_allowed, spaces_count
from evidencepack.usecases.page_changes import Measure
from evidencepack.usecases.passages import Area, Layout, Spot

WORDS, CHARACTERS = "words", "characters"

_INK, _SPACE = re.compile(r"\S"), re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class WordEnd:
    """A limit that is passed: how many there may be, how many are too many, where those stand, what is counted.

    ``place`` is the slot whose limit it is; empty for that of a question.
    """

    limit: int
    over: int
    areas: tuple[Area, ...]
    unit: str = WORDS
    place: str = ""


class Place(NamedTuple):
    """A slot that a paper goes into: its name, the limits (0: none), and how many sides are used before the paper.

    ``words`` is 0 also where other files come first: how many words those have is known once they are made.
    ``uncounted`` are the sorts of words that do not count.
    """

    name: str
    sides: int = 0
    before: int = 0
    words: int = 0
    uncounted: tuple[str, ...] = ()


class _Cut(NamedTuple):
    """Where a text is cut: so many paragraphs stay whole, and so many letters of the next one; spaces do not count."""

    whole: int
    letters: int
    limit: int
    over: int
    unit: str = WORDS


def word_end(document: Record, layout: Layout, measure: Measure, question: Record | None = None) -> WordEnd | None:
    """Return where a document passes the nearest of its limits; None if it passes none, or has none.

    Args:
        document: the record that is printed.
        layout: where its words stand.
        measure: how wide a text is in a face, in its size.
        question: that of the buyer which it answers.
    """
    texts = {name: str(document.answers.get(name, "")) for name in PARAGRAPHS}
    said = [text for text in texts.values() if text]
    cut = min(_cuts(document, said, question), default=None)
    if cut is None:
        return None
    named = [name for name, text in texts.items() if text]
    areas = list[Area]()
    for name in named[cut.whole :]:
        path = str(FieldPath(document.id, name))
        areas += _behind(layout, path, cut.letters if name == named[cut.whole] else 0, measure)
    return WordEnd(cut.limit, cut.over, tuple(areas), cut.unit)


def place_end(layout: Layout, measure: Measure, place: Place) -> WordEnd | None:
    """Return where the words of pages pass the limit of a slot; None if they do not, or there is none.

    What runs along at the head and the foot of a page is counted with its first words, unless it is not counted.
    """
    left_out, limit = frozenset(place.uncounted), place.words
    runs = layout.running if Uncounted.RUNNING not in left_out else ()
    areas, count, page = list[Area](), 0, -1
    for spot, goes_on in _counted(layout, left_out):
        for number in range(page + 1, spot.area.page + 1):
            count, page = count + (runs[number] if number < len(runs) else 0), number
        words = spot.text.split()
        if limit and words and count + len(words) - goes_on > limit:
            areas.append(_rest(spot, len("".join(words[: max(0, limit - count + goes_on)])), measure))
        count += max(0, len(words) - goes_on)
    return WordEnd(limit, count - limit, tuple(areas), place=place.name) if limit and count > limit else None


def _counted(layout: Layout, left_out: frozenset[str]) -> Iterator[tuple[Spot, bool]]:
    """Yield the words that count, and whether they go on with the last word of those before, in another look."""
    for passage in layout.passages:
        before = ""
        for spot in passage.spots if passage.sort not in left_out else ():
            yield spot, bool(before.strip()) and not before[-1].isspace() and not spot.text[:1].isspace()
            before = spot.text


def _cuts(document: Record, said: list[str], question: Record | None) -> Iterator[_Cut]:
    """Yield where each limit cuts the paragraphs, if it does."""
    count, own = counted_words(document)
    asked = question.answers.get("word_limit") if question else None
    for limit in (own, int(asked.amount) if isinstance(asked, Number) else 0):
        if 0 < limit < count:
            yield _word_cut(said, limit, count - limit)
    if question is None:
        return
    spaced = spaces_count(question)
    length = sum(len(text) if spaced else len(_INK.findall(text)) for text in said) + spaced * (len(said) - 1)
    if 0 < (most := characters_allowed(question)) < length:
        yield _character_cut(said, most, length - most, spaced=spaced)


def _word_cut(said: list[str], limit: int, over: int) -> _Cut:
    left = limit
    for at, text in enumerate(said):
        words = text.split()
        if len(words) > left:
            return _Cut(at, len("".join(words[:left])), limit, over)
        left -= len(words)
    return _Cut(len(said), 0, limit, over)


def _character_cut(said: list[str], most: int, over: int, *, spaced: bool) -> _Cut:
    left = most
    for at, text in enumerate(said):
        counts = text if spaced else _SPACE.sub("", text)
        if len(counts) > left:
            return _Cut(at, len(_SPACE.sub("", counts[: max(0, left)])), most, over, CHARACTERS)
        left -= len(counts) + spaced  # the line break between two paragraphs
    return _Cut(len(said), 0, most, over, CHARACTERS)


def _behind(layout: Layout, path: str, letters: int, measure: Measure) -> Iterator[Area]:
    """Yield where an answer stands behind its first letters; spaces do not count, for lines end with them or not."""
    for number in layout.showing(path):
        for spot in layout.passages[number].spots:
            if path not in spot.paths:
                continue
            here = len("".join(spot.text.split()))
            if here > letters:
                yield _rest(spot, letters, measure)
            letters = max(0, letters - here)


def _rest(spot: Spot, letters: int, measure: Measure) -> Area:
    """Return the place of the words of a spot behind its first letters."""
    at, seen = 0, 0
    while seen < letters or spot.text[at].isspace():
        seen += not spot.text[at].isspace()
        at += 1
    before = measure(spot.face, spot.text[:at]) * spot.size
    return spot.area._replace(x=spot.area.x + before, width=spot.area.width - before)
