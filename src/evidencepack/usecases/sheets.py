# SPDX-License-Identifier: MPL-2.0
"""Sheets for a bid's own desk: the coverage grid, the evidence map, the renewal sheet, and its days as a calendar."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from evidencepack.domain.record import Facts
from evidencepack.exchange.calendar_file import Day, calendar_file
from evidencepack.library.entry_dates import date_text
from evidencepack.library.model import Library
from evidencepack.pack import claims
from evidencepack.pack.look import look_of
from evidencepack.pack.manifest import BuiltFile, manifest
from evidencepack.pack.plan import Plan
from evidencepack.pack.press import Format, Press
from evidencepack.pack.sheets import SheetKind, sheet_of, sheet_part
from evidencepack.pack.whereabouts import Whereabouts, whereabouts
from evidencepack.paths.folders import refuse_unfit
from evidencepack.render.fonts.lost import Lost, MissingGlyphError
from evidencepack.review.reading import Given, Reading
from evidencepack.review.renewals import Lapse, Renewal, renewals
from evidencepack.usecases.checking import reading_of
from evidencepack.usecases.export_folder import write_export
from evidencepack.usecases.export_steps import Progress
from evidencepack.usecases.exporting import CHECKING, go_on, naming_questions
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.unprintable import questions_of, unprintable_sentence

CALENDAR = "renewals.ics"
"""The name of the calendar, which comes with the renewal sheet."""

LISTED_IN = "sheets.manifest.json"
"""The name of the file that lists the sheets of a folder."""

_REMIND = {Lapse.RUNS_OUT: (60, 30, 7), Lapse.LOOK_AGAIN: (7,), Lapse.FIGURES: (2,)}
"""How many days before to remind: an insurer and whoever certifies take weeks."""


def _nobody(_done: int, _of: int, _words: str) -> None:
    """Nobody follows how it goes."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The sheets that were written: the folder, the files in order, and what was kept beside them, by its old name.

    ``unprinted`` are those that have characters which no font has. ``unplaced``: the same of the pack, so that the
    sheets cannot say on which page something stands. Each with its sentence (``unprintable_sentence``).
    """

    folder: Path
    files: tuple[BuiltFile, ...]
    kept: Mapping[str, str]
    unprinted: Mapping[SheetKind, str] = field(default_factory=dict)
    unplaced: str = ""


@dataclass(frozen=True, slots=True)
class SheetPrinter:
    """Prints the sheets of a tender in its own look. ``pictures`` are its attached ones, by SHA-256.

    ``progress`` hears of each step; ``before_writing`` is called when all is made. Both may raise to cancel.
    """

    library: Library
    press: Press
    formats: tuple[Format, ...] = tuple(Format)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    progress: Progress = _nobody
    before_writing: Callable[[], None] = go_on

    def print_into(self, folder: Path, facts: Facts, wanted: Collection[SheetKind] = tuple(SheetKind)) -> Printed:
        """Print sheets into a folder, all of them or none; with the renewal sheet comes its calendar.

        A sheet with characters that no font has is left out, and what was written says so. Such characters elsewhere
        in the pack keep no sheet back. A pack in the same folder stays as it is.

        Raises:
            CannotWriteError: if the folder cannot be written; it stays as it was.
            MissingGlyphError: if none of them can be printed; the message says why, in answers to which questions.
        """
        refuse_unfit(folder)
        plan = plan_of(facts, self.library)
        reading = reading_of(facts, self.library, Given())
        press = self.press.looking(look_of(facts, self.pictures, duplex=False))
        with naming_questions(facts, self.library):
            printing = _Printing(self, plan, reading, press)
            files = printing.files([kind for kind in SheetKind if kind in wanted])
        self.before_writing()
        contents = {file.name: file.data for file in files}
        contents[LISTED_IN] = manifest(plan.tender.reference, plan.as_of.isoformat(), files)
        kept = write_export(folder, contents, listed_in=LISTED_IN)
        asked = questions_of(facts, self.library)
        unprinted = {kind: unprintable_sentence(lost, asked) for kind, lost in printing.unprinted.items()}
        return Printed(folder, tuple(files), kept, unprinted, unprintable_sentence(printing.unplaced, asked))


@dataclass(slots=True)
class _Printing:
    """One print run: what it makes, and what had to be left out of it."""

    printer: SheetPrinter
    plan: Plan
    reading: Reading
    press: Press
    unprinted: dict[SheetKind, tuple[Lost, ...]] = field(default_factory=dict)
    unplaced: tuple[Lost, ...] = ()

    def files(self, kinds: Sequence[SheetKind]) -> list[BuiltFile]:
        where, steps = self._where(), len(kinds) + 1
        made = list[claims.Printed]()
        for at, kind in enumerate(kinds):
            self.printer.progress(at, steps, kind.value)
            made += self._printed(kind, where)
        if kinds and not made:
            raise MissingGlyphError([lost for some in self.unprinted.values() for lost in some])
        self.printer.progress(len(kinds), steps, CHECKING)
        files = claims.confirm(made, self.press)
        if SheetKind.RENEWALS not in kinds:
            return files
        return [*files, BuiltFile(CALENDAR, calendar_of(self.plan, self.reading), 0, ())]

    def _where(self) -> Whereabouts:
        """Return where everything stands in the pack; nowhere, where that cannot be laid out."""
        try:
            return whereabouts(self.plan, self.press)
        except MissingGlyphError as error:
            self.unplaced = error.lost
            return Whereabouts({})

    def _printed(self, kind: SheetKind, where: Whereabouts) -> Iterator[claims.Printed]:
        sheet = sheet_of(kind, self.reading, self.plan, where)
        try:
            yield claims.print_with_claims(sheet_part(kind, sheet, self.plan, self.printer.formats), self.press)
        except MissingGlyphError as error:
            self.unprinted[kind] = error.lost


def calendar_of(plan: Plan, reading: Reading) -> bytes:
    """Return the days of the renewal sheet as a calendar file; what is over stands on the day of the sheet."""
    days = (_overdue(one, plan.as_of) if one.over else _day(one) for one in renewals(reading))
    return calendar_file(f"{plan.tender.reference}: renewals", days, as_of=plan.as_of)


def _overdue(one: Renewal, today: date) -> Day:
    """Return what should have been done by now, on a day on which somebody can still see it."""
    found = _day(one)
    title, words = f"Overdue: {found.title}", f"Its day was {date_text(one.day)}."
    return replace(found, day=today, title=title, words=f"{words}\n{found.words}".rstrip(), remind_before=(0,))


def _day(one: Renewal) -> Day:
    who = f"Who sees to it: {one.who}" if one.who else ""
    early = "It runs out before the contract starts." if one.early else ""
    words = "\n".join(filter(None, (who, one.note, early)))
    return Day(one.path.replace("/", "-"), one.day, f"{one.called}: {one.what}", words, _REMIND[one.lapse])


def sheet_sentences(printed: Printed) -> Iterator[str]:
    """Yield what is to be said of the sheets that were printed."""
    dated = next((file for file in printed.files if file.name == CALENDAR), None)
    if dated:
        yield f"{CALENDAR} can be opened in any calendar; opened again later, it replaces what it brought."


def left_out_sentences(printed: Printed) -> Iterator[str]:
    """Yield what could not be printed, why, and what to do."""
    for kind, why in printed.unprinted.items():
        yield f"The {kind.value.replace('-', ' ')} was not printed. {why}"
    if printed.unplaced:
        yield f"The sheets do not say on which page of the pack something stands. {printed.unplaced}"
