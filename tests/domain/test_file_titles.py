# SPDX-License-Identifier: MPL-2.0
"""Titles and dates are guessed from the names that people, scanners and cameras give to files."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.domain.file_titles import LONGEST, NameGuess, guess_from_name

MARCH = date(2026, 3, 14)


@pytest.mark.parametrize(
    ("name", "title", "dated"),
    [
        ("2026-03-14_Public liability insurance v2 (signed).pdf", "Public liability insurance", MARCH),
        ("Public liability insurance 14 March 2026.pdf", "Public liability insurance", MARCH),
        ("public-liability-insurance.pdf", "Public liability insurance", None),
        ("Public_Liability_Insurance_20260314.PDF", "Public Liability Insurance", MARCH),
        ("PublicLiabilityInsurance-14.03.2026.pdf", "Public Liability Insurance", MARCH),
        ("Insurance 14-03-26.pdf", "Insurance", MARCH),
        ("Insurance 26-03-14.pdf", "Insurance", MARCH),
        ("Insurance 14032026.pdf", "Insurance", MARCH),
        ("Insurance 14th Mar 2026.pdf", "Insurance", MARCH),
        ("Insurance March 14, 2026 final.pdf", "Insurance", MARCH),
        ("Insurance 14Mar2026 - Copy (2).pdf", "Insurance", MARCH),
        ("Copy of Safeguarding policy (1).docx", "Safeguarding policy", None),
        ("Safeguarding policy v1.3 FINAL signed.docx.pdf", "Safeguarding policy", None),
        ("Safeguarding policy [rev 4].pdf", "Safeguarding policy", None),
        ("Policy (adults and children).pdf", "Policy (adults and children)", None),
        ("ISO 9001 certificate.pdf", "ISO 9001 certificate", None),
        ("Form 7B.pdf", "Form 7B", None),
        ("CQC rating 03-04-26.pdf", "CQC rating 03-04-26", None),
        ("CQC rating 03-04-2026.pdf", "CQC rating 03-04-2026", None),
        ("CQC rating 03-03-2026.pdf", "CQC rating", date(2026, 3, 3)),
        ("CQC rating 20-03-26.pdf", "CQC rating 20-03-26", None),
        ("CQC rating 31-02-2026.pdf", "CQC rating 31-02-2026", None),
        ("CQC rating 31-02-26.pdf", "CQC rating 31-02-26", None),
        ("CQC rating 26-02-31.pdf", "CQC rating 26-02-31", None),
        ("CQC rating 29-02-28.pdf", "CQC rating 29-02-28", None),
        ("certificate.final.v2", "Certificate", None),
        ("certificate.final.v2.0.pdf", "Certificate", None),
        ("certificate-v1.2-signed.pdf", "Certificate", None),
        ("appendix-3.pdf", "Appendix 3", None),
        ("section.3.1.pdf", "Section.3.1", None),
        ("Cover 2025-04-01 to 2026-03-31.pdf", "Cover 2025-04-01 to 2026-03-31", None),
        ("Accounts March 2026.pdf", "Accounts March 2026", None),
        ("IMG_20260314_101112.jpg", "", MARCH),
        ("IMG-20260314-WA0001.jpg", "", MARCH),
        ("PXL_20260314_101112345.jpg", "", MARCH),
        ("WhatsApp Image 2026-03-14 at 10.11.12.jpeg", "", MARCH),
        ("Screenshot 2026-03-14 at 10.11.12.png", "", MARCH),
        ("Scan0001.pdf", "", None),
        ("DSC01234.JPG", "", None),
        ("Document (3).pdf", "", None),
        ("বীমা সনদ ২০২৬.pdf", "বীমা সনদ ২০২৬", None),
        ("Polisa_ubezpieczeniowa_2026-03-14.pdf", "Polisa ubezpieczeniowa", MARCH),
        ("تأمين 2026-03-14.pdf", "تأمين", MARCH),
        ("保险-2026-03-14.pdf", "保险", MARCH),
        ("Insurance\u202efdp.exe", "Insurancefdp", None),
        ("D:\\Tender\\Insurance%20cover.pdf", "Insurance cover", None),
        ("/tender/Insurance+cover.pdf", "Insurance cover", None),
        ("<b>&{{.pdf", "<b>&{{", None),
        ("CON.pdf", "CON", None),
        ("nul", "Nul", None),
        (".pdf", "", None),
        ("", "", None),
        ("...", "", None),
        ("  - .pdf", "", None),
        ("12345678901234.pdf", "", None),
        ("99999999 insurance.pdf", "99999999 insurance", None),
    ],
)
def test_a_name_says_what_the_file_is_and_when(name: str, title: str, dated: date | None) -> None:
    assert guess_from_name(name) == NameGuess(title, dated)


def test_a_long_name_is_cut_between_words() -> None:
    title = guess_from_name("liability " * 400 + ".pdf").title
    assert len(title) <= LONGEST
    assert title.endswith("liability")
    assert len(guess_from_name("x" * 5000).title) == LONGEST


@pytest.mark.parametrize("piece", ["0", " ", "-", "(", "copy ", ".a", "wa", "1.", "(final)", "v1 "])
def test_a_name_made_to_be_slow_is_not(piece: str) -> None:
    for name in (piece * 5000, f"img{piece * 5000}!", f"({piece * 5000}"):
        assert len(guess_from_name(name).title) <= LONGEST


@given(st.text(max_size=80))
def test_any_name_gives_one_line_of_text(name: str) -> None:
    title = guess_from_name(name).title
    assert len(title) <= LONGEST
    assert title == " ".join(title.split())
    assert not any(sign in title for sign in "\0\n\u202e")
