# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Cli
from tests.exchange.replies.files import DAYS, edited, retyped, sent, typed
from tests.render.word.files import document, write_files

from evidencepack.blocks.blocks import Clause, Paragraph
from evidencepack.blocks.inlines import Text, Value
from evidencepack.domain.record import Facts
from evidencepack.errors import ExitCode
from evidencepack.render.word.package import pack_parts, unpack_parts
from evidencepack.usecases.replies import NOT_COMPARED


def _files(folder: Path, back: bytes) -> tuple[Path, Path]:
    (folder / "sent.docx").write_bytes(sent())
    (folder / "back.docx").write_bytes(back)
    return folder / "sent.docx", folder / "back.docx"


def test_a_file_that_nobody_changed_is_said_to_be_unchanged(cli: Cli, tmp_path: Path) -> None:
    said = cli("compare", *_files(tmp_path, sent()))
    assert (said.code, said.out) == (ExitCode.OK, f"Nothing was changed.\n\n{NOT_COMPARED}\n")


def test_what_was_changed_is_said_with_both_words(cli: Cli, tmp_path: Path) -> None:
    back = edited(sent(), typed("2 days", "3 days"), retyped("one month", "a year"))
    said = cli("compare", *_files(tmp_path, back))
    assert said.code == ExitCode.FINDINGS
    where = "Document one TBN-ONE-01"
    answer = (
        f"1. {where}, under “How we work”, “Days”\n   This answer was changed.\n   was: *2* days\n   now: *3* days\n"
    )
    assert answer in said.out
    assert f"2. {where}, clause 2\n   A paragraph was changed.\n" in said.out
    assert "leave after *one month*." in said.out
    assert "2 differences, 2 of them not tracked, or not wholly; 0 comments." in said.out
    assert said.out.endswith(f"\n\n{NOT_COMPARED}\n")


def test_a_program_gets_json_with_what_a_person_reads_as_well(cli: Cli, tmp_path: Path) -> None:
    said = json.loads(cli("compare", *_files(tmp_path, edited(sent(), typed("2 days", "3 days"))), "--json").out)
    (answer,), (thing,) = said["answers"], said["report"]["told"]
    assert (answer["kind"], answer["paths"], answer["old"], answer["new"]) == ("changed", [DAYS], "2 days", "3 days")
    assert (thing["place"], thing["question"]) == ("Document one TBN-ONE-01, under “How we work”", "Days")
    assert thing["new"] == [{"text": "3", "changed": True}, {"text": " days", "changed": False}]
    assert said["report"]["not_compared"] == NOT_COMPARED


def test_another_document_is_not_compared(cli: Cli, tmp_path: Path) -> None:
    parts = unpack_parts(sent())
    other = parts["customXml/item1.xml"].replace(b"TBN-PACK", b"ABC-PACK")
    said = cli("compare", *_files(tmp_path, pack_parts({**parts, "customXml/item1.xml": other})))
    assert said.code == ExitCode.FINDINGS
    assert "is another document: Document one ABC-PACK, version 1.0. The first is Document one TBN-PACK" in said.out


def test_what_is_no_word_file_is_refused(cli: Cli, tmp_path: Path) -> None:
    said = cli("compare", *_files(tmp_path, b"words"))
    assert said.code == ExitCode.BAD_INPUT
    assert "not a Word document" in said.err


def test_a_workspace_says_whose_answer_it_is(cli: Cli, tmp_path: Path, sample_file: Path, sample_facts: Facts) -> None:
    contact = next(one for one in sample_facts.of_kind("contact") if "organisation" in one.answers)
    paths = (f"{contact.id}/job_title",)
    line = Paragraph((Text("She is "), Value("manager", paths), Text(" here.")))
    original = write_files((document(line),))
    (tmp_path / "sent.docx").write_bytes(original)
    (tmp_path / "back.docx").write_bytes(edited(original, typed("manager", "director")))
    said = cli("compare", tmp_path / "sent.docx", tmp_path / "back.docx", "--workspace", sample_file)
    assert f"(answer of {contact.answers['full_name']}, " in said.out


def test_many_places_are_counted_and_long_stretches_that_did_not_change_are_shortened(cli: Cli, tmp_path: Path) -> None:
    long = " ".join(f"word{number}" for number in range(80))
    clauses = (Clause(1, (Text(f"Line {line}: "), Value(f"{long} old end", (DAYS,)))) for line in range(9))
    original = write_files((document(*clauses),))
    (tmp_path / "sent.docx").write_bytes(original)
    (tmp_path / "back.docx").write_bytes(edited(original, typed(f"{long} old end", f"{long} new end")))
    said = cli("compare", tmp_path / "sent.docx", tmp_path / "back.docx")
    named = "; ".join(f"clause {number}" for number in range(2, 8))
    assert f"The old words still stand here: {named}; and 2 more places." in said.out
    assert "was: word0 word1" in said.out
    assert " … " in said.out
    assert "*new* end" in said.out
    assert "word40" not in said.out
