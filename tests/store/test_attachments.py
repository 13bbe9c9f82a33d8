# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import (
    FieldType,
)
from evidencepack.store.attachments import AttachedFile, AttachmentNotFoundError
from evidencepack.store.records import RecordNotFoundError
from evidencepack.store.workspace import Workspace


def test_a_file_is_kept_once_and_comes_back_byte_for_byte(workspace: Workspace, mou: Record) -> None:
    logo = workspace.attach(b"\x89PNG", "logo\x00.png", "image/png")
    assert workspace.attach(b"\x89PNG", "copy.png", "image/png").sha256 == logo.sha256
    assert logo.name == "logo.png"
    workspace.set_value(FieldPath(mou.id, "logo"), FieldType.FILE, logo)
    assert workspace.attachment(logo.sha256) == b"\x89PNG"


def test_a_file_that_was_never_attached_is_refused(workspace: Workspace, mou: Record) -> None:
    logo = workspace.attach(b"\x89PNG", "logo.png", "image/png")
    absent = type(logo)("0" * 64, "absent.png")
    with pytest.raises(AttachmentNotFoundError):
        workspace.attachment(absent.sha256)
    with pytest.raises(AttachmentNotFoundError, match="Attach the file first"):
        workspace.set_value(FieldPath(mou.id, "logo"), FieldType.FILE, absent)


def test_a_file_becomes_an_answer_in_one_step_and_what_was_there_stays_kept(workspace: Workspace, mou: Record) -> None:
    path = FieldPath(mou.id, "logo")
    first, second = (AttachedFile(data, "logo.png", "image/png") for data in (b"\x89PNG", b"\x89PNG anew"))
    before = len(workspace.history())
    for file in (first, first, second):
        workspace.set_file(path, file)
    assert len(workspace.history()) == before + 2
    assert workspace.record(mou.id).answers["logo"] == second.answer()
    assert workspace.attachment(first.answer().sha256) == b"\x89PNG"


def test_a_file_for_a_record_that_is_not_there_is_not_kept(workspace: Workspace, mou: Record) -> None:
    workspace.remove_record(mou.id)
    file = AttachedFile(b"\x89PNG", "logo.png", "image/png")
    with pytest.raises(RecordNotFoundError):
        workspace.set_file(FieldPath(mou.id, "logo"), file)
    with pytest.raises(AttachmentNotFoundError):
        workspace.attachment(file.answer().sha256)
