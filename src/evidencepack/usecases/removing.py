# SPDX-License-Identifier: MPL-2.0
"""Taking a tender away, such as a clone that nobody wants."""

from __future__ import annotations

from evidencepack.store.workspace import Workspace
from evidencepack.usecases.finding_records import find_tender


def remove_tender(workspace: Workspace, reference: str) -> None:
    """Remove a tender with all its papers and records, after a backup beside the workspace.

    Its history stays. What all tenders share stays too.

    Raises:
        NotFoundError: if there is no such tender.
    """
    tender = find_tender(workspace.tenders(), reference)
    workspace.keep_backup(always=True)
    workspace.remove_record(tender.id)
