# SPDX-License-Identifier: MPL-2.0
"""From records to what the front pages print: the partners of a bid, and where each document answers what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from evidencepack.blocks.document import Document, Running
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.agreed import agreed
from evidencepack.compose.bound import Answered, Bound, Entity, Unanswered
from evidencepack.compose.evidence import telling_places
from evidencepack.compose.filters import FILTERS
from evidencepack.compose.front import LEAD_ROLE, Front, Listed, Partner
from evidencepack.compose.joining import join
from evidencepack.compose.plain import plain
from evidencepack.compose.pointing import place_of
from evidencepack.compose.printing import mail_link, printed
from evidencepack.compose.scope import Scope
from evidencepack.compose.visibility import visible
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience, EvaluatorQuestion, Strength
from evidencepack.domain.values import Number, Reference, Table
from evidencepack.library.model import Clause as KindClause
from evidencepack.library.model import Kind, Library, Schedule
from evidencepack.library.rows import ORGANISATION

_PARTNERSHIP, _CONTRIBUTION = "partnership", "contribution"


def _if_answered(words: Inlines) -> str:
    """Return the words for a running head, which shows no gap."""
    return "" if any(isinstance(one, Value) and one.missing for one in words) else plain(words)


@dataclass(frozen=True, slots=True)
class Appended:
    """One appendix as the pack has it: its record, its document with a letter, and its version for the contents."""

    record: Record
    document: Document
    version: str = ""


def front_of(
    facts: Facts,
    library: Library,
    appendices: Sequence[Appended],
    *,
    reference: str,
    version: str,
    audience: Audience = Audience.PACK,
) -> Front:
    """Return what cover, contents and matrix print of a tender and its appendices.

    Args:
        facts: the tender's records; what the audience may not see is left out first.
        library: the kinds.
        appendices: in the order of their letters.
        reference: what people call the pack, for its footer.
        version: as the footer prints it ("version 1.0").
        audience: for whom.
    """
    allowed = visible(facts, library, audience)
    tender = allowed.records[allowed.tender]
    scope = Scope(library[tender.kind], tender, allowed, library, audience)
    listed = tuple(_listed(one, scope) for one in appendices)
    partners = tuple(_partners(scope, frozenset(party for one in listed for party in one.parties)))
    bidder = _of(scope, scope.lead(), "legal_name")
    line = _tender_line(scope)
    return Front(
        running=Running(_if_answered(bidder), plain(line), reference, version),
        bidder=bidder,
        title=_of(scope, scope.own, "title"),
        tender_line=line,
        buyer=_of(scope, scope.own, "buyer", "legal_name"),
        partners=partners,
        documents=_everybodys(listed, frozenset(partner.organisation for partner in partners)),
        submitted=_of(scope, scope.own, "submission_deadline"),
        contact=_contact(scope),
        limit=_limit(scope),
    )


def places_of(kind: Kind, document: Document, telling: frozenset[str]) -> dict[EvaluatorQuestion, str]:
    """Return where a document answers which question; nowhere while it says nothing.

    It is the part that the kind names for it, else the first schedule that answers it, since schedules hold the facts,
    else the first clause. A question that only the kind as a whole answers is answered by the document. A part
    that says nothing is passed over.

    Args:
        kind: what it is.
        document: as it is printed.
        telling: the anchors of its parts that say something (``telling_places``).
    """
    if document.anchor not in telling:
        return {}
    parts: tuple[Schedule | KindClause, ...] = (*kind.schedules, *kind.clauses)
    last_first = [(part, place_of(document.anchor, part)) for part in reversed(parts)]
    kept = [(part, place) for part, place in last_first if place in telling]
    by_key = {part.key: place for part, place in kept}
    places = {question: place for part, place in kept for question in part.answers}
    named = {question: by_key[key] for question, key in kind.answered_at.items() if key in by_key}
    return dict.fromkeys(kind.answers, document.anchor) | places | named


def parties_of(record: Record, scope: Scope) -> frozenset[str]:
    """Return whose document it is: its parties, or for a kind without, every organisation that its tables name."""
    kind = scope.library[record.kind]
    if kind.parties:
        return Scope(kind, record, scope.facts, scope.library, scope.audience).parties()
    tables = (answer for answer in record.answers.values() if isinstance(answer, Table))
    cells = (value for table in tables for row in table.rows for value in row.cells.values())
    named = (value.record for value in cells if isinstance(value, Reference))
    return frozenset(name for name in named if _is_organisation(scope.facts.get(name)))


def _is_organisation(record: Record | None) -> bool:
    return record is not None and record.kind == ORGANISATION


def _everybodys(documents: tuple[Listed, ...], everybody: frozenset[str]) -> tuple[Listed, ...]:
    """Give the documents; one that names nobody, such as a dashboard of what all measure, is everybody's."""
    return tuple(one if one.parties else replace(one, parties=everybody) for one in documents)


