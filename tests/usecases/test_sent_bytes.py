# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import hashlib

import pytest

from evidencepack.domain.issue import IssuedFile
from evidencepack.domain.short_code import printed, short_code
from evidencepack.domain.signoff import SentCopy, SentVersion
from evidencepack.usecases.sent_bytes import sent_bytes

PDF, WORD, NEWER = b"%PDF-1.7 what went out %%EOF\n", b"PK what went out", b"%PDF-1.7 in other words %%EOF\n"


def _version(number: int, **files: bytes) -> SentVersion:
    listed = tuple(
        IssuedFile(f"copy.{ending}", hashlib.sha256(data).hexdigest(), len(data), 1) for ending, data in files.items()
    )
    copy = SentCopy(short_code(bytes([number] * 5)), "p", "Maitree", (), (), (), listed)
    about = ("TBN-MOU-01", "Memorandum", "mou", 4)
    said = ("2027-02-01T09:00:00Z", "Jane", "2027-02-01", "0.1.0", "ab" * 32)
    return SentVersion(f"v{number}", "t", "mou-id", *about, number, *said, (copy,))


SENT = (_version(1, pdf=PDF, docx=WORD), _version(2, pdf=NEWER))


@pytest.mark.parametrize(
    ("data", "number", "added", "newest"),
    [(PDF, 1, 0, False), (WORD, 1, 0, False), (NEWER, 2, 0, True), (NEWER + b"signed", 2, 6, True)],
)
def test_a_copy_is_known_and_so_is_one_that_was_filled_in(data: bytes, number: int, added: int, newest: bool) -> None:  # noqa: FBT001
    found = sent_bytes(data, SENT)
    assert found is not None
    assert (found.version.number, found.added, found.newest) == (number, added, newest)
    assert printed(found.copy.code) in found.sentence
    assert ("A later version went out since" in found.sentence) is not newest
    assert ("6 bytes were added behind it" in found.sentence) is bool(added)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF",
        PDF[:-1],
        b"x" + PDF,
        PDF.replace(b"what", b"WHAT"),
        PDF.replace(b"7", b"6") + b"signed",
        WORD + b"more",
    ],
)
def test_what_was_changed_inside_or_is_something_else_is_not_taken_for_one(data: bytes) -> None:
    assert sent_bytes(data, SENT) is None


def test_nothing_is_known_where_nothing_went_out() -> None:
    assert sent_bytes(PDF, ()) is None
