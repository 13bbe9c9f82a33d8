# SPDX-License-Identifier: MPL-2.0
"""Clauses that a document has of its own: one for each row of a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.compose.conftest import MOU, field, rows, table

from evidencepack.blocks.blocks import Clause, Heading
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Text, Value
from evidencepack.compose.plain import plain
from evidencepack.domain.trade import Advice, Audience
from evidencepack.domain.values import FieldType
from evidencepack.library import model

Made = Callable[..., Document]
OWN = table("own_clauses", field("heading", required=True), field("words", FieldType.LONG_TEXT, required=True))


@pytest.fixture
def own(clause_of: Callable[..., model.Clause]) -> tuple[model.Clause, ...]:
    """Return a clause, those of the document's own, and one behind them."""
    each = replace(clause_of("own", "{{ row.words }}", advice=(Advice.LEGAL,)), each="own_clauses")
    return (clause_of("before", "First."), each, clause_of("after", "See {{ clause('before') }}."))


def clauses_of(document: Document) -> list[Clause]:
    """Return the clause headings."""
    blocks = (block for section in document.sections for block in section.blocks)
    return [block for block in blocks if isinstance(block, Clause) and block.level == 1]


def made_with(made: Made, own: tuple[model.Clause, ...], *written: dict[str, str], **more: object) -> Document:
    """Compose the memorandum with these rows."""
    fields = {**MOU.fields, OWN.id: OWN}
    return made(own, answers={"own_clauses": rows("o", *written)}, fields=fields, **more)


def test_each_row_is_a_clause_under_its_own_heading_in_its_place(made: Made, own: tuple[model.Clause, ...]) -> None:
    document = made_with(made, own, {"heading": "Dogs", "words": "In."}, {"heading": "Cars", "words": "None."})
    assert clauses_of(document) == [
        Clause(1, (Text("Before"),), "m1/before"),
        Clause(1, (Value("Dogs", ("m1/own_clauses/o1/heading",)),), "m1/own/o1", ("solicitor to check",)),
        Clause(1, (Value("Cars", ("m1/own_clauses/o2/heading",)),), "m1/own/o2", ("solicitor to check",)),
        Clause(1, (Text("After"),), "m1/after"),
    ]


def test_without_rows_there_is_no_such_clause(made: Made, own: tuple[model.Clause, ...]) -> None:
    assert [plain(one.inlines) for one in clauses_of(made_with(made, own))] == ["Before", "After"]


def test_words_of_several_paragraphs_and_lists_are_numbered(made: Made, own: tuple[model.Clause, ...]) -> None:
    document = made_with(made, own, {"heading": "Dogs", "words": "We ask:\n- the person\n- a neighbour\n\nThen we go."})
    found = [block for section in document.sections for block in section.blocks if isinstance(block, Clause)]
    assert [(one.level, plain(one.inlines)) for one in found[3:7]] == [
        (2, "We ask:"),
        (3, "the person"),
        (3, "a neighbour"),
        (2, "Then we go."),
    ]


def test_what_looks_like_a_field_or_markup_is_printed_as_it_was_typed(
    made: Made, own: tuple[model.Clause, ...]
) -> None:
    words = "<b>&{{ mou.secret }} {% for x in y %}"
    document = made_with(made, own, {"heading": "{{ mou.secret }}", "words": words})
    values = [
        inline
        for section in document.sections
        for block in section.blocks
        if isinstance(block, Clause)
        for inline in block.inlines
        if isinstance(inline, Value)
    ]
    assert [value.text for value in values] == ["{{ mou.secret }}", words]


def test_a_row_without_heading_or_words_prints_the_gap(made: Made, own: tuple[model.Clause, ...]) -> None:
    document = made_with(made, own, {})
    [_, one, _] = clauses_of(document)
    assert one.inlines == (Value("[to complete: Heading]", ("m1/own_clauses/o1/heading",), missing=True),)


def test_a_buyer_does_not_read_who_is_to_check(made: Made, own: tuple[model.Clause, ...]) -> None:
    document = made_with(made, own, {"heading": "Dogs", "words": "In."}, audience=Audience.PACK)
    assert [one.tags for one in clauses_of(document)] == [(), (), ()]


def test_a_kind_without_numbers_has_plain_headings(made: Made, own: tuple[model.Clause, ...]) -> None:
    document = made_with(made, own[:2], {"heading": "Dogs", "words": "In."}, numbered=False)
    headings = [block for section in document.sections for block in section.blocks if isinstance(block, Heading)]
    assert [plain(one.inlines) for one in headings[1:]] == ["Before", "Dogs"]
