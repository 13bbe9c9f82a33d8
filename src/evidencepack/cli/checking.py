# SPDX-License-Identifier: MPL-2.0
"""The command check: every finding, or where there are many what to do first and where the rest is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.output import counted, say, say_json, say_table
from evidencepack.domain.trade import Severity
from evidencepack.errors import ExitCode
from evidencepack.usecases.checking import check_tender
from evidencepack.usecases.readiness import Line, Problem, lines_of, problems_of
from evidencepack.usecases.reuse_findings import reused
from evidencepack.usecases.workspaces import open_existing, tender_facts

_MANY, _FIRST = 20, 5
_WORDS = {Severity.BLOCKS: "must be fixed", Severity.WARNS: "to look at", Severity.SUGGESTS: "could be better"}


def check_answers(file: Path, *, tender: str, as_json: bool, every: bool) -> ExitCode:
    """List what is missing; the exit code says whether anything is. A mere suggestion asks for nothing.

    Many findings are told by paper and record, after those to begin with, unless ``every`` asks for them all.
    """
    program = Program()
    with open_existing(file, read_only=True) as workspace:
        facts = tender_facts(workspace, tender)
        copies = reused(workspace, facts, program.library)
    findings = check_tender(facts, library=program.library, press=program.press, reused=copies)
    asking = [finding for finding in findings if finding.severity is not Severity.SUGGESTS]
    if as_json:
        say_json({"findings": [asdict(finding) for finding in findings]})
    else:
        problems = problems_of(findings, facts, program.library)
        _say_all(problems) if every or len(problems) <= _MANY else _say_first(problems)
        say(f"{counted(len(asking), 'finding')} to look at." if asking else "Nothing is missing.")
    return ExitCode.FINDINGS if asking else ExitCode.OK


def _say_all(problems: Sequence[Problem]) -> None:
    """Print every finding, those of a paper together."""
    order = {one.home.id: at for at, one in reversed(list(enumerate(problems)))}
    grouped = sorted(problems, key=lambda one: (list(Severity).index(one.severity), order[one.home.id]))
    say_table([(one.severity, f"CHK-{one.rule}", one.message) for one in grouped])


def _say_first(problems: Sequence[Problem]) -> None:
    """Print the lines to begin with, each of another paper, and how many findings each paper and record has."""
    say("Do these first:")
    for line in _first(lines_of(problems)):
        say(f"  {_told(line)}")
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
