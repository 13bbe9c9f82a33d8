# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable

import pytest

After = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('id = "how"', 'id = "purpose"', "field purpose.id: 'purpose' is used twice"),
        ('id = "how"', "", "is missing"),
        ('id = "how"', 'id = "reference"', "every record has a reference already"),
        ('type = "date"', 'type = "day"', "field start_date.type: 'day' is not known; choose from text, long_text"),
        ('type = "date"', "", "field start_date.type: is missing"),
        ('type = "date"', "type = 3", "field start_date.type: expected text in quotes"),
        ('label = "Start"', "", "field start_date.label: is missing"),
        ('help = "The first day."', "", "field start_date.help: is missing"),
        ('help = "The first day."', 'help = "One. Two. Three."', "field start_date.help: is longer than two sentences"),
        ('example = "1 Jul 2027"', "", "field start_date.example: is missing"),
        ('example = "1 Jul 2027"', 'example = "soon"', "field start_date.example: is not what the field takes: “soon”"),
        ("words = 120", "past = true", "field purpose.past: goes only with date"),
        ("words = 120", "words = -1", "field purpose.words: expected a whole number"),
        ('help = "The first day."', 'help = "Day one."\nwords = 5', "field start_date.words: goes only with text"),
        ('help = "The first day."', 'help = "Day one."\nlongest = 5', "field start_date.longest: goes only with text"),
        (
            'help = "The first day."',
            'help = "Day one."\nleast = 5',
            "field start_date.least: goes only with number, percentage, money and duration",
        ),
        (
            'help = "The first day."',
            'help = "Day one."\nwritten = "colour"',
            "field start_date.written: goes only with text",
        ),
        ('help = "The first day."', 'help = "Day one."\nunits = ["kg"]', "field start_date.units: goes only with"),
        ('help = "The first day."', 'help = "Day one."\nunits = "kg"', "field start_date.units: expected a list of"),
        ('help = "The first day."', 'help = "Day one."\nto = "mou"', "field start_date.to: goes only with reference"),
        (
            'help = "The first day."',
            'help = "Day one."\naccepts = "logo"',
            "field start_date.accepts: goes only with file",
        ),
        ('help = "The first day."', 'help = "Day one."\naccepts = "song"', "field start_date.accepts: 'song' is not"),
        ('help = "The first day."', 'help = "Day one."\nrows_of = "mou"', "field start_date.type: only a table has"),
        ('help = "The first day."', 'help = "Day one."\nof_parties = true', "field start_date.of_parties: goes only"),
        ('help = "The first day."', 'help = "Day one."\nanswers = ["why"]', "field start_date.answers: 'why' is not"),
        ('help = "The first day."', 'help = "Day one."\nweight = "big"', "field start_date.weight: 'big' is not known"),
        ('help = "The first day."', 'help = "Day one."\nrequired = "yes"', "field start_date.required: expected true"),
        (
            'help = "The first day."',
            'help = "Day one."\nrequired = true\nrequired_when = ["how set"]',
            "field start_date.required_when: says nothing beside required = true",
        ),
        ('to = "organisation"\n', "", "column parties.organisation.to: is missing"),
        ('to = "organisation"\n', 'to = "club"\n', "column parties.organisation.to: there is no kind 'club'"),
        ('of = "parties"\nid = "capacity"', 'of = "party"\nid = "capacity"', "column.of: there is no field 'party'"),
        ('of = "parties"\nid = "capacity"', 'id = "capacity"', "column capacity.of: is missing"),
        ('id = "capacity"', 'id = "organisation"', "field parties.column organisation: is there 2 times"),
        (
            'label = "Capacity"\ntype = "text"',
            'label = "Capacity"\ntype = "table"',
            "field parties.column capacity.type: a column cannot be a table",
        ),
        ('label = "Capacity"', 'label = "Capacity"\ncolour = 1', "column parties.capacity.colour: is not a known key"),
        ('rows_of = "contribution"', "", "field contributions.type: a table needs either its own"),
        ('rows_of = "contribution"', 'rows_of = "gift"', "field contributions.rows_of: there is no kind 'gift'"),
        ('rows_of = "contribution"', 'rows_of = "tender"', "field contributions.of_parties: needs a field 'party'"),
        ("of_parties = true", 'of_parties = true\nby = "what"', "field contributions.of_parties: needs a field 'what'"),
        ("of_parties = true", 'by = "party"', "field contributions.by: goes only with of_parties"),
        ('help = "The first day."', 'help = "Day one."\nonly = ["law set"]', "field start_date.only: goes only with"),
        ('of = "law"', 'of = "low"', "choice.of: there is no field or column 'low'"),
        ('of = "law"', "", "choice england_wales.of: is missing"),
        ('of = "law"', 'of = ["law", "law"]', "names the same thing twice"),
        ('of = "law"', 'of = "purpose"', "field purpose.type: is no choice but has [[choice]] entries"),
        ('type = "yes_no"', 'type = "choices"', "field personal_data.type: has no [[choice]] entries"),
        (
            'id = "scotland"',
            'id = "england_wales"',
            "choice law.england_wales.id: 'england_wales' is used twice in law",
        ),
        ('label = "Scotland"', "", "choice law.scotland.label: is missing"),
    ],
)
def test_a_wrong_field_is_refused(after: After, old: str, new: str, problem: str) -> None:
    found = after(old, new)
    assert any(problem in line for line in found), found


def test_a_kind_without_fields_is_refused(after: After, record_text: Callable[[str], str]) -> None:
    text = record_text("governance")
    assert "field: is missing: a kind has at least one field" in after(text[text.index("[[field]]") :], "",
                                                                       record="governance")  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"law", "personal_data"', '"law", "nothing"', "step all.fields: there is no field 'nothing'"),
        ('"law", "personal_data"', '"law"', "field personal_data: stands in 0 steps; it must stand in one"),
        ('"law", "personal_data"', '"law", "law"', "step all.fields: names the same thing twice"),
        (
            "[[step]]",
            '[[step]]\nid = "all"\ntitle = "Again"\nfields = ["law"]\n[[step]]',
            "field law: stands in 2 steps; it must stand in one",
        ),
        ("[[step]]", '[[step]]\nid = "all"\ntitle = "Again"\nfields = ["law"]\n[[step]]', "step all: is there 2 times"),
        ("[[step]]", '[[step]]\nid = "none"\ntitle = "None"\n[[step]]', "step none.fields: is missing"),
        ('title = "All"', "", "step all.title: is missing"),
    ],
)
def test_a_wrong_step_is_refused(after: After, old: str, new: str, problem: str) -> None:
    found = after(old, new)
    assert any(line.startswith(problem) for line in found), found


@pytest.mark.parametrize("type_", ["yes_no", "frequency", "reference", "file", "table"])
def test_a_type_whose_form_shows_the_answers_needs_no_example(after: After, type_: str) -> None:
    found = after('type = "date"', f'type = "{type_}"')
    assert "field start_date.example: is missing" not in found
