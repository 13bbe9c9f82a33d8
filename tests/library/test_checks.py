# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from evidencepack.library.loader import inspect_library

After = Callable[..., list[str]]
OUT = "{{ mou.purpose }}"


@pytest.mark.parametrize(
    "words",
    [
        "{{ mou.reference }} {{ mou.title }} {{ tender.reference }} {{ lead.reference }}",
        "{% for p in mou.parties %}{{ p.organisation.short_name }} as {{ p.capacity|lower_first }}{% endfor %}",
        "{% for c in mou.contributions %}{{ c.reference }} {{ c.party.short_name }}{% endfor %}",
        "{{ mou.contributions|join_list('what') }} {{ mou.contributions|join_list('party.short_name') }}",
        "{{ mou.contributions|count }} {{ mou.parties|names|ends }}",
        "{{ governance.capacity_alert|with_window }} {{ mou.law|law_name }}",
        "{% if mou.parties and mou.law == 'scotland' and not mou.personal_data %}x{% endif %}",
        "{% if mou.personal_data == true or mou.law in ('scotland',) %}x{% endif %}",
        "{% if mou.parties|count == 2 %}x{% elif tender.lead_provider %}y{% else %}z{% endif %}",
    ],
)
def test_right_names_pass(after: After, words: str) -> None:
    assert after(OUT, words) == []


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("{{ moo.purpose }}", "'moo.purpose': nothing is called 'moo' here; known are governance, law, lead, mou"),
        ("{{ mou }}", "'mou': 'mou' must be followed by a dot and one of contributions,"),
        ("{{ mou.porpoise }}", "'mou.porpoise': a mou has no 'porpoise'; it has contributions,"),
        ("{{ mou.purpose.length }}", "'mou.purpose.length': 'purpose' is no reference, so no dot can follow it"),
        ("{{ mou.parties.organisation }}", "'mou.parties.organisation': 'parties' is a table: loop over it"),
        ("{{ mou.parties }}", "'mou.parties' is a table: loop over it or use a filter such as names or join_list"),
        ("{{ tender.lead_provider }}", "'tender.lead_provider' is a reference: say with a dot which of its fields"),
        ("{% for m in mou.purpose %}{% endfor %}", "'mou.purpose' is no table, so nothing can loop over it"),
        ("{% for m in mou.peas %}{{ m.x }}{% endfor %}", "'mou.peas': a mou has no 'peas'"),
        ("{% for mou in mou.parties %}{% endfor %}", "a loop cannot call its row 'mou'"),
        ("{% for row in mou.parties %}{% endfor %}", "a loop cannot call its row 'row'"),
        ("{% for P in mou.parties %}{% endfor %}", "a loop cannot call its row 'P'"),
        ("{% for p in mou.parties %}{{ p.name }}{% endfor %}", "'p.name': a row of parties has no 'name'"),
        ("{% for p in mou.parties %}{% endfor %}{{ p.x }}", "'p.x': nothing is called 'p' here"),
        ("{{ row.what }}", "'row.what': nothing is called 'row' here"),
        ("{{ mou.purpose|shout }}", "there is no filter 'shout'; choose from count, ends,"),
        ("{{ mou.purpose|names }}", "the filter 'names' does not take a value of type long_text"),
        ("{{ mou.parties|ends }}", "the filter 'ends' does not take a value of type table"),
        ("{{ tender.lead_provider|ends }}", "the filter 'ends' does not take a value of type reference"),
        ("{{ mou.parties|names('x') }}", "the filter 'names' takes 0 argument(s)"),
        ("{{ mou.parties|join_list }}", "the filter 'join_list' takes 1 argument(s)"),
        ("{{ mou.parties|join_list('x') }}", "'mou.parties|join_list': a row of parties has no 'x'"),
        ("{{ mou.parties|join_list('organisation') }}", "'organisation' is a reference: say with a dot"),
        ("{{ mou.contributions|names }}", "'mou.contributions|names': a contribution has no 'organisation'"),
        ("{{ mou.nothing|ends }}", "'mou.nothing': a mou has no 'nothing'"),
        ("{{ clause('x')|ends }}", "a cross-reference, a test or a constant can stand neither in a test nor before"),
        ("{% if clause('best') %}{% endif %}", "there is no clause 'best'"),
        ("{% if binding() %}{% endif %}", "a cross-reference, a test or a constant"),
        ("{% if clause('rest') == 1 %}{% endif %}", "a cross-reference, a test or a constant"),
        ("{{ clause('best') }}", "there is no clause 'best'"),
        ("{{ schedule('rest') }}", "there is no schedule 'rest'"),
        ("{{ binding() }}", "binding() names the clauses that bind, and no clause is marked 'binding = true'"),
        ("{% if mou.law == 'wales' %}{% endif %}", "'law' is never 'wales'; it can be england_wales, scotland"),
        ("{% if mou.personal_data == 'maybe' %}{% endif %}", "'personal_data' is never 'maybe'; it can be yes, no"),
        ("{% if mou.start_date == '2027' %}{% endif %}", "'start_date' is of type date, which is only ever set or not"),
        ("{% if mou.nothing == 'x' %}{% endif %}", "'mou.nothing': a mou has no 'nothing'"),
        ("{% if mou.law and mou.low %}{% endif %}", "'mou.low': a mou has no 'low'"),
        ("{% if mou.law %}{% else %}{{ mou.low }}{% endif %}", "'mou.low': a mou has no 'low'"),
    ],
)
def test_a_wrong_name_is_refused(after: After, words: str, problem: str) -> None:
    [found] = after(OUT, words)
    assert found.startswith(f"clause purpose.text: {problem}")


