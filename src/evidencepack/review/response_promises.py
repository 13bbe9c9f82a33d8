# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-03: words that promise another time than the response time of the same act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Duration, Reference
from evidencepack.library.entry_amounts import duration_text
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.clash import Against, Fact, clash, fact
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import Sentence, with_limits
from evidencepack.review.spoken import in_common
from evidencepack.review.spoken_limits import Limit, shared
from evidencepack.review.spoken_names import called, organisations_in
from evidencepack.review.telling import words_in

_TIME = "response_time"
_CODE = re.compile(r"\bKPI-\d+\b")
_RT = re.compile(r"\bRT\d+\b")
_PAST = re.compile(
    r"(?<!\bare )(?<!\bis )(?<!\bbe )\b(?:was|were|went|rose|fell|had|did|took|came|rang|saw|ran|gave|"
    r"contacted|decided|"
    r"reached|met|answered|called|phoned|visited|fitted|until|used to|previously)\b|"
    r"\b\d+ (?:of|out of) (?:the |all )?\d+|\b\d+ of them\b|%"
)
_ASKS = re.compile(r"(?<!why )\b(?:not|never|later than|longer than|more than)\b", re.IGNORECASE)
_NOBODY_WAITS = re.compile(
    r"\b(?:nobody|no one|no-one|none|never|no (?:person|caller|family|request|referral)|not)\b[^.;,]{0,30}\b(?:waits?|"
    r"waiting|takes?|left|goes)\b[^.;,]{0,20}$",
    re.IGNORECASE,
)
_OTHER_MATTERS = re.compile(
    r"\b(?:safeguarding|abuse|breach\w*|complain\w*|invoic\w*|pa(?:y|id|yment)\w*|rights?|subject access|train\w*|"
    r"miss(?:es|ed|ing)?|cancel\w*|(?:do|does|did)(?:n’t| not) (?:come|turn|answer|attend)|falls?|fell|"
    r"absen\w+|worr\w+|ask(?:s|ed)? for|"
    r"supervis\w*|recruit\w*|reach\w* (?:both|all|the) (?:named )?leads?|level [1-5]|freedom of information|"
    r"the minutes|audit\w*)\b",
    re.IGNORECASE,
)
_APART = frozenset(
    re.findall(
        r"\S+",
        """
        action audit clarification continuity_plan decision escalation_level gateway guarantee kpi network_contact
        small_detail stop_rule tender
        """,
    )
)
"""Kinds whose words have times of their own; of a measure, its name and what it counts are looked at."""

_APART_FIELDS = frozenset({"surge", "volume", "outcome", "short_name", "trigger", "limit", "complaint_process", "who"})
_SURE = re.compile(r"\bfirst (?:contact|call|talk|visit)", re.IGNORECASE)
_SOME_DAY = re.compile(r"\b(?:same|next|following|after)\b", re.IGNORECASE)
_ANY_TALK = frozenset({"contact", "person"})
_OTHERS = re.compile(
    r"\b(?:phon|ring|call|contact|speak|talk|visit|see|reach|repl|answer|respond)\w*(?: back)?(?: to)? "
    r"(?:(?:her|his|their|the|each|every|all|any|new|our|a|an|one|another) ){0,2}(?:[\w’-]+ )?"
    r"(?:volunteers?|applicants?|candidates?|famil\w+|carers?|staff|GPs?|hub|wards?|partners?|teams?|landlords?|suppliers?|leads?|council|members?|learners?|"
    r"relatives?|daughters?|sons?|neighbours?|workers?|trustees?|groups?|managers?|nurses?|referrers?|pharmac\w+|tutors?|"
    r"commissioners?|colleagues?|letters?|e-?mails?|feedback|ideas?|post|mail|correspondence|messages?|enquir\w+|queries|queries?)\b",
    re.IGNORECASE,
)
_OTHERS_ARE = re.compile(
    r"\b(?:volunteers?|famil\w+|carers?|staff|partners?|landlords?|suppliers?|members?|learners?|applicants?|candidates?|"
    r"relatives?|neighbours?|workers?|trustees?|managers?|colleagues?|visitors?|tenants?|starters?) "
    r"(?:are|is|gets?|hears?|receives?)"
    r" (?:\w+ ){0,2}?(?:phon|rung|ring|call|contact|spok|visit|seen|reach|answer|repl|from|back)",
    re.IGNORECASE,
)
_POST = re.compile(
    r"\b(?:post|letters?|e-?mails?|mail|correspondence|messages?|enquir\w+|invoices?|queries)\b[^.;]{0,40}?\b(?:answer\w*|"
    r"repl\w+|respond\w*|read|open\w*|dealt)\b|\b(?:answer\w*|repl\w+|respond\w*|read\w*|open\w*|deal\w*)\b[^.;]{0,30}?\b(?:post|"
    r"letters?|e-?mails?|mail|correspondence|messages?|enquir\w+|invoices?|queries)\b",
    re.IGNORECASE,
)
_OTHER_THINGS = re.compile(
    r"\b(?:rails?|ramps?|beds?|alarms?|equipment|adaptations?|stairlifts?|boilers?|locks?|passwords?|log-?ins?|"
    r"Board|committee|panel|trustees|leads?|triage|appeals?|references?|training)\b"
)
_ENOUGH, _ALONE = 2, 3
_DISTINCT = frozenset({"accept", "fit", "flat", "shortlist", "engineer"})
"""Words that say of themselves which act is meant, whoever is named."""

