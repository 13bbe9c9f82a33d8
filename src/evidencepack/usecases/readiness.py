# SPDX-License-Identifier: MPL-2.0
"""Findings as a person goes through them: whose, in which step, for which question; missing answers put together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts, Record, short_name
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import Percentage, Reference, Table
from evidencepack.library.header import is_over, place_in_pack
from evidencepack.library.model import Library
from evidencepack.library.rows import ORGANISATION, parties_of
from evidencepack.review.partners import partners_of
from evidencepack.review.reading import Reading
from evidencepack.review.telling import listed
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.forms import Place, form_places
from evidencepack.usecases.listing import title_of
from evidencepack.usecases.matching import matches
from evidencepack.usecases.naming_places import Names

MISSING = frozenset({"RQ-01", "PK-01"})
"""The rules that say that an answer is missing."""

_CHECK = "CHK-"
_TOGETHER = 2
_QUESTION, _SLOT = "question", "slot"
_ORDER = tuple(Severity)


def is_missing(rule: str) -> bool:
    """Whether a rule, with its prefix or without, says that an answer is missing."""
    return rule.removeprefix(_CHECK) in MISSING


@dataclass(frozen=True, slots=True)
class Home:
    """The record that a finding is shown under: id, title of its kind, what it is called, and its place in the list.

    ``question`` is the buyer's question that it answers for ("Q3", may be empty), ``weight`` how much that counts in
    per cent (0 if nobody knows), ``partners`` those that it is about, by id with their names: neither who leads nor
    who buys is one.
    """

    id: str
    kind: str
    name: str
    document: bool = False
    question: str = ""
    weight: Decimal = Decimal(0)
    partners: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """What a line calls it: "Memorandum of understanding TBN-MOU-01"."""
        return f"{self.kind} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding: the rule without its prefix, what the rule says in general, and where its answer stands.

    ``path`` is the answer, or else the record. ``step`` (from 0, -1 for none), ``step_title``, ``question`` and
    ``said`` (the answer as it stands) are empty where the finding is about the whole record. ``many`` is the sentence
    in the place of several, ``source`` on what the rule rests; ``finding`` holds the rest of what the rule said.
    """

    id: str
    severity: Severity
    rule: str
    title: str
    message: str
    help: str
    home: Home
    path: str
    step: int = -1
    step_title: str = ""
    question: str = ""
    said: str = ""
    many: str = ""
    source: str = ""
    finding: Finding | None = None

    @property
    def item(self) -> str:
        """What a list of many such findings calls it."""
        return (self.finding.item if self.finding else "") or self.home.name

    @property
    def is_missing(self) -> bool:
        """Whether it says that an answer is missing."""
        return is_missing(self.rule)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: one finding, all those of one rule in one paper, or all the missing answers of a record."""

    id: str
    problems: tuple[Problem, ...]

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return self.problems[0].severity

    @property
    def message(self) -> str:
        """What it says: its one sentence, or that in the place of several."""
        first, many = self.problems[0], len(self.problems)
        if many < _TOGETHER or not first.many:
            return first.message
        return first.many.format(number=f"{many:,}", names=listed([one.item for one in self.problems]))

    @property
    def home(self) -> Home:
        """Where it belongs."""
        return self.problems[0].home

    @property
    def parts(self) -> tuple[Line, ...]:
        """Each of its findings as a line of its own, with its own sides, fixes and words in question."""
        return tuple(Line(one.id, (one,)) for one in self.problems)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings somebody wants to see: of a record, a partner, some rules, with some words; empty for all."""

    home: str = ""
    partner: str = ""
    rules: Collection[str] = ()
    words: str = ""

    def has(self, problem: Problem) -> bool:
        """Whether a finding is wanted."""
        home = problem.home
        return (
            self.home in {"", home.id}
            and (not self.partner or self.partner in home.partners)
            and (not self.rules or problem.rule in self.rules)
            and matches(self.words, problem.message, problem.title, problem.question, problem.step_title, home.words)
        )


