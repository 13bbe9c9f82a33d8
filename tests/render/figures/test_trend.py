# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from itertools import combinations

import pytest
from tests.render.figures.dashboard import dashboard, measure, results, states
from tests.render.typeset.setting import FONTS

from evidencepack.blocks.figures import Better, Trend
from evidencepack.compose.figures.trends import Measure, trend_figure
from evidencepack.render.figures.drawing import Disc, Drawing, Stroke, Words
from evidencepack.render.figures.key import draw_key, key_words
from evidencepack.render.figures.lettering import Lettering
from evidencepack.render.figures.scale import scales_of
from evidencepack.render.figures.trend import draw_trend, frame_of
from evidencepack.render.theme import MM, STANDARD

LOOK, LETTERING = STANDARD.figure, Lettering(FONTS)
EVERY = (*dashboard(), *states())


def trend_of(made: Measure) -> Trend:
    drawing = trend_figure(made).drawing
    assert isinstance(drawing, Trend)
    return drawing


def drawn(made: Measure, *, width: float = LOOK.half, plot: float = LOOK.low_plot) -> Drawing:
    trend = trend_of(made)
    (scale,) = scales_of([trend])
    frame = frame_of([(trend, scale)], LOOK, LETTERING, width=width, plot=plot)
    return draw_trend(trend, scale, frame, LOOK, LETTERING)


def strokes(drawing: Drawing, weight: float, colour: str = "ink") -> list[Stroke]:
    return [
        shape
        for shape in drawing.shapes
        if isinstance(shape, Stroke) and (shape.weight, shape.colour) == (weight, colour)
    ]


def said(drawing: Drawing) -> list[str]:
    return [word.text for word in drawing.words]


def word(drawing: Drawing, text: str) -> Words:
    return next(word for word in drawing.words if word.text == text)


def test_a_trend_is_drawn_to_the_numbers_of_the_page() -> None:
    drawing = drawn(measure("x", "60", "70", "80", target="90"))
    left, right, top, foot = 9 * MM, 65 * MM, 12.0, 12 + 30 * MM
    assert drawing.width == 79 * MM
    highest, middle, base = (shape for shape in drawing.shapes[:3] if isinstance(shape, Stroke))
    assert [(one.weight, one.colour) for one in (highest, middle, base)] == [(0.5, "grid")] * 2 + [(0.75, "ink")]
    assert [edge for point in highest.points for edge in point] == pytest.approx([left, top, right, top])
    assert [edge for point in base.points for edge in point] == pytest.approx([left, foot, right, foot])
    (target,) = strokes(drawing, 1.0)
    assert target.dash == (4.0, 2.5)
    height = foot - 0.8 * 30 * MM
    assert [edge for point in target.points for edge in point] == pytest.approx([left, height, right, height])
    (line,) = strokes(drawing, 1.75, "accent")
    cell = 56 * MM / 3
    assert [x for x, _ in line.points] == pytest.approx([left + (place + 0.5) * cell for place in range(3)])
    assert [y for _, y in line.points] == pytest.approx([foot - share * 30 * MM for share in (0.2, 0.4, 0.6)])
    dots = [shape for shape in drawing.shapes if isinstance(shape, Disc)]
    assert [(dot.x, dot.y) for dot in dots] == list(line.points)
    assert {(dot.radius, dot.fill) for dot in dots} == {(1.9, "accent")}
    assert drawing.shapes.index(target) < drawing.shapes.index(line), "the target stands under the data"


def test_its_words_are_ticks_months_years_the_first_and_the_last_result_and_the_target() -> None:
    drawing = drawn(measure("x", "60", "70", "80", target="90"))
    assert said(drawing) == ["50", "75", "100", "A", "M", "J", "2026", "60", "80%", "90%"]
    assert [word(drawing, text).face for text in ("60", "80%", "90%")] == [1, 1, 0]
    assert word(drawing, "80%").paths == ("01890000-0000-7000-8000-000000000001/results/2/result",)
    assert word(drawing, "60").y > word(drawing, "80%").y, "below its dot, for the line rises"


def test_the_first_result_of_a_falling_line_stands_above_it() -> None:
    drawing = drawn(dashboard()[3])
    first = next(shape for shape in drawing.shapes if isinstance(shape, Disc))
    assert word(drawing, "6.1").y < first.y


@pytest.mark.parametrize("made", [measure("x", *map(str, range(60, 132, 3))), *EVERY], ids=lambda made: made.name)
def test_the_first_result_is_never_read_with_a_figure_of_the_axis_beside_it(made: Measure) -> None:
    drawing = drawn(made)
    first = next((word for word in drawing.words if word.face == 1), None)
    ticks = [word for word in drawing.words if word.colour == "ink2" and word.x + word.width <= 9 * MM - 4.9]
    beside = [tick for tick in ticks if first and abs(tick.y - first.y) < 0.716 * 9]
    assert all(first and first.x - tick.x - tick.width >= 9 for tick in beside)


