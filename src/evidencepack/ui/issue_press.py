# SPDX-License-Identifier: MPL-2.0
"""What the window has done in another process to issue a pack, and to write registers.

The functions that begin with ``do_`` run there. What they are handed and what they return is plain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evidencepack.bootstrap import Program
from evidencepack.domain.issue import Issue
from evidencepack.domain.trade import Audience
from evidencepack.guard.worker import Told, Work
from evidencepack.guard.working import Line
from evidencepack.ui.pressing import WRITING, ExportReport, Order, read_order
from evidencepack.usecases.confirming import all_confirmed, conformance_sentences
from evidencepack.usecases.export_folder import kept_sentences
from evidencepack.usecases.exporting import Exporter
from evidencepack.usecases.issuing import (
    Ground,
    Wish,
    issue_pack,
    issue_sentences,
    issue_text,
    read_issue_text,
    write_issue,
)
from evidencepack.usecases.overview import look_over
from evidencepack.usecases.registers_out import RegisterWriter, register_sentences


@dataclass(frozen=True, slots=True)
class MadeIssue:
    """An issue that is made and not kept yet, the bytes of its files by name, and what is said of it.

    ``again``: it is the newest one that is kept already.
    """

    issue: Issue
    files: Mapping[str, bytes]
    again: bool
    said: tuple[str, ...]
    confirmed: bool

    def report(self, folder: Path, kept: Mapping[str, str]) -> ExportReport:
        """Return what is told once its files stand in a folder."""
        first = self.issue.files[0]
        told = (*self.said, *kept_sentences(kept))
        number = len(self.issue.files)
        return ExportReport(folder, folder / first.name, number, first.pages, told, confirmed=self.confirmed)


def ask_issue(work: Work, order: Order, ground: Ground, wish: Wish, told: Told) -> MadeIssue:
    """Make the next issue of a pack, in another process; waits for it. Nothing is kept or written."""
    newest = issue_text(ground.newest) if ground.newest else ""
    sent = (ground.number, ground.at, ground.made_with, ground.person, newest)
    text, files, again, said, confirmed = work.do(do_issue, told, *order.sent(), sent, (wish.by, wish.because))
    return MadeIssue(read_issue_text(text), files, again, tuple(said), confirmed)


def put_issue(made: MadeIssue, folder: Path) -> ExportReport:
    """Write the files of an issue that is kept."""
    return made.report(folder, write_issue(made.issue, made.files, folder))


def ask_registers(work: Work, order: Order, folder: Path, told: Told) -> ExportReport:
    """Write registers into a folder, in another process; waits for it."""
    first, files, said = work.do(do_registers, told, *order.sent(), str(folder))
    return ExportReport(folder, folder / first, files, 0, tuple(said), confirmed=not said)


def do_issue(line: Line, *sent: Any) -> Any:
    """Make an issue; when all is made, the window is asked once more whether it is to be."""
    *given, ground, wish = sent
    order, program = read_order(*given), Program()
    number, at, made_with, person, newest = ground

    def before_writing() -> None:
        line.tell(1, 1, WRITING)
        line.wait_for_leave()

    want = order.wanted
    exporter = Exporter(
        program.library, program.press, want.formats, order.pictures, want.duplex, before_writing, order.annexes
    )
    found = look_over(order.facts, program.library, program.press)
    standing = Ground(number, at, made_with, person, read_issue_text(newest) if newest else None)
    issued = issue_pack(standing, order.facts, exporter, Wish(*wish), progress=line.tell, found=found)
    said = [*issue_sentences(issued), *conformance_sentences(issued.made.files)]
    confirmed = all_confirmed(issued.made.files)
    return issue_text(issued.issue), dict(issued.files), issued.again, said, confirmed


def do_registers(line: Line, *sent: Any) -> Any:
    """Write registers; when all is made, the window is asked once more whether they are to be written."""
    *given, folder = sent
    order, program = read_order(*given), Program()

    def before_writing() -> None:
        line.tell(1, 1, WRITING)
        line.wait_for_leave()

    writer = RegisterWriter(program.library, line.tell, before_writing)
    written = writer.write_into(Path(folder), order.facts, audience=Audience(order.wanted.audience))
    return written.files[0].name, len(written.files), [*register_sentences(written), *kept_sentences(written.kept)]