def problems_of(
    findings: Iterable[Finding],
    facts: Facts,
    library: Library,
    papers: Mapping[str, frozenset[str]] = MappingProxyType({}),
) -> tuple[Problem, ...]:
    """Return the findings in the order in which to go through them: the worst, then those that count most.

    ``papers`` says of papers, by their ids, at which paths answers are missing. What is missing in several papers is
    found once, and told of each of them (``number_of`` counts it once).
    """
    teller = _Teller(facts, library)
    told = [teller.problem(one) for one in findings]
    return tuple(sorted((*told, *teller.needed_too(told, papers)), key=teller.order))


def tiers_of(problems: Iterable[Problem]) -> Mapping[Severity, int]:
    """Return how many things there are to fix of each severity; all that a record lacks counts as the worst of it."""
    told = tuple(problems)
    return {severity: number_of(in_tier(told, severity)) for severity in Severity}


def in_tier(problems: Iterable[Problem], severity: Severity) -> tuple[Problem, ...]:
    """Return what ``tiers_of`` counts of a severity."""
    return tuple(one for line in lines_of(problems) if line.severity is severity for one in line.problems)


def number_of(problems: Iterable[Problem]) -> int:
    """Return how many things there are to fix: an answer that is missing in several papers is one."""
    return len({one.path if one.is_missing else one.id for one in problems})


def lines_of(problems: Iterable[Problem], wanted: Wanted = Wanted()) -> tuple[Line, ...]:
    """Return the lines of the list: at most one for each rule and document, and one for all that a record lacks.

    What a rule says of several records of one kind is one line too, where it has a sentence for that.
    """
    together: dict[str, list[Problem]] = {}
    for one in problems:
        if wanted.has(one):
            together.setdefault(_together(one), []).append(one)
    return tuple(Line(key if len(found) >= _TOGETHER else found[0].id, tuple(found)) for key, found in together.items())


def by_step(problems: Sequence[Problem]) -> tuple[tuple[str, tuple[Problem, ...]], ...]:
    """Return findings by the title of their step, in the order of the steps."""
    found: dict[str, list[Problem]] = {}
    for one in sorted(problems, key=lambda one: one.step):
        found.setdefault(one.step_title, []).append(one)
    return tuple((title, tuple(some)) for title, some in found.items())


def _together(one: Problem) -> str:
    """Return what findings share that stand in one line."""
    if one.is_missing:
        return f"missing/{one.home.id}"
    if one.home.document:
        return f"{one.severity}/{one.rule}/{one.home.id}"
    return f"{one.severity}/{one.rule}/{one.home.kind}" if one.many else one.id


