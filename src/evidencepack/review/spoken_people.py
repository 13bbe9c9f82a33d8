# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-06 in prose: who is said to lead a partner's work or to stand in, and is not the one who does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference
from evidencepack.library.model import RuleWords
from evidencepack.review.agreed import named_meetings
from evidencepack.review.overrides import contradictions
from evidencepack.review.own_promises import Own, finding_of, of_letters, of_narratives
from evidencepack.review.reading import Reading
from evidencepack.review.said import Slip, sentences

_PERSON, _GIVES = "contact", "contribution"
_ABOUT = re.compile(r"\b(?:led|leads?|heads|deput\w+|cover\w*|stand\w*)\b")
_LEADS = (r"\bled by {}", r"{} (?:leads|heads|is (?:the|our) (?:named )?lead)\b", r"\b(?:named )?lead(?: is|:) {}")
_DEPUTIES = (
    r"{} as (?:(?:the|our|her|his|their|a) )?deputy\b",
    r"{} (?:deputises|covers|stands in|is (?:the|our|her|his|their) deputy)\b",
    r"{} (?:covering|standing in|deputising)\b",
    r"\bdeputy(?: lead)?(?:,| is|:) {}",
)


def people(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield each paper that gives a role to somebody else: in a row of its own, or a letter in its own words."""
    yield from contradictions(reading, words)
    for own in of_letters(reading):
        yield from finding_of(reading, words, own, _others(reading, own))


def people_of_narratives(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-NR-13: yield each narrative that says of what its partner delivers that somebody else leads or stands in."""
    for own in of_narratives(reading):
        yield from finding_of(reading, words, own, _others(reading, own))


def _others(reading: Reading, own: Own) -> Iterator[Slip]:
    for patterns, fields in ((_LEADS, ("named_lead", "named_lead")), (_DEPUTIES, ("named_deputy", "deputy"))):
        agreed = _agreed(reading, own.partner, *fields)
        for sentence in sentences(own.prose.text) if agreed else ():
            # Whoever leads or stands in at a meeting is its chair, and no lead of a partner.
            if _ABOUT.search(sentence) and not any(named_meetings(reading, sentence)):
                yield from _said(reading, sentence, patterns, agreed)


def _said(reading: Reading, sentence: str, patterns: tuple[str, ...], agreed: tuple[Record, ...]) -> Iterator[Slip]:
    for person in reading.facts.of_kind(_PERSON):
        for name in () if person in agreed else _names(reading, person):
            for pattern in patterns:
                found = re.search(pattern.format(rf"(?<!\w){re.escape(name)}(?!\w)"), sentence)
                if found:
                    yield Slip(found[0], " and ".join(str(one.answers.get("full_name", "")) for one in agreed))


def _names(reading: Reading, person: Record) -> tuple[str, ...]:
    """Return the full name of a person, and the first where nobody else has it."""
    full = str(person.answers.get("full_name", "")).strip()
    first = full.split()[0] if full else ""
    others = [str(one.answers.get("full_name", "")) for one in reading.facts.of_kind(_PERSON) if one.id != person.id]
    alone = first and not any(first in other.split() for other in others)
    return tuple(name for name in (full, first if alone else "") if name)


def _agreed(reading: Reading, partner: Record, own_field: str, gift_field: str) -> tuple[Record, ...]:
    """Return who leads, or stands in, for a partner and for what it gives."""
    links = [partner.answers.get(own_field)]
    gifts = reading.facts.of_kind(_GIVES)
    links += [one.answers.get(gift_field) for one in gifts if one.answers.get("party") == Reference(partner.id)]
    ids = dict.fromkeys(link.record for link in links if isinstance(link, Reference))
    return tuple(person for one in ids if (person := reading.facts.get(one)))
