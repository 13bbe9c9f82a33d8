# SPDX-License-Identifier: MPL-2.0
"""Every PDF of the sample keeps what it claims, in the eyes of programs that know nothing of ours."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.conformance.conforming import Conforms
from tests.whole.conftest import Sample


def test_every_pdf_of_the_sample_conforms(
    sample: Sample, conforms: Conforms, measured: Callable[[str, str, float], None]
) -> None:
    pdfs = [name for name in sample.files if name.endswith(".pdf")]
    assert len(pdfs) == len(sample.plan.appendices) + 3  # the pack, in its slot too, and the checklist
    for name in pdfs:
        conforms(sample.files[name], name)
    measured("PDFs of the sample pack that veraPDF passes for UA-1 and A-2a", "files", len(pdfs))


def test_the_manifest_lists_the_claims_that_stand_in_the_files(sample: Sample) -> None:
    listed = json.loads(sample.files["manifest.json"])["files"]
    for file in listed:
        claims = file.get("conformance", {}).get("claims", [])
        data = sample.files[file["file"]]
        assert claims == (["PDF/UA-1", "PDF/A-2a"] if file["file"].endswith(".pdf") else [])
        assert (b"<pdfaid:part>2<" in data, b"<pdfuaid:part>1<" in data) == (bool(claims), bool(claims))
