# SPDX-License-Identifier: MPL-2.0
"""Partners as somebody works with them: choosing, adding, following a road to a form, taking out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from tests.ui.going import facts_of, session_of
from tests.ui.walking import settle

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import FieldType
from evidencepack.ui.places.partners import Partners
from evidencepack.ui.shell.where import PARTNERS, RECORD, Where
from evidencepack.ui.shell.window import Window
from evidencepack.usecases.changes import RemoveRecord, SetAnswer


@pytest.fixture
def partners(window: Window) -> Partners:
    window.open_at(Where(PARTNERS))
    assert isinstance(window.place, Partners)
    return window.place


def organisation(window: Window, reference: str) -> str:
    return next(one.id for one in facts_of(window).of_kind("organisation") if one.reference == reference)


def show(window: Window, reference: str) -> None:
    window.open_at(Where(PARTNERS, organisation(window, reference)))
    settle()


def listed(place: Partners) -> list[str]:
    return [one.title for one in place.list.entries.entries]


def words(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisibleTo(widget))


def press(widget: QWidget, name: str) -> None:
    """Press the button that assistive technology calls so."""
    found = [one for one in widget.findChildren(QPushButton) if name in {one.accessibleName(), one.text()}]
    QTest.mouseClick(next(one for one in found if one.isVisibleTo(widget)), Qt.MouseButton.LeftButton)
    settle()


def test_whoever_leads_stands_first_and_the_partners_below(partners: Partners) -> None:
    assert listed(partners) == ["In this tender", "Ferrybank", "Maitree", "Osierbed", "Lea Marsh", "Kestrel"]


def test_the_chosen_one_is_told_in_full(window: Window, partners: Partners) -> None:
    show(window, "MT")

    said = words(partners.page)
    assert "Maitree Community Trust" in said
    assert "Office in Marsh ward; first contact within 2 working days" in said
    assert "Community connector sessions" in said
    assert "It looks bolted on: its part is vague" in said
    assert "Nasrin Akhtar" in said
    assert "Good. Last day 31 December 2027" in said
    assert "Private. Never goes in a pack." in said
    assert "Letter of support" in said
    assert window.windowTitle().startswith("Maitree")


def test_somebody_finds_a_partner_by_what_it_is(partners: Partners) -> None:
    partners.words.setText("digital")
    assert listed(partners) == ["In this tender", "Kestrel"]


@pytest.mark.parametrize("name", ["Open Nasrin Akhtar", "Open Service", "Open Community connector sessions"])
def test_each_fact_is_a_road_to_its_own_form_and_back(window: Window, partners: Partners, name: str) -> None:
    show(window, "MT")
    press(partners.page, name)
    assert window.place.property("place") == RECORD

    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.place.here == Where(PARTNERS, organisation(window, "MT"))


def test_a_paper_opens(window: Window, partners: Partners) -> None:
    show(window, "MT")
    press(partners.page, "Open Letter of support")
    assert facts_of(window).records[window.place.here.record].kind == "letter_of_support"


def test_a_new_partner_needs_a_name_only_and_is_one_step_of_undo(
    window: Window, partners: Partners, kept: Callable[[], Facts]
) -> None:
    before = set(facts_of(window).records)
    press(partners, "Add a partner")
    QTest.keyClicks(partners.adding.legal_name, "Fieldgate Befrienders CIO")
    QTest.keyClicks(partners.adding.short_name, "Befrienders")
    partners.adding.sort.setCurrentIndex(partners.adding.sort.findData("vcse"))
    press(partners, "Add this partner")

    assert "Befrienders" in listed(partners)
    assert partners.title == "Befrienders"
    assert "Give it a task with a number and a time" in words(partners.page)
    said: list[str] = []
    session_of(window).noted.connect(said.append)
    session_of(window).undo()
    assert said == ["Undone: add Fieldgate Befrienders CIO."]
    assert set(facts_of(window).records) == before
    session_of(window).redo()
    window.close()
    added = [one for one in kept().records.values() if one.id not in before]
    assert sorted(one.kind for one in added) == ["organisation", "partnership"]


def test_what_is_missing_or_known_already_is_said_and_nothing_is_added(window: Window, partners: Partners) -> None:
    press(partners, "Add a partner")
    press(partners, "Add this partner")
    assert "Enter what it is called." in words(partners.adding)

    QTest.keyClicks(partners.adding.legal_name, "maitree community trust")
    before = facts_of(window)
    press(partners, "Add this partner")
    assert "“Maitree Community Trust” is known already." in words(partners.adding)
    assert facts_of(window) is before


def test_one_of_another_tender_is_taken_in(partners: Partners) -> None:
    press(partners, "Add a partner")
    press(partners, "Choose Queen Philippa")
    assert partners.title == "Queen Philippa"
    assert "Queen Philippa" in listed(partners)


def test_one_that_is_named_stays_and_the_answers_are_said(window: Window, partners: Partners) -> None:
    show(window, "MT")
    before = facts_of(window)
    press(partners.page, "Take out of this tender…")

    assert facts_of(window) is before
    said = words(partners.page)
    assert "answers still name Maitree" in said
    assert "Contribution CO-02: Which partner?" in said


def test_one_that_nothing_names_goes_and_comes_back_with_undo(window: Window, partners: Partners) -> None:
    press(partners, "Add a partner")
    QTest.keyClicks(partners.adding.legal_name, "Fieldgate Befrienders CIO")
    press(partners, "Add this partner")
    press(partners.page, "Take out of this tender…")
    assert "Fieldgate Befrienders CIO" not in listed(partners)
    assert "Fieldgate Befrienders CIO" in {
        one.answers["legal_name"] for one in facts_of(window).of_kind("organisation")
    }

    press(partners.foot, "Undo: Fieldgate Befrienders CIO is out of this tender.")
    partners.refresh()
    assert "Fieldgate Befrienders CIO" in listed(partners)


def test_one_that_is_left_out_stays_in_sight(window: Window, partners: Partners) -> None:
    fit = fit_of(window, "KR")
    session_of(window).change(SetAnswer(FieldPath(fit.id, "decision"), FieldType.CHOICE, "exclude"))
    partners.refresh()
    assert listed(partners)[-2:] == ["Thought about, left out", "Kestrel"]


def test_without_partners_it_says_how_to_begin_from_the_kind(window: Window, partners: Partners) -> None:
    fits = [RemoveRecord(one.id) for one in facts_of(window).of_kind("partnership")]
    session_of(window).change(*fits)
    window.open_at(Where(PARTNERS))
    assert "No partners yet" in words(partners)
    assert "You can bid alone" in words(partners)

    press(partners.none, "Choose Education or skills")
    assert partners.adding.sort.currentData() == "education_skills"


def test_a_note_begins_with_the_organisation_filled_in(window: Window, partners: Partners) -> None:
    show(window, "OH")
    before = set(facts_of(window).records)
    press(partners.page, "Add a note")
    added = next(one for one in facts_of(window).records.values() if one.id not in before)
    assert added.kind == "network_contact"
    assert added.answers["name"] == "Osierbed"


def fit_of(window: Window, reference: str) -> Record:
    name = organisation(window, reference)
    fits = facts_of(window).of_kind("partnership")
    return next(one for one in fits if getattr(one.answers["organisation"], "record", "") == name)
