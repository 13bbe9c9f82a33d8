# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencepack.store.workspace import Workspace
from evidencepack.usecases.workspaces import open_existing


@pytest.fixture
def workspace(own_file: Path) -> Iterator[Workspace]:
    """Return an open workspace with the sample tender, to change as a test likes."""
    with open_existing(own_file) as opened:
        yield opened
