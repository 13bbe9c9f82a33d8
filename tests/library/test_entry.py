# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.domain.text import clean
from evidencepack.domain.values import (
    Attachment,
    Choices,
    Duration,
    DurationUnit,
    FieldType,
    Frequency,
    Money,
    Number,
    Percentage,
    Reference,
    Scalar,
)
from evidencepack.library.entry import Desk, Entered, entry_text, parse_entry
from evidencepack.library.model import Choice, Field

TODAY = date(2026, 11, 22)
CALLED = {"M1": "meeting-1", "M2": "meeting-2"}
DESK = Desk(
    TODAY,
    find=lambda kind, text: CALLED.get(text, text if text in CALLED.values() else "") if kind == "meeting" else "",
    call=lambda record: next(name for name, known in CALLED.items() if known == record),
)
LAWS = (Choice("england_wales", "England and Wales"), Choice("scotland", "Scotland"), Choice("ni", "Northern Ireland"))


def field(kind: FieldType, *, choices: tuple[Choice, ...] = (), units: tuple[str, ...] = (), to: str = "") -> Field:
    return Field("it", "It", kind, "Help.", choices=choices, units=units, to=to)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15 Feb 2027", date(2027, 2, 15)),
        ("15 February 2027", date(2027, 2, 15)),
        ("15/2/27", date(2027, 2, 15)),
        ("15.02.2027", date(2027, 2, 15)),
        ("15-2-2027", date(2027, 2, 15)),
        ("2027-02-15", date(2027, 2, 15)),
        ("2027/2/15", date(2027, 2, 15)),
        (" 1st  of march 2027 ", date(2027, 3, 1)),
        ("22nd Sept, 27", date(2027, 9, 22)),
        ("3-Jun-2027", date(2027, 6, 3)),
        ("Monday 15 February 2027", date(2027, 2, 15)),
        ("mon, 15/2/2027", date(2027, 2, 15)),
        ("29 Feb 2028", date(2028, 2, 29)),
        ("today", TODAY),
        ("Tomorrow", date(2026, 11, 23)),
        ("yesterday", date(2026, 11, 21)),
    ],
)
def test_dates_are_read_as_people_write_them(text: str, expected: date) -> None:
    assert parse_entry(field(FieldType.DATE), text, DESK) == Entered(expected)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("soon", "“soon” is not a date. Write it like 15 February 2027."),
        ("15 Foo 2027", "“15 Foo 2027” is not a date. Write it like 15 February 2027."),
        ("Monday soon", "“Monday soon” is not a date. Write it like 15 February 2027."),
        ("2/15/2027", "There is no month 15. Write the day first, like 15 February 2027."),
        ("31 Feb 2027", "February 2027 has no day 31: its last is the 28th."),
        ("0 Feb 2027", "February 2027 has no day 0: its first is the 1st."),
        ("0000-01-01", "There is no year 0. Write the year with four digits."),
        ("Friday 15 February 2027", "15 February 2027 is a Monday. Check the day or the date."),
    ],
)
def test_a_slip_in_a_date_is_a_sentence(text: str, problem: str) -> None:
    assert parse_entry(field(FieldType.DATE), text, DESK) == Entered(problem=problem)


def test_a_day_to_come_is_objected_to_where_only_one_that_has_passed_can_be_right() -> None:
    signed = replace(field(FieldType.DATE), past=True)
    desk = replace(DESK, latest=date(2027, 2, 15))

    assert parse_entry(signed, "15 February 2027", desk).value == date(2027, 2, 15)
    assert parse_entry(signed, "16 February 2027", desk).problem.startswith("16 February 2027 has not come yet.")
    assert parse_entry(replace(signed, past=False), "16 February 2027", desk).value == date(2027, 2, 16)
    assert parse_entry(signed, "16 February 2027", DESK).value == date(2027, 2, 16)


