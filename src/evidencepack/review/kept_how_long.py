# SPDX-License-Identifier: MPL-2.0
"""Whether words say how long something is kept: a number and a unit, the end of something, or a schedule that says it.

A policy is none of these: whoever reads the agreement cannot see what the policy says. Source: UK GDPR Article 5(1)(e).
"""

from __future__ import annotations

import re

_ENDLESS = re.compile(
    r"\b(?:indefinite\w*|for ?ever|permanent\w*|for good|always|unlimited|open[- ]ended|ongoing|lifelong|"
    r"(?:as|so) (?:long as )?(?:it is |they are |is |we are |reasonably )?(?:required|needed|necessary|useful|relevant|"
    r"appropriate|possible)|as long as (?:we|you|they|the|it|anyone|somebody)\b|while (?:it is |they are |still )?"
    r"(?:needed|useful|necessary|required|relevant)|until (?:it is |they are )?(?:no longer|not)\b|"
    r"without (?:a |an |any )?(?:end|limit)|no (?:fixed |set |time |end |upper )?(?:limit|end|period|date)\b|"
    r"not (?:yet )?(?:known|decided|agreed|set|fixed|settled)|varies|it depends|"
    r"(?:an? )?(?:appropriate|reasonable|suitable|adequate|sensible|necessary|relevant|usual|normal|required|agreed|"
    r"statutory|legal|standard|minimum) (?:time|period|length|term|retention|duration)\b)",
    re.IGNORECASE,
)
_POLICY = re.compile(
    r"\b(?:polic(?:y|ies)|procedures?|guid(?:ance|elines?)|legislation|regulations?|the law|GDPR|data protection|"
    r"statutory|requirements?|(?:good|best|normal|usual) practice|code of practice|standards?|as usual|as normal|"
    r"handbook|in line with|in accordance|according to|as per|rules)\b",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|fifty|a (?:day|week|month|"
    r"year|fortnight))\b|\bschedule\b|\buntil\b|\bcontract\b|\bsame day\b|\bat once\b|\bend of\b|\bafter\b",
    re.IGNORECASE,
)
_YEARS = re.compile(r"\b(\d+) years?\b", re.IGNORECASE)
_LONG = 30


def has_no_end(period: str) -> bool:
    """Whether words on keeping name no end, only a policy, or one after more than 30 years."""
    if any(int(one) > _LONG for one in _YEARS.findall(period)):
        return True
    return bool(_ENDLESS.search(period)) or bool(_POLICY.search(period) and not _SAID.search(period))
