# SPDX-License-Identifier: MPL-2.0
"""Phrases in sentences: where a rule's words stand, unless the sentence answers them, quotes them or names something.

A phrase is no fault by itself. "We meet regularly" says nothing; "We meet regularly, every Tuesday at 10:00" does. So
each phrase says what answers it, and is let be where that stands in the same sentence. What stands in quotation marks
is somebody else's, what is asked is no claim, and what is written with capitals in the middle of a sentence is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from evidencepack.library.rule_words import Phrase, WordSort

_UNIT = r"(?:working |clock |calendar )?(?:minute|hour|day|night|week|month|quarter|year)s?"
_WORD_COUNT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|half)"
)
_COUNT = rf"(?:\d[\d,.]*|an?|{_WORD_COUNT})"
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_RHYTHM = (
    r"\b(?:hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annual(?:ly)?|twice|six[- ]monthly"
    rf"|once (?:an?|every|each|in(?! an? (?:while|blue)))|{_COUNT} times (?:an?|every|each|in)|{_DAY}"
    rf"|(?:every|each) (?:\w+ ){{0,2}}(?:{_UNIT}|{_DAY}|shift|visit|morning|afternoon|evening|handover))\b"
)
_TIME = (
    rf"\b(?:(?!one day\b(?! of| notice))(?!an? day (?:of|off|out))(?<!if )(?<!when ){_COUNT}[- ]{_UNIT}"
    r"|same (?:day|shift|hour)|next (?:working )?day|at once|immediately|straight away|today"
    rf"|by (?:noon|midnight|{_DAY}|\d\d?[:.]\d\d|\d\d? ?[ap]m|the end of the (?:day|shift|week))|\d\d?[:.]\d\d)\b"
)
_PARTS = (
    r"(?:things?|ways?|sides?|partners?|organisations?|part(?:y|ies)|providers?|agenc(?:y|ies)|leads|teams|charit(?:y|ies)"
    r"|managers|groups|services|bodies|friends|worlds|hearts|halves|brothers|sisters|staffs|companies|firms|colleges|together"
    r"|us|them|are|is|work|go|have|fit|get|know|do|stand|make|big|happy|great|good|whole|unit|boat|heart|mind|body|direction"
    r"|spirit|goal|aim|language|long|more|single|can|will|would|could|and only)"
)
_NUMBER = (
    r"£\s?\d|\b(?!100 ?% (?:committed|behind|dedicated|support|reliable|satisfied|sure|happy|there|trust))\d[\d.]*\s?%"
    rf"|(?<!no )(?<!the )(?<!these )(?<!our )(?<!all )(?<!us )(?<!we )"
    rf"\b(?!one (?:of|another|the|and|or|day|to|family|team|voice)\b){_WORD_COUNT} (?:of |in )?(?!{_PARTS}\b)\w+"
    rf"|(?<![-./\w£])(?!(?:19|20)\d\d\b)(?!100 ?(?:%|per ?cent) [a-z])\d[\d,]*(?:\.\d+)?(?![-./\w])(?! {_MONTH})"
)
_METHOD = (
    r"\bby (?:\w+ly )?\w+ing\b|\bbecause\b|\b(?:check|sign|count|log|record|sample|audit|test|ask|phone)(?:s|ed)?\b"
    r"|\b(?:reads?|tells?|calls?|writes?|written|compares?|compared|visits?|matche[sd])\b"
)
_LIST = r":|\bsuch as\b|\bnamely\b|\bwhich are\b|\((?:for example|e\.g\.)"
_SIGNS: Mapping[str, re.Pattern[str]] = {
    "rhythm": re.compile(_RHYTHM),
    "time": re.compile(_TIME),
    "number": re.compile(_NUMBER),
    "method": re.compile(_METHOD),
    "list": re.compile(_LIST),
}
SIGNS = frozenset(_SIGNS)
"""What can answer a phrase: a rhythm, a time limit, a number, a method, a list of what is meant."""

_SENTENCE = re.compile(r"(?:[^.!?\n]+|[.!?](?!\s|$|[”\"’]))+[.!?]*")
_RUN_ON = re.compile(r" (?=(?:They|We|Their|There|Our|Both) [a-z])(?<=[a-z)\d] )")
"""Where a new sentence begins behind one without its full stop, as when words are typed behind a note."""
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)|(?<!\w)\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
_DENIED = re.compile(
    r"\b(?:not|never|no|nor|without|instead of|rather than|than)(?: (?:just|only|an?|any|be|to))*\s+[“\"‘']?$"
)
_AFTER_STOP = re.compile(r"(?:^\s*|[.!?:;\n“\"(•–-]\s*)$")


@dataclass(frozen=True, slots=True)
class Heard:
    """A phrase in a text: where it begins and ends, the very words, and which phrase or sort of words it is."""

    start: int
    end: int
    words: str
    phrase: Phrase | WordSort


def heard(text: str, phrases: tuple[Phrase, ...]) -> Iterator[Heard]:
    """Yield each phrase in a text that its sentence leaves open, in their order; of two that overlap, the first."""
    small, anything = _small(text), _any(phrases)
    if not anything.search(small):
        return
    quoted = [one.span() for one in _QUOTED.finditer(text)]
    behind = -1
    for sentence in _SENTENCE.finditer(small):
        there = anything.search(sentence[0]) and not sentence[0].endswith("?")
        for start, end, phrase in sorted(_open(sentence, phrases) if there else (), key=lambda one: (one[0], -one[1])):
            inside = any(first < start and end < last for first, last in quoted)
            if start >= behind and not inside and not is_name(text, start, end):
                behind = end
                yield Heard(start, end, text[start:end], phrase)


@lru_cache(maxsize=64)
def sentences_in(text: str) -> tuple[tuple[int, str], ...]:
    """Return the sentences of a text, each with the place where it begins; a text is asked about several times."""
    spans = (found.span() for found in _SENTENCE.finditer(_RUN_ON.sub("\n", text)))
    return tuple((start, text[start:end]) for start, end in spans)


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether words stand in quotation marks."""
    return any(one.start() < start and end < one.end() for one in _QUOTED.finditer(text))


