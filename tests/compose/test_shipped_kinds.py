# SPDX-License-Identifier: MPL-2.0
"""Every kind that ships, composed with the sample: no gap, no mark of a template, every reference with a target."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import pytest
from tests.shipped import LIBRARY

from evidencepack.blocks.codec import from_json, to_json
from evidencepack.blocks.document import Document
from evidencepack.blocks.inlines import Text
from evidencepack.blocks.walk import inlines_in
from evidencepack.bootstrap import Program
from evidencepack.compose.contents import contents
from evidencepack.compose.cover import cover
from evidencepack.compose.document import compose
from evidencepack.compose.drafts import missing_values
from evidencepack.compose.gathering import Appended, front_of
from evidencepack.compose.matrix import matrix
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.exchange.tender_file import read_tender_file
from evidencepack.library.model import Library
from evidencepack.render.number import number


@pytest.fixture(scope="module")
def library() -> Library:
    return LIBRARY


@pytest.fixture(scope="module")
def facts(program: Program, library: Library) -> Facts:
    sample = read_tender_file(program.sample, library)
    return Facts(sample.tender.id, {record.id: record for record in (sample.tender, *sample.records)})


Shipped: TypeAlias = Mapping[Audience, list[Document]]


@pytest.fixture(scope="module")
def documents(facts: Facts, library: Library) -> Shipped:
    """Return the documents of the sample as each audience reads them."""
    records = [record for record in facts.records.values() if library[record.kind].document]
    return {
        audience: [compose(library[one.kind], one, facts=facts, library=library, audience=audience) for one in records]
        for audience in Audience
    }


@pytest.mark.parametrize("audience", list(Audience))
def test_nothing_of_the_sample_is_missing(
    facts: Facts, library: Library, documents: Shipped, audience: Audience
) -> None:
    made = documents[audience]
    assert {library[facts.records[one.anchor].kind].id for one in made} >= {"mou", "raci", "dsa", "case_study"}
    assert [value.text for document in made for value in missing_values(document)] == []


@pytest.mark.parametrize("audience", list(Audience))
def test_no_template_shows_through(documents: Shipped, audience: Audience) -> None:
    words = [
        inline.text for document in documents[audience] for inline in inlines_in(document) if isinstance(inline, Text)
    ]
    assert not [text for text in words if any(mark in text for mark in ("{{", "}}", "{%", "\n", " ."))]


@pytest.mark.parametrize("audience", list(Audience))
def test_every_reference_finds_its_target(documents: Shipped, audience: Audience) -> None:
    assert number(tuple(documents[audience])).labels


def test_the_front_of_the_sample_pack_is_complete(facts: Facts, library: Library, documents: Shipped) -> None:
    made = documents[Audience.PACK]
    appendices = [Appended(facts.records[one.anchor], one) for one in made]
    front = front_of(facts, library, appendices, reference="TBN-PACK", version="version 1.0")
    pages = (cover(front), contents(front), matrix(front))
    assert [missing_values(page) for page in pages] == [(), (), ()]
    assert len(front.partners) == 5
    assert number((*pages, *made)).documents


def test_every_shipped_document_comes_back_from_its_json(documents: Shipped) -> None:
    for document in documents[Audience.PACK]:
        assert from_json(to_json(document)) == document
