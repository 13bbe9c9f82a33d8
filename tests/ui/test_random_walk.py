# SPDX-License-Identifier: MPL-2.0
"""Whatever somebody does in the window, over every place: no fault, no warning, no lost word."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.ui.going import session_of
from tests.ui.random_agreement import disagreements

from evidencepack.domain.record import Facts
from evidencepack.ui.session import Session
from evidencepack.ui.shell.window import Window

FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
SEEDS = range(40) if FULL else (0, 1, 3, 21)
ACTIONS = 250
ROOT = Path(__file__).parents[2]
Counted = Callable[[str, str, float], None]


@pytest.mark.parametrize("seed", SEEDS)
def test_random_actions_over_every_place_leave_everything_in_agreement(seed: int, measured: Counted) -> None:
    # A program of its own: what Qt itself cannot stand ends that, and not the other tests.
    walk = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-m", "tests.ui.random_walk", str(seed), str(ACTIONS)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert walk.returncode == 0, walk.stdout + walk.stderr
    measured("Random actions over every place, nothing lost", "actions", ACTIONS)


def test_a_store_that_loses_a_record_is_noticed(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    assert disagreements(window) == []
    kept = Session.finish

    def forget(session: Session) -> str:
        told = kept(session)
        session.facts = Facts(session.facts.tender, dict(list(session.facts.records.items())[:-1]))
        return told

    monkeypatch.setattr(Session, "finish", forget)

    assert session_of(window).drafts == {}
    assert any(one.startswith("the store: ") for one in disagreements(window))
