# SPDX-License-Identifier: MPL-2.0
"""History in words: who sat down when, and what was other when they got up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from evidencepack.domain.issue import IssueMade
from evidencepack.domain.values import EXAMPLE, Scalar
from evidencepack.store.history import Revision
from evidencepack.store.revisions import Operation
from evidencepack.usecases.naming_places import Names, PlaceName

GAP = timedelta(minutes=30)
"""After so long without an edit, the next one begins another sitting."""

_TAKEN_BACK = ("undone: ", "done again: ")
_VERSION, _STATUS = "version", "status"
_CELL = 4


@dataclass(frozen=True, slots=True)
class Changed:
    """A place that was other when somebody got up: its path, its name, and its text before and after."""

    path: str
    name: PlaceName
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """What one person did in one go: ``who`` is their account, or "you" for whoever reads it.

    ``moment`` is its last revision: how things stood then. Times are UTC. ``marks`` are what a document came to be
    ("Version 1.1", "Signed"). ``source`` says where answers came from that nobody typed ("copied from TBN-01").
    ``issue`` is the number of the issue that was made then, and nothing else; 0 for an ordinary sitting.
    """

    moment: str
    who: str
    start: datetime
    end: datetime
    edits: int
    changes: tuple[Changed, ...]
    words: str
    marks: tuple[str, ...] = ()
    source: str = ""
    issue: int = 0


def issue_sitting(made: IssueMade) -> Sitting:
    """Return the making of an issue as it stands in a history."""
    time, files = datetime.fromisoformat(made.at), _count(made.files, "file")
    words = f"{made.by} issued the pack"
    return Sitting(made.id, made.account, time, time, 0, (), words, (f"Issue {made.number}",), files, made.number)


def sittings(revisions: Sequence[Revision], names: Names, *, you: str = "") -> tuple[Sitting, ...]:
    """Return the sittings, the newest first, of revisions, the oldest first; ``you`` is the account of who reads it."""
    return tuple(_sitting(group, names, you) for group in reversed(list(_groups(revisions))))


def _groups(revisions: Sequence[Revision]) -> Iterator[list[Revision]]:
    group: list[Revision] = []
    for revision in revisions:
        if group and _begins_another(group[-1], revision):
            yield group
            group = []
        group.append(revision)
    if group:
        yield group


def _begins_another(last: Revision, revision: Revision) -> bool:
    away = not timedelta(0) <= revision.time - last.time <= GAP
    return away or revision.actor != last.actor or _source(revision) != _source(last)


def _source(revision: Revision) -> str:
    """Return where an answer came from that nobody typed; empty for what was typed, undone or done again."""
    if revision.reason.startswith(_TAKEN_BACK):
        return ""
    return revision.reason or (f"from {revision.source}" if revision.source else "")


def _sitting(group: Sequence[Revision], names: Names, you: str) -> Sitting:
    first, last = group[0], group[-1]
    changes = tuple(_changes(group, names))
    mine = bool(you) and last.actor == you
    began = any(one.operation is Operation.ADD_RECORD and not one.base for one in group)
    return Sitting(
        moment=last.id,
        who="you" if mine else last.actor,
        start=first.time,
        end=last.time,
        edits=len({(one.time, one.reason) for one in group}),
        changes=changes,
        words=f"{'You' if mine else last.actor} {_words(changes, began=began, imported=bool(last.source))}",
        marks=tuple(_marks(group, names)),
        source=_source(last),
    )


def _changes(group: Sequence[Revision], names: Names) -> Iterator[Changed]:
    """Yield the places that are other at the end than at the start; each once, as they were first touched."""
    before: dict[str, Scalar | None] = {}
    after: dict[str, Scalar | None] = {}
    came: dict[str, bool] = {}
    for one in group:
        if one.operation is not Operation.SET:
            came[one.path] = came.get(one.path, False) or one.operation is not Operation.MOVE_ROW
        elif not one.path.endswith(f"/{EXAMPLE}"):
            before.setdefault(one.path, one.old)
            after[one.path] = one.new
    for path, old in before.items():
        if old != after[path]:
            yield Changed(path, names.at(path), names.text(path, old), names.text(path, after[path]))
    cells = {path.rpartition("/")[0] for path in before}
    for path in came:
        if "/" in path and path not in cells:
            yield from _row_change(path, [one for one in group if one.path == path], names)


def _row_change(path: str, group: Sequence[Revision], names: Names) -> Iterator[Changed]:
    """Yield what became of a row of which no cell was written: it came, went or moved, and is not as it was."""
    was, now = group[0].operation is not Operation.ADD_ROW, group[-1].operation is not Operation.REMOVE_ROW
    line = names.at(path).line
    if was != now:
        yield Changed(path, names.at(path), line if was else "", line if now else "")
    elif was and group[0].old != group[-1].new:
        yield Changed(path, names.at(path), f"{line} (where it was)", f"{line} (moved)")


def _words(changes: Sequence[Changed], *, began: bool, imported: bool) -> str:
    lines = {one.path.rsplit("/", 1)[0] if one.path.count("/") + 1 == _CELL else one.path for one in changes}
    rows = {path for path in lines if path.count("/") == _CELL - 2}
    answers = _count(len(lines) - len(rows), "answer")
    counted = " and ".join(filter(None, (answers, _count(len(rows), "line"))))
    if imported and counted:
        return f"brought in {counted}"
    if began:
        return f"began it with {counted}" if counted else "began it"
    if not counted:
        return "changed nothing in the end"
    if not any(one.before for one in changes):
        return f"wrote {counted}"
    return f"{'changed' if any(one.after for one in changes) else 'took out'} {counted}"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}" if number else ""


def _marks(group: Sequence[Revision], names: Names) -> Iterator[str]:
    """Yield what a document came to be: its version and where it is, as they were last set."""
    newest = {one.path.rpartition("/")[2]: one for one in group if one.path.count("/") == 1 and one.new is not None}
    if _VERSION in newest:
        yield f"Version {names.text(newest[_VERSION].path, newest[_VERSION].new)}"
    if _STATUS in newest:
        said = names.text(newest[_STATUS].path, newest[_STATUS].new)
        yield said[:1].upper() + said[1:]
