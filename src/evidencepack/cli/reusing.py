# SPDX-License-Identifier: MPL-2.0
"""Commands for using again what is there: clone, keep, library, take, changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.columns import side_by_side
from evidencepack.cli.copies import cleared_groups, cleared_lines, grouped, named_lines
from evidencepack.cli.output import counted, quoted, say, say_json, say_table, short
from evidencepack.errors import ExitCode
from evidencepack.library.entry_dates import date_text
from evidencepack.usecases.cloning import NewTender, clone_tender
from evidencepack.usecases.deciding import Keeping, accept, find_offer, keep_mine
from evidencepack.usecases.keeping import Keep, forget_item, keep
from evidencepack.usecases.offers import Offer, Sort, offers
from evidencepack.usecases.reuse_findings import still_named
from evidencepack.usecases.shelf import LibraryRow, library_rows
from evidencepack.usecases.taking import take
from evidencepack.usecases.workspaces import open_existing, tender_facts

_HEADS = {
    Sort.FACT: ("WHEN IT WAS COPIED", "NOW"),
    Sort.ORIGINAL: ("YOURS", "WHERE IT CAME FROM"),
    Sort.FILE: ("YOURS", "IN THE FILE"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says to changes, as typed: the paths to accept or to keep; one paper that keeps it, and why."""

    accept: tuple[str, ...]
    keep: tuple[str, ...]
    document: str
    reason: str


def clone_one(file: Path, old: str, new: NewTender, *, every: bool) -> ExitCode:
    """Make a new tender of an old one. ``every`` names each record and answer that was left out."""
    program = Program()
    with open_existing(file) as workspace:
        cloned = clone_tender(workspace, old, new, library=program.library, today=date.today())  # noqa: DTZ011
        facts = workspace.facts(cloned.tender.id)
    say(f"Made the tender {cloned.tender.reference} with {counted(len(cloned.records), 'record')} of {old}.")
    say("Every paper in it is a draft, version 0.1. Nobody has approved or signed it.")
    if cloned.left:
        names = ", ".join(one.reference for one in cloned.left)
        what = names if every else grouped((one.kind for one in cloned.left), program.library)
        say(f"Not copied, because it is what the old buyer asks or what was done there: {what}.")
    say(*(cleared_lines(cloned.cleared, facts) if every else cleared_groups(cloned.cleared, facts, program.library)))
    say(*named_lines(still_named(facts, program.library), every=every))
    say(f"See all that is to be looked at with: evidencepack check FILE --tender {quoted(cloned.tender.reference)}")
    say(f"If you do not want it: evidencepack remove FILE {quoted(cloned.tender.reference)} --yes")
    return ExitCode.OK


def keep_one(file: Path, wanted: Keep, *, tender: str) -> ExitCode:
    """Keep something for other tenders."""
    program = Program()
    with open_existing(file) as workspace:
        kept = keep(workspace, wanted, library=program.library, today=date.today(), tender=tender)  # noqa: DTZ011
    day = kept.item.answers.get("review_by")
    say(f"Kept {wanted.what} as “{kept.item.reference}”. Look at it again by {_day(day)}.")
    if kept.cleared:
        labels = "; ".join(dict.fromkeys(one.label for one in kept.cleared))
        say(f"Not kept, because it points at something of that tender alone: {labels}.")
    return ExitCode.OK


def list_library(file: Path, *, remove: str, as_json: bool) -> ExitCode:
    """List what is kept for other tenders, or take an item out."""
    if remove:
        with open_existing(file) as workspace:
            forget_item(workspace, remove)
        say(f"Took “{remove}” out of the library. Tenders that took it keep their copies.")
        return ExitCode.OK
    program = Program()
    with open_existing(file, read_only=True) as workspace:
        rows = library_rows(workspace, program.library, date.today())  # noqa: DTZ011
    if as_json:
        say_json({"library": [asdict(row) for row in rows]})
    elif rows:
        say_table([(row.name, row.what, _care(row), _use(row)) for row in rows])
    else:
        say("Nothing is kept yet. Keep something with: evidencepack keep FILE REFERENCE --name NAME --review-by DATE")
    return ExitCode.OK


