# SPDX-License-Identifier: MPL-2.0
"""The examiner shares nothing with the rules that it examines: no code, and no sentence of its lists."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.readiness.lists import all_defects, fresh_defects, second_fresh_defects

from evidencepack.domain.record import Facts

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]
_OF_RULES = ("src/evidencepack/review", "resources/review", "tests/review")
_NO_LETTERS = re.compile(r"[\W_]+")
_LEAST = 5
"""Fewer words than these may stand anywhere by chance."""


def test_no_code_of_the_rules_is_used_here() -> None:
    named = {name for path in _HERE.glob("*.py") for name in _imported(path)}
    assert {name for name in named if name.startswith(("evidencepack.review", "tests.review"))} == set()
    assert "evidencepack.usecases.checking" in named


def test_no_sentence_of_the_lists_stands_with_the_rules_or_their_cases(sample_facts: Facts) -> None:
    theirs = " ".join(_plain(path.read_text(encoding="utf-8")) for path in _texts())
    lists = (*all_defects(), *fresh_defects(), *second_fresh_defects())
    ours = {words for one in lists for words in _sentences(one.what)} - _of_the_sample(sample_facts)
    assert len(ours) >= 400
    assert sorted(words for words in ours if f" {words} " in theirs) == []


def _of_the_sample(facts: Facts) -> set[str]:
    """Return the sample's own answers, which a slip may well copy to another place."""
    answers = (answer for record in facts.records.values() for answer in record.answers.values())
    return {_plain(answer).strip() for answer in answers if isinstance(answer, str)}


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (one.name for one in node.names)


def _texts() -> Iterator[Path]:
    for place in _OF_RULES:
        yield from (path for path in (_ROOT / place).rglob("*") if path.suffix in {".py", ".toml"})


def _sentences(what: str) -> Iterator[str]:
    """Yield what is typed in a slip, edit by edit, in small letters and without marks."""
    for edit in what.split("; "):
        _, _, typed = edit.partition("= ")
        if len((words := _plain(typed).strip()).split()) >= _LEAST:
            yield words


def _plain(text: str) -> str:
    return f" {_NO_LETTERS.sub(' ', text.lower()).strip()} "
