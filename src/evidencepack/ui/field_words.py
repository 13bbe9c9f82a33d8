# SPDX-License-Identifier: MPL-2.0
"""What a kind knows of a question, in sentences: why evaluators ask, who sees the answer, what a change means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.trade import EvaluatorQuestion, Visibility, Weight
from evidencepack.library.model import Field
from evidencepack.ui.words import counted, say

_ASK: Mapping[EvaluatorQuestion, str] = {
    EvaluatorQuestion.PURPOSE: "They ask why you work together, and which gap this partner closes.",
    EvaluatorQuestion.CONTRIBUTION: "They ask what each partner does, how much of it and how often.",
    EvaluatorQuestion.GOVERNANCE: "They ask who answers for it, and who decides when things go wrong.",
    EvaluatorQuestion.EVIDENCE: "They ask what you have achieved together, in figures and dates.",
    EvaluatorQuestion.ASSURANCE: "They ask how the work is checked, by whom and how often.",
}
_SEEN: Mapping[Visibility, str] = {
    Visibility.PACK: "Everybody who reads the pack: your partners and the buyer’s evaluators.",
    Visibility.PARTNERSHIP: "You and your partners. It never goes in a pack.",
    Visibility.PRIVATE: "Only you. It never goes in a pack or to a partner.",
}
_SIGNED: Mapping[Weight, str] = {
    Weight.RE_SIGN: "If you change it after signing, everybody who signed must sign again.",
    Weight.NOTIFY: "If you change it after signing, tell everybody who signed. Nobody needs to sign again.",
    Weight.COSMETIC: "You may change it after signing. Nobody needs to sign again or be told.",
}


@dataclass(frozen=True, slots=True)
class Asking:
    """A question, or a column of one: ``path`` is where its answer stands, ``table`` the question of a column."""

    path: FieldPath
    field: Field
    table: Field | None = None


def facts_of(asking: Asking) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what is known of a question: a head, and its sentences."""
    field = asking.field
    asked = field.answers or (asking.table.answers if asking.table else ())
    if asked:
        yield say("Why evaluators ask"), tuple(say(_ASK[one]) for one in asked)
    yield say("Who sees your answer"), (say(_SEEN[field.visibility]),)
    yield say("After signing"), (say(_SIGNED[field.weight]),)
    if field.words:
        yield say("How long"), (counted(field.words, "1 word at most.", "{n} words at most."),)
    if field.source:
        yield say("Where this comes from"), (field.source,)
