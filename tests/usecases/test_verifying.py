# SPDX-License-Identifier: MPL-2.0
"""Files that are nothing of ours, or nothing that could be read."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from evidencepack.usecases.verifying import Standing, verify


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("pack.pdf", b"%PDF-1.4\nnot really", "cannot be read as a PDF, as which it is named."),
        ("pack.PDF", b"Dear buyer,", "cannot be read as a PDF, as which it is named."),
        ("reply.docx", b"", "cannot be read as a Word file, as which it is named."),
        ("reply.docx", b"PK\3\4 nothing", "cannot be read as a Word file, as which it is named."),
        ("notes.txt", b"Dear buyer,", "does not say that evidencepack made it. Nothing is known of it."),
    ],
)
def test_what_cannot_be_read_as_what_its_name_says_is_said_to_be_that(
    tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    (found,) = verify([tmp_path / name], None)
    assert found.standing is Standing.UNKNOWN
    assert found.sentence.startswith(said)


def test_a_pdf_of_somebody_else_is_read_and_says_nothing_of_us(tmp_path: Path) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "theirs.pdf")
    (found,) = verify([tmp_path / "theirs.pdf"], None)
    assert found.sentence == "does not say that evidencepack made it. Nothing is known of it."
