# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.pack.manifest import BuiltFile, Conformance, Validated
from evidencepack.pack.validation import BROKE_OFF, NOT_INSTALLED, Broken, Verdict
from evidencepack.usecases.confirming import all_confirmed, conformance_sentences

_PASSED = Conformance(Validated.WHOLE, Verdict("page-validation 0.11.0"))


def said(*found: Conformance | None) -> list[str]:
    files = [BuiltFile(f"{at}.pdf", b"", 1, (), one) for at, one in enumerate(found)]
    return list(conformance_sentences(files))


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "1 PDF keeps to the standards PDF/UA-1 and PDF/A-2a. page-validation 0.11.0 checked it and found no fault"),
        (
            3,
            "3 PDFs keep to the standards PDF/UA-1 and PDF/A-2a. "
            "page-validation 0.11.0 checked them and found no fault",
        ),
    ],
)
def test_those_that_passed_are_counted(count: int, words: str) -> None:
    assert said(*[_PASSED] * count, None) == [words]


def test_a_fault_is_the_programs_and_is_named_so_that_it_can_be_reported() -> None:
    broken = (Broken("PDF/UA-1", "UA1-7.1", 2), Broken("PDF/A-2a", "A2-6.1", 1200))
    first, second = said(_PASSED, Conformance(Validated.NOT, Verdict("page-validation 0.11.0", broken)))
    assert first.startswith("1 PDF keeps")
    assert second == (
        "1.pdf is whole but does not say that it conforms to PDF/UA-1 and PDF/A-2a: page-validation 0.11.0 found fault "
        "with it. The fault is the program’s, not yours; please report it: PDF/UA-1 UA1-7.1 (2), PDF/A-2a A2-6.1 "
        "(1,200)"
    )


def test_what_could_not_be_checked_is_told_with_the_reason() -> None:
    (sentence,) = said(Conformance(Validated.NOT, Verdict(reason="checking it took too long")))
    assert sentence == (
        "0.pdf is whole but does not say that it conforms to PDF/UA-1 and PDF/A-2a: checking it took too long. "
        "Close other programs and export again; if it takes too long again, please report it"
    )


@pytest.mark.parametrize(
    ("reason", "advice"),
    [
        (NOT_INSTALLED, "Install the program again, then export again"),
        (BROKE_OFF, "Export again; if it breaks off again, please report it"),
        ("it met a limit of the validator: too deep", "Please report it"),
    ],
)
def test_the_advice_goes_by_the_reason(reason: str, advice: str) -> None:
    (sentence,) = said(Conformance(Validated.NOT, Verdict(reason=reason)))
    assert sentence.endswith(f": {reason}. {advice}")


def test_a_long_pack_may_be_known_by_its_documents() -> None:
    (sentence,) = said(Conformance(Validated.BY_DOCUMENT, Verdict(reason="checking it took too long")))
    assert sentence.endswith(
        "checking it took too long. Each of its documents, as a file by itself, was checked and conforms. Close other "
        "programs and export again; if it takes too long again, please report it"
    )


def test_nothing_validated_is_nothing_said() -> None:
    assert said() == said(None, None) == []


@pytest.mark.parametrize("validated", Validated)
def test_all_is_confirmed_unless_a_pdf_was_not_validated_in_any_way(validated: Validated) -> None:
    files = [BuiltFile("a.pdf", b"", 1, (), _PASSED), BuiltFile("a.docx", b"", 1, ())]
    assert all_confirmed(files)
    files.append(BuiltFile("b.pdf", b"", 1, (), Conformance(validated, Verdict("by"))))
    assert all_confirmed(files) == (validated is not Validated.NOT)
