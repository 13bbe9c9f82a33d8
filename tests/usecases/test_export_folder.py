# SPDX-License-Identifier: MPL-2.0
"""What an export does to the folder it goes into."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Number
from evidencepack.pack.build import document_part
from evidencepack.pack.plan import plan_pack
from evidencepack.pack.press import Format
from evidencepack.paths.faults import CannotWriteError, MissingFolderError
from evidencepack.paths.names import is_legal_name
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.exporting import Exported, Exporter, side_sentences


def _quiet(done: int, total: int, words: str) -> None:
    del done, total, words


@pytest.fixture(scope="module")
def study(sample_facts: Facts) -> Record:
    """Return the first case study of the sample: the quickest document to print."""
    return next(one for one in sample_facts.records.values() if one.kind == "case_study")


@pytest.fixture(scope="module")
def few(program: Program, sample_facts: Facts, study: Record) -> Facts:
    """Return the sample's facts with one document, and no slot."""
    kept = {
        key: one
        for key, one in sample_facts.records.items()
        if one is study or not (program.library[one.kind].document or one.kind == "slot")
    }
    return replace(sample_facts, records=kept)


def _called(few: Facts, study: Record, reference: str, **answers: str) -> Facts:
    changed = replace(study, reference=reference, answers={**study.answers, **answers})
    return replace(few, records={**few.records, study.id: changed})


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _export(program: Program, facts: Facts, folder: Path, *formats: Format) -> Exported:
    return Exporter(program.library, program.press, formats).export_pack(facts, folder, progress=_quiet)


def test_a_format_that_is_no_longer_asked_for_goes(program: Program, few: Facts, study: Record, tmp_path: Path) -> None:
    facts = _called(few, study, "CS")
    _export(program, facts, tmp_path, *Format)
    _export(program, facts, tmp_path, Format.PDF)
    assert _names(tmp_path) == ["documents/A-CS.pdf", "manifest.json", "pack.pdf"]


def test_a_changed_reference_takes_the_old_name_away_but_never_a_file_that_somebody_changed(
    program: Program, few: Facts, study: Record, tmp_path: Path
) -> None:
    _export(program, _called(few, study, "OLD"), tmp_path, *Format)
    (tmp_path / "documents" / "A-OLD.docx").write_bytes(b"with our comments")
    _export(program, _called(few, study, "NEW"), tmp_path, *Format)
    assert [name for name in _names(tmp_path) if name.startswith("documents/")] == [
        "documents/A-NEW.docx", "documents/A-NEW.pdf", "documents/A-OLD.docx",
    ]  # fmt: skip


def test_a_file_that_somebody_changed_is_kept_beside_the_new_one(
    program: Program, few: Facts, study: Record, tmp_path: Path
) -> None:
    facts = _called(few, study, "CS")
    first = _export(program, facts, tmp_path, *Format)
    assert first.kept == {}
    (tmp_path / "documents" / "A-CS.docx").write_bytes(b"with our comments")
    again = _export(program, facts, tmp_path, *Format)
    assert again.kept == {"documents/A-CS.docx": "documents/A-CS (kept 1).docx"}
    assert (tmp_path / "documents" / "A-CS (kept 1).docx").read_bytes() == b"with our comments"
    assert all((tmp_path / file.name).read_bytes() == file.data for file in again.files)
    assert _export(program, facts, tmp_path, *Format).kept == {}


@pytest.mark.parametrize("listed", [None, b"my own notes", b'{"format": "evidencepack-manifest", "files": 1}'])
def test_without_a_list_whatever_is_not_the_same_as_the_new_file_is_kept(
    program: Program, few: Facts, tmp_path: Path, listed: bytes | None
) -> None:
    first = _export(program, few, tmp_path, Format.PDF)
    (tmp_path / "pack.pdf").write_bytes(b"never ours")
    (tmp_path / "manifest.json").unlink() if listed is None else (tmp_path / "manifest.json").write_bytes(listed)
    kept = {"pack.pdf": "pack (kept 1).pdf"} | ({"manifest.json": "manifest (kept 1).json"} if listed else {})
    assert _export(program, few, tmp_path, Format.PDF).kept == kept
    assert (tmp_path / "pack (kept 1).pdf").read_bytes() == b"never ours"
    assert _names(tmp_path) == sorted([*kept.values(), *(file.name for file in first.files), "manifest.json"])


