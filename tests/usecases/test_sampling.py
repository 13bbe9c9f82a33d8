# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.paths.faults import CannotWriteError, MissingFolderError
from evidencepack.usecases.sampling import make_sample_workspace, open_or_make_sample


def test_the_sample_is_opened_once_its_file_is_whole(program: Program, tmp_path: Path) -> None:
    with make_sample_workspace(tmp_path / "s.evidencepack", program.sample, library=program.library) as workspace:
        assert [tender.reference for tender in workspace.tenders()] == ["TBN-ASC-2027-014"]
    assert [path.name for path in tmp_path.iterdir()] == ["s.evidencepack"]


def test_a_slip_of_the_keyboard_makes_no_folder(program: Program, tmp_path: Path) -> None:
    with pytest.raises(MissingFolderError):
        make_sample_workspace(tmp_path / "typo" / "s.evidencepack", program.sample, library=program.library)
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_ones_own_workspace_is_made(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "share" / "evidencepack" / "workspace.evidencepack"
    open_or_make_sample(file, program.sample, library=program.library).close()
    assert list(file.parent.iterdir()) == [file]


def test_a_folder_that_cannot_be_made_is_said(program: Program, tmp_path: Path) -> None:
    (tmp_path / "share").write_bytes(b"")
    with pytest.raises(CannotWriteError, match=r"part of that path is a file.*Nothing was made"):
        open_or_make_sample(tmp_path / "share" / "e" / "w.evidencepack", program.sample, library=program.library)
