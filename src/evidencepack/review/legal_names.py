# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-05: names of organisations that are nearly one of the register: a letter, a word or Ltd and CIC are wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.clash import Against, clash, fact
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import Sentence, sentences_of
from evidencepack.review.spoken_names import called
from evidencepack.review.telling import words_in

_FORMS = frozenset(
    {"ltd", "cic", "cio", "plc", "llp", "trust", "charity", "company", "society", "foundation", "inc", "cooperative"}
)
_PLAIN = {"limited": "ltd", "&": "and", "incorporated": "inc", "co-operative": "cooperative"}
_CAPITALS = re.compile(r"[A-Z][\w’'.-]*\w(?:(?: (?:and|&|of|for|the))* (?:[A-Z][\w’'.-]*\w|[A-Z]))*")
_APART = frozenset({"organisation", "network_contact", "house_wording", "contact", "question"})
_LONG, _LONGER, _SHORT = 5, 8, 6
_Word: TypeAlias = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class _Known:
    """A name of the register: the record, the field that holds it, and its words."""

    record: str
    field: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Near:
    """Whose name some capitals nearly are: the record, the field, where the name begins and ends in them."""

    record: str
    field: str
    start: int
    end: int


@dataclass(frozen=True)
class _Register:
    """The names of the register, the words of other names, and what was looked up in them: text is met many times."""

    legal: tuple[_Known, ...]
    short: tuple[_Known, ...]
    usual: frozenset[str]
    met: dict[str, _Near | None] = field(default_factory=dict, compare=False, repr=False)

    def nearly(self, text: str) -> _Near | None:
        """Return whose name some capitals nearly are."""
        if text not in self.met:
            self.met[text] = _nearly(self, text)
        return self.met[text]


def nearly_named(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-XD-05: yield each name in capitals that is nearly a name of the register, and is none of them."""
    register = reading.once(_register) if record.kind not in _APART else None
    for sentence in sentences_of(reading, record) if register else ():
        for found in _CAPITALS.finditer(sentence.text):
            near = register.nearly(found[0]) if register else None
            if near:
                yield _finding(reading, words, sentence, found.start(), near)


def _finding(reading: Reading, words: RuleWords, sentence: Sentence, at: int, near: _Near) -> Finding:
    one = reading.facts.records[near.record]
    known, span = fact(one, near.field, words_in(one, near.field)), (at + near.start, at + near.end)
    return clash(reading, words, sentence, span, Against(called(one), [known], known.words))


def _nearly(register: _Register, text: str) -> _Near | None:
    said = [(_fold(one[0]), one.start(), one.end()) for one in re.finditer(r"\S+", text)]
    told = frozenset(one[0] for one in said)
    for every in (register.legal, register.short):
        names = [name for name in every if _may_be(told, name)]
        there = ((name, at) for name in names for at in _places(said, name) if _words(said, name, at) == name.words)
        exact = next(there, None)
        if exact:
            start, form = exact[1], exact[1] + len(exact[0].words)
            extra = form < len(said) and said[form][0] in _FORMS and every is register.legal
            return _Near(exact[0].record, exact[0].field, said[start][1], said[form][2]) if extra else None
        for name in names:
            for at in _places(said, name):
                if _is_slip(_words(said, name, at), name, register.usual):
                    return _Near(name.record, name.field, said[at][1], said[at + len(name.words) - 1][2])
    return None


def _may_be(told: frozenset[str], name: _Known) -> bool:
    """Whether a name may stand among some words with one of its own wrong; it is quick, and there are many words."""
    if len(name.words) > 1:
        return len(told.intersection(name.words)) >= len(name.words) - 1
    (word,) = name.words
    return any(abs(len(one) - len(word)) <= 1 and (one[:2] == word[:2] or one[-2:] == word[-2:]) for one in told)


def _places(said: Sequence[_Word], name: _Known) -> range:
    return range(len(said) - len(name.words) + 1)


def _words(said: Sequence[_Word], name: _Known, at: int) -> tuple[str, ...]:
    return tuple(one[0] for one in said[at : at + len(name.words)])


def _is_slip(said: Sequence[str], name: _Known, usual: frozenset[str]) -> bool:
    """Whether words differ from a name in one word, and that one by a slip of the hand or by the form in law."""
    wrong = [(one, other) for one, other in zip(said, name.words, strict=True) if one != other]
    if len(wrong) != 1:
        return False
    one, other = wrong[0]
    if {one, other} <= _FORMS and len(said) > 1 and said[-1] == one:
        return True
    far = _apart(one, other)
    least = _SHORT if len(said) == 1 else _LONG
    most = 2 if len(other) >= _LONGER and len(said) > 1 else 1
    # "Kestrel" and "Kestrels", or a word that stands in another name, are no slips.
    return len(other) >= least and far <= most and one.rstrip("s") != other.rstrip("s") and one not in usual


def _apart(one: str, other: str) -> int:
    """Return how many letters are wrong, wanting, too many or changed about between two words."""
    before, row = list[int](), list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        older, before, row = before, row, [at]
        for to, wanted in enumerate(other, start=1):
            least = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted))
            changed = at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted
            row.append(min(least, older[to - 2] + 1) if changed else least)
    return row[-1]


def _fold(word: str) -> str:
    plain = re.sub(r"(?:’s|'s|[.,’'])$", "", word).casefold()
    return _PLAIN.get(plain, plain)


def _register(reading: Reading) -> _Register:
    return _Register(_named(reading, "legal_name"), _named(reading, "short_name"), reading.once(_usual))


def _named(reading: Reading, name: str) -> tuple[_Known, ...]:
    """Return the names that stand in a field, the longest first."""
    told = ((one.id, words_in(one, name).split()) for one in reading.of("organisation"))
    found = [_Known(of, name, tuple(map(_fold, words))) for of, words in told if words]
    return tuple(sorted(found, key=lambda one: -len(one.words)))


def _usual(reading: Reading) -> frozenset[str]:
    """Return the words of other names: of people, meetings, places and the tender."""
    told = [words_in(one, "full_name") for one in reading.of("contact")]
    told += [words_in(one, name) for one in reading.of("meeting") for name in ("name", "short_name")]
    tender = reading.facts.records[reading.tender]
    told += [words_in(tender, name) for name in ("title", "service_name", "area")]
    told += [words_in(one, name) for one in reading.of("organisation") for name in ("operating_area", "legal_name")]
    return frozenset(_fold(word) for one in told for word in one.split())
