# SPDX-License-Identifier: MPL-2.0
"""The numbers of the art direction, theme by theme, and what they all have in common."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

import pytest
from tests.domain.greys import grey

from evidencepack.domain.colour import PAPER, TINT, Colour, contrast, read_colour
from evidencepack.render.theme import MM, STANDARD, PageShape, TextStyle, Theme
from evidencepack.render.themes.arial_12 import ARIAL_12
from evidencepack.render.themes.compact import COMPACT

THEMES = {theme.name: theme for theme in (STANDARD, COMPACT, ARIAL_12)}
EACH = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def styles(part: object) -> Iterator[TextStyle]:
    """Yield every style of text in a theme."""
    if isinstance(part, TextStyle):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from styles(one)


def colour(theme: Theme, token: str) -> Colour:
    found = read_colour(theme.colours[token])
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("theme", "body", "measure", "margins"),
    [
        (STANDARD, (11, 15, 7), 150, (25, 20, 27, 27)),
        (COMPACT, (11, 13, 4.5), 174, (20, 16, 23, 25)),
        (ARIAL_12, (12, 16.5, 7.5), 158, (25, 20, 27, 27)),
    ],
)
def test_body_measure_and_margins(
    theme: Theme, body: tuple[float, ...], measure: float, margins: tuple[float, ...]
) -> None:
    assert (theme.body.size, theme.body.pitch, theme.body.after) == body
    assert theme.portrait.measure - theme.body.right == pytest.approx(measure * MM)
    for shape in (theme.portrait, theme.landscape):
        assert (shape.left, shape.right, shape.top, shape.bottom) == pytest.approx([edge * MM for edge in margins])


@pytest.mark.parametrize(
    ("theme", "headings", "tables", "callout", "indents", "small"),
    [
        (STANDARD, ((20, 23), (14, 18), (11, 15)), (9, 11), (10, 13), (12, 20, 28), 9),
        (COMPACT, ((17, 20), (13, 16), (11, 13)), (9, 10), (10, 12.5), (11, 18, 25), 9),
        (ARIAL_12, ((21, 24), (15, 19), (12, 16.5)), (9.5, 12), (11, 14), (13, 22, 31), 9.5),
    ],
)
def test_headings_tables_callouts_and_clauses(
    theme: Theme,
    headings: tuple[tuple[float, float], ...],
    tables: tuple[float, float],
    callout: tuple[float, float],
    indents: tuple[float, ...],
    small: float,
) -> None:
    assert tuple((style.size, style.pitch) for style in theme.headings) == headings
    assert (theme.table.every_size[0], theme.table.every_size[-1]) == tables
    assert (theme.callout.text.size, theme.callout.text.pitch) == callout
    assert tuple(level.text_at for level in theme.clauses[1:]) == pytest.approx([indent * MM for indent in indents])
    assert theme.note.size == theme.running.text.size == small


def test_compact_tables_are_padded_by_3_points() -> None:
    assert COMPACT.table.pad == COMPACT.table.wide_pad == 3


@EACH
def test_words_keep_to_the_reading_measure(theme: Theme) -> None:
    measure = theme.portrait.measure - theme.body.right
    for level in theme.clauses:
        assert theme.portrait.measure - level.text_at - level.style.right <= measure + 0.01


@EACH
def test_nothing_is_smaller_than_9_points_and_all_sizes_are_halves(theme: Theme) -> None:
    sizes = [style.size for style in styles(theme)]
    assert min(sizes) >= 9
    assert all(size * 2 == int(size * 2) for size in sizes)


@EACH
def test_lines_are_further_apart_than_letters_are_tall(theme: Theme) -> None:
    assert all(style.pitch >= 1.1 * style.size for style in styles(theme))


@EACH
@pytest.mark.parametrize("landscape", [False, True])
def test_a_printer_reaches_everything(theme: Theme, *, landscape: bool) -> None:
    shape: PageShape = theme.landscape if landscape else theme.portrait
    safe, look = 5 * MM, theme.running
    assert min(shape.left, shape.right) >= safe
    assert shape.header - look.text.size >= safe
    assert shape.header_rule - look.logo_up - look.logo_height >= safe
    assert look.stamp_foot >= safe
    assert shape.height - shape.footer >= safe


@EACH
@pytest.mark.parametrize("landscape", [False, True])
def test_header_text_and_stamp_stay_apart(theme: Theme, *, landscape: bool) -> None:
    shape, look = theme.landscape if landscape else theme.portrait, theme.running
    assert shape.header + 0.212 * look.text.size < shape.header_rule < shape.top
    stamp = shape.height - look.stamp_foot - look.stamp.pitch - 2 * look.stamp_top
    assert shape.floor < min(stamp, shape.footer - look.text.size)


@EACH
def test_words_can_be_read_on_what_they_stand_on(theme: Theme) -> None:
    for words, ground in product(("ink", "ink2", "accent"), ("white", "tint1", "tint2")):
        assert contrast(colour(theme, words), colour(theme, ground)) >= 4.5, (words, ground)
    assert contrast(colour(theme, "white"), colour(theme, "ink")) >= 7
    for words in ("ink", "ink2", "accent"):
        assert contrast(colour(theme, words), colour(theme, "white")) >= 7


@EACH
def test_the_grounds_are_those_that_colours_are_darkened_for(theme: Theme) -> None:
    assert (colour(theme, "white"), colour(theme, "tint1")) == (PAPER, TINT)


@EACH
def test_colours_differ_in_grey_and_no_tint_is_dark(theme: Theme) -> None:
    tokens = ("ink", "ink2", "accent", "grid", "tint2", "tint1", "white")
    greys = [grey(colour(theme, token)) for token in tokens]
    assert all(later - earlier >= 15 for earlier, later in pairwise(greys))
    assert (255 - grey(colour(theme, "tint2"))) / 255 <= 0.135
