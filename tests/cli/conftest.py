# SPDX-License-Identifier: MPL-2.0
"""The command line, run inside the test or as a program of its own, and what a folder looked like before."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pytest

from evidencepack.bootstrap import Program
from evidencepack.cli.main import run


@dataclass(frozen=True)
class Said:
    """What a command said: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


Cli: TypeAlias = Callable[..., Said]
Listing: TypeAlias = Mapping[str, str]


def no_window(file: Path | None) -> int:
    """Stand for the window in commands that must not open one."""
    pytest.fail(f"a window was opened on {file}")


@pytest.fixture
def cli_that_reads(capfd: pytest.CaptureFixture[str]) -> Cli:
    """Run a command inside the test; each reads the resources itself."""

    def call(*words: str | Path, open_window: Callable[[Path | None], int] = no_window) -> Said:
        try:
            code = run([str(word) for word in words], open_window=open_window)
        except SystemExit as left:
            code = int(str(left.code or 0))
        printed = capfd.readouterr()
        return Said(code, printed.out, printed.err)

    return call


@pytest.fixture
def cli(cli_that_reads: Cli, resources_in_hand: None) -> Cli:
    """Run a command inside the test, with resources that were read once for all commands."""
    del resources_in_hand
    return cli_that_reads


@pytest.fixture(scope="session")
def program_of_its_own() -> Cli:
    """Run a command as a program, as a person does."""

    def call(*words: str | Path, **settings: str) -> Said:
        around = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **settings}
        command = [sys.executable, "-m", "evidencepack", *map(str, words)]
        said = subprocess.run(command, capture_output=True, env=around, check=False, timeout=120)
        return Said(said.returncode, said.stdout.decode(), said.stderr.decode())

    return call


@pytest.fixture
def listing() -> Callable[[Path], Listing]:
    """Return what tells whether a folder was touched: every name in it, with a digest of each file."""

    def look(folder: Path) -> Listing:
        return {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
            for path in sorted(folder.rglob("*"))
        }

    return look


@pytest.fixture
def resources_in_hand(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the resources read already, once for all commands, and where only their owner may read the checkout."""
    for name in ("library", "press", "sample"):
        monkeypatch.setattr(Program, name, getattr(program, name))
