# SPDX-License-Identifier: MPL-2.0
"""Partners in words and marks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evidencepack.domain.record import Record
from evidencepack.domain.values import Number
from evidencepack.library.entry_dates import date_text
from evidencepack.library.model import Library
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.master_list import Entry
from evidencepack.ui.words import counted, say
from evidencepack.usecases.partner_changes import NO_PARTNER
from evidencepack.usecases.partner_view import (
    ORGANISATION,
    Assurance,
    FitPart,
    PartnerLine,
    Person,
    Stand,
    choice_words,
)

_STANDS = {
    Stand.LEAD: (Mark.DONE, "You"),
    Stand.IN: (Mark.DONE, ""),
    Stand.FIX: (Mark.WARN, "Fix first"),
    Stand.OPEN: (Mark.DRAFT, "Not decided yet"),
    Stand.OUT: (Mark.SKIP, "Left out"),
}
_FIT_NAMES = {
    "service_fit": "Service",
    "local_fit": "Local",
    "evidence_fit": "Evidence",
    "governance_fit": "Governance",
}
_RESULTS = {"pass": Mark.DONE, "fix": Mark.WARN, "fail": Mark.MISS}
_PROOFS = {
    "insurance_expiry": "Insurance, first policy to end",
    "cyber_essentials_expiry": "Cyber Essentials",
    "dspt_status": "Security toolkit (DSPT): {what}",
    "ico_registration_no": "Data protection fee: {what}",
}
_ROLES = {
    "named_lead": "named lead",
    "named_deputy": "deputy",
    "signatory": "signs agreements",
    "safeguarding_lead": "safeguarding",
    "ig_lead": "information governance",
    "breach_contact": "breach contact",
}


def entries_of(lines: Sequence[PartnerLine], wanted: str) -> Iterator[Entry]:
    """Yield the lines of the list in their two groups; ``wanted`` is what somebody looks for (empty: everything)."""
    found = [line for line in lines if wanted.casefold() in f"{line.name} {line.sort} {line.role}".casefold()]
    for head, inside in ((say("In this tender"), True), (say("Thought about, left out"), False)):
        group = [line for line in found if (line.stand is not Stand.OUT) is inside]
        if group:
            yield Entry("", head)
            yield from (_entry(line) for line in group)


def line_below(organisation: Record, library: Library) -> str:
    """Return what an organisation is in a few facts: its form, its size, where it works."""
    number = organisation.answers.get("staff_count")
    staff = counted(int(number.amount), "{n} member of staff", "{n} staff") if isinstance(number, Number) else ""
    area = str(organisation.answers.get("operating_area", ""))
    return " · ".join(filter(None, (choice_words(organisation, "legal_form", library), staff, area)))


def fit_name(part: FitPart) -> str:
    """Return what a part of the fit test is called."""
    return say(_FIT_NAMES[part.field])


def fit_state(part: FitPart) -> tuple[Mark, str]:
    """Return the mark of a part of the fit test, and the word for it."""
    return _RESULTS.get(part.result, Mark.NONE), part.words or say("Not asked yet")


def assured(one: Assurance) -> str:
    """Return what a proof is called: in few words, where the question it answers is long."""
    words = _PROOFS.get(one.path.partition("/")[2])
    return say(words, what=one.what) if words else one.what


def roles_of(person: Person) -> str:
    """Return what somebody is there: "Named lead, safeguarding"."""
    words = ", ".join((*(say(_ROLES[role]) for role in person.roles), *((say("has left"),) if person.gone else ())))
    return f"{words[:1].upper()}{words[1:]}"


def state_of(one: Assurance) -> tuple[Mark, str]:
    """Return the mark of a proof, and the word for it."""
    if one.last is None:
        return Mark.DONE, say("Published {day}", day=date_text(one.since)) if one.since else say("The number is known")
    if one.over:
        return Mark.MISS, say("Has ended")
    return (Mark.STALE, say("Lapses soon")) if one.soon else (Mark.DONE, say("Good"))


def stand_words(stand: Stand) -> str:
    """Return how an organisation stands in the tender."""
    words: Mapping[Stand, str] = {Stand.LEAD: "You lead this bid", Stand.IN: "Included"}
    return say(words.get(stand) or _STANDS[stand][1])


def sorts_of(library: Library, *, typed: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the kinds of organisation that a partner can be, with their words; ``typed``: those with suggestions."""
    known = {one for guide in library.partner_types.values() for one in guide.organisations}
    for choice in library[ORGANISATION].fields["org_type"].choices:
        if choice.id in known or (not typed and choice.id not in NO_PARTNER):
            yield choice.id, choice.label


def _entry(line: PartnerLine) -> Entry:
    mark, words = _STANDS[line.stand]
    role = line.role.lower() if line.stand is Stand.IN else ""
    said = say("lead provider") if line.stand is Stand.LEAD else line.sort
    parts = (say(words) if words else "", said, role)
    return Entry(line.id, line.name, " · ".join(filter(None, parts)), mark)
