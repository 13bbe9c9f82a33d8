# SPDX-License-Identifier: MPL-2.0
"""What the window has compared in another process: an issue with a later one, or with what the tender says now.

The function that begins with ``do_`` runs there. What it is handed and what it returns is plain.
"""

from __future__ import annotations

from typing import Any

from evidencepack.bootstrap import Program
from evidencepack.domain.issue import Issue
from evidencepack.domain.record import Facts
from evidencepack.guard.worker import Work
from evidencepack.guard.working import Line
from evidencepack.usecases.carrying import facts_bytes, read_facts
from evidencepack.usecases.issue_changes import IssueChanges, changes_between, changes_since, from_plain, to_plain
from evidencepack.usecases.issuing import issue_text, read_issue_text


def ask_changes(work: Work, facts: Facts, older: Issue, newer: Issue | None) -> IssueChanges:
    """Return what is other in a later issue (None: in the tender now), from another process; waits for it."""
    later = issue_text(newer) if newer else ""
    return from_plain(work.do(do_changes, _nobody, facts_bytes(facts), issue_text(older), later))


def do_changes(_line: Line, facts: bytes, older: str, newer: str) -> Any:
    """Compare."""
    library, then = Program().library, read_issue_text(older)
    if newer:
        return to_plain(changes_between(then, read_issue_text(newer), library))
    return to_plain(changes_since(then, read_facts(facts), library))


def _nobody(*_said: object) -> None:
    """Nobody follows how it goes."""