@pytest.mark.parametrize(
    ("text", "pence"),
    [
        ("£58,000", 5_800_000),
        ("58000.50", 5_800_050),
        ("58000.5", 5_800_050),
        (" £ 58k ", 5_800_000),
        ("£1.2m", 120_000_000),
        ("2 million", 200_000_000),
        ("GBP 12", 1200),
        ("12 gbp", 1200),
        (".5", 50),
        ("£1,234,567.89", 123_456_789),
    ],
)
def test_money_is_read_with_or_without_its_marks(text: str, pence: int) -> None:
    assert parse_entry(field(FieldType.MONEY), text, DESK) == Entered(Money(pence))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("lots", "“lots” is not an amount of money. Write it like £58,000 or £58,000.50."),
        ("58,00", "“58,00” is not an amount of money. Write it like £58,000 or £58,000.50."),
        ("$5", "“$5” is not an amount of money. Write it like £58,000 or £58,000.50."),
        ("0.001", "Money goes down to whole pence. Write it like £58,000.50."),
        ("9" * 16, "Write no more than 15 digits."),
        ("-£3", "An amount of money cannot be less than nothing. Write it without the minus sign."),
        ("−3", "An amount of money cannot be less than nothing. Write it without the minus sign."),
    ],
)
def test_a_slip_in_money_is_a_sentence(text: str, problem: str) -> None:
    assert parse_entry(field(FieldType.MONEY), text, DESK) == Entered(problem=problem)


@pytest.mark.parametrize(("text", "amount"), [("95%", "95"), ("12.5 per cent", "12.5"), ("3 percent", "3")])
def test_percentages_are_read(text: str, amount: str) -> None:
    assert parse_entry(field(FieldType.PERCENTAGE), text, DESK) == Entered(Percentage(Decimal(amount)))


def test_a_slip_in_a_percentage_is_a_sentence() -> None:
    assert parse_entry(field(FieldType.PERCENTAGE), "half", DESK).problem == (
        "“half” is not a percentage. Write it like 95% or 12.5%."
    )
    assert parse_entry(field(FieldType.PERCENTAGE), "-3%", DESK).problem == (
        "A percentage cannot be less than nothing. Write it without the minus sign."
    )


@pytest.mark.parametrize(
    ("text", "amount", "unit", "window"),
    [
        ("2 working days", "2", DurationUnit.WORKING_DAYS, ""),
        ("4 hours", "4", DurationUnit.HOURS, ""),
        ("4 working hours, Mon-Fri 9 to 5, not bank holidays", "4", DurationUnit.WORKING_HOURS,
         "Mon-Fri 9 to 5, not bank holidays"),
        ("within 2h", "2", DurationUnit.HOURS, ""),
        ("an hour", "1", DurationUnit.HOURS, ""),
        ("Two weeks", "2", DurationUnit.WEEKS, ""),
        ("1.5 years", "1.5", DurationUnit.YEARS, ""),
        ("30 mins", "30", DurationUnit.MINUTES, ""),
        ("2 working_days", "2", DurationUnit.WORKING_DAYS, ""),
        ("within 24 hours", "24", DurationUnit.HOURS, ""),
        ("same day", "0", DurationUnit.DAYS, ""),
        ("The same day, before 5pm", "0", DurationUnit.DAYS, "before 5pm"),
        ("by the end of the day", "0", DurationUnit.DAYS, ""),
        ("end of the working day", "0", DurationUnit.WORKING_DAYS, ""),
        ("next day", "1", DurationUnit.DAYS, ""),
        ("Next working day", "1", DurationUnit.WORKING_DAYS, ""),
        ("by the end of the next business day", "1", DurationUnit.WORKING_DAYS, ""),
    ],
)  # fmt: skip
def test_durations_are_read(text: str, amount: str, unit: DurationUnit, window: str) -> None:
    assert parse_entry(field(FieldType.DURATION), text, DESK) == Entered(Duration(Decimal(amount), unit, window))