_THINGS = frozenset({"fit", "shortlist", "engineer"})
"""Those of them that one organisation does for all, so that others may tell of them in their own papers."""

_ANSWERS = frozenset({"answer"})
_GROUPS = (
    "contact phone ring telephone call callback speak talk reach first-contact",
    "visit come-round",
    "flat step-down room",
    "decide decision offer refuse refusal",
    "fit install repair mend key-safe keysafe",
    "shortlist candidate vacancy applicant",
    "engineer fault outage unavailable p1 breakdown",
    "accept decline referral",
    "isolate isolation alone lonely",
    "answer reply respond response react",
)
_COMMON = frozenset(
    re.findall(
        r"\S+",
        """
        able about after again also and any are arrive ask back before both but complete concern day each every
        everybody everyone for from get give has have hour how into its job least make more much need new not one
        other our out own people person plan quick reason receive record safe send she some somebody someone start
        take team tell than that the them then there their they this time tool under until urgent want was way week
        well when where which who will with work works working worked you your day night line home hub question
        """,
    )
)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that is done in an agreed time: its record, its own words and those of when it begins, and the time."""

    record: str
    own: frozenset[str]
    words: frozenset[str]
    length: tuple[Decimal, str]
    party: str


def other_response_times(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield each sentence that promises something in another time than was agreed for it."""
    acts = reading.once(_acts) if record.kind != _TIME else ()
    for sentence, times in with_limits(reading, record) if acts else ():
        if _is_promise(sentence, record):
            for one in times:
                yield from _of_time(reading, words, sentence, (one, times), acts)


def _is_promise(sentence: Sentence, record: Record) -> bool:
    field = sentence.prose.path.field
    counted = record.kind == "kpi" and field in {"name", "numerator"}
    apart = record.kind in _APART or field in _APART_FIELDS
    told = counted or not (apart or _PAST.search(sentence.text))
    return told and not _OTHER_MATTERS.search(sentence.text)


def _of_time(
    reading: Reading, words: RuleWords, sentence: Sentence, time: tuple[Limit, tuple[Limit, ...]], acts: Sequence[Act]
) -> Iterator[Finding]:
    one, times = time
    before, after = shared(sentence.text, one, times)
    asks = _ASKS.search(before[-30:]) and not _NOBODY_WAITS.search(before)
    meant = [] if asks else _meant(reading, sentence, (before, after), acts, one.words)
    if meant and all(act.length != one.length for act in meant):
        known = [_fact(reading, act) for act in meant]
        party = reading.facts.get(meant[0].party)
        of = f"{called(party)}: " if party else ""
        of += words_in(reading.facts.records[meant[0].record], "action").lower() or "this"
        yield clash(
            reading,
            words,
            sentence,
            (one.start, one.end),
            Against(of, known, known[0].words if len(known) == 1 else ""),
        )


def _meant(reading: Reading, sentence: Sentence, near: tuple[str, str], acts: Sequence[Act], time: str) -> list[Act]:
    """Return the acts of which a time speaks: those named by reference, else those whose words are near it."""
    linked = _linked(reading, sentence, acts)
    if linked or reading.facts.records[sentence.prose.path.record].kind == "kpi":
        return linked
    if _is_of_others(near):
        return []
    for mine, whose in _mine(reading, sentence, acts):
        found = _of_whom(sentence, near, (mine, whose), time)
        if found:
            return found
    return []


