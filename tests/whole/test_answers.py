# SPDX-License-Identifier: MPL-2.0
"""Every answer of the sample that a pack may show stands in the PDF and in the Word file."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from tests.whole.conftest import Sample
from tests.whole.reading import folded, pdf_pages, pdf_text, word_text

from evidencepack.blocks.document import Document
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


@pytest.fixture(scope="session")
def alone(sample: Sample) -> Mapping[str, str]:
    """Squeezed texts of the documents' own files, by reference and form, such as "TBN-MOU-01.pdf"."""
    reading = {"pdf": pdf_text, "docx": word_text}
    return {
        name.removeprefix("documents/").partition("-")[2]: reading[name.rpartition(".")[2]](data).translate(_SQUEEZED)
        for name, data in sample.files.items()
        if name.startswith("documents/")
    }


def test_every_value_of_the_pack_is_in_both_bundles(sample: Sample, pdf: str, word: str) -> None:
    values = [value for appendix in sample.plan.appendices for value in _values(appendix.packed)]
    assert len(values) > 1500
    pdf, word = pdf.translate(_SQUEEZED), word.translate(_SQUEEZED)
    assert [value for value in values if value not in pdf] == []
    assert [value for value in values if value not in word] == []


def test_every_value_of_a_document_is_in_both_of_its_own_files(sample: Sample, alone: Mapping[str, str]) -> None:
    values = {one.record.reference: list(_values(one.document)) for one in sample.plan.appendices}
    assert sum(map(len, values.values())) > 2500
    unseen = [
        (reference, form, value)
        for reference, wanted in values.items()
        for form in ("pdf", "docx")
        for value in wanted
        if value not in alone[f"{reference}.{form}"]
    ]
    assert unseen == []


def test_every_text_that_a_pack_may_show_is_in_both_or_in_the_papers_that_stay_out(
    sample: Sample, program: Program, pdf: str, word: str, alone: Mapping[str, str]
) -> None:
    pdfs, words = (_heap(bundle, alone, form) for bundle, form in ((pdf, "pdf"), (word, "docx")))
    kept = _own_papers(sample, program)
    found, unseen = 0, []
    for name, text in _texts(program):
        wanted = folded(text).translate(_SQUEEZED).casefold().rstrip(".")
        if wanted in pdfs and wanted in words:
            found += 1
        elif name not in _KEPT_FOR_LATER | _IDS and wanted not in kept:
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


def test_each_document_alone_says_what_it_says_in_the_pack(
    sample: Sample, pdf: str, word: str, alone: Mapping[str, str]
) -> None:
    bundles = {"pdf": pdf.translate(_SQUEEZED), "docx": word.translate(_SQUEEZED)}
    whole = [one for one in sample.plan.appendices if one.short is None]
    assert len(whole) > 15
    for appendix in whole:
        for form, bundle in bundles.items():
            assert alone[f"{appendix.record.reference}.{form}"][200:1000] in bundle


def test_no_page_is_empty(sample: Sample) -> None:
    for name, data in sample.files.items():
        if name.endswith(".pdf"):
            assert all(len(folded(page)) > 100 for page in pdf_pages(data)), name


def _values(document: Document) -> Iterator[str]:
    for inline in inlines_in(document):
        if isinstance(inline, Value | Link):
            yield folded(inline.text).translate(_SQUEEZED)


def _heap(bundle: str, alone: Mapping[str, str], form: str) -> str:
    return " ".join(
        (bundle.translate(_SQUEEZED), *(text for name, text in alone.items() if name.endswith(form)))
    ).casefold()


def _own_papers(sample: Sample, program: Program) -> str:
    """Every document of the tender in full, as its own people print it; some stay out of the pack, or go in short."""
    facts, library = sample.facts, program.library
    documents = (
        compose(library[one.record.kind], one.record, facts=facts, library=library, audience=Audience.OWN)
        for one in sample.plan.documents
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
    if field.visibility is not Visibility.PACK or field.unused:
        return
    if field.type is FieldType.TABLE:
        for row in answer:
            for column, cell in row["cells"].items():
                yield from _lines(f"{name}.{column}", field.column(column), cell)
    elif field.type in {FieldType.TEXT, FieldType.LONG_TEXT}:
        yield from ((name, line) for line in answer.splitlines() if line.strip())
