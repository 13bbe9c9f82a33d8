# SPDX-License-Identifier: MPL-2.0
"""A paper in which nothing is answered is no evidence; one answer makes the part it stands in evidence."""

from __future__ import annotations

from evidencepack.blocks.blocks import Block, Heading, Paragraph
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Inline, Text, Value
from evidencepack.compose.evidence import telling_places
from evidencepack.domain.record import Facts, Record

ORG, MOU = Record("fb", "organisation", "FB", "", {"legal_name": "Ferrybank"}), "m1"
FACTS = Facts("t1", {"fb": ORG, MOU: Record(MOU, "mou", "TBN-MOU-01", "t1", {"purpose": "To help.", "area": "Here"})})
GAP = Value("[to complete: purpose]", ("m1/purpose",), missing=True)
ANSWER, NAME = Value("To help.", ("m1/purpose",)), Value("Ferrybank", ("fb/legal_name",))
REFERENCE, DASH = Value("TBN-MOU-01", ("m1/reference",)), Value("–", ("m1/area",))


def telling(**parts: Inline) -> frozenset[str]:
    """Return the anchors that say something in a document of such parts, each a heading with one paragraph."""
    blocks: list[Block] = []
    for name, inline in parts.items():
        blocks += [Heading(2, (Text(name),), f"m1/{name}"), Paragraph((inline,))]
    document = Document("m1", "Memorandum", Running("", "", "", ""), (Section(tuple(blocks)),))
    return telling_places(document, FACTS)


def test_a_paper_of_gaps_names_and_its_own_reference_says_nothing() -> None:
    for nothing in (GAP, NAME, REFERENCE, DASH):
        assert telling(purpose=nothing, fixed=Text("We meet.")) == frozenset()


def test_the_part_in_which_an_answer_stands_says_something_and_so_does_the_paper() -> None:
    assert telling(purpose=ANSWER, area=GAP) == {"m1", "m1/purpose"}


def test_a_part_of_fixed_words_says_something_as_soon_as_another_part_does() -> None:
    assert telling(purpose=ANSWER, fixed=Text("We meet.")) == {"m1", "m1/purpose", "m1/fixed"}
