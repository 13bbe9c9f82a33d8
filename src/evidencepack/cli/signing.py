# SPDX-License-Identifier: MPL-2.0
"""Commands about signatures: send a document out to be signed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.output import Bar, counted, say, say_table
from evidencepack.errors import ExitCode
from evidencepack.paths.folders import refuse_unfit
from evidencepack.usecases.confirming import all_confirmed, conformance_sentences
from evidencepack.usecases.export_folder import kept_sentences
from evidencepack.usecases.pictures import pictures_of
from evidencepack.usecases.sent_files import copies_for, sent_sentences, write_copies
from evidencepack.usecases.signing_off import SignPress, keep_sending, sign_ground
from evidencepack.usecases.workspaces import open_existing, tender_facts


@dataclass(frozen=True, slots=True)
class SignOrder:
    """What goes out, as a person typed it: the document, one organisation (empty: all), by whom, on both sides."""

    document: str
    partner: str
    by: str
    duplex: bool


def sign_off(file: Path, folder: Path, order: SignOrder, *, tender: str) -> ExitCode:
    """Freeze a document as the next version, keep it, and write a copy for each who signs."""
    refuse_unfit(folder)
    program = Program()
    with open_existing(file) as workspace:
        facts = tender_facts(workspace, tender)
        pictures = pictures_of(facts, workspace.attachment)
        press, bar = SignPress(program.library, program.press, pictures, duplex=order.duplex), Bar()
        try:
            sending = press.send(sign_ground(workspace), facts, order.document, by=order.by, progress=bar)
        finally:
            bar.close()
        copies = copies_for(sending.version, facts, order.partner)
        keep_sending(workspace, sending)
        handed = write_copies(workspace, sending.version, copies, folder)
    say_table([(str(folder / one.name), counted(one.pages, "page")) for one in handed.files])
    say(*kept_sentences(handed.kept), *conformance_sentences(tuple(sending.files.values())))
    say(*sent_sentences(sending.version, copies, again=sending.again))
    return ExitCode.OK if all_confirmed(tuple(sending.files.values())) else ExitCode.UNCONFIRMED
