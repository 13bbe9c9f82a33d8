# SPDX-License-Identifier: MPL-2.0
"""CHK-GV: ways of working: who meets, how fast each case is answered, what stops the work, who decides.

A tender without the paper on ways of working has none of these findings: they are about what that paper says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Choices, Duration, DurationUnit, Frequency, Reference
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.partners import Partner, partners_of, people_of
from evidencepack.review.reading import Reading
from evidencepack.review.telling import answer, listed, reference, rows, tell, words_in

_OFTEN = frozenset({Frequency.DAILY, Frequency.WEEKLY, Frequency.FORTNIGHTLY})
_LEARNING = frozenset({*_OFTEN, Frequency.MONTHLY, Frequency.EVERY_6_WEEKS, Frequency.QUARTERLY})
_DELIVERS = frozenset({"consortium_member", "subcontractor"})
_NO_TIME = re.compile(
    r"(?:asap|as soon as (?:possible|practicable)|prompt(?:ly)?|quickly|in good time|in a timely (?:way|"
    r"manner)|timely|when (?:possible|ready)|"
    r"where possible|soon|tb[cd]|to be (?:confirmed|agreed)|n/?a)[.!]?",
    re.IGNORECASE,
)
_HOURS = frozenset({DurationUnit.MINUTES, DurationUnit.HOURS, DurationUnit.WORKING_HOURS})
_LEVELS = 3
_LATE = re.compile(
    r"day and night|24.?hour|24/7|all hours|weekend|7 days|daily|\b(?:0?[0-8]|1[89]|2[0-4])[:.]\d\d", re.IGNORECASE
)
_CASES = {"a safeguarding concern": {"safeguarding"}, "an urgent case": {"urgent", "emergency"}}
_STOPS = {
    "a safeguarding concern": {"safeguarding"},
    "lack of capacity or of clinical advice": {"capacity", "clinical"},
}


def no_strategic_meeting(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-GV-01: yield the paper if no meeting is one at which the leaders sit."""
    if not any(one.answers.get("tier") == "strategic" for one in reading.of("meeting")):
        yield tell(words, paper, answer(paper, "meetings"), {"document": reading.called(paper)})


