# SPDX-License-Identifier: MPL-2.0
"""The command check: every finding, or where there are many what to do first and where the rest is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.finding_json import asides_in_json, findings_in_json, grid_in_json
from evidencepack.cli.output import counted, say, say_json, say_table
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Severity
from evidencepack.errors import ExitCode
from evidencepack.library.model import Library
from evidencepack.library.rule_groups import rule_name
from evidencepack.review.reading import Given
from evidencepack.review.scope import named_by
from evidencepack.usecases.checking import check_all, reading_of
from evidencepack.usecases.finding_records import NotFoundError, find_record, named_path
from evidencepack.usecases.readiness import Line, Problem, lines_of, problems_of
from evidencepack.usecases.reuse_findings import reused
from evidencepack.usecases.setting_aside import Sifted
from evidencepack.usecases.workspaces import open_existing, tender_facts

_MANY, _FIRST = 20, 5
_WORDS = {Severity.BLOCKS: "must be fixed", Severity.WARNS: "to look at", Severity.SUGGESTS: "could be better"}


@dataclass(frozen=True, slots=True)
class Wish:
    """Which findings somebody asks for: those that matter so much or more, those about one document; empty for all."""

    severity: str = ""
    document: str = ""


def check_answers(file: Path, wish: Wish, *, tender: str, as_json: bool, every: bool) -> ExitCode:
    """List what is missing; the exit code says whether anything is. A mere suggestion asks for nothing by itself.

    Many findings are told by paper and record, after those to begin with, unless ``every`` asks for them all. What a
    person has set aside, and reminders that are about the desk and not about the bid, are told apart from the rest.

    Raises:
        NotFoundError: if no document is called as the wish says.
    """
    program = Program()
    with open_existing(file, read_only=True) as workspace:
        facts = tender_facts(workspace, tender)
        copies = reused(workspace, facts, program.library)
    wanted = _wanted(wish, facts, program.library)
    sifted = _only(wanted, check_all(facts, library=program.library, press=program.press, reused=copies))
    asking = [one for one in sifted.findings if wish.severity or one.severity is not Severity.SUGGESTS]
    if as_json:
        _say_json(sifted, facts, program.library)
    else:
        problems = problems_of(sifted.findings, facts, program.library)
        _say_all(problems, facts) if every or len(problems) <= _MANY else _say_first(problems, facts)
        say(*_end(len(asking), sifted))
    return ExitCode.FINDINGS if asking else ExitCode.OK


def _wanted(wish: Wish, facts: Facts, library: Library) -> Callable[[Finding], bool]:
    """Return what says whether a finding is asked for; one about a document is also about what it names or shows."""
    order = list(Severity)
    severities = order[: order.index(Severity(wish.severity)) + 1] if wish.severity else order
    if not wish.document:
        return lambda one: one.severity in severities
    document = find_record(facts, wish.document)
    if not library[document.kind].document:
        what = library[document.kind].title.lower()
        raise NotFoundError(f"{wish.document} is not a document but a record: {what}.")
    about = {document.id, *named_by(reading_of(facts, library, Given()), document)}
    return lambda one: one.severity in severities and one.record in about


def _only(wanted: Callable[[Finding], bool], sifted: Sifted) -> Sifted:
    """Return what is asked for, of what is open, of the reminders and of what was set aside."""
    return Sifted(
        tuple(filter(wanted, sifted.findings)),
        tuple(filter(wanted, sifted.reminders)),
        tuple((found, said) for found, said in sifted.aside if wanted(found)),
    )


def _end(asking: int, sifted: Sifted) -> Iterator[str]:
    """Yield what stands at the end: how much there is to look at, and what is kept apart."""
    yield f"{counted(asking, 'finding')} to look at." if asking else "Nothing is missing."
    if sifted.aside:
        yield f"{counted(len(sifted.aside), 'finding')} set aside, each with a reason. See them with --json."
    yield from (f"To remember: {one.message}" for one in sifted.reminders)


def _say_json(sifted: Sifted, facts: Facts, library: Library) -> None:
    some = {"findings": sifted.findings, "reminders": sifted.reminders}
    told = {name: findings_in_json(problems_of(them, facts, library), facts, library) for name, them in some.items()}
    put_away = problems_of([found for found, _ in sifted.aside], facts, library)
    aside = asides_in_json(put_away, sifted, facts, library)
    say_json({**told, "set_aside": aside, "coverage": grid_in_json(facts, library)})


def _say_all(problems: Sequence[Problem], facts: Facts) -> None:
    """Print every finding with the path that ``set`` takes, those of a paper together, and what to do behind them."""
    order = {one.home.id: at for at, one in reversed(list(enumerate(problems)))}
    grouped = sorted(problems, key=lambda one: (list(Severity).index(one.severity), order[one.home.id]))
    wide = max((len(one.severity) for one in problems), default=0)
    for _, alike in groupby(grouped, key=lambda one: (one.severity, one.home.id, one.rule)):
        some = list(alike)
        for one in some:
            margin = f"{one.severity:<{wide}}  {rule_name(one.rule)}"
            say(f"{margin}  {one.message}", f"{'':{len(margin)}}  At {named_path(facts, one.path)}")
        say(f"{'':{wide}}  {'':{len(rule_name(some[0].rule))}}  {some[0].help}")
    if problems:
        say("", f"Why a rule asks, and on what it rests: evidencepack explain {rule_name(grouped[0].rule)}", "")


def _say_first(problems: Sequence[Problem], facts: Facts) -> None:
    """Print the lines to begin with, each of another paper, and how many findings each paper and record has."""
    say("Do these first:")
    for line in _first(lines_of(problems)):
        first = line.problems[0]
        say(f"  {_told(line)}", f"      {first.help}", f"      At {named_path(facts, first.path)}")
    say("", "All of them, by paper and record:")
    say_table([(f"  {name}", words) for name, words in _counts(problems)])
    say("", "Every finding by itself: evidencepack check FILE --all")


def _first(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the first line of each of the first papers and records."""
    seen: dict[str, Line] = {}
    for line in lines:
        seen.setdefault(line.home.id, line)
    yield from list(seen.values())[:_FIRST]


def _told(line: Line) -> str:
    first, more = line.problems[0], len(line.problems) - 1
    if not first.is_missing:
        return line.message
    return (
        f"{first.message} {counted(more, 'more answer')} {'is' if more == 1 else 'are'} missing there."
        if more
        else first.message
    )


def _counts(problems: Sequence[Problem]) -> Iterator[tuple[str, str]]:
    """Yield each paper and record with how many findings it has, in the order in which to go through them."""
    order = {one.home.id: at for at, one in reversed(list(enumerate(problems)))}
    for _, group in groupby(sorted(problems, key=lambda one: order[one.home.id]), key=lambda one: one.home.id):
        some = list(group)
        counts = Counter(one.severity for one in some)
        said = (f"{counts[severity]} {words}" for severity, words in _WORDS.items() if counts[severity])
        yield some[0].home.words, ", ".join(said)
