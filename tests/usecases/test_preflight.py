# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.pack.preflight.files import pdf, saying

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience, Severity
from evidencepack.domain.values import Attachment
from evidencepack.pack.manifest import BuiltFile, DocumentVersion, manifest
from evidencepack.pack.preflight.sighting import Check
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.preflight import (
    Preflight,
    news_in,
    opened_again,
    other_buyers,
    preflight,
    preflight_sentences,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small export: two files, and a third that is the first again."""
    certificate = pdf(saying("Certificate of insurance"))
    return _exported(
        tmp_path, {"pack.pdf": certificate, "slots/1/a.pdf": certificate, "b.pdf": pdf(saying("Lead: TBC"))}
    )


def _exported(folder: Path, files: Mapping[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    built = [BuiltFile(name, data, 1, ()) for name, data in files.items()]
    (folder / "manifest.json").write_bytes(manifest("T-1", "2027-02-15", built))
    return folder


def look(folder: Path, facts: Facts, program: Program, **more: object) -> Preflight:
    return preflight(folder, facts, program.library, **more)  # type: ignore[arg-type]


def test_files_are_looked_through_once_however_often_they_are_there(
    folder: Path, sample_facts: Facts, program: Program
) -> None:
    found = look(folder, sample_facts, program)
    assert (found.files, found.pages, found.copies) == (2, 2, ("slots/1/a.pdf",))
    assert [(one.file, one.check) for one in found.sightings if one.check is not Check.FONTS] == [
        ("b.pdf", Check.PLACEHOLDER)
    ]
    assert found.is_clear


def test_a_file_that_is_gone_and_one_that_was_changed_are_said(
    folder: Path, sample_facts: Facts, program: Program
) -> None:
    (folder / "b.pdf").unlink()
    (folder / "pack.pdf").write_bytes(pdf(saying("Another certificate")))
    found = look(folder, sample_facts, program)
    words = "\n".join(preflight_sentences(found))
    assert "Must be mended: “b.pdf” is no longer in the folder, or cannot be read. Export again" in words
    assert "To look at: “pack.pdf” was changed after the export." in words
    assert not found.is_clear


def test_a_folder_without_an_export_is_refused(tmp_path: Path, sample_facts: Facts, program: Program) -> None:
    with pytest.raises(NotFoundError, match=r"holds no export: there is no manifest\.json"):
        look(tmp_path, sample_facts, program)
    (tmp_path / "manifest.json").write_bytes(b"[]")
    with pytest.raises(NotFoundError, match="Export into it first"):
        look(tmp_path, sample_facts, program)


def test_an_export_for_partners_has_a_list_of_its_own(folder: Path, sample_facts: Facts, program: Program) -> None:
    with pytest.raises(NotFoundError, match=r"no pack-for-partners\.manifest\.json"):
        look(folder, sample_facts, program, audience=Audience.PARTNER)


def test_a_private_answer_is_found_in_the_bytes(tmp_path: Path, sample_facts: Facts, program: Program) -> None:
    tender = sample_facts.records[sample_facts.tender]
    private = "We can go down by four percent if they ask twice"
    noted = replace(tender, answers={**tender.answers, "questions_note": private})
    facts = replace(sample_facts, records={**sample_facts.records, tender.id: noted})
    folder = _exported(tmp_path, {"pack.pdf": pdf(saying(private))})
    assert [one.check for one in look(folder, facts, program).sightings if one.blocks] == [Check.PRIVATE]
    assert look(folder, facts, program, buyers=()).sightings != look(folder, sample_facts, program).sightings


def test_the_buyer_of_this_tender_is_no_other_buyer(workspace: Workspace) -> None:
    (tender,) = workspace.tenders()
    assert other_buyers(workspace, tender.id) == ()
    assert len(other_buyers(workspace, "another")) == 1


def test_what_an_export_has_counted_already_is_not_counted_again(
    tmp_path: Path, sample_facts: Facts, program: Program
) -> None:
    folder = _exported(tmp_path, {"pack.pdf": pdf(saying("ends [to complete: the end date]"))})
    found = look(folder, sample_facts, program)
    assert [one.check for one in found.sightings if one.blocks] == [Check.PLACEHOLDER]
    news = news_in(found)
    assert not [one for one in news.sightings if one.blocks]
    assert "to mend" not in opened_again(news)


def test_a_file_with_pages_from_outside_in_it_is_not_held_to_what_we_make(
    tmp_path: Path, sample_facts: Facts, program: Program
) -> None:
    data = pdf(saying("Cover of insurance"))
    annex = Record("an", "annex", "AN-1", "", {"file": Attachment("ab" * 32, "cover.pdf")})
    facts = replace(sample_facts, records={**sample_facts.records, annex.id: annex})
    own = DocumentVersion("TBN-RSK-01", "Risks", "1.0", "cd" * 32, "A", 1, 1)
    outside = DocumentVersion("AN-1", "Cover", "", "ab" * 32, "B", 1, 1)
    for documents, severity in (((own,), Severity.BLOCKS), ((own, outside), Severity.SUGGESTS)):
        (tmp_path / "slots.pdf").write_bytes(data)
        built = BuiltFile("slots.pdf", data, 1, documents)
        (tmp_path / "manifest.json").write_bytes(manifest("T-1", "2027-02-15", [built]))
        seen = [one.severity for one in look(tmp_path, facts, program).sightings if one.check is Check.FONTS]
        assert seen == [severity]
