# SPDX-License-Identifier: MPL-2.0
"""Whether a PDF keeps what it claims, asked of four programs that know nothing of ours.

In a test: ``conforms(data, "what it is")``. The bytes have to carry the claim: ``claimed(pages, properties)`` paints
pages with it.
"""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import page
from tests.conformance.vera import FLAVOURS, Vera

from evidencepack.paths.resources import resource
from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.pdf.painter import paint
from evidencepack.render.properties import Properties
from evidencepack.render.theme import Theme
from evidencepack.render.typeset.page import Pages

PROFILE = resource("colour", "srgb.icc").read_bytes()


class Conforms(Protocol):
    """Fails the test unless the PDF passes under UA-1 and A-2a; ``name`` says in the message which it was."""

    def __call__(self, data: bytes, name: str) -> None: ...


def claimed(pages: Pages, theme: Theme, fonts: FontSet, properties: Properties) -> bytes:
    """Paint pages with the claim and the output intent, as an export does."""
    return paint(pages, theme, fonts, replace(properties, claims=True), profile=PROFILE)


def make_conforms(vera: Vera, folder: Path, tool: Callable[[str], Path]) -> Conforms:
    """Return the check that tests call."""

    def conforms(data: bytes, name: str) -> None:
        file = folder / "checked.pdf"
        file.write_bytes(data)
        faults = [*_of_vera(vera, file), *_of_page(data), *_of_qpdf(tool, file), *_of_poppler(tool, file)]
        assert faults == [], f"{name}: " + "\n".join(faults)

    return conforms


def _of_vera(vera: Vera, file: Path) -> list[str]:
    verdicts = vera.verdicts(file)
    # A profile that was not read, or a file that was not opened, would leave nothing to fail.
    assert [one.flavour for one in verdicts] == list(FLAVOURS)
    assert all(one.rules > 100 for one in verdicts)
    silent = [f"veraPDF {one.flavour} said no" for one in verdicts if not one.compliant and not one.failed]
    return silent + [f"veraPDF {one.flavour}: {line}" for one in verdicts for line in one.failed]


def _of_page(data: bytes) -> list[str]:
    try:
        reports = [
            page.validate_pdf_bytes(data, profile=flavour, limits=page.SafetyLimits.unlimited()) for flavour in FLAVOURS
        ]
    except page.PageError as error:
        return [f"page-validation: {error}"]
    return [
        f"page-validation {report.profile.value}: {failure.rule_id}: {failure.message}"
        for report in reports
        for failure in report.failures
    ]


def _of_qpdf(tool: Callable[[str], Path], file: Path) -> list[str]:
    return _of_program([str(tool("qpdf")), "--check", str(file)], "No syntax or stream encoding errors")


def _of_poppler(tool: Callable[[str], Path], file: Path) -> list[str]:
    # `pdfinfo -struct-text` reads a page anew for each element on it; read once, a page gives the same complaints.
    said = _of_program([str(tool("pdfinfo")), "-struct", str(file)], "Document")
    said += _of_program([str(tool("pdftotext")), str(file), "-"], "")
    return said + _of_program([str(tool("pdfinfo")), str(file)], "Tagged:          yes")


def _of_program(command: list[str], good: str) -> list[str]:
    """Return what a program complains of; it must succeed in silence and say that all is well."""
    said = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False, timeout=120)
    if said.returncode == 0 and not said.stderr and good in said.stdout:
        return []
    return [f"{Path(command[0]).name} ({said.returncode}): {said.stderr or said.stdout}"]
