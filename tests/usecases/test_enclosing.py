# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from tests.pack.annexed import A4, foreign, signed

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Answer, Attachment, Number
from evidencepack.pack.press import Format
from evidencepack.pack.specimen import specimen
from evidencepack.render.properties import Properties
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.annexing import add_annex, added_sentences
from evidencepack.usecases.attaching import UnfitAnnexError
from evidencepack.usecases.enclosing import different_files, enclose, enclosures_of, look_at
from evidencepack.usecases.exporting import Exported, Exporter
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.vetting import came_sentences, vet_file
from evidencepack.usecases.workspaces import tender_facts


@dataclass(frozen=True)
class Came:
    """Facts with annexes, and the files that they name."""

    facts: Facts
    files: Mapping[str, bytes]


@pytest.fixture(scope="module")
def few(program: Program, sample_facts: Facts) -> Facts:
    """Return the sample with one case study as its only document: quick to print."""
    kept = {
        key: one
        for key, one in sample_facts.records.items()
        if one.kind != "slot" and (not program.library[one.kind].document or one.reference == "TBN-CS-01")
    }
    return replace(sample_facts, records=kept)


def having(facts: Facts, *files: tuple[str, bytes], **answers: Answer) -> Came:
    """Return facts in which each file is an annex, called as its file is."""
    records, data = dict(facts.records), dict[str, bytes]()
    for number, (name, content) in enumerate(files, 1):
        sha256 = hashlib.sha256(content).hexdigest()
        data[sha256] = content
        said: dict[str, Answer] = {"file": Attachment(sha256, name), "title": name, **answers}
        records[f"annex-{number}"] = Record(f"annex-{number}", "annex", f"AN-{number}", "", said)
    return Came(replace(facts, records=records), data)


def export(
    program: Program, came: Came, folder: Path, *, forms: tuple[Format, ...] = (Format.PDF,), **more: object
) -> Exported:
    exporter = Exporter(program.library, program.press, forms, annexes=came.files)
    return exporter.export_pack(came.facts, folder, progress=lambda *_told: None, **more)  # type: ignore[arg-type]


def speckled(seed: int) -> bytes:
    """Return a picture of noise, which nothing makes smaller."""
    written = BytesIO()
    noise = random.Random(seed).randbytes(300 * 300 * 3)  # noqa: S311 - no secret
    Image.frombytes("RGB", (300, 300), noise).save(written, "PNG")
    return written.getvalue()


def test_a_tender_with_an_annex_gets_a_bundle_beside_its_pack(program: Program, few: Facts, tmp_path: Path) -> None:
    came = having(few, ("policy.pdf", foreign(A4, A4).data), ("signed.pdf", signed()), ("broken.pdf", b"%PDF-1.7 x"))
    exported = export(program, came, tmp_path)
    names = [file.name for file in exported.files]
    assert names == ["pack.pdf", "documents/A-TBN-CS-01.pdf", "bundle.pdf", "annexes/C-signed.pdf"]
    assert (tmp_path / "annexes" / "C-signed.pdf").read_bytes() == came.files[hashlib.sha256(signed()).hexdigest()]
    with pikepdf.open(tmp_path / "bundle.pdf") as bundle:
        own = next(file for file in exported.files if file.name == "pack.pdf")
        assert len(bundle.pages) == own.pages + 3 + 1 + 1
    listed = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))["files"]
    (told,) = [file for file in listed if file["file"] == "bundle.pdf"]
    assert [one["appendix"] for one in told["documents"]] == ["A", "B", "C", "D"]
    assert "conformance" not in told
    (problem,) = exported.problems
    assert "AN-3" in problem and "broken.pdf" in problem  # noqa: PT018


def test_a_bundle_that_is_larger_than_allowed_comes_in_volumes(program: Program, few: Facts, tmp_path: Path) -> None:
    tender = few.records[few.tender]
    told = replace(tender, answers={**tender.answers, "volume_mb": Number(Decimal("0.3"), "MB")})
    facts = replace(few, records={**few.records, tender.id: told})
    exported = export(program, having(facts, ("one.png", speckled(1)), ("two.png", speckled(2))), tmp_path)
    volumes = [file for file in exported.files if file.name.startswith("bundle")]
    assert [file.name for file in volumes] == ["bundle-1-of-2.pdf", "bundle-2-of-2.pdf"]
    assert [[one.letter for one in file.documents] for file in volumes] == [["A", "B"], ["C"]]
    assert all(len(file.data) <= 300_000 for file in volumes)
    assert sorted(one.name for one in tmp_path.glob("bundle*")) == [file.name for file in volumes]
    assert exported.problems == ()


def test_a_tender_without_annexes_gets_no_bundle(program: Program, few: Facts, tmp_path: Path) -> None:
    assert [file.name for file in export(program, Came(few, {}), tmp_path).files][-1] == "documents/A-TBN-CS-01.pdf"


