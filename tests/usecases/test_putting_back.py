# SPDX-License-Identifier: MPL-2.0
"""A backup is looked at, and put in the place of the workspace; what was there is kept, bad backups change nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.errors import EvidencePackError
from evidencepack.store.faults import AlreadyOpenError, NotAWorkspaceError
from evidencepack.usecases.putting_back import contents_of, papers_in, put_back
from evidencepack.usecases.workspaces import back_up_into, open_existing


@pytest.fixture
def backup(own_file: Path) -> Path:
    """A backup of the sample; the title of its tender was changed since."""
    with open_existing(own_file) as workspace:
        made = back_up_into(workspace, own_file.parent / "backups")
        tender = workspace.tenders()[0]
        workspace.set_value(FieldPath(tender.id, "title"), FieldType.TEXT, "Changed since")
    return made


def title(file: Path) -> object:
    with open_existing(file, read_only=True) as workspace:
        return workspace.tenders()[0].answers["title"]


def test_a_backup_says_what_is_in_it(backup: Path) -> None:
    contents = contents_of(backup)
    assert contents.size == backup.stat().st_size
    assert contents.tenders == (title(backup),)
    assert contents.changed is not None
    assert not contents.problem


def test_the_papers_of_a_backup_can_be_read(backup: Path, program: Program) -> None:
    papers = papers_in(backup, program.library)
    mou = next(paper for paper in papers if paper.reference == "TBN-MOU-01")
    assert any("Marsh" in answer for _, answer in mou.answers)
    assert {paper.tender for paper in papers} == {title(backup)}


def test_a_backup_is_put_back_and_what_was_there_is_kept(own_file: Path, backup: Path) -> None:
    kept = put_back(backup, own_file)
    assert kept is not None
    assert title(own_file) == title(backup) != "Changed since"
    assert title(kept) == "Changed since"
    assert kept.parent == backup.parent
    put_back(kept, own_file)
    assert title(own_file) == "Changed since"
    assert not list(own_file.parent.glob(".*"))


def test_a_backup_comes_back_where_the_workspace_is_gone(own_file: Path, backup: Path) -> None:
    own_file.unlink()
    own_file.with_name(f"{own_file.name}-journal").write_bytes(b"half of a save of the file that is gone")
    assert put_back(backup, own_file) is None
    assert title(own_file) == title(backup)


def test_a_damaged_workspace_is_kept_as_it_is(own_file: Path, backup: Path) -> None:
    spoilt = b"nothing of a workspace" * 100
    own_file.write_bytes(spoilt)
    kept = put_back(backup, own_file)
    assert kept is not None
    assert "damaged" in kept.name
    assert kept.read_bytes() == spoilt
    assert title(own_file) == title(backup)


def _newer(file: Path) -> None:
    with open_existing(file) as workspace:
        workspace._connection.db.execute("PRAGMA user_version = 999")


def _damage(file: Path) -> None:
    data = bytearray(file.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 8192] = bytes(8192)
    file.write_bytes(data)


def _empty(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize("spoil", [_newer, _damage, _empty, Path.unlink], ids=["newer", "damaged", "empty", "gone"])
def test_a_bad_backup_says_so_and_changes_nothing(own_file: Path, backup: Path, spoil: Callable[[Path], None]) -> None:
    spoil(backup)
    before = own_file.read_bytes()
    assert contents_of(backup).problem
    with pytest.raises(EvidencePackError) as refused:
        put_back(backup, own_file)
    assert str(refused.value) == contents_of(backup).problem
    assert own_file.read_bytes() == before
    assert sorted(one.name for one in own_file.parent.iterdir()) == ["backups", own_file.name]


def test_a_flipped_bit_in_an_answer_is_noticed_before_anything_goes(own_file: Path, backup: Path) -> None:
    with open_existing(backup) as workspace:
        workspace._connection.db.execute("UPDATE value SET json = '\"forged\"' WHERE path LIKE '%/title'")
    with pytest.raises(EvidencePackError, match="damaged"):
        put_back(backup, own_file)
    assert title(own_file) == "Changed since"


def test_nothing_is_put_in_the_place_of_work_that_is_open(own_file: Path, backup: Path) -> None:
    with open_existing(own_file), pytest.raises(AlreadyOpenError):
        put_back(backup, own_file)
    assert title(own_file) == "Changed since"


def test_another_file_is_no_backup(own_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "letter.evidencepack"
    other.write_text("Dear Ms Sultana", encoding="utf-8")
    with pytest.raises(NotAWorkspaceError):
        put_back(other, own_file)
