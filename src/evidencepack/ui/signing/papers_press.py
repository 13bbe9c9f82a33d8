# SPDX-License-Identifier: MPL-2.0
"""What the window has done in another process about the register as a whole: chase list and certificates.

The functions that begin with ``do_`` run there. What they are handed and what they return is plain.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from evidencepack.bootstrap import Program
from evidencepack.guard.worker import Told, Work
from evidencepack.guard.working import Line
from evidencepack.pack.manifest import BuiltFile
from evidencepack.ui.pressing import WRITING, ExportReport, Order, read_order
from evidencepack.usecases.certifying import Certificate, Certifier
from evidencepack.usecases.chasing import ChasePrinter
from evidencepack.usecases.confirming import all_confirmed, conformance_sentences
from evidencepack.usecases.export_folder import kept_sentences
from evidencepack.usecases.sent_text import ground_text, read_ground
from evidencepack.usecases.signing_off import SignGround


def ask_chase(work: Work, order: Order, ground: SignGround, folder: Path, told: Told) -> ExportReport:
    """Write the chase list with its calendar and its mails, in another process; waits for it."""
    first, files, pages, said, confirmed = work.do(
        do_chase, told, *order.sent(), list(ground_text(ground)), str(folder)
    )
    return ExportReport(folder, folder / first, files, pages, tuple(said), (), confirmed)


def ask_certificates(work: Work, order: Order, ground: SignGround, told: Told) -> tuple[Certificate, ...]:
    """Make a certificate of sign-off for each document that went out, in another process; nothing is kept."""
    made = work.do(do_certificates, told, *order.sent(), list(ground_text(ground)))
    lines = {one.copy.code: one for one in ground.lines(order.facts.tender)}
    return tuple(
        Certificate(BuiltFile(name, data, pages, ()), tuple(lines[code] for code in codes))
        for name, data, pages, codes in made
    )


def do_chase(line: Line, *sent: Any) -> Any:
    """Write the chase list; when all is ready, the window is asked once more whether it is to be."""
    *given, said, folder = sent
    order, program, ground = read_order(*given), Program(), read_ground(said)
    line.tell(1, 1, WRITING)
    line.wait_for_leave()
    printer = ChasePrinter(program.library, program.press, order.pictures)
    copies = ground.lines(order.facts.tender)
    files, kept = printer.print_into(Path(folder), order.facts, copies, today=ground.today)
    told = [*conformance_sentences(files), *kept_sentences(kept)]
    return files[0].name, len(files), files[0].pages, told, all_confirmed(files)


def do_certificates(line: Line, *sent: Any) -> Any:
    """Make certificates."""
    *given, said = sent
    order, program, ground = read_order(*given), Program(), read_ground(said)
    line.tell(0, 1, "")
    certifier = Certifier(program.library, program.press, order.pictures)
    made = certifier.certify(order.facts, ground.lines(order.facts.tender))
    return [(one.file.name, one.file.data, one.file.pages, [each.copy.code for each in one.lines]) for one in made]
