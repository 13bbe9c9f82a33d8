# SPDX-License-Identifier: MPL-2.0
"""How many sentences a help text has: it may have two."""

from __future__ import annotations

import re

_SENTENCE_END = re.compile(r"[.!?][\"')\u2019\u201d]?(?=\s+[\"'(\u2018\u201c]?[A-Z0-9\u00a3]|\s*$)")
_NOT_AN_END = re.compile(r"\b(?:e\.g|i\.e|etc|No|no|Art|Arts|s|ss|Sch|para|paras|reg|v|Dr|Mr|Mrs|Ms|St|p|pp)\.$")


def sentences(text: str) -> int:
    """Count the sentences of a help text; a full stop of a common abbreviation does not end one."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    real = [end for end in ends if end == len(text.rstrip()) or not _NOT_AN_END.search(text[:end])]
    rest = text[real[-1] :].strip() if real else text.strip()
    return len(real) + bool(rest)
