# SPDX-License-Identifier: MPL-2.0
"""The places of a buyer's portal and its rules for files, kept as a file and used for another tender of that buyer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record, short_name
from evidencepack.domain.slots import SLOT
from evidencepack.domain.values import Answer, Reference, Table
from evidencepack.exchange.portal_rules import read_rules, write_rules
from evidencepack.exchange.strict_json import MOST_BYTES
from evidencepack.library.model import Library
from evidencepack.paths.faults import CannotWriteError
from evidencepack.paths.files import write_atomically
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.changes import AddRecord, SetAnswer, Single, Together
from evidencepack.usecases.naming import following
from evidencepack.usecases.reading_files import read_file
from evidencepack.usecases.saving import keep_changes
from evidencepack.usecases.workspaces import tender_facts

TENDER_RULES = (
    "file_formats", "file_max_mb", "file_name_pattern", "page_size", "typeface", "type_size_pt",
    "type_size_everywhere", "margin_mm", "appendix_side_limit", "file_rules_note",
)  # fmt: skip
"""The questions of a tender that are about its buyer's portal, not about the tender."""

_TITLE = "title"


@dataclass(frozen=True, slots=True)
class TakenRules:
    """What using rules changes: the changes, the names of the slots that come, and those that are there already.

    ``kept`` are the labels of rules that the tender has already and that the file gives otherwise; ``title`` is what
    the file says of itself.
    """

    title: str
    changes: tuple[Single, ...]
    added: tuple[str, ...]
    known: tuple[str, ...]
    kept: tuple[str, ...]


def saved_rules(facts: Facts, library: Library) -> bytes:
    """Return the rules of a tender's portal as a file.

    What goes into a slot and which questions it is for belong to the tender, and stay with it.
    """
    tender = facts.records[facts.tender]
    said = {name: tender.answers[name] for name in TENDER_RULES if name in tender.answers}
    named = Record(tender.id, tender.kind, tender.reference, "", {_TITLE: _title(facts), **said})
    slots = (replace(one, tender=tender.id, answers=_rules(one), example="") for one in facts.of_kind(SLOT))
    return write_rules(named, tuple(slots), library)


def taking_rules(facts: Facts, data: bytes, library: Library) -> TakenRules:
    """Return what changes in a tender that uses the rules of a file. What the tender says itself stays.

    A slot comes unless the tender has one of that name.

    Raises:
        BadTenderFileError, NewerTenderFileError: if the file is no file of rules; nothing was changed.
    """
    file = read_rules(data, library)
    tender, changes, kept = facts.records[facts.tender], list[Single](), list[str]()
    for name in TENDER_RULES:
        answer = file.tender.answers.get(name)
        if name in tender.answers and answer not in {None, tender.answers[name]}:
            kept.append(library[tender.kind].fields[name].label)
        elif answer is not None and name not in tender.answers:
            changes += _set(tender, name, answer, library)
    there = {_key(one) for one in facts.of_kind(SLOT)}
    slots = [one for one in file.records if one.kind == SLOT]
    coming = [one for one in slots if _key(one) not in there]
    taken = [one.reference for one in facts.of_kind(SLOT)]
    for one in coming:
        taken.append(following(taken, otherwise=f"{library[SLOT].reference}-01"))
        record = Record(new_id(), SLOT, taken[-1], facts.tender)
        changes.append(AddRecord(record.id, SLOT, record.reference, facts.tender))
        changes += [change for name, answer in _rules(one).items() for change in _set(record, name, answer, library)]
    known = tuple(_name(one) for one in slots if _key(one) in there)
    title = str(file.tender.answers.get(_TITLE, "")) or file.tender.reference
    return TakenRules(title, tuple(changes), tuple(_name(one) for one in coming), known, tuple(kept))


def save_rules(facts: Facts, file: Path, library: Library) -> None:
    """Write the rules of a tender's portal into a new file.

    Raises:
        CannotWriteError: if there is such a file already, or it cannot be written.
    """
    if file.exists():
        raise CannotWriteError(f"“{file}” is there already. Nothing was written. Choose another name.")
    write_atomically(file, saved_rules(facts, library))


def use_rules(workspace: Workspace, file: Path, library: Library, *, tender: str = "") -> TakenRules:
    """Take the rules of a file into a tender, all of them or none.

    Raises:
        UnreadableFileError, BadTenderFileError, NewerTenderFileError: nothing was changed.
    """
    facts = tender_facts(workspace, tender)
    taken = taking_rules(facts, read_file(file, most=MOST_BYTES), library)
    kept = keep_changes(workspace, (Together(taken.changes, reason=f"portal rules from {file.name}"),))
    if kept.problem:
        raise CannotWriteError(kept.problem)
    return taken


def taken_sentences(taken: TakenRules) -> Iterator[str]:
    """Yield what was taken over, what was not, and what the person still has to do."""
    added = "1 place on the portal" if len(taken.added) == 1 else f"{len(taken.added)} places on the portal"
    rules = sum(isinstance(one, SetAnswer) for one in taken.changes)
    yield f"From “{taken.title}”: {added}, with {rules} rules in all"
    if taken.known:
        yield f"Already here, so they stayed as they are: {'; '.join(taken.known)}"
    if taken.kept:
        yield f"This tender says otherwise, and keeps what it says: {'; '.join(taken.kept)}"
    if taken.added:
        yield (
            "Which questions a place is for, and what goes into it, belong to each tender: say so. Buyers change "
            "their rules: compare each with this tender's own papers"
        )


def _title(facts: Facts) -> str:
    buyer = facts.records[facts.tender].answers.get("buyer")
    record = facts.get(buyer.record) if isinstance(buyer, Reference) else None
    return f"Portal rules: {short_name(record)}" if record else "Portal rules"


def _rules(slot: Record) -> dict[str, Answer]:
    """Return what of a slot belongs to the portal: all but its tables, which name papers and questions."""
    return {name: answer for name, answer in slot.answers.items() if not isinstance(answer, Table)}


def _set(record: Record, name: str, answer: Answer, library: Library) -> Iterator[SetAnswer]:
    if not isinstance(answer, Table):
        yield SetAnswer(FieldPath(record.id, name), library[record.kind].fields[name].type, answer)


def _name(slot: Record) -> str:
    return str(slot.answers.get("name", "")).strip() or slot.reference


def _key(slot: Record) -> str:
    return " ".join(_name(slot).split()).casefold()
