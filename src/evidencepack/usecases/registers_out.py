# SPDX-License-Identifier: MPL-2.0
"""Registers out: risks, measures, who does what, promises and contacts as workbooks and CSV files for a reader."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from evidencepack.compose.examples import MARK
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.exchange.registers.csv_file import csv_file
from evidencepack.exchange.registers.registers import NAMES
from evidencepack.exchange.registers.table import Register
from evidencepack.exchange.registers.workbook import About, is_cut, workbook
from evidencepack.library.model import Library
from evidencepack.pack.build import copy_mark
from evidencepack.pack.manifest import BuiltFile, manifest
from evidencepack.paths.folders import refuse_unfit
from evidencepack.paths.names import legal_name
from evidencepack.usecases.export_folder import write_export
from evidencepack.usecases.export_steps import Progress
from evidencepack.usecases.exporting import go_on
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.register_books import about_registers, registers_for

_ENDING = len("-for-partners.csv")


def listed_in(audience: Audience) -> str:
    """Return the name of the file that lists the registers for somebody."""
    return f"registers{copy_mark(audience)}.manifest.json"


class UnknownRegisterError(EvidencePackError):
    """No register is called so."""

    exit_code: ClassVar[ExitCode] = ExitCode.USAGE


@dataclass(frozen=True, slots=True)
class Written:
    """The registers that were written: the folder, files in order, and the lines of each workbook's first table.

    ``empty`` are the titles of those in which nothing stands. ``withheld`` counts results that rest on fewer than five
    people, ``cut`` are the files in which a text was too long for a cell, ``examples`` counts lines that are examples
    still. ``kept``: what files of the person's own are called now, by their old names.
    """

    folder: Path
    files: tuple[BuiltFile, ...]
    lines: Mapping[str, int]
    empty: tuple[str, ...]
    withheld: int
    cut: tuple[str, ...]
    examples: int
    kept: Mapping[str, str]


def _nobody(_done: int, _of: int, _words: str) -> None:
    """Nobody follows how it goes."""


@dataclass(frozen=True, slots=True)
class RegisterWriter:
    """Writes the registers of tenders. ``progress`` hears of each; both functions may raise to cancel."""

    library: Library
    progress: Progress = _nobody
    before_writing: Callable[[], None] = go_on

    def write_into(
        self, folder: Path, facts: Facts, *, audience: Audience = Audience.PACK, only: Collection[str] = NAMES
    ) -> Written:
        """Write registers into a folder, all of them or none; a pack in the same folder stays as it is.

        Raises:
            UnknownRegisterError: if one of ``only`` is no register.
            NotFoundError: if nothing stands in any of them.
            CannotWriteError: if the folder cannot be written; it stays as it was.
        """
        _refuse_unknown(only)
        refuse_unfit(folder)
        wanted = [one for one in registers_for(facts, self.library, audience) if one.name in only]
        there = [one for one in wanted if not one.is_empty]
        if not there:
            titles = ", ".join(one.title.lower() for one in wanted)
            raise NotFoundError(f"Nothing stands in any of them yet: {titles}. Nothing was written.")
        about, files = about_registers(facts, self.library, audience), list[BuiltFile]()
        for at, register in enumerate(there):
            self.progress(at, len(there), register.title)
            files += _files(register, about, audience)
        self.before_writing()
        contents = {file.name: file.data for file in files}
        contents[listed_in(audience)] = manifest(about.tender, about.as_of.isoformat(), files)
        kept = write_export(folder, contents, listed_in=listed_in(audience))
        return Written(
            folder,
            tuple(files),
            {_workbook_name(one, audience): len(one.sheets[0].rows) for one in there},
            tuple(one.title for one in wanted if one.is_empty),
            sum(one.withheld for one in there),
            tuple(_workbook_name(one, audience) for one in there if any(map(is_cut, one.sheets))),
            sum(_examples(one) for one in there),
            kept,
        )


def _refuse_unknown(only: Collection[str]) -> None:
    unknown = sorted(set(only) - set(NAMES))
    if unknown or not only:
        what = f"“{unknown[0]}” is not a register" if unknown else "No register was named"
        raise UnknownRegisterError(f"{what}. Nothing was written. Choose from: {', '.join(NAMES)}.")


def _workbook_name(register: Register, audience: Audience) -> str:
    return f"{register.name}{copy_mark(audience)}.xlsx"


def _files(register: Register, about: About, audience: Audience) -> Iterator[BuiltFile]:
    yield BuiltFile(_workbook_name(register, audience), workbook(register, about), 0, ())
    taken = set[str]()
    for at, sheet in enumerate(register.sheets):
        name = "-".join(filter(None, (register.name, sheet.name)))
        name = legal_name(name, otherwise=register.name, room=_ENDING)
        # Two references may differ in nothing that a file name can hold.
        name = f"{name}-{at + 1}" if name.casefold() in taken else name
        taken.add(name.casefold())
        yield BuiltFile(f"{name}{copy_mark(audience)}.csv", csv_file(sheet), 0, ())


def _examples(register: Register) -> int:
    return sum(isinstance(row[0], str) and row[0].endswith(MARK) for sheet in register.sheets for row in sheet.rows)


def register_sentences(written: Written) -> Iterator[str]:
    """Yield what is to be said of the registers that were written."""
    if written.empty:
        yield f"Not written, for nothing stands in them yet: {', '.join(written.empty)}."
    if written.withheld:
        many = "1 result rests" if written.withheld == 1 else f"{written.withheld:,} results rest"
        yield f"{many} on fewer than 5 people or cases. The files say so in the place of the figures."
    for name in written.cut:
        yield f"“{name}” has a text that is too long for a cell: its end says so, and the CSV file has all of it."
    if written.examples:
        many = "1 line is an example" if written.examples == 1 else f"{written.examples:,} lines are examples"
        yield f"{many} that nobody has made yours yet; their reference says so."
