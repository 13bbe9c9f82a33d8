# SPDX-License-Identifier: MPL-2.0
"""CHK-DS: each flow of personal information has its reasons in law, and each reason has what the law asks with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.data_flows import CONTROLLER, FLOW, JOINT, roles_of
from evidencepack.review.reading import Reading
from evidencepack.review.rule import Each
from evidencepack.review.telling import answer, tell, words_in

_CONSENT, _DUTY, _TASK, _KNOWN, _INTEREST = "a", "c", "e", "ea", "f"
_WITH_SCHEDULE = frozenset("bghij")
_WITH_POLICY = frozenset({"p1_1", "p2_6", "p2_8", "p2_10", "p2_16", "p2_17", "p2_18", "p2_19"})
_SIDES = ("sender", "receiver")

Test = Callable[[Reading, Record], bool]
"""Whether something of a flow is asked for."""


def lacking(field: str, asked: Test) -> Each:
    """Return the rule that yields each personal flow that needs an answer and has none."""

    def rule(reading: Reading, words: RuleWords, flow: Record) -> Iterator[Finding]:
        if _is_personal(flow) and asked(reading, flow) and flow.answers.get(field) in {None, ""}:
            yield _at(reading, words, flow, field)

    return Each(FLOW, rule)


def no_reason(reading: Reading, words: RuleWords, flow: Record) -> Iterator[Finding]:
    """CHK-DS-02: yield each controller in a flow without a reason in law."""
    for side in _controllers(flow):
        if not flow.answers.get(f"{side}_art6"):
            yield _at(reading, words, flow, f"{side}_art6", name=_who(reading, flow, side))


def for_members_only(reading: Reading, words: RuleWords, flow: Record) -> Iterator[Finding]:
    """CHK-DS-07: yield each flow that rests on the condition for bodies with members of one belief or union."""
    if _is_personal(flow) and flow.answers.get("art9_condition") == "d":
        yield _at(reading, words, flow, "art9_condition")


def consent_for_care(reading: Reading, words: RuleWords, flow: Record) -> Iterator[Finding]:
    """CHK-DS-08: yield each flow for care that rests on consent under data protection law."""
    if flow.answers.get("use") == "care":
        yield from (_at(reading, words, flow, f"{one}_art6") for one in _resting_on(flow, _CONSENT))


def interests_of_authorities(reading: Reading, words: RuleWords, flow: Record) -> Iterator[Finding]:
    """CHK-DS-10: yield each public authority that rests on a reason that is not open to it."""
    for side in _resting_on(flow, _KNOWN, _INTEREST):
        body = reading.linked(flow, side)
        if body and body.answers.get("is_public_authority") is True:
            yield _at(reading, words, flow, f"{side}_art6", name=_who(reading, flow, side))


def beyond_set_purposes(reading: Reading, words: RuleWords, flow: Record) -> Iterator[Finding]:
    """CHK-DS-13: yield each flow that rests on a recognised interest for routine care, or does not say which."""
    sides = _resting_on(flow, _KNOWN)
    if sides and not flow.answers.get("recognised_interest"):
        yield _at(reading, words, flow, "recognised_interest", "which")
    elif sides and flow.answers.get("use") == "care":
        yield _at(reading, words, flow, f"{sides[0]}_art6")


def no_role(reading: Reading, words: RuleWords, flow: Record) -> Iterator[Finding]:
    """CHK-DS-14: yield each end of a flow of which nobody knows whether it decides."""
    for side in _SIDES if _is_personal(flow) else ():
        if not flow.answers.get(f"{side}_role"):
            yield _at(reading, words, flow, f"{side}_role", name=_who(reading, flow, side))


def special(_: Reading, flow: Record) -> bool:
    """Whether a flow holds special category information."""
    return flow.answers.get("special_category") is True


def with_schedule(reading: Reading, flow: Record) -> bool:
    """Whether a flow rests on a condition that needs another one of Schedule 1."""
    return special(reading, flow) and flow.answers.get("art9_condition") in _WITH_SCHEDULE


def for_care(reading: Reading, flow: Record) -> bool:
    """Whether a flow rests on the condition for health and social care."""
    return special(reading, flow) and flow.answers.get("art9_condition") == "h"


def by_consent(reading: Reading, flow: Record) -> bool:
    """Whether a flow rests on consent, for some of it at least."""
    explicit = special(reading, flow) and flow.answers.get("art9_condition") == _CONSENT
    return explicit or bool(_resting_on(flow, _CONSENT))


def by_interest(_: Reading, flow: Record) -> bool:
    """Whether a flow rests on legitimate interests."""
    return bool(_resting_on(flow, _INTEREST))


def by_law(_: Reading, flow: Record) -> bool:
    """Whether a flow rests on a duty or a task in law."""
    return bool(_resting_on(flow, _DUTY, _TASK))


def about_crime(_: Reading, flow: Record) -> bool:
    """Whether a flow holds information about crime."""
    return flow.answers.get("criminal_data") is True


def no_policy(reading: Reading, words: RuleWords, flow: Record) -> Iterator[Finding]:
    """CHK-DS-05: yield each flow whose condition asks for a policy document that neither it nor its agreement names."""
    asked = special(reading, flow) and flow.answers.get("sch1_condition") in _WITH_POLICY
    named = words_in(flow, "apd_ref") or any(words_in(one, "apd_ref") for one in reading.of("dsa"))
    if _is_personal(flow) and asked and not named:
        yield _at(reading, words, flow, "apd_ref")


def _is_personal(flow: Record) -> bool:
    return flow.answers.get("contains") != "anonymous"


def _controllers(flow: Record) -> list[str]:
    roles = zip(_SIDES, roles_of(flow), strict=True)
    return [side for side, role in roles if role in {CONTROLLER, JOINT}]


def _resting_on(flow: Record, *reasons: str) -> list[str]:
    """Return the controllers of a flow that rest on one of some reasons."""
    return [side for side in _controllers(flow) if flow.answers.get(f"{side}_art6") in reasons]


def _who(reading: Reading, flow: Record, side: str) -> str:
    body = reading.linked(flow, side)
    return words_in(body, "short_name") if body else f"the {side}"


def _at(reading: Reading, words: RuleWords, flow: Record, field: str, sentence: str = "", *, name: str = "") -> Finding:
    said = {"document": reading.called(flow), "name": name}
    looked = (flow.reference, field, str(flow.answers.get(field, "")))
    return replace(tell(words, flow, answer(flow, field), said, sentence), item=flow.reference, looked=looked)
