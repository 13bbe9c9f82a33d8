# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.blocks import blocks, inlines
from evidencepack.blocks.blocks import (
    Align,
    Block,
    Bullets,
    Callout,
    Cell,
    Clause,
    Column,
    Farewell,
    Figure,
    Figures,
    Fill,
    Gap,
    Heading,
    Letterhead,
    Numbering,
    PageBreak,
    Paragraph,
    Signatory,
    Signature,
    Style,
    Table,
    TableRow,
    Toc,
    TocEntry,
)
from evidencepack.blocks.codec import WrongBlocksError, canonical_bytes, from_json, to_json
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.figures import (
    CalendarRow,
    CoverageCell,
    CoverageGrid,
    CoverageRow,
    Covered,
    Drawing,
    GovernanceLevels,
    Group,
    Known,
    Level,
    Period,
    Result,
    Series,
    Target,
    Trend,
    YearCalendar,
)
from evidencepack.blocks.inlines import CrossReference, Inline, LineBreak, Link, Show, Text, Value

WORDS = st.text(max_size=8)
NUMBERS = st.floats(min_value=0, max_value=300, allow_nan=False) | st.integers(0, 300)
INLINES: st.SearchStrategy[tuple[Inline, ...]] = st.lists(
    st.one_of(
        st.builds(Text, WORDS, bold=st.booleans(), italic=st.booleans(), language=WORDS),
        st.builds(Value, WORDS, st.lists(WORDS, max_size=2).map(tuple), missing=st.booleans()),
        st.builds(CrossReference, WORDS, st.sampled_from(Show), bold=st.booleans()),
        st.builds(Link, WORDS, WORDS, st.lists(WORDS, max_size=2).map(tuple)),
        st.just(LineBreak()),
    ),
    max_size=3,
).map(tuple)


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


RESULTS = st.lists(st.builds(Result, NUMBERS, WORDS, st.sampled_from(Known), some(WORDS)), min_size=1, max_size=24)
TRENDS: st.SearchStrategy[Trend] = st.builds(
    lambda results, target, beside: Trend(
        "measure",
        tuple(Period("May 2026", "M", "2026") for _ in results),
        tuple(results),
        target=target,
        beside=Series("before", tuple(results)) if beside else None,
    ),
    RESULTS,
    st.none() | st.builds(Target, NUMBERS, WORDS, some(WORDS)),
    st.booleans(),
)
DATES = st.lists(some(INLINES), min_size=12, max_size=12).map(tuple)
BAND = INLINES.map(lambda words: (Text("daily"), *words))
DRAWN: st.SearchStrategy[Drawing] = st.one_of(
    TRENDS,
    st.builds(
        YearCalendar,
        WORDS,
        st.just(("May",) * 12),
        st.lists(
            st.builds(CalendarRow, INLINES, DATES) | st.builds(CalendarRow, INLINES, band=BAND), min_size=1, max_size=2
        ).map(tuple),
        st.integers(-1, 11),
    ),
    st.builds(Level, INLINES, INLINES, some(st.builds(Group, INLINES, some(INLINES))), INLINES, st.booleans()).map(
        lambda level: GovernanceLevels((level,))
    ),
    st.builds(CoverageCell, st.sampled_from(Covered), INLINES).map(
        lambda cell: CoverageGrid("Partner", (((Text("1"),),),), (CoverageRow((), (cell,)),))
    ),
)
CELLS = st.builds(Cell, some(INLINES), st.sampled_from(Fill), st.integers(1, 4))
ROWS = some(st.builds(TableRow, some(CELLS), st.booleans()))
BLOCKS: Mapping[type, st.SearchStrategy[Block]] = {
    Heading: st.builds(Heading, st.integers(1, 3), INLINES, WORDS, st.sampled_from(Numbering), INLINES, WORDS),
    Paragraph: st.builds(Paragraph, INLINES, st.sampled_from(Style)),
    Bullets: st.builds(Bullets, some(INLINES), st.booleans()),
    Clause: st.builds(Clause, st.integers(1, 4), INLINES, WORDS, some(WORDS), WORDS),
    Table: st.builds(
        Table,
        some(st.builds(Column, NUMBERS, st.sampled_from(Align))),
        ROWS,
        ROWS,
        row_headers=st.booleans(),
        title=INLINES,
        note=INLINES,
        summary=WORDS,
        size=NUMBERS,
        gap=NUMBERS,
    ),
    Letterhead: st.builds(Letterhead, INLINES, INLINES, some(INLINES), some(INLINES), INLINES),
    Farewell: st.builds(Farewell, INLINES, st.builds(Signatory, INLINES, INLINES, INLINES, WORDS)),
    Signature: st.builds(Signature, some(st.builds(Signatory, INLINES, INLINES, INLINES, WORDS))),
    Figure: st.builds(Figure, st.just("0" * 64), NUMBERS, NUMBERS, st.just("alt"), INLINES, WORDS, note=INLINES)
    | DRAWN.map(lambda drawing: Figure("", 0, 0, "alt", drawing=drawing)),
    Figures: TRENDS.map(lambda trend: Figures((Figure("", 0, 0, "alt", drawing=trend),) * 2)),
    Callout: st.builds(Callout, INLINES, INLINES, some(st.tuples(INLINES, INLINES))),
    PageBreak: st.just(PageBreak()),
    Gap: st.builds(Gap, NUMBERS),
    Toc: st.builds(Toc, some(WORDS), some(NUMBERS), some(st.builds(TocEntry, WORDS, WORDS, INLINES, some(INLINES)))),
}
DOCUMENTS = st.builds(
    Document,
    WORDS,
    WORDS,
    st.builds(Running, WORDS, WORDS, WORDS, WORDS, WORDS),
    some(st.builds(Section, some(st.one_of(*BLOCKS.values())), st.booleans(), st.booleans())),
    WORDS,
    WORDS,
)
SMALL = Document("m1", "MOU", Running("left", "right", "MOU-01", "draft"), (Section((Paragraph((Text("a"),)),)),))


