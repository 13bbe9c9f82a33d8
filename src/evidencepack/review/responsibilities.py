# SPDX-License-Identifier: MPL-2.0
"""CHK-RC: the responsibility map: one who answers for each task, somebody who does it, and nobody without a task."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.partners import partners_of
from evidencepack.review.reading import Reading
from evidencepack.review.task_map import ANSWERS, DOES, Task, task_map
from evidencepack.review.telling import cell, listed, tell

_ASKED, _MOST_ASKED, _ENOUGH_ROLES = frozenset({"c"}), 3, 4
_SHARE, _MANY_TASKS = 0.6, 8
_LONGEST = 12
_NO_VERB = frozenset(
    {"a", "all", "an", "any", "both", "each", "every", "for", "from", "in", "monthly", "new", "of", "on"}
)
_NO_VERB |= {"our", "some", "that", "the", "their", "this", "to", "weekly", "his", "her", "its", "and"}
_TOPICS = {
    "a safeguarding concern": r"safeguard",
    "a data breach": r"breach|information incident|lost (?:data|information)",
    "stopping the work": r"stop[- ]?(?:rule|the work|work)|\bstop\b|paus",
    "handover": r"hand(?:over|ing over| over)|coming home|transfer",
    "the figures of the measures": r"\bkpi|measure|figures|dashboard|results",
    "a complaint": r"complain|concern raised",
}


def nobody_answers(_: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-RC-01: yield each task for which nobody answers."""
    for task in task_map(paper).tasks:
        if not task.with_letters(ANSWERS):
            yield _at(words, task)


def many_answer(_: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-RC-02: yield each task for which several answer."""
    everything = task_map(paper)
    for task in everything.tasks:
        answering = task.with_letters(ANSWERS)
        if len(answering) > 1:
            yield _at(words, task, names=listed(everything.labels(answering)))


def nobody_does(_: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-RC-03: yield each task that nobody does."""
    for task in task_map(paper).tasks:
        if not task.with_letters(DOES):
            yield _at(words, task)


def many_asked(_: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-RC-04: yield each task for which more than three, or more than half of the roles, are asked first."""
    everything = task_map(paper)
    for task in everything.tasks:
        asked = task.with_letters(_ASKED)
        half = len(everything.roles) >= _ENOUGH_ROLES and len(asked) * 2 > len(everything.roles)
        if len(asked) > _MOST_ASKED or half:
            yield _at(words, task, names=listed(everything.labels(asked)))


def nobody_in_role(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-RC-05: yield each role that no person has, or whose person has left."""
    for role in task_map(paper).roles:
        person = reading.facts.get(role.person) if role.person else None
        left = person.answers.get("left_on") if person else None
        if person is None or (isinstance(left, date) and left <= reading.as_of):
            found = tell(words, paper, cell(paper, "roles", role.row, "person"), {"name": role.label or "A role"})
            yield replace(found, item=role.label)


def idle_role(_: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-RC-06: yield each role without a letter in any task."""
    everything = task_map(paper)
    busy = {role for task in everything.tasks for role in task.letters}
    for role in everything.roles if busy else ():
        if role.row.id not in busy:
            found = tell(words, paper, cell(paper, "roles", role.row, "label"), {"name": role.label})
            yield replace(found, item=role.label)


def idle_partner(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-RC-07: yield each partner that does nothing in the map."""
    everything = task_map(paper)
    doing = {role for task in everything.tasks for role in task.with_letters(DOES)}
    busy = {role.organisation for role in everything.roles if role.row.id in doing}
    for partner in partners_of(reading) if busy else ():
        if partner.id not in busy:
            said = {"partner": partner.name, "document": reading.called(paper)}
            yield replace(tell(words, paper, None, said), item=partner.name, looked=(partner.id,))


def one_for_all(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-RC-08: yield the person who answers for more than 60 in 100 of the tasks of a map with eight or more."""
    everything = task_map(paper)
    person_of = {role.row.id: role.person for role in everything.roles if role.person}
    answering = Counter(person_of.get(role, "") for task in everything.tasks for role in task.with_letters(ANSWERS))
    for name, number in answering.most_common(1):
        person = reading.facts.get(name)
        if person and len(everything.tasks) >= _MANY_TASKS and number > _SHARE * len(everything.tasks):
            called = str(person.answers.get("full_name", person.reference))
            said = {"person": called, "answer": f"{number}", "most": f"{len(everything.tasks)}"}
            yield replace(tell(words, paper, None, said), looked=(name,))


def topic_missing(reading: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-RC-09: yield each topic that buyers look for and no task of the map is about."""
    tasks = task_map(paper).tasks
    said = "\n".join(f"{one.activity} {one.row.cells.get('linked', '')}" for one in tasks)
    delivers = paper.answers.get("scope") in {None, "delivery"}
    for topic, pattern in _TOPICS.items() if tasks and delivers else ():
        if not re.search(pattern, said, re.IGNORECASE):
            found = tell(words, paper, None, {"document": reading.called(paper), "name": topic})
            yield replace(found, item=topic, looked=(topic,))


def unclear_task(_: Reading, words: RuleWords, paper: Record) -> Iterator[Finding]:
    """CHK-RC-10: yield each task that is long, or does not begin with what somebody does."""
    for task in task_map(paper).tasks:
        first, *more = re.findall(r"[\w’'-]+", task.activity.casefold()) or [""]
        if len(more) >= _LONGEST or first in _NO_VERB or first.endswith(("tion", "ment", "ness")):
            yield replace(_at(words, task), quote=task.activity, span=(0, len(task.activity)))


def _at(words: RuleWords, task: Task, **said: str) -> Finding:
    letters = tuple(f"{role} {letter}" for role, letter in sorted(task.letters.items()))
    found = tell(words, task.paper, task.at, {"name": task.called, "answer": task.activity, **said})
    return replace(found, item=task.called, looked=(task.activity, *letters))
