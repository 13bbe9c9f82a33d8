# SPDX-License-Identifier: MPL-2.0
"""CHK-EX-02: square brackets that stand for a fact nobody has put in yet would print as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidencepack.domain.finding import Finding
from evidencepack.library.model import RuleWords
from evidencepack.review.prose import typed_words
from evidencepack.review.reading import Reading

_SHOWN = 5
_BRACKETS = re.compile(r"\[[^\[\]\n]{0,120}\]")
_REMARK = re.compile(r"\[\s*(?:sic|…|\.\s?\.\s?\.|x)\s*\]", re.IGNORECASE)
_CITED = re.compile(r"\[(?:1[89]|20)\d\d\] (?:\d+ )?(?:[A-Z]{2,}|All ER|Ch\b|Fam\b|Scot\b|CSIH|NI\b)")
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)|\"[^\"]*\"")
_NOTE = re.compile(r"\[\d{1,3}\]")
_WORD = re.compile(r"[^\W\d_]{2,}")


def places_to_fill(reading: Reading, words: RuleWords) -> Iterator[Finding]:
    """Yield one finding for each answer that still has places to fill in, naming the first five."""
    for prose in typed_words(reading):
        found = list(dict.fromkeys(_places(prose.text))) if "[" in prose.text else []
        if found:
            more = len(found) - _SHOWN
            named = ", ".join(found[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
            message = words.message.format(document=reading.called(prose.about), label=prose.label, words=named)
            yield Finding(f"CHK-{words.id}", words.severity, prose.about.id, str(prose.path), message)


def _places(text: str) -> Iterator[str]:
    quotes = [quote.span() for quote in _QUOTED.finditer(text)]
    for found in _BRACKETS.finditer(text):
        remark = _REMARK.fullmatch(found[0]) or _CITED.match(text, found.start())
        if not remark and not _is_note(text, found) and not _is_editors(text, found, quotes):
            yield found[0]


def _is_note(text: str, found: re.Match[str]) -> bool:
    """Whether it is the number of a note, close behind a word or a full stop: "as was shown.[3]"."""
    return bool(_NOTE.fullmatch(found[0])) and found.start() > 0 and not text[found.start() - 1].isspace()


def _is_editors(text: str, found: re.Match[str], quotes: list[tuple[int, int]]) -> bool:
    """Whether it explains somebody’s words from inside a quotation, as in “When [the nurse] came, I slept”."""
    for start, end in quotes:
        if start < found.start() and found.end() < end:
            around = text[start : found.start()] + text[found.end() : end]
            return len(_WORD.findall(around)) > 1 and bool(_WORD.search(found[0]))
    return False
