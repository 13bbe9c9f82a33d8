# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.pack.manifest import BuiltFile, Conformance, Validated
from evidencepack.pack.validation import Broken, Verdict
from evidencepack.usecases.confirming import conformance_sentences

_PASSED = Conformance(Validated.WHOLE, Verdict("page-validation 0.11.0"))


def said(*found: Conformance | None) -> list[str]:
    files = [BuiltFile(f"{at}.pdf", b"", 1, (), one) for at, one in enumerate(found)]
    return list(conformance_sentences(files))


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 PDF conforms to PDF/UA-1 and PDF/A-2a, as page-validation 0.11.0 confirmed"),
        (3, "3 PDFs conform to PDF/UA-1 and PDF/A-2a, as page-validation 0.11.0 confirmed"),
    ],
)
def test_those_that_passed_are_counted(count: int, words: str) -> None:
    assert said(*[_PASSED] * count, None) == [words]


def test_a_fault_is_the_programs_and_is_named_so_that_it_can_be_reported() -> None:
    broken = (Broken("PDF/UA-1", "UA1-7.1", 2), Broken("PDF/A-2a", "A2-6.1", 1200))
    first, second = said(_PASSED, Conformance(Validated.NOT, Verdict("page-validation 0.11.0", broken)))
    assert first.startswith("1 PDF conforms")
    assert second == (
        "1.pdf is whole but does not say that it conforms to PDF/UA-1 and PDF/A-2a: page-validation 0.11.0 found fault "
        "with it. The fault is the program’s, not yours; please report it: PDF/UA-1 UA1-7.1 (2), PDF/A-2a A2-6.1 "
        "(1,200)"
    )


def test_what_could_not_be_checked_is_told_with_the_reason() -> None:
    (sentence,) = said(Conformance(Validated.NOT, Verdict(reason="checking it took too long")))
    assert sentence == (
        "0.pdf is whole but does not say that it conforms to PDF/UA-1 and PDF/A-2a: checking it took too long. "
        "Close other programs and export again"
    )


def test_a_long_pack_may_be_known_by_its_documents() -> None:
    (sentence,) = said(Conformance(Validated.BY_DOCUMENT, Verdict(reason="checking it took too long")))
    assert sentence.endswith(
        "checking it took too long. Each of its documents, as a file by itself, was checked and conforms. Close other "
        "programs and export again"
    )


def test_nothing_validated_is_nothing_said() -> None:
    assert said() == said(None, None) == []
