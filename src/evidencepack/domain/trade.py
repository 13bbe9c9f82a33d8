# SPDX-License-Identifier: MPL-2.0
"""The words of the trade as enums: what evaluators ask, who may see an answer, what a change means for signing."""

from __future__ import annotations

from enum import StrEnum


class EvaluatorQuestion(StrEnum):
    """The five questions that evaluators ask of partnership evidence, in the order they ask them."""

    PURPOSE = "purpose"
    CONTRIBUTION = "contribution"
    GOVERNANCE = "governance"
    EVIDENCE = "evidence"
    ASSURANCE = "assurance"


class Strength(StrEnum):
    """How far a kind of document answers an evaluator's question."""

    MAIN = "main"
    SUPPORTING = "supporting"


class Visibility(StrEnum):
    """Who may see an answer. Private unless the kind says otherwise; ordered from strict to open."""

    PRIVATE = "private"
    PARTNERSHIP = "partnership"
    PACK = "pack"


class Audience(StrEnum):
    """For whom a document is composed."""

    OWN = "own"
    PARTNER = "partner"
    PACK = "pack"

    def may_see(self, visibility: Visibility) -> bool:
        """Whether this audience may see an answer of that visibility."""
        return visibility in _MAY_SEE[self]


_MAY_SEE = {
    Audience.OWN: frozenset(Visibility),
    Audience.PARTNER: frozenset({Visibility.PARTNERSHIP, Visibility.PACK}),
    Audience.PACK: frozenset({Visibility.PACK}),
}


class Nation(StrEnum):
    """The nations of the United Kingdom: each has law and regulators of its own for care."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"


class Weight(StrEnum):
    """What a change of an answer means after signing."""

    RE_SIGN = "re-sign"
    NOTIFY = "notify"
    COSMETIC = "cosmetic"


class Advice(StrEnum):
    """Whose advice a clause needs before it is signed or changed."""

    LEGAL = "legal"
    INFORMATION_GOVERNANCE = "information_governance"
    EMPLOYMENT = "employment"
    INSURANCE = "insurance"


class SignatureStage(StrEnum):
    """By when a signature is due."""

    BEFORE_SUBMISSION = "before_submission"
    ON_AWARD = "on_award"
    BEFORE_GO_LIVE = "before_go_live"


class Severity(StrEnum):
    """How much a finding matters: blocks refuses a final export, warns needs a look, suggests is a hint."""

    BLOCKS = "blocks"
    WARNS = "warns"
    SUGGESTS = "suggests"


class PartnerType(StrEnum):
    """What sort of partner an organisation is to a bid; what is expected of it follows from that."""

    VCSE = "vcse"
    HEALTH_HOUSING = "health_housing"
    SKILLS = "skills"
    DIGITAL = "digital"
