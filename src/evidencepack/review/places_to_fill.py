# SPDX-License-Identifier: MPL-2.0
"""CHK-EX-52: square brackets, “TBC” and question marks in a row stand for a fact that nobody has put in yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.library.rule_words import RuleWords
from evidencepack.review.prose import prose_of
from evidencepack.review.reading import Reading

_SHOWN = 5
_BRACKETS = re.compile(r"\[[^\[\]\n]{0,120}\]")
_REMARK = re.compile(r"\[\s*(?:sic|…|\.\s?\.\s?\.|x)\s*\]", re.IGNORECASE)
_CITED = re.compile(r"\[(?:1[89]|20)\d\d\] (?:\d+ )?(?:[A-Z]{2,}|All ER|Ch\b|Fam\b|Scot\b|CSIH|NI\b)")
_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)|\"[^\"]*\"")
_NOTE = re.compile(r"\[\d{1,3}\]")
_LATER = re.compile(
    r"\b(?:tbc|tba|tbd|TBC|TBA|TBD)\b|\?{3,}|\bX{3,}\b|\bxx+\b"
    r"|\b(?:is|are|name|date|lead|time|number|amount|venue|figure)s? to be "
    r"(?:confirmed|decided|agreed|advised|completed)\b"
    r"|(?:^|[:(]\s*)[Tt]o be (?:confirmed|decided|agreed|advised|completed)\b",
    re.MULTILINE,
)
_HINTS = ("???", "to be ", "To be ", "tbc", "tba", "tbd", "TBC", "TBA", "TBD", "XXX", "xx")
"""One of these stands in whatever ``_LATER`` finds: looking for them takes less time."""
_WORD = re.compile(r"[^\W\d_]{2,}")


def places_to_fill(reading: Reading, words: RuleWords, record: Record) -> Iterator[Finding]:
    """Yield one finding for each answer of a record that still has places to fill in, naming the first five."""
    for prose in prose_of(reading, record):
        found = list(dict.fromkeys((*_places(prose.text), *_later(prose.text))))
        if found:
            more = len(found) - _SHOWN
            named = ", ".join(found[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
            message = words.message.format(document=reading.called(prose.about), label=prose.label, words=named)
            yield Finding(f"CHK-{words.id}", words.severity, prose.about.id, str(prose.path), message)


def _later(text: str) -> Iterator[str]:
    """Yield what people write where a fact is to come: TBC, to be confirmed, ???; not inside a quotation."""
    spots = list(_LATER.finditer(text)) if any(hint in text for hint in _HINTS) else []
    quotes = [quote.span() for quote in _QUOTED.finditer(text)] if spots else []
    for found in spots:
        if not any(start <= found.start() < end for start, end in quotes):
            yield found[0]


def _places(text: str) -> Iterator[str]:
    if "[" not in text:
        return
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
