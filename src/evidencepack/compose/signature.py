# SPDX-License-Identifier: MPL-2.0
"""The signature page: the standing notice, a statement, and a box for each person who is to sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from evidencepack.blocks.blocks import Block, Heading, Paragraph, Signatory, Signature, Style
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.acknowledgement import acknowledgement
from evidencepack.compose.bound import Answered, Bound, Entity, Item, RowOf, Unanswered
from evidencepack.compose.clauses import ADVICE
from evidencepack.compose.counting import lower_first
from evidencepack.compose.evaluate import evaluate
from evidencepack.compose.paragraphs import tidy
from evidencepack.compose.pointing import anchor
from evidencepack.compose.printing import missing, missing_rows, printed
from evidencepack.compose.scope import Scope
from evidencepack.domain.trade import Advice, Audience, SignatureStage
from evidencepack.library.model import Field, SignatureLine
from evidencepack.library.rows import ORGANISATION

EACH_PARTY = "each_party"
ACKNOWLEDGED = "acknowledgement"
_SIGNS = "signs"
"""The column of a parties table in which a row says at which stage it signs, by the ids of the stages."""

_CONTACT, _SIGNATORY, _OTHER_SCRIPT = "contact", "signatory", "name_other_script"
_BUYER_COPY = "This document was prepared from a general template, which is not legal advice."
_MARKED_COPY = (
    "This document was prepared from a general template. It is not legal advice. Before signing, ask a solicitor to "
    f"check the clauses marked “{ADVICE[Advice.LEGAL]}”. Ask your Data Protection "
    f"Officer or information governance lead to check those marked “{ADVICE[Advice.INFORMATION_GOVERNANCE]}”."
)
_OWN_COPIES = "Each organisation signs a copy of its own, on the sign-off sheet at its end. These people are asked to:"
_OTHERS_INITIAL = "Those who initial this list do so on copies of their own."
_WHO_SIGNS, _WHO_INITIALS = "Who signs the full paper", "Who initials the full paper"
_STAGES = {
    SignatureStage.BEFORE_SUBMISSION: "Before the bid goes in",
    SignatureStage.ON_AWARD: "When the contract is awarded",
    SignatureStage.BEFORE_GO_LIVE: "Before the service starts",
}
_CAPACITIES = {"authorised_signatory": "Signatory", "ig_reviewer": "IG reviewer"}


def signature_blocks(scope: Scope, *, landscape: bool = False) -> tuple[Block, ...]:
    """Return everything on the signature page, which may be a turned one; nothing for a kind that is not signed."""
    if scope.short:
        return _in_words(scope)
    if scope.edition.party:
        return _for_one_party(scope, landscape=landscape)
    blocks: list[Block] = []
    for place, line in enumerate(signature_lines(scope), start=1):
        name = "signatures" if place == 1 else f"signatures_{place}"
        blocks.append(Heading(2, (Text(line.heading),), anchor(scope.record.id, name)))
        blocks.extend(_notice(scope, Audience.OWN, Audience.PARTNER) if place == 1 else ())
        statement, people = tidy(evaluate(line.statement, scope)), tuple(signatories(line, scope))
        if not people:
            blocks.extend((Paragraph(statement), Paragraph(_nobody(line, scope))))
        elif line.kind == ACKNOWLEDGED:
            blocks.extend((Paragraph(statement), acknowledgement(people, landscape=landscape)))
        else:
            blocks.append(Signature(people, statement))
    return (*blocks, *(_notice(scope, Audience.PACK) if blocks else ()))


def _for_one_party(scope: Scope, *, landscape: bool) -> tuple[Block, ...]:
    """Return who signs which copy; whoever initials a list does so here, on the copy of their organisation.

    Boxes to sign stand on a sheet of their own behind the copy.
    """
    blocks: list[Block] = []
    for place, line in enumerate(signature_lines(scope), start=1):
        name = "signatures" if place == 1 else f"signatures_{place}"
        blocks.append(Heading(2, (Text(line.heading),), anchor(scope.record.id, name)))
        if line.kind != ACKNOWLEDGED:
            blocks.extend((Paragraph((Text(_OWN_COPIES),)), *map(Paragraph, _all_named(line, scope))))
            continue
        blocks.append(Paragraph(tidy(evaluate(line.statement, scope))))
        own = tuple(one.signatory for one in asked(line, scope) if one.signs_for(scope.edition.party))
        blocks.append(acknowledgement(own, landscape=landscape) if own else Paragraph((Text(_OTHERS_INITIAL),)))
    return tuple(blocks)


def _in_words(scope: Scope) -> tuple[Block, ...]:
    """Return who signs the full paper, a sentence for each stage, in place of boxes that nobody is to sign."""
    lines = signature_lines(scope)
    if not lines:
        return ()
    words = _WHO_SIGNS if any(line.kind != ACKNOWLEDGED for line in lines) else _WHO_INITIALS
    heading = Heading(2, (Text(words),), anchor(scope.record.id, "signatures"), small=scope.kind.small_headings)
    named = (Paragraph(each) for line in lines for each in _all_named(line, scope))
    return (heading, *named, *_notice(scope, Audience.PACK))


def _all_named(line: SignatureLine, scope: Scope) -> Iterator[Inlines]:
    """Give "Before the bid goes in, as signatory: Ada Lee for Kestrel; ..." for each stage at which somebody signs.

    Those who initial a list have no stage worth a word.
    """
    everyone = tuple(asked(line, scope))
    if not everyone:
        yield _nobody(line, scope)
    for stage in SignatureStage:
        people = [(*one.signatory.name, Text(" for "), *_called(scope, one)) for one in everyone if one.stage is stage]
        if people:
            words = f"{_STAGES[stage]}, as {lower_first(everyone[0].signatory.capacity)}: "
            opening = () if line.kind == ACKNOWLEDGED else (Text(words),)
            parted = (((Text("; "),) if place else ()) + person for place, person in enumerate(people))
            yield (*opening, *chain.from_iterable(parted), Text("."))


def signature_lines(scope: Scope) -> tuple[SignatureLine, ...]:
    """Return who is to sign this document: the lines of its kind whose conditions hold."""
    return tuple(line for line in scope.kind.signatures if scope.holds(line.when))


def _nobody(line: SignatureLine, scope: Scope) -> Inlines:
    """Return the mark of the table that would name who signs, while it has no row."""
    return missing_rows(scope.rows(scope.kind.parties if line.by == EACH_PARTY else line.by))


def _notice(scope: Scope, *audiences: Audience) -> tuple[Block, ...]:
    """Return the standing notice, if the copy is for one of these audiences.

    Who is to sign reads first what to have checked. A buyer reads last where the words came from.
    """
    if not scope.kind.notice or scope.audience not in audiences:
        return ()
    return (Paragraph((Text(_BUYER_COPY if scope.audience is Audience.PACK else _MARKED_COPY),), Style.NOTE),)


def _called(scope: Scope, one: Asked) -> Inlines:
    """Return the short name of an organisation, as running text has it."""
    if isinstance(one.party, Unanswered):
        return one.signatory.party
    return printed(scope, scope.step(one.party, "short_name"))


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody who is to sign: how the page names them, for which organisation, and by when."""

    signatory: Signatory
    party: Entity | Unanswered
    person: Entity | Unanswered
    stage: SignatureStage

    def signs_for(self, organisation: str) -> bool:
        """Whether they sign for an organisation, by its id."""
        return isinstance(self.party, Entity) and self.party.record.id == organisation