@pytest.mark.parametrize("key", ["facts", "lead"])
def test_the_opening_words_are_checked(after: After, key: str) -> None:
    old = {"facts": "{{ tender.title }}", "lead": "{{ mou.parties|names }}"}[key]
    [found] = after(old, "{{ tender.name }}")
    assert found.startswith(f"{key}: 'tender.name': a tender has no 'name'")


def test_the_words_above_a_signature_are_checked(after: After) -> None:
    [found] = after("Signed for the parties.", "{{ mou.x }}")
    assert found.startswith("signature authorised_signatory.statement: 'mou.x'")


def test_lead_is_known_only_where_the_tender_names_a_lead_provider(after: After) -> None:
    after('"lead_provider", ', '"lead", ', record="tender")
    found = after('id = "lead_provider"', 'id = "lead"', record="tender")
    assert any("nothing is called 'lead' here" in line for line in found)


def test_shared_organisations_are_named_by_themselves(after: After) -> None:
    after("of_parties = true", "")
    after("{{ row.party.short_name }}", "{{ row.short_name }}")
    assert after('rows_of = "contribution"', 'rows_of = "organisation"') == []
    assert after(OUT, "{{ mou.contributions|names }}") == []


def test_words_for_the_pack_cannot_name_what_the_pack_may_not_see(after: After) -> None:
    [found] = after(OUT, "{{ mou.note }}")
    assert found.startswith("clause purpose.text: names 'note', which is private, in words for pack")


def test_nor_can_they_reach_it_along_a_reference_a_loop_or_a_filter(after: After) -> None:
    way = "{{ lead.secret }}{% for p in mou.parties %}{{ p.organisation.secret }}{% endfor %}"
    found = after(OUT, way + "{{ mou.parties|join_list('organisation.secret') }}{% if mou.note %}x{% endif %}")
    assert [line.split(",")[0] for line in found] == [
        *["clause purpose.text: names 'secret'"] * 3,
        "clause purpose.text: names 'note'",
    ]


def test_a_clause_for_another_audience_can_name_what_that_audience_sees(after: After) -> None:
    after(OUT, "{{ mou.note }}")
    assert after('heading = "Why"', 'heading = "Why"\naudience = "own"') == []
    [found] = after('audience = "own"', 'audience = "partner"')
    assert "which is private, in words for partner" in found


def test_a_schedule_cannot_show_a_table_its_audience_may_not_see(after: After) -> None:
    found = after('help = "What each gives."\nvisibility = "pack"', 'help = "What each gives."')
    assert found == [
        "schedule gifts: names 'contributions', which is private, in words for pack; open the field or give the clause "
        "another audience"
    ]
    assert after('clause = "rest"', 'clause = "rest"\naudience = "own"') == []


