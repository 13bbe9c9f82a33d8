# SPDX-License-Identifier: MPL-2.0
"""A defect: what is put into the sample, which rule has to say so, and which must not."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.readiness.edits import Edit, made
from tests.shipped import LIBRARY

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts

_PREFIX = "CHK-"
_FATES = Path(__file__).resolve().parents[2] / "packaging" / "rule_list.toml"
_ONE_FINDING = frozenset({"RQ-01", "PK-01"})
"""An answer that is missing, in a form or on paper: it is told once, under either name."""
_OF_ANY_CHANGE = frozenset({"NR-04", "PR-05", "SG-02"})
"""What more words than a limit allows, or a change after signing, may always bring along."""


def told_as(rule: str) -> frozenset[str]:
    """Return the rules under whose names a finding of this one may stand, with itself; ``XD-*`` are all of a family."""
    if rule.endswith("*"):
        return frozenset(one for one in LIBRARY.rules if one.startswith(rule[:-1]))
    return frozenset({rule, *_merged().get(rule, ()), *(_ONE_FINDING if rule in _ONE_FINDING else ())})


def built(rule: str) -> str:
    """Return the rule that tells what this one of the list was for: itself, or the one it was merged into."""
    return rule if rule in LIBRARY.rules else _merged().get(rule, (rule,))[0]


@cache
def _merged() -> dict[str, tuple[str, ...]]:
    """Return what became of the rules that were merged into others."""
    fates = tomllib.loads(_FATES.read_text(encoding="utf-8"))["fate"]
    return {one["id"]: tuple(one["into"]) for one in fates if one["fate"] == "merged"}


@dataclass(frozen=True)
class Wanted:
    """A finding that has to be there: one of these rules, at this record; with no record, where it belongs."""

    rules: frozenset[str]
    name: str
    at: str = ""


@dataclass(frozen=True)
class Defect:
    """One change of the sample, or a few that belong together, with what is to be said of it.

    ``never`` are rules that may not speak; ``also`` those that may. ``strict`` is whether anything else said is a
    false alarm: so it is of words, where a change of the facts may well have several consequences. ``refusal`` are
    words of the sentence with which the form refuses it, where it does: a slip that nobody can type is prevented.
    """

    family: str
    edits: tuple[Edit, ...]
    wanted: tuple[Wanted, ...] = ()
    never: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    strict: bool = True
    refusal: str = ""

    @property
    def what(self) -> str:
        """What is done, as it stands in the list."""
        return "; ".join(edit.line for edit in self.edits)

    def made(self, facts: Facts) -> tuple[Facts, frozenset[str]]:
        """Return the sample with it, and the records that it touches."""
        return made(facts, self.edits)

    def excuses(self, rule: str) -> bool:
        """Whether a rule may speak: it was wanted, or is a fair consequence."""
        fair = self.also | _OF_ANY_CHANGE | frozenset().union(*(one.rules for one in self.wanted))
        return bool(told_as(rule) & fair) and rule not in self.never


def defect(family: str, what: str, said: str, *, strict: bool = True, refusal: str = "") -> Defect:
    """Read a defect of a list: edits with `` ;; `` between them, and rules.

    ``RK-01`` must speak, ``RK-01|RQ-01`` one of them, ``RK-01@RK-02`` at that record, ``!RK-01`` may not, and
    ``~RK-01`` may.
    """
    words = said.split()
    return Defect(
        family,
        tuple(Edit(line.strip()) for line in what.split(" ;; ")),
        tuple(_wanted(word) for word in words if word[0] not in "!~"),
        frozenset().union(*(told_as(word[1:]) for word in words if word[0] == "!")),
        frozenset().union(*(told_as(word[1:]) for word in words if word[0] == "~")),
        strict,
        refusal,
    )


def _wanted(word: str) -> Wanted:
    names, _, at = word.partition("@")
    rules = names.split("|")
    return Wanted(frozenset().union(*(told_as(rule) for rule in rules)), built(rules[0]), at)


def rule_of(finding: Finding) -> str:
    """Return a finding's rule without the prefix."""
    return finding.rule.removeprefix(_PREFIX)


def meets(wanted: Wanted, finding: Finding, facts: Facts, touched: Iterable[str]) -> bool:
    """Whether a finding is the one wanted: its rule, and not at another record of the kind that was changed."""
    if rule_of(finding) not in wanted.rules:
        return False
    record = facts.get(finding.record)
    if wanted.at:
        return record is not None and record.reference == wanted.at
    return finding.record in touched or not _is_a_sister(finding.record, facts, touched)


def _is_a_sister(name: str, facts: Facts, touched: Iterable[str]) -> bool:
    kinds = {record.kind for one in touched if (record := facts.get(one))}
    record = facts.get(name)
    return record is not None and record.kind in kinds
