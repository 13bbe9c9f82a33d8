# SPDX-License-Identifier: MPL-2.0
"""No printed words of a shipped kind name a law or a regulator themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from tests.shipped import LIBRARY

from evidencepack.library.model import Kind
from evidencepack.library.template import For, If, Template, Words

_NAMED = re.compile(r"\d{4}|Commission|Inspectorate|Barring|GDPR|Toolkit|Council|AccessNI|Groups scheme|Accord")
NAMES = {
    words.removeprefix("the ")
    for names in LIBRARY.nations.values()
    for words in names.law.values()
    if _NAMED.search(words)
}


@pytest.mark.parametrize("kind", [kind for kind in LIBRARY.kinds.values() if kind.document], ids=lambda kind: kind.id)
def test_printed_words_take_names_of_law_from_one_place(kind: Kind) -> None:
    said = " ".join(words for template in _templates(kind) for words in _words(template))
    assert {name for name in NAMES if name in said} == set()


def test_the_names_that_are_looked_for_are_names() -> None:
    assert {"Mental Capacity Act 2005", "Care Quality Commission", "UK GDPR", "Disclosure and Barring Service"} <= NAMES
    assert "council" not in NAMES


def _templates(kind: Kind) -> Iterator[Template]:
    yield from (kind.headline or (), kind.facts or (), kind.lead or (), kind.short_note or ())
    yield from (clause.text for clause in kind.clauses)
    yield from (line.statement for line in kind.signatures)
    for schedule in kind.schedules:
        yield from (schedule.intro or (), schedule.note or ())
        yield from (column.text for column in schedule.columns)


def _words(template: Template) -> Iterator[str]:
    for piece in template:
        match piece:
            case Words(text=text):
                yield text
            case If(branches=branches):
                for _, body in branches:
                    yield from _words(body)
            case For(body=body):
                yield from _words(body)
