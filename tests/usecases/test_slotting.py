# SPDX-License-Identifier: MPL-2.0
"""Slots as an export fills them, from real files: a small pack, printed once for all that is asked here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.conformance.conforming import Conforms
from tests.pack.annexed import A4, foreign, signed
from tests.render.pdf.tree import read_tree
from tests.usecases.test_enclosing import speckled

from evidencepack.bootstrap import Program
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Answer, Attachment, Choices, Number, Reference, Row, Table
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.plan import Plan
from evidencepack.pack.press import Format
from evidencepack.usecases.enclosing import Enclosures, enclose
from evidencepack.usecases.exporting import Exported, Exporter
from evidencepack.usecases.finding_records import find_record
from evidencepack.usecases.packing import PagePress
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.slotting import (
    Slots,
    Slotting,
    expected_slots,
    planned_slots,
    slot_sentences,
    slot_warnings,
    try_slots,
)

_PAPERS = ("TBN-CS-01", "TBN-NAR-01")


@dataclass(frozen=True)
class Out:
    """What an export of the small pack wrote."""

    exported: Exported
    folder: Path
    facts: Facts

    @property
    def listed(self) -> Mapping[str, Mapping[str, object]]:
        """Return the files of the manifest by name."""
        files = json.loads((self.folder / "manifest.json").read_bytes())["files"]
        return {one["file"]: one for one in files}


def _holding(facts: Facts, *references: str, **cells: str) -> Table:
    papers = (find_record(facts, one) for one in references)
    return Table(tuple(Row(new_id(), {"what": "paper", "paper": Reference(one.id), **cells}) for one in papers))


def _with_slots(facts: Facts, *slots: Mapping[str, Answer]) -> Facts:
    records = {name: one for name, one in facts.records.items() if one.kind != "slot"}
    made = (Record(new_id(), "slot", f"SL-{number}", facts.tender, one) for number, one in enumerate(slots, 1))
    return replace(facts, records=records | {one.id: one for one in made})


@pytest.fixture(scope="module")
def papers(program: Program, sample_facts: Facts) -> Facts:
    """Return the sample with two of its papers."""
    kept = sample_facts.records.values()
    some = [one for one in kept if not program.library[one.kind].document or one.reference in _PAPERS]
    return replace(sample_facts, records={one.id: one for one in some})


@pytest.fixture(scope="module")
def out(program: Program, papers: Facts, tmp_path_factory: pytest.TempPathFactory) -> Out:
    """Export a pack of two papers into four slots: the pack, a paper as Word, an empty one, one too small."""
    facts = _with_slots(
        papers,
        {"name": "All appendices <b>&{{", "mandatory": True, "holds": Table((Row(new_id(), {"what": "pack"}),))},
        {"name": "Case study", "formats": Choices(("docx",)), "holds": _holding(papers, "TBN-CS-01")},
        {"name": "Form of tender", "mandatory": True},
        {"name": "Narrative", "holds": _holding(papers, "TBN-NAR-01"), "max_words": Number(Decimal(100))},
    )
    folder = tmp_path_factory.mktemp("out")
    exporter = Exporter(program.library, program.press, (Format.PDF,))
    return Out(exporter.export_pack(facts, folder, progress=lambda *_: None), folder, facts)


def test_each_slot_has_a_folder_with_its_files_and_nothing_else(out: Out) -> None:
    found = sorted(one.relative_to(out.folder).as_posix() for one in (out.folder / "slots").rglob("*.*"))
    assert found == [
        "slots/01-All appendices b/TBN-ASC-2027-014_Ferrybank_App.pdf",
        "slots/02-Case study/TBN-ASC-2027-014_Ferrybank_AppB.docx",
        "slots/04-Narrative/TBN-ASC-2027-014_Ferrybank_AppA.pdf",
    ]


def test_what_goes_into_a_slot_is_the_file_of_the_pack_byte_for_byte(out: Out) -> None:
    slots = out.folder / "slots"
    pairs = (
        ("01-All appendices b/TBN-ASC-2027-014_Ferrybank_App.pdf", "pack.pdf"),
        ("04-Narrative/TBN-ASC-2027-014_Ferrybank_AppA.pdf", "documents/A-TBN-NAR-01.pdf"),
    )
    for copy, original in pairs:
        assert (slots / copy).read_bytes() == (out.folder / original).read_bytes()


def test_the_manifest_lists_every_file_with_its_slot_and_its_code(out: Out) -> None:
    listed = out.listed
    on_disk = {one.relative_to(out.folder).as_posix() for one in out.folder.rglob("*.*")} - {"manifest.json"}
    assert set(listed) == on_disk
    assert {one.get("slot") for name, one in listed.items() if name.startswith("slots/")} == {
        "All appendices <b>&{{", "Case study", "Narrative",
    }  # fmt: skip
    assert all("slot" not in one for name, one in listed.items() if not name.startswith("slots/"))
    for name, one in listed.items():
        assert hashlib.sha256((out.folder / name).read_bytes()).hexdigest() == one["sha256"]


def test_the_last_words_of_an_export_say_which_mandatory_place_is_empty(out: Out) -> None:
    said = list(slot_sentences(out.exported.slots))
    assert said[0] == "2 of 4 places on the portal have what the buyer asks for"
    assert said[1].startswith("MANDATORY AND EMPTY: “Form of tender”: Nothing is in it")
    assert "words count, and it takes 100" in said[2]


def test_the_checklist_names_every_slot_and_file_and_what_is_wrong(out: Out) -> None:
    words = read_tree((out.folder / "upload-checklist.pdf").read_bytes()).text
    words = " ".join(words.split())
    assert "2 of 4 places still need something: three files so far, due 12:00 noon on Friday 26 February 2027" in words
    assert "Upload by Wednesday 24 February 2027, 48 hours early" in words
    assert "1. All appendices <b>&{{ Must have a file" in words
    assert "EMPTY. Something must be here: without it the bid can be refused." in words
    for file in out.exported.slots.files:
        assert file.name.rpartition("/")[2] in words
        assert file.sha256[:12] in words
    assert "Narrative: " in words.partition("Put this right first")[2]
    assert words.count("OVER THE LIMIT. It is more than this place takes") == 1


@pytest.mark.tools
def test_the_checklist_conforms_and_says_so(out: Out, conforms: Conforms) -> None:
    listed = out.listed["upload-checklist.pdf"]
    assert listed["conformance"]["claims"] == ["PDF/UA-1", "PDF/A-2a"]  # type: ignore[index]
    conforms((out.folder / "upload-checklist.pdf").read_bytes(), "upload-checklist")


def test_a_second_export_without_slots_takes_their_files_away_again(
    program: Program, papers: Facts, tmp_path: Path
) -> None:
    exporter = Exporter(program.library, program.press, (Format.PDF,))
    one = _with_slots(papers, {"name": "All", "holds": Table((Row(new_id(), {"what": "pack"}),))})
    exporter.export_pack(one, tmp_path, progress=lambda *_: None)
    assert list(tmp_path.glob("slots/*/*.pdf"))
    exporter.export_pack(_with_slots(papers), tmp_path, progress=lambda *_: None)
    assert not list(tmp_path.glob("slots/*/*"))
    assert not (tmp_path / "upload-checklist.pdf").exists()


@pytest.fixture(scope="module")
def plan(program: Program, out: Out) -> Plan:
    return plan_of(out.facts, program.library)


@pytest.fixture(scope="module")
def tried(program: Program, plan: Plan) -> Slots:
    return try_slots(plan, program.press)


def test_what_is_tried_without_writing_is_what_an_export_says(out: Out, tried: Slots) -> None:
    assert [one.words for some in tried.troubles for one in some] == [
        one.words for some in out.exported.slots.troubles for one in some
    ]
    assert [file.pages for file in tried.files] == [file.pages for file in out.exported.slots.files]


def test_what_is_expected_before_anything_is_made_has_the_same_sides(
    program: Program, plan: Plan, tried: Slots
) -> None:
    made = {one.slot.name: [file.pages for file in one.files] for one in tried.filled}
    size = PagePress(plan.library, program.press).measure(plan.facts)
    expected = expected_slots(plan, size.spans, pages=size.pages)
    assert {one.slot.name: [file.pages for file in one.files] for one in expected.filled} == made


def test_a_copy_for_somebody_else_than_the_buyer_has_no_slots(program: Program, out: Out) -> None:
    assert planned_slots(plan_of(out.facts, program.library, audience=Audience.PARTNER)) == ()


def test_a_file_from_outside_goes_in_untouched(program: Program, papers: Facts) -> None:
    annex = Record(new_id(), "annex", "AN-1", papers.tender, {"file": Attachment("0" * 64, "Insurance.PDF")})
    named = replace(annex, answers={**annex.answers, "title": "Public liability insurance"})
    facts = replace(papers, records={**papers.records, named.id: named})
    facts = _with_slots(facts, {"name": "Insurance", "holds": _holding(facts, "AN-1"), "formats": Choices(("pdf",))})
    plan = plan_of(facts, program.library)
    came = BuiltFile("Insurance.PDF", b"%PDF signed elsewhere", 2, ())
    slots = Slotting(plan, {named.id: came}).filled_with([])
    (file,) = slots.files
    assert file.data == came.data
    assert file.name == "slots/01-Insurance/TBN-ASC-2027-014_Ferrybank_AppC.pdf"
    missing = Slotting(plan).filled_with([])
    assert next(slot_sentences(missing)).startswith("0 of 1 place on the portal has")
    assert "is not there" in list(slot_sentences(missing))[1]


def test_warnings_are_told_apart_from_what_must_be_put_right(program: Program, papers: Facts) -> None:
    facts = _with_slots(papers, {"name": "Case study", "file_name": "{lot}"})
    slots = expected_slots(plan_of(facts, program.library), {}, pages=0)
    assert [one.partition(":")[2] for one in slot_warnings(slots)] == [
        " The program suggests this; nobody has said what goes in",
    ]


def test_a_place_that_takes_workbooks_alone_gets_the_register(program: Program, sample_facts: Facts) -> None:
    kept = sample_facts.records.values()
    some = [one for one in kept if not program.library[one.kind].document or one.kind == "risk_register"]
    facts = replace(sample_facts, records={one.id: one for one in some})
    register = next(one for one in some if one.kind == "risk_register")
    excel: Mapping[str, Answer] = {"formats": Choices(("xlsx",)), "file_name": "{tender}_{title}"}
    facts = _with_slots(facts, {"name": "Risks", "holds": _holding(facts, register.reference), **excel})
    slots = Slotting(plan_of(facts, program.library)).filled_with([])
    (file,) = slots.files
    assert file.name == "slots/01-Risks/TBN-ASC-2027-014_Shared_risk_register.xlsx"
    assert slots.troubles == ((),)
    book = load_workbook(BytesIO(file.data))
    risks = [one for one in facts.of_kind("risk") if one.tender == facts.tender]
    assert book.worksheets[0].max_row >= len(risks) > 3


def test_a_place_for_the_workbook_of_a_register_in_which_nothing_stands_is_not_met(
    program: Program, sample_facts: Facts
) -> None:
    kept = sample_facts.records.values()
    gone = {one.id for one in kept if one.kind == "risk"}
    some = [one for one in kept if one.id not in gone and not program.library[one.kind].document]
    register = next(one for one in kept if one.kind == "risk_register")
    facts = replace(sample_facts, records={one.id: one for one in (*some, register)})
    excel: Mapping[str, Answer] = {"formats": Choices(("xlsx",))}
    facts = _with_slots(facts, {"name": "Risks", "holds": _holding(facts, register.reference), **excel})
    slots = Slotting(plan_of(facts, program.library)).filled_with([])
    assert (slots.files, slots.met) == ((), 0)
    assert "is not there" in slots.troubles[0][0].words


def _signed_annex(papers: Facts, *more: Mapping[str, Answer]) -> tuple[Facts, Enclosures]:
    """Return a tender whose bundle goes into a place and sends its reader to a signed file, and what became of it."""
    data = signed()
    sha256 = hashlib.sha256(data).hexdigest()
    annex = Record(
        new_id(), "annex", "AN-1", papers.tender, {"file": Attachment(sha256, "signed.pdf"), "title": "Deed"}
    )
    facts = replace(papers, records={**papers.records, annex.id: annex})
    facts = _with_slots(
        facts,
        {"name": "All \u202eappendices", "holds": Table((Row(new_id(), {"what": "bundle"}),))},
        *({**one, "holds": _holding(facts, "AN-1")} for one in more),
    )
    return facts, enclose(plan_of(facts, Program().library), {sha256: data}, lambda _name: None)


def test_a_file_to_which_the_bundle_sends_and_that_goes_into_no_place_is_told(program: Program, papers: Facts) -> None:
    facts, enclosures = _signed_annex(papers)
    slots = Slotting(plan_of(facts, program.library), enclosures.passed, enclosures.pointed_to).filled_with([])
    (name,) = slots.placeless
    assert name in next(iter(enclosures.enclosed.values())).note
    assert next(slot_warnings(slots)).startswith(f"Goes to no place on the portal: {name}. ")
    assert not slots.is_right


def test_a_file_beside_the_bundle_that_goes_into_a_place_is_not_said_to_be_without(
    program: Program, papers: Facts
) -> None:
    facts, enclosures = _signed_annex(papers, {"name": "Deed"})
    slots = Slotting(plan_of(facts, program.library), enclosures.passed, enclosures.pointed_to).filled_with([])
    assert slots.placeless == ()
    assert [file.data for file in slots.files] == [signed()]


def test_the_page_to_tick_names_the_file_that_goes_into_no_place(program: Program, papers: Facts) -> None:
    facts, enclosures = _signed_annex(papers)
    slotting = Slotting(plan_of(facts, program.library), enclosures.passed, enclosures.pointed_to)
    part = slotting.checklist(slotting.filled_with([]), program.press)
    assert "Goes to no place on the portal: annexes/" in repr(part.documents)


def _one_place(papers: Facts, name: str, data: bytes) -> tuple[Facts, Enclosures]:
    """Return a tender in which an annex and a paper go into a place that takes one file of at most 5,000 words."""
    sha256 = hashlib.sha256(data).hexdigest()
    one = Record(new_id(), "annex", "AN-1", papers.tender, {"file": Attachment(sha256, name), "title": "Deed"})
    facts = replace(papers, records={**papers.records, one.id: one})
    holds, most = _holding(facts, "AN-1", "TBN-NAR-01"), Number(Decimal(5_000))
    facts = _with_slots(facts, {"name": "Papers", "many_files": False, "holds": holds, "max_words": most})
    return facts, enclose(plan_of(facts, Program().library), {sha256: data}, lambda _name: None)


def test_papers_for_a_place_that_takes_one_file_go_there_as_one(program: Program, papers: Facts) -> None:
    facts, enclosures = _one_place(papers, "deed.pdf", foreign(A4, A4).data)
    slots = try_slots(plan_of(facts, program.library), program.press, enclosures)
    (filled,) = slots.filled
    (file,) = filled.files
    assert file.file is not None
    assert [(one.reference, one.first_page) for one in file.file.documents] == [("AN-1", 1), ("TBN-NAR-01", 4)]
    assert file.called == "Two papers as one file: AN-1 and TBN-NAR-01"
    assert slots.troubles == ((),)
    assert file.seen.words is not None
    assert file.seen.words[1]["body"] == 2  # "Page 1": what stands on the page from outside counts, too


def test_a_signed_file_is_bound_with_no_other_and_its_place_says_so(program: Program, papers: Facts) -> None:
    facts, enclosures = _one_place(papers, "deed.pdf", signed())
    slots = try_slots(plan_of(facts, program.library), program.press, enclosures)
    (trouble,) = (one for one in slots.troubles[0] if one.blocks)
    assert trouble.words.startswith("Two papers as one file: AN-1 and TBN-NAR-01: one of them has no pages that could")
    assert not slots.files


def test_a_bundle_that_is_too_large_for_a_place_of_many_files_goes_there_in_volumes(
    program: Program, papers: Facts
) -> None:
    scans = {f"{number}.png": speckled(number) for number in (1, 2)}
    digests = {hashlib.sha256(data).hexdigest(): (name, data) for name, data in scans.items()}
    annexes = [
        Record(new_id(), "annex", f"AN-{name}", papers.tender, {"file": Attachment(sha256, name), "title": name})
        for sha256, (name, _data) in digests.items()
    ]
    facts = replace(papers, records={**papers.records, **{one.id: one for one in annexes}})
    whole = Table((Row(new_id(), {"what": "bundle"}),))
    asked: dict[str, Answer] = {"holds": whole, "max_mb": Number(Decimal("0.3")), "max_words": Number(Decimal(9_000))}
    facts = _with_slots(facts, {"name": "Many", "many_files": True, **asked}, {"name": "One", **asked})
    plan = plan_of(facts, program.library)
    enclosures = enclose(plan, {name: data for name, (_, data) in digests.items()}, lambda _name: None)
    slots = try_slots(plan, program.press, enclosures)
    many, one = slots.filled
    assert [file.name for file in many.files] == [
        "TBN-ASC-2027-014_Ferrybank_App_1-of-2.pdf",
        "TBN-ASC-2027-014_Ferrybank_App_2-of-2.pdf",
    ]
    assert all(0 < file.bytes <= 300_000 and file.seen.words for file in many.files)
    assert slots.troubles[0] == ()
    assert len(one.files) == 1
    assert [trouble.field for trouble in slots.troubles[1] if trouble.blocks] == ["max_mb"]
