# SPDX-License-Identifier: MPL-2.0
"""What the repository's own log says: which slips were written down before the rule that has to find them was there.

Of the rules only their ids are read here, never their words or patterns.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.readiness.defect import Defect

ROOT = Path(__file__).resolve().parents[2]
_LISTS, _FRESH, _RULES = "tests/readiness/defects", "tests/readiness/fresh", "resources/review"
_COMMIT, _ID = "\x01", re.compile(r'\+id = "([A-Z]{2}-\d\d)"')
_WORDS = re.compile(r" \+= (.*)", re.DOTALL)


@dataclass(frozen=True)
class Commit:
    """A commit that changed the lists of slips: its short id, the day and minute it was made, and its subject."""

    id: str
    made: str
    subject: str


def commits() -> tuple[Commit, ...]:
    """Return the commits that changed the lists of slips, oldest first."""
    log = _git("--format=%h|%ad|%s", "--date=format:%d.%m. %H:%M", "--", _LISTS, _FRESH)
    return tuple(Commit(*line.split("|", 2)) for line in log.splitlines())


def written_first(defects: tuple[Defect, ...]) -> tuple[Defect, ...]:
    """Return the slips of the lists that stood there before any rule of the id that is wanted did.

    An id counts from its first commit on, even where it then stood for another rule: that is to our disadvantage.
    """
    return tuple(one for one in defects if one.wanted and _line(one) and _stood(one) < _built(one))


def _stood(defect: Defect) -> int:
    return _first_seen(_LISTS, _line(defect))


def _built(defect: Defect) -> int:
    """Return when the first rule came about that the slip wants."""
    return min((_ids().get(one.name, 0) for one in defect.wanted), default=0)


def _line(defect: Defect) -> str:
    """Return the words of a slip as a list has them: the sentence, or the edits."""
    said = _WORDS.search(defect.edits[0].line)
    return said[1] if said and len(defect.edits) == 1 else " ;; ".join(edit.line for edit in defect.edits)


@cache
def _first_seen(where: str, line: str) -> int:
    return next((at for at, added in _added(where) if f'"{line}"' in added), len(_log("")))


@cache
def _ids() -> dict[str, int]:
    """Return for each rule's id the place of its first commit in the log."""
    first: dict[str, int] = {}
    for at, added in _added(_RULES):
        for name in _ID.findall(added):
            first.setdefault(name, at)
    return first


def _added(where: str) -> Iterator[tuple[int, str]]:
    """Yield what each commit added to a folder, with the commit's place in the whole log."""
    order = {commit: at for at, commit in enumerate(_log(""))}
    for part in _changes(where):
        commit, _, lines = part.partition("\n")
        yield order[commit], lines


@cache
def _changes(where: str) -> tuple[str, ...]:
    return tuple(_git(f"--format={_COMMIT}%H", "-p", "-U0", "--", where).split(_COMMIT)[1:])


@cache
def _log(where: str) -> tuple[str, ...]:
    return tuple(_git("--format=%H", *(["--", where] if where else [])).split())


def _git(*words: str) -> str:
    """Return the repository's log, oldest commit first."""
    command = ["git", "log", "--reverse", *words]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout
