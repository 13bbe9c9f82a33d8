# SPDX-License-Identifier: MPL-2.0
"""What has changed since an issue, or between two: appendix by appendix, answer by answer, in the words of the pages.

Only what the pack prints is compared, so nothing is told that a buyer may not see.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from evidencepack.blocks.codec import from_json
from evidencepack.blocks.document import Document
from evidencepack.compose.sheets.changes import ChangedAnswer, ChangedPaper
from evidencepack.compose.signed_words import without_changed
from evidencepack.domain.handed_in import HandedIn, order_of_issue
from evidencepack.domain.handed_in import from_plain as last_from_plain
from evidencepack.domain.issue import Issue
from evidencepack.domain.record import Facts
from evidencepack.library.entry_dates import date_text
from evidencepack.library.model import Library
from evidencepack.pack.differing import differing
from evidencepack.pack.late import Late, Replaced, compared, order_of, sentences
from evidencepack.pack.plan import Plan
from evidencepack.pack.slip import papers_told, questions
from evidencepack.usecases.carrying import read_facts
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.signed_papers import PaperWords


@dataclass(frozen=True, slots=True)
class IssueChanges:
    """What is other than in an issue: ``late`` thing by thing, ``papers`` answer by answer.

    ``until`` is the number of the later issue; 0 for what the tender says now.
    """

    late: Late
    papers: tuple[ChangedPaper, ...]
    until: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing has changed."""
        return self.late.is_empty


@dataclass(frozen=True, slots=True)
class _Print:
    """A pack as it is compared: its order, its papers as they are printed, by record, and what names their answers."""

    order: tuple[HandedIn, ...]
    papers: Mapping[str, Document]
    facts: Facts


def changes_since(older: Issue, facts: Facts, library: Library) -> IssueChanges:
    """Return what is other in a tender now than in one of its issues."""
    # As an export makes them: signatures on other words than those of now are not counted.
    said = without_changed(facts, PaperWords(library).changed(facts))
    return _between(older, _of_plan(plan_of(said, library)), library)


def changes_between(older: Issue, newer: Issue, library: Library) -> IssueChanges:
    """Return what is other in an issue than in one before it."""
    return _between(older, _of_issue(newer), library, until=newer.number)


def change_sentences(found: IssueChanges) -> Iterator[str]:
    """Yield since when, what is other thing by thing, then the answers of each paper."""
    since = found.late.since
    until = f" until issue {found.until}" if found.until else ""
    if found.is_empty:
        yield f"Nothing has changed since issue {since.number}{until}."
        return
    yield f"Since issue {since.number} of {date_text(date.fromisoformat(since.day))}{until}:"
    yield from (f"  {one}" for one in sentences(found.late))
    for paper in found.papers:
        yield ""
        yield f"Appendix {paper.letter}: {paper.title}"
        yield from _answers(paper)


def _answers(paper: ChangedPaper) -> Iterator[str]:
    if not paper.answers:
        yield "  No other answer has changed, but the heads of pages or words around answers."
    for one in paper.answers:
        also = f" (also in {one.also})" if one.also else ""
        yield f"  {one.question}{also}"
        yield f"    was: {_said(one.before)}"
        yield f"    now: {_said(one.after)}"


def _said(texts: Sequence[str]) -> str:
    return " / ".join(texts) or "not there"


def _between(older: Issue, now: _Print, library: Library, *, until: int = 0) -> IssueChanges:
    then = _of_issue(older)
    late = compared(order_of_issue(older), now.order)
    named = {**questions(then.facts, library), **questions(now.facts, library)}
    both = [one.now for one in late.replaced if one.now.record in then.papers and one.now.record in now.papers]
    found = [(one, differing(then.papers[one.record], now.papers[one.record])) for one in both]
    return IssueChanges(late, tuple(papers_told(found, named)), until)


def _of_issue(one: Issue) -> _Print:
    papers = {it.record: from_json(json.loads(it.short_blocks or it.blocks)) for it in one.documents}
    return _Print(order_of_issue(one).order, papers, read_facts(one.answers.encode()))


def _of_plan(plan: Plan) -> _Print:
    return _Print(order_of(plan), {one.record.id: one.packed for one in plan.appendices}, plan.facts)


def change_content(found: IssueChanges) -> dict[str, object]:
    """Return what has changed as plain values, for JSON."""
    late = found.late
    return {
        "since": {"issue": late.since.number, "day": late.since.day},
        **({"until": {"issue": found.until}} if found.until else {}),
        "added": [_thing(one) for one in late.added],
        "replaced": [{**_thing(one.now), "was": one.was.letter} for one in late.replaced],
        "withdrawn": [_thing(one) for one in late.withdrawn],
        "numbered_anew": [{**_thing(one.now), "was": one.was.letter} for one in late.moved],
        "answers": [_answer(paper, one) for paper in found.papers for one in paper.answers],
    }


def to_plain(found: IssueChanges) -> dict[str, Any]:
    """Return what has changed as plain values for another process; ``from_plain`` reads them."""
    return asdict(found)


def from_plain(said: Mapping[str, Any]) -> IssueChanges:
    """Return what ``to_plain`` was given."""
    late, papers = said["late"], said["papers"]
    since = last_from_plain(late["since"])
    if since is None:
        raise ValueError("a comparison is always with an issue")
    added, withdrawn, gone = (_read_things(late[name]) for name in ("added", "withdrawn", "gone"))
    replaced, moved = (_read_pairs(late[name]) for name in ("replaced", "moved"))
    told = (ChangedPaper(one["letter"], one["title"], tuple(map(_read_answer, one["answers"]))) for one in papers)
    return IssueChanges(Late(since, added, replaced, withdrawn, moved, gone), tuple(told), said["until"])


def _read_things(said: Sequence[Mapping[str, str]]) -> tuple[HandedIn, ...]:
    return tuple(HandedIn(**one) for one in said)


def _read_pairs(said: Sequence[Mapping[str, Any]]) -> tuple[Replaced, ...]:
    return tuple(Replaced(HandedIn(**one["was"]), HandedIn(**one["now"])) for one in said)


def _read_answer(said: Mapping[str, Any]) -> ChangedAnswer:
    return ChangedAnswer(said["question"], tuple(said["before"]), tuple(said["after"]), said["also"])


def _thing(one: HandedIn) -> dict[str, str]:
    return {"appendix": one.letter, "reference": one.reference, "title": one.title}


def _answer(paper: ChangedPaper, one: ChangedAnswer) -> dict[str, object]:
    also = {"also_in": one.also.split(", ")} if one.also else {}
    said = {"before": list(one.before), "after": list(one.after)}
    return {"appendix": paper.letter, "question": one.question, **said, **also}
