# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.usecases.letter_out import send_letter

from evidencepack.bootstrap import Program
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.workspaces import open_existing


@pytest.fixture
def workspace(own_file: Path) -> Iterator[Workspace]:
    """Return an open workspace with the sample tender, to change as a test likes."""
    with open_existing(own_file) as opened:
        yield opened


@pytest.fixture(scope="session")
def letter_file(program: Program, sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a closed workspace from which one letter went out. Tests read it; those that change it copy it first."""
    return send_letter(program, sample_file, tmp_path_factory.mktemp("letter"))
