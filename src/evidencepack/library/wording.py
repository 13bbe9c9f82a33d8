# SPDX-License-Identifier: MPL-2.0
"""House wording: the words of a kind that an organisation may say in its own way, and what it said instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.text import clean
from evidencepack.domain.trade import Advice, Audience
from evidencepack.library.model import Clause, Kind

HOUSE_WORDING = "house_wording"
"""The kind of record that holds one piece of house wording."""

MOST = 20_000
"""How many characters a piece of house wording may have: some ten pages."""

ADVISERS = {
    Advice.LEGAL: "solicitor",
    Advice.INFORMATION_GOVERNANCE: "information governance lead",
    Advice.EMPLOYMENT: "employment adviser",
    Advice.INSURANCE: "insurance adviser",
}
"""Who is asked before a clause is said in another way."""

_SCHEDULE, _SIGNATURE = "schedule", "signature"
_ITEM = "- "


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a kind that may be said in another way: a clause, what stands round a schedule, a statement to sign.

    ``name`` is its name within the kind ("parties", "schedule.meetings.intro", "signature.authorised_signatory");
    ``title`` what a person calls it; ``heading`` is empty where the part has none that could be changed.
    """

    kind: str
    name: str
    title: str
    words: str
    audience: Audience
    heading: str = ""
    advice: tuple[Advice, ...] = ()
    guarded: bool = False

    @property
    def reference(self) -> str:
        """What people call the part: "mou.parties"."""
        return f"{self.kind}.{self.name}"


@dataclass(frozen=True, slots=True)
class HouseWording:
    """One piece of house wording as its record has it; ``standard_...`` is what it stood in for when it was written.

    ``tender`` is empty for the organisation's own words; words that came with a tender are used for that tender alone.
    """

    record: str
    kind: str
    part: str
    text: str
    heading: str = ""
    standard_text: str = ""
    standard_heading: str = ""
    reason: str = ""
    adviser: str = ""
    advised_on: date | None = None
    changed_by: str = ""
    changed_on: date | None = None
    tender: str = ""

    @property
    def reference(self) -> str:
        """What people call the part: "mou.parties"."""
        return f"{self.kind}.{self.part}"

    @property
    def advised(self) -> bool:
        """Whether an adviser and the day of the advice are recorded."""
        return bool(self.adviser.strip()) and self.advised_on is not None

    def replaces(self, part: Part) -> bool:
        """Whether these words are any different from the standard of today."""
        return _differ(self.text, part.words) or bool(part.heading and _differ(self.heading, part.heading))

    def is_behind(self, part: Part) -> bool:
        """Whether the standard has changed since these words were written, and is not what they say now."""
        same_heading = not part.heading or not _differ(self.standard_heading, part.heading)
        return self.replaces(part) and not (same_heading and not _differ(self.standard_text, part.words))


def parts_of(kind: Kind) -> tuple[Part, ...]:
    """Return what may be said in another way, in the order of the document."""
    return tuple(_parts(kind))


def part_called(kind: Kind, name: str) -> Part | None:
    """Return the part of this name, or None."""
    return next((part for part in parts_of(kind) if part.name == name), None)


def house_wordings(facts: Facts) -> tuple[HouseWording, ...]:
    """Return the house wording in force for a tender: what came with it first, then the organisation's own.

    Of two for the same part the first counts. A record whose words were never finished is none.
    """
    records = sorted(facts.of_kind(HOUSE_WORDING), key=lambda record: not record.tender)
    found: dict[str, HouseWording] = {}
    for record in records:
        wording = read_wording(record)
        if wording.text.strip():
            found.setdefault(wording.reference, wording)
    return tuple(found.values())


def wording_of(facts: Facts, reference: str) -> HouseWording | None:
    """Return the house wording in force for the part of this reference ("mou.parties"), or None."""
    return next((wording for wording in house_wordings(facts) if wording.reference == reference), None)


def read_wording(record: Record) -> HouseWording:
    """Return what a record of house wording says; what it does not say is empty."""
    said = {name: answer for name, answer in record.answers.items() if isinstance(answer, str)}
    days = {name: answer for name, answer in record.answers.items() if isinstance(answer, date)}
    return HouseWording(
        record=record.id,
        kind=said.get("of_kind", ""),
        part=said.get("part", ""),
        text=said.get("text", ""),
        heading=said.get("heading", ""),
        standard_text=said.get("standard_text", ""),
        standard_heading=said.get("standard_heading", ""),
        reason=said.get("reason", ""),
        adviser=said.get("adviser", ""),
        advised_on=days.get("advised_on"),
        changed_by=said.get("changed_by", ""),
        changed_on=days.get("changed_on"),
        tender=record.tender,
    )


def _parts(kind: Kind) -> Iterator[Part]:
    for clause in kind.clauses:
        if not clause.each:
            yield _part_of(kind, clause)
    for schedule in kind.schedules:
        for place, words in (("intro", schedule.intro_words), ("note", schedule.note_words)):
            if words:
                name = f"{_SCHEDULE}.{schedule.key}.{place}"
                yield Part(kind.id, name, f"{schedule.heading} ({place})", words, schedule.audience)
    for line in kind.signatures:
        name = f"{_SIGNATURE}.{line.role}"
        yield Part(kind.id, name, f"{line.heading} (statement)", line.statement_words, Audience.PACK)


def _part_of(kind: Kind, clause: Clause) -> Part:
    return Part(
        kind.id,
        clause.key,
        clause.heading,
        clause.words,
        clause.audience,
        heading=clause.heading,
        advice=clause.advice,
        guarded=clause.guarded,
    )


def _differ(one: str, other: str) -> bool:
    """Whether two texts say different words; where lines break within a paragraph or an item says nothing."""
    return pieces(one) != pieces(other)


def pieces(text: str) -> list[str]:
    """Return the paragraphs and items of a text, each on one line."""
    found = [""]
    for line in clean(text).text.split("\n"):
        words = " ".join(line.split())
        if not words or words.startswith(_ITEM):
            found.append(words)
        else:
            found[-1] = f"{found[-1]} {words}".strip()
    return [piece for piece in found if piece]
