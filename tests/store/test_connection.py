# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from evidencepack.domain.record import Record
from evidencepack.store.checks import refuse_altered
from evidencepack.store.workspace import Workspace, open_workspace

KILLS = 200 if "EVIDENCEPACK_FULL" in os.environ else 5
TYPIST = Path(__file__).parent / "files" / "typist.py"
SOURCE = Path(__file__).parents[2] / "src"


def test_no_edit_that_was_acknowledged_is_lost_when_the_program_is_killed(
    path: Path, workspace: Workspace, tender: Record, measured: Callable[[str, str, float], None]
) -> None:
    workspace.close()
    chance = random.Random(1)  # noqa: S311 - when to kill is no secret
    saved = 0
    for _ in range(KILLS):
        acknowledged = type_until_killed(path, saved + 1, chance.uniform(0.005, 0.12))
        assert acknowledged
        with open_workspace(path) as again:
            refuse_altered(again._connection.db, path)
            typed = [int(str(revision.new).split()[0]) for revision in again.history(f"{tender.id}")[1:]]
            assert typed == list(range(1, len(typed) + 1))
            # One more may have been saved than the typist could say.
            assert acknowledged[-1] <= len(typed) <= acknowledged[-1] + 1
            answers = {int(str(answer).split()[0]) for answer in again.record(tender.id).answers.values()}
            assert answers == set(typed[-7:])
            saved = len(typed)
    measured("Times killed while typing, no acknowledged edit lost", "kills", KILLS)
    measured("Edits acknowledged over those kills, all found again", "edits", saved)


def type_until_killed(path: Path, start: int, seconds: float) -> list[int]:
    with subprocess.Popen(
        [sys.executable, str(TYPIST), str(path), str(start)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
    ) as typist:
        assert typist.stdout
        first = typist.stdout.readline()
        time.sleep(seconds)
        typist.kill()
        return [int(line) for line in (first + typist.stdout.read()).splitlines(keepends=True) if line.endswith("\n")]
