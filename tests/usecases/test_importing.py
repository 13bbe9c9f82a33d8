# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.exchange.mistakes import BadTenderFileError
from evidencepack.exchange.strict_json import MOST_BYTES
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.importing import MissingFileError, UnreadableFileError, import_tender, read_file
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


def test_a_file_is_read_or_its_absence_said(tmp_path: Path) -> None:
    (tmp_path / "tender.json").write_bytes(b"{}")
    assert read_file(tmp_path / "tender.json") == b"{}"
    with pytest.raises(MissingFileError, match=r"There is no file “.*Check the name") as missing:
        read_file(tmp_path / "typo.json")
    assert missing.value.exit_code is ExitCode.NOT_FOUND
    with pytest.raises(UnreadableFileError, match="is a folder") as folder:
        read_file(tmp_path)
    assert folder.value.exit_code is ExitCode.BAD_INPUT
    with pytest.raises(UnreadableFileError, match="cannot be read: File name too long"):
        read_file(tmp_path / ("x" * 300))


def test_a_pipe_is_not_waited_for_nor_a_device_read_to_its_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for odd in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(UnreadableFileError, match="is no plain file"):
            read_file(odd)


def test_of_a_file_that_is_too_large_only_the_beginning_is_read(tmp_path: Path) -> None:
    with (tmp_path / "large.json").open("wb") as file:
        file.truncate(MOST_BYTES * 3)
    assert len(read_file(tmp_path / "large.json")) == MOST_BYTES + 1
