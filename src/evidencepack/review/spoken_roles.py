# SPDX-License-Identifier: MPL-2.0
"""CHK-XD-09 in prose: who is called a controller or a processor and has another role in every flow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record, short_name
from evidencepack.domain.values import Reference
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.clash import Against, Fact, clash, fact
from evidencepack.review.data_flows import CONTROLLER, FLOW, JOINT, PROCESSOR, roles_of
from evidencepack.review.reading import Reading
from evidencepack.review.sentences import Sentence, sentences_of
from evidencepack.review.spoken_names import organisations_in
from evidencepack.review.telling import words_in

_SAID = re.compile(
    r"(?<![\w-])(?:(?P<joint>joint (?:data )?controller)|(?P<controller>controller)|(?P<processor>processor))s?\b",
    re.IGNORECASE,
)
_NO = re.compile(r"\b(?:no|not|never|neither|nor)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:we|us)\b", re.IGNORECASE)
_PAPERS = frozenset({"letter_of_support", "narrative", "mou", "heads_of_terms"})
_SHOWN = {CONTROLLER: "controller", JOINT: "joint controller", PROCESSOR: "processor"}


def other_roles(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield each sentence of a paper that calls somebody what it is in no flow."""
    held = reading.once(_held) if record.kind in _PAPERS else {}
    for sentence in sentences_of(reading, record) if held else ():
        for said in () if _NO.search(sentence.text) else _SAID.finditer(sentence.text):
            role = JOINT if said["joint"] else CONTROLLER if said["controller"] else PROCESSOR
            who = _who(reading, sentence)
            if who and not any(role in held.get(one.id, ()) for one in who):
                found = clash(
                    reading, words, sentence, said.span(), Against("", [_fact(reading, one) for one in who[:1]])
                )
                told = " and ".join(_is(one, held.get(one.id, frozenset())) for one in who)
                label = sentence.prose.label
                message = words.row_message.format(
                    document=reading.called(record), fact=label, here=said[0], record="", elsewhere=told
                )
                yield replace(found, message=message)


def _who(reading: Reading, sentence: Sentence) -> list[Record]:
    named = dict.fromkeys(one.record for one in organisations_in(reading, sentence.text))
    mine = [sentence.owner] if sentence.owner and _WE.search(sentence.text) else []
    return [reading.facts.records[one] for one in (*named,) or mine]


def _fact(reading: Reading, organisation: Record) -> Fact:
    """Return a flow in which an organisation has its role."""
    link = Reference(organisation.id)
    for flow in reading.of(FLOW):
        for side, role in zip(("sender", "receiver"), roles_of(flow), strict=True):
            if role and flow.answers.get(side) == link:
                return fact(flow, f"{side}_role", _SHOWN.get(role, role))
    return fact(organisation, "legal_name", words_in(organisation, "legal_name"))


def _held(reading: Reading) -> dict[str, frozenset[str]]:
    """Return the roles that each organisation has in the flows."""
    held: dict[str, frozenset[str]] = {}
    for flow in reading.facts.of_kind(FLOW):
        for side, role in zip(("sender", "receiver"), roles_of(flow), strict=True):
            link = flow.answers.get(side)
            if role and isinstance(link, Reference):
                held[link.record] = held.get(link.record, frozenset()) | {role}
    return held


def _is(organisation: Record, held: frozenset[str]) -> str:
    name = short_name(organisation)
    shown = " and ".join(_SHOWN.get(role, role) for role in sorted(held))
    return f"{name} is {shown}" if shown else f"{name} has no role in any flow"
