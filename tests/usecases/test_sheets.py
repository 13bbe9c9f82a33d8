# SPDX-License-Identifier: MPL-2.0
"""Sheets are printed all or none, conform like every PDF of ours, and bring their days as a calendar."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from icalendar import Alarm, Calendar, Event

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.pack.plan import plan_pack
from evidencepack.pack.press import Format
from evidencepack.pack.sheets import SheetKind
from evidencepack.paths.faults import CannotWriteError
from evidencepack.review.reading import Given
from evidencepack.usecases.checking import reading_of
from evidencepack.usecases.sheets import (
    CALENDAR,
    LISTED_IN,
    Printed,
    SheetPrinter,
    calendar_of,
    left_out_sentences,
)


@pytest.fixture(scope="module")
def printed(program: Program, sample_facts: Facts, tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return SheetPrinter(program.library, program.press).print_into(tmp_path_factory.mktemp("out"), sample_facts)


def test_three_sheets_in_two_formats_a_calendar_and_a_list_are_written(printed: Printed) -> None:
    names = [f"{kind.value}.{form.value}" for kind in SheetKind for form in Format]
    assert [one.name for one in printed.files] == [*names, CALENDAR]
    assert sorted(one.name for one in printed.folder.iterdir()) == sorted([*names, CALENDAR, LISTED_IN])
    listed = json.loads((printed.folder / LISTED_IN).read_bytes())
    assert [one["file"] for one in listed["files"]] == [*names, CALENDAR]


def test_every_pdf_of_a_sheet_conforms(printed: Printed) -> None:
    pdfs = [one for one in printed.files if one.name.endswith(".pdf")]
    assert all(one.conformance and len(one.conformance.claims) == 2 for one in pdfs)


def test_the_calendar_has_each_day_that_is_to_come_once(printed: Printed, sample_facts: Facts) -> None:
    calendar = Calendar.from_ical((printed.folder / CALENDAR).read_bytes())
    names = [str(one["UID"]) for one in calendar.walk("VEVENT")]
    assert len(names) == len(set(names)) > 50
    reference = sample_facts.records[sample_facts.tender].reference
    assert str(calendar["X-WR-CALNAME"]) == f"{reference}: renewals"


def test_what_is_overdue_is_in_the_calendar_on_the_day_of_the_sheet(program: Program, sample_facts: Facts) -> None:
    story = next(one for one in sample_facts.of_kind("case_study") if one.reference == "TBN-CS-01")
    late = replace(story, answers={**story.answers, "review_date": date(2026, 1, 31)})
    facts = replace(sample_facts, records={**sample_facts.records, story.id: late})
    plan = plan_pack(facts, program.library, as_of=date(2027, 2, 15))
    calendar = Calendar.from_ical(calendar_of(plan, reading_of(facts, program.library, Given())))
    events = [one for one in calendar.walk("VEVENT") if isinstance(one, Event)]
    overdue = [one for one in events if str(one["SUMMARY"]).startswith("Overdue: ")]
    assert {one.start for one in overdue} == {date(2027, 2, 15)}
    (event,) = (one for one in overdue if "TBN-CS-01" in str(one["SUMMARY"]))
    assert "Its day was 31 January 2026." in str(event["DESCRIPTION"])
    insured = next(one for one in events if "insurance policy ends" in str(one["SUMMARY"]))
    alarms = [one.TRIGGER for one in insured.walk("VALARM") if isinstance(one, Alarm)]
    assert alarms == [timedelta(-days, hours=9) for days in (60, 30, 7)]


def test_one_sheet_alone_brings_no_other(program: Program, sample_facts: Facts, tmp_path: Path) -> None:
    printer = SheetPrinter(program.library, program.press, (Format.DOCX,))
    made = printer.print_into(tmp_path, sample_facts, [SheetKind.COVERAGE])
    assert [one.name for one in made.files] == ["coverage-grid.docx"]


def test_the_same_tender_gives_the_same_bytes(program: Program, sample_facts: Facts, tmp_path: Path) -> None:
    printer = SheetPrinter(program.library, program.press, (Format.PDF,))
    first, second = (
        printer.print_into(tmp_path / name, sample_facts, [SheetKind.RENEWALS]).files for name in ("a", "b")
    )
    assert [one.sha256 for one in first] == [one.sha256 for one in second]


def test_a_tender_with_nothing_in_it_has_sheets_that_say_so(
    program: Program, sample_facts: Facts, tmp_path: Path
) -> None:
    empty = replace(sample_facts, records={sample_facts.tender: sample_facts.records[sample_facts.tender]})
    made = SheetPrinter(program.library, program.press, (Format.PDF,)).print_into(tmp_path, empty)
    assert [one.pages for one in made.files] == [1, 1, 1, 0]


def test_a_letter_that_no_font_has_keeps_no_other_sheet_back(
    program: Program, sample_facts: Facts, tmp_path: Path
) -> None:
    partner = next(sample_facts.of_kind("mou"))
    lost = replace(partner, answers={**partner.answers, "purpose": "Together \U0001fbc1 we go"})
    facts = replace(sample_facts, records={**sample_facts.records, partner.id: lost})
    printer = SheetPrinter(program.library, program.press, (Format.DOCX,))
    made = printer.print_into(tmp_path, facts, [SheetKind.COVERAGE])
    assert [one.name for one in made.files] == ["coverage-grid.docx"]
    (sentence,) = left_out_sentences(made)
    assert sentence.startswith("The sheets do not say on which page of the pack something stands. The character")
    assert sentence.endswith("Write it in words, or take it out.")


def test_a_folder_that_cannot_be_written_stays_as_it_was(program: Program, sample_facts: Facts, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine")
    printer = SheetPrinter(program.library, program.press, (Format.DOCX,))
    with pytest.raises(CannotWriteError):
        printer.print_into(tmp_path / "taken", sample_facts, [SheetKind.COVERAGE])
    assert (tmp_path / "taken").read_text() == "mine"
