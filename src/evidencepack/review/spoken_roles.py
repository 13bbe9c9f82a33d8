# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-09 in prose: who is called a controller or a processor and has another role in every flow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference
from evidencepack.library.model import RuleWords
from evidencepack.review.data_flows import CONTROLLER, FLOW, JOINT, PROCESSOR, roles_of
from evidencepack.review.overrides import contradictions
from evidencepack.review.own_promises import Own, finding_of, of_letters, of_narratives
from evidencepack.review.reading import Reading
from evidencepack.review.said import Slip, sentences

_SAID = re.compile(
    r"(?<![\w-])(?:(?P<joint>joint (?:data )?controller)|(?P<controller>controller)|(?P<processor>processor))s?\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:no|not|never|neither|nor)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|us)\b", re.IGNORECASE)
_NAMES = ("short_name", "legal_name")
_SHOWN = {CONTROLLER: "controller", JOINT: "joint controller", PROCESSOR: "processor"}


def roles(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield each paper that gives another role for a flow: in a row of its own, or a letter in its own words."""
    yield from contradictions(reading, words)
    for own in of_letters(reading):
        yield from finding_of(reading, words, own, _others(reading, own))


def roles_of_narratives(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """CHK-NR-14: yield each narrative that calls somebody what it is in no flow."""
    for own in of_narratives(reading):
        yield from finding_of(reading, words, own, _others(reading, own))


def _others(reading: Reading, own: Own) -> Iterator[Slip]:
    held = _held(reading)
    for sentence in sentences(own.prose.text) if held else ():
        who = [one for one in reading.facts.of_kind("organisation") if _named(one, sentence)]
        who = who or ([own.partner] if _WE.search(sentence) else [])
        for said in () if _NO.search(sentence) else _SAID.finditer(sentence):
            role = JOINT if said["joint"] else CONTROLLER if said["controller"] else PROCESSOR
            if who and not any(role in held.get(one.id, ()) for one in who):
                yield Slip(said[0], " and ".join(_is(one, held.get(one.id, frozenset())) for one in who))


def _held(reading: Reading) -> dict[str, frozenset[str]]:
    """Return the roles that each organisation has in the flows."""
    held: dict[str, frozenset[str]] = {}
    for flow in reading.facts.of_kind(FLOW):
        for side, role in zip(("sender", "receiver"), roles_of(flow), strict=True):
            link = flow.answers.get(side)
            if role and isinstance(link, Reference):
                held[link.record] = held.get(link.record, frozenset()) | {role}
    return held


def _named(organisation: Record, sentence: str) -> bool:
    names = (str(organisation.answers.get(name, "")).strip() for name in _NAMES)
    return any(name and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", sentence) for name in names)


def _is(organisation: Record, held: frozenset[str]) -> str:
    name = str(organisation.answers.get("short_name") or organisation.reference)
    shown = " and ".join(_SHOWN.get(role, role) for role in sorted(held))
    return f"{name} is {shown}" if shown else f"{name} has no role in any flow"
