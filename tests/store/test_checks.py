# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType
from evidencepack.store.faults import DamagedWorkspaceError
from evidencepack.store.history import Revision
from evidencepack.store.workspace import Workspace, open_workspace

FLIPS = 1_500 if "EVIDENCEPACK_FULL" in os.environ else 100


def test_a_flipped_bit_is_harmless_or_noticed_before_a_backup_is_kept(
    path: Path, workspace: Workspace, mou: Record, measured: Callable[[str, str, float], None]
) -> None:
    for number in range(40):
        text = f"{number} visits within 48 hours of referral " * 30
        workspace.set_value(FieldPath(mou.id, f"answer_{number}"), FieldType.LONG_TEXT, text)
    for number in range(10):
        row = workspace.add_row(mou.id, "objectives")
        workspace.set_value(FieldPath(mou.id, "objectives", row, "what"), FieldType.TEXT, f"cell {number}")
    sound = everything(workspace, mou.tender)
    workspace.close()
    content = path.read_bytes()
    chance = random.Random(3)  # noqa: S311 - which bit flips is no secret
    for _ in range(FLIPS):
        at = chance.randrange(100, len(content))
        flipped = bytes([content[at] ^ 1 << chance.randrange(8)])
        path.write_bytes(content[:at] + flipped + content[at + 1 :])
        assert noticed(path) or read(path, mou.tender) == sound, at
    measured("Bits flipped in a workspace, each harmless or noticed", "flips", FLIPS)


def noticed(path: Path) -> bool:
    """Return whether opening or backing up refuses the file."""
    try:
        with open_workspace(path, read_only=True) as workspace:
            workspace.backup(path.parent / "backups").unlink()
    except DamagedWorkspaceError:
        return True
    return False


def read(path: Path, tender: str) -> tuple[Facts, tuple[Revision, ...]]:
    with open_workspace(path, read_only=True) as workspace:
        return everything(workspace, tender)


def everything(workspace: Workspace, tender: str) -> tuple[Facts, tuple[Revision, ...]]:
    return workspace.facts(tender), workspace.history()
