# SPDX-License-Identifier: MPL-2.0
"""Commands that read a workspace."""

from __future__ import annotations

from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.output import one_line, say, say_json, say_table
from evidencepack.errors import ExitCode
from evidencepack.library.glossary import find_terms
from evidencepack.usecases.listing import kind_rows, record_rows, tender_rows
from evidencepack.usecases.machinery import MACHINERY
from evidencepack.usecases.searching import search_answers
from evidencepack.usecases.showing import show_record
from evidencepack.usecases.workspaces import open_existing, tender_facts


def list_tenders(file: Path, *, as_json: bool) -> ExitCode:
    """List the tenders of a workspace."""
    with open_existing(file, read_only=True) as workspace:
        rows = tender_rows(workspace)
    if as_json:
        say_json({"tenders": [asdict(row) for row in rows]})
    elif rows:
        say_table([(row.reference, row.deadline, row.title) for row in rows])
    else:
        say("No tender yet.")
    return ExitCode.OK


def list_kinds(*, as_json: bool) -> ExitCode:
    """List the kinds."""
    rows = [row for row in kind_rows(Program().library) if row.kind not in MACHINERY]
    if as_json:
        say_json({"kinds": [asdict(row) for row in rows]})
    else:
        say_table([(row.kind, row.what, row.title, row.purpose) for row in rows])
    return ExitCode.OK


def list_glossary(words: str, *, as_json: bool) -> ExitCode:
    """Say what the words of the field mean: all of them, or those asked for."""
    found = find_terms(Program().library.glossary, words)
    if as_json:
        say_json({"terms": [asdict(term) for term in found]})
        return ExitCode.OK
    if not found:
        say(f"The glossary has no “{words}”. See it all with: evidencepack glossary")
    for group, terms in groupby(found, key=lambda term: term.group):
        say(group, *(f"  {', '.join(term.names)}: {term.meaning}" for term in terms), "")
    return ExitCode.OK


def show_records(file: Path, record: str, *, tender: str, as_json: bool) -> ExitCode:
    """List what a tender holds, or the answers of one record."""
    program = Program()
    with open_existing(file, read_only=True) as workspace:
        facts = tender_facts(workspace, tender)
    if not record:
        records = record_rows(facts, program.library)
        if as_json:
            say_json({"records": [asdict(row) for row in records]})
        else:
            say_table([(row.reference, row.kind, row.title) for row in records])
        return ExitCode.OK
    answers = show_record(facts, record, library=program.library)
    if as_json:
        say_json({"answers": [asdict(row) for row in answers]})
    else:
        say_table([(row.name, row.label, one_line(row.value)) for row in answers])
    return ExitCode.OK


def search_words(file: Path, words: str, *, as_json: bool) -> ExitCode:
    """Find words in every answer."""
    program = Program()
    with open_existing(file, read_only=True) as workspace:
        hits = search_answers(workspace, words, library=program.library)
    if as_json:
        say_json({"hits": [asdict(hit) for hit in hits]})
    elif hits:
        say_table([(hit.name, hit.label, hit.excerpt) for hit in hits])
    else:
        say(f"Nothing holds “{words}”.")
    return ExitCode.OK
