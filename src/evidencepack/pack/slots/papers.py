# SPDX-License-Identifier: MPL-2.0
"""What can go into a slot by itself: the documents of a tender, and the files from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Reference, Table
from evidencepack.pack.annexes import Annex
from evidencepack.pack.numbering import ANNEX
from evidencepack.pack.plan import Appendix, Plan

_PICTURES = frozenset({"bmp", "gif", "heic", "jpeg", "jpg", "png", "tif", "tiff", "webp"})
"""Endings of files from outside that go into bundles and slots as a PDF."""

_REGISTERS = {"risk_register": "risks", "kpi_dashboard": "measures", "raci": "raci", "social_value": "promises"}
"""The registers that say in a workbook what papers of a kind say on pages."""

_CODE = re.compile(r"\b[A-Z]{1,3}\d+(?:\.\d+)?\b")


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that can stand alone in a slot: its record's id and reference, what it is called, its letter in the pack.

    ``kind`` is what sort of paper it is, in words. ``questions`` are the ids of the buyer's questions that it names.
    ``ending`` is that of a file from outside (``pdf``), empty for what we print. ``copy_of`` is the reference of the
    paper that a file from outside is the signed copy of. ``register`` is the one that says in a workbook what the paper
    says on pages ("risks"); empty for none.
    """

    id: str
    reference: str
    kind: str
    title: str
    letter: str = ""
    version: str = ""
    questions: frozenset[str] = frozenset()
    ending: str = ""
    copy_of: str = ""
    in_pack: bool = True
    register: str = ""

    @property
    def is_ours(self) -> bool:
        """Whether we print it; everything else is a file from outside."""
        return not self.ending


def papers_of(plan: Plan) -> tuple[Paper, ...]:
    """Return every paper of a tender: those of the pack in its order, then those that stay out of it."""
    documents = tuple(_document(one, plan) for one in plan.documents)
    return (*documents, *(_annex(one, plan) for one in _annexes(plan) if one.file))


def _document(one: Appendix, plan: Plan) -> Paper:
    return Paper(
        one.record.id,
        one.record.reference,
        one.kind.title,
        one.kind.title,
        one.letter,
        one.version,
        _questions(one.record, plan.facts),
        in_pack=bool(one.letter),
        register=_REGISTERS.get(one.record.kind, ""),
    )


def _annex(one: Annex, plan: Plan) -> Paper:
    suffix = PurePath(one.file.name).suffix.lstrip(".").casefold() if one.file else ""
    return Paper(
        one.record.id,
        one.record.reference,
        one.title,
        one.title,
        one.letter,
        questions=_questions(one.record, plan.facts),
        ending="pdf" if suffix in _PICTURES else suffix or "bin",
        copy_of=one.signed_copy_of,
        in_pack=one in plan.annexes,
    )


def _annexes(plan: Plan) -> Iterator[Annex]:
    yield from plan.annexes
    bundled = {one.record.id for one in plan.annexes}
    yield from (Annex(one, "") for one in plan.facts.of_kind(ANNEX) if one.id not in bundled)


def _questions(record: Record, facts: Facts) -> frozenset[str]:
    """Return the buyer's questions that a paper is about: those that it refers to, and those whose codes it lists."""
    answers = record.answers.values()
    rows = [row for answer in answers if isinstance(answer, Table) for row in answer.rows]
    links = (*answers, *(cell for row in rows for cell in row.cells.values()))
    named = {link.record for link in links if isinstance(link, Reference)}
    codes = set(_CODE.findall(str(record.answers.get("tender_questions", ""))))
    return frozenset(one.id for one in facts.of_kind("question") if one.id in named or one.reference in codes)
