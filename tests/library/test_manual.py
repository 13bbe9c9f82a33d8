# SPDX-License-Identifier: MPL-2.0
"""Pages of the manual: a little Markdown, read strictly, and pages made of what the kinds say."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.shipped import LIBRARY

from evidencepack.domain.trade import Severity, Strength
from evidencepack.library.manual import (
    Group,
    Heading,
    ManualError,
    Page,
    Points,
    Steps,
    Text,
    read_page,
    read_pages,
)
from evidencepack.library.manual_papers import BEFORE, FOR, STEPS, TIPS, glossary_page, paper_pages
from evidencepack.library.manual_rules import beginning_with, heading_of_rule, rule_pages
from evidencepack.library.model import Kind
from evidencepack.library.rule_groups import page_of_rule

_KINDS = [kind for kind in LIBRARY.kinds.values() if kind.document]
_PAGES = {page.about: page for page in paper_pages(LIBRARY.kinds)}

every_kind = pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind.id)


def _part(page: Page, heading: str) -> Points | Steps:
    found = page.parts[page.parts.index(Heading(heading)) + 1]
    assert isinstance(found, Points | Steps)
    return found


def test_a_page_has_a_title_and_parts() -> None:
    written = "# Pack\n\nHere the papers\nbecome one.\n\n## Tips\n\n- One.\n- Two.\n\n1. First.\n2. Then.\n"

    page = read_page("place-pack", Group.PLACES, written)

    assert (page.title, page.about) == ("Pack", "pack")
    assert page.parts == (
        Text("Here the papers become one."),
        Heading("Tips"),
        Points(("One.", "Two.")),
        Steps(("First.", "Then.")),
    )


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Here.\n", "does not begin with its title"),
        ("# A\n\n| a | b |\n", "no part of a page"),
        ("# A\n\n- One.\nTwo.\n", "without its mark: Two."),
        ("# A\n\n1. One.\n- Two.\n", "without its mark: - Two."),
        ("# A\n\n### Deeper\n", "no part of a page"),
    ],
)
def test_what_is_not_written_as_pages_are_is_refused(written: str, words: str) -> None:
    with pytest.raises(ManualError, match=words):
        read_page("a", Group.HOW, written)


def test_a_page_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(ManualError, match="The page getting-started of the manual is missing"):
        read_pages(tmp_path, [])


def test_a_place_without_a_page_stops_no_other(tmp_path: Path) -> None:
    for name in ("getting-started", "saving", "backups", "word-template", "word-reply", "problems", "place-pack"):
        (tmp_path / f"{name}.md").write_text(f"# {name}\n\nHere.\n", encoding="utf-8")

    pages = read_pages(tmp_path, ["tender", "pack"])

    assert [page.name for page in pages if page.group is Group.PLACES] == ["place-pack"]


@every_kind
def test_each_kind_of_document_has_a_page_of_its_own_words(kind: Kind) -> None:
    page = _PAGES[kind.id]

    assert page.title == kind.title
    assert [part.words for part in page.parts if isinstance(part, Heading)] == [FOR, BEFORE, STEPS, TIPS]
    first = page.parts[1]
    assert isinstance(first, Text)
    assert first.words.casefold().endswith(kind.purpose.casefold())
    assert kind.plain_title.casefold() in first.words.casefold()


@every_kind
def test_its_steps_are_those_of_the_form_and_begin_with_their_questions(kind: Kind) -> None:
    steps = _part(_PAGES[kind.id], STEPS).items

    assert len(steps) == len(kind.steps)
    for said, step in zip(steps, kind.steps, strict=True):
        assert said.startswith(step.title)
        assert step.intro in said
    own = kind.fields[kind.steps[0].fields[0]]
    assert own.label in steps[0]


@every_kind
def test_it_says_where_the_paper_goes_and_whom_to_ask(kind: Kind) -> None:
    page = _PAGES[kind.id]
    said = " ".join(part.words for part in page.parts if isinstance(part, Text))
    before = " ".join(_part(page, BEFORE).items)

    assert ("It is for your own use" in said) is not kind.in_pack
    assert ("in a short form" in said) is (kind.in_pack and kind.shortens)
    assert ("solicitor" in before) is bool(kind.notice)
    assert ("who may sign it" in before) is bool(kind.signatures)
    assert all(starter.title in before for starter in kind.starters[:5])
    assert ("mark the tender" in said) is any(how is Strength.MAIN for how in kind.answers.values())


@every_kind
def test_its_tips_are_weak_and_strong_answers_of_its_questions(kind: Kind) -> None:
    fields = [one for field in kind.fields.values() for one in (field, *field.columns) if one.weak and one.strong]
    tips = _part(_PAGES[kind.id], TIPS).items

    assert len(tips) == min(len(fields), 4) + 1
    for said, field in zip(tips, fields[:4], strict=False):
        assert said.startswith(field.label)
        assert field.weak.rstrip(".") in said
        assert field.strong.rstrip(".") in said


def test_the_pages_are_in_the_order_of_a_pack() -> None:
    orders = [LIBRARY.kinds[name].order for name in _PAGES]

    assert orders == sorted(orders)


def test_every_rule_is_on_the_page_of_its_group_with_its_source_and_the_way_out() -> None:
    pages = {page.name: page for page in rule_pages(LIBRARY.rules)}
    for rule in LIBRARY.rules.values():
        page = pages[page_of_rule(f"chk-{rule.id}")]
        points = page.parts[page.parts.index(Heading(f"CHK-{rule.id}: {rule.title}")) + 2]
        assert isinstance(points, Points)
        said = "\n".join(points.items)
        assert rule.source.partition(": ")[2] in said
        assert rule.looks_at in said
        assert rule.help in said
        assert ("cannot be set aside" in said) is (rule.severity is Severity.BLOCKS and not rule.way_out)
        assert rule.way_out.rstrip(".") in said
    assert all(page.group is Group.RULES for page in pages.values())


def test_a_page_of_rules_can_begin_with_any_of_them_and_loses_none() -> None:
    page = next(one for one in rule_pages(LIBRARY.rules) if one.name == "rules-xd")
    turned = beginning_with(page, "XD-06")
    assert turned.parts[0] == Heading(heading_of_rule(LIBRARY.rules["XD-06"]))
    assert sorted(map(repr, turned.parts)) == sorted(map(repr, page.parts))
    assert beginning_with(page, "CHK-ZZ-01") is page


def test_every_word_of_the_glossary_is_explained() -> None:
    page = glossary_page(LIBRARY.glossary)
    items = [item for part in page.parts if isinstance(part, Points) for item in part.items]

    assert len(items) == len(LIBRARY.glossary)
    assert all(
        item.startswith(term.names[0]) and item.endswith(term.meaning)
        for item, term in zip(items, LIBRARY.glossary, strict=True)
    )
