# SPDX-License-Identifier: MPL-2.0
"""Pages fit the room they have, or are as large as was asked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, QSizeF

from evidencepack.ui.preview.zoom import EDGE, STEPS, WHOLE, Fit, next_zoom, scale_of, zoom_words

A4, ACROSS = QSizeF(595, 842), QSizeF(842, 595)
ROOM = QSize(450, 600)


def test_the_widest_page_takes_the_width_of_the_room() -> None:
    assert scale_of(Fit.WIDTH, [A4], ROOM) * 595 == pytest.approx(450 - 2 * EDGE)
    assert scale_of(Fit.WIDTH, [A4, ACROSS], ROOM) * 842 == pytest.approx(450 - 2 * EDGE)


def test_a_whole_page_fits_in_height_as_well() -> None:
    low = QSize(900, 500)

    assert scale_of(Fit.PAGE, [A4], low) * 842 == pytest.approx(500 - 2 * EDGE)
    high = QSize(450, 900)
    assert scale_of(Fit.PAGE, [A4], high) == scale_of(Fit.WIDTH, [A4], high)


def test_per_cent_are_those_of_the_size_on_paper() -> None:
    assert scale_of(200, [A4], ROOM) == pytest.approx(2 * WHOLE)
    assert scale_of(100, [A4], QSize(1, 1)) == pytest.approx(WHOLE)


def test_each_step_is_larger_than_what_is_shown_and_there_is_an_end() -> None:
    assert next_zoom(WHOLE * 0.71, 1) == 80
    assert next_zoom(WHOLE * 0.71, -1) == 67
    assert next_zoom(WHOLE, 1) == 125
    assert next_zoom(WHOLE * 9, 1) == STEPS[-1]
    assert next_zoom(WHOLE / 9, -1) == STEPS[0]


def test_sizes_have_names() -> None:
    assert [zoom_words(zoom) for zoom in (Fit.WIDTH, Fit.PAGE, 125)] == ["Fit width", "Fit page", "125 %"]