def no_frequent_meeting(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-GV-02: yield the paper if no operational meeting is held every two weeks or more often."""
    running = (one for one in reading.of("meeting") if one.answers.get("tier") == "operational")
    if not any(one.answers.get("freq") in _OFTEN for one in running):
        yield tell(words, paper, answer(paper, "meetings"), {"document": reading.called(paper)})


def unfinished_meeting(reading: Reading, words: RuleWords, meeting: Record) -> Iterator[Finding]:
    """CHK-GV-03: yield each meeting without a rhythm, a chair or what it produces."""
    asked = {"freq": "how often it is", "chair": "who chairs it", "outputs": "what it produces"}
    yield from _lacking(reading, words, meeting, asked)


def uncovered_meeting(reading: Reading, words: RuleWords, meeting: Record) -> Iterator[Finding]:
    """CHK-GV-04: yield each meeting without a deputy chair or a quorum."""
    asked = {"deputy_chair": "who chairs when the chair is away", "quorum": "who must be there"}
    yield from _lacking(reading, words, meeting, asked)


def nobody_accountable(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-GV-05: yield the paper if nobody is the one accountable lead, or that person has left."""
    lead = reading.linked(paper, "single_accountable_lead")
    left = lead.answers.get("left_on") if lead else None
    if lead is None or (isinstance(left, date) and left <= reading.as_of):
        yield tell(words, paper, answer(paper, "single_accountable_lead"), {"document": reading.called(paper)})


def unfinished_handover(reading: Reading, words: RuleWords, rule: Record) -> Iterator[Finding]:
    """CHK-GV-06: yield each handover without what must come along, where it is written, who signs, or by when."""
    asked = {
        "required_info": "what must come along",
        "recorded_where": "where it is written down",
        "signed_off_by": "who signs it off",
        "time_limit": "by when",
    }
    along = rule.answers.get("required_info")
    if isinstance(along, Choices) and len(along.chosen) == 1 and not words_in(rule, "more_info"):
        rule = replace(rule, answers={**rule.answers, "required_info": Choices(())})
        asked["required_info"] = "what must come along, but for one thing"
    yield from _lacking(reading, words, rule, asked)


def case_without_time(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-GV-07: yield each sort of case that must have a response time and has none."""
    yield from _sorts(reading, words, paper, "response_time", "case_type")


def partner_without_time(reading: Reading, words: RuleWords, _: Record) -> Iterator[Finding]:
    """CHK-GV-08: yield each partner that delivers the service and promises no response time of its own."""
    timed = {one.answers.get("party") for one in reading.of("response_time") if one.answers.get("within")}
    givers = {one.answers.get("party") for one in reading.of("contribution")}
    for partner in partners_of(reading):
        delivers = partner.fit.answers.get("delivery_role") in _DELIVERS or Reference(partner.id) in givers
        if delivers and Reference(partner.id) not in timed:
            found = tell(words, partner.organisation, None, {"partner": partner.name})
            yield replace(found, item=partner.name, looked=(partner.id,))


def hours_without_window(reading: Reading, words: RuleWords, time: Record) -> Iterator[Finding]:
    """CHK-GV-09: yield each response time in hours that does not say on which hours they run."""
    within = time.answers.get("within")
    if isinstance(within, Duration) and within.unit in _HOURS and not words_in(time, "service_hours") + within.window:
        found = tell(words, time, answer(time, "service_hours"), {"record": reading.called(time)})
        yield replace(found, item=time.reference, looked=(time.reference, str(within)))


def nothing_stops(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-GV-10: yield each danger for which no rule stops the work."""
    for name, types in _STOPS.items():
        if not any(one.answers.get("rule_type") in types for one in reading.of("stop_rule")):
            found = tell(words, paper, answer(paper, "stop_rules"), {"name": name})
            yield replace(found, item=name, looked=(name,))


def short_ladder(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-GV-12: yield the paper if there are fewer than three levels, and each level without a time limit."""
    levels = reading.of("escalation_level")
    if len(levels) < _LEVELS:
        said = {"document": reading.called(paper), "answer": f"{len(levels)}"}
        yield tell(words, paper, answer(paper, "escalation_levels"), said)
    for level in levels:
        if not isinstance(level.answers.get("decide_within"), Duration):
            said = {"record": reading.called(level)}
            found = tell(words, level, answer(level, "decide_within"), said, "level")
            yield replace(found, item=level.reference, looked=(level.reference,))


def nobody_at_night(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-GV-13: yield the paper if the service runs outside office hours and nobody decides then."""
    late = [one.reference for one in reading.of("response_time") if _LATE.search(words_in(one, "service_hours"))]
    if late and not words_in(paper, "out_of_hours"):
        found = tell(words, paper, answer(paper, "out_of_hours"), {"names": listed(late, 3)})
        yield replace(found, looked=tuple(late))


def unconfirmed(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-GV-14: yield the paper if no gate is passed before the bid, and each partner that has not confirmed it."""
    gates = [one for one in reading.of("gateway") if one.answers.get("gate") == "bid"]
    if not gates:
        yield tell(words, paper, answer(paper, "gateways"), {"document": reading.called(paper)}, "none")
    for gate in gates[:1]:
        said = {row.cells.get("organisation") for row in rows(gate, "confirmations") if "confirmed_on" in row.cells}
        for partner in partners_of(reading):
            if Reference(partner.id) not in said:
                told = {"partner": partner.name, "record": reading.called(gate)}
                found = tell(words, gate, answer(gate, "confirmations"), told)
                yield replace(found, item=partner.name, looked=(partner.id,))


def only_the_lead(reading: Reading, words: RuleWords, meeting: Record) -> Iterator[Finding]:
    """CHK-GV-15: yield each meeting that is said to be of several organisations and lists people of the lead alone."""
    named = [one for one in partners_of(reading) if _is_named(one, words_in(meeting, "members"))]
    there = [row.cells.get("person") for row in rows(meeting, "people")]
    there += [reference(meeting, name) for name in ("chair", "deputy_chair")]
    people = {link.record for link in there if isinstance(link, Reference)}
    if named and not any(people & people_of(reading, one.id) for one in partners_of(reading)):
        said = {"record": _title(meeting), "names": listed([one.name for one in named])}
        found = tell(words, meeting, answer(meeting, "people"), said)
        yield replace(found, item=meeting.reference, looked=(meeting.reference, *sorted(people)))


def nobody_learns(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-GV-16: yield the paper if no meeting every quarter or more often looks at what can be learnt."""
    chosen = reading.linked(paper, "learning_meeting")
    about = [one for one in reading.of("meeting") if re.search(r"learn", words_in(one, "name"), re.IGNORECASE)]
    meetings = [chosen, *about] if chosen else about
    if not any(one.answers.get("freq") in _LEARNING for one in meetings):
        yield tell(words, paper, answer(paper, "learning_meeting"), {"document": reading.called(paper)})


def nobody_to_report_to(reading: Reading, words: RuleWords, _: Record) -> Iterator[Finding]:
    """CHK-GV-18: yield the tender if no council has a number for reporting a worry about an adult."""
    tender = reading.facts.records[reading.tender]
    known = (row.cells for row in rows(tender, "safeguarding_contacts"))
    if not any(words_in(one, "council") and words_in(one, "adult_phone") for one in known):
        area = words_in(tender, "area") or "the area of the service"
        yield tell(words, tender, answer(tender, "safeguarding_contacts"), {"answer": area})


def _sorts(reading: Reading, words: RuleWords, paper: Record, kind: str, field: str) -> Iterator[Finding]:
    for name, types in _CASES.items():
        if not any(one.answers.get(field) in types and one.answers.get("within") for one in reading.of(kind)):
            found = tell(words, paper, answer(paper, "response_times"), {"name": name})
            yield replace(found, item=name, looked=(name,))


def _lacking(reading: Reading, words: RuleWords, record: Record, asked: dict[str, str]) -> Iterator[Finding]:
    """Yield one finding for all that a record does not say of what was asked."""
    if not any(reading.of("governance")):
        return
    missing = [name for name in asked if not _said(reading, record, name)]
    if missing:
        said = {"record": _title(record), "missing": listed([asked[name] for name in missing])}
        found = tell(words, record, FieldPath(record.id, missing[0]), said)
        yield replace(found, item=record.reference, looked=(record.reference, *missing))


def _said(reading: Reading, record: Record, name: str) -> bool:
    said = record.answers.get(name)
    if isinstance(said, Choices):
        return bool(said.chosen)
    if isinstance(said, str):
        return bool(said.strip()) and not _NO_TIME.fullmatch(said.strip())
    return reading.linked(record, name) is not None if isinstance(said, Reference) else said is not None


def _title(record: Record) -> str:
    return " ".join(filter(None, (words_in(record, "name"), record.reference)))


def _is_named(partner: Partner, members: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(partner.name)}(?!\w)", members) is not None