def test_word_files_alone_come_without_a_bundle(program: Program, few: Facts, tmp_path: Path) -> None:
    came = having(few, ("policy.pdf", foreign(A4).data))
    names = {file.name for file in export(program, came, tmp_path, forms=(Format.DOCX,)).files}
    assert names == {"pack.docx", "documents/A-TBN-CS-01.docx"}


def test_a_copy_for_partners_shares_no_file_with_the_buyers(program: Program, few: Facts, tmp_path: Path) -> None:
    came = having(few, ("signed.pdf", signed()))
    buyers, partners = (
        export(program, came, tmp_path, audience=reader).files for reader in (Audience.PACK, Audience.PARTNER)
    )
    assert {file.name for file in buyers}.isdisjoint(file.name for file in partners)
    assert [file.name for file in partners][-2:] == ["bundle-for-partners.pdf", "annexes-for-partners/B-signed.pdf"]
    assert (tmp_path / "annexes" / "B-signed.pdf").is_file()
    assert (tmp_path / "annexes-for-partners" / "B-signed.pdf").is_file()


def test_copies_for_partners_leave_out_what_is_confidential(program: Program, few: Facts) -> None:
    came = having(few, ("accounts.pdf", foreign(A4, A4).data), ("signed.pdf", signed()), confidential=True)
    found = {
        reader: enclose(plan_of(came.facts, program.library, audience=reader), came.files, lambda _name: None)
        for reader in Audience
    }
    sides = {reader: [one.sides for one in some.enclosed.values()] for reader, some in found.items()}
    assert sides == {Audience.PACK: [2, 0], Audience.OWN: [2, 0], Audience.PARTNER: [0, 0]}
    partners = found[Audience.PARTNER]
    assert (partners.beside, partners.passed, partners.problems) == ((), {}, ())
    assert {one.note for one in partners.enclosed.values()} == {
        "This file is confidential. Its pages go to the buyer, and not with copies for partners."
    }
    assert len(found[Audience.PACK].beside) == 1


def test_a_bundle_that_is_stopped_leaves_nothing(program: Program, few: Facts, tmp_path: Path) -> None:
    came = having(few, ("policy.pdf", foreign(A4).data))
    told = list[str]()

    def stop(done: int, total: int, words: str) -> None:
        told.append(f"{done} of {total}: {words}")
        if words == "bundle":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Exporter(program.library, program.press, (Format.PDF,), annexes=came.files).export_pack(
            came.facts, tmp_path / "out", progress=stop
        )
    assert list(tmp_path.iterdir()) == []
    assert told[0] == "0 of 5: policy.pdf"
    assert told[-1] == "4 of 5: bundle"


def test_the_same_file_is_read_once_however_often_it_is_an_annex(program: Program, few: Facts) -> None:
    data, told = foreign(A4).data, list[str]()
    came = having(few, ("first.pdf", data), ("second.pdf", data))
    found = enclose(plan_of(came.facts, program.library), came.files, told.append)
    assert told == ["first.pdf"]
    assert different_files(came.facts) == 1
    assert {one.sides for one in found.enclosed.values()} == {1}


def test_an_annex_without_its_file_is_a_sheet_and_is_told(program: Program, few: Facts) -> None:
    annex = Record("annex", "annex", "AN-1", "", {"title": "Licence"})
    facts = replace(few, records={**few.records, "annex": annex})
    found = enclose(plan_of(facts, program.library), {}, lambda _words: None)
    assert found.enclosed["annex"].note == "This file is still to come."
    assert found.problems == ("AN-1 “Licence” has no file yet: a sheet says so",)
    assert found.beside == ()


def test_an_annex_that_is_left_out_is_read_for_slots_and_stands_in_no_bundle(program: Program, few: Facts) -> None:
    came = having(few, ("policy.pdf", foreign(A4).data), in_pack=False)
    found = enclose(plan_of(came.facts, program.library), came.files, lambda _words: None)
    assert found.enclosed == {}
    assert set(found.passed) == {"annex-1"}


@pytest.mark.parametrize(
    "name", ["CON.pdf", "a/b\\c:d.pdf", "policy {x}{}.pdf", "{}.pdf", "\u202efdp.exe", "  .pdf", "x" * 300]
)
def test_a_signed_file_lies_beside_under_a_name_that_every_system_takes(
    program: Program, few: Facts, name: str
) -> None:
    came = having(few, (name, signed()))
    found = enclose(plan_of(came.facts, program.library), came.files, lambda _words: None)
    (beside,) = found.beside
    folder, _, own = beside.name.partition("/")
    assert folder == "annexes"
    assert len(own.encode()) <= 150
    assert not set('<>:"/\\|?*\u202e') & set(own)
    assert beside.data == signed()
    assert beside.name in found.enclosed["annex-1"].note


def test_a_word_file_lies_beside_and_a_damaged_one_does_not() -> None:
    broken = look_at("policy.docx", b"PK\3\4 nothing")
    assert broken.problem
    assert not broken.kept


@pytest.mark.parametrize(("name", "data"), [("x.exe", b"MZ"), ("x.pdf", b""), ("x", b"text")])
def test_a_file_of_another_sort_is_said_to_be_one(name: str, data: bytes) -> None:
    came = look_at(name, data)
    assert came.foreign is None
    assert "Save it as a PDF" in came.problem


