# SPDX-License-Identifier: MPL-2.0
"""What an export does with a PDF that does not pass, and with a validator that gives no answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.pack import judges

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.pack.press import Format
from evidencepack.usecases.exporting import Exported, Exporter
from evidencepack.usecases.previewing import preview_document

_STUDY = "TBN-CS-01"


@pytest.fixture(scope="module")
def few(program: Program, sample_facts: Facts) -> Facts:
    """Return the sample's facts with one case study as the only document, and no slot: quick to print."""
    kept = {
        key: one
        for key, one in sample_facts.records.items()
        if one.reference == _STUDY or not (program.library[one.kind].document or one.kind == "slot")
    }
    return replace(sample_facts, records=kept)


@pytest.fixture
def export(program: Program, few: Facts, tmp_path: Path) -> Callable[..., Exported]:
    def run(*formats: Format, document: str = "") -> Exported:
        exporter = Exporter(program.library, program.press, formats or (Format.PDF,))
        if document:
            return exporter.export_document(few, document, tmp_path, progress=_quiet)
        return exporter.export_pack(few, tmp_path, progress=_quiet)

    return run


def _quiet(done: int, total: int, words: str) -> None:
    del done, total, words


def _listed(folder: Path, exported: Exported) -> dict[str, dict[str, Any]]:
    files = json.loads((folder / exported.manifest).read_bytes())["files"]
    return {file["file"]: file for file in files}


def _claiming(folder: Path) -> set[str]:
    """The PDFs below a folder that say that they conform; the packet of metadata is never packed."""
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*.pdf")
        if b"pdfaid" in file.read_bytes() or b"pdfuaid" in file.read_bytes()
    }


def test_files_that_pass_claim_it_and_the_manifest_says_who_confirmed_it(
    export: Callable[..., Exported], tmp_path: Path
) -> None:
    listed = _listed(tmp_path, export(*Format))
    assert _claiming(tmp_path) == {"pack.pdf", f"documents/A-{_STUDY}.pdf"}
    for name, file in listed.items():
        if name.endswith(".pdf"):
            assert file["conformance"] == {
                "claims": ["PDF/UA-1", "PDF/A-2a"],
                "validated": "whole",
                "by": "page-validation 0.11.0",
                "profiles": ["ua1", "2a"],
            }
        else:
            assert "conformance" not in file


@pytest.mark.parametrize("document", ["", _STUDY])
def test_a_fault_takes_the_claim_away_and_nothing_else(
    export: Callable[..., Exported], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, document: str
) -> None:
    good = export(document=document)
    monkeypatch.setattr("evidencepack.render.pdf.painter._INTENT", "")
    bad = export(document=document)
    assert [(file.name, file.pages) for file in bad.files] == [(file.name, file.pages) for file in good.files]
    assert _claiming(tmp_path) == set()
    for file in _listed(tmp_path, bad).values():
        said = file["conformance"]
        assert (said["claims"], said["validated"]) == ([], "not")
        assert {one["profile"] for one in said["broken"]} == {"PDF/A-2a"}


@pytest.mark.parametrize(
    ("judge", "seconds", "reason"),
    [(judges.hang, 0.3, "checking it took too long"), (judges.crash, 20.0, "broke off")],
)
def test_a_validator_without_an_answer_takes_the_claim_away(
    export: Callable[..., Exported],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    judge: Callable[..., object],
    seconds: float,
    reason: str,
) -> None:
    monkeypatch.setattr("evidencepack.pack.validation.judge", judge)
    monkeypatch.setattr("evidencepack.pack.validation._SECONDS", seconds)
    monkeypatch.setattr("evidencepack.pack.validation._SECONDS_A_MEGABYTE", 0.0)
    exported = export()
    assert _claiming(tmp_path) == set()
    for file in _listed(tmp_path, exported).values():
        assert (file["conformance"]["claims"], file["conformance"]["validated"]) == ([], "not")
        assert file["conformance"]["reason"].endswith(reason)


def test_who_cancels_while_pdfs_are_checked_gets_nothing_written(program: Program, few: Facts, tmp_path: Path) -> None:
    def stop(done: int, total: int, words: str) -> None:
        if done == total - 1:
            assert words == "checking the PDFs"
            raise KeyboardInterrupt

    exporter = Exporter(program.library, program.press, (Format.PDF,))
    with pytest.raises(KeyboardInterrupt):
        exporter.export_pack(few, tmp_path / "out", progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_word_files_alone_are_put_before_no_validator(
    export: Callable[..., Exported], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidencepack.pack.validation.judge", judges.crash)
    assert [file.conformance for file in export(Format.DOCX).files] == [None, None]


def test_the_pages_beside_the_form_claim_nothing(program: Program, few: Facts) -> None:
    study = next(one for one in few.records.values() if one.reference == _STUDY)
    pdf = preview_document(few, study.id, library=program.library, press=program.press).pdf
    assert b"pdfaid" not in pdf
    assert b"pdfuaid" not in pdf
