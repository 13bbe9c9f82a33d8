# SPDX-License-Identifier: MPL-2.0
"""Simulated prints, scans and photographs of what goes out are recognised, and no page is ever put to a wrong one."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from random import Random

import pypdfium2
import pytest
from PIL import Image
from tests.scans.damages import SORTS, drawn
from tests.scans.paper import scanned
from tests.scans.sending import mark, version_out
from tests.scans.sheets import sheet

from evidencepack.bootstrap import Program
from evidencepack.domain.page_mark import PageMark
from evidencepack.domain.record import Facts
from evidencepack.domain.signoff import SentVersion
from evidencepack.guard.scans.marks import SQUARE, marks_in
from evidencepack.pack.press import Format
from evidencepack.signoff.intake.pages import Placed, ReadPage, mark_of
from evidencepack.signoff.intake.placing import Known, places_of
from evidencepack.usecases.signing_off import SignGround, SignPress

_FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
_PAGES = {100: 1280, 150: 1280, 200: 1280, 300: 1280} if _FULL else {100: 10, 150: 60, 200: 20, 300: 10}
_PRINTED = 300 if _FULL else 200
_ENOUGH = 0.995
_FINE = 150
Printed = list[tuple[PageMark, Image.Image]]


@pytest.fixture(scope="module")
def out(program: Program, sample_facts: Facts) -> tuple[tuple[SentVersion, ...], Printed]:
    """Return what went out, and its pages as they are printed: a real paper, and plain ones of two other versions."""
    press = SignPress(program.library, program.press, formats=(Format.PDF,))
    ground = SignGround("2026-11-24T09:00:00Z", "Ann", "0.1.0")
    sending = press.send(ground, sample_facts, "TBN-GOV-01", by="Ann", progress=lambda *_: None)
    plain = version_out(), version_out(number=2)
    pages = [(mark(one, copy, page)) for one in plain for copy in (0, 1) for page in (1, 2)]
    printed = [*_real(sending.version, {name: file.data for name, file in sending.files.items()})]
    return (sending.version, *plain), [*printed, *((one, sheet(one, _PRINTED)) for one in pages)]


def _real(version: SentVersion, files: dict[str, bytes]) -> Iterator[tuple[PageMark, Image.Image]]:
    copy = version.copies[0]
    marks = {mark_of(sent).page: mark_of(sent) for sent in places_of([version]).values() if sent.copy is copy}
    with pypdfium2.PdfDocument(files[copy.files[0].name]) as pdf:
        assert len(pdf) == len(marks)
        for number, page in enumerate(pdf, start=1):
            yield marks[number], page.render(scale=_PRINTED / 72, grayscale=True).to_pil().convert("L")


@pytest.mark.parametrize("dpi", list(_PAGES))
def test_pages_are_recognised_and_never_put_to_a_wrong_one(
    dpi: int, out: tuple[tuple[SentVersion, ...], Printed], measured: Callable[[str, str, float], None]
) -> None:
    versions, printed = out
    known, looked, right = Known(versions), Counter[str](), Counter[str]()
    wrong, missed = [], []
    for number in range(_PAGES[dpi]):
        sort = list(SORTS)[number % len(SORTS)]
        rng = Random(f"{dpi} {number}")  # noqa: S311 - the same pages each time
        true, page = printed[rng.randrange(len(printed))]
        tender = "bid" if true.code not in {copy.code for copy in versions[0].copies} else versions[0].tender
        found = known.place(_read(scanned(page, drawn(sort, dpi, rng), number)), tender)
        looked[sort] += 1
        if not isinstance(found, Placed):
            missed.append((sort, number, found.why.name))
        elif mark_of(found.sent) == true:
            right[sort] += 1
        else:
            wrong.append((sort, number))
    for sort, count in looked.items():
        measured(f"Pages recognised at {dpi} dots to the inch, {sort} (of {count:,})", "pages", right[sort])
    assert wrong == []
    if dpi >= _FINE:
        # Of so few that half a per cent is none, one may be missed.
        assert len(missed) <= max(1, round((1 - _ENOUGH) * looked.total())), missed


def _read(picture: Image.Image) -> ReadPage:
    found = marks_in(picture)
    squares = tuple(text for sort, text, _ in found if sort == SQUARE)
    strips = tuple(text for sort, text, _ in found if sort != SQUARE)
    return ReadPage("scan.pdf", 1, squares, strips)
