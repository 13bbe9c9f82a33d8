# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import io
import re
import zipfile

from tests.pack.conftest import appendix

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Table
from evidencepack.pack.build import document_part
from evidencepack.pack.labels import labels_of
from evidencepack.pack.plan import Plan
from evidencepack.pack.press import Format


def test_every_answer_is_called_as_its_question_is(program: Program, sample_facts: Facts) -> None:
    labels = labels_of(sample_facts, program.library)
    for record in sample_facts.records.values():
        fields = program.library[record.kind].fields
        for name in record.answers:
            assert labels[str(FieldPath(record.id, name))] == fields[name].label


def test_every_cell_of_a_table_is_called_as_its_column_is(program: Program, sample_facts: Facts) -> None:
    labels = labels_of(sample_facts, program.library)
    (mou,) = sample_facts.of_kind("mou")
    answer = mou.answers["in_scope"]
    assert isinstance(answer, Table)
    column = program.library["mou"].fields["in_scope"].column("item")
    paths = [str(FieldPath(mou.id, "in_scope", row.id, "item")) for row in answer.rows]
    assert paths
    assert {labels[path] for path in paths} == {column.label}


def test_an_answer_still_to_come_has_its_label_too(program: Program, sample_facts: Facts) -> None:
    (mou,) = sample_facts.of_kind("mou")
    fields = program.library["mou"].fields
    labels = labels_of(sample_facts, program.library)
    unanswered = [field for field in fields.values() if field.id not in mou.answers]
    assert unanswered
    assert all(labels[str(FieldPath(mou.id, field.id))] == field.label for field in unanswered)


def test_word_shows_the_question_round_its_answer(program: Program, plan: Plan) -> None:
    (word,) = document_part(plan, appendix(plan, "TBN-MOU-01"), (Format.DOCX,)).print_on(program.press)
    with zipfile.ZipFile(io.BytesIO(word.data)) as archive:
        titles = set(re.findall(r'<w:alias w:val="([^"]*)"', archive.read("word/document.xml").decode()))
    fields = program.library["mou"].fields
    assert fields["in_scope"].column("item").label in titles
    assert {field.label for field in fields.values()} & titles
    assert "Item" not in titles
