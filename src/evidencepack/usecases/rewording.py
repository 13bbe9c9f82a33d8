# SPDX-License-Identifier: MPL-2.0
"""Changing house wording: checked before it is kept, never lost, and the standard to go back to at any time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.text import clean
from evidencepack.domain.values import Scalar
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.calling import desk
from evidencepack.library.entry import Entered, parse_entry
from evidencepack.library.model import Library
from evidencepack.library.wording import HOUSE_WORDING, HouseWording, Part, read_wording, wording_of
from evidencepack.library.wording_check import heading_problem, words_problem
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.wording import find_part, no_such_part
from evidencepack.usecases.workspaces import tender_facts

_ADVICE = ("reason", "adviser", "advised_on")


class UnusableWordingError(EvidencePackError):
    """The words cannot stand in the place of the standard."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT

    def __init__(self, reference: str, problem: str) -> None:
        super().__init__(f"{reference} was not changed. {problem}")


@dataclass(frozen=True, slots=True)
class NewWording:
    """What a person wants to say; None leaves a thing as it is, an empty reason or adviser takes it away.

    ``keep``: the words stay although the standard has changed, and no check asks about that change again.
    """

    heading: str | None = None
    text: str | None = None
    reason: str | None = None
    adviser: str | None = None
    advised_on: str | None = None
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Reworded:
    """What came of it: the part, its wording now, and what the person should know."""

    part: Part
    wording: HouseWording
    notes: tuple[str, ...] = ()


def wording_facts(workspace: Workspace, tender: str) -> Facts:
    """Return the facts of a tender; with several and none named, only what all of them share."""
    tenders = workspace.tenders()
    if tender or len(tenders) < 2:
        return tender_facts(workspace, tender)
    facts = workspace.facts(tenders[0].id)
    shared = {name: one for name, one in facts.records.items() if not one.tender or name == facts.tender}
    return replace(facts, records=shared)


def change_wording(
    workspace: Workspace, reference: str, new: NewWording, *, library: Library, today: date, tender: str = ""
) -> Reworded:
    """Keep words in the place of a part of a kind, and who was asked about them.

    Advice was given on other words than the new ones: when they change, adviser and day are cleared unless new ones
    come with them.

    Raises:
        NotFoundError: if there is no such part.
        UnusableWordingError: if the words cannot be used; nothing was changed.
    """
    facts = wording_facts(workspace, tender)
    part, before = find_part(library, reference), wording_of(facts, reference)
    if part is None:
        raise no_such_part(library, reference)
    said = _said(part, before, new)
    advice = _advice(new, facts, library, today)
    if problem := _problem(part, said, before, library) or next((one.problem for one in advice.values()), ""):
        raise UnusableWordingError(reference, problem)
    record = before.record if before else _new_record(workspace, facts, reference)
    if said != before:
        _keep_words(workspace, replace(said, record=record), library)
    for field, entered in advice.items():
        _put(workspace, library, record, {field: entered.value})
    notes = [entered.note for entered in advice.values()] + [clean(new.text or "").note, clean(new.heading or "").note]
    return Reworded(part, read_wording(workspace.record(record)), tuple(note for note in notes if note))


def restore_wording(workspace: Workspace, reference: str, *, tender: str = "") -> HouseWording | None:
    """Go back to the standard; what stood in its place stays in the history.

    Return what stands there now: None for the standard, or the organisation's own words below those of a tender.

    Raises:
        NotFoundError: if the standard stands already.
    """
    found = wording_of(wording_facts(workspace, tender), reference)
    if found is None:
        raise NotFoundError(f"{reference} has no words of your own: the standard stands. Nothing was changed.")
    workspace.remove_record(found.record)
    return wording_of(wording_facts(workspace, tender), reference)


def refuse_typed(kind: str, field: str, reference: str) -> str:
    """Return why an answer of house wording is not typed like any other; empty when it is."""
    if kind != HOUSE_WORDING or field in _ADVICE:
        return ""
    return f"Words of the house are checked when they are changed. Use: evidencepack wording FILE {reference} --change"


def _said(part: Part, before: HouseWording | None, new: NewWording) -> HouseWording:
    """Return the words that are to stand; without the advice on earlier words when they are other words."""
    if before and new.text is None and new.heading is None and not new.keep:
        return before
    said = replace(
        before or HouseWording("", part.kind, part.name, part.words, part.heading),
        standard_text=part.words,
        standard_heading=part.heading,
    )
    text, heading = (None if one is None else clean(one).text.strip() for one in (new.text, new.heading))
    words = replace(
        said, text=said.text if text is None else text, heading=said.heading if heading is None else heading
    )
    same = before is not None and (words.text, words.heading) == (before.text, before.heading)
    return words if same else replace(words, adviser="", advised_on=None)


def _problem(part: Part, said: HouseWording, before: HouseWording | None, library: Library) -> str:
    if said.heading and not part.heading:
        return "It has no heading of its own."
    if said == before:
        # Only who was asked is being told; words that an update has made unusable stay as they are.
        return ""
    if problem := heading_problem(said.heading) if part.heading else "":
        return problem
    if problem := words_problem(part, said.text, library.kinds):
        return problem
    return "" if said.replaces(part) else "These are the standard words, so there is nothing to keep."


def _advice(new: NewWording, facts: Facts, library: Library, today: date) -> Mapping[str, Entered]:
    """Return what was typed about the advice, read as its fields read it."""
    fields, at = library[HOUSE_WORDING].fields, desk(facts, today)
    typed = {"reason": new.reason, "adviser": new.adviser, "advised_on": new.advised_on}
    return {name: parse_entry(fields[name], text, at) for name, text in typed.items() if text is not None}


def _new_record(workspace: Workspace, facts: Facts, reference: str) -> str:
    """Return a record without words: a new one, or one whose making broke off."""
    records = (one for one in facts.of_kind(HOUSE_WORDING) if one.reference == reference and not one.tender)
    started = next(records, None)
    return started.id if started else workspace.add_record(HOUSE_WORDING, reference).id


def _keep_words(workspace: Workspace, said: HouseWording, library: Library) -> None:
    """Keep the words last, so that a record whose making broke off has none and the standard stands."""
    _put(
        workspace,
        library,
        said.record,
        {
            "of_kind": said.kind,
            "part": said.part,
            "standard_heading": said.standard_heading or None,
            "standard_text": said.standard_text,
            "heading": said.heading or None,
            "adviser": said.adviser or None,
            "advised_on": said.advised_on,
        },
    )
    path = FieldPath(said.record, "text")
    made = workspace.set_value(path, library[HOUSE_WORDING].fields["text"].type, said.text)
    _put(workspace, library, said.record, {"changed_by": made.actor, "changed_on": made.time.date()})


def _put(workspace: Workspace, library: Library, record: str, values: Mapping[str, Scalar | None]) -> None:
    fields = library[HOUSE_WORDING].fields
    for name, value in values.items():
        workspace.set_value(FieldPath(record, name), fields[name].type, value)
