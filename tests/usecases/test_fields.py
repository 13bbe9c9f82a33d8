# SPDX-License-Identifier: MPL-2.0
"""Which files of an export can be filled in: those for people who sign, not the one for people who judge."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.pack.press import Format
from evidencepack.usecases.exporting import Exporter


@pytest.fixture(scope="module")
def folder(program: Program, sample_facts: Facts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an export of the sample: the pack in it, and one document by itself beside it."""
    folder = tmp_path_factory.mktemp("exported")
    exporter = Exporter(program.library, program.press, (Format.PDF,))
    exporter.export_pack(sample_facts, folder, progress=lambda *_: None)
    exporter.export_document(sample_facts, "TBN-MOU-01", folder, progress=lambda *_: None)
    return folder


def names(file: Path) -> list[str]:
    """Return the names of the fields, by what stands at their end."""
    with pikepdf.open(file) as document:
        widgets = [one for page in document.pages for one in page.get("/Annots", []) if one.Subtype == "/Widget"]
        assert ("/AcroForm" in document.Root) == bool(widgets)
        return [str(widget.T) for widget in widgets]


def test_the_pack_cannot_be_typed_into(folder: Path) -> None:
    assert names(folder / "pack.pdf") == []


def test_a_document_by_itself_has_four_fields_for_each_signatory_and_two_where_it_is_initialled(folder: Path) -> None:
    documents = {file.name: names(file) for file in (folder / "documents").glob("*.pdf")}
    signed = documents["E-TBN-MOU-01.pdf"]
    assert len(signed) > 4
    assert signed == ["signature", "date", "name", "role"] * (len(signed) // 4)
    initialled = documents["F-TBN-RACI-01.pdf"]
    assert len(initialled) > 2
    assert initialled == ["signature", "date"] * (len(initialled) // 2)
    assert documents["P-TBN-CS-01.pdf"] == []


def test_a_document_exported_alone_is_the_same_to_fill_in(folder: Path) -> None:
    (alone,) = folder.glob("TBN-MOU-01*.pdf")
    assert names(alone) == names(folder / "documents" / "E-TBN-MOU-01.pdf")
