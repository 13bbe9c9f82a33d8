# SPDX-License-Identifier: MPL-2.0
"""CHK-DS: the roles of a flow of information against who decides, against each other, and against the legal reason."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.reading import Reading

FLOW = "data_flow"
CONTROLLER, JOINT, PROCESSOR = "controller", "joint_controller", "processor"
_WHO, _SENDER, _RECEIVER = "who_decides", "sender_role", "receiver_role"
_DECIDED = {
    "each": (CONTROLLER, CONTROLLER),
    "together": (JOINT, JOINT),
    "sender": (CONTROLLER, PROCESSOR),
    "receiver": (PROCESSOR, CONTROLLER),
}
_PUBLIC_TASK, _OWN = "e", "own"


def roles_of(flow: Record) -> tuple[str, str]:
    """Return the roles of the sender and the receiver; empty where there is none, as in a flow of counts only."""
    if flow.answers.get("contains") == "anonymous":
        return "", ""
    sender, receiver = (str(flow.answers.get(name, "")) for name in (_SENDER, _RECEIVER))
    return sender, receiver


def decided_otherwise(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-DS-54: yield each flow whose roles are not those that follow from who decides."""
    for flow in reading.facts.of_kind(FLOW):
        roles, wanted = roles_of(flow), _DECIDED.get(str(flow.answers.get(_WHO, "")))
        if wanted and roles in _DECIDED.values() and roles != wanted:
            wrong = _SENDER if roles[0] != wanted[0] else _RECEIVER
            label = reading.library[FLOW].fields[_WHO].label
            said = {"label": label, "answer": _said(reading, flow, _WHO)}
            yield _finding(reading, words, flow, wrong, **said, **_both(reading, flow))


def ill_matched(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-DS-55: yield each flow with roles that cannot meet, such as those of a lone joint controller."""
    for flow in reading.facts.of_kind(FLOW):
        roles = roles_of(flow)
        if all(roles) and roles not in _DECIDED.values():
            yield _finding(reading, words, flow, _SENDER, **_both(reading, flow))


def to_oneself(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-DS-53: yield each flow from an organisation to itself."""
    for flow in reading.facts.of_kind(FLOW):
        sender = reading.linked(flow, "sender")
        if sender is not None and sender == reading.linked(flow, "receiver"):
            yield _finding(reading, words, flow, "receiver", partner=reading.named(sender))


def public_tasks_of_others(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-DS-37: yield each side that uses public task for what is not its own, while nobody is asked to look at it."""
    for flow in reading.facts.of_kind(FLOW):
        for side in ("sender", "receiver"):
            task = flow.answers.get(f"{side}_task_belongs_to", _OWN)
            borrowed = flow.answers.get(f"{side}_art6") == _PUBLIC_TASK and task != _OWN
            if borrowed and not _is_asked(reading, flow, side) and not _is_public(reading, flow, side):
                reason, label = f"{side}_art6", reading.library[FLOW].fields[f"{side}_task_belongs_to"].label
                answer = _said(reading, flow, f"{side}_task_belongs_to")
                yield _finding(
                    reading, words, flow, reason, label=label, answer=answer, here=_said(reading, flow, reason)
                )


def _is_asked(reading: Reading, flow: Record, side: str) -> bool:
    """Whether somebody is asked to look at it: in words that name this side, or neither of the two."""
    asked = flow.answers.get("ig_check")
    names = {}
    for one in ("sender", "receiver"):
        organisation = reading.linked(flow, one)
        names[one] = str(organisation.answers.get("short_name", "")) if organisation else ""
    text = asked if isinstance(asked, str) else ""
    other = names["receiver" if side == "sender" else "sender"]
    return bool(text) and ((bool(names[side]) and names[side] in text) or not (other and other in text))


def _is_public(reading: Reading, flow: Record, side: str) -> bool:
    link = flow.answers.get(side)
    organisation = reading.facts.get(link.record) if isinstance(link, Reference) else None
    return bool(organisation and organisation.answers.get("is_public_authority"))


def _both(reading: Reading, flow: Record) -> dict[str, str]:
    return {"here": _said(reading, flow, _SENDER).lower(), "elsewhere": _said(reading, flow, _RECEIVER).lower()}


def _said(reading: Reading, flow: Record, name: str) -> str:
    """Return the words of the choice that was made."""
    answer = flow.answers.get(name)
    choices = reading.library[FLOW].fields[name].choices
    return next((choice.label for choice in choices if choice.id == answer), str(answer))


def _finding(reading: Reading, words: RuleWords, flow: Record, field: str, **said: str) -> Finding:
    message = words.message.format(document=reading.called(flow), **said)
    return Finding(f"CHK-{words.id}", words.severity, flow.id, str(FieldPath(flow.id, field)), message)
