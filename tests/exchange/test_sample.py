# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Table
from evidencepack.exchange.tender_file import TenderFile, read_tender_file, write_tender_file
from evidencepack.library.conditions import Reader, holds, is_answered
from evidencepack.library.model import Field, Library
from evidencepack.library.rows import reader


@pytest.fixture(scope="module")
def file(shipped: Library, sample: bytes) -> TenderFile:
    return read_tender_file(sample, shipped)


def test_the_sample_is_written_as_the_program_writes_it(file: TenderFile, shipped: Library, sample: bytes) -> None:
    assert write_tender_file(file, shipped) == sample
    assert file.notes == ()


def test_each_part_of_the_sample_is_laid_out_like_the_whole(sample_parts: tuple[Path, ...]) -> None:
    assert len(sample_parts) > 4
    for part in sample_parts:
        text = part.read_text(encoding="utf-8")
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n", part.name


def test_the_sample_has_its_own_day(file: TenderFile) -> None:
    assert file.as_of == date(2027, 2, 15)


def test_the_sample_holds_every_kind(file: TenderFile, shipped: Library) -> None:
    counts = Counter(record.kind for record in file.records)
    # What is kept for other tenders, and where things came from, are made by the program alone.
    made_alone = {"library_item", "origin", "set_aside", "signed_words"}
    from_outside = {"annex", "section_break"}  # a tender file without attachments has no files from outside
    assert set(counts) == set(shipped.kinds) - made_alone - from_outside
    assert (counts["organisation"], counts["case_study"], counts["data_flow"]) == (7, 5, 10)


def test_no_required_answer_of_the_sample_is_missing(file: TenderFile, shipped: Library) -> None:
    facts = Facts("", {record.id: record for record in file.records})
    gaps = (_gaps(record, shipped, reader(record, facts, shipped)) for record in file.records)
    assert [gap for found in gaps for gap in found] == []


def test_the_sample_names_people_in_many_scripts_and_in_nfc(sample: bytes) -> None:
    text = sample.decode()
    for name in (
        "Siân Llŷr-Evans", "Olúmídé Adébáyọ̀", "Tomáš Dvořák", "Małgorzata Świętochłowska", "Ngọzi Okonkwo-Bright",
        "Gwenllïan Prŷs-Jones", "Anneliese Großmann", "Róisín O’Shaughnessy", "নাসরিন আক্তার", "মৈত্রী কমিউনিটি ট্রাস্ট",
    ):  # fmt: skip
        assert unicodedata.normalize("NFC", name) in text
    assert text == unicodedata.normalize("NFC", text)


def test_nobody_real_can_be_rung_or_written_to(sample: bytes) -> None:
    text = sample.decode()
    phones = re.findall(r"\b0\d[\d ]{8,}\d\b", text)
    assert phones
    assert all(phone.startswith(("020 7946 0", "07700 900")) for phone in phones)
    assert all(domain.endswith(".example") for domain in re.findall(r"@([\w.-]+\w)", text))


def _gaps(record: Record, library: Library, rows: Reader) -> list[str]:
    fields = library[record.kind].fields.values()
    gaps = [f"{record.reference}.{field.id}" for field in fields if _is_gap(field, record.answers, rows)]
    for field in fields:
        table = record.answers.get(field.id)
        for row in table.rows if isinstance(table, Table) else ():
            around = {**record.answers, **row.cells}
            gaps += [
                f"{record.reference}.{field.id}.{column.id}"
                for column in field.columns
                if _is_gap(column, around, rows)
            ]
    return gaps


def _is_gap(field: Field, answers: Mapping[str, Answer], rows: Reader) -> bool:
    if field.rows_of or not holds(field.shown_when, answers, rows=rows):
        return False
    needed = field.required or bool(field.required_when and holds(field.required_when, answers, rows=rows))
    return needed and not is_answered(answers.get(field.id))
