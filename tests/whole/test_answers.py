# SPDX-License-Identifier: MPL-2.0
"""Every answer of the sample that a pack may show stands in the PDF and in the Word file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from tests.whole.conftest import Sample
from tests.whole.reading import folded, pdf_pages, pdf_text, word_text

from evidencepack.blocks.inlines import Link, Value
from evidencepack.blocks.walk import inlines_in
from evidencepack.bootstrap import Program
from evidencepack.compose.document import compose
from evidencepack.domain.trade import Audience, Visibility
from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field
from evidencepack.render.number import plain

NAMES = (
    "Siân Llŷr-Evans", "Gwenllïan Prŷs-Jones",  # Welsh
    "Małgorzata Świętochłowska", "Łukasz Żółkiewski",  # Polish
    "Olúmídé Adébáyọ̀", "Ngọzi Okonkwo-Bright",  # Yoruba, Igbo
    "Tomáš Dvořák",  # Czech
    "Róisín O’Shaughnessy", "Dáithí Mac Ruairí", "Anneliese Großmann", "Jürgen Weiß", "Zoë Beaumont-Núñez",
    "মৈত্রী কমিউনিটি ট্রাস্ট", "নাসরিন আক্তার",  # Bengali
)  # fmt: skip

# Answers that a pack may show but that no document or cover of the sample speaks of: the address book holds people
# and details that no document names, and the tender's questions are there for the checks.
_KEPT_FOR_LATER = {
    "contact.work_email", "contact.work_phone", "contact.full_name", "contact.job_title", "contact.authority_basis",
    "organisation.what_they_do", "organisation.registered_address",
    "question.text", "question.spec_ref", "lot.name", "evidence_item.title", "evidence_item.shows",
}  # fmt: skip
# Where sides are counted, these stand in the copies for partners only.
_FOR_PARTNERS = {"raci.activities.phase", "raci.activities.linked", "raci.activities.evidence_of_done"}
# The letters of a responsibility map stand in its grid under the words of activity and role, not under their ids.
_IDS = {"raci.letters.activity", "raci.letters.role"}
# One heap of words in which a line, a list or a sentence of the answer is looked for: how it is set is told elsewhere.
_SQUEEZED = str.maketrans("", "", " -–•")


@pytest.fixture(scope="session")
def pdf(sample: Sample) -> str:
    return pdf_text(sample.files["pack.pdf"])


@pytest.fixture(scope="session")
def word(sample: Sample) -> str:
    return word_text(sample.files["pack.docx"])


def test_every_value_of_the_composed_documents_is_in_both(sample: Sample, pdf: str, word: str) -> None:
    values = [
        folded(inline.text)
        for appendix in sample.plan.appendices
        for inline in inlines_in(appendix.document)
        if isinstance(inline, Value | Link)
    ]
    assert len(values) > 1500
    pdf, word = pdf.translate(_SQUEEZED), word.translate(_SQUEEZED)
    assert [text for text in values if text.translate(_SQUEEZED) not in pdf] == []
    assert [text for text in values if text.translate(_SQUEEZED) not in word] == []


def test_every_text_of_the_file_that_a_pack_may_show_is_in_both(
    sample: Sample, program: Program, pdf: str, word: str
) -> None:
    pdf, word = pdf.translate(_SQUEEZED).casefold(), word.translate(_SQUEEZED).casefold()
    partners = _partners_copies(sample, program)
    found, unseen = 0, []
    for name, text in _texts(program):
        wanted = folded(text).translate(_SQUEEZED).casefold().rstrip(".")
        if wanted in pdf and wanted in word:
            found += 1
        elif name not in _KEPT_FOR_LATER | _IDS and not (name in _FOR_PARTNERS and wanted in partners):
            unseen.append((name, text))
    assert unseen == []
    assert found > 850


@pytest.mark.parametrize("name", NAMES)
def test_names_in_every_script_are_in_both(name: str, pdf: str, word: str) -> None:
    assert folded(name) in pdf
    assert folded(name) in word


def test_nothing_is_left_to_complete(sample: Sample, pdf: str, word: str) -> None:
    assert sample.exported.missing == 0
    assert "to complete" not in pdf
    assert "to complete" not in word


def test_each_document_alone_says_what_it_says_in_the_pack(sample: Sample, pdf: str, word: str) -> None:
    for name, data in sample.files.items():
        if name.startswith("documents/") and name.endswith(".pdf"):
            body = pdf_text(data).translate(_SQUEEZED)
            opener = body.partition(" ")[0]
            assert body.removeprefix(opener)[200:] in pdf.translate(_SQUEEZED)
        if name.startswith("documents/") and name.endswith(".docx"):
            assert word_text(data)[200:1000] in word


def test_no_page_is_empty(sample: Sample) -> None:
    for name, data in sample.files.items():
        if name.endswith(".pdf"):
            assert all(len(folded(page)) > 100 for page in pdf_pages(data)), name


def _partners_copies(sample: Sample, program: Program) -> str:
    facts, library = sample.facts, program.library
    documents = (
        compose(library[one.record.kind], one.record, facts=facts, library=library, audience=Audience.PARTNER)
        for one in sample.plan.appendices
    )
    words = folded(" ".join(plain((inline,)) for document in documents for inline in inlines_in(document)))
    return words.translate(_SQUEEZED).casefold()


def _texts(program: Program) -> Iterator[tuple[str, str]]:
    """Give the name of each field and each of its texts, read from the tender file itself, line by line."""
    for record in json.loads(program.sample)["records"]:
        fields = program.library[record["kind"]].fields
        for name, answer in record["values"].items():
            yield from _lines(f"{record['kind']}.{name}", fields[name], answer)


def _lines(name: str, field: Field, answer: Any) -> Iterator[tuple[str, str]]:
    if field.visibility is not Visibility.PACK:
        return
    if field.type is FieldType.TABLE:
        for row in answer:
            for column, cell in row["cells"].items():
                yield from _lines(f"{name}.{column}", field.column(column), cell)
    elif field.type in {FieldType.TEXT, FieldType.LONG_TEXT}:
        yield from ((name, line) for line in answer.splitlines() if line.strip())
