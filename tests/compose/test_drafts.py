# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.blocks.blocks import Block, Gap, Heading, Paragraph, Style
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Text, Value
from evidencepack.compose.drafts import as_draft, draft_words, front_as_draft, head_words, missing_values
from evidencepack.compose.examples import MARK
from evidencepack.compose.plain import plain

GAP = Paragraph((Value("[to complete: Area]", ("mou/area",), missing=True),))
DONE = Paragraph((Value("Northwick", ("mou/area",)),))
RISK = Paragraph((Value("Nobody comes", ("risk/what",)),))
OPENING: tuple[Block, ...] = (
    Paragraph((Text("Memorandum"),), Style.OPENER),
    Heading(1, (Text("What we do"),)),
    Paragraph((Text("From May"),), Style.FACTS),
)


def _document(*blocks: Block, letter: bool = False, cover: bool = False) -> Document:
    return Document("mou", "M", Running("", "", "", ""), (Section(blocks, letter=letter, cover=cover),))


def _note(document: Document, at: int) -> str:
    block = document.sections[0].blocks[at]
    assert isinstance(block, Paragraph)
    return plain(block.inlines)


def test_a_finished_document_is_no_draft() -> None:
    document = _document(*OPENING, DONE)
    assert as_draft(document, frozenset({"risk"})) is document


def test_a_draft_says_at_its_opening_how_much_is_missing_and_how_to_find_it() -> None:
    document = as_draft(_document(*OPENING, GAP, GAP), frozenset())
    assert document.running.draft == "Draft: 1 missing"
    said = "Draft: 1 answer missing. Answer each question that looks like this: [to complete: the question]."
    assert _note(document, 3) == said
    assert len(missing_values(document)) == len((GAP, GAP))


def test_a_document_with_examples_is_a_draft() -> None:
    document = as_draft(_document(*OPENING, RISK), frozenset({"risk"}))
    assert document.running.draft == "Draft: 1 example"
    assert _note(document, 3).endswith(f"What is only an example says so: {MARK}.")


def test_a_letter_says_it_above_its_head() -> None:
    assert _note(as_draft(_document(GAP, letter=True), frozenset()), 0).startswith("Draft: 1 answer missing.")


@pytest.mark.parametrize(
    ("gaps", "examples", "said", "at_the_head"),
    [
        (0, 0, "", ""),
        (3, 0, "Draft: 3 answers missing", "Draft: 3 missing"),
        (0, 2, "Draft: 2 examples to make yours", "Draft: 2 examples"),
        (1, 1, "Draft: 1 answer missing, 1 example to make yours", "Draft: 1 missing, 1 example"),
    ],
)
def test_words_of_the_mark(gaps: int, examples: int, said: str, at_the_head: str) -> None:
    assert (draft_words(gaps, examples), head_words(gaps, examples)) == (said, at_the_head)


def test_the_cover_says_how_much_is_missing_in_how_many_appendices() -> None:
    drafts = [as_draft(_document(*OPENING, block), frozenset()) for block in (GAP, DONE)]
    cover, contents = front_as_draft([_document(DONE, Gap(16), cover=True), _document(DONE)], drafts, frozenset())
    assert _note(cover, 1) == "Draft: 1 answer missing, in one appendix"
    assert (cover.running.draft, contents.running.draft) == ("Draft: 1 missing",) * 2
    assert contents.sections == _document(DONE).sections


def test_a_finished_pack_has_no_mark() -> None:
    pages = (_document(DONE, cover=True), _document(DONE))
    assert front_as_draft(pages, [_document(DONE)], frozenset()) == pages
