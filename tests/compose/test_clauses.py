# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable

import pytest

from evidencepack.blocks.blocks import Block, Bullets, Clause, Heading, Paragraph
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import CrossReference, Show, Text, Value
from evidencepack.compose.plain import plain
from evidencepack.domain.trade import Advice, Audience

Made = Callable[..., Document]
ClauseOf = Callable[..., object]


def body(document: Document) -> list[Block]:
    """Everything after the opener."""
    return [block for section in document.sections for block in section.blocks][2:]


def test_a_clause_is_a_heading_with_numbered_paragraphs_and_lettered_items(made: Made) -> None:
    document = made(
        {"status": "Nothing here:\n- makes us partners; or\n- binds another.\n\nWe start on {{ mou.start_date }}."}
    )
    assert body(document) == [
        Clause(1, (Text("Status"),), anchor="m1/status"),
        Clause(2, (Text("Nothing here:"),)),
        Clause(3, (Text("makes us partners; or"),)),
        Clause(3, (Text("binds another."),)),
        Clause(2, (Text("We start on "), Value("15 February 2027", ("m1/start_date",)), Text("."))),
    ]


def test_items_with_nothing_before_them_are_numbered_themselves(made: Made) -> None:
    document = made({"purpose": "{{ mou.purpose }}"}, answers={"purpose": "- a\n- b\n\nSo:\n- c"})
    assert [block.level for block in body(document) if isinstance(block, Clause)] == [1, 2, 2, 2, 3]


def test_without_numbers_clauses_are_plain_headings_with_text_and_lists(made: Made) -> None:
    document = made(
        {"effect": "{{ mou.purpose }}"}, answers={"purpose": "We saw:\n• a\n• b\n\n1. c\n2. d\n\n1. e"}, numbered=False
    )
    value = [Value(text, ("m1/purpose",)) for text in ("We saw:", "a", "b", "c", "d", "e")]
    assert body(document) == [
        Heading(2, (Text("Effect"),), anchor="m1/effect"),
        Paragraph((value[0],)),
        Bullets(((value[1],), (value[2],))),
        Bullets(((value[3],), (value[4],)), numbered=True),
        Bullets(((value[5],),), numbered=True),
    ]


@pytest.mark.parametrize(
    ("audience", "tags"),
    [
        (Audience.OWN, ("solicitor to check", "IG lead to check", "binding")),
        (Audience.PARTNER, ("solicitor to check", "IG lead to check", "binding")),
        (Audience.PACK, ("binding",)),
    ],
)
def test_a_tender_copy_does_not_say_whose_advice_is_needed(
    made: Made, clause_of: ClauseOf, audience: Audience, tags: tuple[str, ...]
) -> None:
    advice = (Advice.LEGAL, Advice.INFORMATION_GOVERNANCE)
    document = made((clause_of("information", "x", advice=advice, binding=True),), audience=audience)
    assert [block.tags for block in body(document) if isinstance(block, Clause) and block.level == 1] == [tags]


def test_a_clause_without_need_of_advice_has_no_tags(made: Made) -> None:
    assert all(block.tags == () for block in body(made({"a": "x"})) if isinstance(block, Clause))


def test_a_clause_is_left_out_while_its_conditions_do_not_hold(made: Made, clause_of: ClauseOf) -> None:
    clause = clause_of("sharing", "x", when=("personal_data = yes",))
    assert body(made((clause,)))
    assert not body(made((clause,), answers={"personal_data": False}))


def test_a_clause_points_at_others_by_number(made: Made) -> None:
    document = made({"a": "See {{ clause('b') }}.", "b": "x"})
    assert body(document)[1] == Clause(2, (Text("See "), CrossReference("m1/b"), Text(".")))


def test_in_a_document_without_numbers_a_clause_is_pointed_at_by_its_words(made: Made) -> None:
    document = made({"a": "See {{ clause('b') }}.", "b": "x"}, numbered=False)
    assert body(document)[1] == Paragraph((Text("See "), CrossReference("m1/b", Show.TEXT), Text(".")))


def test_a_clause_that_is_left_out_is_named_by_its_heading(made: Made, clause_of: ClauseOf) -> None:
    clauses = (clause_of("a", "See {{ clause('b') }}."), clause_of("b", "x", when=("cost set",)))
    assert body(made(clauses))[1] == Clause(2, (Text("See the clause on b."),))


def test_what_people_type_never_becomes_a_clause_or_an_item(made: Made) -> None:
    typed = "- {{ clause('a') }}\n\n<b>R&D</b>\n=1+1"
    document = made({"a": "We say {{ mou.purpose }} here."}, answers={"purpose": typed})
    assert body(document)[1:] == [
        Clause(2, (Text("We say "), Value("- {{ clause('a') }} <b>R&D</b> =1+1", ("m1/purpose",)), Text(" here.")))
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("We do:\n- a", ["a."]),
        ("We do:\n- a\n- b", ["a; and", "b."]),
        ("We do:\n- a\n- b\n- c", ["a;", "b; and", "c."]),
        ("We do:\n- a\n- b; or\n- c.", ["a", "b; or", "c."]),
        ("We do:\n{% for s in mou.in_scope %}\n- {{ s.item }}\n{% endfor %}", ["first visits; and", "key safes."]),
    ],
)
def test_lettered_items_are_parts_of_one_sentence(made: Made, text: str, items: list[str]) -> None:
    found = [block for block in body(made({"a": text})) if isinstance(block, Clause) and block.level == 3]
    assert [plain(block.inlines) for block in found] == items


def test_items_that_a_person_typed_get_no_stops(made: Made) -> None:
    document = made({"a": "{{ mou.purpose }}"}, answers={"purpose": "We do:\n- a\n- b"})
    found = [block for block in body(document) if isinstance(block, Clause) and block.level == 3]
    assert [plain(block.inlines) for block in found] == ["a", "b"]
