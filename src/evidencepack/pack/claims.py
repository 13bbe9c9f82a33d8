# SPDX-License-Identifier: MPL-2.0
"""PDFs are printed with their claims, put before the validator, and printed again without them where it found fault."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from evidencepack.pack.build import Part
from evidencepack.pack.manifest import BuiltFile, Conformance, DocumentVersion, Validated
from evidencepack.pack.press import Format, Press
from evidencepack.pack.validation import Pdf, Verdict, validate

MOST_PAGES = 300
"""A longer file that the validator does not finish is known by its documents, each validated as a file by itself."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The files of a part; its PDF claims what is not confirmed yet."""

    part: Part
    files: tuple[BuiltFile, ...]


def print_with_claims(part: Part, press: Press) -> Printed:
    """Print a part; what comes out has to be put before ``confirm``."""
    return Printed(part, tuple(part.print_on(press, claims=True)))


def confirm(printed: Sequence[Printed], press: Press) -> list[BuiltFile]:
    """Return the files in order, each PDF with what was validated of it; those that did not pass claim nothing."""
    pdfs = [file for one in printed for file in one.files if _is_pdf(file)]
    verdicts = validate([Pdf(file.data, file.pages) for file in pdfs]) if pdfs else []
    said = {file.name: verdict for file, verdict in zip(pdfs, verdicts, strict=True)}
    passed = {file.documents for file in pdfs if said[file.name].passed}
    return [
        _confirmed(one.part, file, said[file.name], passed, press) if file.name in said else file
        for one in printed
        for file in one.files
    ]


def _confirmed(
    part: Part, file: BuiltFile, verdict: Verdict, passed: Collection[tuple[DocumentVersion, ...]], press: Press
) -> BuiltFile:
    if verdict.passed:
        return replace(file, conformance=Conformance(Validated.WHOLE, verdict))
    (plain,) = replace(part, formats=(Format.PDF,)).print_on(press)
    singly = bool(verdict.reason) and file.pages > MOST_PAGES and _each_passed(file, passed)
    return replace(plain, conformance=Conformance(Validated.BY_DOCUMENT if singly else Validated.NOT, verdict))


def _each_passed(file: BuiltFile, passed: Collection[tuple[DocumentVersion, ...]]) -> bool:
    """Whether every document of a file passed as a file by itself; where its pages stand does not matter."""
    alone = {_said(one) for documents in passed if len(documents) == 1 for one in documents}
    return len(file.documents) > 1 and all(_said(one) in alone for one in file.documents)


def _said(document: DocumentVersion) -> tuple[str, str, str]:
    """Return what tells the content of a document in a file from any other."""
    return document.reference, document.content_hash, document.form


def _is_pdf(file: BuiltFile) -> bool:
    return file.name.endswith(f".{Format.PDF.value}")
