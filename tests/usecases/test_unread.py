# SPDX-License-Identifier: MPL-2.0
"""What cannot be read as an answer yet is kept beside the workspace, each tender's by itself, and goes when it can."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Row, Table
from evidencepack.usecases.undoing import Draft
from evidencepack.usecases.unread import keep_unread, read_unread, unread_file

WHEN = FieldPath("m", "start_date")
CELL = FieldPath("m", "parties", "r1", "organisation")
DRAFTS = {WHEN: Draft("some day – soon", "“some day” is not a date"), CELL: Draft("মৈত্রী\nx", "nobody")}


def facts(tender: str = "t") -> Facts:
    parties = Table((Row("r1", {}),))
    mou = Record("m", "mou", "M", tender, answers={"parties": parties})
    return Facts(tender, {tender: Record(tender, "tender", "T"), "m": mou})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return unread_file(tmp_path / "mine.evidencepack")


def test_what_is_kept_is_read_again(file: Path) -> None:
    keep_unread(file, "t", DRAFTS)

    assert read_unread(file, facts()) == DRAFTS


def test_each_tender_has_its_own_and_the_file_goes_with_the_last(file: Path) -> None:
    keep_unread(file, "t", DRAFTS)
    keep_unread(file, "other", {WHEN: DRAFTS[WHEN]})
    keep_unread(file, "t", {})

    assert read_unread(file, facts()) == {}
    assert read_unread(file, facts("other")) == {WHEN: DRAFTS[WHEN]}
    keep_unread(file, "other", {})
    assert not file.exists()


def test_what_was_typed_into_something_that_is_gone_is_not_shown(file: Path) -> None:
    gone = {
        FieldPath("x", "purpose"): Draft("a", "b"),
        FieldPath("m", "parties", "r2", "organisation"): Draft("c", "d"),
    }
    keep_unread(file, "t", {**DRAFTS, **gone})

    assert read_unread(file, facts()) == DRAFTS


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b'{"t": 3}', b'{"t": {"m/start_date": ["x"]}}', b"\xff", b'{"t": {"": ["a", "b"]}}']
)
def test_a_broken_file_says_nothing(file: Path, data: bytes) -> None:
    file.write_bytes(data)

    assert read_unread(file, facts()) == {}
