# SPDX-License-Identifier: MPL-2.0
"""The command explain: what the manual says of a rule of the check, or the names of all rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from evidencepack.bootstrap import Program
from evidencepack.cli.output import say, say_json, say_table
from evidencepack.errors import ExitCode
from evidencepack.library.manual import Heading, Part, Points, Steps
from evidencepack.library.manual_rules import rule_parts
from evidencepack.library.rule_groups import RULE_GROUPS, rule_name
from evidencepack.library.rule_words import Panel, RuleWords
from evidencepack.usecases.finding_records import NotFoundError


def explain_rule(name: str, *, as_json: bool) -> ExitCode:
    """Print what a rule looks at, what to do, on what it rests and the way out; without a name, every rule by name.

    Raises:
        NotFoundError: if no rule is called so.
    """
    rules = Program().library.rules
    wanted = [_found(name, rules)] if name else _all(rules)
    if as_json:
        say_json([_in_json(one) for one in wanted])
    elif name:
        say(*(line for part in rule_parts(wanted[0]) for line in _lines(part)))
    else:
        say_table([(rule_name(one.id), one.severity, one.title) for one in wanted])
    return ExitCode.OK


def _found(name: str, rules: Mapping[str, RuleWords]) -> RuleWords:
    called = rule_name(name.strip())
    found = next((one for one in rules.values() if rule_name(one.id) == called), None)
    if found is None:
        raise NotFoundError(f"No rule is called “{name}”. See them all with: evidencepack explain")
    return found


def _all(rules: Mapping[str, RuleWords]) -> list[RuleWords]:
    """Return every rule, those of a group together, in the order in which findings are told."""
    order = list(RULE_GROUPS)
    return sorted(rules.values(), key=lambda one: (order.index(one.id.partition("-")[0]), one.id))


def _lines(part: Part) -> Iterator[str]:
    if isinstance(part, Points | Steps):
        yield from (f"  {item}" for item in part.items)
    elif isinstance(part, Heading):
        yield part.words
    else:
        yield f"  {part.words}"


def _in_json(rule: RuleWords) -> Mapping[str, object]:
    return {
        "rule": rule_name(rule.id),
        "group": RULE_GROUPS[rule.id.partition("-")[0]],
        "severity": rule.severity,
        "title": rule.title,
        "looks_at": rule.looks_at,
        "help": rule.help,
        "source": rule.source,
        "way_out": rule.way_out,
        "reminder": rule.panel is Panel.REMINDERS,
    }
