# SPDX-License-Identifier: MPL-2.0
"""Asking before a whole tender goes: what would be lost, said in numbers."""

from __future__ import annotations

from typing import ClassVar

from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.calling import is_called
from evidencepack.store.workspace import Workspace


class NotAgreedError(EvidencePackError):
    """Something would be lost to which nobody has agreed yet."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT


def refuse_loss(workspace: Workspace, what: str) -> None:
    """Refuse to take away a tender with records of its own; words that name no tender are somebody else's matter.

    Raises:
        NotAgreedError: if anything would go with it. Nothing was changed.
    """
    for tender in workspace.tenders():
        inside = [one for one in workspace.facts(tender.id).records.values() if one.tender == tender.id]
        count = sum(one.id != tender.id for one in inside)
        if is_called(tender, what) and count:
            raise NotAgreedError(
                f"The tender {tender.reference} has {count:,} record{'' if count == 1 else 's'}, and all of them would "
                "go with it. Nothing was changed. If you want that, add --yes to the command."
            )
