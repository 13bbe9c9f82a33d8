# SPDX-License-Identifier: MPL-2.0
"""A workspace from which one letter went out to be signed; other papers are left out, so that it is quickly made."""

from __future__ import annotations

import shutil
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.pack.press import Format
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.signing_off import Sending, SignPress, keep_sending, sign_ground
from evidencepack.usecases.workspaces import open_existing, tender_facts

LETTER = "TBN-LOS-MT"
_PAPERS = {LETTER, "TBN-NAR-01", "TBN-SIG-01", "TBN-GOV-01", "TBN-CS-01", "TBN-CS-02"}


def send_letter(program: Program, sample: Path, folder: Path) -> Path:
    """Return a workspace, in a folder, from which the letter went out."""
    file = Path(shutil.copy(sample, folder / "out.evidencepack"))
    with open_existing(file) as workspace:
        leave_few(workspace)
        keep_sending(workspace, send(workspace, program))
    return file


def leave_few(workspace: Workspace) -> None:
    """Take out the papers that the letter does not speak of: what goes out is the same."""
    with workspace.together():
        for record in tender_facts(workspace, "").records.values():
            if "version" in record.answers and record.reference not in _PAPERS:
                workspace.remove_record(record.id)


def send(workspace: Workspace, program: Program, name: str = LETTER, by: str = "") -> Sending:
    """Return a paper as it goes out, as PDF alone; nothing is kept yet."""
    press = SignPress(program.library, program.press, formats=(Format.PDF,))
    return press.send(sign_ground(workspace), tender_facts(workspace, ""), name, by=by, progress=lambda *_: None)
