# SPDX-License-Identifier: MPL-2.0
"""Commands about signatures: send a document out to be signed, note what happens, show and print the register."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.output import Bar, counted, say, say_json, say_table
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import SignEvent, State
from evidencepack.errors import ExitCode
from evidencepack.library.entry_dates import read_full_date
from evidencepack.paths.folders import refuse_unfit
from evidencepack.usecases.chasing import ChasePrinter
from evidencepack.usecases.confirming import all_confirmed, conformance_sentences
from evidencepack.usecases.export_folder import kept_sentences
from evidencepack.usecases.pictures import pictures_of
from evidencepack.usecases.register import Signing, signature_rows
from evidencepack.usecases.sent_files import copies_for, sent_sentences, write_copies
from evidencepack.usecases.sign_changes import Effect, signatures_touched
from evidencepack.usecases.sign_events import Note, note_event
from evidencepack.usecases.sign_register import (
    CopyLine,
    RegisterLine,
    by_partner,
    copy_lines,
    find_copy,
    register_lines,
)
from evidencepack.usecases.signed_papers import PaperWords
from evidencepack.usecases.signing_off import SignPress, keep_sending, sign_ground
from evidencepack.usecases.tab_sheets import tab_sheet_file
from evidencepack.usecases.workspaces import open_existing, tender_facts


@dataclass(frozen=True, slots=True)
class SignOrder:
    """What goes out, as a person typed it: the document, one organisation (empty: all), by whom, on both sides.

    ``tabs``: with a sheet to stand before each copy. ``changes``: who has signed before gets a note of changes.
    """

    document: str
    partner: str
    by: str
    duplex: bool
    tabs: bool = False
    changes: bool = False


def sign_off(file: Path, folder: Path, order: SignOrder, *, tender: str) -> ExitCode:
    """Freeze a document as the next version, keep it, and write a copy for each who signs."""
    refuse_unfit(folder)
    program = Program()
    with open_existing(file) as workspace:
        facts = tender_facts(workspace, tender)
        pictures = pictures_of(facts, workspace.attachment)
        press = SignPress(program.library, program.press, pictures, duplex=order.duplex, changes=order.changes)
        ground, bar = sign_ground(workspace, whole=order.changes), Bar()
        try:
            sending = press.send(ground, facts, order.document, by=order.by, progress=bar)
        finally:
            bar.close()
        copies = copies_for(sending.version, facts, order.partner)
        tabs = [tab_sheet_file(sending.version, copies, program.press)] if order.tabs else []
        keep_sending(workspace, sending)
        handed = write_copies(workspace, sending.version, copies, folder, tabs)
    say_table([(str(folder / one.name), counted(one.pages, "page")) for one in handed.files])
    made = (*sending.files.values(), *tabs)
    say(*kept_sentences(handed.kept), *conformance_sentences(made))
    say(*sent_sentences(sending.version, copies, again=sending.again))
    return ExitCode.OK if all_confirmed(made) else ExitCode.UNCONFIRMED


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody tells of a copy, as typed: its code, how it stands, on which day, and the rest of the note."""

    code: str
    state: str
    on: str
    why: str
    deputy: str
    authority: str
    by: str
    how: str
    signer: str = ""


@dataclass(frozen=True, slots=True)
class RegisterView:
    """How the register is shown: of one document, partner or code (empty: all), partner by partner, as JSON."""

    document: str = ""
    partner: str = ""
    partners: bool = False
    as_json: bool = False
    code: str = ""


def note_copy(file: Path, told: Told, *, tender: str) -> ExitCode:
    """Note what happened to a copy."""
    program = Program()
    with open_existing(file) as workspace:
        facts = tender_facts(workspace, tender)
        ground = sign_ground(workspace)
        line = find_copy(copy_lines(ground.sent, ground.events, facts.tender), told.code)
        day = read_full_date(told.on) if told.on else ground.today
        note = Note(State(told.state), day, told.why, told.deputy, told.authority, told.by, told.how, told.signer)
        event = note_event(workspace, facts, program.library, line, note)
    copy = line.copy
    say(
        f"{printed(copy.code)}, {line.version.reference} version {line.version.label} for {copy.organisation}: "
        f"{event.state.value} on {event.day}, noted by {event.by}."
    )
    if event.state is State.ACCEPTED:
        say("The signature is recorded in the sign-off sheet. Say there who checked it.")
    return ExitCode.OK


