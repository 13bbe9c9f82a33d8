# SPDX-License-Identifier: MPL-2.0
"""The same answers give the same bytes: again, elsewhere, on another day, for another person."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.whole.conftest import Sample

from evidencepack.bootstrap import Program
from evidencepack.pack.press import Format
from evidencepack.store.session import Session
from evidencepack.store.workspace import create_workspace
from evidencepack.usecases.exporting import Exporter
from evidencepack.usecases.importing import import_tender
from evidencepack.usecases.workspaces import open_existing, tender_facts

FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"

# Another day: whatever asks for the time in the usual way is told of the year 2033.
_LATER = "import time, sys; time.time = lambda: 2e9; from evidencepack.__main__ import main; main()"


def _files(folder: Path) -> Mapping[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_again_over_an_earlier_export(sample: Sample, program: Program, sample_file: Path, tmp_path: Path) -> None:
    with open_existing(sample_file, read_only=True) as workspace:
        facts = tender_facts(workspace, "")
    for name, data in sample.files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    exporter = Exporter(program.library, program.press)
    exporter.export_pack(facts, tmp_path, progress=lambda _done, _total, _words: None)
    assert _files(tmp_path) == sample.files


def test_from_a_new_workspace_of_another_person_years_later(sample: Sample, program: Program, tmp_path: Path) -> None:
    later = Session("Somebody Else", "another-computer", "9.9", lambda: datetime(2031, 12, 31, 23, 59, tzinfo=UTC))
    with create_workspace(tmp_path / "later.evidencepack", session=later) as workspace:
        import_tender(workspace, program.sample, library=program.library, source="elsewhere.json")
        facts = tender_facts(workspace, "")
    exporter = Exporter(program.library, program.press)
    exporter.export_pack(facts, tmp_path / "out", progress=lambda _done, _total, _words: None)
    assert _files(tmp_path / "out") == sample.files


@pytest.mark.parametrize(
    ("zone", "seed", "language"),
    [("Pacific/Kiritimati", "1", "C.UTF-8"), ("America/Los_Angeles", "4711", "C")][: None if FULL else 1],
)
def test_on_another_day_in_another_place(
    sample: Sample, sample_file: Path, tmp_path: Path, zone: str, seed: str, language: str
) -> None:
    home, here = tmp_path / "home", tmp_path / "here"
    home.mkdir()
    here.mkdir()
    own = here / "own.evidencepack"
    own.write_bytes(sample_file.read_bytes())
    settings = {
        **os.environ, "HOME": str(home), "USER": "somebody", "LOGNAME": "somebody", "TZ": zone, "LC_ALL": language,
        "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path), "XDG_DATA_HOME": str(home / "data"),
    }  # fmt: skip
    command = [sys.executable, "-c", _LATER, "export", "own.evidencepack", "--to", "out"]
    said = subprocess.run(command, cwd=here, env=settings, capture_output=True, text=True, check=False, timeout=120)
    assert said.returncode == 0, said.stderr
    assert _files(here / "out") == sample.files


def _is_made_of(name: str, form: Format) -> bool:
    """Say whether a file comes when one format is asked for: slots get what the portal takes, whatever that is."""
    return name.endswith(f".{form}") or name.startswith(("slots/", "upload-checklist"))


def test_one_format_gives_the_same_files_as_both(sample: Sample, program: Program, tmp_path: Path) -> None:
    for form in Format:
        exporter = Exporter(program.library, program.press, (form,))
        exporter.export_pack(sample.facts, tmp_path / form, progress=lambda _done, _total, _words: None)
        made = {name: data for name, data in _files(tmp_path / form).items() if name != "manifest.json"}
        assert made == {name: data for name, data in sample.files.items() if _is_made_of(name, form)}
