# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from threading import Event

import pytest
from tests.pack.preflight.files import paragraph, pdf, saying, word

from evidencepack.guard.faults import StoppedError
from evidencepack.pack.preflight.looked import look, look_into
from evidencepack.pack.preflight.pdf import NOT_OPENED


def test_files_of_all_sorts_are_read_in_one_child() -> None:
    files = {"a.pdf": pdf(saying("Alpha")), "b.docx": word(paragraph("Beta")), "c.png": b"no words", "d.PDF": b"broken"}
    found = look_into(files)
    assert {name: [page.text.strip() for page in one.pages] for name, one in found.items()} == {
        "a.pdf": ["Alpha"],
        "b.docx": ["Beta"],
        "d.PDF": [],
    }
    assert found["d.PDF"].trouble
    assert not found["a.pdf"].trouble


def test_the_child_looks_into_each_file_by_its_ending() -> None:
    files = [("pdf", pdf(saying("Alpha"), saying("Beta"))), ("docx", word(paragraph("Gamma"))), ("pdf", b"broken")]
    found = look(b"".join(data for _, data in files), [(ending, len(data)) for ending, data in files])
    assert [[page[0].strip() for page in one.get("pages", ())] for one in found] == [["Alpha", "Beta"], ["Gamma"], []]
    assert [one.get("trouble", "") for one in found] == ["", "", NOT_OPENED]


def test_no_files_need_no_child() -> None:
    assert look_into({"photo.jpg": b"x"}) == {}


def test_it_stops_when_it_is_told_to() -> None:
    stop = Event()
    stop.set()
    with pytest.raises(StoppedError):
        look_into({"a.pdf": pdf(saying("Alpha"))}, stop=stop)
