# SPDX-License-Identifier: MPL-2.0
"""The places where content can be: fields, clauses, pick-lists, starters, rules, commands, sample records, code.

A place is a kind (``mou``), a field or column (``mou.parties.organisation``), or a word and what it names::

    clause mou.purpose          schedule mou.leads          choices tender.route     choice tender.route.psr_direct_a
    starter risk.surge          signature mou.chair         law capacity             notice general_template
    rule CHK-RQ-01              command suggest             layout raci_grid         partner_type vcse
    glossary TUPE               sample TBN-MOU-01           header.version           advice mou.money
    code compose/matrix.py      test tests/whole/test_privacy.py                     page docs/kinds.md
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE / "src"))

from evidencepack.bootstrap import Program  # noqa: E402
from evidencepack.cli.parser import parser  # noqa: E402
from evidencepack.compose.layouts.registry import LAYOUTS  # noqa: E402
from evidencepack.library.model import Field, Kind  # noqa: E402

_HEADER_OF = "mou"
"""Any document kind: all have the shared header."""


class Places:
    """Every place that exists, by the words that name it."""

    def __init__(self) -> None:
        program = Program()
        self._library = program.library
        self._sample = json.loads(program.sample)["records"]
        self._known = set(self._all())

    def __contains__(self, place: str) -> bool:
        """Whether a place exists."""
        word, _, name = place.partition(" ")
        if word == "code":
            return (HERE / "src" / "evidencepack" / name).exists()
        if word in {"test", "page"}:
            return (HERE / name).exists()
        return place in self._known

    def summary(self) -> str:
        """Return how much there is, in words."""
        kinds = self._library.kinds.values()
        documents = sum(1 for kind in kinds if kind.document)
        fields = sum(1 for kind in kinds for _ in _fields(kind))
        clauses = sum(len(kind.clauses) for kind in kinds)
        starters = sum(len(kind.starters) for kind in kinds)
        return (
            f"{documents} kinds of document and {len(kinds) - documents} kinds of record, with {fields} questions, "
            f"{clauses} clauses and {starters} examples to begin with; the sample has {len(self._sample)} records"
        )

    def _all(self) -> Iterator[str]:
        for kind in self._library.kinds.values():
            yield from _of_kind(kind)
        for name, _ in _fields(self._library.kinds[_HEADER_OF]):
            yield f"header.{name}"
        yield from (f"rule CHK-{rule}" for rule in self._library.rules)
        yield from (f"partner_type {one.value}" for one in self._library.partner_types)
        yield from (f"law {term}" for names in self._library.nations.values() for term in names.law)
        yield from (f"glossary {word}" for term in self._library.glossary for word in term.names)
        yield from (f"layout {name}" for name in LAYOUTS)
        yield from (f"sample {record['reference']}" for record in self._sample)
        yield from (f"command {name}" for name in re.findall(r"^    ([a-z]+) ", parser().format_help(), re.MULTILINE))


def _of_kind(kind: Kind) -> Iterator[str]:
    yield kind.id
    for name, field in _fields(kind):
        yield f"{kind.id}.{name}"
        if field.choices:
            yield f"choices {kind.id}.{name}"
        yield from (f"choice {kind.id}.{name}.{choice.id}" for choice in field.choices)
    for clause in kind.clauses:
        yield f"clause {kind.id}.{clause.key}"
        if clause.advice:
            yield f"advice {kind.id}.{clause.key}"
    yield from (f"schedule {kind.id}.{schedule.key}" for schedule in kind.schedules)
    yield from (f"signature {kind.id}.{line.role}" for line in kind.signatures)
    yield from (f"starter {kind.id}.{starter.id}" for starter in kind.starters)
    if kind.notice:
        yield f"notice {kind.id}"


def _fields(kind: Kind) -> Iterator[tuple[str, Field]]:
    for field in kind.fields.values():
        yield field.id, field
        for column in () if field.rows_of else field.columns:
            yield f"{field.id}.{column.id}", column
