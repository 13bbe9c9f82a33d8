# SPDX-License-Identifier: MPL-2.0
"""No words of a shipped kind name a law or a regulator themselves: those come from one place."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from tests.shipped import LIBRARY

from evidencepack.library.model import Field, Kind
from evidencepack.library.template import For, If, Template, Words

_NAMED = re.compile(
    r"\d{4}|Commission|Inspectorate|Barring|GDPR|Toolkit|Council|AccessNI|Groups scheme|Accord"
    r"|opt-out|Ombudsman|Healthwatch|Ofsted|Skills for Care|Guardian|Code"
)
NAMES = {
    words.removeprefix("the ")
    for names in LIBRARY.nations.values()
    for words in names.law.values()
    if _NAMED.search(words)
}


_EVERYWHERE = frozenset.intersection(*(names.names() for names in LIBRARY.nations.values()))
_ALL = frozenset(name for names in LIBRARY.nations.values() for name in names.names())
_OF_ONE_NATION = re.compile(
    "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in sorted(_ALL - _EVERYWHERE, key=len, reverse=True))
)

_THE_LAW_ITSELF = "The question asks for a law, and only a law shows how to name one"
_A_ROUTE = "A route is named after the law that made it; a check warns in other nations"
_ENGLAND_ONLY = "Asked of organisations in England only"
_BUT_ONE = "Three nations have it under this name; a check warns in the fourth"
_BUYERS_OWN = "The buyer says which it uses; a check warns in other nations"
_SAYS_WHERE = "Says itself in which nation"
REASONS = {
    "data_flow/statutory_basis example": _THE_LAW_ITSELF,
    "data_flow/statutory_basis weak": _THE_LAW_ITSELF,
    "data_flow/statutory_basis strong": _THE_LAW_ITSELF,
    "contact/roles choice caldicott_guardian": _BUT_ONE,
    "data_flow/retention_receiver help": _BUT_ONE,
    "dsa/ig_reviews/capacity choice caldicott_guardian": _BUT_ONE,
    "dsa/retention help": _BUT_ONE,
    "dsa/retention/set_by example": _BUT_ONE,
    "dsa/step retention": _BUT_ONE,
    "organisation/caldicott_guardian label": _BUT_ONE,
    "organisation/dspt_status label": _ENGLAND_ONLY,
    "tender/social_value_framework choice ppn002": _BUYERS_OWN,
    "tender/route example": _A_ROUTE,
    "tender/route choice pa23_open": _A_ROUTE,
    "tender/route choice pa23_competitive_flexible": _A_ROUTE,
    "tender/route choice pa23_light_touch": _A_ROUTE,
    "tender/route choice psr_competitive": _A_ROUTE,
    "tender/route choice psr_most_suitable": _A_ROUTE,
    "tender/route choice psr_direct_a": _A_ROUTE,
    "tender/route choice psr_direct_b": _A_ROUTE,
    "tender/route choice psr_direct_c": _A_ROUTE,
    "tender/safeguarding_contacts/council help": _SAYS_WHERE,
}
"""Where a law, a regulator or a scheme of one nation is named all the same, and why."""


@pytest.mark.parametrize("kind", [kind for kind in LIBRARY.kinds.values() if kind.document], ids=lambda kind: kind.id)
def test_printed_words_take_names_of_law_from_one_place(kind: Kind) -> None:
    said = " ".join(words for template in _templates(kind) for words in _words(template))
    assert {name for name in NAMES if name in said} == set()


@pytest.mark.parametrize("kind", LIBRARY.kinds.values(), ids=lambda kind: kind.id)
def test_questions_and_examples_name_no_law_of_one_nation_but_for_a_reason(kind: Kind) -> None:
    found = {
        f"{kind.id}/{place}": sorted(set(_OF_ONE_NATION.findall(text)))
        for place, text in _asked(kind)
        if _OF_ONE_NATION.search(text)
    }
    assert {place: names for place, names in found.items() if place not in REASONS} == {}


def test_every_reason_is_still_needed() -> None:
    said = {f"{kind.id}/{place}": text for kind in LIBRARY.kinds.values() for place, text in _asked(kind)}
    assert [place for place in REASONS if not _OF_ONE_NATION.search(said.get(place, ""))] == []


def test_suggestions_for_partners_name_no_law_of_one_nation() -> None:
    guides = LIBRARY.partner_types.values()
    said = " ".join(text for guide in guides for text in (guide.title, guide.best_for, guide.risk, guide.answer))
    assert _OF_ONE_NATION.findall(said) == []


def test_the_names_that_are_looked_for_are_names() -> None:
    assert {"Mental Capacity Act 2005", "Care Quality Commission", "UK GDPR", "Disclosure and Barring Service"} <= NAMES
    assert "council" not in NAMES


def _asked(kind: Kind) -> Iterator[tuple[str, str]]:
    """Yield the words round the answers of a kind: titles, questions, headings and starters, each with its place."""
    yield from ((name, str(getattr(kind, name))) for name in ("title", "plain_title", "purpose", "label"))
    yield from ((f"step {step.id}", f"{step.title} {step.intro}") for step in kind.steps)
    for field in kind.fields.values():
        yield from _question(field.id, field)
        for column in () if field.rows_of else field.columns:
            yield from _question(f"{field.id}/{column.id}", column)
    yield from ((f"clause {clause.key}", clause.heading) for clause in kind.clauses)
    for schedule in kind.schedules:
        heads = (schedule.heading, schedule.empty or "", *(column.heading for column in schedule.columns))
        yield f"schedule {schedule.key}", " ".join(heads)
    for starter in kind.starters:
        yield f"starter {starter.id}", " ".join([starter.title, *_typed(tuple(starter.values.values()))])


def _question(place: str, field: Field) -> Iterator[tuple[str, str]]:
    for name in ("label", "help", "example", "weak", "strong"):
        yield f"{place} {name}", str(getattr(field, name))
    for choice in field.choices:
        yield f"{place} choice {choice.id}", f"{choice.label} {choice.help}"


def _typed(values: tuple[object, ...]) -> Iterator[str]:
    """Yield the words among what a starter fills in, those in rows too."""
    for value in values:
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from (text for row in value for text in _typed(tuple(row.values())))


def _templates(kind: Kind) -> Iterator[Template]:
    yield from (kind.headline or (), kind.facts or (), kind.lead or (), kind.short_note or ())
    yield from (clause.text for clause in kind.clauses)
    yield from (line.statement for line in kind.signatures)
    for schedule in kind.schedules:
        yield from (schedule.intro or (), schedule.note or ())
        yield from (column.text for column in schedule.columns)


def _words(template: Template) -> Iterator[str]:
    for piece in template:
        match piece:
            case Words(text=text):
                yield text
            case If(branches=branches):
                for _, body in branches:
                    yield from _words(body)
            case For(body=body):
                yield from _words(body)
