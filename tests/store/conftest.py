# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from evidencepack.domain.record import Record
from evidencepack.store.session import Session
from evidencepack.store.workspace import Workspace, create_workspace


def _session(actor: str = "Jane", device: str = "laptop-1") -> Session:
    seconds = count()
    start = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
    return Session(actor, device, "0.1.0", lambda: start + timedelta(seconds=next(seconds)))


@pytest.fixture
def session() -> Session:
    """Jane at her laptop, with a clock that moves one second at each look."""
    return _session()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "care bids.evidencepack"


@pytest.fixture
def workspace(path: Path, session: Session) -> Iterator[Workspace]:
    with create_workspace(path, session=session) as opened:
        yield opened


@pytest.fixture
def tender(workspace: Workspace) -> Record:
    return workspace.add_record("tender", "TBN-ASC-2027-014")


@pytest.fixture
def mou(workspace: Workspace, tender: Record) -> Record:
    return workspace.add_record("mou", "TBN-MOU-01", tender=tender.id)


@pytest.fixture
def as_an_ordinary_person() -> Callable[[], AbstractContextManager[Path]]:
    """Give a folder, and act in it as somebody whose rights the file system minds, even when the tests run as root."""

    @contextmanager
    def act() -> Iterator[Path]:
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            if root:
                os.chown(folder, 65534, 65534)
                os.seteuid(65534)
            try:
                yield folder
            finally:
                if root:
                    os.seteuid(0)
                for path in (folder, *folder.rglob("*")):
                    path.chmod(0o700)

    return act
