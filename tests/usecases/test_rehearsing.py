# SPDX-License-Identifier: MPL-2.0
"""Trying something out: nothing is kept, and the changes that come back do the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import reduce
from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.changes import apply_change
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.keeping import Keep, keep
from evidencepack.usecases.rehearsing import rehearse
from evidencepack.usecases.rewording import restore_wording
from evidencepack.usecases.sampling import make_sample_workspace
from evidencepack.usecases.saving import keep_changes
from evidencepack.usecases.taking import take

TODAY = date(2027, 2, 15)


@pytest.fixture
def workspace(program: Program, tmp_path: Path) -> Iterator[Workspace]:
    made = make_sample_workspace(tmp_path / "w.evidencepack", program.sample, library=program.library)
    wanted = Keep("TBN-CS-01", "A Friday table", "31 January 2099")
    keep(made, wanted, library=program.library, today=TODAY)
    yield made
    made.close()


def test_a_trial_keeps_nothing_and_its_changes_do_the_same(workspace: Workspace, program: Program) -> None:
    tender, library = workspace.tenders()[0].id, program.library
    before = workspace.facts(tender)
    tried = rehearse(
        workspace,
        tender,
        lambda: take(workspace, "A Friday table", library=library, today=TODAY, tender=tender),
        library=library,
    )
    assert workspace.facts(tender) == before

    shown = reduce(apply_change, tried.changes, before)
    assert shown.records[tried.result.record.id].answers == tried.result.record.answers
    assert keep_changes(workspace, tried.changes).problem == ""
    assert workspace.facts(tender).records == shown.records


def test_what_a_trial_takes_away_is_a_change_too(workspace: Workspace, program: Program) -> None:
    tender = workspace.tenders()[0].id
    before = workspace.facts(tender)
    tried = rehearse(workspace, tender, lambda: restore_wording(workspace, "mou.insurance"), library=program.library)
    assert workspace.facts(tender) == before
    after = reduce(apply_change, tried.changes, before)
    assert not list(after.of_kind("house_wording"))


def test_what_fails_on_trial_says_why(workspace: Workspace, program: Program) -> None:
    tender = workspace.tenders()[0].id
    with pytest.raises(NotFoundError):
        rehearse(workspace, tender, lambda: restore_wording(workspace, "mou.nothing"), library=program.library)
