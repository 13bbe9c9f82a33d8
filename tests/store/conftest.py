# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Iterator
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
