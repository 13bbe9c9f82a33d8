# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-04, CHK-XD-12 and CHK-XD-14: by when a breach, a concern or a problem is told, said in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Duration, Number, Reference
from evidencepack.library.entry_amounts import duration_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.breach import hours_of
from evidencepack.review.breach_words import BREACH
from evidencepack.review.clash import Against, Fact, clash, differ, fact
from evidencepack.review.cues import cue, lacks
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import Sentence, sentences_of, with_limits
from evidencepack.review.spoken import NUMBERS, in_common
from evidencepack.review.spoken_limits import Limit, limits, shared
from evidencepack.review.spoken_names import Mention, organisations_in, people_in
from evidencepack.review.telling import rows, words_in

_TOLD = re.compile(
    r"\b(?:tell|tells|told|telling|notif\w+|report\w*|inform(?:s|ed|ing)?|alert\w*|hear|hears|know|knows|warn\w*|notice|"
    r"let\b[^.;,]{0,30}\bknow|word|message|learn\w*|says? so|told of|is with|reach\w*|rais\w+|refer\w*|pass\w*|"
    r"ring\w*|phone\w*|call\w*|contact\w*|escalat\w+|share[sd]?|respond\w*|aware)\b",
    re.IGNORECASE,
)
_REGULATOR = re.compile(r"\b(?:ICO|(?:Information )?Commission(?:er)?|regulator|CQC|Care Quality)\b")
_INSIDE = re.compile(
    r"(?<!wrong )\b(?:lead|officer|manager|guardian|director|team|person|people|family|individuals?|data subjects?|"
    r"insurer|SIRO|DPO)\b(?![’'])",
    re.IGNORECASE,
)
_SAFE = re.compile(
    r"\b(?:safeguarding|abus\w+|neglect\w*|at risk of harm|harmed|allegations?|MASH|adult protection)\b", re.IGNORECASE
)
_COUNCIL = re.compile(
    r"\b(?:council|local authority|authority|adult social care|social services|MASH|borough|safeguarding team|"
    r"commissioner)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\b(?:safeguarding lead|lead|Registered Manager|manager on call|on-call manager)\b", re.IGNORECASE)
_NOT_TOLD = re.compile(
    r"\b(?:record(?:ed|ing)|records? (?:it|this|what|each|every)|writ\w+|"
    r"minut\w+|train\w*|investigat\w+|complain\w*|review\w*|close[sd]?|feedback)\b",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"[;,]|\band\b")
_SOON = (Decimal(0), "day")
_LEVEL = re.compile(
    r"\blevel (?P<number>\d|one|two|three|four|five)\b|\b(?P<nth>first|second|third|fourth|fifth)[- ]level\b",
    re.IGNORECASE,
)
_LEVELS = re.compile(
    r"\b(?P<number>\d|two|three|four|five|six|seven)[- ](?:escalation )?(?:levels?|steps?|stages?|tiers?|rungs?)\b",
    re.IGNORECASE,
)
_LADDER = re.compile(r"\bescalat\w*|\bladder\b", re.IGNORECASE)
_ANY_LEVEL = cue("level levels escalate ladder")
_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}


