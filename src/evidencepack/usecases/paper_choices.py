# SPDX-License-Identifier: MPL-2.0
"""Which papers can be added to a tender: the wanted ones first, the others in groups, each with a line on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evidencepack.domain.record import Facts
from evidencepack.library.model import Kind, Library
from evidencepack.usecases.document_grid import FIRST, Grid
from evidencepack.usecases.documents import Standing
from evidencepack.usecases.tender_view import WHOLE

WANTED = "Wanted in this tender"
"""The title of the first group."""

OTHERS = "Other papers"
"""The title of the last group: kinds that nobody has put into a group."""

GROUPS: Mapping[str, Mapping[str, str]] = {
    "Partners agree and sign": {
        "mou": "What each of you will do, and how you decide. Begin here with any partner.",
        "heads_of_terms": "The main points of a later contract. When money will pass to one partner.",
        "dsa": "Who shares what about people, and what makes it lawful. When personal details pass on.",
        "letter_of_support": "The partner’s own promise, in its own name. When the buyer asks for proof.",
    },
    "How you work together": {
        "raci": "Who does each task and who answers for it. When two partners touch one task.",
        "governance": "Meetings, decisions, handovers, response times. When the buyer asks how it is run.",
        "continuity_plan": "Who acts when staff, a building or a system fails. When the service must not stop.",
        "info_flow_access": "How information moves and who can see it. When partners hand people over.",
        "common_ground": "What you share and where you differ. Early on, before you agree anything.",
        "small_details": "How you do the small things of daily work. When habits could divide you.",
    },
    "How you know that it works": {
        "kpi_dashboard": "The measures you share and how they are going. When you promise results together.",
        "audit_plan": "What is looked at, how many, by whom. When the buyer asks how you check.",
        "risk_register": "What could go wrong, and who watches it. In nearly every tender.",
        "action_log": "Decisions, and actions with an owner and a date. Once you have met.",
        "partnership_review": "How you are doing together. After some months of work.",
    },
    "What evaluators read": {
        "narrative": "Why this partner, in five paragraphs. Where a question asks about partnerships.",
        "case_study": "What you did together and what came of it, on one page. When you have a true story.",
        "cases_brief": "All case studies at a glance. When you have two or more.",
        "joint_event": "A day you held together, and what people asked. When you met the public.",
        "social_value": "What you promise beyond the contract. Where the buyer gives marks for it.",
    },
    "Lists for yourselves": {
        "signoff_sheet": "Who signs what, and when. Once the first paper is ready to sign.",
        "fit_grid": "Which partners you name, and why. While you choose.",
        "network_log": "Who is out there, and what was said. While you look for partners.",
        "clarification_log": "What you asked the buyer, and what came back. From the first question on.",
    },
}
"""The groups by their titles: the kinds in them, each with what it is for and when it is wanted."""


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """A paper that can be added: its kind and titles, a line on it, and whom it is for (``WHOLE``: all partners).

    ``whose`` is that partner by name. ``there`` is the paper there already is of a kind that a tender has one of;
    ``many`` says how many there are of a kind that it can have more of.
    """

    kind: str
    title: str
    plain_title: str
    line: str
    partner: str = WHOLE
    whose: str = ""
    there: str = ""
    many: int = 0


@dataclass(frozen=True, slots=True)
class PaperGroup:
    """Some papers under a title."""

    title: str
    choices: tuple[PaperChoice, ...]


def paper_choices(facts: Facts, library: Library, grid: Grid) -> tuple[PaperGroup, ...]:
    """Return what can be added: first what the partners suggest and nobody has begun, then every kind in its group.

    Args:
        facts: the tender's records.
        library: the kinds.
        grid: the papers of the tender as they stand.
    """
    lines = {kind: line for some in GROUPS.values() for kind, line in some.items()}
    wanted = PaperGroup(WANTED, tuple(_wanted(library, grid, lines)))
    every = [kind for kind in sorted(library.kinds.values(), key=lambda kind: kind.order) if kind.document]
    groups = [
        PaperGroup(title, tuple(_choice(kind, lines, facts) for kind in every if kind.id in some))
        for title, some in GROUPS.items()
    ]
    others = PaperGroup(OTHERS, tuple(_choice(kind, lines, facts) for kind in every if kind.id not in lines))
    return tuple(group for group in (wanted, *groups, others) if group.choices)


def _wanted(library: Library, grid: Grid, lines: Mapping[str, str]) -> Iterator[PaperChoice]:
    waiting = [
        (row.kind, column)
        for row in grid.rows
        for column, cell in zip(grid.columns, row.cells, strict=True)
        if cell.standing is Standing.NOT_STARTED
    ]
    for name, column in sorted(waiting, key=lambda one: one[0] != FIRST):
        kind = library[name]
        line = lines.get(name, kind.purpose)
        yield PaperChoice(name, kind.title, kind.plain_title, line, column, grid.partners.get(column, ""))


def _choice(kind: Kind, lines: Mapping[str, str], facts: Facts) -> PaperChoice:
    there = [record.id for record in facts.of_kind(kind.id)]
    line = lines.get(kind.id, kind.purpose)
    if kind.one_per_tender:
        return PaperChoice(kind.id, kind.title, kind.plain_title, line, there=there[0] if there else "")
    return PaperChoice(kind.id, kind.title, kind.plain_title, line, many=len(there))