@pytest.mark.parametrize(
    "text", ["soon", "2", "2 moons", "some hours", "no days", "days", "- days", "by day", "the day"]
)
def test_a_slip_in_a_duration_is_a_sentence(text: str) -> None:
    problem = f"“{text}” is not a length of time. Write it like 4 hours, same day or 2 working days."
    assert parse_entry(field(FieldType.DURATION), text, DESK) == Entered(problem=problem)


def test_a_title_has_a_length() -> None:
    title = replace(field(FieldType.TEXT), longest=8)
    assert parse_entry(title, " Home 1st\n", DESK) == Entered("Home 1st")
    assert parse_entry(title, "Home first", DESK).problem == "That is 10 characters long. Write it in 8 at most."


@pytest.mark.parametrize("text", ["same day", "same working day, Mon-Fri", "1 working day", "0 hours"])
def test_a_length_of_time_is_said_back_in_the_words_that_are_read(text: str) -> None:
    asked = field(FieldType.DURATION)
    value = parse_entry(asked, text, DESK).value
    assert value is not None
    assert entry_text(asked, value, DESK) == text


@pytest.mark.parametrize("text", ["-2 days", "within −4 hours"])
def test_no_time_is_less_than_nothing(text: str) -> None:
    problem = "A length of time cannot be less than nothing. Write it without the minus sign."
    assert parse_entry(field(FieldType.DURATION), text, DESK) == Entered(problem=problem)


@pytest.mark.parametrize(
    ("text", "units", "expected"),
    [
        ("12", (), Number(Decimal(12))),
        ("1,200.5kg", ("kg",), Number(Decimal("1200.5"), "kg")),
        ("12", ("sides",), Number(Decimal(12), "sides")),
        ("12 SIDES", ("sides", "words"), Number(Decimal(12), "sides")),
    ],
)
def test_numbers_are_read_with_their_unit(text: str, units: tuple[str, ...], expected: Number) -> None:
    assert parse_entry(field(FieldType.NUMBER, units=units), text, DESK) == Entered(expected)


@pytest.mark.parametrize(
    ("text", "unit"), [("12 sessions a week", "sessions a week"), ("12", ""), ("12kg", "kg"), ("12 100", "100")]
)
def test_a_number_that_may_count_anything_keeps_the_words_behind_it(text: str, unit: str) -> None:
    assert parse_entry(replace(field(FieldType.NUMBER), any_unit=True), text, DESK) == Entered(
        Number(Decimal(12), unit)
    )


@pytest.mark.parametrize(
    ("text", "units", "problem"),
    [
        ("1e9", (), "“1e9” is more than a number. Write the number alone, like 12."),
        ("25 bananas", (), "“25 bananas” is more than a number. Write the number alone, like 12."),
        ("25 bananas", ("mm",), "“25 bananas” is not a number of mm. Write the number alone, like 12."),
        ("many", (), "“many” is not a number. Write digits first, like 12."),
        ("many", ("sides",), "“many” is not a number. Write digits first, like 12 sides."),
        ("12", ("sides", "words"), "Say what the number counts: sides, words."),
        ("12 pages", ("sides", "words"), "Say what the number counts: sides, words."),
    ],
)
def test_a_slip_in_a_number_is_a_sentence(text: str, units: tuple[str, ...], problem: str) -> None:
    assert parse_entry(field(FieldType.NUMBER, units=units), text, DESK) == Entered(problem=problem)


@pytest.mark.parametrize(("text", "expected"), [("Yes", True), ("y", True), ("NO", False), ("false", False)])
def test_yes_and_no_are_read(text: str, *, expected: bool) -> None:
    assert parse_entry(field(FieldType.YES_NO), text, DESK) == Entered(expected)
    assert parse_entry(field(FieldType.YES_NO), f"{text}be", DESK) == Entered(problem="Answer yes or no.")


