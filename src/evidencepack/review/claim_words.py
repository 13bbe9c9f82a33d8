# SPDX-License-Identifier: MPL-2.0
"""Claims by what a sentence holds: words of praise, amount, effort or time, and nothing concrete beside them.

Somebody in a hurry, or whose first language is another, puts the same claim into an order of words that no list of
phrases foresees. So each word is looked up by itself: a sentence is empty if it has a word of some sort, and neither
what answers it (a number, a rhythm, a time) nor more concrete words than the sort allows. All of it is one pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from evidencepack.library.rule_words import Vocabulary, WordSort
from evidencepack.review.phrases import Heard, answers, is_name, is_quoted, sentences_in

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_READER = re.compile(r"\b(?:you|your|yours|yourself|whether|asks?|asked|may)\b", re.IGNORECASE)
_WE = re.compile(r"\bwe\b", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:how|what|if|must)\b", re.IGNORECASE)
"""With one of these, everyday words tell what is asked or meant, and claim nothing."""

_EVERYDAY = 4
"""Sorts that allow no more concrete words than this are of everyday words."""

_DENIED = re.compile(r"\b(?:not|instead of|rather than)\b(?! (?:only|just))(?: \w+){0,2} $", re.IGNORECASE)
_QUOTES = re.compile(r"[“”‘\"]")
_PARTS = re.compile(r"[^.;\n]+")
_RUN_ON = re.compile(r"([\w’'-]+)[)%”]? (?=([A-Z][a-z’']+) [a-z])")
_JOINING = """
a an the this that these those of to in on at by for with from and or but our your their its his her my as than then so
if when where which who whom whose what how is are was were be been has have had will would can could may must shall
should not no nor into onto over under about after before until between through during within without via per
"""
_STARTS = frozenset(
    {"we", "they", "there", "their", "our", "both", "it", "people", "everyone", "when", "if", "very", "always"}
)
"""With these a sentence may begin behind a name, too."""

_SHORTEST = 2
_ENDING, _NAME = "*", "@"
_ROOM = 20_000
"""How many words are kept with what they begin."""


@dataclass(frozen=True, slots=True)
class Group:
    """What stands behind a first word, and the sort of them all; without one they mean something else."""

    tail: tuple[str, ...]
    sort: WordSort | None
    is_beside: bool = False


_Begun: TypeAlias = Mapping[str, tuple[Group, ...]]
"""The groups that a word begins, by their second word."""


class _Beginnings(dict[str, _Begun]):
    """The words that were looked up before, with the groups that they begin; others are looked up when asked for."""

    def __init__(self, groups: _Begun, stems: _Begun) -> None:
        super().__init__()
        self._groups, self._stems = groups, stems
        self._lengths = sorted({len(word) for word in stems})

    def __missing__(self, word: str) -> _Begun:
        """Look a word up, and keep it if there is room."""
        stems = (one for at in self._lengths for one in self._stems.get(word[:at], ()) if at <= len(word))
        found: dict[str, tuple[Group, ...]] = {}
        for one in (*self._groups.get(word, ()), *stems):
            second = one.tail[0] if one.tail else ""
            found[second] = (*found.get(second, ()), one)
        if len(self) < _ROOM:
            self[word] = found
        return found


@dataclass(frozen=True, slots=True)
class Index:
    """A vocabulary to look words up in: what each word begins, the words with which groups begin, and plain ones."""

    begun: _Beginnings
    first: frozenset[str]
    plain: frozenset[str]
    reader: frozenset[str]
    joining: frozenset[str]

    def spots(self, said: Sequence[str]) -> list[Spot]:
        """Return the groups of a sentence in their order; a name at its head counts as the word for one."""
        found = [
            Spot(place, place + 1 + len(one.tail), one)
            for place, word in enumerate(said)
            if (begun := self.begun[word])
            for one in _standing(begun, said, place + 1)
        ]
        if said and len(said[0]) > 1 and said[0] not in self.plain and not self.begun[said[0]]:
            named = _standing(self.begun[_NAME], said, 1)
            return [*(Spot(0, 1 + len(one.tail), one) for one in named), *found]
        return found


def _standing(begun: _Begun, said: Sequence[str], place: int) -> tuple[Group, ...]:
    """Return those of the groups that one word begins whose other words stand from a place on."""
    longer = begun.get(said[place], ()) if place < len(said) else ()
    alone = begun.get("", ())
    if not longer:
        return alone
    return (*(one for one in longer if one.tail == said[place : place + len(one.tail)]), *alone)


class Words(NamedTuple):
    """The words of a sentence in small letters, and the places of those that begin with a capital."""

    plain: tuple[str, ...]
    capitals: frozenset[int]


class Spot(NamedTuple):
    """A group in a sentence, by its first word and the one behind its last."""

    first: int
    last: int
    group: Group


def parted(text: str, vocabulary: Vocabulary) -> str:
    """Return a text with a line's end where a sentence begins behind one without its full stop, letter for letter.

    Words typed behind a note are a sentence of their own, which nothing in the note answers.
    """
    index = index_of(vocabulary)
    for found in _RUN_ON.finditer(text) if vocabulary.plain else ():
        word, first = found[1], _plain(found[2])
        starts = first in _STARTS if word[0].isupper() else first in index.plain or first in index.first
        if starts and _plain(word) not in index.joining:
            text = f"{text[: found.end() - 1]}\n{text[found.end() :]}"
    return text


def claimed(text: str, vocabulary: Vocabulary) -> Iterator[Heard]:
    """Yield the first empty claim of each sentence of a text that makes one."""
    for start, said in sentences_in(text) if vocabulary.sorts else ():
        found = _claim(said, vocabulary)
        if found and not is_quoted(text, start + found[0], start + found[1]):
            first, last, sort = found
            yield Heard(start + first, start + last, said[first:last], sort)


def without_sign(text: str, vocabulary: Vocabulary) -> Iterator[Heard]:
    """Yield each part of a text in which there is nothing that anybody could see or count."""
    index = index_of(vocabulary)
    for part in _PARTS.finditer(text):
        said = part[0].strip()
        words = words_of(said).plain
        begun = {one.first for one in index.spots(words)}
        seen = any(one not in index.plain and place not in begun for place, one in enumerate(words))
        if len(words) >= _SHORTEST and not seen and not answers(said, "number", "rhythm", "time"):
            start = part.start() + part[0].index(said)
            sort = WordSort("sign", "", vocabulary.ask)
            yield Heard(start, start + len(said), said, sort)


def _claim(said: str, vocabulary: Vocabulary) -> tuple[int, int, WordSort] | None:
    """Return where a sentence makes an empty claim, and of which sort; none where it makes none."""
    index = index_of(vocabulary)
    words = words_of(said)
    spots = spots_of(words.plain, index)
    if not spots or said.rstrip().endswith("?") or is_to_reader(said, vocabulary):
        return None
    found = tuple(_WORD.finditer(said))
    concrete = concrete_words(words, spots, index)
    beside = {one.group.sort.id for one in spots if one.group.sort and one.group.is_beside}
    asked = _ASKED.search(said) is not None
    for one in sorted(spots, key=_is_of_whole):
        sort = one.group.sort
        if sort is None or one.group.is_beside or (sort.beside and sort.id not in beside):
            continue
        span = found[one.first].start(), found[one.last - 1].end()
        empty = _weighs(sort, concrete, asked=asked) and not answers(said, *sort.answered)
        if empty and not _means_other(said, span, whole=_is_of_whole(one)):
            return (found[0].start(), found[-1].end(), sort) if _is_of_whole(one) else (*span, sort)
    return None


def _means_other(said: str, span: tuple[int, int], *, whole: bool) -> bool:
    """Whether words of a sentence are a name, are denied, or are quoted where the whole sentence is meant."""
    denied, quoted = _DENIED.search(said[: span[0]]), whole and _QUOTES.search(said)
    return bool(is_name(said, *span) or denied or quoted)


def _is_of_whole(spot: Spot) -> bool:
    """Whether a spot is of a sort that calls a whole sentence empty; what names the words themselves comes before."""
    return spot.group.sort is not None and spot.group.sort.concrete == 0


def _weighs(sort: WordSort, concrete: int, *, asked: bool) -> bool:
    """Whether words of a sort are a claim among so many concrete words."""
    limit = sort.concrete
    return limit is None or (concrete <= limit and not (asked and limit <= _EVERYDAY))


def spots_of(words: Sequence[str], index: Index) -> list[Spot]:
    """Return the groups of a sentence in their order, without words that stand where they mean something else."""
    spots = index.spots(words)
    other = [one for one in spots if one.group.sort is None]
    if not other:
        return spots
    return [
        one
        for one in spots
        if one.group.sort and not any(fine.first < one.last and one.first < fine.last for fine in other)
    ]


def concrete_words(words: Words, spots: Sequence[Spot], index: Index) -> int:
    """Return how many words of a sentence name something: neither plain, nor of a sort, nor a name with a capital."""
    apart = {place for place, word in enumerate(words.plain) if word in index.plain}
    apart.update(words.capitals, *(range(one.first, one.last) for one in spots))
    return len(words.plain) - len(apart)


@lru_cache(maxsize=4096)
def words_of(said: str) -> Words:
    """Return the words of a sentence."""
    found = _WORD.findall(said.replace("’", "'"))
    capitals = frozenset(place for place, one in enumerate(found) if one[0].isupper())
    return Words(tuple(map(str.lower, found)), capitals)


def is_to_reader(said: str, vocabulary: Vocabulary) -> bool:
    """Whether a sentence tells its reader what to do; where it says “we”, it does not."""
    first = _WORD.search(said)
    begins = first is not None and _plain(first[0]) in index_of(vocabulary).reader and not _WE.search(said)
    return begins or _READER.search(said) is not None


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


@lru_cache(maxsize=4)
def index_of(vocabulary: Vocabulary) -> Index:
    """Return a vocabulary so that each word is looked up once."""
    groups: dict[str, list[Group]] = {}
    stems: dict[str, list[Group]] = {}
    for words, sort, is_beside in _listed(vocabulary):
        one, first = Group(words[1:], sort, is_beside), words[0]
        if first.endswith(_ENDING):
            stems.setdefault(first.removesuffix(_ENDING), []).append(one)
        else:
            groups.setdefault(first, []).append(one)
    longest_first = {word: tuple(sorted(ones, key=lambda one: -len(one.tail))) for word, ones in groups.items()}
    return Index(
        _Beginnings(longest_first, {word: tuple(ones) for word, ones in stems.items()}),
        frozenset(groups),
        frozenset(vocabulary.plain.split()),
        frozenset(vocabulary.reader.split()),
        frozenset(_JOINING.split()),
    )


def _listed(vocabulary: Vocabulary) -> Iterator[tuple[tuple[str, ...], WordSort | None, bool]]:
    """Yield each group of words with its sort, and whether it only has to stand beside."""
    sources = [(one.words, one, False) for one in vocabulary.sorts] + [
        (one.beside, one, True) for one in vocabulary.sorts
    ]
    for text, sort, is_beside in (*sources, (vocabulary.fine, None, False)):
        for group in text.replace("-", " ").split(","):
            if words := tuple(group.split()):
                yield words, sort, is_beside
