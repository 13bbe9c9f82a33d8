# SPDX-License-Identifier: MPL-2.0
"""Commands that hand answers out in other forms than pages: registers as workbooks and CSV."""

from __future__ import annotations

from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.output import Bar, counted, say, say_table
from evidencepack.errors import ExitCode
from evidencepack.exchange.registers.registers import NAMES
from evidencepack.usecases.export_folder import kept_sentences
from evidencepack.usecases.formats import read_reader
from evidencepack.usecases.registers_out import RegisterWriter, register_sentences
from evidencepack.usecases.workspaces import open_existing, tender_facts


def write_registers(file: Path, folder: Path, only: str, *, reader: str, tender: str) -> ExitCode:
    """Write the registers of a tender, or some of them, for a reader."""
    audience, program = read_reader(reader), Program()
    names = [name.strip().lower() for name in only.split(",") if name.strip()] if only else NAMES
    with open_existing(file, read_only=True) as workspace:
        facts = tender_facts(workspace, tender)
    bar = Bar()
    try:
        written = RegisterWriter(program.library, bar).write_into(folder, facts, audience=audience, only=names)
    finally:
        bar.close()
    lines = written.lines
    say_table(
        [
            (str(folder / one.name), counted(lines[one.name], "line") if one.name in lines else "")
            for one in written.files
        ]
    )
    say(*kept_sentences(written.kept), *register_sentences(written))
    return ExitCode.OK
