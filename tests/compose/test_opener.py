# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from evidencepack.blocks.blocks import Block, Heading, Paragraph, Style
from evidencepack.blocks.document import Document, Running
from evidencepack.blocks.inlines import Text, Value
from evidencepack.compose.plain import plain
from evidencepack.library.model import Field, Library
from evidencepack.library.templates import parse_template

Made = Callable[..., Document]


def blocks(document: Document) -> list[Block]:
    return list(document.sections[0].blocks)


def with_field(library: Library, name: str) -> Mapping[str, Field]:
    mou = library["mou"]
    return {**mou.fields, name: replace(mou.fields["purpose"], id=name, label="Title")}


def test_a_document_opens_with_label_headline_facts_and_lead(made: Made) -> None:
    document = made(
        label="MOU",
        headline=parse_template("What we will do"),
        facts=parse_template("{{ mou.parties|names }} ·\n{{ mou.start_date }}"),
        lead=parse_template("For {{ tender.title }}."),
    )
    assert blocks(document) == [
        Paragraph((Text("MOU"),), Style.OPENER),
        Heading(1, (Text("What we will do"),)),
        Paragraph(
            (
                Value("Ferrybank", ("fb/short_name",)),
                Text(" and "),
                Value("Maitree", ("mt/short_name",)),
                Text(" · "),
                Value("15 February 2027", ("m1/start_date",)),
            ),
            Style.FACTS,
        ),
        Paragraph((Text("For "), Value("Home First", ("t1/title",)), Text(".")), Style.LEAD),
    ]


def test_a_kind_that_says_no_more_is_headed_by_its_name(made: Made) -> None:
    name = (Text("Memorandum of understanding"),)
    assert blocks(made()) == [Paragraph(name, Style.OPENER), Heading(1, name)]


def test_a_kind_can_print_an_answer_as_its_headline(made: Made, library: Library) -> None:
    fields = with_field(library, "story")
    headline = parse_template("{{ mou.story }}")
    document = made(headline=headline, fields=fields, answers={"story": "Back to the allotment"})
    assert blocks(document)[1] == Heading(1, (Value("Back to the allotment", ("m1/story",)),))
    assert document.title == "Memorandum of understanding: Back to the allotment"
    untitled = made(headline=headline, fields=fields)
    assert blocks(untitled)[1] == Heading(1, (Value("[to complete: Title]", ("m1/story",), missing=True),))
    assert untitled.title == "Memorandum of understanding"


def test_contents_can_call_it_by_less_than_its_headline(made: Made, library: Library) -> None:
    fields = with_field(library, "story")
    templates = {"headline": parse_template("{{ mou.purpose }}"), "called": parse_template("{{ mou.story }}")}
    document = made(**templates, fields=fields, answers={"story": "Back to the allotment"})
    assert document.title == "Memorandum of understanding: Back to the allotment"
    assert made(**templates, fields=fields).title == "Memorandum of understanding"


@pytest.mark.parametrize(
    ("version", "printed"),
    [("1.0", "version 1.0"), ("0.6", "version 0.6 draft"), (None, "draft")],
)
def test_only_whole_versions_are_no_drafts(made: Made, library: Library, version: str | None, printed: str) -> None:
    document = made(fields=with_field(library, "version"), answers={"version": version})
    assert document.running == Running(
        "Ferrybank Home Support Ltd", "Memorandum of understanding", "TBN-MOU-01", printed
    )


def test_a_kind_without_versions_makes_drafts(made: Made) -> None:
    assert made().running.version == "draft"


def test_the_line_of_facts_begins_with_a_capital(made: Made) -> None:
    said = []
    for facts in ("as of {{ mou.start_date }}", "{{ mou.start_date }} or later"):
        opened = blocks(made(facts=parse_template(facts)))
        line = next(one for one in opened if isinstance(one, Paragraph) and one.style is Style.FACTS)
        said.append(plain(line.inlines))
    assert said == ["As of 15 February 2027", "15 February 2027 or later"]
