# SPDX-License-Identifier: MPL-2.0
"""What PDFs say of themselves is read by a child; whatever they are, there is an answer or a refusal."""

from __future__ import annotations

import io

import pikepdf
import pytest

from evidencepack.guard import pdf_says as room
from evidencepack.guard.faults import RefusedFileError
from evidencepack.guard.pdf_says import pdf_says, said_by


def _pdf(password: str = "", **said: str) -> bytes:
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        for name, words in said.items():
            pdf.docinfo[f"/{name}"] = words
        pdf.save(made, encryption=pikepdf.Encryption(user=password, owner="o") if password else False)
    return made.getvalue()


def test_a_child_reads_what_a_file_says_in_one_line_each() -> None:
    said = pdf_says(_pdf(Title="A\n<b>title&{{", Author="মৈত্রী", Keywords="X@1.0", CreationDate="D:20270214000000Z"))
    assert (said["title"], said["author"], said["keywords"], said["made"]) == (
        "A <b>title&{{",
        "মৈত্রী",
        "X@1.0",
        "D:20270214000000Z",
    )
    assert said["subject"] == ""
    assert len(said["id"]) == 32


def test_what_is_endless_is_cut() -> None:
    assert len(pdf_says(_pdf(Title="x" * 100_000))["title"]) == 300


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello",
        b"%PDF-1.7\n",
        b"%PDF-1.7\n1 0 obj<</Info 1 0 R/Title 1 0 R>>endobj trailer<</Root 1 0 R/Info 1 0 R>>",
        _pdf("secret", Title="Locked"),
        _pdf(Title="Torn")[:300],
    ],
    ids=["empty", "a text", "a head", "a loop", "locked", "torn"],
)
def test_what_cannot_be_opened_is_refused_or_says_nothing_of_ours(data: bytes) -> None:
    try:
        said = said_by(data)
    except RefusedFileError as refused:
        assert str(refused) == "It is no PDF, is locked, or so damaged that nothing can be read."  # noqa: PT017 - either is right
    else:
        assert "evidencepack" not in said["by"]


def test_words_of_another_type_are_told_as_they_are() -> None:
    made = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.trailer["/Info"] = pdf.make_indirect(pikepdf.Dictionary(Title=7, Author=pikepdf.Array([1, 2])))
        pdf.save(made)
    assert said_by(made.getvalue())["title"] == "7"


def test_a_file_that_is_too_large_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_BYTES", 10)
    with pytest.raises(RefusedFileError, match="more than is looked at"):
        pdf_says(b"%PDF" + b"0" * 10)
