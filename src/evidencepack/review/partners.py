# SPDX-License-Identifier: MPL-2.0
"""Partners of a bid: who takes part beside the lead provider, tested or not. CHK-RQ-51: those who name nobody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record, short_name
from evidencepack.domain.values import Reference
from evidencepack.library.rows import parties_of
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading
from evidencepack.review.telling import reference, rows

PARTNERSHIP, ORGANISATION = "partnership", "organisation"
_DECISION, _STAGE, _OUT, _LEFT = "decision", "partner_stage", "exclude", "left"
_PEOPLE = ("named_lead", "named_deputy")
_GIVES = ("contribution", "response_time", "commitment")
"""Kinds of record that say what a party gives or promises; whoever does takes part."""

_OF_A_PARTNER = frozenset({"letter_of_support", "narrative", "heads_of_terms"})
_MEMORANDUM, _BUYS = "mou", "commissioner"


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that takes part, and its four-part fit.

    Where nobody has begun a fit test, ``tested`` is false, and ``fit`` has no answers and the id of the organisation.
    """

    organisation: Record
    fit: Record
    tested: bool = True

    @property
    def id(self) -> str:
        """The id of the organisation."""
        return self.organisation.id

    @property
    def name(self) -> str:
        """What sentences call it."""
        return short_name(self.organisation)


def partners_of(reading: Reading) -> tuple[Partner, ...]:
    """Return the organisations that take part beside whoever leads, each once, with its first fit test.

    Those come first whom somebody has put to the test; then those whom a paper, a contribution, a response time or a
    promise names, and nobody has.
    """
    return tuple(one for one in reading.once(_partners) if one.id not in reading.leads())


def named_partners(reading: Reading) -> dict[str, str]:
    """Return the organisations that papers of the bid call partners, each with what the first such paper is called."""
    found: dict[str, str] = {}
    for paper in reading.documents:
        links = [row.cells.get(ORGANISATION) for row in rows(paper, "parties") if paper.kind == _MEMORANDUM]
        own = reference(paper, "partner") if paper.kind in _OF_A_PARTNER else None
        for link in (*links, own):
            if isinstance(link, Reference) and reading.facts.get(link.record):
                found.setdefault(link.record, reading.called(paper))
    return found


def people_of(reading: Reading, organisation: str) -> frozenset[str]:
    """Return the ids of the people of an organisation."""
    return reading.once(_people).get(organisation, frozenset())


def papers_of(reading: Reading, organisation: str) -> tuple[Record, ...]:
    """Return the documents to which an organisation is a party."""
    return tuple(one for one in reading.documents if organisation in reading.once(_parties, one.id))


def unled_partners(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield a finding for each partner that is not left out, and each of the two people it does not name."""
    for partner in (one.organisation for one in reading.once(_partners)):
        fields = reading.library[ORGANISATION].fields
        for name in _PEOPLE:
            person = partner.answers.get(name)
            if name in fields and not (isinstance(person, Reference) and reading.facts.get(person.record)):
                message = words.message.format(partner=reading.named(partner), label=fields[name].label)
                path = FieldPath(partner.id, name)
                yield Finding(f"CHK-{words.id}", words.severity, partner.id, str(path), message)


def _partners(reading: Reading) -> tuple[Partner, ...]:
    found: dict[str, Partner] = {}
    out = set[str]()
    for fit in reading.facts.of_kind(PARTNERSHIP):
        gone = fit.answers.get(_DECISION) == _OUT or fit.answers.get(_STAGE) == _LEFT
        partner = reading.linked(fit, ORGANISATION)
        if partner and gone:
            out.add(partner.id)
        elif partner:
            found.setdefault(partner.id, Partner(partner, fit))
    for name in sorted(_untested(reading) - out - reading.leads() - found.keys()):
        found[name] = _without_fit(reading.facts.records[name], reading.tender)
    return tuple(found.values())


def _untested(reading: Reading) -> set[str]:
    """Return whom a paper calls a partner or who gives or promises something, but for whoever buys."""
    named = set(reading.once(named_partners))
    named |= {link.record for kind in _GIVES for one in reading.of(kind) if (link := reference(one, "party"))}
    buyer = reference(reading.facts.records[reading.tender], "buyer")
    there = (reading.facts.get(one) for one in named - ({buyer.record} if buyer else set()))
    return {one.id for one in there if one and one.answers.get("org_type") != _BUYS}


def _without_fit(organisation: Record, tender: str) -> Partner:
    fit = Record(organisation.id, PARTNERSHIP, organisation.reference, tender)
    return Partner(organisation, fit, tested=False)


def _people(reading: Reading) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for person in reading.facts.of_kind("contact"):
        of = person.answers.get(ORGANISATION)
        if isinstance(of, Reference):
            found.setdefault(of.record, set()).add(person.id)
    return {name: frozenset(people) for name, people in found.items()}


def _parties(reading: Reading, name: str) -> frozenset[str]:
    document = reading.facts.records[name]
    return parties_of(document, reading.library[document.kind], reading.facts, reading.library)
