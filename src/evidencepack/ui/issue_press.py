# SPDX-License-Identifier: MPL-2.0
"""What the window has done in another process to issue a pack, and to write registers.

The functions that begin with ``do_`` run there. What they are handed and what they return is plain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import Any

from evidencepack.bootstrap import Program
from evidencepack.domain.issue import Issue
from evidencepack.domain.trade import Audience, Severity
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
    warning_sentences,
    write_issue,
)
from evidencepack.usecases.overview import look_over
from evidencepack.usecases.registers_out import RegisterWriter, register_sentences
from evidencepack.usecases.stopping import InTheWay, let_files_stand


@dataclass(frozen=True, slots=True)
class MadeIssue:
    """An issue that is made and not kept yet, the bytes of its files by name, and what is said of it.

    ``again``: it is the newest one that is kept already. ``seen`` is what pre-flight saw that stops nothing, and
    ``in_the_way`` what stops it yet.
    """

    issue: Issue
    files: Mapping[str, bytes]
    again: bool
    said: tuple[str, ...]
    confirmed: bool
    seen: tuple[str, ...] = ()
    in_the_way: tuple[InTheWay, ...] = ()

    def let_stand(self, because: str) -> MadeIssue:
        """Return the issue with what stops it let stand, for a reason."""
        return replace(self, issue=let_files_stand(self.issue, self.in_the_way, because), in_the_way=())

    def report(self, folder: Path, kept: Mapping[str, str]) -> ExportReport:
        """Return what is told once its files stand in a folder."""
        first = self.issue.files[0]
        told = (*self.said, *kept_sentences(kept))
        number = len(self.issue.files)
        seen = tuple((Severity.WARNS, words) for words in self.seen)
        return ExportReport(folder, folder / first.name, number, first.pages, told, (), self.confirmed, seen)


def ask_issue(work: Work, order: Order, ground: Ground, wish: Wish, told: Told) -> MadeIssue:
    """Make the next issue of a pack, in another process; waits for it. Nothing is kept or written."""
    newest = issue_text(ground.newest) if ground.newest else ""
    sent = (ground.number, ground.at, ground.made_with, ground.person, newest, list(ground.buyers))
    text, files, again, said, confirmed, seen, stops = work.do(
        do_issue, told, *order.sent(), sent, (wish.by, wish.because)
    )
    stopping = tuple(InTheWay(*one) for one in stops)
    return MadeIssue(read_issue_text(text), files, again, tuple(said), confirmed, tuple(seen), stopping)


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
    number, at, made_with, person, newest, buyers = ground

    def before_writing() -> None:
        line.tell(1, 1, WRITING)
        line.wait_for_leave()

    want = order.wanted
    exporter = Exporter(
        program.library, program.press, want.formats, order.pictures, want.duplex, before_writing, order.annexes,
        order.earlier, signed=order.signed,
    )  # fmt: skip
    found = look_over(order.facts, program.library, program.press)
    standing = Ground(number, at, made_with, person, read_issue_text(newest) if newest else None, tuple(buyers))
    issued = issue_pack(standing, order.facts, exporter, Wish(*wish), progress=line.tell, found=found)
    said = [*issue_sentences(issued), *conformance_sentences(issued.made.files)]
    confirmed = all_confirmed(issued.made.files)
    stops = [astuple(one) for one in issued.in_the_way]
    seen = list(warning_sentences(issued))
    return issue_text(issued.issue), dict(issued.files), issued.again, said, confirmed, seen, stops


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
