# SPDX-License-Identifier: MPL-2.0
"""The wheel: what a person installs."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The files in a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=_ROOT, check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        return frozenset(wheel.namelist())


def test_a_wheel_holds_the_whole_program_and_its_resources(names: frozenset[str]) -> None:
    source = {path.relative_to(_ROOT / "src").as_posix() for path in (_ROOT / "src").rglob("*.py")}
    resources = {
        f"evidencepack/{path.relative_to(_ROOT).as_posix()}"
        for path in (_ROOT / "resources").rglob("*")
        if path.is_file()
    }

    assert source | resources <= names


def test_a_wheel_holds_nothing_else(names: frozenset[str]) -> None:
    assert {name.split("/")[0] for name in names} == {"evidencepack", "evidencepack-0.1.0.dist-info"}
