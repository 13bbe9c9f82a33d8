# SPDX-License-Identifier: MPL-2.0
"""The command ``wording``: what a document says as standard, what an organisation says instead, and changing it."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.columns import side_by_side
from evidencepack.cli.output import say, say_json, say_table
from evidencepack.domain.record import Facts
from evidencepack.errors import ExitCode
from evidencepack.library.entry_dates import date_text
from evidencepack.library.model import Library
from evidencepack.library.wording import ADVISERS, HouseWording
from evidencepack.usecases.reading_texts import read_text, read_text_of
from evidencepack.usecases.rewording import NewWording, change_wording, restore_wording, wording_facts
from evidencepack.usecases.wording import State, WordingView, modified_rows, view_wording, wording_rows
from evidencepack.usecases.workspaces import open_existing


def word(arguments: Namespace) -> ExitCode:
    """Do what the words of the command ask: change, restore, or else show."""
    changes = ("change", "keep", "text", "words_file", "heading", "reason", "adviser", "advised")
    if arguments.restore:
        return _restore(arguments.file, arguments.clause, tender=arguments.tender)
    if any(getattr(arguments, name) not in {None, False} for name in changes):
        return _change(arguments)
    with open_existing(arguments.file, read_only=True) as workspace:
        facts = wording_facts(workspace, arguments.tender)
    library, name = Program().library, arguments.clause
    if "." in name:
        return _show(facts, library, name, as_json=arguments.json)
    if name and name not in library.kinds:
        return _modified(facts, library, name, as_json=arguments.json)
    return _list(facts, library, name, as_json=arguments.json)


def _change(arguments: Namespace) -> ExitCode:
    program = Program()
    new = NewWording(
        heading=arguments.heading,
        text=_text(arguments),
        reason=arguments.reason,
        adviser=arguments.adviser,
        advised_on=arguments.advised,
        keep=arguments.keep,
    )
    with open_existing(arguments.file) as workspace:
        done = change_wording(
            workspace,
            arguments.clause,
            new,
            library=program.library,
            today=date.today(),  # noqa: DTZ011
            tender=arguments.tender,
        )
    say(*done.notes, f"{arguments.clause} is kept in your words. The standard is one command away: --restore.")
    if done.part.advice:
        say(_advice(done.wording))
    return ExitCode.OK


def _text(arguments: Namespace) -> str | None:
    """Return the new words: given as they are, in a file, or typed behind the command; None if they stay."""
    if arguments.text is not None:
        return str(arguments.text)
    if arguments.words_file:
        return read_text(arguments.words_file)
    typed = arguments.change and arguments.heading is None
    return read_text_of(sys.stdin.buffer, "What was typed") if typed else None


def _restore(file: Path, clause: str, *, tender: str) -> ExitCode:
    with open_existing(file) as workspace:
        left = restore_wording(workspace, clause, tender=tender)
    now = "what your organisation says" if left else "what the standard says"
    say(f"{clause} says {now} again. The words that stood there stay in the history.")
    return ExitCode.OK


def _list(facts: Facts, library: Library, kind: str, *, as_json: bool) -> ExitCode:
    rows = wording_rows(facts, library, kind)
    if as_json:
        say_json({"wording": [asdict(row) for row in rows]})
    else:
        say_table([(row.reference, row.title, f"{row.state}{_because(row.problem)}") for row in rows])
    return ExitCode.OK


def _modified(facts: Facts, library: Library, document: str, *, as_json: bool) -> ExitCode:
    rows = modified_rows(facts, library, document)
    if as_json:
        say_json({"modified": [asdict(row) for row in rows]})
    elif rows:
        say_table([(row.heading, row.ask, row.recorded) for row in rows])
    else:
        say(f"Every clause of {document} that needs advice says what the template says.")
    return ExitCode.OK


def _show(facts: Facts, library: Library, clause: str, *, as_json: bool) -> ExitCode:
    view = view_wording(facts, library, clause)
    if as_json:
        say_json(_as_data(view))
    else:
        say(*_lines(view))
    return ExitCode.OK


def _lines(view: WordingView) -> Iterator[str]:
    """Yield what a person reads about one part."""
    part, wording = view.part, view.wording
    yield f"{view.reference}: {view.state}{_because(view.problem)}"
    if part and part.advice:
        yield f"Before you change it, ask: {', '.join(ADVISERS[one] for one in part.advice)}."
    standard = "\n\n".join(words for words in (part.heading, part.words) if words) if part else ""
    if wording is None:
        yield from ("", standard)
        return
    yield f"Changed by {wording.changed_by or 'nobody known'}{_on(wording.changed_on)}. {_advice(wording)}"
    yours = "\n\n".join(words for words in (wording.heading, wording.text) if words)
    yield from ("", *side_by_side("THE STANDARD NOW", "YOURS"), "", *side_by_side(standard, yours))
    if view.state is State.BEHIND:
        yield from ("", "The standard you changed said:", "", wording.standard_heading, "", wording.standard_text)


def _as_data(view: WordingView) -> dict[str, object]:
    wording = view.wording
    days = {"advised_on": _day(wording.advised_on), "changed_on": _day(wording.changed_on)} if wording else {}
    return {
        "reference": view.reference,
        "state": view.state,
        "problem": view.problem,
        "standard": {"heading": view.part.heading, "text": view.part.words} if view.part else None,
        "advice": list(view.part.advice) if view.part else [],
        "yours": {**asdict(wording), **days} if wording else None,
    }


def _advice(wording: HouseWording) -> str:
    if not wording.advised:
        return "No adviser is recorded: add one with --adviser NAME --advised DATE --reason WHY."
    return f"Advised by {wording.adviser}{_on(wording.advised_on)}."


def _because(problem: str) -> str:
    return f". {problem}" if problem else ""


def _on(day: date | None) -> str:
    return f" on {date_text(day)}" if day else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