def answers(text: str, *signs: str) -> bool:
    """Whether a sentence has one of these signs: a rhythm, a time, a number, a method, a list."""
    small = _small(text)
    return any(_SIGNS[one].search(small) for one in signs)


def _open(sentence: re.Match[str], phrases: tuple[Phrase, ...]) -> Iterator[tuple[int, int, Phrase]]:
    """Yield the phrases of a sentence that nothing in it answers, with where they stand in the whole text."""
    said = sentence[0]
    for phrase in phrases:
        for found in _begun(phrase.words).finditer(said):
            answered = any(_SIGNS[one].search(said) for one in phrase.answered)
            denied = _DENIED.search(said[: found.start()])
            if not answered and not denied and not _is_fine(said, found, phrase):
                yield sentence.start() + found.start(), sentence.start() + found.end(), phrase


def _is_fine(said: str, found: re.Match[str], phrase: Phrase) -> bool:
    """Whether a phrase stands among words with which it means something else."""
    spots = _compiled(phrase.fine).finditer(said) if phrase.fine else ()
    return any(one.start() < found.end() and found.start() < one.end() for one in spots)


def is_name(text: str, start: int, end: int) -> bool:
    """Whether words are part of a name: each long one has a capital, in the middle of a sentence."""
    long = [word for word in re.findall(r"[^\W\d]+", text[start:end]) if len(word) > 3]
    begins = _AFTER_STOP.search(text[:start]) is not None
    names = bool(long) and all(word[0].isupper() and not word.isupper() for word in long)
    return names and (not begins or (len(long) > 1) or re.match(r"\s+[A-Z]\w+", text[end:]) is not None)


def _small(text: str) -> str:
    """Return a text in small letters, letter for letter in its place, with a line's end for a full stop left out."""
    text = _RUN_ON.sub("\n", text)
    small = text.lower()
    return small if len(small) == len(text) else "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


@lru_cache(maxsize=256)
def _begun(words: str) -> re.Pattern[str]:
    """Return what finds words where a word begins; a place inside a word is left at once."""
    return re.compile(rf"\b(?=\w)(?:{words})")


@lru_cache(maxsize=256)
def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(words)


@lru_cache(maxsize=16)
def _any(phrases: tuple[Phrase, ...]) -> re.Pattern[str]:
    return _begun("|".join(one.words for one in phrases) or r"(?!)")
