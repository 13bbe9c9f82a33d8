# SPDX-License-Identifier: MPL-2.0
"""The command that shows the places of the portal: what goes into each, and what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.output import counted, say, seen
from evidencepack.domain.slots import SLOT
from evidencepack.errors import ExitCode
from evidencepack.pack.look import look_of
from evidencepack.pack.slots.checklist import CODE, megabytes, placeless_in_words, rules_in_words, used_in_words
from evidencepack.pack.slots.filling import Filled, SlotFile
from evidencepack.pack.slots.limits import Trouble
from evidencepack.usecases.enclosing import enclose, enclosures_of
from evidencepack.usecases.exporting import naming_questions
from evidencepack.usecases.pictures import pictures_of
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.portal_rules import save_rules, taken_sentences, use_rules
from evidencepack.usecases.signed_pages import print_sheets, signed_pages_of
from evidencepack.usecases.slotting import Slots, slot_sentences, try_slots
from evidencepack.usecases.workspaces import open_existing, tender_facts

_NONE = "This tender names no place on the portal yet. Add one with: evidencepack add FILE slot"
_SIGNS = {"blocks": "must fix", "warns": "look at", "suggests": "to say"}


def show_slots(file: Path, *, tender: str, as_json: bool) -> ExitCode:
    """Make what goes into each slot, look into it, and say what was found; nothing is written.

    The exit code says whether anything must be put right.
    """
    program = Program()
    with open_existing(file, read_only=True) as workspace:
        facts = tender_facts(workspace, tender)
        pictures, annexes = pictures_of(facts, workspace.attachment), enclosures_of(facts, workspace.attachment)
        signed = signed_pages_of(workspace, facts, program.library)
    plan, press = plan_of(facts, program.library), program.press.looking(look_of(facts, pictures))
    plan = replace(plan, signed=signed.papers)
    with naming_questions(facts, program.library):
        sheets = print_sheets(plan, signed.contents, lambda _name: None)
        slots = try_slots(plan, press, enclose(plan, annexes, lambda _name: None), sheets)
    say(json.dumps(_plain(slots), ensure_ascii=False, indent=2) if as_json else seen("\n".join(_lines(slots))))
    return ExitCode.OK if slots.is_right else ExitCode.FINDINGS


def keep_rules(file: Path, new_file: Path, *, tender: str) -> ExitCode:
    """Write the places of a portal and its rules into a file, to be used for other tenders of that buyer."""
    with open_existing(file, read_only=True) as workspace:
        facts = tender_facts(workspace, tender)
    save_rules(facts, new_file, Program().library)
    places = counted(sum(1 for _ in facts.of_kind(SLOT)), "place")
    say(f"Wrote {new_file}: {places} on the portal with their rules, and the rules for all files.")
    say("Not in it: which questions a place is for, what goes into it, and everything else of the tender.")
    return ExitCode.OK


def take_rules(file: Path, rules: Path, *, tender: str) -> ExitCode:
    """Use the rules of a file for a tender."""
    with open_existing(file) as workspace:
        taken = use_rules(workspace, rules, Program().library, tender=tender)
    say(*(f"{sentence}." for sentence in taken_sentences(taken)))
    return ExitCode.OK


def _lines(slots: Slots) -> Iterator[str]:
    if not slots.filled:
        yield _NONE
        return
    for number, (one, troubles) in enumerate(zip(slots.filled, slots.troubles, strict=True), 1):
        must = "must have a file" if one.slot.mandatory else "may stay empty"
        yield f"{number}. {one.slot.name}  ({one.slot.reference}, {must})"
        yield from (f"   {said}" for said in (rules_in_words(one.slot), used_in_words(one)) if said)
        yield from (f"   {file.name}  {_size(file)}  {file.called}" for file in one.files)
        yield from (f"   {_SIGNS[trouble.severity]}: {trouble.words}." for trouble in troubles)
    yield from (f"{placeless_in_words(one)}." for one in slots.placeless)
    yield next(slot_sentences(slots)) + "."


def _size(file: SlotFile) -> str:
    if not file.file:
        return "not there"
    return f"{counted(file.pages, 'page')}, {megabytes(file.bytes)} MB, {file.sha256[:CODE]}"


def _plain(slots: Slots) -> dict[str, object]:
    return {
        "met": slots.met,
        "placeless": list(slots.placeless),
        "slots": [_slot(one, wrong) for one, wrong in zip(slots.filled, slots.troubles, strict=True)],
    }


def _slot(one: Filled, troubles: Sequence[Trouble]) -> dict[str, object]:
    return {
        "reference": one.slot.reference,
        "name": one.slot.name,
        "mandatory": one.slot.mandatory,
        "suggested": one.contents.suggested,
        "folder": one.folder,
        "files": [
            {
                "file": file.name,
                "what": file.item.what.value,
                "paper": file.item.paper.reference if file.item.paper else "",
                "parts": [one.reference for one in file.item.parts],
                "pages": file.pages,
                "bytes": file.bytes,
                "sha256": file.sha256,
            }
            for file in one.files
        ],
        "troubles": [
            {
                "severity": trouble.severity.value,
                "field": f"{one.slot.reference}/{trouble.field}",
                "words": trouble.words,
            }
            for trouble in troubles
        ],
    }
