# SPDX-License-Identifier: MPL-2.0
"""Text with nothing wrong in it: all clauses, helps, examples and reasons of the kinds, the sample's prose, the manual.

It is put behind what people wrote, a passage to an answer, and the check is asked what it makes of it. A passage has
whole sentences only: a cell of a table gets its full stop, and nothing is cut where a sentence goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from tests.readiness.defect import rule_of
from tests.readiness.examiner import Examiner
from tests.shipped import LIBRARY

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType, Table
from evidencepack.library.model import Kind
from evidencepack.usecases.changes import SetAnswer, apply_change

TEXT_RULES = ("VG-", "PD-")
"""Families of rules that read words as words; the others compare them with facts, which a passage does not know."""

_MARKS = re.compile(r"\{%.*?%\}", re.DOTALL)
_FILLED = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_MANUAL = Path(__file__).resolve().parents[2] / "docs" / "manual"
_NO_PROSE = re.compile(r"^(?:#|\||!|```|<).*$", re.MULTILINE)
_MARKUP = re.compile(r"\]\([^)]*\)|[\[*_`]|^\s*(?:-|\d+\.) ", re.MULTILINE)
_PARAGRAPHS = re.compile(r"\n\s*\n|\n(?=\s*(?:-|\d+\.) )")
_SENTENCE_END = re.compile(r"(?<=[.?!…”])\s+(?=[A-Z“0-9])")
_PASSAGE = 60
_KINDS = ("narrative", "letter_of_support", "case_study", "partnership_review", "mou", "social_value", "dsa")
_LEAST = 4


def passages(facts: Facts) -> tuple[str, ...]:
    """Return the text in passages of some sixty words, in the order of the kinds, the records, then the manual."""
    made, words = [""], 0
    for sentence in _sentences((*_shipped(), *_written(facts), *_told())):
        made[-1] = f"{made[-1]} {sentence}".strip()
        words += len(sentence.split())
        if words >= _PASSAGE:
            made, words = [*made, ""], 0
    return tuple(one for one in made if one)


def alarms(examiner: Examiner, text: Sequence[str]) -> Iterator[tuple[str, Finding]]:
    """Yield what the rules say of passages: of those that read words as words, nothing would be right."""
    rest = iter(text)
    places = list(_places(examiner.facts))
    while some := list(islice(rest, len(places))):
        facts = examiner.facts
        for place, words in zip(places, some, strict=False):
            before = facts.records[place.record].answers[place.field]
            facts = apply_change(facts, SetAnswer(place, FieldType.LONG_TEXT, f"{before} {words}"))
        said = dict(zip((str(place) for place in places), some, strict=False))
        for finding in examiner.quick(facts):
            if finding not in examiner.before:
                yield said.get(finding.field, ""), finding


def reads_words(finding: Finding) -> bool:
    """Whether a finding is of a rule that reads words as words: in a passage it has nothing to find."""
    return rule_of(finding).startswith(TEXT_RULES)


def _shipped() -> Iterator[str]:
    """Yield clauses without their templates, helps and examples."""
    for kind in LIBRARY.kinds.values():
        yield from (_plain(clause.words) for clause in kind.clauses)
        yield from _asked(kind)


def _asked(kind: Kind) -> Iterator[str]:
    fields = (one for field in kind.fields.values() for one in (field, *field.columns))
    yield from (words for field in fields for words in (field.help, field.example, field.strong) if _is_prose(words))


def _written(facts: Facts) -> Iterator[str]:
    """Yield the sample's prose, tables included."""
    for record in facts.records.values():
        for answer in record.answers.values():
            cells: Iterable[object] = (answer,)
            if isinstance(answer, Table):
                cells = (cell for row in answer.rows for cell in row.cells.values())
            yield from (cell for cell in cells if isinstance(cell, str) and _is_prose(cell))


def _told() -> Iterator[str]:
    """Yield the manual's paragraphs, without tables, pictures, headings and marks."""
    for path in sorted(_MANUAL.glob("*.md")):
        prose = _NO_PROSE.sub("", path.read_text(encoding="utf-8"))
        yield from (_MARKUP.sub("", one) for one in _PARAGRAPHS.split(prose) if _is_prose(one))


def _sentences(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        words = " ".join(text.split())
        yield from _SENTENCE_END.split(words if words.endswith((".", "?", "!", "…", "”", ":")) else f"{words}.")


def _places(facts: Facts) -> Iterator[FieldPath]:
    """Yield the answers that hold long text, in papers where people write freely."""
    for record in facts.records.values():
        if record.kind in _KINDS:
            fields = LIBRARY[record.kind].fields.values()
            long = (field.id for field in fields if field.type is FieldType.LONG_TEXT and field.id in record.answers)
            yield from (FieldPath(record.id, name) for name in long)


def _plain(template: str) -> str:
    return _FILLED.sub("Ferrybank", _MARKS.sub("", template))


def _is_prose(words: str) -> bool:
    return len(words.split()) >= _LEAST