@pytest.mark.parametrize("text", ["scotland", "Scotland", "  SCOTLAND "])
def test_a_choice_is_picked_by_id_or_label(text: str) -> None:
    assert parse_entry(field(FieldType.CHOICE, choices=LAWS), text, DESK) == Entered("scotland")


def test_a_choice_that_is_not_there_lists_those_that_are() -> None:
    assert parse_entry(field(FieldType.CHOICE, choices=LAWS), "Wales", DESK).problem == (
        "“Wales” is not one of: England and Wales; Scotland; Northern Ireland."
    )


@pytest.mark.parametrize("text", ["Scotland; England and Wales", "ni, scotland,", "ni\nscotland", "scotland;;scotland"])
def test_several_choices_come_in_the_order_of_the_list(text: str) -> None:
    found = parse_entry(field(FieldType.CHOICES, choices=LAWS), text, DESK).value
    assert isinstance(found, Choices)
    assert list(found.chosen) == [law.id for law in LAWS if law.id in found.chosen]
    assert "scotland" in found.chosen


def test_one_wrong_choice_among_several_is_a_sentence() -> None:
    assert parse_entry(field(FieldType.CHOICES, choices=LAWS), "scotland, wales", DESK).problem.startswith("“wales” is")


def test_a_label_with_a_comma_can_be_picked_among_several() -> None:
    choices = (Choice("both", "Here, there"), Choice("here", "Here"))
    spec = field(FieldType.CHOICES, choices=choices)
    assert parse_entry(spec, "Here, there; here", DESK) == Entered(Choices(("both", "here")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("weekly", Frequency.WEEKLY), ("Every  fortnight", Frequency.FORTNIGHTLY), ("six_monthly", Frequency.SIX_MONTHLY)],
)
def test_frequencies_are_read_by_their_many_names(text: str, expected: Frequency) -> None:
    assert parse_entry(field(FieldType.FREQUENCY), text, DESK) == Entered(expected)


def test_a_frequency_nobody_knows_lists_those_that_are() -> None:
    problem = parse_entry(field(FieldType.FREQUENCY), "hourly", DESK).problem
    assert problem.startswith("“hourly” is not one of: Daily, Weekly, Every two weeks")


def test_a_reference_is_found_by_what_people_call_the_record() -> None:
    spec = field(FieldType.REFERENCE, to="meeting")
    assert parse_entry(spec, " M2 ", DESK) == Entered(Reference("meeting-2"))
    assert parse_entry(spec, "meeting-1", DESK) == Entered(Reference("meeting-1"))
    assert (
        parse_entry(spec, "M9", DESK).problem
        == "No meeting is called “M9”. Pick one that you have entered, or enter it first."
    )


def test_files_and_tables_are_not_typed() -> None:
    assert parse_entry(field(FieldType.FILE), "a.pdf", DESK).problem == (
        "A file is not typed: choose it in the window, or name it to the command attach."
    )
    assert parse_entry(field(FieldType.TABLE), "x", DESK).problem.startswith("A table is filled in row by row")
    assert entry_text(field(FieldType.FILE), Attachment("0" * 64, "a.pdf"), DESK) == "a.pdf"


@pytest.mark.parametrize("kind", list(FieldType))
def test_nothing_typed_empties_the_field(kind: FieldType) -> None:
    assert parse_entry(field(kind), " \n ", DESK) == Entered()


def test_a_line_stays_one_line_and_long_text_keeps_its_lines() -> None:
    assert parse_entry(field(FieldType.TEXT), " a\nb ", DESK) == Entered("a b")
    assert parse_entry(field(FieldType.LONG_TEXT), "a\r\n\r\n- b", DESK) == Entered("a\n\n- b")


def test_letters_that_cannot_be_printed_are_removed_with_a_note() -> None:
    entered = parse_entry(field(FieldType.TEXT), "a\x00b", DESK)
    assert (entered.value, entered.note) == ("ab", "1 character that cannot be printed was removed.")


