# SPDX-License-Identifier: MPL-2.0
"""Who has a role, as it is entered: who chairs, leads, stands in, answers, lifts a rule, owns a measure."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeAlias

from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference
from evidencepack.review.clash import Fact, fact
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import Sentence
from evidencepack.review.spoken_names import called, meeting_called, meetings_in, organisations_in

Known: TypeAlias = tuple[str, Sequence[Fact]]
"""Of what or whom it is, and the places that say who has the role."""

_NOBODY: Known = ("", ())
_STANDS_IN = re.compile(
    r"\bdeput|\bstand|\bcover|\baway\b|\babsen|\bill\b|\bleave\b|\bin (?:her|his|their) place|\bif\b|\bwhen\b|"
    r"\bcannot\b|\botherwise\b|\bor\b",
    re.IGNORECASE,
)


def chairs(reading: Reading, sentence: Sentence, text: str) -> Known:
    """Return who chairs the meetings of a sentence; who stands in, too, where it speaks of standing in."""
    fields = ("chair", "deputy_chair") if _STANDS_IN.search(sentence.text) else ("chair",)
    return _of_meetings(reading, sentence, text, fields)


def deputy_chairs(reading: Reading, sentence: Sentence, text: str) -> Known:
    """Return who stands in for the chair of the meetings of a sentence."""
    return _of_meetings(reading, sentence, text, ("deputy_chair",))


def _of_meetings(reading: Reading, sentence: Sentence, text: str, fields: tuple[str, ...]) -> Known:
    named = [one.record for one in meetings_in(reading, text)]
    link = reading.facts.records[sentence.prose.path.record].answers.get("meeting")
    named = named or ([link.record] if isinstance(link, Reference) and reading.facts.get(link.record) else [])
    meetings = [reading.facts.records[one] for one in dict.fromkeys(named)]
    known = [one for meeting in meetings for name in fields if (one := _person(reading, meeting, name))]
    return " and ".join(map(meeting_called, meetings)), known


def leads(reading: Reading, sentence: Sentence, text: str) -> Known:
    """Return who leads for the organisation of a sentence, and for what it gives."""
    return _of_organisation(reading, sentence, text, ("named_lead", "named_lead"))


def deputies(reading: Reading, sentence: Sentence, text: str) -> Known:
    """Return who stands in for who leads, for the organisation of a sentence and for what it gives."""
    return _of_organisation(reading, sentence, text, ("named_deputy", "deputy"))


def _of_organisation(reading: Reading, sentence: Sentence, text: str, fields: tuple[str, str]) -> Known:
    """Return who leads, or stands in, for the one organisation of a sentence and for what it gives."""
    one = None if any(meetings_in(reading, text)) else _organisation(reading, sentence, text)
    if one is None:
        return _NOBODY
    gifts = [gift for gift in reading.of("contribution") if gift.answers.get("party") == Reference(one.id)]
    known = [_person(reading, one, fields[0]), *(_person(reading, gift, fields[1]) for gift in gifts)]
    return f"{called(one)}: {'lead' if fields[0] == 'named_lead' else 'deputy'}", [each for each in known if each]


def office(*fields: str) -> Callable[[Reading, Sentence, str], Known]:
    """Return what tells who holds an office of the organisation of a sentence, or else of whoever leads the bid."""

    def known(reading: Reading, sentence: Sentence, text: str) -> Known:
        one = _organisation(reading, sentence, text) or _lead_provider(reading)
        found = [each for name in fields if one and (each := _person(reading, one, name))]
        label = reading.library["organisation"].fields[fields[0]].label.rstrip("?") if found else ""
        return (f"{called(one)}: {label}" if one else ""), found

    return known


def safeguarding(reading: Reading, sentence: Sentence, text: str) -> Known:
    """Return who leads on safeguarding; who stands in, too, where the words speak of standing in."""
    of, found = office("safeguarding_lead")(reading, sentence, text)
    stands_in = [each for one in reading.of("governance") if (each := _person(reading, one, "safeguarding_deputy"))]
    return of, [*found, *(stands_in if re.search(r"deput|stand|cover", text) else ())]


def accountable(reading: Reading, _: Sentence, __: str) -> Known:
    """Return the one accountable lead."""
    known = (_person(reading, one, "single_accountable_lead") for one in reading.of("governance"))
    return "the one accountable lead", [one for one in known if one]


def lifts(reading: Reading, _: Sentence, text: str) -> Known:
    """Return who lifts the stop-rules that a text names."""
    codes = set(re.findall(r"\bSR-\d+\b", text))
    rules = [one for one in reading.of("stop_rule") if one.reference in codes]
    fields = ("lifted_by", "lifted_by_if_conflict")
    known = [one for rule in rules for name in fields if (one := _person(reading, rule, name))]
    return " and ".join(one.reference for one in rules), known


def owns(reading: Reading, _: Sentence, text: str) -> Known:
    """Return who owns the measures, risks, promises, checks and actions that a text names."""
    codes = set(re.findall(r"\b(?:KPI|RK|SV|AU|A)-\d+\b", text))
    kinds = ("kpi", "risk", "commitment", "audit", "action")
    records = [one for kind in kinds for one in reading.of(kind) if one.reference in codes]
    fields = ("owner", "named_lead")
    known = [one for record in records for name in fields if (one := _person(reading, record, name))]
    return " and ".join(one.reference for one in records), known


def _organisation(reading: Reading, sentence: Sentence, text: str) -> Record | None:
    """Return the one organisation that a sentence names, or else whose it is."""
    named = list(dict.fromkeys(one.record for one in organisations_in(reading, text)))
    if len(named) == 1:
        return reading.facts.get(named[0])
    return reading.facts.get(sentence.owner) if sentence.owner and not named else None


def _lead_provider(reading: Reading) -> Record | None:
    return next((one for name in reading.leads() if (one := reading.facts.get(name))), None)


def _person(reading: Reading, record: Record, field: str) -> Fact | None:
    link = record.answers.get(field)
    person = reading.facts.get(link.record) if isinstance(link, Reference) else None
    return fact(record, field, called(person)) if person else None


def holder(reading: Reading, one: Fact) -> str:
    """Return the id of the person whom a place names; empty for nobody."""
    link = reading.facts.records[one.path.record].answers.get(one.path.field)
    return link.record if isinstance(link, Reference) else ""
