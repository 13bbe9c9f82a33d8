# SPDX-License-Identifier: MPL-2.0
"""Groups of rules by the first letters of their ids, and how a rule is called wherever a person reads it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CHECK = "CHK-"
"""With what the name of a rule begins wherever a person reads it."""

RULES = "rules-"
"""With what the names of these pages begin; behind it stand the first letters of their rules."""

RULE_GROUPS: Final[Mapping[str, str]] = {
    "RQ": "Missing answers",
    "FQ": "The five questions",
    "CL": "Promises and proof",
    "FT": "Partners",
    "RC": "Who does what",
    "GV": "Ways of working",
    "MO": "Memorandum",
    "HT": "Heads of terms",
    "DS": "Data sharing",
    "IF": "Information and access",
    "KP": "Measures",
    "RK": "Risks",
    "SV": "Social value",
    "CS": "Case studies",
    "PD": "Personal details",
    "LT": "Letters of support",
    "VG": "Vague words",
    "NR": "Narratives",
    "RV": "Reviews",
    "SG": "Signatures and days that run out",
    "XD": "Contradictions",
    "LO": "Contradictions",
    "PR": "Rules of the buyer",
    "PK": "What can be printed",
    "EX": "Examples",
    "NA": "Nation and law",
    "DT": "Dates",
    "LK": "Look and length",
    "HW": "Changed wording",
    "RU": "Copies",
    "RF": "Names of what is gone",
}
"""What groups of rules are called, by the first two letters of their ids."""

_LETTERS = 2


def rule_name(rule: str) -> str:
    """Return how a rule is called wherever a person reads it: "CHK-XD-06"; its id may come with the prefix or not."""
    return f"{CHECK}{rule.upper().removeprefix(CHECK)}"


def page_of_rule(rule: str) -> str:
    """Return the name of the page that has a rule, by its id with its prefix or without."""
    letters = rule.upper().removeprefix(CHECK)[:_LETTERS]
    title = RULE_GROUPS.get(letters, "")
    return f"{RULES}{next((one for one, words in RULE_GROUPS.items() if words == title), letters).lower()}"
