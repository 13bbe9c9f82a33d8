# SPDX-License-Identifier: MPL-2.0
"""Late change: what a pack has that the issue before it had not, what it has no more, and what says other words."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidencepack.domain.handed_in import HandedIn, LastIssue
from evidencepack.domain.trade import Audience
from evidencepack.pack.annexes import Annex, SectionBreak, VolumeBreak
from evidencepack.pack.numbering import kept_of
from evidencepack.pack.plan import Appendix, Plan

_NOTHING = hashlib.sha256(b"").hexdigest()
_NAME = re.compile(r"([A-Z]*)(\d*)")


@dataclass(frozen=True, slots=True)
class Replaced:
    """What stood in an issue, and what stands in its place now."""

    was: HandedIn
    now: HandedIn


@dataclass(frozen=True, slots=True)
class Late:
    """What is other than in an issue, section headings apart.

    ``moved`` says the same as then under another letter: everything was numbered anew. ``gone`` was withdrawn in
    earlier issues, and its letters are given to nothing else.
    """

    since: LastIssue
    added: tuple[HandedIn, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    withdrawn: tuple[HandedIn, ...] = ()
    moved: tuple[Replaced, ...] = ()
    gone: tuple[HandedIn, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be told."""
        return not (self.added or self.replaced or self.withdrawn or self.moved or self.gone)


def order_of(plan: Plan) -> tuple[HandedIn, ...]:
    """Return everything of a pack in its order, as an issue lists it."""
    return tuple(_handed_in(one) for one in plan.order if not isinstance(one, VolumeBreak))


def withdrawn_of(plan: Plan) -> tuple[HandedIn, ...]:
    """Return what was issued and is not in the pack any more, and keeps its letter; nothing if all is numbered anew."""
    kept = kept_of(plan.facts)
    if kept is None:
        return ()
    there = {one.record.id for one in plan.order}
    gone = {one.record: one for one in (*kept.withdrawn, *kept.order) if one.hash and one.record not in there}
    return tuple(sorted(gone.values(), key=lambda one: rank(one.letter)))


def late_of(plan: Plan) -> Late | None:
    """Return what is other than in the newest issue; where nothing is, what was other in it than in the one before.

    So a pack that is made again, unchanged, is the one that was issued. None for a copy that no buyer gets, before the
    first issue, and where there is nothing to tell.
    """
    last, now = plan.facts.issued, order_of(plan)
    if last is None or plan.audience is not Audience.PACK:
        return None
    basis = last.before if last.order == now else last
    found = compared(basis, now, withdrawn_of(plan)) if basis else None
    return found if found and not found.is_empty else None


def rank(letter: str) -> tuple[int, str, int]:
    """Return what puts letters in their order: B before AA, A2 before A10."""
    found = _NAME.fullmatch(letter)
    head, number = (found[1], found[2]) if found else (letter, "")
    return len(head), head, int(number or 0)


def compared(since: LastIssue, now: Sequence[HandedIn], gone: Sequence[HandedIn] = ()) -> Late:
    """Return what is other in an order than in an issue; ``gone`` is what was withdrawn in that issue or before."""
    was = {one.record: one for one in since.order if one.hash}
    here = {one.record: one for one in now if one.hash}
    both = [Replaced(was[name], one) for name, one in here.items() if name in was]
    withdrawn = tuple(one for name, one in was.items() if name not in here)
    return Late(
        since,
        tuple(one for name, one in here.items() if name not in was),
        tuple(one for one in both if one.was.hash != one.now.hash),
        withdrawn,
        tuple(one for one in both if one.was.hash == one.now.hash and one.was.letter != one.now.letter),
        tuple(one for one in gone if one.record not in {there.record for there in withdrawn}),
    )


def _handed_in(one: Appendix | Annex | SectionBreak) -> HandedIn:
    return HandedIn(one.record.id, one.letter, one.record.reference, one.title, _hash_of(one))


def _hash_of(one: Appendix | Annex | SectionBreak) -> str:
    match one:
        case Appendix():
            return one.content_hash
        case Annex():
            return one.file.sha256 if one.file else _NOTHING
        case SectionBreak():
            return ""


def sentences(late: Late) -> Iterator[str]:
    """Yield what is other, thing by thing."""
    for one in late.added:
        yield f"Added: Appendix {one.letter}, {one.title}"
    for both in late.replaced:
        yield f"Replaced: {_called(both)}, {both.now.title}"
    for one in late.withdrawn:
        yield f"Withdrawn: Appendix {one.letter}, {one.title}"
    for both in late.moved:
        yield f"Numbered anew: {_called(both)}, {both.now.title}"


def _called(both: Replaced) -> str:
    then = f" (was {both.was.letter})" if both.was.letter != both.now.letter else ""
    return f"Appendix {both.now.letter}{then}"