def test_one_document_leaves_the_pack_and_its_list_alone(
    program: Program, few: Facts, study: Record, tmp_path: Path
) -> None:
    facts = _called(few, study, "CS", version="1.0")
    _export(program, facts, tmp_path, Format.PDF)
    listed = (tmp_path / "manifest.json").read_bytes()
    for formats in (tuple(Format), (Format.PDF,)):
        exporter = Exporter(program.library, program.press, formats)
        exported = exporter.export_document(facts, "CS", tmp_path, progress=_quiet)
        assert exported.manifest == "CS-v1.0.manifest.json"
    assert _names(tmp_path) == [
        "CS-v1.0.manifest.json", "CS-v1.0.pdf", "documents/A-CS.pdf", "manifest.json", "pack.pdf",
    ]  # fmt: skip
    assert (tmp_path / "manifest.json").read_bytes() == listed
    said = json.loads((tmp_path / "CS-v1.0.manifest.json").read_bytes())
    assert [file["file"] for file in said["files"]] == ["CS-v1.0.pdf"]


@pytest.mark.parametrize(("reference", "version"), [("R" * 400, "1.0"), ("CS", "1." + "0" * 3000), ("CON." * 99, "x")])
def test_whatever_a_document_is_called_it_can_be_written(
    program: Program, few: Facts, study: Record, tmp_path: Path, reference: str, version: str
) -> None:
    facts = _called(few, study, reference, version=version)
    exporter = Exporter(program.library, program.press, (Format.DOCX,))
    exporter.export_document(facts, study.id, tmp_path, progress=_quiet)
    assert len(_names(tmp_path)) == 2


@given(st.text(min_size=1), st.one_of(st.text(), st.text(min_size=150)))
@settings(max_examples=50)
def test_every_name_of_a_document_is_legal(
    program: Program, few: Facts, study: Record, reference: str, version: str
) -> None:
    plan = plan_pack(few, program.library, as_of=as_of(few))
    (appendix,) = plan.appendices
    odd = replace(appendix, record=replace(study, reference=reference, answers={**study.answers, "version": version}))
    name = document_part(plan, odd, tuple(Format)).name
    assert all(is_legal_name(f"{name}{ending}") for ending in (".pdf", ".docx", ".manifest.json"))


def test_an_unfit_folder_is_refused_before_anything_is_printed(program: Program, few: Facts, tmp_path: Path) -> None:
    (tmp_path / "a file").write_bytes(b"")

    def told(*_part: object) -> None:
        pytest.fail("printing began")

    exporter = Exporter(program.library, program.press)
    for unfit, error in ((tmp_path / "a file", CannotWriteError), (tmp_path / "typo" / "out", MissingFolderError)):
        with pytest.raises(error):
            exporter.export_pack(few, unfit, progress=told)
        with pytest.raises(error):
            exporter.export_document(few, "x", unfit, progress=told)
    assert _names(tmp_path) == ["a file"]


def test_appendices_that_take_more_sides_than_the_tender_allows_are_told_in_a_sentence(
    program: Program, few: Facts, tmp_path: Path
) -> None:
    exported = _export(program, _allowing(few, 40), tmp_path, Format.PDF)
    assert exported.limit == 40
    assert exported.sides == exported.files[1].pages
    assert list(side_sentences(exported)) == []
    (sentence,) = side_sentences(replace(exported, sides=60))
    assert sentence.startswith("The appendices take 60 sides; the tender allows 40.")


def test_without_a_limit_any_number_of_sides_will_do(program: Program, few: Facts, tmp_path: Path) -> None:
    assert list(side_sentences(replace(_export(program, _allowing(few, 0), tmp_path, Format.PDF), sides=60))) == []


def _allowing(few: Facts, sides: int) -> Facts:
    tender = few.records[few.tender]
    changed = replace(tender, answers={**tender.answers, "appendix_side_limit": Number(Decimal(sides), "sides")})
    return replace(few, records={**few.records, tender.id: changed})