def test_a_line_that_begins_close_to_the_axis_has_its_first_result_above_it() -> None:
    drawing = drawn(measure("x", *map(str, range(60, 132, 3))))
    first = next(shape for shape in drawing.shapes if isinstance(shape, Disc))
    assert first.x - 9 * MM < 12
    assert word(drawing, "60").y < first.y


def test_a_line_stops_at_a_month_without_a_figure_and_starts_again() -> None:
    drawing = drawn(states()[0])
    assert [len(line.points) for line in strokes(drawing, 1.75, "accent")] == [4, 5]
    crosses = strokes(drawing, 1.25)
    assert len(crosses) == 2
    middle = sum(x for x, _ in crosses[0].points) / 2
    assert middle == pytest.approx(9 * MM + 4.5 * 5.6 * MM), "in the fifth month"
    assert max(y for line in crosses for _, y in line.points) < 12 + 30 * MM, "above the axis"


@pytest.mark.parametrize(("number", "dots"), [(2, 1), (3, 2)])
def test_one_or_two_results_are_points_without_a_line(number: int, dots: int) -> None:
    drawing = drawn(states()[number])
    assert strokes(drawing, 1.75, "accent") == []
    assert sum(isinstance(shape, Disc) for shape in drawing.shapes) == dots


def test_without_any_result_there_are_crosses_and_the_target() -> None:
    drawing = drawn(states()[4])
    assert not any(isinstance(shape, Disc) for shape in drawing.shapes)
    assert len(strokes(drawing, 1.25)) == 18
    assert said(drawing)[-1] == "95%"


def test_fewer_than_five_cases_are_a_sign_and_no_number() -> None:
    drawing = drawn(measure("x", "<5", "70", "<5", "75", "80", "82", target=""))
    assert said(drawing).count("<5") == 2
    assert [len(line.points) for line in strokes(drawing, 1.75, "accent")] == [3]
    assert word(drawing, "<5").size == 9


def test_crowded_months_of_few_cases_share_one_sign_over_a_bracket() -> None:
    crowded = ["60"] * 20 + ["<5", "<5", "x", "<5"]
    drawing = drawn(measure("x", *crowded, target=""))
    assert said(drawing).count("<5") == 2
    assert len(strokes(drawing, 0.75)) == 2, "the bracket, and the base line"


def test_a_second_line_is_thin_with_open_dots_and_its_name_at_its_end() -> None:
    drawing = drawn(measure("x", "60", "70", "80", target="", compared=("a year before", results("51", "52", "53"))))
    (line,) = strokes(drawing, 1.0)
    assert line.dash == ()
    assert {shape.fill for shape in drawing.shapes if isinstance(shape, Disc)} == {"accent", "white"}
    assert "a year before" in said(drawing)


def test_many_months_show_every_second_letter() -> None:
    drawing = drawn(measure("x", *["60"] * 24))
    letters = [word for word in drawing.words if len(word.text) == 1]
    assert len(letters) == 12
    wide = drawn(measure("x", *["60"] * 24), width=LOOK.whole, plot=LOOK.high_plot)
    assert len([word for word in wide.words if len(word.text) == 1]) == 24


@pytest.mark.parametrize("made", EVERY, ids=lambda made: made.name[:30])
@pytest.mark.parametrize("width", [LOOK.half, LOOK.whole])
def test_no_words_hide_others_or_leave_the_drawing(made: Measure, width: float) -> None:
    drawing = drawn(made, width=width)
    boxes = [
        (word, word.x, word.y - 0.716 * word.size, word.x + word.width, word.y) for word in drawing.words if word.text
    ]
    for one, left, top, right, foot in boxes:
        assert 0 <= left <= right <= drawing.width + 0.01, one
        assert 0 <= top <= foot <= drawing.height, one
    for (one, *a), (other, *b) in combinations(boxes, 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert apart or (one.y == other.y and abs(a[2] - b[0]) < 0.1), (one, other)


def test_long_words_at_the_end_of_a_line_are_cut() -> None:
    name = "the same months of the year before, in the whole of the borough"
    drawing = drawn(measure("x", "60", "70", "80", target="", compared=(name, results("51", "52", "53"))))
    cut = next(text for text in said(drawing) if text.startswith("the same"))
    assert cut.endswith("…")
    assert word(drawing, cut).x + word(drawing, cut).width <= drawing.width


def test_the_key_names_only_the_signs_that_are_there() -> None:
    assert key_words([trend_of(measure("x", "60", target=""))], "result") == ["result"]
    every = [trend_of(made) for made in states()]
    assert key_words(every, "monthly result") == ["monthly result", "target", "no figure", "<5 fewer than 5 cases"]
    drawing = draw_key(every, "monthly result", LOOK, LETTERING)
    assert said(drawing) == ["monthly result", "target", "no figure", "<5", "fewer than 5 cases"]


def test_equal_results_of_a_measure_that_should_fall_are_named_above() -> None:
    drawing = drawn(measure("x", "4", "4", "4", unit="", target="", better=Better.LOWER))
    dot = next(shape for shape in drawing.shapes if isinstance(shape, Disc))
    first = next(word for word in drawing.words if word.text == "4" and word.face == 1)
    assert first.y < dot.y
