# SPDX-License-Identifier: MPL-2.0
"""The whole set of files that an export writes, cut short while it is made, and while it is moved in."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.usecases.test_cut_short import FULL, cuts, lay_out
from tests.whole.conftest import Sample

from evidencepack.errors import ExitCode

pytestmark = pytest.mark.tools

_EXPORT = """
import os, signal, sys
from evidencepack.cli import leaving
from evidencepack.__main__ import main
left = int(sys.argv.pop(1))
class Killing(leaving.Bar):
    def __call__(self, *told):
        global left
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
leaving.Bar = Killing
main()
"""


def _files(folder: Path) -> dict[str, bytes]:
    found = (one for one in sorted(folder.rglob("*")) if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in found}


def test_a_kill_while_fifty_files_are_moved_in_leaves_one_whole_pack_after_the_next_start(
    sample: Sample, tmp_path: Path
) -> None:
    shutil.copytree(sample.folder, tmp_path / "old")
    changed = {name: data + b"\n" for name, data in sample.files.items() if not name.startswith("slots/")}
    del changed["manifest.json"]
    more = ("bundle.pdf", "annexes/Y-certificate.pdf", "slots/01-Other/Pack.pdf", "registers/risks.xlsx")
    lay_out(tmp_path / "new", changed | {name: name.encode() for name in more})
    found = cuts(tmp_path, every=5 if FULL else 60)
    assert len(found) >= (20 if FULL else 4)
    assert {one.later for one in found} == {"before", "after"}
    assert {one.notes for one in found} == {0}
    assert {one.at_once.partition(",")[0] for one in found} <= {"before", "marked", "after"}


@pytest.mark.parametrize("step", range(1, 28, 3 if FULL else 30))
def test_a_kill_while_files_are_made_changes_nothing(
    sample: Sample, sample_file: Path, tmp_path: Path, step: int
) -> None:
    shutil.copytree(sample.folder, tmp_path / "out")
    before = _files(tmp_path)
    around = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", _EXPORT, str(step), "export", str(sample_file), "--to", str(tmp_path / "out")]
    killed = subprocess.run(command, capture_output=True, text=True, env=around, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    assert _files(tmp_path) == before
    checked = [sys.executable, "-m", "evidencepack", "issues", str(sample_file)]
    started = subprocess.run(checked, capture_output=True, text=True, env=around, check=False)
    assert (started.returncode, started.stderr) == (ExitCode.OK, "")
    assert _files(tmp_path) == before
