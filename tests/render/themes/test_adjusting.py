# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest
from tests.render.themes.test_themes import EACH, styles

from evidencepack.domain.colour import Colour
from evidencepack.render.theme import MM, STANDARD, STANDARD_SIZES, Theme
from evidencepack.render.themes.adjusting import with_accent, with_body_size, with_least_size, with_margins
from evidencepack.render.themes.arial_12 import ARIAL_12
from evidencepack.render.themes.compact import COMPACT


@EACH
@pytest.mark.parametrize("least", [0, 16, 20, 25, 30, 40])
def test_no_margin_is_narrower_than_asked(theme: Theme, least: float) -> None:
    wider = with_margins(theme, least)
    for before, after in ((theme.portrait, wider.portrait), (theme.landscape, wider.landscape)):
        for edge in ("left", "right", "top", "bottom"):
            assert getattr(after, edge) == pytest.approx(max(getattr(before, edge), least * MM))
        assert (after.header, after.header_rule, after.footer) == (before.header, before.header_rule, before.footer)


def test_margins_that_are_wide_enough_change_nothing() -> None:
    assert with_margins(STANDARD, 20) == STANDARD
    assert with_margins(COMPACT, 16) == COMPACT


def test_the_reading_measure_stays_while_it_fits() -> None:
    wider, narrow = with_margins(STANDARD, 25), with_margins(STANDARD, 40)
    assert wider.portrait.measure - wider.body.right == pytest.approx(150 * MM)
    assert narrow.portrait.measure == pytest.approx(130 * MM)
    assert narrow.body.right == 0


def test_figures_are_no_wider_than_the_text() -> None:
    figure = with_margins(STANDARD, 40).figure
    assert figure.whole == pytest.approx(130 * MM)
    assert 2 * figure.half + figure.gap == pytest.approx(130 * MM)


@EACH
@pytest.mark.parametrize("points", [9, 11, 11.25, 12])
def test_a_least_size_counts_for_everything_but_header_and_footer(theme: Theme, points: float) -> None:
    raised = with_least_size(theme, points)
    running = set(styles(theme.running))
    assert all(style.size >= points for style in styles(raised) if style not in running)
    assert raised.running == theme.running
    assert min(raised.table.size(size) for size in STANDARD_SIZES) >= points
    assert raised.table.smallest >= points
    assert raised.body.size == max(theme.body.size, -(-points * 2 // 1) / 2)


def test_tables_of_11_points_all_have_the_padding_of_tables() -> None:
    table = with_least_size(STANDARD, 11).table
    assert table.every_size == (11.0,)
    assert table.cover_size > 11
    assert table.pitch(11) == 14


@pytest.mark.parametrize("points", [12.5, 14, 18])
def test_larger_text_keeps_its_proportions(points: float) -> None:
    larger = with_body_size(ARIAL_12, points)
    assert larger.body.size == points
    assert larger.headings[0].size > larger.headings[1].size > larger.headings[2].size == points
    assert larger.clauses[1].text_at == pytest.approx(ARIAL_12.clauses[1].text_at * points / 12)
    assert larger.table.smallest >= 9.5 * points / 12
    assert larger.cover_title == ARIAL_12.cover_title
    assert all(style.size * 2 == int(style.size * 2) for style in styles(larger))


def test_a_colour_takes_the_place_of_the_accent_and_of_nothing_else() -> None:
    themed = with_accent(STANDARD, Colour(0xF5, 0xA6, 0x23))
    changed = {name for name in themed.colours if themed.colours[name] != STANDARD.colours[name]}
    assert (changed, themed.colours["accent"]) == ({"accent"}, "#754F10")
