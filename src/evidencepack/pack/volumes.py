# SPDX-License-Identifier: MPL-2.0
"""A bundle in volumes, each a file that is not larger than a portal takes; their pages are counted as those of one.

All volumes are laid out together, so that a page number is said once, in the contents, in each paper and at the foot of
its page. A volume begins with a part of the bundle; no part stands in two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from evidencepack.domain.slots import MEGABYTE
from evidencepack.domain.values import Number
from evidencepack.pack.annexes import Annex, SectionBreak, VolumeBreak
from evidencepack.pack.bundle import Bundle
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.plan import Appendix, Plan
from evidencepack.pack.press import Press

Shown: TypeAlias = Appendix | Annex | SectionBreak
"""What stands in a bundle."""

_FIELD = "volume_mb"
_LEAST = 0.95
"""Of the bytes of a file from outside, so many at least come along with its pages."""


def most_bytes(plan: Plan) -> int:
    """Return how large a file of the bundle may be; 0 if nobody says. A megabyte is a million bytes, as for slots."""
    said = plan.tender.answers.get(_FIELD)
    return max(0, int(said.amount * MEGABYTE)) if isinstance(said, Number) else 0


@dataclass(frozen=True, slots=True)
class Volumes:
    """What became of a bundle: its files in order, one or more, and sentences on those that are larger than allowed."""

    files: tuple[BuiltFile, ...]
    problems: tuple[str, ...] = ()


def in_volumes(whole: BuiltFile, bundle: Bundle, press: Press, *, most: int) -> Volumes:
    """Return a bundle as files that are at most so large, as far as that can be; the bundle itself if it is small.

    Args:
        whole: the bundle as one file.
        bundle: what it was made of.
        press: prints the volumes.
        most: bytes of each file; 0 for any number.
    """
    parts = [one for one in bundle.plan.listed if not isinstance(one, SectionBreak)]
    if not most or len(whole.data) <= most:
        return Volumes((whole,))
    if len(parts) == 1:
        return Volumes((whole,), (_too_large(whole, most),))
    starts = _guessed(parts, bundle, most)
    while True:
        files = _printed(bundle, press, [parts[at] for at in starts])
        over = [number for number, file in enumerate(files) if len(file.data) > most]
        moved = next((found for number in over if (found := _with_less(starts, number, len(parts)))), None)
        if moved is None:
            return Volumes(files, tuple(_too_large(files[number], most) for number in over))
        starts = moved


def _guessed(parts: Sequence[Shown], bundle: Bundle, most: int) -> list[int]:
    """Return with which parts volumes begin at the earliest: by what their files weigh at least, a file twice once.

    So each volume holds too much, or as much as it can; what is too much goes on to the next one.
    """
    starts, room, weighed = [0], float(most), set[str]()
    for at, part in enumerate(parts):
        one = bundle.enclosed[part.record.id] if isinstance(part, Annex) else None
        size = _LEAST * len(one.foreign.data) if one and one.foreign and one.sha256 not in weighed else 0.0
        weighed |= {one.sha256} if one else set()
        if size > room and at > starts[-1]:
            starts.append(at)
            room = float(most)
        room -= size
    return starts if len(starts) > 1 else [0, len(parts) - 1]


def _with_less(starts: Sequence[int], volume: int, parts: int) -> list[int] | None:
    """Return the beginnings after the last part of a volume went to the next one; None if it has only one part."""
    ends = [*starts[1:], parts]
    if ends[volume] - starts[volume] < 2:
        return None
    return [*starts[: volume + 1], ends[volume] - 1, *starts[volume + 2 :]]


def _printed(bundle: Bundle, press: Press, firsts: Sequence[Shown]) -> tuple[BuiltFile, ...]:
    order = tuple(_with_breaks(bundle.plan.order, firsts))
    return replace(bundle, plan=replace(bundle.plan, order=order)).print_volumes(press)


def _with_breaks(order: Sequence[Shown], firsts: Sequence[Shown]) -> Iterator[Shown]:
    """Yield the order of a bundle with the beginnings of its volumes, each before the heading of its first part."""
    numbers = {id(first): number for number, first in enumerate(firsts, 1)}
    for one, following in zip(order, [*order[1:], None], strict=True):
        led = following if isinstance(one, SectionBreak) else one
        if id(led) in numbers:
            yield VolumeBreak.numbered(numbers.pop(id(led)), len(firsts))
        yield one


def _too_large(file: BuiltFile, most: int) -> str:
    have = f"{len(file.data) / MEGABYTE:,.1f} MB"
    what = file.documents[-1].title if file.documents else file.name
    return (
        f"“{file.name}” has {have}, and {most / MEGABYTE:g} MB are allowed: “{what}” cannot be parted. "
        "Save that file smaller, and export again"
    )
