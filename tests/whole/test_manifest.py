# SPDX-License-Identifier: MPL-2.0
"""The manifest tells the truth about the files beside it."""

from __future__ import annotations

import hashlib
import json
from itertools import pairwise
from typing import Any

import pypdfium2
import pytest
from tests.whole.conftest import Sample
from tests.whole.reading import folded, pdf_bodies, pdf_pages

from evidencepack.pack.fingerprint import content_hash


@pytest.fixture(scope="module")
def said(sample: Sample) -> dict[str, Any]:
    found = json.loads(sample.files["manifest.json"])
    assert isinstance(found, dict)
    return found


def test_every_file_is_listed_and_nothing_else(sample: Sample, said: dict[str, Any]) -> None:
    listed = [file["file"] for file in said["files"]]
    assert sorted([*listed, "manifest.json"]) == sorted(sample.files)
    assert listed[:2] == ["pack.pdf", "pack.docx"]
    assert (said["tender"], said["as_of"]) == ("TBN-ASC-2027-014", "2027-02-15")


def test_bytes_and_sha256_are_those_of_the_files(sample: Sample, said: dict[str, Any]) -> None:
    for file in said["files"]:
        data = sample.files[file["file"]]
        assert file["bytes"] == len(data)
        assert file["sha256"] == hashlib.sha256(data).hexdigest()


def test_pages_are_counted_in_the_files(sample: Sample, said: dict[str, Any]) -> None:
    for file in said["files"]:
        if file["file"].endswith(".pdf"):
            with pypdfium2.PdfDocument(sample.files[file["file"]]) as document:
                assert file["pages"] == len(document)
    for one in said["files"][1:]:
        twin = next(file for file in said["files"] if file["file"] == one["file"].replace(".docx", ".pdf"))
        assert (one["pages"], one["documents"]) == (twin["pages"], twin["documents"])


def test_documents_carry_their_version_and_the_hash_of_their_content(sample: Sample, said: dict[str, Any]) -> None:
    documents = said["files"][0]["documents"]
    assert [document["appendix"] for document in documents] == list("ABCDEFGHIJKLMNOPQRSTUVWX")
    for document, appendix in zip(documents, sample.plan.appendices, strict=True):
        assert document["reference"] == appendix.record.reference
        assert document["version"] == appendix.record.answers["version"]
        assert document["content_hash"] == content_hash(appendix.document)
        assert appendix.document.running.fingerprint == document["content_hash"][:12]


def test_long_papers_stand_in_the_pack_in_their_short_form_and_alone_whole(said: dict[str, Any]) -> None:
    packed = {document["reference"]: document["form"] for document in said["files"][0]["documents"]}
    short = ["TBN-MOU-01", "TBN-RACI-01", "TBN-IFA-01", "TBN-DSA-01", "TBN-CG-01", "TBN-REV-01"]
    assert [reference for reference, form in packed.items() if form == "short"] == short
    alone = [file for file in said["files"][2:] if "slot" not in file]
    assert {document["form"] for file in alone for document in file["documents"]} == {"full"}


def test_the_documents_follow_each_other_to_the_last_page(said: dict[str, Any]) -> None:
    pages = [document["pages"] for document in said["files"][0]["documents"]]
    assert pages[0][0] == 4
    assert pages[-1][1] == said["files"][0]["pages"]
    for (_, last), (first, _) in pairwise(pages):
        assert first == last + 1


def test_the_foot_of_every_page_prints_the_first_twelve_digits(sample: Sample, said: dict[str, Any]) -> None:
    pages = [folded(page) for page in pdf_pages(sample.files["pack.pdf"])]
    for document in said["files"][0]["documents"]:
        first, last = document["pages"]
        for number, page in enumerate(pages[first - 1 : last], 1):
            foot = f"code {document['content_hash'][:12]} Page {number} of {last - first + 1}"
            assert foot in page


def test_the_cover_counts_the_pages_of_the_pack(sample: Sample, said: dict[str, Any]) -> None:
    assert f"{said['files'][0]['pages']} pages" in pdf_bodies(sample.files["pack.pdf"])[0]