def _listed(one: Appended, scope: Scope) -> Listed:
    record = scope.facts.records[one.record.id]
    kind = scope.library[record.kind]
    signed = agreed(Scope(kind, record, scope.facts, scope.library, scope.audience))
    telling = telling_places(one.document, scope.facts)
    places, main = (
        places_of(kind, one.document, telling),
        {one for one, how in kind.answers.items() if how is Strength.MAIN},
    )
    return Listed(one.document, one.version, signed, parties_of(record, scope), places, frozenset(main))


def _partners(scope: Scope, parties: frozenset[str]) -> Iterator[Partner]:
    """Give the lead, then each partner of the tender that is a party to a document of the pack."""
    lead = scope.lead()
    if isinstance(lead, Entity):
        yield _partner(scope, lead, (Text(LEAD_ROLE),))
    seen = {lead.record.id} if isinstance(lead, Entity) else set()
    for record in scope.facts.of_kind(_PARTNERSHIP):
        partnership = Entity(record, scope.library[record.kind])
        organisation = scope.organisation_of(partnership)
        if isinstance(organisation, Entity) and organisation.record.id in parties - seen:
            seen.add(organisation.record.id)
            role = _of(scope, partnership, "delivery_role")
            yield _partner(scope, organisation, role, _specification(scope, partnership))


def _partner(scope: Scope, organisation: Entity, role: Inlines, gap: Inlines = ()) -> Partner:
    does = scope.step(organisation, "what_they_do")
    words = FILTERS["lower_first"](scope, does) if isinstance(does, Answered) else ()
    claims = {
        EvaluatorQuestion.PURPOSE: gap or _specification(scope, *_contributed_by(scope, organisation)),
        EvaluatorQuestion.CONTRIBUTION: _contributions(scope, organisation),
        EvaluatorQuestion.GOVERNANCE: _leads(scope, organisation),
    }
    return Partner(
        organisation=organisation.record.id,
        name=_of(scope, organisation, "legal_name"),
        role=(*role, Text(": "), *words) if words and plain(role) != LEAD_ROLE else role,
        other_script=_if_known(scope, scope.step(organisation, "name_other_script")),
        claims={question: claim for question, claim in claims.items() if claim},
    )


def _specification(scope: Scope, *gaps: Entity) -> Inlines:
    """Return "Specification 4.7", unless the words say what they are themselves.

    A partner's gap is in its partnership record. The lead has none: it closes what its contributions close.
    """
    known = (_if_known(scope, scope.step(gap, "spec_ref")) for gap in gaps)
    where = join([words for words in known if words])
    return (Text("Specification "), *where) if plain(where)[:1].isdigit() else where


def _contributed_by(scope: Scope, organisation: Entity) -> list[Entity]:
    return [
        Entity(record, scope.library[record.kind])
        for record in scope.facts.of_kind(_CONTRIBUTION)
        if record.answers.get("party") == Reference(organisation.record.id)
    ]


def _contributions(scope: Scope, organisation: Entity) -> Inlines:
    return join([_of(scope, one, "what") for one in _contributed_by(scope, organisation)])


def _leads(scope: Scope, organisation: Entity) -> Inlines:
    """Return "Nasrin Akhtar, or Imran Chowdhury"."""
    lead, deputy = (
        _if_known(scope, scope.step(scope.step(organisation, role), "full_name"))
        for role in ("named_lead", "named_deputy")
    )
    return (*lead, Text(", or "), *deputy) if lead and deputy else lead


def _tender_line(scope: Scope) -> Inlines:
    """Return reference and lot: "TBN-ASC-2027-014 · Lot 2 – East locality"."""
    lot = _if_known(scope, scope.step(scope.step(scope.own, "lot"), "name"))
    reference = _of(scope, scope.own, "reference")
    return (*reference, Text(" · "), *lot) if lot else reference


def _contact(scope: Scope) -> tuple[Inlines, ...]:
    """Return name, job, phone and mail of the lead's named lead, as far as they are known; the gap without one."""
    person = scope.step(scope.lead(), "named_lead")
    if isinstance(person, Unanswered):
        return (printed(scope, person),)
    words = (_if_known(scope, scope.step(person, name)) for name in ("full_name", "job_title", "work_phone"))
    mail = scope.step(person, "work_email")
    link = (mail_link(mail),) if isinstance(mail, Answered) else ()
    return tuple(line for line in (*words, link) if line)


def _limit(scope: Scope) -> int:
    limit = scope.step(scope.own, "appendix_side_limit")
    return int(limit.value.amount) if isinstance(limit, Answered) and isinstance(limit.value, Number) else 0


def _of(scope: Scope, bound: Bound, *names: str) -> Inlines:
    for name in names:
        bound = scope.step(bound, name)
    return printed(scope, bound)


def _if_known(scope: Scope, bound: Bound) -> Inlines:
    return printed(scope, bound) if isinstance(bound, Answered) else ()
