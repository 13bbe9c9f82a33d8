# SPDX-License-Identifier: MPL-2.0
"""Pictures come one after the other; those nobody wants any more are not drawn."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from tests.ui.preview.some_pages import MakePdf

from evidencepack.ui.preview.raster import Raster, Wanted


def test_what_is_wanted_last_is_drawn_and_what_was_wanted_before_is_not(qtbot: QtBot, make_pdf: MakePdf) -> None:
    home = QObject()
    raster, drawn = Raster(home), list[Wanted]()
    raster.drawn.connect(lambda wanted, _image: drawn.append(wanted))
    raster.load(make_pdf(30))
    raster.want("view", [Wanted(page, 60, 80) for page in range(20)])
    raster.want("strip", [Wanted(0, 6, 8)])
    raster.want("view", [Wanted(25, 60, 80)])

    qtbot.waitUntil(lambda: len(drawn) >= 3)
    qtbot.wait(30)

    assert [one.page for one in drawn] == [0, 25, 0]
    raster.release()


def test_pictures_of_a_file_that_is_gone_never_come(qtbot: QtBot, make_pdf: MakePdf) -> None:
    home = QObject()
    raster, drawn = Raster(home), list[int]()
    raster.drawn.connect(lambda _wanted, image: drawn.append(image.width()))
    raster.load(make_pdf(3))
    raster.want("view", [Wanted(page, 60, 80) for page in range(3)])
    raster.load(make_pdf(2))
    raster.want("view", [Wanted(0, 90, 120)])

    qtbot.waitUntil(lambda: bool(drawn))
    qtbot.wait(30)

    assert drawn == [90]
    assert len(raster.sizes()) == 2
    raster.release()
    assert raster.sizes() == ()
