# SPDX-License-Identifier: MPL-2.0
"""Commands that write files out of a workspace: export, backup, restore."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.output import Bar, counted, say, say_table, seen
from evidencepack.domain.signed_paper import NOTHING_SIGNED
from evidencepack.errors import ExitCode
from evidencepack.pack.sheets import SheetKind
from evidencepack.usecases.confirming import all_confirmed, conformance_sentences
from evidencepack.usecases.enclosing import enclosures_of
from evidencepack.usecases.export_folder import kept_sentences
from evidencepack.usecases.exporting import (
    Exported,
    Exporter,
    changed_sentences,
    example_sentences,
    side_sentences,
    unlike_sentences,
)
from evidencepack.usecases.formats import read_formats, read_reader
from evidencepack.usecases.issuing import set_aside_in
from evidencepack.usecases.pictures import pictures_of
from evidencepack.usecases.planning import earlier_papers
from evidencepack.usecases.preflight import news_in, other_buyers, preflight, preflight_sentences
from evidencepack.usecases.sheets import SheetPrinter, left_out_sentences, sheet_sentences
from evidencepack.usecases.signed_pages import signed_pages_of
from evidencepack.usecases.slotting import slot_sentences, slot_warnings
from evidencepack.usecases.workspaces import back_up_into, open_existing, restore_backup, tender_facts


@dataclass(frozen=True, slots=True)
class Order:
    """What to print, as a person typed it: one document (empty: the pack), the formats, for whom, on both sides."""

    document: str
    formats: str
    reader: str
    duplex: bool


def export_files(file: Path, folder: Path, order: Order, *, tender: str) -> ExitCode:
    """Print the pack, or one document for a reader."""
    chosen, audience = read_formats(order.formats), read_reader(order.reader)
    program = Program()
    with open_existing(file, read_only=True) as workspace:
        facts = tender_facts(workspace, tender)
        pictures = pictures_of(facts, workspace.attachment)
        annexes = {} if order.document else enclosures_of(facts, workspace.attachment)
        buyers, earlier = other_buyers(workspace, facts.tender), earlier_papers(workspace, facts)
        signed = NOTHING_SIGNED if order.document else signed_pages_of(workspace, facts, program.library)
    bar = Bar()
    overridden = set_aside_in(facts, program.library, program.press)
    exporter = Exporter(
        program.library, program.press, chosen, pictures, order.duplex,
        annexes=annexes, earlier=earlier, overridden=overridden, signed=signed,
    )  # fmt: skip
    try:
        if order.document:
            exported = exporter.export_document(facts, order.document, folder, progress=bar, audience=audience)
        else:
            exported = exporter.export_pack(facts, folder, progress=bar, audience=audience)
    finally:
        bar.close()
    _report(exported)
    if not order.document:
        found = preflight(folder, facts, program.library, audience=audience, buyers=buyers)
        say(*map(seen, preflight_sentences(news_in(found))))
    return ExitCode.OK if all_confirmed(exported.files) else ExitCode.UNCONFIRMED


def print_sheets(file: Path, folder: Path, only: str, *, formats: str, tender: str) -> ExitCode:
    """Print the sheets for a bid's own desk, or one of them, and the calendar that goes with the days."""
    chosen, program = read_formats(formats), Program()
    with open_existing(file, read_only=True) as workspace:
        facts = tender_facts(workspace, tender)
        pictures = pictures_of(facts, workspace.attachment)
    printer = SheetPrinter(program.library, program.press, chosen, pictures)
    printed = printer.print_into(folder, facts, [SheetKind(only)] if only else tuple(SheetKind))
    say_table([(str(folder / one.name), counted(one.pages, "page") if one.pages else "") for one in printed.files])
    say(*left_out_sentences(printed), *kept_sentences(printed.kept), *sheet_sentences(printed))
    say(*conformance_sentences(printed.files))
    return ExitCode.OK if all_confirmed(printed.files) else ExitCode.UNCONFIRMED


def _report(exported: Exported) -> None:
    every = (*exported.files, *exported.slots.files)
    say_table([(str(exported.folder / file.name), counted(file.pages, "page")) for file in every])
    say(f"{exported.folder / exported.manifest}  lists them with their SHA-256")
    say(*kept_sentences(exported.kept), *side_sentences(exported), *changed_sentences(exported))
    say(*unlike_sentences(exported), *(one.rstrip(".") for one in exported.problems))
    say(*conformance_sentences(exported.files))
    if exported.missing:
        lacks = counted(exported.missing, "answer")
        say(f"{lacks} missing; a gap on a page says [to complete: ...]. See: evidencepack check")
    say(*(f"{sentence}. See: evidencepack check" for sentence in example_sentences(exported)))
    say(*map(seen, (*slot_warnings(exported.slots), *slot_sentences(exported.slots))))


def back_up(file: Path, folder: Path) -> ExitCode:
    """Write a checked backup."""
    with open_existing(file, read_only=True) as workspace:
        written = back_up_into(workspace, folder)
    say(f"Backed up {file} to {written}, and opened the backup to check it.")
    return ExitCode.OK


def restore_from(backup: Path, new_file: Path) -> ExitCode:
    """Make a new workspace from a backup."""
    restore_backup(backup, new_file)
    say(f"Restored {backup} to {new_file}. The backup is kept.")
    return ExitCode.OK
