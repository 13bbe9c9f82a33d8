# SPDX-License-Identifier: MPL-2.0
"""Sentences that say little: several soft words, and next to nothing that anybody could check.

A soft word is no fault by itself: an amount without a number, a time without a day, somebody without a name, a hedge, a
manner, a comparison with nothing. Where two of them stand and no concrete word, or more of them and hardly a concrete
one, nothing is left to score, in whatever order and English it is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from evidencepack.library.rule_words import Vocabulary, WordSort
from evidencepack.review.claim_words import (
    Index,
    Spot,
    Words,
    concrete_words,
    index_of,
    is_to_reader,
    spots_of,
    words_of,
)
from evidencepack.review.phrases import Heard, answers, sentences_in

_LEAST, _MOST_CONCRETE = 2, 2
_ANSWER_WORDS = 25
"""A longer answer to a short question has several sentences, which are weighed one by one."""
_SIGNS = ("number", "rhythm", "time", "list")
_QUOTES = re.compile(r"[“”‘\"]")


def says_little(text: str, vocabulary: Vocabulary) -> Iterator[Heard]:
    """Yield each sentence of a text in which soft words stand and hardly anything else."""
    for start, said in sentences_in(text) if vocabulary.soft else ():
        soft, concrete, named = _weight(said, vocabulary)
        enough = _LEAST + 1 if named else _LEAST
        if soft >= enough and concrete <= min(soft - _LEAST, _MOST_CONCRETE) and _is_claim(said, vocabulary):
            yield _whole(said, start, vocabulary)


def answers_little(text: str, vocabulary: Vocabulary) -> Iterator[Heard]:
    """Yield a short answer, where one thing was asked, if a soft word stands in it and hardly anything else."""
    if not vocabulary.soft or len(text.split()) > _ANSWER_WORDS:
        return
    soft, concrete, named = _weight(text, vocabulary)
    if soft and not named and concrete <= min(soft, _MOST_CONCRETE) and not answers(text, *_SIGNS):
        yield _whole(text, 0, vocabulary)


def _weight(said: str, vocabulary: Vocabulary) -> tuple[int, int, bool]:
    """Return how many soft words a sentence has, how many concrete ones, and whether it names anything."""
    words = words_of(said)
    if _is_concrete(words, vocabulary):
        return 0, 0, False
    index = _soft_index(vocabulary)
    spots = spots_of(words.plain, index)
    if not spots:
        return 0, 0, False
    return _apart(spots), concrete_words(words, spots, index), any(words.capitals)


def _is_concrete(words: Words, vocabulary: Vocabulary) -> bool:
    """Whether a glance is enough: no soft word begins here, or too many words are neither plain nor of any group."""
    begin, belong = _at_a_glance(vocabulary)
    if begin.isdisjoint(words.plain):
        return True
    strange = (place for place, word in enumerate(words.plain) if word not in belong)
    return sum(place not in words.capitals for place in strange) > _MOST_CONCRETE


@lru_cache(maxsize=4)
def _at_a_glance(vocabulary: Vocabulary) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words with which soft groups begin, and all words that are plain or stand in such a group."""
    groups = [one.split() for one in vocabulary.soft.replace("-", " ").split(",")]
    return frozenset(one[0] for one in groups if one), frozenset(chain(vocabulary.plain.split(), *groups))


def _apart(spots: Sequence[Spot]) -> int:
    """Return how many groups there are of which no two share a word; of two that do, the longer counts."""
    taken: set[int] = set()
    number = 0
    for one in sorted(spots, key=lambda one: one.first - one.last):
        places = set(range(one.first, one.last))
        if not places & taken:
            taken |= places
            number += 1
    return number


def _is_claim(said: str, vocabulary: Vocabulary) -> bool:
    """Whether a sentence claims something, and neither asks, tells its reader what to do, quotes nor gives a figure."""
    asks = said.rstrip().endswith("?") or is_to_reader(said, vocabulary) or _QUOTES.search(said)
    return not asks and not answers(said, *_SIGNS)


def _whole(said: str, start: int, vocabulary: Vocabulary) -> Heard:
    first, last = len(said) - len(said.lstrip()), len(said.rstrip())
    sort = _soft_vocabulary(vocabulary).sorts[0]
    return Heard(start + first, start + last, said[first:last], sort)


def _soft_index(vocabulary: Vocabulary) -> Index:
    return index_of(_soft_vocabulary(vocabulary))


@lru_cache(maxsize=4)
def _soft_vocabulary(vocabulary: Vocabulary) -> Vocabulary:
    """Return the soft words as a vocabulary of one sort."""
    sort = WordSort("soft", vocabulary.soft, vocabulary.little)
    return Vocabulary((sort,), vocabulary.plain, vocabulary.fine, vocabulary.reader, vocabulary.ask)
