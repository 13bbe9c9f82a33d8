# SPDX-License-Identifier: MPL-2.0
"""The examiner: puts defects into copies of the sample, asks the check what it finds, and marks the answers.

Each is asked of the check that runs as somebody types. What it does not find is asked again of the whole check if the
rule has to see the pack laid out, which only that does anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from tests.checked import check_tender
from tests.readiness.defect import Defect, Wanted, meets, rule_of
from tests.readiness.edits import CannotBeTypedError
from tests.shipped import LIBRARY, PROGRAM

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.usecases.checking import LiveCheck, given_of

_ON_PAPER = frozenset({"PK-01", "PK-02", "PK-07", "PR-05", "SG-02"})

Check = Callable[[Facts], tuple[Finding, ...]]


def check(facts: Facts) -> tuple[Finding, ...]:
    """Return what `evidencepack check --json` would list."""
    return check_tender(facts, library=LIBRARY, press=PROGRAM.press)


def live_check(facts: Facts) -> Check:
    """Return the check that the window runs after each edit, at work on a tender."""
    live = LiveCheck(LIBRARY)
    live.check(facts, given_of(facts, library=LIBRARY, press=PROGRAM.press))
    return lambda edited: live.check(edited).findings


@dataclass(frozen=True)
class Mark:
    """How one defect went: the rules wanted that spoke, those that did not, and what was said wrongly.

    ``otherwise`` are those among the found that only another rule told. ``refused`` is whether the form refused the
    slip, so that no rule was asked: it is found where the refusal names the very thing, and else missed.
    """

    defect: Defect
    found: tuple[Wanted, ...] = ()
    missed: tuple[Wanted, ...] = ()
    alarms: tuple[Finding, ...] = ()
    otherwise: tuple[Wanted, ...] = ()
    refused: bool = False


@dataclass
class Examiner:
    """Marks defects of one tender. ``rules`` are those that the program has; nothing is asked of others."""

    facts: Facts
    quick: Check
    sure: Check = check
    rules: frozenset[str] = field(default_factory=lambda: frozenset(LIBRARY.rules))

    @cached_property
    def before(self) -> tuple[Finding, ...]:
        """What is said of the sample as it is."""
        return self.quick(self.facts)

    def asks(self, defect: Defect) -> bool:
        """Whether the program has the rules that should find this defect; a near miss is asked of all there are."""
        return all(one.rules & self.rules for one in defect.wanted)

    def marks(self, defects: Iterable[Defect]) -> Iterator[Mark]:
        """Yield the marks of all defects that can be asked."""
        yield from (self.mark(one) for one in defects if self.asks(one))

    def mark(self, defect: Defect) -> Mark:
        """Return the mark of one defect, alone in the sample."""
        try:
            facts, touched = defect.made(self.facts)
        except CannotBeTypedError as refused:
            return _prevented(defect, refused.problem)
        mark = self._marked(defect, facts, touched, self.quick(facts))
        on_paper = any(one.rules & _ON_PAPER for one in mark.missed)
        return self._marked(defect, facts, touched, self.sure(facts)) if on_paper else mark

    def _marked(self, defect: Defect, facts: Facts, touched: Iterable[str], findings: Iterable[Finding]) -> Mark:
        said = [one for one in findings if one not in self.before]
        told = {one: [rule_of(it) for it in said if meets(one, it, facts, touched)] for one in defect.wanted}
        found = tuple(one for one, rules in told.items() if rules)
        known = {(one.rule, one.record, one.field) for one in self.before}
        extra = (one for one in said if (one.rule, one.record, one.field) not in known)
        wrong = (one for one in extra if not defect.excuses(rule_of(one)))
        return Mark(
            defect,
            found,
            tuple(one for one in defect.wanted if one not in found),
            tuple(one for one in wrong if defect.strict or rule_of(one) in defect.never),
            tuple(one for one in found if not (one.name in told[one] or one.name.endswith("*"))),
        )


def _prevented(defect: Defect, problem: str) -> Mark:
    """Return the mark of a slip that the form refuses with a sentence."""
    named = bool(defect.refusal) and defect.refusal in problem
    return Mark(defect, defect.wanted if named else (), () if named else defect.wanted, refused=True)
