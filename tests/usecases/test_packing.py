# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Answer
from evidencepack.pack.press import Format
from evidencepack.usecases.exporting import Exporter
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.packing import PagePress
from evidencepack.usecases.previewing import UnprintableError


@pytest.fixture
def pages(program: Program) -> PagePress:
    return PagePress(program.library, program.press)


@pytest.fixture
def few(program: Program, sample_facts: Facts) -> Facts:
    """Return the sample's facts with two case studies as the only documents: quick to lay out."""
    kept = {
        key: one
        for key, one in sample_facts.records.items()
        if not program.library[one.kind].document or one.reference in {"TBN-CS-01", "TBN-CS-02"}
    }
    return replace(sample_facts, records=kept)


def answering(facts: Facts, record: Record, answers: Mapping[str, Answer]) -> Facts:
    changed = replace(record, answers={**record.answers, **answers})
    return replace(facts, records={**facts.records, record.id: changed})


def test_a_pack_is_as_large_as_the_one_that_is_exported(
    program: Program, pages: PagePress, few: Facts, tmp_path: Path
) -> None:
    size = pages.measure(few)
    exporter = Exporter(program.library, program.press, (Format.PDF,))
    exported = exporter.export_pack(few, tmp_path, progress=lambda *_: None)
    packed = exported.files[0]
    assert (size.pages, size.sides, size.limit) == (packed.pages, exported.sides, exported.limit)
    assert list(size.spans.values()) == [(one.first_page, one.last_page) for one in packed.documents]
    assert size.front == min(first for first, _ in size.spans.values()) - 1


def test_the_pages_to_print_are_those_of_the_export(
    program: Program, pages: PagePress, few: Facts, tmp_path: Path
) -> None:
    exporter = Exporter(program.library, program.press, (Format.PDF,))
    exporter.export_pack(few, tmp_path, progress=lambda *_: None)
    made = pages.pages(few, "", Audience.PACK)
    with pypdfium2.PdfDocument(tmp_path / "pack.pdf") as written, pypdfium2.PdfDocument(made.pdf) as shown:
        assert [page.get_textpage().get_text_range() for page in shown] == [
            page.get_textpage().get_text_range() for page in written
        ]
        assert made.pages == len(written)


def test_one_document_is_printed_without_fields_to_fill_in(pages: PagePress, few: Facts) -> None:
    study = next(few.of_kind("case_study"))
    made = pages.pages(few, study.id, Audience.PARTNER)
    with pypdfium2.PdfDocument(made.pdf) as document:
        assert document.get_formtype() == pypdfium2.raw.FORMTYPE_NONE
        assert "For partners. Not part of the tender." in document[0].get_textpage().get_text_range()


def test_a_pack_without_documents_has_no_size_and_no_pages(pages: PagePress, few: Facts) -> None:
    none = replace(few, records={key: one for key, one in few.records.items() if one.kind != "case_study"})
    size = pages.measure(none)
    assert (size.pages, size.sides, dict(size.spans)) == (0, 0, {})
    with pytest.raises(NotFoundError, match="No document is in the pack yet"):
        pages.pages(none, "", Audience.PACK)


def test_a_document_that_is_gone_is_told(pages: PagePress, few: Facts) -> None:
    with pytest.raises(NotFoundError, match="no longer in the tender"):
        pages.pages(few, "gone", Audience.PACK)


def test_characters_that_cannot_be_printed_are_named(pages: PagePress, few: Facts) -> None:
    strange = answering(few, next(few.of_kind("case_study")), {"problem": "A letter \U00013000 of old Egypt"})
    with pytest.raises(UnprintableError, match="cannot be printed"):
        pages.measure(strange)
    with pytest.raises(UnprintableError, match="cannot be printed"):
        pages.pages(strange, "", Audience.PACK)
