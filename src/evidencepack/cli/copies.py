# SPDX-License-Identifier: MPL-2.0
"""What a person is told about copies: what was left out of them, record by record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidencepack.cli.output import counted
from evidencepack.domain.record import Facts
from evidencepack.library.copying import Cleared, Why
from evidencepack.usecases.finding_records import called

_HEADS = {
    Why.OLD_TENDER: "Left empty, because it belonged to the old tender:",
    Why.GONE: "Left empty, because it points at something that is not in this tender:",
}


def cleared_lines(cleared: Sequence[Cleared], facts: Facts) -> Iterator[str]:
    """Yield a line for each record of which something was not copied."""
    for why, head in _HEADS.items():
        labels: dict[str, list[str]] = {}
        for one in cleared:
            if one.why is why and one.path.record in facts.records:
                labels.setdefault(called(facts, facts.records[one.path.record]), []).append(one.label)
        if labels:
            yield head
            yield from (f"  {name}: {'; '.join(dict.fromkeys(found))}" for name, found in labels.items())


def known_lines(known: int, offered: int) -> Iterator[str]:
    """Yield what is to be said of organisations and people that were here before a tender file came."""
    if known:
        yield f"{counted(known, 'record')} of organisations, people and the like were here already. Yours stay."
    if offered:
        yield f"The file says {counted(offered, 'thing')} about them otherwise. See both with: evidencepack changed"
