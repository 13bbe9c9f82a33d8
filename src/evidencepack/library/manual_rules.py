# SPDX-License-Identifier: MPL-2.0
"""The pages of the manual about the rules of readiness: made of the rules' own words, so that no word drifts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Final

from evidencepack.domain.trade import Severity
from evidencepack.library.manual import Group, Heading, Page, Part, Points, Text
from evidencepack.library.rule_groups import RULE_GROUPS, RULES, page_of_rule, rule_name
from evidencepack.library.rule_words import Panel, RuleWords

_WEIGHTS: Final[Mapping[Severity, str]] = {
    Severity.BLOCKS: "Must fix. While it is there, the pack can only be made as a draft.",
    Severity.WARNS: "Should fix. An evaluator may mark it down.",
    Severity.SUGGESTS: "Could improve.",
}
_REMINDER = "A reminder for your own desk. No evaluator sees it."
_QUESTIONS = 3


def rule_pages(rules: Mapping[str, RuleWords]) -> tuple[Page, ...]:
    """Return a page for each group of rules, in the order in which findings are told."""
    pages = dict.fromkeys(map(page_of_rule, RULE_GROUPS))
    made = {name: tuple(part for one in _of_page(name, rules) for part in rule_parts(one)) for name in pages}
    return tuple(Page(name, _title(name), Group.RULES, parts) for name, parts in made.items() if parts)


def beginning_with(page: Page, rule: str) -> Page:
    """Return a page of rules with one of them before all others; as it is, if it has no such rule."""
    heads = [at for at, part in enumerate(page.parts) if isinstance(part, Heading)]
    for at, end in zip(heads, (*heads[1:], len(page.parts)), strict=True):
        head = page.parts[at]
        if isinstance(head, Heading) and head.words.startswith(f"{rule_name(rule)}:"):
            return replace(page, parts=(*page.parts[at:end], *page.parts[:at], *page.parts[end:]))
    return page


def rule_parts(rule: RuleWords) -> tuple[Part, ...]:
    """Return what the manual says of one rule: how much it matters, what it looks at, on what it rests, the way out."""
    return (Heading(heading_of_rule(rule)), Text(_weight(rule)), Points(tuple(_points(rule))))


def heading_of_rule(rule: RuleWords) -> str:
    """Return the heading of a rule on its page: "CHK-XD-06: Two people for one role"."""
    return f"{rule_name(rule.id)}: {rule.title}"


def _of_page(name: str, rules: Mapping[str, RuleWords]) -> list[RuleWords]:
    letters = [one for one in RULE_GROUPS if page_of_rule(one) == name]
    return [rules[rule] for one in letters for rule in sorted(rules) if rule.startswith(f"{one}-")]


def _title(name: str) -> str:
    return RULE_GROUPS[name.removeprefix(RULES).upper()]


def _weight(rule: RuleWords) -> str:
    return _REMINDER if rule.panel is Panel.REMINDERS else _WEIGHTS[rule.severity]


def _points(rule: RuleWords) -> Iterator[str]:
    yield f"What it looks at: {rule.looks_at}."
    if asked := tuple(islice(dict.fromkeys(one.ask for one in rule.phrases if one.ask), _QUESTIONS)):
        yield f"What it asks, for instance: {' '.join(asked)}"
    yield f"What to do: {rule.help}"
    sort, _, what = rule.source.partition(": ")
    yield f"What it rests on ({sort.lower()}): {what}."
    yield _way_out(rule)


def _way_out(rule: RuleWords) -> str:
    if rule.severity is not Severity.BLOCKS:
        return "If it is no problem here: set it aside and say why. It comes back when the words change."
    if not rule.way_out:
        return "If you think it is wrong: it cannot be set aside. Only a change helps."
    said = rule.way_out.rstrip(".")
    return f"If it is wrong here: set it aside, say why, and give your name. You then state: “{said}.”"
