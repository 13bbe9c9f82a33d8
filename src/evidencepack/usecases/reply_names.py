# SPDX-License-Identifier: MPL-2.0
"""Names for what came back in a Word file: places, questions, whose answers they are, who changed them and when."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol, TypeAlias

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Reference
from evidencepack.exchange.replies.report import Where
from evidencepack.library.entry_dates import date_text
from evidencepack.library.model import Library
from evidencepack.usecases.listing import title_of
from evidencepack.usecases.naming_places import Names

Asked: TypeAlias = Callable[[Sequence[str], str], tuple[str, str]]
"""Returns the question and whose answer it is, from the paths of an answer and the name that its control has."""

_CLAUSE = re.compile(r"[0-9(]")


class Dated(Protocol):
    """Something that somebody did at a time, as a file says it."""

    @property
    def author(self) -> str:
        """Return who did it; empty if the file does not say."""

    @property
    def when(self) -> str:
        """Return when, as ISO 8601; empty if the file does not say."""


def by_their_controls(paths: Sequence[str], name: str) -> tuple[str, str]:
    """Return the question as the control names it; whose answer it is only a workspace knows."""
    return name or ", ".join(dict.fromkeys(path.rpartition("/")[2].replace("_", " ") for path in paths)), ""


def by_the_workspace(facts: Facts, library: Library) -> Asked:
    """Return what knows the questions of a tender in full, and whose answers there are."""
    names = Names(library, facts.records.values(), (), own="")

    def asked(paths: Sequence[str], name: str) -> tuple[str, str]:
        known = [path for path in paths if facts.get(path.partition("/")[0])]
        if not known:
            return by_their_controls(paths, name)
        questions = dict.fromkeys(names.at(path).question for path in known)
        homes = dict.fromkeys(_whose(facts, library, facts.records[path.partition("/")[0]]) for path in known)
        return ", ".join(questions), ", ".join(filter(None, homes))

    return asked


def _whose(facts: Facts, library: Library, record: Record) -> str:
    """Return whose answers those of a record are; nothing for a paper: that is said by the place."""
    home = record.answers.get("organisation")
    found = facts.get(home.record) if isinstance(home, Reference) else None
    kind = library.kinds.get(record.kind)
    own = "" if kind is None or kind.document or record.id == facts.tender else title_of(record)
    return ", ".join(filter(None, (own, title_of(found) if found else "")))


def place_of(where: Where, *, beside: Where | None = None) -> str:
    """Return a place as people say it: the paper, the clause, the heading, the row and the column.

    ``beside``: a place that was named before; the paper is not named again if it is the same.
    """
    is_clause = bool(_CLAUSE.match(where.number))
    number = f"clause {where.number}" if is_clause else where.number
    heading = "" if is_clause or not where.heading else f"“{where.heading}”" if number else f"under “{where.heading}”"
    row, column = (
        f"{name} “{words}”" if words else "" for name, words in (("row", where.row), ("column", where.column))
    )
    paper = " ".join(filter(None, (where.paper, where.reference)))
    if beside and (beside.paper, beside.reference) == (where.paper, where.reference):
        paper = "" if number or heading or row else paper
    return ", ".join(filter(None, (paper, number, heading, row, column)))


def made_by(changes: Sequence[Dated]) -> tuple[str, ...]:
    """Return who made changes and when, each once."""
    return tuple(
        dict.fromkeys(", ".join(filter(None, (one.author or "somebody", day_of(one.when)))) for one in changes)
    )


def day_of(when: str) -> str:
    """Return the day of a time as the file says it, as people write it; what is no time stays as it is."""
    try:
        return date_text(datetime.fromisoformat(when).date()) if when else ""
    except ValueError:
        return when


def last_saved(author: str, when: str) -> str:
    """Return who last saved a file and when, as it says; empty if it says neither."""
    day = day_of(when)
    return f"{author or 'somebody'}{f' on {day}' if day else ''}" if author or day else ""
