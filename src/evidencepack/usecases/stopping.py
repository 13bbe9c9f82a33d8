# SPDX-License-Identifier: MPL-2.0
"""What stops an issue in its finished files and in the places of the portal, and what somebody lets stand of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import ClassVar

from evidencepack.domain.issue import Issue, Overridden
from evidencepack.domain.trade import Severity
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.pack.issue import with_let_stand
from evidencepack.pack.preflight.sighting import Sighting
from evidencepack.usecases.preflight import Preflight
from evidencepack.usecases.slotting import Slots

_PREFLIGHT, _SLOT = "preflight-", "slot"
"""How a manifest calls what no rule of the check is about."""


@dataclass(frozen=True, slots=True)
class InTheWay:
    """Something in the files themselves that stops an issue: its rule, the file and page, a sentence."""

    rule: str
    where: str
    message: str


class NotCleanError(EvidencePackError):
    """Something in the files must be put right first, and nobody has said why it may stay."""

    exit_code: ClassVar[ExitCode] = ExitCode.FINDINGS

    def __init__(self, in_the_way: Sequence[InTheWay]) -> None:
        self.in_the_way = tuple(in_the_way)
        many = "1 thing" if len(in_the_way) == 1 else f"{len(in_the_way):,} things"
        super().__init__(
            f"The files were made and opened again: {many} in them or in the places of the portal must be put right "
            "first. Nothing was issued and nothing was written. Put it right, or say why it may stay, with --although: "
            "the reason and your name stand in the issue and in its manifest."
        )


def in_the_way(looked: Preflight, slots: Slots, *, counted: Collection[str] = ()) -> tuple[InTheWay, ...]:
    """Return what in the finished files and in the places of the portal stops an issue.

    ``counted`` are the answers (``record/field``) on which the check has said that they must be put right: that a place
    is empty needs no second reason then.
    """
    files = (InTheWay(*warned(one), one.words) for one in looked.sightings if one.blocks)
    places = (
        InTheWay(_SLOT, f"“{one.slot.name}”", f"“{one.slot.name}”: {trouble.words}")
        for one, troubles in zip(slots.filled, slots.troubles, strict=True)
        for trouble in troubles
        if trouble.blocks and not (one.is_short and f"{one.slot.id}/{trouble.field}" in counted)
    )
    return (*files, *places)


def let_files_stand(one: Issue, stops: Collection[InTheWay], because: str) -> Issue:
    """Return an issue that is not kept yet with what was seen in its files let stand, by whoever issues it."""
    return with_let_stand(one, [Overridden(it.rule, it.where, it.message, because, one.by, one.day) for it in stops])


def warnings_in(looked: Preflight) -> tuple[Sighting, ...]:
    """Return what was seen that stops nothing, and that somebody should look at."""
    return tuple(one for one in looked.sightings if one.severity is Severity.WARNS)


def warned(one: Sighting) -> tuple[str, str]:
    """Return the rule and the place of what was seen; what it quotes stays at home."""
    return f"{_PREFLIGHT}{one.check.value}", f"{one.file}, page {one.page}" if one.page else one.file
