# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-13: information is said to be kept for another time than the agreement says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Duration, Reference
from evidencepack.library.entry_amounts import duration_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.clash import Against, Fact, clash
from evidencepack.review.cues import cue, lacks
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import Sentence, sentences_of
from evidencepack.review.spoken import TIME, in_common, length_of
from evidencepack.review.spoken_names import called, organisations_in
from evidencepack.review.telling import rows, words_in

_KEEPS = re.compile(
    r"\b(?:keep|keeps|kept|keeping|retain\w*|retention|stor(?:e|es|ed|ing)|hold|holds|held|archive\w*|archiving|"
    r"delete\w*|deleting|deletion|destroy\w*|"
    r"stays? (?:with (?:us|them)|on (?:file|record)|(?:in|at) (?:our|the|their|its))|remains? (?:with (?:us|them)|"
    r"on (?:file|record))|eras\w+|shred\w*|dispos\w+|return(?:s|ed)?)\b",
    re.IGNORECASE,
)
_ANY = cue(
    "keep keeps kept keeping retain retention store storing hold holds held archive delete destroy stay stays remain "
    "erase erasure erasing shred dispose return"
)
_THINGS = re.compile(
    r"\b(?:records?|notes?|files?|information|data|cop(?:y|ies)|details|paperwork|referrals?|logs?|papers|documents?|"
    r"schedules?)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:after|from|following|beyond|past|once|and (?:then|is)|then|post|retention|[.,;)]|$|on|in our|by|at)",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\b(?:after|once) $", re.IGNORECASE)
_NO = re.compile(r"\b(?:every|each|training|audit\w*|review\w*|employed|jobs?|staff stay|starters?)\b", re.IGNORECASE)
_TOUCH = re.compile(r"\b(?:in touch|contact with|going|open)\b[^,;]{0,15}$", re.IGNORECASE)
_ARTICLE = re.compile(r"\b[Aa] (?=(?:year|month|week) (?:after|from|once)\b)")
_LONG = re.compile(r"(?:day|week|month|year)s?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Kept:
    """How long somebody keeps something: who, the words for what it is, how long, and where it is entered."""

    holder: str
    what: frozenset[str]
    length: tuple[Decimal, str]
    where: Fact


def other_kept_times(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield each flow and each sentence that keeps information for another time than the retention table."""
    known = reading.once(_retention)
    for sentence in sentences_of(reading, record) if known else ():
        path = sentence.prose.path
        if path.field in {"retention", "processors"}:
            continue
        if path.field == "retention_receiver":
            yield from _of_sentence(reading, words, sentence, known, *_sides(record))
        elif (
            record.kind != "data_flow"
            and not lacks(sentence.text, _ANY)
            and _KEEPS.search(sentence.text)
            and _THINGS.search(sentence.whole)
            and not _NO.search(sentence.text)
        ):
            yield from _of_sentence(reading, words, sentence, known, sentence.owner)


def _of_sentence(
    reading: Reading, words: RuleWords, sentence: Sentence, known: tuple[_Kept, ...], *owners: str
) -> Iterator[Finding]:
    named = {one.record for one in organisations_in(reading, sentence.text)}
    # Somebody who is named beside the one whose words these are keeps it in their place: "8 years for Ferrybank".
    who = {*named, *owners} & {one.holder for one in known}
    mine = [one for one in known if one.holder in who] or list(known)
    mine = _of_thing(mine, sentence.text) or mine
    elsewhere = [] if named else _of_thing(known, sentence.text)
    fine = {one.length for one in (*mine, *elsewhere)}
    for found in TIME.finditer(_ARTICLE.sub("1 ", sentence.text)):
        touch = _TOUCH.search(sentence.text[: found.start()])
        behind = _AFTER.match(sentence.text, found.end()) or _BEHIND.search(sentence.text[: found.start()])
        long = not touch and _LONG.search(found[0]) and behind
        if long and length_of(found) not in fine:
            holder = reading.facts.get(next(iter(who), ""))
            of = called(holder) if holder and len(who) == 1 else "information"
            facts = list(dict.fromkeys(one.where for one in mine))[:4]
            yield clash(
                reading, words, sentence, found.span(), Against(of, facts, facts[0].words if len(facts) == 1 else "")
            )


def _of_thing(known: Iterable[_Kept], said: str) -> list[_Kept]:
    """Return what is kept of the very thing that a sentence names, such as connector notes."""
    words = _words(said)
    return [one for one in known if one.what and one.what <= words]


def _words(said: str) -> frozenset[str]:
    """Return the words of a name without an ending, so that "care records" is "care record"."""
    return frozenset(one.removesuffix("s") for one in re.findall(r"[a-z-]+", said.casefold()))


def _sides(flow: Record) -> list[str]:
    """Return who receives a flow, and who sends it where it goes both ways."""
    names = ("receiver", "sender") if flow.answers.get("two_way") is True else ("receiver",)
    links = (flow.answers.get(name) for name in names)
    return [link.record for link in links if isinstance(link, Reference)]


def _retention(reading: Reading) -> tuple[_Kept, ...]:
    return tuple(_found(reading))


def _found(reading: Reading) -> Iterator[_Kept]:
    for paper in reading.of("dsa"):
        for row in rows(paper, "retention"):
            holder, period = row.cells.get("holder"), words_in(row.cells, "period")
            for found in TIME.finditer(period) if isinstance(holder, Reference) else ():
                where = Fact(FieldPath(paper.id, "retention", row.id, "period"), found[0])
                of = holder.record if isinstance(holder, Reference) else ""
                yield _Kept(of, _words(words_in(row.cells, "what")), length_of(found), where)
        leaving = paper.answers.get("exit_period")
        for row in rows(paper, "processors"):
            processor = row.cells.get("processor")
            if isinstance(leaving, Duration) and isinstance(processor, Reference):
                where = Fact(FieldPath(paper.id, "exit_period"), duration_text(leaving))
                yield _Kept(processor.record, frozenset(), in_common(leaving), where)
