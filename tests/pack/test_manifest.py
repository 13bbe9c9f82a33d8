# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
from dataclasses import replace

import pytest

from evidencepack.pack.manifest import (
    BuiltFile,
    Conformance,
    DocumentVersion,
    Validated,
    listed,
    listed_files,
    manifest,
)
from evidencepack.pack.validation import Broken, Verdict

_MOU = DocumentVersion("TBN-MOU-01", "Memorandum", "1.0", "ab" * 32, "A", 4, 19)


def test_pages_of_a_damaged_file_are_known_by_the_manifest_and_nonsense_for_them_is_none() -> None:
    made = manifest("T", "2027-02-15", [BuiltFile("bundle.pdf", b"a", 20, (_MOU, replace(_MOU, damaged=True)))])
    (file,) = listed(made)
    assert [one.damaged for one in file.holds] == [range(0), range(4, 20)]
    assert listed(made.replace(b"19", b"Infinity")) == ()


def test_the_manifest_lists_files_in_order_with_what_is_in_them() -> None:
    files = [BuiltFile("pack.pdf", b"abc", 20, (_MOU,)), BuiltFile("documents/মৈত্রী.docx", b"", 1, ())]
    said = json.loads(manifest("TBN-1", "2027-02-15", files))
    assert said == {
        "format": "evidencepack-manifest",
        "version": 2,
        "tender": "TBN-1",
        "as_of": "2027-02-15",
        "files": [
            {
                "file": "pack.pdf",
                "bytes": 3,
                "pages": 20,
                "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "documents": [
                    {
                        "reference": "TBN-MOU-01",
                        "title": "Memorandum",
                        "version": "1.0",
                        "content_hash": "ab" * 32,
                        "appendix": "A",
                        "form": "full",
                        "pages": [4, 19],
                    }
                ],
            },
            {
                "file": "documents/মৈত্রী.docx",
                "bytes": 0,
                "pages": 1,
                "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "documents": [],
            },
        ],
    }


@pytest.mark.parametrize(
    ("conformance", "said"),
    [
        (
            Conformance(Validated.WHOLE, Verdict("validator 1.0")),
            {
                "claims": ["PDF/UA-1", "PDF/A-2a"],
                "validated": "whole",
                "by": "validator 1.0",
                "profiles": ["ua1", "2a"],
            },
        ),
        (
            Conformance(Validated.NOT, Verdict("validator 1.0", (Broken("PDF/UA-1", "7.1-3", 2),))),
            {
                "claims": [],
                "validated": "not",
                "by": "validator 1.0",
                "profiles": ["ua1", "2a"],
                "broken": [{"profile": "PDF/UA-1", "rule": "7.1-3", "count": 2}],
            },
        ),
        (
            Conformance(Validated.NOT, Verdict(reason="checking it took too long")),
            {"claims": [], "validated": "not", "reason": "checking it took too long"},
        ),
        (
            Conformance(Validated.BY_DOCUMENT, Verdict(reason="checking it took too long")),
            {"claims": [], "validated": "by document", "reason": "checking it took too long"},
        ),
    ],
)
def test_the_manifest_says_what_a_pdf_claims_and_who_confirmed_it(
    conformance: Conformance, said: dict[str, object]
) -> None:
    (file,) = json.loads(manifest("TBN-1", "2027-02-15", [BuiltFile("pack.pdf", b"abc", 1, (), conformance)]))["files"]
    assert file["conformance"] == said


def test_the_manifest_can_be_read_by_people_too() -> None:
    text = manifest("TBN-1", "2027-02-15", [BuiltFile("মৈত্রী.pdf", b"", 1, ())]).decode()
    assert "মৈত্রী.pdf" in text
    assert text.endswith("}\n")


def test_a_manifest_is_read_back() -> None:
    data = manifest("TBN-1", "2027-02-15", [BuiltFile("pack.pdf", b"abc", 1, ())])
    assert listed_files(data) == {"pack.pdf": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"}


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"null", b"7", b"{}", b'{"format": "other", "files": []}', b"\xff", b"[" * 100_000,
     b'{"format": "evidencepack-manifest"}', b'{"format": "evidencepack-manifest", "files": [1]}'],
)  # fmt: skip
def test_anything_else_called_manifest_lists_nothing(data: bytes) -> None:
    assert listed_files(data) == {}
