# SPDX-License-Identifier: MPL-2.0
"""How people speak of a data breach, with the word for it and without."""

from __future__ import annotations

import re

_INFO = (
    r"(?:information|personal details|details|data|records?|files?|case notes|notes|paperwork|referrals?|laptops?|"
    r"tablets?|(?:work )?phones?|devices?|memory sticks?|log-?ins?|passwords?|letters?|e-?mails?)"
)
_LOST = (
    r"(?:lost|stolen|leaks?|leaked|missing|mislaid|misplaced|exposed|hacked|compromised|disclosed|astray|wrong "
    r"(?:person|people|hands|address|place|inbox|house|door|number|family|e-?mail)|(?:seen|read|opened) by (?:somebody|"
    r"someone|anybody|anyone|others|people|the wrong)|should not (?:see|have|be)|by mistake|without permission|loses?|"
    r"losing|(?:falls?|gets?) into)"
)
_THINGS = r"(?:data|information|records?|papers?|notes?|files?|laptops?|phones?|tablets?|devices?)"
BREACH = re.compile(
    rf"\b(?:breach\w*|data (?:loss|incident|leak)s?|(?:lost|leaked|stolen) {_THINGS}|"
    r"(?:information|privacy|security|cyber) (?:incidents?|attacks?)|near miss|ransomware|hack(?:ed|ers?|ing)?|"
    rf"{_INFO}\b[^.;,]{{0,40}}\b{_LOST}|{_LOST}\b[^.;,]{{0,30}}\b{_INFO}|"
    rf"(?:goes|go|gone|going|went) wrong (?:with|around|over|about)\b[^.;,]{{0,25}}\b{_INFO})\b",
    re.IGNORECASE,
)
"""Finds a breach, or what is one where nobody uses the word: information lost, or seen by somebody who should not."""