def _of_whom(sentence: Sentence, near: tuple[str, str], of: tuple[list[Act], bool], time: str) -> list[Act]:
    mine, whose = of
    if _SOME_DAY.search(time) and not _SURE.search(sentence.text):
        mine = [act for act in mine if not act.own <= _ANY_TALK]
    row = [f"{' '.join(near)} {sentence.about}"] if sentence.prose.path.row else []
    for words in (near[0], " ".join(near), *row):
        said = stems(words)
        scores = {act: _score(act, said) for act in mine}
        most = max(scores.values(), default=0)
        if most >= (_ENOUGH if whose or said & _DISTINCT else _ALONE):
            return [act for act, score in scores.items() if score == most]
        if said & _ANSWERS and whose and said - _ANSWERS <= _PROMISED:
            return [act for act in mine if act.party]
    return []


def _is_of_others(near: tuple[str, str]) -> bool:
    """Whether somebody else is rung than those whom the service is for, or something else is fitted or decided."""
    others = _OTHERS.search(f"{near[0]} {near[1]}") or _OTHERS_ARE.search(near[0]) or _POST.search(near[0])
    return bool(others or _OTHER_THINGS.search(near[0]))


def _score(act: Act, said: frozenset[str]) -> int:
    """Return how well words fit an act: what is done counts twice, and when it begins counts only beside it."""
    fits = act.own & said
    own = 0 if fits <= {"first"} else len(fits)
    return 2 * own + len((act.words - act.own) & said) if own else 0


def _linked(reading: Reading, sentence: Sentence, acts: Sequence[Act]) -> list[Act]:
    """Return the acts that a line names by their reference, or by the measure that shows them."""
    codes = {*_RT.findall(sentence.whole), *_CODE.findall(sentence.whole)}
    record = reading.facts.records[sentence.prose.path.record]
    codes |= (
        {record.reference} if record.kind == "kpi" and sentence.prose.path.field in {"name", "numerator"} else set()
    )
    found = []
    for act in acts:
        one = reading.facts.records[act.record]
        if one.reference in codes or codes & set(_CODE.findall(words_in(one, "measured_by"))):
            found.append(act)
    return found


def _mine(reading: Reading, sentence: Sentence, acts: Sequence[Act]) -> Iterator[tuple[list[Act], bool]]:
    """Yield the acts of those whom a sentence names, then of those whose words it is; of everybody if it is nobody's.

    With them, whether they are anybody's.
    """
    named = {one.record for one in organisations_in(reading, sentence.text)} & {act.party for act in acts}
    whose = [who for who in (named, {sentence.owner} - named - {""}) if who]
    whose = whose if whose and (named or not stems(sentence.text) & _THINGS) else [*whose, set[str]()]
    for who in whose:
        yield [act for act in acts if not who or act.party in who or not act.party], bool(who)


def _acts(reading: Reading) -> tuple[Act, ...]:
    return tuple(_of_records(reading))


def _of_records(reading: Reading) -> Iterator[Act]:
    for one in reading.of(_TIME):
        within, party = one.answers.get("within"), one.answers.get("party")
        if isinstance(within, Duration) and one.answers.get("case_type") != "safeguarding":
            own, when = stems(words_in(one, "action")), stems(words_in(one, "clock_starts"))
            of = party.record if isinstance(party, Reference) else ""
            yield Act(one.id, own, own | when, in_common(within), of)


def _fact(reading: Reading, act: Act) -> Fact:
    record = reading.facts.records[act.record]
    within = record.answers.get("within")
    return fact(record, "within", duration_text(within) if isinstance(within, Duration) else "")


def stems(words: str) -> frozenset[str]:
    """Return the words that say what is done, without their endings; "ring", "call" and "contact" are one."""
    found = re.findall(r"[a-z][a-z0-9]*(?:-[a-z]+)*", _IN_TOUCH.sub(" contact ", words.casefold()))
    return frozenset(_SAME.get(short, short) for one in found if one not in _COMMON and (short := _stem(one)))


def _stem(word: str) -> str:
    if len(word) <= _SHORT:
        return word if len(word) == _SHORT or word == "p1" else ""
    short = re.sub(r"(?:ing|ies|ied|ed|ion|es|s|e|y)$", "", word)
    return short[:-1] if len(short) > _SHORT and short[-1:] == short[-2:-1] else short


_SHORT = 3
_IN_TOUCH = re.compile(
    r"\b(?:hears?|heard) (?:back |something |first )?from\b|\b(?:get|gets|be|are|is) in touch\b|"
    r"\breach out to\b|\bspoken to\b"
)
_SAME: Mapping[str, str] = {_stem(word): group.split()[0] for group in _GROUPS for word in group.split()}
_PROMISED = stems("agree aim always guarantee latest maximum minutes most offer promise target within working")
"""Words that say of an answer only that it is promised: it is ours, whatever else is answered."""