def show_register(file: Path, view: RegisterView, *, tender: str) -> ExitCode:
    """List each signature that the papers of a tender ask for, and how it stands."""
    program = Program()
    with open_existing(file, read_only=True) as workspace:
        facts, ground = tender_facts(workspace, tender), sign_ground(workspace, whole=True)
    copies = ground.lines(facts.tender)
    told = find_copy(copies, view.code) if view.code else None
    changed = {one.id for one in PaperWords(program.library).changed(facts)}
    rows = signature_rows(facts, program.library, today=ground.today, changed=changed)
    lines = tuple(one for one in register_lines(rows, copies) if _is_shown(one, view, told))
    lines = by_partner(lines) if view.partners else lines
    if view.as_json:
        say_json({"signatures": [_signature(one) for one in lines]})
    elif lines:
        say_table([_register_row(one, view) for one in lines])
    else:
        say("No paper asks for such a signature.")
    if told and not view.as_json:
        say_table([_event_row(one) for one in told.events])
    if not view.as_json:
        papers = dict.fromkeys(one.row.paper for one in lines if one.row.state is Signing.CHANGED)
        found = (signatures_touched(facts.records[one], facts, program.library, copies) for one in papers)
        say(*(touched.sentence for some in found for touched in some if touched.effect is not Effect.NOTHING))
    return ExitCode.OK


def print_chase_list(file: Path, folder: Path, *, tender: str) -> ExitCode:
    """Write the chase list and its reminders."""
    program = Program()
    with open_existing(file, read_only=True) as workspace:
        facts, ground = tender_facts(workspace, tender), sign_ground(workspace)
        pictures = pictures_of(facts, workspace.attachment)
    copies = copy_lines(ground.sent, ground.events, facts.tender)
    printer = ChasePrinter(program.library, program.press, pictures)
    files, kept = printer.print_into(folder, facts, copies, today=ground.today)
    say_table([(str(folder / one.name), counted(one.pages, "page") if one.pages else "") for one in files])
    say(*kept_sentences(kept), *conformance_sentences(files))
    return ExitCode.OK if all_confirmed(files) else ExitCode.UNCONFIRMED


def _event_row(one: SignEvent) -> tuple[str, ...]:
    more = (one.words, f"signed by {one.deputy}" if one.deputy else "", one.authority)
    return (one.day, one.state.value, one.by, "; ".join(filter(None, more)))


def _is_shown(one: RegisterLine, view: RegisterView, told: CopyLine | None) -> bool:
    row = one.row
    if told and one.line is not told:
        return False
    partner = view.partner.casefold()
    return (not view.document or row.reference.casefold() == view.document.casefold()) and (
        not partner or partner in {row.organisation.casefold(), row.party}
    )


def _register_row(one: RegisterLine, view: RegisterView) -> tuple[str, ...]:
    row = one.row
    paper, who = f"{row.reference} {row.version}".rstrip(), row.organisation or "-"
    person = row.name or (f"{row.initials} by initials" if row.initials else "nobody named")
    first = (who, paper) if view.partners else (paper, who)
    due = row.due.isoformat() if row.due and row.state is not Signing.SIGNED else ""
    return (*first, person, one.stage, one.says, due, printed(one.line.copy.code) if one.line else "")


def _signature(one: RegisterLine) -> dict[str, object]:
    row, line = one.row, one.line
    return {
        "paper": row.reference,
        "version": row.version,
        "organisation": row.organisation,
        "signatory": row.name,
        "says": one.says,
        "initials": row.initials,
        "stage": row.stage.value,
        "state": row.state.value,
        "needed_by": row.due.isoformat() if row.due else "",
        "signed_on": row.signed_on.isoformat() if row.signed_on else "",
        "copy": _copy(line) if line else None,
    }


def _copy(line: CopyLine) -> dict[str, object]:
    return {
        "code": printed(line.copy.code),
        "version": line.version.label,
        "state": line.state.value,
        "change_note": line.copy.is_change_note,
        "awaited": list(line.awaited),
        "events": [
            {key: value for key, value in asdict(one).items() if key not in {"id", "code"}} for one in line.events
        ],
    }
