# SPDX-License-Identifier: MPL-2.0
"""How the window looks: colours, size of text, letters, movements; with a sample that shows it at once."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSlider, QWidget

from evidencepack.ui.look import scaled
from evidencepack.ui.places.settings.page import SettingsPage
from evidencepack.ui.shell.context import Context
from evidencepack.ui.widgets.cards import framed
from evidencepack.ui.widgets.choices import OneOf, Option, YesNo
from evidencepack.ui.widgets.columns import Columns
from evidencepack.ui.widgets.marks import Mark
from evidencepack.ui.widgets.parts import button, column, label, row, rule
from evidencepack.ui.widgets.states import State
from evidencepack.ui.words import say
from evidencepack.usecases.preferences import TEXT_SIZES, Colours, Preferences, Typeface

_SLIDER, _SAMPLE = 220, 330


class Appearance(SettingsPage):
    """Every choice is put on at once, and kept."""

    def __init__(self, context: Context) -> None:
        super().__init__(say("Appearance"))
        self._chosen = context.chosen
        now = self._chosen.now
        self._colours = OneOf(say("Colours"), _colours())
        self._colours.turn_on(now.colours)
        self._colours.chosen.connect(lambda name: self._take(replace(self._chosen.now, colours=Colours(name))))
        self._letters = OneOf(say("Typeface"), _letters())
        self._letters.turn_on(now.typeface)
        self._letters.chosen.connect(lambda name: self._take(replace(self._chosen.now, typeface=Typeface(name))))
        calm = YesNo(say("Show fewer movements"), on=now.fewer_movements)
        calm.turned.connect(lambda on: self._take(replace(self._chosen.now, fewer_movements=on)))
        told = YesNo(say("Say when work is saved (for screen readers)"), on=now.announce_saving)
        told.turned.connect(lambda on: self._take(replace(self._chosen.now, announce_saving=on)))
        spelt = YesNo(say("Mark words that may be misspelt"), on=now.check_spelling)
        spelt.turned.connect(lambda on: self._take(replace(self._chosen.now, check_spelling=on)))
        choices = column(
            *(self._colours, rule(), self._size(now), rule(), self._letters, rule()),
            column(calm, told, spelt, gap=0),
            None,
            gap=12,
        )
        self.show_columns(Columns(choices, _sample(), side=_SAMPLE))

    def _size(self, now: Preferences) -> QWidget:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, len(TEXT_SIZES) - 1)
        slider.setPageStep(1)
        slider.setValue(TEXT_SIZES.index(now.text_size))
        slider.setFixedWidth(scaled(_SLIDER))
        slider.setMinimumHeight(scaled(28))
        slider.setAccessibleName(say("Text size"))
        said = label(_size_words(now.text_size), "small", wrap=False)
        slider.setAccessibleDescription(said.text())
        slider.valueChanged.connect(lambda at: said.setText(_size_words(TEXT_SIZES[at])))
        # Put on when the hand or the key is let go: the page is made anew for the new size.
        slider.sliderReleased.connect(lambda: self._resize(slider.value()))
        slider.actionTriggered.connect(
            lambda _action: None if slider.isSliderDown() else self._resize(slider.sliderPosition())
        )
        ends = (label("A", "small", wrap=False), slider, label("A", "h1", wrap=False), said, None)
        hint = label(say("From 100 to 200 per cent. It comes on top of the size set in the system."), "hint")
        return column(label(say("Text size"), "label"), hint, row(*ends, gap=12), gap=3)

    def _resize(self, at: int) -> None:
        self._take(replace(self._chosen.now, text_size=TEXT_SIZES[at]))

    def _take(self, preferences: Preferences) -> None:
        self._chosen.take(preferences)


def _size_words(size: int) -> str:
    return say("{size} per cent", size=size)


def _colours() -> tuple[Option, ...]:
    system = say("Light by day, dark when the system is dark. It follows contrast themes too.")
    return (
        Option(Colours.SYSTEM, say("Same as the system"), system),
        Option(Colours.LIGHT, say("Light")),
        Option(Colours.DARK, say("Dark")),
        Option(Colours.CONTRAST, say("High contrast"), say("White and bright colours on black.")),
    )


def _letters() -> tuple[Option, ...]:
    return (
        Option(Typeface.USUAL, say("Source Sans"), say("The usual one.")),
        Option(
            Typeface.EASIER,
            say("Atkinson Hyperlegible"),
            say("Made for people with low vision; letters are easier to tell apart."),
        ),
    )


def _sample() -> QWidget:
    answer = QLineEdit(say("Two connectors run 12 sessions a week"))
    answer.setAccessibleName(say("Example answer"))
    answer.setReadOnly(True)
    answer.setCursorPosition(0)
    return framed(
        label(say("How it looks"), "cap"),
        label(say("What each of you does"), "h2"),
        label(say("Say how much, how often and who leads."), "hint"),
        answer,
        *(State(mark) for mark in (Mark.MET, Mark.THIN, Mark.MISS)),
        row(button(say("Save and continue"), _nothing, kind="primary"), button(say("Back"), _nothing), None),
        None,
    )


def _nothing() -> None:
    """The buttons of the sample do nothing."""
