# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-01: words that give a meeting another rhythm, day or hour than its own record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Duration, Frequency, Reference
from evidencepack.library.entry_amounts import duration_text
from evidencepack.library.entry_choices import frequency_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.clash import Against, clash, fact
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import Sentence, sentences_of
from evidencepack.review.spoken import TIME, in_common, length_of
from evidencepack.review.spoken_days import weekdays
from evidencepack.review.spoken_names import COMMON, Mention, called, meetings_in, organisations_in, people_in
from evidencepack.review.spoken_rhythms import EVERY, PLAIN, Rhythm, rhythms_in
from evidencepack.review.telling import words_in

_MEETS = re.compile(
    r"\b(?:meets?|met|meeting|sits|held|takes? place|happens?|convenes?|gathers?|comes? together|"
    r"coming together|gathering|sitting|happening|taking place|runs?|is|are|be|"
    r"scheduled|timetabled|falls?|comes? round)\b",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:hold|holds|held|takes place|run|runs|have|has|meet|meets|meeting|convenes?|there is|"
    r"comes? the|comes? our|comes? together|get together|gathers?|sits? down|sit|assemble|"
    r"calls?|we come|partners come|all come|everybody comes|everyone comes|"
    r"see each other|join up|leads come|leads meet)\b[^,;]{0,25}$",
    re.IGNORECASE,
)
_COMES = re.compile(
    r"\b(?:comes?|coming|attends?|attending|joins?|joining|sits?|sitting|goes|go|takes? part|seat|seats|represented|"
    r"reports?|reporting)\b[^,;]{0,40}$",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(r"^ ?(?:(?:meetings?|sessions?|calls?) of (?:the |our )?|(?:[\w’-]+ ){0,2})$", re.IGNORECASE)
_WHICH = re.compile(
    r",? (?:(?:to|at|in|for|by) )?(?:that|which|who|where|when) (?:[\w’-]+ ){0,5}?(?:meets?|comes?|"
    r"attend|join|go to|meeting|sits?|"
    r"is held|are held|takes? place|"
    r"hold|holds|happens?|runs?|comes? (?:together|round)|gathers?|convenes?|brings? \w+(?: \w+)? together|calls?|"
    r"is called|organise|host|hosts|have|has|get together|see each other|talk|assembles?)\b"
)
"""A clause behind a name that tells how it is held."""

_THE = re.compile(r"\b(?:the|our|a|an|we|is|are|and|of|for|to|at|in)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:used to|was|were|had been|previously|formerly|no longer|not|never|until|instead of|rather than|"
    r"first(?! (?:week|month|\w+day|of (?:the|each|every))\b)|once it)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"^(?:It|They|This|The meeting)\b")
_CLOCK = re.compile(r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>am|pm)?\b", re.IGNORECASE)
_HELD = re.compile(
    rf",? (?:(?:then|again|also|always|all|usually) )?(?:{_MEETS.pattern}|brings? (?:\w+ ){{1,4}}together|"
    r"sees? (?:\w+ )?(?:round|at) (?:one|a|the) table|does so|has its (?:meeting|turn))",
    re.IGNORECASE,
)
_TURN = frozenset(
    re.findall(
        r"\S+",
        """
        a all and at comes day for friday have in is it less monday more not of often on our that the then there
        thursday
        time tuesday turn we wednesday with
        """,
    )
)
"""Words that say of a meeting that it is held, and of nobody that they do something."""

_OWN = re.compile(r"\b(?:own|their|its|trustees[’']|directors[’']|governors[’']) $", re.IGNORECASE)
_OUR, _LETTER = re.compile(r"\bour $", re.IGNORECASE), "letter_of_support"
_BARE = re.compile(r"\b(?:the|our|a|an|is|for|of|meeting|meetings|by)\b", re.IGNORECASE)
_FAR, _NEAR, _NOON = 12, 6, 12


@dataclass(frozen=True, slots=True)
class _Said:
    """What a sentence says of a meeting, and whether it says it of the meeting itself or of what is done there."""

    meeting: str
    rhythm: Rhythm
    itself: bool
    alone: bool = False
    """Whether the rhythm is a word before the name, so that how often some of its members come is no matter."""


def other_rhythms(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield each sentence of a record in which a meeting is held more often, less often, or at another time."""
    for sentence in sentences_of(reading, record):
        named = _named(reading, sentence)
        if named:
            yield from _of_sentence(reading, words, sentence, named)
    if record.kind == "meeting":
        yield from _of_itself(reading, words, record)


def _of_sentence(reading: Reading, words: RuleWords, sentence: Sentence, named: Sequence[Mention]) -> Iterator[Finding]:
    said = [] if _PAST.search(sentence.text) else list(_attached(sentence, named))
    for one in said:
        meeting = reading.facts.records[one.meeting]
        freq, own = meeting.answers.get("freq"), _own(reading, meeting, sentence)
        if not own or one.meeting == sentence.prose.path.record or not isinstance(freq, Frequency):
            continue
        own = frozenset({EVERY[freq]}) if one.alone else own
        differs = one.rhythm.days not in own if one.itself else one.rhythm.days < min(own)
        if differs:
            span = one.rhythm.start, one.rhythm.end
            known = [fact(meeting, "freq", frequency_text(freq))]
            yield clash(reading, words, sentence, span, Against(called(meeting), known, PLAIN.get(freq, "")))
    yield from _other_times(reading, words, sentence, named)


def _attached(sentence: Sentence, named: Sequence[Mention]) -> Iterator[_Said]:
    text = sentence.text
    for rhythm in (one for one in rhythms_in(text) if not _is_of_a_thing(one, text, named)):
        after = next((one for one in named if one.start >= rhythm.end), None)
        before = next((one for one in reversed(named) if one.end <= rhythm.start), None)
        between = text[rhythm.end : after.start] if after else ""
        if after and _stands_before(rhythm, between):
            if after.name in COMMON and _is_theirs(sentence, text[: rhythm.start]):
                continue
            yield _Said(after.record, rhythm, itself=True, alone=True)
        elif before and _follows(text[before.end : rhythm.start]):
            yield _Said(before.record, rhythm, _is_itself(text[: before.start], text[before.end : rhythm.start]))
        elif after and len(between.split()) <= (_FAR if _HOLDS.search(between) else _NEAR) and ";" not in between:
            rest, bare = text[after.end :], not re.search(r"\w", f"{text[: rhythm.start]}{_BARE.sub('', between)}")
            held = bool(_HOLDS.search(text[: after.start]) or _HELD.match(rest))
            ends = not re.match(r" (?!with\b)\w", rest)
            itself = held or (ends and (bare or _is_its_turn(text[: rhythm.start], between)))
            yield _Said(after.record, rhythm, itself)


def _is_theirs(sentence: Sentence, before: str) -> bool:
    """Whether "the board" behind some words is one of somebody's own: in a letter, "our board" is the writer's."""
    letter = sentence.prose.about.kind == _LETTER
    return bool(_OWN.search(before) or (letter and _OUR.search(before)))


def _is_its_turn(before: str, between: str) -> bool:
    """Whether a sentence begins with a rhythm and ends with the meeting, and nothing is done between the two."""
    return not re.search(r"\w", before) and set(re.findall(r"\w+", between.casefold())) <= _TURN


def _is_of_a_thing(rhythm: Rhythm, text: str, named: Sequence[Mention]) -> bool:
    """Whether "weekly" belongs to a thing that is no meeting: "a weekly report to the Board"."""
    noun = re.match(
        r" (?!and\b|or\b|at\b|on\b|in\b|with\b|to\b|by\b|when\b|so\b|until\b|as\b|,)(?P<noun>[\w’-]+)",
        text[rhythm.end :],
    )
    return (
        rhythm.before_a_name
        and not any(re.match(r"\s", text[rhythm.end :]) and one.start == rhythm.end + 1 for one in named)
        and bool(noun)
        and bool(
            re.search(
                r"\b(?:reports?|figures?|data|numbers?|updates?|summary|summaries|dashboards?|notes?|logs?|checks?|lists?|e-?mails?|"
                r"returns?|visits?|sessions?|audits?|bulletins?|newsletters?|papers?|briefings?|feedback|statements?|samples?)\b",
                " ".join(text[rhythm.end :].split()[:2]),
                re.IGNORECASE,
            )
        )
    )


def _stands_before(rhythm: Rhythm, between: str) -> bool:
    """Whether a rhythm belongs to the name behind it: "the monthly Partnership Board"."""
    return (
        rhythm.before_a_name
        and bool(_BEFORE_NAME.match(between))
        and not (_THE.search(between) and " of " not in f"{between} ")
    )


def _follows(between: str) -> bool:
    apart = between.strip() not in {":", "–"} and re.search(r"[;:]|,? and (?:the|our|we|it)\b|,? and $", between)
    told_of = re.search(r", (?:which|who|where|that)\b", between) and not _WHICH.match(between)
    return len(between.split()) <= _FAR and not apart and not told_of


def _is_itself(before: str, between: str) -> bool:
    """Whether words speak of the meeting: it is held, or somebody comes to it; not of what is done there."""
    plain = not re.search(r"\w", between) or between.strip(" ,:(–-") in {"", "meetings", "meeting", "on", "once"}
    return (
        plain
        or bool(_MEETS.search(between) or _WHICH.match(between))
        or bool(_COMES.search(before) and len(between.split()) <= 1)
    )


def _named(reading: Reading, sentence: Sentence) -> list[Mention]:
    """Return the meetings of a sentence; "It meets every week" is about the one of the sentence before."""
    named = meetings_in(reading, sentence.text)
    if not named and sentence.before and (it := _IT.match(sentence.text)):
        others = {one.record for one in meetings_in(reading, sentence.before)}
        named = [Mention(others.pop(), 0, it.end(), it[0])] if len(others) == 1 else []
    return named


def _own(reading: Reading, meeting: Record, sentence: Sentence) -> frozenset[Fraction]:
    """Return how often a meeting is, and how often those of its members come of whom a sentence speaks."""
    freq = meeting.answers.get("freq")
    if not isinstance(freq, Frequency) or freq not in EVERY:
        return frozenset()
    own, meant = {EVERY[freq]}, None
    for piece in f"{words_in(meeting, 'members')};{words_in(meeting, 'quorum')}".split(";"):
        told = rhythms_in(piece)
        meant = _meant(reading, sentence) if told and meant is None else meant
        theirs = {one.record for one in organisations_in(reading, piece)} if told else set[str]()
        own |= {one.days for one in told} if not theirs or theirs & (meant or set()) else set()
    return frozenset(own)


def _meant(reading: Reading, sentence: Sentence) -> set[str]:
    """Return the organisations of which a sentence speaks: named, of a person who is named, or whose words it is."""
    people = (reading.facts.records[one.record] for one in people_in(reading, sentence.text))
    links = (one.answers.get("organisation") for one in people)
    homes = {link.record for link in links if isinstance(link, Reference)}
    return {one.record for one in organisations_in(reading, sentence.text)} | homes | {sentence.owner}


def _of_itself(reading: Reading, words: RuleWords, meeting: Record) -> Iterator[Finding]:
    """Yield where the name of a meeting, or its day, says another rhythm than it has."""
    freq = meeting.answers.get("freq")
    for sentence in sentences_of(reading, meeting) if isinstance(freq, Frequency) and freq in EVERY else ():
        if sentence.prose.path.field in {"name", "day_time"} and isinstance(freq, Frequency):
            for one in rhythms_in(sentence.text):
                if one.days != EVERY[freq]:
                    known = [fact(meeting, "freq", frequency_text(freq))]
                    yield clash(reading, words, sentence, (one.start, one.end), Against(called(meeting), known))


def _other_times(reading: Reading, words: RuleWords, sentence: Sentence, named: Sequence[Mention]) -> Iterator[Finding]:
    """Yield another day, hour or length, said right beside the name of a meeting."""
    for at, one in enumerate(named):
        meeting, text = reading.facts.records[one.record], sentence.text
        if one.record == sentence.prose.path.record:
            continue
        upto = named[at + 1].start if at + 1 < len(named) else len(text)
        behind = re.match(
            r"(?: (?:is|meets|sits|is held|takes place|will meet|happens))?(?:,? (?:on|at|every|each))?"
            r" (?:[^,;.]|(?<=\d)\.(?=\d))*",
            text[one.end : upto],
        )
        before = re.search(r"[^,;. ]+$", text[: one.start].rstrip())
        yield from _papers(reading, words, sentence, meeting)
        yield from _day(reading, words, sentence, meeting, (one.end, behind[0] if behind else ""))
        yield from _length(reading, words, sentence, meeting, (one.start, before[0] if before else ""))


def _papers(reading: Reading, words: RuleWords, sentence: Sentence, meeting: Record) -> Iterator[Finding]:
    """Yield another time for the minutes of a meeting, or for its papers."""
    for field, pattern in _PAPERS.items():
        own = meeting.answers.get(field)
        found = pattern.search(sentence.text) if isinstance(own, Duration) else None
        time = TIME.search(sentence.text, found.end() - len(found["time"])) if found else None
        if isinstance(own, Duration) and time and length_of(time) != in_common(own):
            yield clash(
                reading,
                words,
                sentence,
                time.span(),
                Against(called(meeting), [fact(meeting, field, duration_text(own))]),
            )


_PAPERS = {
    "minutes_within": re.compile(
        r"\b(?:minutes|notes)\b[^.;]{0,50}?\bwithin (?P<time>[\w-]+ (?:working )?(?:hours?|days?|weeks?))",
        re.IGNORECASE,
    ),
    "inputs_due": re.compile(
        r"\b(?:papers|agenda|figures|reports?)\b[^.;]{0,50}?(?P<time>\b[\w-]+ (?:working )?(?:hours?|days?|"
        r"weeks?)) (?:before|ahead|in advance)",
        re.IGNORECASE,
    ),
}


def _day(
    reading: Reading, words: RuleWords, sentence: Sentence, meeting: Record, said: tuple[int, str]
) -> Iterator[Finding]:
    own = words_in(meeting, "day_time")
    known, start = [fact(meeting, "day_time", own)], said[0]
    theirs, mine = (
        {one.value.split()[-1] for one in weekdays(said[1])},
        {one.value.split()[-1] for one in weekdays(own)},
    )
    week = _NO_WEEKEND.search(said[1])
    if (
        week
        and re.search(r"7 days a week|seven days|every day", own)
        and (_RESTS.search(week[0]) or "Monday to Friday" not in words_in(meeting, "members"))
    ):
        yield clash(
            reading, words, sentence, (start + week.start(), start + week.end()), Against(called(meeting), known)
        )
    near = re.match(r"(?:\W+\w+){0,4}?\W+(?:on|every|each)?\W*(?P<day>\w+days?)\b", said[1])
    if near and theirs and mine and not theirs & mine:
        span = start + near.start("day"), start + near.end("day")
        yield clash(reading, words, sentence, span, Against(called(meeting), known))
    hour = re.search(r"\bat (?P<at>\d{1,2}(?:[:.]\d\d)? ?(?:am|pm)?)(?!\w|%| or)", said[1], re.IGNORECASE)
    hours = {_clock(one) for one in _CLOCK.finditer(own) if one["minute"] or one["half"]}
    told = _CLOCK.match(hour["at"]) if hour else None
    if hour and told and (told["minute"] or told["half"]) and hours and _clock(told) not in hours:
        span = start + hour.start("at"), start + hour.end("at")
        yield clash(reading, words, sentence, span, Against(called(meeting), known))


_RESTS = re.compile(r"\bweekends?$")
_NO_WEEKEND = re.compile(
    r"\bMonday to Friday\b|\bweekdays\b|\b(?:rests|pauses|stops|is off|has a break|closes) (?:at|on|over) (?:the )?"
    r"weekends?\b|\b(?:but )?(?:not|except) (?:at|on|over) (?:the )?weekends?\b"
)


def _clock(found: re.Match[str]) -> tuple[int, int]:
    hour, half = int(found["hour"]), (found["half"] or "").casefold()
    hour = hour % _NOON + (_NOON if half == "pm" else 0) if half else hour
    return hour, int(found["minute"] or 0)


_LASTS = re.compile(
    r"(?:\b(?:lasts?|(?:sits?|meets?|runs?|gathers?|goes on) for|takes?)|^For)(?: about| around| up to)? "
    r"(?=[\w-]+[ -](?:hours?|minutes?|mins?)\b)"
)
_SHORT_TIME = re.compile(r"(?:hour|minute|min)s?$")


def _length(
    reading: Reading, words: RuleWords, sentence: Sentence, meeting: Record, said: tuple[int, str]
) -> Iterator[Finding]:
    own, found = meeting.answers.get("length"), TIME.search(said[1])
    lasts = _LASTS.search(sentence.text) if isinstance(own, Duration) and not _PAST.search(sentence.text) else None
    time = TIME.match(sentence.text, lasts.end()) if lasts else None
    if isinstance(own, Duration) and time and _SHORT_TIME.search(time[0]) and length_of(time) != in_common(own):
        known = [fact(meeting, "length", duration_text(own))]
        yield clash(reading, words, sentence, time.span(), Against(called(meeting), known))
        return
    if isinstance(own, Duration) and found and found.end() == len(said[1]) and length_of(found) != in_common(own):
        start = sentence.text[: said[0]].rstrip().rfind(said[1]) + found.start()
        known = [fact(meeting, "length", duration_text(own))]
        yield clash(reading, words, sentence, (start, start + len(found[0])), Against(called(meeting), known))
