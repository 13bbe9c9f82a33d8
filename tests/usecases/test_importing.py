# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.errors import EvidencePackError
from evidencepack.exchange.mistakes import BadTenderFileError
from evidencepack.exchange.strict_json import MOST_BYTES
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.importing import import_tender, read_tender
from evidencepack.usecases.workspaces import create, tender_facts


def test_a_tender_comes_in_whole_with_the_day_it_fixes(program: Program, tmp_path: Path) -> None:
    with create(tmp_path / "new.evidencepack") as workspace:
        imported = import_tender(workspace, program.sample, library=program.library, source="sample.json")
        facts = tender_facts(workspace, "")
    assert (imported.tender.reference, imported.notes) == ("TBN-ASC-2027-014", ())
    assert len(facts.records) == len(json.loads(program.sample)["records"])
    assert facts.records[facts.tender].answers["as_of"] == date(2027, 2, 15)


def test_a_file_with_a_mistake_changes_nothing(program: Program, workspace: Workspace) -> None:
    before = workspace.history()
    tree = json.loads(program.sample)
    tree["records"][-1]["kind"] = "poem"
    with pytest.raises(BadTenderFileError):
        import_tender(workspace, json.dumps(tree).encode(), library=program.library)
    assert workspace.history() == before


def test_the_same_tender_is_not_taken_in_twice(program: Program, workspace: Workspace) -> None:
    before = workspace.history()
    with pytest.raises(EvidencePackError, match="Nothing was taken in"):
        import_tender(workspace, program.sample, library=program.library)
    assert workspace.history() == before


def test_a_tender_file_is_read_to_its_limit_and_one_byte_more(tmp_path: Path) -> None:
    with (tmp_path / "large.json").open("wb") as file:
        file.truncate(MOST_BYTES * 3)
    assert len(read_tender(tmp_path / "large.json")) == MOST_BYTES + 1
