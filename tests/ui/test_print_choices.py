# SPDX-License-Identifier: MPL-2.0
"""What can be chosen before printing: of a pack also its annexes and tab sheets, of a document neither."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox
from pytestqt.qtbot import QtBot
from tests.ui.walking import cut_words, unnamed

from evidencepack.domain.trade import Audience
from evidencepack.ui.print_choices import PrintChoices

TABS = "A tab sheet before each part"


def named(choices: PrintChoices, name: str) -> QComboBox:
    return next(one for one in choices.findChildren(QComboBox) if one.accessibleName() == name)


def tabs(choices: PrintChoices) -> QCheckBox:
    return next(one for one in choices.findChildren(QCheckBox) if one.text() == TABS)


def test_a_pack_is_printed_with_its_annexes_and_with_tabs_as_wanted(qtbot: QtBot) -> None:
    choices = PrintChoices((), (), Audience.PACK, packed=True, bundled=True)
    qtbot.addWidget(choices)
    choices.show()
    assert (choices.bundled, choices.tabs) == (True, False)
    with qtbot.waitSignal(choices.remade):
        tabs(choices).setChecked(True)
    with qtbot.waitSignal(choices.remade):
        named(choices, "What to print").setCurrentIndex(1)
    assert (choices.bundled, choices.tabs) == (False, True)
    assert (unnamed(choices), cut_words(choices)) == ([], [])


def test_what_has_no_annexes_and_no_parts_offers_neither(qtbot: QtBot) -> None:
    for packed in (True, False):
        choices = PrintChoices((), (), Audience.PACK, packed=packed)
        qtbot.addWidget(choices)
        choices.show()
        assert not named(choices, "What to print").isVisible()
        assert tabs(choices).isVisible() == packed
        assert (choices.bundled, choices.tabs) == (False, False)
