# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.issue import Overridden
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.pack.plan import Plan, plan_pack
from evidencepack.pack.press import Format
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.exporting import Exporter
from evidencepack.usecases.finding_records import NotFoundError


@pytest.fixture
def exporter(program: Program) -> Exporter:
    return Exporter(program.library, program.press, (Format.PDF,))


@pytest.fixture
def few(program: Program, sample_facts: Facts) -> Facts:
    """Return the sample's facts with one case study as the only document, and no slot: quick to print."""
    return _only(sample_facts, program, {"TBN-CS-01"})


def _only(facts: Facts, program: Program, references: set[str]) -> Facts:
    kept = {
        key: one
        for key, one in facts.records.items()
        if one.reference in references or not (program.library[one.kind].document or one.kind == "slot")
    }
    return replace(facts, records=kept)


def _quiet(done: int, total: int, words: str) -> None:
    del done, total, words


def test_progress_is_told_part_by_part(exporter: Exporter, few: Facts, tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    exporter.export_pack(few, tmp_path, progress=lambda *part: told.append(part))
    assert told == [(0, 3, "documents/A-TBN-CS-01"), (1, 3, "pack"), (2, 3, "checking the PDFs")]


def test_progress_may_stop_it_and_then_nothing_is_written(exporter: Exporter, few: Facts, tmp_path: Path) -> None:
    def stop(done: int, total: int, words: str) -> None:
        del total, words
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        exporter.export_pack(few, tmp_path / "out", progress=stop)
    assert list(tmp_path.iterdir()) == []


def test_files_of_other_people_in_the_folder_stay(exporter: Exporter, few: Facts, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("ours")
    exported = exporter.export_pack(few, tmp_path, progress=_quiet)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.*")) == [
        "documents/A-TBN-CS-01.pdf", "manifest.json", "notes.txt", "pack.pdf",
    ]  # fmt: skip
    assert [file.name for file in exported.files] == ["pack.pdf", "documents/A-TBN-CS-01.pdf"]


def test_the_cover_counts_the_pages_also_when_the_front_takes_more_than_usual(
    program: Program, few: Facts, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidencepack.usecases.exporting._FRONT_PAGES", 1)
    exported = Exporter(program.library, program.press, (Format.PDF,)).export_pack(few, tmp_path, progress=_quiet)
    with pypdfium2.PdfDocument(tmp_path / "pack.pdf") as document:
        cover = document[0].get_textpage().get_text_range()
        assert f"{len(document)} pages" in cover
        assert exported.files[0].pages == len(document)


def test_gaps_are_counted_and_printed(exporter: Exporter, few: Facts, tmp_path: Path) -> None:
    study = next(one for one in few.records.values() if one.reference == "TBN-CS-01")
    gone = replace(study, answers={name: one for name, one in study.answers.items() if name != "problem"})
    facts = replace(few, records={**few.records, study.id: gone})
    assert exporter.export_pack(facts, tmp_path, progress=_quiet).missing == 1


def test_one_document_counts_its_own_gaps_only(
    exporter: Exporter, program: Program, sample_facts: Facts, tmp_path: Path
) -> None:
    facts = _only(sample_facts, program, {"TBN-CS-01", "TBN-CS-02"})
    study = next(one for one in facts.records.values() if one.reference == "TBN-CS-02")
    gone = replace(study, answers={name: one for name, one in study.answers.items() if name != "problem"})
    facts = replace(facts, records={**facts.records, study.id: gone})
    assert exporter.export_document(facts, "TBN-CS-01", tmp_path, progress=_quiet).missing == 0
    assert exporter.export_document(facts, "TBN-CS-02", tmp_path, progress=_quiet).missing == 1


def test_a_tender_without_documents_has_nothing_to_export(
    exporter: Exporter, program: Program, sample_facts: Facts, tmp_path: Path
) -> None:
    with pytest.raises(NotFoundError, match="has no document yet"):
        exporter.export_pack(_only(sample_facts, program, set()), tmp_path / "out", progress=_quiet)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("name", "sentence"), [("M1", "M1 is not a document but a record: meeting"), ("x", "Nothing")])
def test_only_a_document_can_be_exported_alone(
    exporter: Exporter, few: Facts, tmp_path: Path, name: str, sentence: str
) -> None:
    with pytest.raises(NotFoundError, match=sentence):
        exporter.export_document(few, name, tmp_path, progress=_quiet)


def test_the_manifest_is_of_the_day_of_the_content(exporter: Exporter, few: Facts, tmp_path: Path) -> None:
    exporter.export_document(few, "TBN-CS-01", tmp_path, progress=_quiet)
    said = json.loads(next(tmp_path.glob("*.manifest.json")).read_bytes())
    assert said["as_of"] == as_of(few).isoformat() == "2027-02-15"


@pytest.mark.parametrize("version", ["1.0", None])
def test_what_was_let_stand_is_named_in_the_manifest_of_a_pack_that_is_no_draft(
    program: Program, few: Facts, version: str | None
) -> None:
    tender = few.records[few.tender]
    answers = {name: one for name, one in tender.answers.items() if name != "pack_version"}
    said = replace(tender, answers={**answers, **({"pack_version": version} if version else {})})
    facts = replace(few, records={**few.records, tender.id: said})
    stood = Overridden("CHK-PE-01", "Letter: Who?", "“secret”", "Agreed <b>&{{", "Nasrin", "2027-02-13")
    made = Exporter(program.library, program.press, (Format.DOCX,), overridden=(stood,)).make_pack(
        facts, progress=_quiet
    )
    told = json.loads(made.manifest)
    assert told.get("overridden", []) == ([
        {"rule": "CHK-PE-01", "where": "Letter: Who?", "reason": "Agreed <b>&{{", "by": "Nasrin", "on": "2027-02-13"}
    ] if version else [])  # fmt: skip


def test_letters_stay_with_the_documents_when_one_is_exported_alone(
    exporter: Exporter, program: Program, sample_facts: Facts, tmp_path: Path
) -> None:
    facts = _only(sample_facts, program, {"TBN-CS-01", "TBN-CS-02"})
    (file,) = exporter.export_document(facts, "TBN-CS-02", tmp_path, progress=_quiet).files
    plan: Plan = plan_pack(facts, program.library, as_of=as_of(facts))
    assert file.documents[0].letter == plan.appendices[1].letter == "B"


def test_a_document_that_left_the_pack_leaves_the_folder(
    exporter: Exporter, program: Program, sample_facts: Facts, tmp_path: Path
) -> None:
    both, one = (_only(sample_facts, program, names) for names in ({"TBN-CS-01", "TBN-CS-02"}, {"TBN-CS-02"}))
    exporter.export_pack(both, tmp_path, progress=_quiet)
    exporter.export_pack(one, tmp_path, progress=_quiet)
    assert [file.name for file in (tmp_path / "documents").iterdir()] == ["A-TBN-CS-02.pdf"]


def test_what_somebody_changed_stays(exporter: Exporter, program: Program, sample_facts: Facts, tmp_path: Path) -> None:
    both, one = (_only(sample_facts, program, names) for names in ({"TBN-CS-01", "TBN-CS-02"}, {"TBN-CS-02"}))
    exporter.export_pack(both, tmp_path, progress=_quiet)
    (tmp_path / "documents" / "A-TBN-CS-01.pdf").write_bytes(b"signed")
    exporter.export_pack(one, tmp_path, progress=_quiet)
    assert sorted(file.name for file in (tmp_path / "documents").iterdir()) == ["A-TBN-CS-01.pdf", "A-TBN-CS-02.pdf"]


@pytest.mark.parametrize("name", ["../outside.txt", "/etc/hostname", "missing.pdf"])
def test_a_manifest_of_somebody_elses_removes_nothing_outside_the_folder(
    exporter: Exporter, few: Facts, tmp_path: Path, name: str
) -> None:
    (tmp_path / "outside.txt").write_bytes(b"")
    folder = tmp_path / "out"
    folder.mkdir()
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    listed = {"format": "evidencepack-manifest", "files": [{"file": name, "sha256": empty}]}
    (folder / "manifest.json").write_text(json.dumps(listed))
    exporter.export_pack(few, folder, progress=_quiet)
    assert (tmp_path / "outside.txt").exists()
    assert (folder / "pack.pdf").exists()


@pytest.mark.parametrize(
    ("audience", "name", "said"),
    [
        (Audience.PACK, "TBN-CG-01-v1.0.docx", False),
        (Audience.PARTNER, "TBN-CG-01-v1.0-for-partners.docx", False),
        (Audience.OWN, "TBN-CG-01-v1.0-internal.docx", True),
    ],
)
def test_a_copy_for_another_reader_has_a_name_of_its_own_and_what_that_reader_may_read(
    exporter: Exporter, sample_facts: Facts, tmp_path: Path, audience: Audience, name: str, *, said: bool
) -> None:
    words = replace(exporter, formats=(Format.DOCX,))
    (file,) = words.export_document(sample_facts, "TBN-CG-01", tmp_path, progress=_quiet, audience=audience).files
    assert file.name == name
    with ZipFile(tmp_path / name) as opened:
        assert (b"threaten a tenancy" in opened.read("word/document.xml")) is said


def test_a_pack_for_partners_stands_beside_the_buyers_and_says_what_it_is(
    exporter: Exporter, few: Facts, tmp_path: Path
) -> None:
    exporter.export_pack(few, tmp_path, progress=_quiet)
    before = (tmp_path / "pack.pdf").read_bytes()
    exported = exporter.export_pack(few, tmp_path, progress=_quiet, audience=Audience.PARTNER)
    assert [file.name for file in exported.files] == ["pack-for-partners.pdf", "documents-for-partners/A-TBN-CS-01.pdf"]
    assert exported.manifest == "pack-for-partners.manifest.json"
    assert (tmp_path / "pack.pdf").read_bytes() == before
    assert (tmp_path / "documents" / "A-TBN-CS-01.pdf").exists()
    with pypdfium2.PdfDocument(tmp_path / "pack-for-partners.pdf") as document:
        assert all("For partners. Not part of the tender." in page.get_textpage().get_text_range() for page in document)


def test_nothing_is_written_where_the_last_word_is_no(exporter: Exporter, few: Facts, tmp_path: Path) -> None:
    def refuse() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        replace(exporter, before_writing=refuse).export_pack(few, tmp_path / "out", progress=_quiet)
    assert list(tmp_path.iterdir()) == []
