# SPDX-License-Identifier: MPL-2.0
"""A Word template of a person's own: kept as an answer, brought along with tenders, worn by exported files."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.guard.word_templates import house, template
from tests.render.word.files import W, audited, body_of, same, words_of
from tests.render.word.lint import lint

from evidencepack.bootstrap import Program
from evidencepack.domain.values import Attachment
from evidencepack.exchange.brand.taking import take_brand
from evidencepack.exchange.mistakes import BadTenderFileError
from evidencepack.pack.build import appendix_parts
from evidencepack.pack.claims import print_with_claims
from evidencepack.pack.look import look_of
from evidencepack.pack.plan import plan_pack
from evidencepack.pack.press import Format
from evidencepack.render.word.package import unpack_parts
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.attaching import attach_file
from evidencepack.usecases.exporting import Exporter, unlike_sentences
from evidencepack.usecases.finding_records import find_record
from evidencepack.usecases.importing import import_tender
from evidencepack.usecases.pictures import pictures_of
from evidencepack.usecases.word_templates import look_at_template, template_name, template_sentences
from evidencepack.usecases.workspaces import create, tender_facts

PATH = "FB/word_template"


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    file = tmp_path / "letter.dotx"
    file.write_bytes(house())
    return file


def answer(workspace: Workspace) -> Attachment:
    found = find_record(tender_facts(workspace, ""), "FB").answers["word_template"]
    assert isinstance(found, Attachment)
    return found


def test_a_template_is_kept_without_its_text_and_said_so(workspace: Workspace, program: Program, letter: Path) -> None:
    change = attach_file(workspace, PATH, letter, library=program.library)
    assert (change.label, change.now) == ("Word template", "letter.docx")
    assert "PDFs keep their own look." in change.notes[0]
    assert "Not taken over: its text" in change.notes[0]
    kept = workspace.attachment(answer(workspace).sha256)
    assert kept == take_brand(house())[0]
    assert b"Dear Sir" not in b"".join(unpack_parts(kept).values())


def test_exported_word_files_wear_it_and_are_valid(
    workspace: Workspace, program: Program, letter: Path, tmp_path: Path
) -> None:
    attach_file(workspace, PATH, letter, library=program.library)
    facts = tender_facts(workspace, "")
    pictures = pictures_of(facts, workspace.attachment)
    exporter = Exporter(program.library, program.press, (Format.DOCX,), pictures)
    exported = exporter.export_document(facts, "TBN-MOU-01", tmp_path / "out", progress=lambda *_: None)
    (file,) = exported.files
    assert b"Georgia" in unpack_parts(file.data)["word/styles.xml"]
    (said,) = unlike_sentences(exported)
    assert said.startswith("The Word files are set in Georgia, but their pages were counted with letters of another")
    assert audited(file.data, tmp_path) == []
    assert lint(file.data) == []


def test_the_front_of_a_pack_counts_the_pages_of_its_own_format(
    workspace: Workspace, program: Program, letter: Path
) -> None:
    attach_file(workspace, PATH, letter, library=program.library)
    facts = tender_facts(workspace, "")
    press = program.press
    formats = (Format.DOCX, Format.PDF)
    exporter = Exporter(program.library, press, formats, pictures_of(facts, workspace.attachment))
    whole = plan_pack(facts, program.library, as_of=date(2027, 2, 26))
    plan = replace(whole, appendices=whole.appendices[:2])
    wearing = press.looking(look_of(facts, exporter.pictures))
    printed = [print_with_claims(part, wearing) for part in appendix_parts(plan, formats)]
    packed = exporter._print_pack(plan, wearing, printed)
    word, pdf = packed.files
    assert [word.name, pdf.name] == ["pack.docx", "pack.pdf"]
    assert Format.PDF in packed.part.formats
    said = same(words_of(body_of(word.data)))
    assert f"{word.pages} pages" in said
    assert "the same as in the PDF" not in said
    assert "Appendices take" not in said, "nobody but Word is sure of it"
    assert " NUMPAGES " in [one.text for one in body_of(word.data).iter(f"{W}instrText")]


def test_a_template_that_comes_with_a_tender_is_taken_anew(program: Program, tmp_path: Path) -> None:
    with create(tmp_path / "new.evidencepack") as workspace:
        import_tender(workspace, _carrying(program, house()), library=program.library)
        (found,) = (
            record.answers["word_template"]
            for record in tender_facts(workspace, "").of_kind("organisation")
            if "word_template" in record.answers
        )
        assert isinstance(found, Attachment)
        assert workspace.attachment(found.sha256) == take_brand(house())[0]


def _carrying(program: Program, data: bytes) -> bytes:
    """Return the sample tender as a file with a template in it that nobody has looked through."""
    tree = json.loads(program.sample)
    sha256 = hashlib.sha256(data).hexdigest()
    kept = {"sha256": sha256, "name": "x.dotx", "media_type": "a/b", "data": base64.b64encode(data).decode()}
    tree["attachments"] = [*tree.get("attachments", []), kept]
    lead = next(record for record in tree["records"] if record["kind"] == "organisation")
    lead["values"]["word_template"] = {"sha256": sha256, "name": "x.dotx"}
    return json.dumps(tree).encode()


def test_a_harmful_one_that_comes_with_a_tender_is_refused(program: Program, tmp_path: Path) -> None:
    bad = template("<w:style/>", parts={"word/vbaProject.bin": b"x"})
    with create(tmp_path / "new.evidencepack") as workspace, pytest.raises(BadTenderFileError, match="has macros"):
        import_tender(workspace, _carrying(program, bad), library=program.library)


def test_what_is_said_names_fonts_and_what_became_darker() -> None:
    said = " ".join(template_sentences(look_at_template(house())))
    assert "Its words are set in Georgia." in said
    assert "Pages in Georgia are counted with letters of another font." in said
    assert "made darker" not in said


@pytest.mark.parametrize(
    ("name", "kept"), [("a.dotx", "a.docx"), ("A.DOCX", "A.docx"), ("letter v1.2", "letter v1.2.docx")]
)
def test_it_is_kept_under_the_name_of_what_it_is(name: str, kept: str) -> None:
    assert template_name(name) == kept
