# SPDX-License-Identifier: MPL-2.0
"""Random documents: whatever is in them, the pages are complete, in order, inside the margins, and they end."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import page
import pytest
from tests.conformance.conforming import claimed
from tests.conformance.vera import FLAVOURS
from tests.render import everything
from tests.render.typeset import laws
from tests.render.typeset.random_documents import random_document
from tests.render.typeset.setting import FONTS

from evidencepack.render.number import number
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset import paging
from evidencepack.render.typeset.strips import Strip
from evidencepack.render.typeset.typesetter import typeset

_FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
DOCUMENTS, CHUNK, PAINTED = (10_000, 100, 1000) if _FULL else (500, 10, 40)
_TURNS = 2000
_MEGABYTES = 100


@pytest.fixture(autouse=True)
def _bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stop a page breaker that turns pages for ever."""
    turn = paging._Breaker._turn

    def counted(breaker: paging._Breaker, strip: Strip) -> None:
        assert len(breaker.sheets) < _TURNS, "the page breaker does not end"
        turn(breaker, strip)

    monkeypatch.setattr(paging._Breaker, "_turn", counted)


@pytest.mark.parametrize("first", range(0, DOCUMENTS, CHUNK))
def test_random_documents_are_set_whole_and_well(first: int, measured: Callable[[str, str, float], None]) -> None:
    for seed in range(first, first + CHUNK):
        try:
            _is_set_whole_and_well(seed)
        except AssertionError as error:
            error.add_note(f"random_document({seed})")
            raise
    if first + CHUNK == DOCUMENTS:
        measured("Random documents set whole, in order and inside the margins", "documents", DOCUMENTS)


def _is_set_whole_and_well(seed: int) -> None:
    numbered = number((random_document(seed),))
    laws.keeps_all(laws.Laid(numbered, typeset(numbered, STANDARD, FONTS, stamp=True)))


@pytest.mark.parametrize("first", range(0, PAINTED, PAINTED // 8))
def test_random_documents_are_painted_as_the_standards_want(
    first: int, measured: Callable[[str, str, float], None]
) -> None:
    (picture,) = everything.IMAGES.values()
    properties = replace(everything.properties(), images={"0" * 64: picture, **everything.IMAGES})
    for seed in range(first, first + PAINTED // 8):
        pages = typeset(number((random_document(seed),)), STANDARD, FONTS, stamp=True)
        data = claimed(pages, STANDARD, FONTS, properties)
        for flavour in FLAVOURS:
            report = page.validate_pdf_bytes(data, profile=flavour, limits=page.SafetyLimits.unlimited())
            assert not report.failures, (f"random_document({seed})", [*map(str, report.failures)][:3])
    if first + PAINTED // 8 == PAINTED:
        measured("Random documents painted and found to conform", "documents", PAINTED)


_DOCUMENTS_ALONE = """
import resource
from tests.render.typeset.random_documents import random_document
from tests.render.typeset.setting import set_documents
for seed in range({documents}):
    set_documents(random_document(seed))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""
# Linux counts what a parent held towards the most that its child ever held: between a worker of pytest, which holds
# hundreds of megabytes, and the documents stands a small process.
_BETWEEN = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]], check=True)"


def test_random_documents_one_after_the_other_stay_below_a_ceiling_of_memory() -> None:
    script = _DOCUMENTS_ALONE.format(documents=400 if _FULL else 60)
    root = Path(__file__).parents[3]
    command = [sys.executable, "-c", _BETWEEN, script]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert 20 < int(done.stdout) < _MEGABYTES
