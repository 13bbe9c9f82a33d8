# SPDX-License-Identifier: MPL-2.0
"""The change slip of a pack: from what was handed in before and what stands in it now."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from evidencepack.blocks.codec import from_json
from evidencepack.blocks.document import Document, Running
from evidencepack.compose.sheets.changes import ChangedAnswer, ChangedPaper, Slip, SlipLine, change_slip
from evidencepack.compose.signed import SIGN_OFF, SIGNINGS
from evidencepack.domain.handed_in import HandedIn
from evidencepack.domain.record import Facts, Record, short_name
from evidencepack.domain.values import Table
from evidencepack.library.model import Library
from evidencepack.pack.differing import Differing, differing
from evidencepack.pack.late import Late, Replaced, late_of, rank
from evidencepack.pack.numbering import kept_of
from evidencepack.pack.plan import Plan

CHANGE_PAGE = "change_page"
"""The question whether the pack is to say what has changed since the last issue, answer by answer."""

_ORGANISATION = "organisation"
_ADDED, _REPLACED, _WITHDRAWN, _MOVED = "added", "replaced", "withdrawn", "numbered anew"


def says_answers(facts: Facts) -> bool:
    """Whether the pack is to say what each changed answer said before."""
    tender = facts.get(facts.tender)
    return tender is not None and tender.answers.get(CHANGE_PAGE) is True


def told_of(plan: Plan) -> Late | None:
    """Return what the change slip of a pack tells; None where nobody wants one, or nothing has changed.

    It is there where issued letters are kept, and where the tender wants to say what has changed.
    """
    wanted = kept_of(plan.facts) is not None or says_answers(plan.facts)
    return late_of(plan) if wanted else None


def slips(plan: Plan, running: Running, *, bundled: bool) -> tuple[Document, ...]:
    """Return the change slip, where there is one; ``bundled``: files from outside have their pages in the file, too."""
    late = told_of(plan)
    if late is None:
        return ()
    anchors = {one.record.id: one.document.anchor for one in plan.appendices}
    if bundled:
        anchors |= {one.record.id: one.record.id for one in plan.annexes}
    counts = (
        (len(late.added), _ADDED),
        (len(late.replaced), _REPLACED),
        (len(late.withdrawn), _WITHDRAWN),
        (len(late.moved), _MOVED),
    )
    papers = changed_papers(late, plan) if says_answers(plan.facts) else ()
    kept, day = kept_of(plan.facts) is not None, date.fromisoformat(late.since.day)
    lines = tuple(sorted(_lines(late, anchors), key=lambda one: rank(one.letter)))
    slip = Slip(slip_title(late), late.since.number, day, lines, counts, kept, papers)
    return (change_slip(slip, running),)


def slip_title(late: Late) -> str:
    """Return what contents and bookmarks call the slip."""
    return f"Changes since issue {late.since.number}"


def changed_papers(late: Late, plan: Plan) -> tuple[ChangedPaper, ...]:
    """Return each replaced document with the answers that it prints otherwise; an answer that several print, once."""
    then, now = plan.earlier.get(late.since.number, {}), {one.record.id: one for one in plan.appendices}
    both = [one for one in late.replaced if one.now.record in now and one.now.record in then]
    named = questions(plan.facts, plan.library)
    found = [(one.now, differing(_document(then[one.now.record]), now[one.now.record].packed)) for one in both]
    signings = frozenset(f"{one.id}/{SIGNINGS}" for one in plan.facts.of_kind(SIGN_OFF))
    return tuple(papers_told(found, named, signings))


def papers_told(
    found: Sequence[tuple[HandedIn, Sequence[Differing]]],
    named: Mapping[str, str],
    signings: frozenset[str] = frozenset(),
) -> Iterator[ChangedPaper]:
    """Yield documents with what differs in them; what differs alike in several is told in the first of them.

    Of the tables ``signings`` only that they differ is told: a buyer is not asked our questions on signatures.
    """
    letters = dict[Differing, list[str]]()
    for paper, some in found:
        for one in some:
            letters.setdefault(one, []).append(paper.letter)
    for paper, some in found:
        signed = any(_table_of(one.path) in signings for one in some)
        own = [one for one in some if letters[one][0] == paper.letter and _table_of(one.path) not in signings]
        told = tuple(
            ChangedAnswer(question_at(one.path, named), one.before, one.after, ", ".join(letters[one][1:]))
            for one in own
        )
        if told or signed or not some:
            yield ChangedPaper(paper.letter, paper.title, told, signed)


def questions(facts: Facts, library: Library) -> Mapping[str, str]:
    """Return what each answer is called, by its path: its question and, if it is a fact that is shared, whose it is.

    That of a cell is called by its column; a row, by its table.
    """
    return {path: words for record in facts.records.values() for path, words in _questions(record, library)}


def question_at(path: str, named: Mapping[str, str]) -> str:
    """Return what an answer is called; one whose row is gone as its table is."""
    return named.get(path) or named.get(_table_of(path)) or "An answer"


def _table_of(path: str) -> str:
    """Return the question that an answer or a row of it answers: ``record/field``."""
    return "/".join(path.split("/")[:2])


def _questions(record: Record, library: Library) -> Iterator[tuple[str, str]]:
    kind = library.kinds.get(record.kind)
    whose = "" if kind is None or kind.document else f", {_called(record)}"
    for field in kind.fields.values() if kind else ():
        at = f"{record.id}/{field.id}"
        yield at, f"{field.label}{whose}"
        answer = record.answers.get(field.id)
        for row in answer.rows if isinstance(answer, Table) else ():
            for column in field.columns:
                yield f"{at}/{row.id}/{column.id}", f"{column.label}{whose}"


def _called(record: Record) -> str:
    return short_name(record) if record.kind == _ORGANISATION else record.reference


def _document(blocks: str) -> Document:
    return from_json(json.loads(blocks))


def _lines(late: Late, anchors: Mapping[str, str]) -> Iterator[SlipLine]:
    for one in late.added:
        yield _line(one, _ADDED, anchors)
    for both in (*late.replaced, *late.moved):
        what = _REPLACED if both in late.replaced else _MOVED
        yield _line(both.now, f"{what}{_was(both)}", anchors)
    for one in (*late.withdrawn, *late.gone):
        before = "" if one in late.withdrawn else " before"
        yield SlipLine(one.letter, one.title, f"{_WITHDRAWN}{before}")


def _line(one: HandedIn, what: str, anchors: Mapping[str, str]) -> SlipLine:
    return SlipLine(one.letter, one.title, what, anchors.get(one.record, ""))


def _was(both: Replaced) -> str:
    return f", was {both.was.letter}" if both.was.letter != both.now.letter else ""