def other_breach_times(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-XD-04: yield each sentence that gives partners another time to hear of a breach than the agreement."""
    known = reading.once(_breach)
    if known and record.kind == "info_flow_access":
        yield from _steps(reading, words, record, known)
    for sentence, _ in with_limits(reading, record) if known else ():
        if sentence.prose.path.record == known[0].path.record and sentence.prose.path.field == "processors":
            continue
        if BREACH.search(sentence.whole) and _TOLD.search(sentence.whole):
            yield from _breaches(reading, words, sentence, known)


def _processors(reading: Reading) -> frozenset[str]:
    links = (row.cells.get("processor") for one in reading.of("dsa") for row in rows(one, "processors"))
    return frozenset(link.record for link in links if isinstance(link, Reference))


def slow_processors(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-XD-04: yield each processor that may tell its controller later than the controller tells the others."""
    notice = record.answers.get("breach_notify_partner")
    for row in rows(record, "processors") if record.kind == "dsa" and isinstance(notice, Duration) else ():
        within = row.cells.get("breach_notice")
        if isinstance(within, Duration) and isinstance(notice, Duration) and hours_of(within) > hours_of(notice):
            mine = Fact(FieldPath(record.id, "processors", row.id, "breach_notice"), duration_text(within))
            yield differ(
                reading, words, mine, "a breach", [fact(record, "breach_notify_partner", duration_text(notice))]
            )


def _steps(reading: Reading, words: RuleWords, paper: Record, known: Sequence[Fact]) -> Iterator[Finding]:
    """Yield each step after an incident in which partners are told in another time."""
    agreed = reading.once(_breach_lengths)
    for row in rows(paper, "incident_steps"):
        to, does, within = words_in(row.cells, "to_whom"), words_in(row.cells, "does"), row.cells.get("within")
        partners = re.search(r"\b(?:part(?:y|ies|ners?)|controllers?)\b", to, re.IGNORECASE) or "breach contact" in does
        if partners and isinstance(within, Duration) and in_common(within) not in agreed:
            mine = Fact(FieldPath(paper.id, "incident_steps", row.id, "within"), duration_text(within))
            yield differ(reading, words, mine, "a breach", known)


def _breaches(reading: Reading, words: RuleWords, sentence: Sentence, known: Sequence[Fact]) -> Iterator[Finding]:
    agreed = {reading.once(_length_of, str(one.path)) for one in known}
    who = {one.record for one in organisations_in(reading, sentence.whole)} or {sentence.owner}
    if who & reading.once(_processors) or re.search(r"\bprocessor", sentence.whole):
        agreed |= reading.once(_breach_lengths)
    for one, around in _told(sentence):
        elsewhere = _REGULATOR.search(around) or _INSIDE.search(around) or _NOT_TOLD.search(around)
        if one.length not in agreed and not elsewhere:
            yield clash(reading, words, sentence, (one.start, one.end), Against("a breach", known, known[0].words))


def other_report_times(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-XD-12: yield each sentence on safeguarding with another time for telling the council or the lead."""
    known = reading.once(_safeguarding)
    for sentence, _ in with_limits(reading, record) if known else ():
        about = (
            _SAFE.search(sentence.whole) or _SAFE.search(sentence.before) or "safeguarding" in sentence.prose.path.field
        )
        if about and not BREACH.search(sentence.text):
            yield from _reports(reading, words, sentence, known)
    if record.kind == "response_time" and record.answers.get("case_type") == "safeguarding":
        yield from _typed(reading, words, record, known)


def _reports(reading: Reading, words: RuleWords, sentence: Sentence, known: Sequence[Fact]) -> Iterator[Finding]:
    for one, around in _told(sentence):
        told = _TOLD.search(f"{around} {sentence.whole}") or sentence.prose.path.field == "told_when"
        wanted = [each for each in known if each.path.field in _to_whom(reading, around, sentence.text)] or list(known)
        lengths = {reading.once(_length_of, str(each.path)) for each in wanted}
        if told and one.length != _SOON and one.length not in lengths and not _NOT_TOLD.search(around):
            yield clash(
                reading, words, sentence, (one.start, one.end), Against("safeguarding", wanted, wanted[0].words)
            )


def _to_whom(reading: Reading, around: str, text: str) -> tuple[str, ...]:
    """Return the fields that say by when those are told whom the words near a time name."""
    council, lead = "safeguarding_report_time", "safeguarding_tell_lead_time"
    for words in (around, text):
        who = [one for one, there in ((council, _COUNCIL.search(words)), (lead, _lead(reading, words))) if there]
        if who:
            return tuple(who)
    return (council, lead)


def _lead(reading: Reading, words: str) -> bool:
    leads = {reading.facts.records[name].answers.get("safeguarding_lead") for name in reading.leads()}
    return bool(_LEAD.search(words)) or any(Reference(one.record) in leads for one in _people(reading, words))


def _people(reading: Reading, words: str) -> list[Mention]:
    return people_in(reading, words)


def _typed(reading: Reading, words: RuleWords, record: Record, known: Sequence[Fact]) -> Iterator[Finding]:
    """Yield a response time for safeguarding that is not what the ways of working say."""
    within = record.answers.get("within")
    action = " ".join(str(record.answers.get(name, "")) for name in ("action", "clock_starts"))
    mine = [one for one in known if one.path.record != record.id and one.path.field in _to_whom(reading, action, "")]
    lengths = {reading.once(_length_of, str(each.path)) for each in mine}
    if isinstance(within, Duration) and mine and in_common(within) not in lengths and len(mine) == 1:
        yield differ(reading, words, fact(record, "within", duration_text(within)), "safeguarding", mine)


def other_levels(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """CHK-XD-14: yield each sentence that gives a level of escalation another time, or another number of levels."""
    levels = reading.of("escalation_level")
    for sentence in sentences_of(reading, record) if levels and record.kind != "escalation_level" else ():
        if not lacks(sentence.text, _ANY_LEVEL) and ("evel" in sentence.text or _LADDER.search(sentence.text)):
            yield from _levels(reading, words, sentence, levels)


def _levels(reading: Reading, words: RuleWords, sentence: Sentence, levels: Sequence[Record]) -> Iterator[Finding]:
    count = _LEVELS.search(sentence.text) if _LADDER.search(sentence.text) else None
    if count and _number(count["number"]) != len(levels):
        known = [fact(levels[-1], "level", f"{len(levels)} levels")]
        yield clash(reading, words, sentence, count.span(), Against("the escalation", known))
    times = limits(sentence.text)
    for found in _LEVEL.finditer(sentence.text):
        number = _NTH.get((found["nth"] or "").casefold()) or _number(found["number"] or "0")
        level = next((one for one in levels if _level(one) == number), None)
        one = next((one for one in times if one.start >= found.end() and one.start - found.end() < 60), None)
        within = level.answers.get("decide_within") if level else None
        if level and one and isinstance(within, Duration) and in_common(within) != one.length:
            known = [fact(level, "decide_within", duration_text(within))]
            yield clash(
                reading, words, sentence, (one.start, one.end), Against(f"level {number}", known, known[0].words)
            )


def _level(record: Record) -> int:
    level = record.answers.get("level")
    return int(level.amount) if isinstance(level, Number) else 0


def _number(words: str) -> int:
    return int(words) if words.isdecimal() else NUMBERS[words.casefold()]


def _told(sentence: Sentence) -> Iterator[tuple[Limit, str]]:
    """Yield each time of a sentence with the words that are about it."""
    times = limits(sentence.text)
    for one in times:
        before, after = shared(sentence.text, one, times)
        # What stands behind a time belongs to the next one, if there is one and its own words come before it.
        if len(times) > 1:
            before, after = _PAUSE.split(before)[-1], _PAUSE.split(after)[0]
        yield one, f"{before} {after}"


def _breach(reading: Reading) -> tuple[Fact, ...]:
    return tuple(
        fact(one, "breach_notify_partner", duration_text(time))
        for one in reading.of("dsa")
        if isinstance(time := one.answers.get("breach_notify_partner"), Duration)
    )


def _breach_lengths(reading: Reading) -> frozenset[tuple[Decimal, str]]:
    """Return the agreed times, those that processors have among them."""
    agreed = [one.answers.get("breach_notify_partner") for one in reading.of("dsa")]
    agreed += [row.cells.get("breach_notice") for one in reading.of("dsa") for row in rows(one, "processors")]
    return frozenset(in_common(one) for one in agreed if isinstance(one, Duration))


def _safeguarding(reading: Reading) -> tuple[Fact, ...]:
    """Return the times for telling the council and the lead, as the ways of working say them."""
    fields = ("safeguarding_report_time", "safeguarding_tell_lead_time")
    return tuple(
        fact(one, name, duration_text(time))
        for one in reading.of("governance")
        for name in fields
        if isinstance(time := one.answers.get(name), Duration)
    )


def _length_of(reading: Reading, path: str) -> tuple[Decimal, str]:
    place = FieldPath.parse(path)
    time = reading.facts.records[place.record].answers.get(place.field)
    return in_common(time) if isinstance(time, Duration) else (Decimal(0), "")
