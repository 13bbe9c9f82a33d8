# SPDX-License-Identifier: MPL-2.0
"""A version that went out to be signed, as the store keeps it; what stands in it means nothing."""

from __future__ import annotations

import hashlib

from evidencepack.domain.ids import new_id
from evidencepack.domain.issue import IssuedFile
from evidencepack.domain.record import Record
from evidencepack.domain.short_code import short_code
from evidencepack.domain.signoff import InkArea, SentCopy, SentPage, SentVersion, Signer
from evidencepack.store.workspace import Workspace

HOSTILE = "<b>&{{ Ngọzi Ní Bhriain; DROP TABLE"
CODE = short_code(b"first copy")


def version_of(
    workspace: Workspace, mou: Record, number: int = 1, code: str = CODE
) -> tuple[SentVersion, dict[str, bytes]]:
    party = workspace.add_record("organisation", f"ORG-{number}")
    contents = {"a.pdf": b"%PDF a", "a.docx": b"PK a"}
    files = tuple(
        IssuedFile(name, hashlib.sha256(data).hexdigest(), len(data), 3) for name, data in sorted(contents.items())
    )
    signer = Signer(party.id, HOSTILE, "Chair", "before_submission", "2027-02-26")
    area = InkArea("signature", 3, 70.5, 240.25, 255.0, 52.0, f"Signature of {HOSTILE}")
    copy = SentCopy(
        code, party.id, HOSTILE, (signer,), tuple(SentPage(stub * 8, 595.28, 841.89) for stub in "01Z"), (area,), files
    )
    version = SentVersion(
        new_id(), mou.tender, mou.id, mou.reference, HOSTILE, "mou", 4, number, workspace.now, "Jane", "2026-11-22",
        "0.1.0", "ab" * 32, (copy,), '{"blocks":1}', '{"answers":"as they were"}',
    )  # fmt: skip
    return version, contents