class _Teller:
    """Tells of findings what a person has to know; what several findings share is reckoned once."""

    def __init__(self, facts: Facts, library: Library) -> None:
        self._facts, self._library = facts, library
        self._names = Names(library, facts.records.values(), (), own="")
        self._homes: dict[str, Home] = {}
        self._places_of: dict[str, Mapping[FieldPath, Place]] = {}
        documents = [one for one in facts.records.values() if library[one.kind].document]
        valid = tuple(one for one in documents if not is_over(one))
        reading = Reading(facts.tender, valid, facts, library, as_of(facts))
        self._partners = {one.id for one in partners_of(reading)}
        documents.sort(key=lambda one: place_in_pack(one, library[one.kind]))
        self._rank = {one.id: at for at, one in enumerate(documents)}

    def problem(self, finding: Finding) -> Problem:
        rule = finding.rule.removeprefix(_CHECK)
        words, path = self._library.rules[rule], finding.field or finding.record
        step, title, question, said = self._where(finding)
        return Problem(
            f"{rule} {finding.record} {path} {finding.message}",
            finding.severity,
            rule,
            words.title,
            finding.message,
            words.help,
            self._home(finding.record),
            path,
            step,
            title,
            question,
            said,
            words.many,
            words.source,
            finding,
        )

    def needed_too(self, told: Sequence[Problem], papers: Mapping[str, frozenset[str]]) -> Iterator[Problem]:
        """Yield of papers what is missing in them and was found elsewhere."""
        missing = {one.path: one.finding for one in told if one.is_missing}
        there = {(one.home.id, one.path) for one in told if one.is_missing}
        for paper, paths in papers.items():
            for path in paths:
                found = missing.get(path)
                if found is not None and (paper, path) not in there:
                    message = found.message.replace(self._home(found.record).words, self._home(paper).words)
                    yield self.problem(replace(found, record=paper, message=message))

    def order(self, problem: Problem) -> tuple[int, Decimal, int, str, int]:
        """Return what findings are sorted by; those of a step keep the order that they come in."""
        home, last = problem.home, len(self._rank)
        at = self._rank.get(home.id, last)
        return _ORDER.index(problem.severity), -home.weight, at, home.id if at == last else "", problem.step

    def _where(self, finding: Finding) -> tuple[int, str, str, str]:
        """Return the step, its title, the question and what is answered."""
        if "/" not in finding.field:
            return -1, "", "", ""
        path = FieldPath.parse(finding.field)
        steps = self._library[self._facts.records[finding.record].kind].steps
        place = self._places(finding.record).get(path)
        place = place or self._places(finding.record).get(FieldPath(path.record, path.field))
        name = self._names.at(finding.field)
        whose = name.line if path.record != finding.record or path.row else ""
        question = f"{name.question} ({whose})" if whose else name.question
        title = steps[place.step].title if place else ""
        return place.step if place else len(steps), title, question, self._said(path)

    def _said(self, path: FieldPath) -> str:
        record = self._facts.get(path.record)
        answer = record.answers.get(path.field) if record else None
        if isinstance(answer, Table):
            row = next((row for row in answer.rows if row.id == path.row), None)
            return self._names.text(str(path), row.cells.get(path.column)) if row and path.column else ""
        return "" if answer is None else self._names.text(str(path), answer)

    def _places(self, record: str) -> Mapping[FieldPath, Place]:
        """Return where in the form of a record each answer is asked."""
        # A cache of a method would hold this and be held by it: some hundreds of things after each edit.
        if record not in self._places_of:
            found: dict[FieldPath, Place] = {}
            for place, path in form_places(self._facts, self._library, self._facts.records[record]):
                found.setdefault(path, place)
            self._places_of[record] = found
        return self._places_of[record]

    def _home(self, name: str) -> Home:
        if name not in self._homes:
            self._homes[name] = self._make_home(name)
        return self._homes[name]

    def _make_home(self, name: str) -> Home:
        record = self._facts.records[name]
        kind = self._library[record.kind]
        called = record.reference if kind.document else title_of(record)
        weight, question = max(self._questions(record), key=lambda one: one[0], default=(Decimal(0), ""))
        partners = {one: self._called(one) for one in self._parties(record) if one in self._partners}
        return Home(name, kind.title, called, kind.document, question, weight, partners)

    def _called(self, organisation: str) -> str:
        return short_name(self._facts.records[organisation])

    def _parties(self, record: Record) -> Iterator[str]:
        if record.kind == ORGANISATION:
            yield record.id
        named = {one.record for one in record.answers.values() if isinstance(one, Reference)}
        named |= parties_of(record, self._library[record.kind], self._facts, self._library)
        yield from (one.id for one in self._facts.of_kind(ORGANISATION) if one.id in named and one.id != record.id)

    def _questions(self, record: Record) -> Iterator[tuple[Decimal, str]]:
        """Yield how much the buyer's questions count that a record answers for, itself or through its slot."""
        if record.kind == _QUESTION:
            weight = record.answers.get("weighting_pct")
            yield weight.per_cent if isinstance(weight, Percentage) else Decimal(0), record.reference
        for link in _references(record):
            found = self._facts.get(link)
            if found and found.kind in {_QUESTION, _SLOT} and record.kind != _QUESTION:
                yield from self._questions(found)


def _references(record: Record) -> Iterator[str]:
    for answer in record.answers.values():
        if isinstance(answer, Reference):
            yield answer.record
        elif isinstance(answer, Table):
            cells = (cell for row in answer.rows for cell in row.cells.values())
            yield from (cell.record for cell in cells if isinstance(cell, Reference))
