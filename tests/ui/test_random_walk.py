# SPDX-License-Identifier: MPL-2.0
"""Whatever somebody does in the window, over every place: no fault, no warning, no lost word."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.ui.random_walk import EVERY, WalkError, walk

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.ui.session import Session

FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
WALKS = range(20 if FULL else 2)
ACTIONS = 500
Counted = Callable[[str, str, float], None]


@pytest.mark.parametrize("seed", WALKS)
def test_random_actions_over_every_place_leave_everything_in_agreement(
    qapp: QApplication, program: Program, sample_file: Path, tmp_path: Path, seed: int, measured: Counted
) -> None:
    del qapp
    done = walk(program, sample_file, tmp_path, seed=seed, count=ACTIONS)

    assert done.agreed == ACTIONS
    assert len(done.hand.log) == ACTIONS
    measured("Random actions over every place, nothing lost", "actions", ACTIONS)


def test_a_lost_word_ends_a_walk_with_the_log_to_do_it_again(
    qapp: QApplication, program: Program, sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del qapp
    kept = Session.finish

    def forget(session: Session) -> str:
        told = kept(session)
        session.facts = Facts(session.facts.tender, dict(list(session.facts.records.items())[:-1]))
        return told

    monkeypatch.setattr(Session, "finish", forget)

    with pytest.raises(WalkError, match="random_walk 1 ") as found:
        walk(program, sample_file, tmp_path, seed=1, count=EVERY)
    assert "the store" in str(found.value)
