# SPDX-License-Identifier: MPL-2.0
"""Commands that put something into a workspace, and the one that takes it away."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.copies import cleared_groups, cleared_lines, known_lines, named_lines
from evidencepack.cli.output import complain, counted, say, short
from evidencepack.cli.passwords import with_password
from evidencepack.domain.record import Facts
from evidencepack.errors import ExitCode
from evidencepack.library.model import Library
from evidencepack.store.opening import BACKUPS
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.agreed_loss import refuse_loss
from evidencepack.usecases.attaching import attach_file
from evidencepack.usecases.cloning import NewTender
from evidencepack.usecases.entering import Change, set_answer
from evidencepack.usecases.importing import import_tender, read_tender
from evidencepack.usecases.overriding import Difference, override_fact
from evidencepack.usecases.removing import remove_one
from evidencepack.usecases.reuse_findings import still_named
from evidencepack.usecases.sampling import make_sample_workspace
from evidencepack.usecases.sign_changes import Effect, newly_touched
from evidencepack.usecases.signing_off import sign_ground
from evidencepack.usecases.workspaces import filling, open_existing, tender_facts


def make_sample(file: Path) -> ExitCode:
    """Make a new workspace with the sample tender."""
    program = Program()
    with make_sample_workspace(file, program.sample, library=program.library) as workspace:
        (tender,) = workspace.tenders()
    say(f"Made {file} with the sample tender {tender.reference}. Everything in it is invented.")
    return ExitCode.OK


def import_file(file: Path, tender_file: Path, *, reference: str, title: str, every: bool) -> ExitCode:
    """Bring a tender file into a workspace; with a reference, as a new tender. ``every``: name all that stayed out."""
    data = read_tender(tender_file)
    program = Program()
    with filling(file) as workspace:
        imported = import_tender(
            workspace,
            data,
            library=program.library,
            source=tender_file.name,
            new=NewTender(reference, title) if reference else None,
            today=date.today(),  # noqa: DTZ011
        )
        facts = workspace.facts(imported.tender.id)
    say(*imported.notes, f"Imported the tender {imported.tender.reference} into {file}.")
    left = imported.cleared
    say(*(cleared_lines(left, facts) if every else cleared_groups(left, facts, program.library)))
    say(*named_lines(still_named(facts, program.library) if reference else (), every=every))
    say(*known_lines(imported.known, imported.offered))
    return ExitCode.OK


def set_path(file: Path, path: str, value: str, *, tender: str) -> ExitCode:
    """Change one answer."""
    program = Program()
    with open_existing(file) as workspace:
        before = tender_facts(workspace, tender)
        change = set_answer(workspace, path, value, library=program.library, tender=tender, today=date.today())  # noqa: DTZ011
        told = [] if change.problem else _whom_it_touches(workspace, before, program.library)
    if change.problem:
        complain(f"{change.label} was not changed. {change.problem}")
        return ExitCode.BAD_INPUT
    say(*change.notes, f"{change.label}: {_said(change)}", *told)
    return ExitCode.OK


def _whom_it_touches(workspace: Workspace, before: Facts, library: Library) -> list[str]:
    """Return a sentence on each signature for which an edit matters."""
    if not workspace.sent_versions(before.tender, whole=False):
        return []
    lines = sign_ground(workspace, whole=True).lines(before.tender)
    touched = newly_touched(before, workspace.facts(before.tender), library, lines)
    return [one.sentence for one in touched if one.effect is not Effect.NOTHING]


def override_path(file: Path, wanted: Difference, *, tender: str) -> ExitCode:
    """Let one document differ from a fact, or no longer."""
    program = Program()
    with open_existing(file) as workspace:
        before = tender_facts(workspace, tender)
        change = override_fact(workspace, wanted, library=program.library, tender=tender, today=date.today())  # noqa: DTZ011
        told = [] if change.problem else _whom_it_touches(workspace, before, program.library)
    if change.problem:
        complain(f"{change.label} was not changed. {change.problem}")
        return ExitCode.BAD_INPUT
    say(f"{wanted.document} says: {change.label}: {_said(change)}", *told)
    return ExitCode.OK


def attach_path(file: Path, path: str, picture: Path, *, tender: str, password: Path | None) -> ExitCode:
    """Answer a question with a file; ``password``: the file with its password."""
    program = Program()

    def attach(opens: str) -> Change:
        return attach_file(workspace, path, picture, library=program.library, tender=tender, password=opens)

    with open_existing(file) as workspace:
        change = with_password(attach, password)
    say(*change.notes, f"{change.label}: {_said(change)}")
    return ExitCode.OK


def remove_path(file: Path, what: str, *, tender: str, agreed: bool) -> ExitCode:
    """Take a tender, a record or a row away; a tender with anything in it only if somebody agreed to that."""
    program = Program()
    with open_existing(file) as workspace:
        if not agreed:
            refuse_loss(workspace, what)
        removed = remove_one(workspace, what, library=program.library, tender=tender)
    along = f" {counted(removed.along, 'row')} that spoke of it went with it." if removed.along else ""
    say(f"Removed {removed.name}.{along} Its history stays. A backup was made before, in {file.parent / BACKUPS}.")
    if removed.left:
        say("The check finds what still names it:", *(f"  {sentence}" for sentence in removed.left))
    return ExitCode.OK


def _said(change: Change) -> str:
    if change.now == change.before:
        return f"unchanged ({short(change.now) or 'empty'})"
    return f"{short(change.now) or 'cleared'} (was: {short(change.before) or 'empty'})"
