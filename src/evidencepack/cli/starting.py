# SPDX-License-Identifier: MPL-2.0
"""Commands for beginning with examples: suggest, starters, start, ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.output import quoted, say, say_json, say_table
from evidencepack.errors import ExitCode
from evidencepack.usecases.starting import Begun, Wanted, begin_with, make_ours
from evidencepack.usecases.suggesting import StarterRow, Suggestion, ToBeginWith, starter_rows, suggestions
from evidencepack.usecases.workspaces import open_existing, tender_facts


def suggest_partners(file: Path, partner: str, *, tender: str, as_json: bool) -> ExitCode:
    """Print what is suggested for each partner of a tender, or for one."""
    program = Program()
    with open_existing(file, read_only=True) as workspace:
        found = suggestions(tender_facts(workspace, tender), program.library, partner)
    if as_json:
        say_json({"suggestions": [asdict(one) for one in found]})
    elif not found:
        say(
            "The tender names no partner whose type is known. Enter a partner fit (partnership) for each partner first."
        )
    for one in found if not as_json else ():
        _say_suggestion(one)
    return ExitCode.OK


def list_starters(file: Path, kind: str, *, tender: str, as_json: bool) -> ExitCode:
    """List the starters of a kind, or of every kind, and where they are already."""
    program = Program()
    with open_existing(file, read_only=True) as workspace:
        rows = starter_rows(tender_facts(workspace, tender), program.library, kind)
    if as_json:
        say_json({"starters": [asdict(row) for row in rows]})
    elif rows:
        say_table([(row.kind, row.starter, ", ".join(row.partners), f"{row.title}{_there(row)}") for row in rows])
    else:
        say(f"There is no starter for {kind}." if kind else "There is no starter.")
    return ExitCode.OK


def start_example(file: Path, wanted: Wanted, *, tender: str) -> ExitCode:
    """Put an example into a tender."""
    program = Program()
    with open_existing(file) as workspace:
        begun = begin_with(workspace, wanted, library=program.library, tender=tender)
    say(*_said(begun))
    return ExitCode.OK


def confirm_ours(file: Path, what: str, *, tender: str) -> ExitCode:
    """Say that an example is one's own as it stands."""
    program = Program()
    with open_existing(file) as workspace:
        make_ours(workspace, what, library=program.library, tender=tender)
    say(f"{what} is yours now, as it stands.")
    return ExitCode.OK


def _said(begun: Begun) -> Iterator[str]:
    yield f"Added {begun.title}: {begun.path}, as an example."
    yield "It prints as an example, and check finds it, until you change it. If it is true for you as it stands, run:"
    yield f"evidencepack ours FILE {quoted(begun.path)}"


def _say_suggestion(one: Suggestion) -> None:
    say(f"{one.partner} ({one.reference}): {one.type.lower()}")
    say_table(
        [
            ("  Best for", one.best_for),
            *_rows("  Show", [f"{'[x]' if point.shown else '[ ]'} {point.label}" for point in one.points]),
            ("  Risk", one.risk),
            ("  Instead", one.answer),
            *_rows("  Begin with", [_to_begin_with(kind) for kind in one.kinds]),
            *_rows("  Examples", [f"{row.kind} {row.starter}: {row.title}{_there(row)}" for row in one.starters]),
        ]
    )
    say("")


def _rows(head: str, lines: list[str]) -> Iterator[tuple[str, str]]:
    for place, line in enumerate(lines):
        yield ("" if place else head, line)


def _to_begin_with(kind: ToBeginWith) -> str:
    return f"{kind.title}: {', '.join(kind.there)}" if kind.there else f"{kind.title}: add one"


def _there(row: StarterRow) -> str:
    return f" (there: {', '.join(row.there)})" if row.there else ""
