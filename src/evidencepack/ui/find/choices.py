# SPDX-License-Identifier: MPL-2.0
"""What find anything offers: places and commands by their words, and where everything that was found leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evidencepack.domain.record import Facts
from evidencepack.library.model import Library
from evidencepack.ui.shell.actions import Actions
from evidencepack.ui.shell.keys import KEYS, Command
from evidencepack.ui.shell.registry import PLACES, is_there
from evidencepack.ui.shell.roads import road_to
from evidencepack.ui.shell.where import CHECK, DOCUMENT, DOCUMENTS, LIBRARY, TENDER, Where, in_document
from evidencepack.ui.widgets.master_list import Entry
from evidencepack.ui.words import say
from evidencepack.usecases.finding_anything import Result, Sort
from evidencepack.usecases.matching import matches

_MOST = {"Go to": 8, "Answers": 8, "Library": 4, "Do": 5}
_GROUPS = {Sort.ANSWER: "Answers", Sort.ITEM: "Library"}
_NO_USE = frozenset({Command.FIND_ANYTHING})


@dataclass(frozen=True, slots=True)
class Choice:
    """A line to choose: its group by the title, its words, and where it goes or what it does.

    ``figure`` stands at the right edge, such as the key of a command. ``of`` is the tender that it belongs to.
    """

    group: str
    title: str
    second: str
    target: Where | Command
    figure: str = ""
    of: str = ""

    @property
    def id(self) -> str:
        """What the line is known by in the list."""
        return f"{self.group} {self.target}"


def places(typed: str, *, tender: bool) -> Iterator[Choice]:
    """Yield the places that are meant."""
    for one in PLACES:
        if not one.inside and (tender or not one.of_tender) and matches(typed, say(one.words)):
            yield Choice("Go to", say(one.words), "", Where(one.place), one.key)


def commands(typed: str, actions: Actions) -> Iterator[Choice]:
    """Yield the commands that are meant and can be done now, with their keys."""
    for key in KEYS:
        action = actions[key.command]
        if key.command not in _NO_USE and action.isEnabled() and matches(typed, action.text()):
            yield Choice("Do", action.text(), "", key.command, key.keys[0] if key.keys else "")


def choices_of(results: Sequence[Result], facts: Facts | None, library: Library | None) -> Iterator[Choice]:
    """Yield what was found with where it leads; what leads nowhere any more is left out."""
    of = facts.tender if facts else ""
    for one in results:
        where = _where(one, facts, library)
        if where is not None:
            yield Choice(_GROUPS.get(one.sort, "Go to"), one.title, one.second, where, of=of)


def grouped(choices: Iterable[Choice]) -> tuple[Choice, ...]:
    """Return the choices group by group, the first few of each."""
    every = tuple(choices)
    found: list[Choice] = []
    for group, most in _MOST.items():
        found += [one for one in every if one.group == group][:most]
    return tuple(found)


def entries_of(choices: Sequence[Choice], head: str = "") -> tuple[Entry, ...]:
    """Return the lines of the list under the heads of their groups, or all of them under one head."""
    found: list[Entry] = []
    last = ""
    for one in choices:
        group = head or say(one.group)
        if group != last:
            found.append(Entry("", group))
            last = group
        found.append(Entry(one.id, one.title, one.second, figure=one.figure))
    return tuple(found)


def _where(one: Result, facts: Facts | None, library: Library | None) -> Where | None:
    match one.sort:
        case Sort.DOCUMENT:
            return in_document(one.path)
        case Sort.STEP:
            return Where(DOCUMENT, one.path, part=str(one.step))
        case Sort.CHECK:
            return Where(CHECK, one.path)
        case Sort.ITEM:
            return Where(LIBRARY, one.path) if is_there(LIBRARY) else None
        case Sort.TENDER:
            return Where(TENDER if is_there(TENDER) else DOCUMENTS, tender=one.path)
        case Sort.RECORD | Sort.ANSWER:
            return road_to(facts, library, one.path) if facts and library else None
