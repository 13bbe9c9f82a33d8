# SPDX-License-Identifier: MPL-2.0
"""What runs out before the buyer needs it, by the file in which it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from evidencepack.domain.record import Facts, Record
from evidencepack.library.entry_dates import date_text
from evidencepack.library.model import Library
from evidencepack.pack.annexes import Annex
from evidencepack.pack.manifest import Listed
from evidencepack.pack.numbering import ANNEX
from evidencepack.pack.slots.filling import FOLDER

_LAST_DAY = "expiry_date"


@dataclass(frozen=True, slots=True)
class Lapsed:
    """A paper or an annex in a file, that runs out before a day on which the buyer needs it.

    ``late``: it is over before the tender must be in; otherwise before the contract starts. ``words`` say both days.
    """

    words: str
    late: bool


def lapsed_in(files: Iterable[Listed], facts: Facts, library: Library) -> Mapping[str, tuple[Lapsed, ...]]:
    """Return what runs out too soon of what stands in files, by the name of the file in which it stands.

    That is the first of them, and each file of the portal's places: whoever mends one has to mend the other, too.
    """
    known = {_name_of(one): lapsed for one in _papers(facts, library) if (lapsed := _lapsed(one, facts, library))}
    foreign = {_name_of(one)[1] for one in facts.of_kind(ANNEX)}
    found, seen = dict[str, tuple[Lapsed, ...]](), list[tuple[str, str]]()
    for one in files:
        names = ((held.reference, held.content_hash if held.content_hash in foreign else "") for held in one.holds)
        told = [] if one.name.startswith(f"{FOLDER}/") else seen
        some = [name for name in dict.fromkeys(names) if name in known and name not in told]
        found[one.name] = tuple(known[name] for name in some)
        seen += some
    return found


def _papers(facts: Facts, library: Library) -> Iterator[Record]:
    return (one for one in facts.records.values() if one.kind == ANNEX or library[one.kind].document)


def _name_of(paper: Record) -> tuple[str, str]:
    """Return what a manifest calls a paper; an annex by the SHA-256 of its file, too, for another may have its name."""
    file = Annex(paper, "").file if paper.kind == ANNEX else None
    return paper.reference, file.sha256 if file else ""


def _lapsed(paper: Record, facts: Facts, library: Library) -> Lapsed | None:
    until = Annex(paper, "").until if paper.kind == ANNEX else paper.answers.get(_LAST_DAY)
    if not isinstance(until, date):
        return None
    said = facts.records[facts.tender].answers
    deadline, start = said.get("submission_deadline"), said.get("contract_start")
    called = Annex(paper, "").title if paper.kind == ANNEX else library[paper.kind].title
    ends = f"{called} {paper.reference} runs out on {date_text(until)}"
    if isinstance(deadline, date) and until < deadline:
        return Lapsed(f"{ends}, and the tender must be in on {date_text(deadline)}", late=True)
    if isinstance(start, date) and until < start:
        return Lapsed(f"{ends}, and the contract starts on {date_text(start)}", late=False)
    return None