SCORED = 'heading = "Who"\nscore = ["weight"]\n'
WEIGHT = """
[[field]]
id = "weight"
label = "Weight"
type = "{type}"
help = "How much it counts."
example = "3"
visibility = "{visibility}"
"""
THRESHOLD = WEIGHT.replace('"weight"', '"{id}"')


@pytest.fixture
def scored(folder: Path) -> Callable[..., list[str]]:
    """Let the schedule multiply a column of the contributions, and list the mistakes."""

    def change(*, type_: str = "number", visibility: str = "pack", thresholds: str = "number") -> list[str]:
        gifts, mou = folder / "records" / "contribution.toml", folder / "documents" / "mou.toml"
        gifts_text = gifts.read_text(encoding="utf-8").replace('"what"]', '"what", "weight"]')
        gifts.write_text(gifts_text + WEIGHT.format(type=type_, visibility=visibility), encoding="utf-8")
        own = "".join(
            THRESHOLD.format(id=name, type=thresholds, visibility="pack") for name in ("medium_from", "high_from")
        )
        text = mou.read_text(encoding="utf-8").replace('"note"]', '"note", "medium_from", "high_from"]')
        cell = 'heading = "Who"\ntext = "{{ row.party.short_name }}"\n'
        assert cell in text
        mou.write_text(text.replace(cell, SCORED) + own, encoding="utf-8")
        return [f"{error.key}: {error.problem}" for error in inspect_library(folder)[1]]

    return change


def test_a_cell_may_multiply_what_can_be_counted(scored: Callable[..., list[str]]) -> None:
    assert scored() == []


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"type_": "text"}, "'weight' is neither a number nor a choice"),
        ({"visibility": "private"}, "names 'weight', which is private, in words for pack"),
        ({"thresholds": "text"}, "'medium_from' says from where a score is called so, and is no number"),
    ],
)
def test_a_score_of_what_cannot_be_counted_or_seen_is_a_mistake(
    scored: Callable[..., list[str]], changed: dict[str, str], problem: str
) -> None:
    found = scored(**changed)
    assert found
    assert found[0].startswith("cell gifts.Who.score: ")
    assert problem in found[0]


def test_a_score_needs_thresholds(after: After) -> None:
    found = after('text = "{{ row.party.short_name }}"', 'score = ["what"]')
    assert "cell gifts.Who.score: 'what' is neither a number nor a choice" in found
    assert any("a mou has no 'medium_from'" in problem for problem in found)


def test_a_cell_has_words_or_a_score(after: After) -> None:
    words = 'text = "{{ row.party.short_name }}"'
    assert any("stands in the place of text" in one for one in after(words, f'{words}\nscore = ["what"]'))


READERS = """
[[field]]
id = "seen_by"
label = "Who may see it?"
type = "choice"
help = "Ask them first."
visibility = "pack"

[[choice]]
of = "seen_by"
id = "private"
label = "Only us"

[[choice]]
of = "seen_by"
id = "pack"
label = "The buyer too"
"""


def narrowed(folder: Path, by: str) -> list[str]:
    """Let a field say who may see the contributions, and list the mistakes."""
    mou = folder / "documents" / "mou.toml"
    text = mou.read_text(encoding="utf-8").replace('"note"]', '"note", "seen_by"]')
    table = 'rows_of = "contribution"\n'
    mou.write_text(text.replace(table, f'{table}narrowed_by = "{by}"\n') + READERS, encoding="utf-8")
    return [f"{error.key}: {error.problem}" for error in inspect_library(folder)[1]]


def test_a_choice_of_readers_may_narrow_a_table(folder: Path) -> None:
    assert narrowed(folder, "seen_by") == []


@pytest.mark.parametrize("by", ["law", "purpose", "nothing"])
def test_a_table_is_narrowed_by_a_choice_of_readers_only(folder: Path, by: str) -> None:
    (found,) = narrowed(folder, by)
    assert found.startswith(f"field contributions.narrowed_by: '{by}' is no choice of this kind with private,")


def test_only_a_table_can_be_narrowed(after: After) -> None:
    found = after('id = "purpose"\nlabel', 'id = "purpose"\nnarrowed_by = "law"\nlabel')
    assert "field purpose.narrowed_by: goes only with table" in found
