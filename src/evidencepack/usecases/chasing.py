# SPDX-License-Identifier: MPL-2.0
"""The chase list and its reminders, as files: what is out to be signed, on paper, as mails and in the calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evidencepack.blocks.document import Running
from evidencepack.compose.counting import counted
from evidencepack.compose.formats import long_date, short_date
from evidencepack.compose.sheets.chasing import ChaseLine, chase_list
from evidencepack.domain.record import Facts
from evidencepack.domain.short_code import printed
from evidencepack.exchange.mail_draft import mail_draft
from evidencepack.library.model import Library
from evidencepack.pack.build import Part
from evidencepack.pack.claims import confirm, print_with_claims
from evidencepack.pack.fingerprint import with_fingerprint
from evidencepack.pack.look import look_of
from evidencepack.pack.manifest import BuiltFile, manifest
from evidencepack.pack.press import Format, Press
from evidencepack.paths.folders import refuse_unfit
from evidencepack.render.properties import Properties
from evidencepack.render.questions import unasked
from evidencepack.usecases.export_folder import write_export
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.reaching import Reach, reach_of
from evidencepack.usecases.sign_register import CopyLine, chase_lines, people_awaited, reminders

LIST, CALENDAR, LISTED_IN = "chase-list", "signatures.ics", "chase-list.manifest.json"
"""The names of the list (without an ending), of the calendar, and of the file that lists both."""

_INTERNAL = "Internal: do not send."


@dataclass(frozen=True, slots=True)
class ChasePrinter:
    """Prints the chase list of a tender in its own look. ``pictures`` are its attached ones, by SHA-256."""

    library: Library
    press: Press
    pictures: Mapping[str, bytes]
    formats: tuple[Format, ...] = tuple(Format)

    def print_into(
        self, folder: Path, facts: Facts, copies: Sequence[CopyLine], *, today: date
    ) -> tuple[tuple[BuiltFile, ...], Mapping[str, str]]:
        """Write list and calendar into a folder, all of it or nothing; return the files, and what was kept beside them.

        Raises:
            CannotWriteError: the folder is as it was.
        """
        refuse_unfit(folder)
        reach = reach_of(facts)
        plan = plan_of(facts, self.library)
        press = self.press.looking(look_of(facts, self.pictures))
        reference = f"{plan.tender.reference}-CHASE"
        running = Running(_INTERNAL, f"{plan.lead}, {short_date(today)}", reference, short_date(today))
        document = with_fingerprint(chase_list([_line(one, reach, today) for one in chase_lines(copies)], running))
        title = f"{document.title}: {plan.lead}, {plan.tender.reference}"
        about = Properties(title, plan.lead, plan.tender.reference, reference, running.version, today)
        part = Part(LIST, (document,), (), about, self.formats, stamp=False, asked=unasked)
        dates = BuiltFile(CALENDAR, reminders(plan.tender.reference, copies, reach, as_of=today), 0, ())
        mails = (_mail(one, reach, plan.lead) for one in chase_lines(copies))
        files = (*confirm([print_with_claims(part, press)], press), dates, *mails)
        contents = {one.name: one.data for one in files}
        contents[LISTED_IN] = manifest(plan.tender.reference, today.isoformat(), files)
        return files, write_export(folder, contents, listed_in=LISTED_IN)


def _line(one: CopyLine, reach: Mapping[str, Reach], today: date) -> ChaseLine:
    people = people_awaited(one, reach)
    return ChaseLine(
        f"{one.version.reference}, version {one.version.label}",
        printed(one.copy.code),
        one.copy.organisation,
        tuple(line for who, where in people for line in (who.name, *where.words)),
        tuple(f"{event.state.value} on {short_date(date.fromisoformat(event.day))}" for event in one.events[-3:]),
        one.due,
        one.is_late(today),
    )


def _mail(one: CopyLine, reach: Mapping[str, Reach], lead: str) -> BuiltFile:
    """Return the mail that asks for a copy again, to those who have not signed it; somebody looks it through first."""
    version, copy, people = one.version, one.copy, people_awaited(one, reach)
    paper = f"{version.reference}, version {version.label} ({version.title})"
    changed = f"what has changed in {paper} since it was signed, to be initialled"
    what = f"{changed if copy.is_change_note else f'{paper}, to be signed'} for {copy.organisation}"
    names, pages = ", ".join(who.name for who, _ in people), counted(len(copy.pages), "page")
    due = f" We need it back by {long_date(one.due)}." if one.due else ""
    each, back = ("Its page", "it") if len(copy.pages) == 1 else (f"Each of its {pages}", f"all {pages}")
    words = (
        f"Dear {names},\n\nwe sent you {what}. {each} has the code {printed(copy.code)}.{due}\n\n"
        f"Please send {back} back: the paper, a scan, or clear photographs. If something keeps you from signing, "
        f"please tell us what.\n\n{lead}\n"
    )
    to = [(who.name, where.email) for who, where in people]
    data = mail_draft(to, f"To sign: {version.reference}, version {version.label}", words)
    return BuiltFile(f"chase-{printed(copy.code)}.eml", data, 0, ())