def take_one(file: Path, name: str, *, tender: str, within: str) -> ExitCode:
    """Put something of the library into a tender."""
    program = Program()
    with open_existing(file) as workspace:
        today = date.today()  # noqa: DTZ011
        taken = take(workspace, name, library=program.library, today=today, tender=tender, within=within)
        facts = workspace.facts(taken.record.tender)
    say(f"Took “{name}” from the library: {taken.record.reference}.", *taken.warnings)
    say(*cleared_lines(taken.cleared, facts))
    return ExitCode.OK


def changed_facts(file: Path, answer: Answer, *, tender: str, as_json: bool) -> ExitCode:
    """Show what changed since papers were copied, or take over or put away some of it."""
    if answer.accept or answer.keep:
        return _decide(file, answer, tender=tender)
    program = Program()
    with open_existing(file, read_only=True) as workspace:
        facts = tender_facts(workspace, tender)
        found = offers(workspace, facts, program.library, date.today())  # noqa: DTZ011
    if as_json:
        keys = ("sort", "name", "label", "yours", "theirs", "since")
        say_json({"changed": [{key: getattr(one, key) for key in keys} for one in found]})
        return ExitCode.OK
    for one in found:
        say(*_shown(one), "")
    say(*_advice(found))
    return ExitCode.OK


def _decide(file: Path, answer: Answer, *, tender: str) -> ExitCode:
    """Take over or keep each path that was named; an error stops before the next."""
    program, today = Program(), date.today()  # noqa: DTZ011
    library = program.library
    with open_existing(file) as workspace:
        for name in answer.accept:
            offer = find_offer(workspace, name, library=library, today=today, tender=tender)
            accept(workspace, offer, library=library, tender=tender)
            say(f"{offer.name}: {short(offer.theirs) or 'cleared'} (was: {short(offer.yours) or 'empty'})")
        how = Keeping(answer.document, answer.reason)
        for name in answer.keep:
            offer = find_offer(workspace, name, library=library, today=today, tender=tender)
            keep_mine(workspace, offer, how, library=library, today=today, tender=tender)
            say(_kept(offer, answer.document))
    return ExitCode.OK


def _kept(offer: Offer, document: str) -> str:
    if document:
        return f"{document} goes on saying {short(offer.yours)}. The others say {short(offer.theirs)}."
    if offer.sort is Sort.FACT:
        return f"{offer.name}: you have seen it. Papers say {short(offer.theirs)}; --in keeps the old in one of them."
    return f"{offer.name}: yours stays: {short(offer.yours) or 'empty'}"


def _shown(one: Offer) -> Iterator[str]:
    """Yield what a person reads about one change."""
    left, right = _HEADS[one.sort]
    yield f"{one.name}: {one.label} (copied from {one.since})"
    yield from side_by_side(left, right)
    yield from side_by_side(one.yours or "nothing", one.theirs or "nothing")


def _advice(found: tuple[Offer, ...]) -> Iterator[str]:
    if not found:
        yield "Nothing has changed since papers of this tender were copied, or you have looked at all of it."
        return
    yield f"{counted(len(found), 'change')} to look at. Nothing of yours was touched."
    yield f"Take the right side over: evidencepack changed FILE --accept {quoted(found[0].name)}"
    yield f"Keep the left side:       evidencepack changed FILE --keep {quoted(found[0].name)}"


def _care(row: LibraryRow) -> str:
    by = f"look again by {_day(date.fromisoformat(row.review_by))}" if row.review_by else "no review date"
    return f"{by}{' (PAST)' if row.overdue else ''}{f', {row.owner}' if row.owner else ''}"


def _use(row: LibraryRow) -> str:
    if not row.used_on:
        return f"from {row.from_tender} ({row.from_reference}), not used yet"
    return f"last used in {row.used_in} on {_day(date.fromisoformat(row.used_on))}"


def _day(day: object) -> str:
    return date_text(day) if isinstance(day, date) else "no day"