@given(st.sampled_from(list(FieldType)), st.text())
def test_no_text_breaks_the_reading_of_an_entry(kind: FieldType, text: str) -> None:
    entered = parse_entry(field(kind, choices=LAWS, to="meeting"), text, DESK)
    assert entered.value is None or not entered.problem


DECIMALS = st.decimals(min_value=0, max_value=10**6, places=3) | st.integers(0, 10**6).map(Decimal)
SHARES = st.decimals(min_value=0, max_value=100, places=3)
YEARS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
LONG = st.decimals(min_value=0, max_value=20, places=3)
LINES = st.text().map(lambda text: clean(" ".join(clean(text).text.split())).text.strip())
CHOICES = st.lists(
    st.builds(Choice, st.from_regex(r"[a-z]{1,3}", fullmatch=True), st.text("ab;, ", min_size=1).filter(str.strip)),
    min_size=1,
    unique_by=lambda choice: choice.id,
).map(tuple)
UNITS = LINES.filter(lambda text: not text[:1].isdigit() and text[:1] not in {",", "."})
RECORDS = st.sampled_from(sorted(CALLED.values())).map(Reference)
PLAIN: st.SearchStrategy[tuple[Field, Scalar]] = st.one_of(
    st.tuples(st.just(field(FieldType.TEXT)), LINES.filter(bool)),
    st.tuples(st.just(field(FieldType.LONG_TEXT)), st.text().map(lambda text: clean(text).text).filter(str.strip)),
    st.tuples(st.just(field(FieldType.DATE)), YEARS),
    st.tuples(st.just(field(FieldType.MONEY)), st.integers(0, 10**12).map(Money)),
    st.tuples(st.just(field(FieldType.PERCENTAGE)), SHARES.map(Percentage)),
    st.tuples(st.just(field(FieldType.YES_NO)), st.booleans()),
    st.tuples(st.just(field(FieldType.FREQUENCY)), st.sampled_from(Frequency)),
    st.tuples(st.just(field(FieldType.DURATION)), st.builds(Duration, LONG, st.sampled_from(DurationUnit),
                                                            LINES)),
    st.tuples(st.just(replace(field(FieldType.NUMBER), any_unit=True)), st.builds(Number, DECIMALS, UNITS)),
    st.tuples(st.just(field(FieldType.NUMBER)), st.builds(Number, DECIMALS)),
    st.tuples(st.just(field(FieldType.REFERENCE, to="meeting")), RECORDS),
)  # fmt: skip


@given(PLAIN)
def test_what_is_printed_for_editing_reads_back_as_the_same_value(case: tuple[Field, Scalar]) -> None:
    spec, value = case
    assert parse_entry(spec, entry_text(spec, value, DESK), DESK) == Entered(value)


@given(CHOICES, st.data())
def test_choices_printed_for_editing_read_back_as_the_same_choices(
    choices: tuple[Choice, ...], data: st.DataObject
) -> None:
    one = data.draw(st.sampled_from(choices)).id
    spec = field(FieldType.CHOICE, choices=choices)
    assert parse_entry(spec, entry_text(spec, one, DESK), DESK) == Entered(one)
    some = data.draw(st.sets(st.sampled_from(choices), min_size=1))
    many = Choices(tuple(choice.id for choice in choices if choice in some))
    spec = field(FieldType.CHOICES, choices=choices)
    assert parse_entry(spec, entry_text(spec, many, DESK), DESK) == Entered(many)


@pytest.mark.parametrize(("typed", "chosen"), [("subject to contract", "subject_to_contract"), ("3", "possible")])
def test_a_choice_is_typed_by_the_words_of_its_id_or_the_number_before_its_label(typed: str, chosen: str) -> None:
    labels = {"subject_to_contract": "The award and a signed contract", "possible": "3 Possible", "none": "Nothing"}
    spec = Field("x", "X", FieldType.CHOICE, "", choices=tuple(Choice(*one) for one in labels.items()))
    assert parse_entry(spec, typed, DESK).value == chosen
