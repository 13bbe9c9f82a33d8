# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import io
from pathlib import Path

from lxml import etree
from PIL import Image
from tests.render.figures.dashboard import dashboard, states
from tests.render.figures.governance import calendar, coverage, full_levels, levels
from tests.render.figures.specimen import specimen
from tests.render.word.files import W, audited, body_of, same, words_of, write_files, written
from tests.render.word.lint import lint

from evidencepack.blocks.blocks import PageBreak, Paragraph
from evidencepack.blocks.inlines import Text
from evidencepack.compose.figures.trends import trend_figure, trend_figures
from evidencepack.render.word.markup import PLACING
from evidencepack.render.word.package import unpack_parts

PICTURE = f".//{{{PLACING}}}docPr"
EXTENT = f".//{{{PLACING}}}extent"


def attribute(element: etree._Element, path: str, name: str) -> list[str]:
    return [one.get(f"{W}{name}", "") for one in element.iterfind(path)]


def test_a_trend_is_one_picture_with_words_that_stand_for_it() -> None:
    data = written(trend_figure(dashboard()[0]))
    body = body_of(data)
    trend, key = body.findall(PICTURE)
    assert trend.get("descr") == trend_figure(dashboard()[0]).alt
    assert key.get("descr") == "Key: result, target."
    assert [round(int(one.get("cx", "0")) / 36000) for one in body.findall(EXTENT)] == [165, 165]
    pictures = [part for name, part in unpack_parts(data).items() if name.startswith("word/media/")]
    assert [round(Image.open(io.BytesIO(part)).info["dpi"][0]) for part in pictures] == [300, 300]
    assert sum(map(len, pictures)) < 30_000
    assert "up from 71% to 94%" in same(words_of(body)), "title and line below are words, not a picture"
    assert "target 95% by Sep 2027" in same(words_of(body))


def test_the_same_figures_give_the_same_bytes() -> None:
    assert written(trend_figures(states())) == written(trend_figures(states()))


def test_trends_stand_two_to_a_row() -> None:
    body = body_of(written(trend_figures(dashboard()[:3])))
    (table,) = body.iterfind(f"{W}tbl")
    assert [len(row.findall(f"{W}tc")) for row in table.iterfind(f"{W}tr")] == [2, 2]
    assert [len(cell.findall(PICTURE)) for cell in table.iterfind(f"{W}tr/{W}tc")] == [1, 1, 1, 0]
    assert len(body.findall(PICTURE)) == 4


def test_calendar_levels_and_coverage_are_tables_of_word() -> None:
    for figure in (calendar(), levels(), coverage()):
        body = body_of(written(figure))
        (table,) = body.iterfind(f"{W}tbl")
        (described,) = attribute(table, f"{W}tblPr/{W}tblDescription", "val")
        assert described is not None
        assert described.startswith(figure.alt)
        assert body.findall(PICTURE) == []


def test_titles_count_as_figures_and_coverage_as_a_table() -> None:
    for figure, word in ((calendar(), "Figure 1"), (levels(), "Figure 1"), (coverage(), "Table 1")):
        assert words_of(body_of(written(figure))).startswith(word)


def test_a_calendar_has_light_lines_a_heavy_one_and_tinted_bands() -> None:
    body = body_of(written(calendar()))
    rows = body.findall(f"{W}tbl/{W}tr")
    lefts = [attribute(row, f"{W}tc/{W}tcPr/{W}tcBorders/{W}left", "sz") for row in rows]
    assert lefts[0] == ["4", "12", *["4"] * 9]
    assert lefts[1] == ["12"], "nothing crosses a band but the start of the contract"
    assert attribute(rows[1], f"{W}tc/{W}tcPr/{W}shd", "fill") == ["EEF1F2"] * 2
    assert attribute(rows[1], f"{W}tc/{W}tcPr/{W}gridSpan", "val") == ["2", "10"]


def test_the_level_that_decides_has_a_heavier_box() -> None:
    body = body_of(written(levels()))
    rows = body.findall(f"{W}tbl/{W}tr")
    tops = [attribute(row, f"{W}tc/{W}tcPr/{W}tcBorders/{W}top", "sz") for row in rows]
    assert [sorted(set(weights) - {""}) for weights in tops] == [["12"], [], ["6"], [], ["6"], []]
    assert same(words_of(rows[1])).startswith("↑Level 3 Siân")


def test_a_table_that_only_sets_figures_side_by_side_says_so() -> None:
    for figure, said in ((trend_figures(states()), "side by side."), (levels(), "what the row is about.")):
        described = [one.get(f"{W}val", "") for one in body_of(written(figure)).iter(f"{W}tblDescription")]
        assert [one.endswith(said) for one in described] == [True]


def test_who_decides_stands_beside_the_arrow_on_every_line() -> None:
    step = body_of(written(levels())).findall(f"{W}tbl/{W}tr")[1]
    (indent,) = step.iter(f"{W}ind")
    assert next(step.iter(f"{W}tab"), None) is not None
    assert indent.get(f"{W}left") == indent.get(f"{W}hanging")


def test_four_groups_take_two_rows_of_one_box() -> None:
    rows = body_of(written(full_levels())).findall(f"{W}tbl/{W}tr")
    assert len(rows) == 11
    tops = [attribute(row, f"{W}tc/{W}tcPr/{W}tcBorders/{W}top", "sz") for row in rows[4:6]]
    assert [sorted(set(weights) - {""}) for weights in tops] == [["6"], []]


def test_a_page_break_before_a_figure_stands_in_its_first_paragraph() -> None:
    for figure in (calendar(), levels(), trend_figure(states()[0]), trend_figures(states())):
        body = body_of(written(Paragraph((Text("Before"),)), PageBreak(), figure))
        assert len(body.findall(f".//{W}pageBreakBefore")) == 1


def test_the_specimen_is_a_sound_word_file(tmp_path: Path) -> None:
    data = write_files((specimen(),))
    assert lint(data) == []
    assert audited(data, tmp_path) == []
