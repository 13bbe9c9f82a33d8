# SPDX-License-Identifier: MPL-2.0
"""What was handed in last: each appendix with its letter and what it said, as the manifest of an issue lists it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from evidencepack.domain.issue import Issue


@dataclass(frozen=True, slots=True)
class HandedIn:
    """One thing in the order of an issue: its record, its letter there, its reference and title.

    ``hash`` is the SHA-256 of what a document said, or of a file from outside; empty for a section.
    """

    record: str
    letter: str
    reference: str
    title: str
    hash: str = ""


@dataclass(frozen=True, slots=True)
class LastIssue:
    """The order of the newest issue of a tender: its number, its day (ISO), what stood in it.

    ``withdrawn`` stood in an earlier issue, and keeps its letter while issued letters are kept. ``before`` is the issue
    with which this one was compared when it was made.
    """

    number: int
    day: str
    order: tuple[HandedIn, ...]
    withdrawn: tuple[HandedIn, ...] = ()
    before: LastIssue | None = None

    @property
    def letters(self) -> Mapping[str, str]:
        """Return every letter that is taken, by the id of the record it was given to."""
        return {one.record: one.letter for one in (*self.withdrawn, *self.order)}


def last_issue(manifests: Sequence[str]) -> LastIssue | None:
    """Return the newest issue, from the manifests of a tender's issues, the newest first; None if there is none.

    Manifests of issues made before they listed an order have none: nothing can be kept of their letters.
    """
    found: LastIssue | None = None
    for text in reversed(manifests):
        told = json.loads(text).get("issue", {})
        if "order" in told:
            order, gone = tuple(_listed(told["order"])), tuple(_listed(told.get("withdrawn", ())))
            found = LastIssue(int(told["number"]), str(told["issued"])[:10], order, gone, found)
    return found


def order_of_issue(one: Issue) -> LastIssue:
    """Return the order of any issue; of one that does not list it, its own documents alone."""
    found = last_issue([one.manifest])
    if found is not None:
        return found
    papers = (HandedIn(it.record, it.letter, it.reference, it.title, it.content_hash) for it in one.documents)
    return LastIssue(one.number, one.day, tuple(papers))


def to_plain(last: LastIssue | None) -> dict[str, Any] | None:
    """Return it as plain values; ``from_plain`` reads them."""
    return asdict(last) if last else None


def from_plain(said: Mapping[str, Any] | None) -> LastIssue | None:
    """Return what ``to_plain`` was given."""
    if said is None:
        return None
    order, gone = (tuple(HandedIn(**one) for one in said[name]) for name in ("order", "withdrawn"))
    return LastIssue(said["number"], said["day"], order, gone, from_plain(said["before"]))


def listing(order: Sequence[HandedIn]) -> list[dict[str, str]]:
    """Return an order as a manifest lists it."""
    return [
        {
            "appendix": one.letter,
            "reference": one.reference,
            "title": one.title,
            "record": one.record,
            **({"content_hash": one.hash} if one.hash else {}),
        }
        for one in order
    ]


def _listed(said: Sequence[Mapping[str, str]]) -> Iterator[HandedIn]:
    for one in said:
        yield HandedIn(one["record"], one["appendix"], one["reference"], one["title"], one.get("content_hash", ""))
