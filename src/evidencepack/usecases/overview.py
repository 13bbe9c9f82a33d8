# SPDX-License-Identifier: MPL-2.0
"""All that a check has to tell: what is open, what is to be remembered, what was set aside, and the coverage grid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from evidencepack.compose.drafts import asked_at
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Severity
from evidencepack.library.header import is_over
from evidencepack.library.model import Library
from evidencepack.pack.press import Press
from evidencepack.review.coverage import Covered, coverage
from evidencepack.review.reading import Given
from evidencepack.usecases.checking import LiveCheck, given_of, reading_of
from evidencepack.usecases.documents import NOTHING_SEEN, Seen
from evidencepack.usecases.missing import missing_in
from evidencepack.usecases.readiness import Problem, problems_of
from evidencepack.usecases.setting_aside import Aside, Sifted

_NOTHING_GIVEN = Given()


@dataclass(frozen=True, slots=True)
class Overview:
    """What a check found, in the order in which to go through it; ``aside`` says of what was set aside why."""

    problems: tuple[Problem, ...] = ()
    reminders: tuple[Problem, ...] = ()
    set_aside: tuple[Problem, ...] = ()
    aside: Mapping[str, Aside] = field(default_factory=dict)
    grid: tuple[Covered, ...] = ()
    seen: Seen = NOTHING_SEEN


def overview(sifted: Sifted, facts: Facts, library: Library, given: Given = _NOTHING_GIVEN) -> Overview:
    """Return what a check of a tender found, as a person goes through it; ``given`` is what it was told."""
    gaps = {name: asked_at(values) for name, values in given.missing.items()}
    papers = {
        one.id: missing_in(facts, library, one, gaps.get(one.id, ()))
        for one in facts.records.values()
        if library[one.kind].document and not is_over(one)
    }
    problems = problems_of(sifted.findings, facts, library, papers)
    stops = (one for one in problems if one.severity is Severity.BLOCKS and not one.is_missing)
    put_away = problems_of([found for found, _ in sifted.aside], facts, library)
    why = {found.mark: said for found, said in sifted.aside}
    return Overview(
        problems,
        problems_of(sifted.reminders, facts, library),
        put_away,
        {one.id: why[one.finding.mark] for one in put_away if one.finding},
        coverage(reading_of(facts, library, Given())),
        Seen(blocked=frozenset(one.home.id for one in stops), gaps=gaps),
    )


def look_over(facts: Facts, library: Library, press: Press) -> Overview:
    """Check a tender, and return what was found as a person goes through it."""
    given = given_of(facts, library=library, press=press)
    return overview(LiveCheck(library).check(facts, given), facts, library, given)