def test_a_file_becomes_an_annex_with_a_title_from_its_name(
    program: Program, workspace: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "Public_liability  insurance.pdf"
    file.write_bytes(foreign(A4, A4, text=False).data)
    added = add_annex(workspace, vet_file(file), library=program.library)
    (annex,) = tender_facts(workspace, "").of_kind("annex")
    assert (added.path, annex.reference) == ("AN-01", "AN-01")
    assert annex.answers["title"] == added.title == "Public liability insurance"
    assert list(enclosures_of(tender_facts(workspace, ""), workspace.attachment).values()) == [file.read_bytes()]
    assert [one.split(" ")[:2] for one in came_sentences(added.vetted.came)][:2] == [["It", "has"], ["2", "of"]]


def test_a_file_that_cannot_be_read_is_none_that_can_be_entered(tmp_path: Path) -> None:
    file = tmp_path / "broken.pdf"
    file.write_bytes(b"%PDF-1.7 nothing more")
    with pytest.raises(UnfitAnnexError, match=r"“broken\.pdf” cannot be an annex.*Nothing was changed"):
        vet_file(file)


def test_a_file_that_is_there_already_is_noticed_and_its_name_gives_the_date(
    program: Program, workspace: Workspace, tmp_path: Path
) -> None:
    first, again = tmp_path / "Insurance.pdf", tmp_path / "2026-03-14 Cover v2 (signed).pdf"
    for file in (first, again):
        file.write_bytes(foreign(A4).data)
    assert add_annex(workspace, vet_file(first), library=program.library).twins == ()
    added = add_annex(workspace, vet_file(again), library=program.library)
    assert (added.title, added.twins) == ("Cover", ("AN-01 “Insurance”",))
    _, second = tender_facts(workspace, "").of_kind("annex")
    assert second.answers["dated"] == date(2026, 3, 14)
    assert list(added_sentences(added))[-2:] == [
        "Its date, by its name, is 14 March 2026",
        "The same file is here already: AN-01 “Insurance”. Take one of them out if that was a slip",
    ]


@pytest.mark.parametrize("name", ["Scan0001.pdf", "মৈত্রী_নীতি.pdf"])
def test_an_annex_always_has_a_title(program: Program, workspace: Workspace, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(foreign(A4).data)
    assert add_annex(workspace, vet_file(file), library=program.library).title == {"Scan0001.pdf": name}.get(
        name, "মৈত্রী নীতি"
    )


@pytest.mark.parametrize("name", ["Hall.png", "Hall", "Hall.pdf"])
def test_a_picture_becomes_a_sheet_whatever_its_name_says(name: str) -> None:
    written = BytesIO()
    Image.new("RGB", (300, 200), (0, 80, 160)).save(written, "PNG")
    came = look_at(name, written.getvalue())
    assert came.foreign is not None
    assert [page.has_text for page in came.foreign.pages] == [False]


def test_a_picture_that_is_none_is_said_to_be_none() -> None:
    assert "Nothing was changed" in look_at("Hall.jpg", b"no picture").problem


@pytest.mark.parametrize("name", ["policy.docx", "policy.xlsx", "policy"])
def test_a_workbook_is_no_word_file_whatever_its_name_says(name: str) -> None:
    came = look_at(name, b"PK\3\4 nothing")
    assert "Nothing was changed" in came.problem
    assert not came.kept


@pytest.fixture(scope="module")
def word_file(program: Program) -> bytes:
    """Return a Word file that nothing is wrong with: one of ours."""
    numbered, pages = program.press.lay_out([specimen("Ferrybank")], stamp=False)
    properties = Properties("Policy", "Ferrybank", "", "POL", "1.0", date(2027, 2, 15))
    return program.press.print_file(numbered, pages, properties, form=Format.DOCX, stamp=False)


def test_a_word_file_without_a_converter_lies_beside_with_a_sheet(
    program: Program, few: Facts, word_file: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidencepack.guard.word_pages.office_program", lambda: None)
    came = having(few, ("Policy.docx", word_file))
    found = enclose(plan_of(came.facts, program.library), came.files, lambda _words: None)
    (beside,) = found.beside
    assert (beside.name, beside.data) == ("annexes/B-Policy.docx", word_file)
    assert "annexes/B-Policy.docx" in found.enclosed["annex-1"].note
    assert found.passed["annex-1"].data == word_file
    assert found.problems == ()


def test_a_word_file_that_has_pages_lies_beside_as_well(
    program: Program, few: Facts, word_file: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("evidencepack.guard.foreign_files.read_word_pages", lambda *_given, **_more: foreign(A4, A4))
    came = having(few, ("Policy.docx", word_file))
    found = enclose(plan_of(came.facts, program.library), came.files, lambda _words: None)
    assert found.enclosed["annex-1"].sides == 2
    assert [(one.name, one.data, one.pages) for one in found.beside] == [("annexes/B-Policy.docx", word_file, 2)]
