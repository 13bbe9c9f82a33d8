# SPDX-License-Identifier: MPL-2.0
"""A person's own words, the names of a tender, and which fields are prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType
from evidencepack.exchange.tender_file import read_tender_file
from evidencepack.library.model import Field
from evidencepack.paths.faults import CannotWriteError
from evidencepack.usecases.spelling import is_prose, load_speller, names_in, read_own_words, write_own_words


def test_own_words_are_kept_in_order_and_once(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"

    assert read_own_words(file) == ((), "")
    assert write_own_words(file, ["Zuri", "befriendr", " Zuri ", "", "O’Dell"]) == ("befriendr", "O'Dell", "Zuri")
    assert read_own_words(file) == (("befriendr", "O'Dell", "Zuri"), "")


def test_own_words_that_cannot_be_read_stay_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_bytes(b"\xff\xfe\x00")

    words, problem = read_own_words(file)

    assert words == ()
    assert "left as it is" in problem
    with pytest.raises(CannotWriteError, match="It is left as it is"):
        write_own_words(file, ["Zuri"])
    assert file.read_bytes() == b"\xff\xfe\x00"


def test_own_words_that_cannot_be_kept_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "words.txt").mkdir()

    with pytest.raises(CannotWriteError):
        write_own_words(tmp_path / "words.txt", ["Zuri"])


@pytest.mark.parametrize(
    ("name", "kind", "prose"),
    [
        ("purpose", FieldType.LONG_TEXT, True),
        ("what_they_do", FieldType.TEXT, True),
        ("title", FieldType.TEXT, True),
        ("legal_name", FieldType.TEXT, False),
        ("company_no", FieldType.TEXT, False),
        ("work_email", FieldType.TEXT, False),
        ("signed", FieldType.DATE, False),
    ],
)
def test_sentences_are_checked_and_codes_are_not(name: str, kind: FieldType, *, prose: bool) -> None:
    assert is_prose(Field(name, "What?", kind, "Help.")) is prose


def test_names_of_organisations_and_people_are_known(program: Program) -> None:
    tender = read_tender_file(program.sample, program.library)
    facts = Facts(tender.tender.id, {record.id: record for record in (tender.tender, *tender.records)})
    names = names_in(facts, program.library)

    assert {"maitree", "ferrybank", "thamesbourne", "nasrin", "siân"} <= names
    speller = load_speller(program.library)
    assert speller.knows("Maitree’s", names)
    assert not speller.knows("Maitre", names)