def signatories(line: SignatureLine, scope: Scope) -> Iterator[Signatory]:
    """Give each person once, in the order of the parties or of the table that names them."""
    return (one.signatory for one in asked(line, scope))


def asked(line: SignatureLine, scope: Scope) -> Iterator[Asked]:
    """Give who is to sign, as ``signatories`` does. A row of the parties that says by when it signs is believed."""
    capacity = _CAPACITIES.get(line.role, line.role.replace("_", " ").capitalize())
    seen = set()
    for row, party, person in _people(line, scope):
        names = _name(scope, party, "legal_name"), _name(scope, person, "full_name")
        if names not in seen:
            yield Asked(Signatory(*names, _role(scope, person), capacity), party, person, _stage(line, row, scope))
        seen.add(names)


def _stage(line: SignatureLine, row: Item | Unanswered, scope: Scope) -> SignatureStage:
    found = scope.step(row, _SIGNS) if isinstance(row, RowOf) and _SIGNS in {one.id for one in _fields(row)} else None
    known = isinstance(found, Answered) and found.value in set(SignatureStage)
    return SignatureStage(str(found.value)) if known and isinstance(found, Answered) else line.stage


def _people(
    line: SignatureLine, scope: Scope
) -> Iterator[tuple[Item | Unanswered, Entity | Unanswered, Entity | Unanswered]]:
    """Give row, organisation and contact for each signature; a row's organisation comes before the contact's."""
    if line.by == EACH_PARTY:
        for item in scope.party_items():
            organisation = scope.organisation_of(item)
            yield item, organisation, _signatory_of(scope, item, organisation)
        return
    for item in scope.rows(line.by).items:
        contact = scope.entity(_person_in(scope, item))
        has_own = ORGANISATION in {field.id for field in _fields(item)}
        yield item, scope.entity(scope.step(item if has_own else contact, ORGANISATION)), contact


def _signatory_of(scope: Scope, party: Item | Unanswered, organisation: Entity | Unanswered) -> Entity | Unanswered:
    """Return who signs for a party: the person its row names, else the organisation's usual signatory.

    Where the document names one organisation and no table, its own answer stands for that of a row.
    """
    named_in = party if isinstance(party, RowOf) else scope.own
    if _SIGNATORY in {field.id for field in _fields(named_in)}:
        found = scope.step(named_in, _SIGNATORY)
        if isinstance(found, Answered):
            return scope.entity(found)
    return scope.entity(scope.step(organisation, _SIGNATORY))


def _person_in(scope: Scope, item: Item) -> Bound:
    """Return the contact that a row names: its first column that refers to one."""
    return scope.step(item, next(field.id for field in _fields(item) if field.to == _CONTACT))


def _fields(item: Item) -> tuple[Field, ...]:
    return item.field.columns if isinstance(item, RowOf) else tuple(item.kind.fields.values())


def _name(scope: Scope, who: Entity | Unanswered, field: str) -> Inlines:
    """Return the formal name, with the same name in another script behind it where there is one."""
    if isinstance(who, Unanswered):
        return missing(who)
    name = printed(scope, scope.step(who, field))
    other = scope.step(who, _OTHER_SCRIPT) if _OTHER_SCRIPT in who.kind.fields else None
    return (*name, Text(" ("), *printed(scope, other), Text(")")) if isinstance(other, Answered) else name


def _role(scope: Scope, person: Entity | Unanswered) -> Inlines:
    """Return the job title; a person who is not known yet has none to show."""
    return () if isinstance(person, Unanswered) else printed(scope, scope.step(person, "job_title"))