def test_every_block_and_inline_is_tried() -> None:
    assert set(BLOCKS) == set(blocks.Block.__args__)
    assert {Text, Value, CrossReference, Link, LineBreak} == set(inlines.Inline.__args__)


@given(DOCUMENTS)
def test_a_document_comes_back_from_its_json_as_it_was(document: Document) -> None:
    through = json.loads(json.dumps(to_json(document)))
    assert from_json(through) == document
    assert canonical_bytes(from_json(through)) == canonical_bytes(document)


@pytest.mark.parametrize("kind", list(BLOCKS))
def test_each_block_comes_back(kind: type) -> None:
    @given(BLOCKS[kind])
    def comes_back(block: Block) -> None:
        document = replace(SMALL, sections=(Section((block,)),))
        assert from_json(to_json(document)) == document

    comes_back()


def test_what_is_as_usual_is_left_out() -> None:
    assert to_json(SMALL) == {
        "is": "Document",
        "anchor": "m1",
        "title": "MOU",
        "running": {"is": "Running", "left": "left", "right": "right", "reference": "MOU-01", "version": "draft"},
        "sections": [
            {"is": "Section", "blocks": [{"is": "Paragraph", "inlines": [{"is": "Text", "text": "a"}]}]},
        ],
    }


def test_content_has_one_byte_form_whatever_its_place_in_a_pack() -> None:
    placed = replace(SMALL, letter="B", running=replace(SMALL.running, fingerprint="0f1e2d3c4b5a"))
    assert canonical_bytes(placed) == canonical_bytes(SMALL)
    assert canonical_bytes(replace(SMALL, title="DSA")) != canonical_bytes(SMALL)
    assert "é".encode() in canonical_bytes(replace(SMALL, title="é"))


def _changed(**more: object) -> dict[str, Any]:
    return {**to_json(SMALL), **more}


def _with_block(block: object) -> dict[str, Any]:
    return _changed(sections=[{"is": "Section", "blocks": [block]}])


@pytest.mark.parametrize(
    ("found", "message"),
    [
        ([], "expected an object, found []"),
        ({"is": "Section", "blocks": []}, "expected Document, found 'Section'"),
        ({}, "expected Document, found None"),
        (_changed(extra=1), "Document with wrong or missing keys: extra"),
        ({"is": "Document", "anchor": "m1"}, "Document with wrong or missing keys: running, sections, title"),
        (_changed(title=1), "expected str, found 1"),
        (_changed(sections="x"), "expected a list, found 'x'"),
        (_changed(sections=["x"]), "expected an object, found 'x'"),
        (_with_block({"is": "Dict"}), "expected Heading or Paragraph"),
        (_with_block({"is": "Text", "text": "a"}), "found 'Text'"),
        (_with_block({"is": "Heading", "level": True, "inlines": []}), "expected int, found True"),
        (_with_block({"is": "Gap", "height": "9"}), "expected float, found '9'"),
        (_with_block({"is": "Bullets", "items": [], "numbered": 1}), "expected bool, found 1"),
        (_with_block({"is": "Paragraph", "inlines": [], "style": "fancy"}), "expected one of body, lead"),
        (_with_block({"is": "Paragraph", "inlines": [], "style": []}), "expected one of body, lead"),
        (_with_block({"is": "Callout", "title": [], "aside": [], "rows": [[[]]]}), "expected a list of 2"),
        (_with_block({"is": "Figure", "sha256": "", "width": 1, "height": 1, "alt": " "}), "needs words"),
    ],
)
def test_anything_else_is_refused_with_what_was_found(found: Any, message: str) -> None:
    with pytest.raises(WrongBlocksError, match=re.escape(message)):
        from_json(found)
