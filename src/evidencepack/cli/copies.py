# SPDX-License-Identifier: MPL-2.0
"""What a person is told about copies: what was left out of them, and where the old tender is still named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from evidencepack.cli.output import counted
from evidencepack.domain.record import Facts
from evidencepack.library.copying import Cleared, Why
from evidencepack.library.model import Library
from evidencepack.review.reading import Reused
from evidencepack.usecases.finding_records import called

_HEADS = {
    Why.OLD_TENDER: "Left empty, because it belonged to the old tender:",
    Why.GONE: "Left empty, because it points at something that is not in this tender:",
}
_FEW = 6


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


def cleared_groups(cleared: Sequence[Cleared], facts: Facts, library: Library) -> Iterator[str]:
    """Yield one line for each reason why something was not copied: how many answers, and of what."""
    for why, head in _HEADS.items():
        there = [one for one in cleared if one.why is why and one.path.record in facts.records]
        if there:
            kinds = grouped((facts.records[one.path.record].kind for one in there), library)
            yield f"{counted(len(there), 'answer')} {head[0].lower()}{head[1:]} {kinds}."


def grouped(kinds: Iterable[str], library: Library) -> str:
    """Return what there is of each kind, most of it first: "Shared measure (30), Meeting (7) and 8 other kinds"."""
    counts = Counter(kinds).most_common()
    few = counts if len(counts) <= _FEW + 1 else counts[:_FEW]
    named = ", ".join(f"{library[kind].title} ({number:,})" for kind, number in few)
    return named if few == counts else f"{named} and {len(counts) - _FEW} other kinds"


def named_lines(found: Sequence[Reused], *, every: bool) -> Iterator[str]:
    """Yield a line for each copy that still names the old tender; the first few only, unless all are asked for."""
    if found:
        yield f"{counted(len(found), 'record')} still {'name' if len(found) > 1 else 'names'} the old tender, in words:"
    for one in found if every else found[:_FEW]:
        yield f"  {one.words['record']}: {one.words['names']}, under: {one.words['labels']}"
    if len(found) > _FEW and not every:
        yield f"  and {counted(len(found) - _FEW, 'other')}"


def known_lines(known: int, offered: int) -> Iterator[str]:
    """Yield what is to be said of organisations and people that were here before a tender file came."""
    if known:
        yield f"{counted(known, 'record')} of organisations, people and the like were here already. Yours stay."
    if offered:
        yield f"The file says {counted(offered, 'thing')} about them otherwise. See both with: evidencepack changed"
