# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Record
from evidencepack.domain.values import (
    FieldType,
)
from evidencepack.store.attachments import AttachmentNotFoundError
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
