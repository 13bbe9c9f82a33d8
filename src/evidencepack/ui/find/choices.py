# SPDX-License-Identifier: MPL-2.0
"""What find anything offers: places and commands by their words, and where everything that was found leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from evidencepack.domain.record import Facts
from evidencepack.library.model import Library
from evidencepack.ui.shell.actions import Actions
from evidencepack.ui.shell.keys import KEYS, Command
from evidencepack.ui.shell.registry import PLACES, is_there
from evidencepack.ui.shell.roads import road_to
from evidencepack.ui.shell.where import CHECK, DOCUMENT, DOCUMENTS, LIBRARY, SETTINGS, TENDER, Where, in_document
from evidencepack.ui.widgets.master_list import Entry
from evidencepack.ui.words import say
from evidencepack.usecases.finding_anything import Anything, Result, Sort
from evidencepack.usecases.matching import matches

_FEW = {
    "Go to": 5,
    "Documents": 5,
    "People and partners": 4,
    "In this tender": 4,
    "Questions": 4,
    "Answers": 6,
    "Library": 3,
    "Other tenders": 3,
    "Do": 4,
    "Help": 3,
}
"""The groups in their order, each with how many of it are shown at first."""

_GROUPS = {
    Sort.DOCUMENT: "Documents",
    Sort.STEP: "Documents",
    Sort.CHECK: "Documents",
    Sort.QUESTION: "Questions",
    Sort.ANSWER: "Answers",
    Sort.ITEM: "Library",
    Sort.TENDER: "Other tenders",
}
_PEOPLE = frozenset({"contact", "organisation", "partnership"})
_MORE = "more "
_NO_USE = frozenset({Command.FIND_ANYTHING, Command.MENU})


@dataclass(frozen=True, slots=True)
class Road:
    """The path of a record or an answer. Where it leads is found out once somebody takes it: that asks every form."""

    path: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A line to choose: its group by the title, its words, and where it goes or what it does.

    ``figure`` stands at the right edge, such as the key of a command. ``of`` is the tender that it belongs to.
    """

    group: str
    title: str
    second: str
    target: Where | Command | Road
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


def settings(typed: str) -> Iterator[Choice]:
    """Yield the pages of the settings that are meant, by their names or by what can be chosen there."""
    from evidencepack.ui.places.settings.settings_place import PAGES  # read when somebody looks for something

    for one in PAGES:
        if typed.strip() and matches(typed, say(one.words), say(one.also)):
            yield Choice("Go to", say(one.words), say("Settings"), Where(SETTINGS, part=one.name))


def commands(typed: str, actions: Actions) -> Iterator[Choice]:
    """Yield the commands that are meant and can be done now, with their keys."""
    for key in KEYS:
        action = actions[key.command]
        if key.command not in _NO_USE and action.isEnabled() and matches(typed, action.text()):
            yield Choice("Do", action.text(), "", key.command, key.keys[0] if key.keys else "")


def choices_of(results: Sequence[Result], facts: Facts | None) -> Iterator[Choice]:
    """Yield what was found with where it leads; what is no longer there is left out."""
    of = facts.tender if facts else ""
    for one in results:
        target = _target(one, facts)
        if target is not None:
            yield Choice(_group(one, facts), one.title, one.second, target, of=of)


def where_to(road: Road, facts: Facts | None, library: Library | None) -> Where | None:
    """Return where a road leads now; None if its end is no longer there."""
    return road_to(facts, library, road.path) if facts and library else None


def counts_of(choices: Sequence[Choice], found: Anything, facts: Facts | None) -> Counter[str]:
    """Return how many there are of each group: of what was found, more may be there than are handed out."""
    counts = Counter(one.group for one in choices)
    handed = Counter(one.sort for one in found.results)
    for sort, number in found.counts.items():
        first = next((one for one in found.results if one.sort is sort), None)
        if first is not None:
            counts[_group(first, facts)] += number - handed[sort]
    return counts


def grouped(choices: Iterable[Choice], whole: Container[str] = ()) -> tuple[Choice, ...]:
    """Return the choices group by group: the first few of each, and all of those that are to be shown whole."""
    by_group: dict[str, list[Choice]] = {group: [] for group in _FEW}
    for one in choices:
        by_group[one.group].append(one)
    return tuple(
        one for group, few in _FEW.items() for one in (by_group[group] if group in whole else by_group[group][:few])
    )


def entries_of(
    choices: Sequence[Choice],
    head: str = "",
    counts: Mapping[str, int] | None = None,
    handed: Mapping[str, int] | None = None,
) -> tuple[Entry, ...]:
    """Return the lines of the list under the heads of their groups, or all of them under one head.

    Args:
        choices: what is shown, group by group.
        head: stands over all of them in the place of the groups.
        counts: how many there are of each group: the head says so.
        handed: how many of them can be shown: where that is more, a line leads to them.
    """
    found: list[Entry] = []
    for title, some in groupby(choices, lambda one: head or say(one.group)):
        ones = list(some)
        group = ones[0].group
        every, can_be = (counts or {}).get(group, 0), (handed or {}).get(group, 0)
        found.append(Entry("", title, figure=_figure(len(ones), every, can_be)))
        found += [Entry(one.id, one.title, one.second, figure=one.figure) for one in ones]
        if can_be > len(ones):
            words = "Show all {n}" if can_be == every else "Show the first {n}"
            found.append(Entry(f"{_MORE}{group}", say(words, n=f"{can_be:,}"), more=True))
    return tuple(found)


def _figure(shown: int, every: int, can_be: int) -> str:
    """Return how many there are, for a head; where not all of them can be shown, that too."""
    if can_be < every and shown == can_be:
        return say("the first {n} of {all}", n=f"{shown:,}", all=f"{every:,}")
    return f"{every:,}" if every else ""


def group_to_show(line: str) -> str:
    """Return the group that a line shows the rest of; empty for every other line."""
    return line.removeprefix(_MORE) if line.startswith(_MORE) else ""


def _group(one: Result, facts: Facts | None) -> str:
    if one.sort is not Sort.RECORD:
        return _GROUPS[one.sort]
    record = facts.get(one.path) if facts else None
    return "People and partners" if record is not None and record.kind in _PEOPLE else "In this tender"


def _target(one: Result, facts: Facts | None) -> Where | Road | None:
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
        case Sort.RECORD | Sort.ANSWER | Sort.QUESTION:
            return Road(one.path) if facts and one.path.partition("/")[0] in facts.records else None
