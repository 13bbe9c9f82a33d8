# SPDX-License-Identifier: MPL-2.0
"""A bundle in volumes: as large as allowed, one count of pages, each with its own beginning, links that all lead."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from decimal import Decimal
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from tests.pack.annexed import A4, Given, annex, enclosed, foreign, joined, section
from tests.pack.conftest import AS_OF

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Number
from evidencepack.guard.pdf_files import ForeignPdf
from evidencepack.pack.annexes import SectionBreak, VolumeBreak
from evidencepack.pack.bundle import Bundle
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.plan import plan_pack
from evidencepack.pack.volumes import Volumes, in_volumes, most_bytes

_BIG = 300_000


def heavy(number: int) -> ForeignPdf:
    """Return a file of two pages that weighs 300 KB, as scans do; each other bytes."""
    light = foreign(A4, A4, says=f"Scan {number}")
    with pikepdf.open(BytesIO(light.data)) as pdf:
        noise = random.Random(number).randbytes(_BIG)  # noqa: S311 - no secret
        picture = pdf.make_stream(noise, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 1, 1])
        pdf.pages[0].obj.Resources.XObject = pikepdf.Dictionary(Noise=picture)
        written = BytesIO()
        pdf.save(written, deterministic_id=True)
    return replace(light, data=written.getvalue())


@dataclass(frozen=True)
class Made:
    """A bundle as one file and in volumes of at most so many bytes."""

    bundle: Bundle
    whole: BuiltFile
    volumes: Volumes
    most: int

    @property
    def files(self) -> tuple[BuiltFile, ...]:
        """Return the volumes."""
        return self.volumes.files


def made_of(program: Program, facts: Facts, given: list[Given], *sections: object) -> tuple[Bundle, BuiltFile]:
    told = joined(facts, *(one.record for one in given), *sections)  # type: ignore[arg-type]
    plan = plan_pack(told, program.library, as_of=AS_OF)
    bundle = Bundle(plan, enclosed(plan, given))
    return bundle, bundle.print_on(program.press)


@pytest.fixture(scope="module")
def made(program: Program, few_facts: Facts) -> Made:
    given = [annex(f"AN-{number}", heavy(number), place=900 + number, title=f"Scan {number}") for number in range(1, 5)]
    bundle, whole = made_of(program, few_facts, given, section("S-1", "Proof", 902.5))
    most = 2 * _BIG + 200_000
    return Made(bundle, whole, in_volumes(whole, bundle, program.press, most=most), most)


def text(file: BuiltFile, page: int) -> str:
    return " ".join(pypdfium2.PdfDocument(file.data)[page - 1].get_textpage().get_text_bounded().split())


def test_no_volume_is_larger_than_allowed_and_all_parts_stand_in_one_each_in_order(made: Made) -> None:
    assert len(made.files) > 1
    assert all(len(file.data) <= made.most for file in made.files)
    assert made.volumes.problems == ()
    parts = [one.reference for file in made.files for one in file.documents]
    assert parts == [one.reference for one in made.whole.documents]


def test_volumes_are_named_by_their_number_and_how_many_there_are(made: Made) -> None:
    of = len(made.files)
    assert [file.name for file in made.files] == [f"bundle-{number}-of-{of}.pdf" for number in range(1, of + 1)]


def test_pages_are_counted_through_all_volumes_in_print_and_in_labels(made: Made) -> None:
    before = 0
    for file in made.files:
        read = pypdfium2.PdfDocument(file.data)
        assert len(read) == file.pages
        for page in range(file.pages):
            assert read.get_page_label(page) == str(before + page + 1)
            assert f"Page {before + page + 1} of" in text(file, page + 1) or f" {before + page + 1}" in text(
                file, page + 1
            )
        before += file.pages


def test_the_manifest_counts_the_pages_of_each_file(made: Made) -> None:
    for file in made.files:
        for one in file.documents:
            assert 1 <= one.first_page <= one.last_page <= file.pages
            assert one.title in text(file, one.first_page) or one.letter in text(file, one.first_page)


def test_the_contents_of_the_first_say_each_volume_and_where_its_parts_stand(made: Made) -> None:
    contents, before = text(made.files[0], 2), 0
    assert f"counted through {len(made.files)} volumes, each a file: only in the first are they the same" in contents
    for number, file in enumerate(made.files, 1):
        assert f"Volume {number} of {len(made.files)}" in contents
        for one in file.documents:
            first, last = before + one.first_page, before + one.last_page
            assert f"{first}–{last}" in contents if last > first else str(first) in contents
        before += file.pages


def test_each_further_volume_begins_with_what_it_is_and_what_is_in_it(made: Made) -> None:
    for number, file in enumerate(made.files[1:], 2):
        first = text(file, 1)
        assert f"Volume {number} of {len(made.files)}" in first
        assert all(one.title in first for one in file.documents)


def test_every_link_and_bookmark_leads_to_a_page_of_its_own_file(made: Made) -> None:
    before = 0
    for file in made.files:
        with pikepdf.open(BytesIO(file.data)) as read:
            pages = [page.obj.objgen for page in read.pages]
            names = pikepdf.NameTree(read.Root.Names.Dests)
            links = [link for page in read.pages for link in page.obj.get("/Annots", []) if "/Dest" in link]
            assert links
            for link in links:
                at = pages.index(names[str(link.Dest)][0].objgen)
                assert str(link.Contents).endswith(f"page {before + at + 1}")
            with read.open_outline() as outline:
                for one in outline.root:
                    assert one.destination.as_list()[0].objgen in pages
        before += file.pages


def test_a_volume_begins_before_the_heading_of_its_first_part(made: Made) -> None:
    plan = made.bundle.plan
    heading = next(one for one in plan.order if isinstance(one, SectionBreak))
    behind = plan.order[plan.order.index(heading) + 1]
    holding = next(file for file in made.files if behind.record.reference in {one.reference for one in file.documents})
    assert holding.documents[0].reference == behind.record.reference
    titles = [one.get_title() for one in pypdfium2.PdfDocument(holding.data).get_toc()]
    assert titles[:2] == [f"Volume {made.files.index(holding) + 1} of {len(made.files)}", "Proof"]


def test_the_sheet_of_a_section_counts_its_papers_in_all_volumes(program: Program, few_facts: Facts) -> None:
    light = [annex(f"AN-{number}", foreign(A4), place=900 + number, title=f"Proof {number}") for number in range(1, 4)]
    told = joined(few_facts, *(one.record for one in light), section("S-1", "Proof", 900))
    plan = plan_pack(told, program.library, as_of=AS_OF)
    at = plan.order.index(next(one for one in plan.order if isinstance(one, SectionBreak))) + 2
    order = (VolumeBreak.numbered(1, 2), *plan.order[:at], VolumeBreak.numbered(2, 2), *plan.order[at:])
    bundle = Bundle(replace(plan, order=order), enclosed(plan, light))
    first, second = bundle.print_volumes(program.press)
    sheet = next(text(first, page) for page in range(1, first.pages + 1) if "in this section" in text(first, page))
    assert "Three papers in this section." in sheet
    assert all(f"Proof {number}" in sheet for number in (1, 2, 3))
    assert [len(one.documents) for one in (first, second)] == [len(plan.appendices) + 1, 2]


def test_a_bundle_in_volumes_says_so_beside_its_code(made: Made) -> None:
    assert f"1.0, {len(made.files)} volumes code" in text(made.files[0], 2)
    assert "volumes" not in text(made.whole, 2)


def test_a_bundle_of_exactly_the_size_stays_one_and_of_a_byte_more_is_parted(made: Made, program: Program) -> None:
    size = len(made.whole.data)
    assert in_volumes(made.whole, made.bundle, program.press, most=size).files == (made.whole,)
    assert in_volumes(made.whole, made.bundle, program.press, most=0).files == (made.whole,)
    parted = in_volumes(made.whole, made.bundle, program.press, most=size - 1)
    assert len(parted.files) == 2
    largest = max(len(file.data) for file in parted.files)
    assert largest < size


def test_a_volume_of_a_byte_too_many_gives_its_last_part_to_the_next(made: Made, program: Program) -> None:
    largest = max(made.files, key=lambda file: len(file.data))
    same = in_volumes(made.whole, made.bundle, program.press, most=len(largest.data))
    assert [len(file.documents) for file in same.files] == [len(file.documents) for file in made.files]
    fewer = in_volumes(made.whole, made.bundle, program.press, most=len(largest.data) - 1)
    assert all(len(file.data) < len(largest.data) for file in fewer.files)
    assert [one.reference for file in fewer.files for one in file.documents] == [
        one.reference for one in made.whole.documents
    ]


def test_a_part_that_is_too_large_by_itself_is_told(program: Program, few_facts: Facts) -> None:
    bundle, whole = made_of(program, few_facts, [annex("AN-1", heavy(1), place=900, title="Scan 1")])
    found = in_volumes(whole, bundle, program.press, most=_BIG)
    assert [one.documents[-1].title for one in found.files][-1] == "Scan 1"
    assert len(found.problems) == 1
    assert found.problems[0].startswith(f"“{found.files[-1].name}” has 0.")
    assert "“Scan 1” cannot be parted. Save that file smaller, and export again" in found.problems[0]


def test_a_bundle_of_one_part_stays_whole_and_is_told(program: Program, few_facts: Facts) -> None:
    papers = {one.reference for one in few_facts.records.values() if program.library[one.kind].document}
    facts = replace(
        few_facts, records={name: one for name, one in few_facts.records.items() if one.reference not in papers}
    )
    bundle, whole = made_of(program, facts, [annex("AN-1", heavy(1), title="Scan 1")])
    found = in_volumes(whole, bundle, program.press, most=_BIG)
    assert found.files == (whole,)
    assert "“Scan 1” cannot be parted" in found.problems[0]


def test_the_size_is_asked_of_the_tender_in_millions_of_bytes(program: Program, few_facts: Facts) -> None:
    plan = plan_pack(joined(few_facts, volume_mb=Number(Decimal("0.5"), "MB")), program.library, as_of=AS_OF)
    assert most_bytes(plan) == 500_000
    assert most_bytes(plan_pack(few_facts, program.library, as_of=AS_OF)) == 0


def test_volumes_are_no_sections_of_the_tender() -> None:
    one = VolumeBreak.numbered(2, 3)
    assert (one.title, one.called, one.letter) == ("Volume 2 of 3", "Volume 2 of 3", "")
