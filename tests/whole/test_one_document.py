# SPDX-License-Identifier: MPL-2.0
"""One document by itself, ready to print for a partner's signature."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.whole.conftest import Sample
from tests.whole.reading import folded, pdf_bodies, pdf_pages, pdf_text, word_text

from evidencepack.bootstrap import Program
from evidencepack.usecases.exporting import Exporter

_NAMES = ["TBN-MOU-01-v1.0.docx", "TBN-MOU-01-v1.0.manifest.json", "TBN-MOU-01-v1.0.pdf"]


@pytest.fixture(scope="module")
def folder(sample: Sample, program: Program, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("alone")
    exporter = Exporter(program.library, program.press)
    exporter.export_document(sample.facts, "TBN-MOU-01", folder, progress=lambda _done, _total, _words: None)
    return folder


def test_only_that_document_is_written(folder: Path) -> None:
    assert sorted(file.name for file in folder.iterdir()) == _NAMES


def test_it_counts_its_own_pages_and_carries_no_stamp_of_a_pack(folder: Path) -> None:
    data = (folder / "TBN-MOU-01-v1.0.pdf").read_bytes()
    bodies, pages = pdf_bodies(data), pdf_pages(data)
    for number, (body, page) in enumerate(zip(bodies, pages, strict=True), 1):
        running = folded(page).replace(folded(body), "")
        assert running.endswith(f"Page {number} of {len(pages)}")


def test_it_calls_itself_no_appendix(folder: Path) -> None:
    text = pdf_text((folder / "TBN-MOU-01-v1.0.pdf").read_bytes())
    assert text.startswith("Memorandum of understanding What we will do together")
    assert "Appendix A" not in text
    assert "Appendix A" not in word_text((folder / "TBN-MOU-01-v1.0.docx").read_bytes())


def test_there_is_a_place_to_sign_for_every_party(folder: Path) -> None:
    text = pdf_text((folder / "TBN-MOU-01-v1.0.pdf").read_bytes())
    assert text.count("Signature (inside this box") == 5
    assert text.count("Date signed") == 5


def test_its_manifest_says_which_version_it_is(folder: Path, sample: Sample) -> None:
    said = json.loads((folder / "TBN-MOU-01-v1.0.manifest.json").read_bytes())
    (document,) = said["files"][0]["documents"]
    assert (document["reference"], document["version"]) == ("TBN-MOU-01", "1.0")
    mou = next(one for one in sample.plan.appendices if one.kind.id == "mou")
    assert document["content_hash"] == mou.content_hash
    assert document["pages"] == [1, said["files"][0]["pages"]]
