# SPDX-License-Identifier: MPL-2.0
"""Copies that went out to be signed, as one stack of paper to print."""

from __future__ import annotations

from collections.abc import Sequence

from evidencepack.domain.signoff import SentCopy
from evidencepack.pack.stack import stacked
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.previewing import Preview

_PDF = ".pdf"


def copies_stack(workspace: Workspace, copies: Sequence[SentCopy], *, duplex: bool) -> Preview:
    """Return the pages of copies as they went out, for a printer. ``duplex``: each begins on a right-hand page."""
    names = [file.sha256 for one in copies for file in one.files if file.name.casefold().endswith(_PDF)]
    return Preview(*stacked([workspace.issued_bytes(one) for one in names], duplex=duplex))
