# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

import pytest
from tests.pack.annexed import A4, annex, foreign

from evidencepack.blocks.blocks import Paragraph, Style
from evidencepack.blocks.document import Running
from evidencepack.blocks.inlines import Text
from evidencepack.bootstrap import Program
from evidencepack.guard.pdf_files import LAID_OUT, ForeignPdf
from evidencepack.pack.annexes import Annex
from evidencepack.pack.enclosed import Enclosed

SMALL = (300.0, 400.0)
REDACTED = "a mark for blacking out that was never carried out: what is below it can still be read"


def _said(program: Program, file: ForeignPdf) -> str:
    one = Enclosed(Annex(annex("AN-1", file).record, "C"), file)
    document = one.sheet(program.library, Running("", "", "R-1", "", ""), divided=True)
    leads = (each for each in document.sections[0].blocks if isinstance(each, Paragraph) and each.style is Style.LEAD)
    return "".join(each.text for lead in leads for each in lead.inlines if isinstance(each, Text))


@pytest.mark.parametrize(
    ("file", "how"),
    [
        (foreign(SMALL), "Its page follows, copied;"),
        (foreign(A4), "Its page follows, copied, made smaller;"),
        (foreign(A4, SMALL), "Its two pages follow, copied, one of them made smaller;"),
        (replace(foreign(A4), dropped=("a script",)), "Its page follows, printed anew, made smaller;"),
        (replace(foreign(SMALL), repaired=True), "Its page follows, as far as the damaged file could be read,"),
        (replace(foreign(SMALL), dropped=(LAID_OUT,)), "Its page follows, laid out by LibreOffice,"),
    ],
)
def test_the_sheet_before_a_file_says_what_became_of_it(program: Program, file: ForeignPdf, how: str) -> None:
    assert how in _said(program, file)


def test_what_only_concerns_who_put_the_file_in_is_not_told_to_the_buyer(program: Program) -> None:
    file = replace(foreign(A4), dropped=(REDACTED, LAID_OUT))
    one = Enclosed(Annex(annex("AN-1", file).record, "C"), file)
    sheet = repr(one.sheet(program.library, Running("", "", "R-1", "", ""), divided=True))
    assert "A mark for blacking out that was never carried out" in sheet
    assert "can still be read" not in sheet
