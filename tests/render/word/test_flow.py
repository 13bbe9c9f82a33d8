# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from lxml import etree
from tests.render.word.files import W

from evidencepack.render.word.flow import Flow, Grid, Par
from evidencepack.render.word.markup import WORD

SPACING = {"BodyText": (2.0, 7.0)}
TABLE = Grid("<w:tbl/>", before=10, after=9)
BODY = Par("BodyText", "")
HOLD = "<w:r><w:softHyphen/></w:r>"


def _written(flow: Flow) -> list[tuple[str, str | None, str | None]]:
    """Return tag, space before and space after of each piece."""
    root = etree.fromstring(f'<w:body xmlns:w="{WORD}">{"".join(flow.finish("<w:sectPr/>"))}</w:body>')
    found = []
    for piece in root:
        space = piece.find(f"{W}pPr/{W}spacing")
        ends = (None, None) if space is None else (space.get(f"{W}before"), space.get(f"{W}after"))
        found.append((str(piece.tag).removeprefix(W), *ends))
    return found


def test_the_space_of_a_table_goes_into_its_neighbours() -> None:
    flow = Flow(SPACING)
    flow.add(BODY, TABLE, BODY)
    assert _written(flow) == [("p", None, "340"), ("tbl", None, None), ("p", "220", None)]


def test_two_tables_have_one_paragraph_of_their_space_between_them() -> None:
    flow = Flow(SPACING)
    flow.add(TABLE, TABLE, BODY)
    between = flow.pieces[1]
    assert isinstance(between, Par)
    assert between.line == 19


def test_the_space_below_a_table_is_dropped_at_the_top_of_a_page() -> None:
    flow = Flow(SPACING)
    flow.add(TABLE, Par("BodyText", "", page_break=True))
    assert _written(flow)[1] == ("p", "0", None)


def test_a_section_that_ends_with_a_table_gets_the_smallest_paragraph() -> None:
    flow = Flow(SPACING)
    flow.add(BODY, TABLE)
    assert [tag for tag, _, _ in _written(flow)] == ["p", "tbl", "p"]


def test_a_section_without_blocks_is_one_paragraph() -> None:
    assert len(_written(Flow(SPACING))) == 1


def test_asked_for_space_is_added_to_the_style() -> None:
    flow = Flow(SPACING)
    flow.add(BODY)
    flow.space(30)
    flow.add(BODY)
    assert _written(flow)[1] == ("p", "640", None)


def test_space_before_is_dropped_at_the_top_of_a_page() -> None:
    flow = Flow(SPACING)
    flow.add(Par("BodyText", "", page_break=True), Par("BodyText", "", top=True))
    assert [before for _, before, _ in _written(flow)] == ["0", "0"]


def test_a_control_that_ends_a_section_is_held_apart_from_its_end() -> None:
    for content in ("<w:sdt></w:sdt>", '<w:sdt></w:sdt><w:bookmarkStart w:id="1"/><w:bookmarkEnd w:id="1"/>'):
        flow = Flow(SPACING)
        flow.add(Par("BodyText", content))
        assert flow.finish("<w:sectPr/>")[-1].endswith(f"{content}{HOLD}</w:p>")
        assert HOLD not in flow.finish("")[-1]
