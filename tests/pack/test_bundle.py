# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from tests.pack.annexed import A4, Given, annex, enclosed, foreign, joined, section
from tests.pack.conftest import AS_OF

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.domain.values import Answer, Reference
from evidencepack.guard.pdf_files import OutlineEntry, PageLink
from evidencepack.pack.build import pack_part
from evidencepack.pack.bundle import Bundle, bound_parts
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.plan import Plan, plan_pack
from evidencepack.pack.press import Format, Press

_LONG = "Maitree মৈত্রী কমিউনিটি ট্রাস্ট <b>&{{ policy }}"
_TOLD = "This file bears a digital signature. It comes with this bundle, untouched, as annexes/E-signed.pdf."
_LEADS = (PageLink(0, 20, 410, 220, 430, 2), PageLink(1, 20, 410, 220, 430, 0), PageLink(2, 0, 0, 595.28, 841.89, 0))
_MIXED = (
    annex("AN-1", foreign(A4, A4, A4, says="Cover note", outline=[OutlineEntry("Limits", 1, 0)], links=_LEADS),
          place=12, title="Liability insurance", what="insurance", dated=date(2026, 3, 14),
          issued_by="Lea Valley Mutual"),
    annex("AN-2", foreign((1190.55, 841.89), text=False), place=910, title="Floor plan"),
    annex("AN-3", foreign((419.53, 595.28), says="Receipt"), place=920, title="Receipt", confidential=True),
    annex("AN-4", foreign((612, 792), (792, 612), says="Letter"), place=930, title=_LONG),
    annex("AN-5", note=_TOLD, place=940, title="Signed memorandum"),
    annex("AN-6", foreign((841.89, 595.28), says="Untitled"), place=950),
)  # fmt: skip
_SECTIONS = (section("S-1", "How we work", 1), section("S-2", "Proof", 905), section("S-3", "Nothing", 999))


@dataclass(frozen=True)
class Made:
    """A bundle with its plan, and its pages as a reader of PDFs sees them."""

    plan: Plan
    file: BuiltFile
    read: pikepdf.Pdf
    seen: pypdfium2.PdfDocument

    def text(self, page: int) -> str:
        """Return the words of a page, counted from 1, on one line."""
        return " ".join(self.seen[page - 1].get_textpage().get_text_bounded().split())

    def number(self, page: Any) -> int:
        """Return the number of a page object, from 1."""
        return [one.obj.objgen for one in self.read.pages].index(page.objgen) + 1

    def picture(self, page: int) -> Image.Image:
        """Return a page at 36 dots to the inch."""
        shown: Image.Image = self.seen[page - 1].render(scale=0.5).to_pil().convert("RGB")
        return shown


def bundle(program: Program, facts: Facts, given: Sequence[Given], *sections: Any, **of_tender: Answer) -> Made:
    told = joined(facts, *(one.record for one in given), *sections, **of_tender)
    plan = plan_pack(told, program.library, as_of=AS_OF)
    file = Bundle(plan, enclosed(plan, given)).print_on(program.press)
    return Made(plan, file, pikepdf.open(BytesIO(file.data)), pypdfium2.PdfDocument(file.data))


@pytest.fixture(scope="module")
def mixed(program: Program, few_facts: Facts) -> Made:
    """Return a bundle of few papers, mixed annexes and sections."""
    return bundle(program, few_facts, _MIXED, *_SECTIONS, name_on_annexes=True)


def bookmarks(made: Made) -> list[tuple[str, int, int]]:
    """Return the words of each bookmark, the page it leads to and its level, as pdfium reads them."""
    found = []
    for one in made.seen.get_toc():
        dest = one.get_dest()
        assert dest is not None
        found.append((one.get_title(), dest.get_index() + 1, one.level))
    return found


def test_every_bookmark_leads_to_the_page_that_begins_with_its_words(mixed: Made) -> None:
    tops = [(title.partition(": ")[2] or title, page) for title, page, level in bookmarks(mixed) if page > 2]
    known = {one.title for one in mixed.plan.order}
    checked = [(title, page) for title, page in tops if title in known]
    assert len(checked) == len(mixed.plan.listed)
    for title, page in checked:
        assert _plain(title)[:12] in _plain(mixed.text(page)), (title, page)


def _plain(words: str) -> str:
    return re.sub(r"\W+", "", words).lower()


def test_bookmarks_say_what_the_contents_say(mixed: Made) -> None:
    contents = _plain(mixed.text(2) + mixed.text(3))
    for one in mixed.plan.listed:
        assert _plain(one.title) in contents
        assert [title for title, _, _ in bookmarks(mixed) if title.endswith(one.title)]


def test_what_stands_in_a_section_stands_below_it(mixed: Made) -> None:
    levels = {title: level for title, _, level in bookmarks(mixed)}
    assert levels["How we work"] == levels["Proof"] == 0
    assert {levels[title] for title in levels if title.startswith("Appendix")} == {1}
    assert levels["Limits"] == 2
    assert "Nothing" not in levels


def test_bookmarks_keep_the_size_at_which_somebody_reads(mixed: Made) -> None:
    with mixed.read.open_outline() as outline:
        found = list(_items(outline.root))
    assert found
    assert all(len(dest) == 5 and dest[1] == "/XYZ" and dest[4] is None for dest in found)


def _items(items: Any) -> Iterator[list[Any]]:
    for one in items:
        yield list(one.destination.as_list())
        yield from _items(one.children)


def _links(made: Made) -> Iterator[tuple[int, int, str]]:
    """Yield the page of each link inside the file, where it leads to, and the words that it says."""
    names = pikepdf.NameTree(made.read.Root.Names.Dests)
    for number, page in enumerate(made.read.pages, 1):
        for link in page.obj.get("/Annots", []):
            if "/Dest" in link:
                yield number, made.number(names[str(link.Dest)][0]), str(link.Contents)


def test_every_link_leads_to_the_page_that_it_names(mixed: Made) -> None:
    found = list(_links(mixed))
    assert len(found) > 3 * len(mixed.plan.listed)
    for _, to, words in found:
        assert words.endswith(f"page {to}"), words


def test_links_between_the_pages_of_a_file_lead_to_them_and_stand_where_they_stood(mixed: Made) -> None:
    policy = next(one for one in mixed.file.documents if one.title == "Liability insurance")
    first = policy.last_page - 2  # of its own pages, behind the sheet
    found = [(number, to, words) for number, to, words in _links(mixed) if first <= number <= policy.last_page]
    assert found == [
        (first, first + 2, f"Page 3 of Liability insurance, page {first + 2}"),
        (first + 1, first, f"Page 1 of Liability insurance, page {first}"),
        (first + 2, first, f"Page 1 of Liability insurance, page {first}"),
    ]
    for number, link in ((first, _LEADS[0]), (first + 2, _LEADS[2])):
        page = mixed.read.pages[number - 1].obj
        left, bottom, right, top = (float(edge) for edge in page.Annots[0].Rect)
        scale = (right - left) / (link.right - link.left)
        assert (top - bottom) / (link.top - link.bottom) == pytest.approx(scale, rel=1e-3)
        assert 0.9 < scale < 0.95
        high = float(page.MediaBox[3])
        assert bottom == pytest.approx(high - A4[1] * scale + link.bottom * scale, abs=0.1)


def test_every_line_of_the_contents_is_a_link_to_where_it_stands(mixed: Made) -> None:
    leads = {to for number, to, _ in _links(mixed) if number == 2}
    starts = {one.first_page for one in mixed.file.documents}
    assert starts <= leads


def test_the_printed_number_is_that_of_the_page_its_label_and_the_contents(mixed: Made) -> None:
    assert len(mixed.read.pages) == mixed.file.pages
    for number in range(1, mixed.file.pages + 1):
        assert mixed.seen.get_page_label(number - 1) == str(number)
        assert _stamp(mixed, number) == str(number)
    contents = mixed.text(2)
    for one in mixed.file.documents:
        pages = f"{one.first_page}–{one.last_page}" if one.last_page > one.first_page else str(one.first_page)
        assert re.search(rf"\b{re.escape(pages)}\b", contents), one


def _stamp(made: Made, number: int) -> str:
    """Return the words in the box at the foot of a page, which must stand whole inside it."""
    page = made.seen[number - 1]
    wide, _ = page.get_size()
    words: str = page.get_textpage().get_text_bounded(wide - 57 - 40, 36, wide - 55, 62)
    return words.strip()


def test_the_manifest_lists_annexes_with_the_hash_of_the_file_as_it_came(mixed: Made) -> None:
    listed = {one.reference: one for one in mixed.file.documents}
    first = next(one for one in _MIXED if one.record.reference == "AN-1")
    assert listed["AN-1"].content_hash == first.record.answers["file"].sha256  # type: ignore[union-attr]
    assert listed["AN-1"].last_page - listed["AN-1"].first_page == 3


@pytest.mark.parametrize("name", ["AN-1", "AN-2", "AN-3", "AN-4", "AN-6"])
def test_pages_from_outside_stand_upright_and_nothing_of_them_is_under_the_foot(mixed: Made, name: str) -> None:
    one = next(one for one in mixed.file.documents if one.reference == name)
    for number in range(one.first_page + 1, one.last_page + 1):
        shown = mixed.picture(number)
        foot = shown.height - round(21 / 25.4 * 36)
        colours = [shown.getpixel((shown.width // 2, y)) for y in range(shown.height)]
        red, blue = ([y for y, seen in enumerate(colours) if seen == want] for want in ((255, 0, 0), (0, 0, 255)))
        assert red and blue and max(red) < min(blue)  # noqa: PT018 - one sentence: the bar is at the top
        assert max(blue) <= foot
        below = set(_pixels(shown.crop((0, foot + 1, shown.width, shown.height))))
        assert not [seen for seen in below if seen[2] > seen[0] + 60]
        assert [seen for seen in below if sum(seen) < 120]


def _pixels(picture: Image.Image) -> Iterator[tuple[int, int, int]]:
    data = picture.tobytes()
    return zip(data[::3], data[1::3], data[2::3], strict=True)


def test_each_page_from_outside_says_at_its_foot_what_it_is(mixed: Made) -> None:
    one = next(one for one in mixed.file.documents if one.reference == "AN-3")
    foot = mixed.text(one.last_page)
    for words in (f"Appendix {one.letter}", "Receipt", "Ferrybank Home Support Ltd", "Page 2 of 2", "Confidential"):
        assert words in foot


def test_the_sheet_before_a_file_says_what_follows(mixed: Made) -> None:
    one = next(one for one in mixed.file.documents if one.reference == "AN-1")
    sheet = mixed.text(one.first_page)
    for words in ("Liability insurance", "Lea Valley Mutual", "14 March 2026", "three pages follow", "AN-1.pdf"):
        assert words in sheet
    assert one.content_hash[:4] in sheet


def test_the_sheet_in_place_of_a_file_says_why_and_where_the_file_is(mixed: Made) -> None:
    one = next(one for one in mixed.file.documents if one.reference == "AN-5")
    assert one.first_page == one.last_page
    assert _plain(_TOLD) in _plain(mixed.text(one.first_page))


def test_the_bundle_says_what_it_is_and_claims_no_standard(mixed: Made) -> None:
    assert mixed.read.Root.Lang == "en-GB"
    assert "with annexes" in str(mixed.read.docinfo["/Title"])
    xmp = mixed.read.Root.Metadata.read_bytes()
    assert b"with annexes" in xmp
    assert b"pdfaid" not in xmp and b"pdfuaid" not in xmp  # noqa: PT018
    assert "/OutputIntents" not in mixed.read.Root


def test_every_page_has_a_place_in_the_structure(mixed: Made) -> None:
    for page in mixed.read.pages:
        assert "/StructParents" in page.obj
    alts = {str(one.Alt) for one in mixed.read.objects if isinstance(one, pikepdf.Dictionary) and "/Alt" in one}
    assert "Picture of page 1 of 1 of Floor plan" in alts


def test_the_same_bundle_is_the_same_bytes(program: Program, few_facts: Facts, mixed: Made) -> None:
    again = bundle(program, few_facts, _MIXED, *_SECTIONS, name_on_annexes=True)
    assert again.file.data == mixed.file.data


def test_another_reader_finds_the_same_places(mixed: Made, tool: Callable[[str], Path], tmp_path: Path) -> None:
    file = tmp_path / "bundle.pdf"
    file.write_bytes(mixed.file.data)
    said = _told(tool("pdfinfo"), "-dests", file)
    named = {name: int(line.split()[0]) for line in said.splitlines()[1:] for name in re.findall(r'"(.*)"', line)}
    starts = {one.reference: one.first_page for one in mixed.file.documents}
    assert {one.record.id: starts[one.record.reference] for one in mixed.plan.annexes}.items() <= named.items()


def test_another_reader_follows_every_bookmark_and_link_to_the_same_page(
    mixed: Made, tool: Callable[[str], Path], tmp_path: Path
) -> None:
    file = tmp_path / "bundle.pdf"
    file.write_bytes(mixed.file.data)
    told = _told(tool("pdftohtml"), "-xml", "-i", "-stdout", file)
    items = re.findall(r'<item page="(\d+)">(.*)</item>', told)
    assert [(unescape(words), int(page)) for page, words in items] == [
        (words, page) for words, page, _ in bookmarks(mixed)
    ]
    pages = [Counter(map(int, re.findall(r'<a href="[^"#]*#(\d+)"', part))) for part in told.split("<page ")[1:]]
    ours = [Counter[int]() for _ in mixed.read.pages]
    for number, to, _ in _links(mixed):
        ours[number - 1][to] += 1
    assert [set(one) for one in pages] == [set(one) for one in ours]


def _told(program: Path, *words: str | Path) -> str:
    command = [str(program), *map(str, words)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


@pytest.fixture(scope="module")
def bare(program: Program, few_facts: Facts) -> Made:
    """Return a bundle without sheets that divide, numbered by sections, in which one file stands twice."""
    twice = foreign(A4, says="Twice")
    given = (
        annex("AN-1", twice, place=910, title="First"),
        annex("AN-2", twice, place=920, title="Second"),
        annex("AN-3", place=930, title="Later", note="The file is still to come."),
    )
    return bundle(program, few_facts, given, *_SECTIONS, dividers=False, numbering="sections")


def test_without_dividing_sheets_files_stand_at_once_behind_the_last_paper(bare: Made) -> None:
    places = {one.reference: (one.letter, one.first_page, one.last_page) for one in bare.file.documents}
    last = bare.file.pages
    assert places["AN-1"] == ("B1", last - 2, last - 2)
    assert places["AN-2"] == ("B2", last - 1, last - 1)
    assert "still to come" in bare.text(last)


def test_sections_without_sheets_are_bookmarks_to_what_stands_in_them(bare: Made) -> None:
    places = {title: page for title, page, _ in bookmarks(bare)}
    first = next(one for one in bare.file.documents if one.reference == "AN-1")
    assert places["Section B: Proof"] == places["Appendix B1: First"] == first.first_page


def test_a_file_that_stands_twice_is_in_the_bundle_once(bare: Made) -> None:
    first, second = (bare.read.pages[bare.file.pages - at].obj.Resources.XObject["/Guest"] for at in (3, 2))
    assert first.objgen == second.objgen


def test_five_hundred_pages_are_counted_and_shown(program: Program, few_facts: Facts) -> None:
    made = bundle(program, few_facts, [annex("AN-1", foreign(*[A4] * 500), title="Long")], dividers=False)
    assert made.text(made.file.pages).startswith("Page 500")
    assert _stamp(made, made.file.pages) == str(made.file.pages)
    assert f"{made.file.pages} pages" in made.text(1)


def test_our_own_pdf_says_where_files_from_others_are(program: Program, few_facts: Facts) -> None:
    paper = next(one for one in few_facts.records.values() if one.reference == "TBN-MOU-01")
    copy = annex("AN-1", title="Signed", what="signed_copy", signed_copy_of=Reference(paper.id))
    plan = plan_pack(joined(few_facts, copy.record), program.library, as_of=AS_OF)
    (file,) = pack_part(plan, (Format.PDF,), pages=20).print_on(program.press)
    words = " ".join(pypdfium2.PdfDocument(file.data)[1].get_textpage().get_text_bounded().split())
    letter, own = plan.annexes[0].letter, plan.made[paper.id].letter
    assert f"Appendix {letter} is a file from others: the bundle has it" in words
    assert f"The signed copy of Appendix {own} is Appendix {letter}." in words


def test_a_bundle_is_laid_out_once_when_its_pack_is_known(
    program: Program, few_facts: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = [annex("AN-1", foreign(A4, A4), title="Policy"), annex("AN-2", title="Later", note="Still to come.")]
    plan = plan_pack(joined(few_facts, *(one.record for one in given)), program.library, as_of=AS_OF)
    (pack,) = pack_part(plan, (Format.PDF,), pages=20).print_on(program.press)
    laid, lay_out = list[int](), Press.lay_out

    def counting(self: Press, *given: Any, **more: Any) -> Any:
        laid.append(1)
        return lay_out(self, *given, **more)

    monkeypatch.setattr(Press, "lay_out", counting)
    known = Bundle(plan, enclosed(plan, given)).print_on(program.press, pack=pack)
    assert len(laid) == 1
    assert known.data == Bundle(plan, enclosed(plan, given)).print_on(program.press).data


def test_some_parts_alone_are_one_file_counted_from_1_in_the_order_that_is_asked(
    program: Program, few_facts: Facts
) -> None:
    given = [annex(f"AN-{number}", foreign(A4, A4), place=900 + number, title=f"Proof {number}") for number in (1, 2)]
    plan = plan_pack(joined(few_facts, *(one.record for one in given)), program.library, as_of=AS_OF)
    short = next(one for one in plan.appendices if one.short)
    wanted = [given[1].record.id, short.record.id]
    found = bound_parts(plan, wanted, enclosed(plan, given), "Insurance <b>&{{")
    assert found is not None
    file = found.print_on(program.press)
    read = pypdfium2.PdfDocument(file.data)
    assert [one.reference for one in file.documents] == ["AN-2", short.record.reference]
    assert (file.documents[0].first_page, file.documents[-1].last_page) == (1, file.pages)
    assert file.documents[-1].form == "full"
    assert [read.get_page_label(number) for number in (0, file.pages - 1)] == ["1", str(file.pages)]
    assert read.get_metadata_dict()["Title"].startswith("Insurance <b>&{{: ")
    assert [one.get_title() for one in read.get_toc() if one.level == 0] == [
        f"Appendix {file.documents[0].letter}: Proof 2",
        f"Appendix {short.letter}: {short.document.title}",
    ]


def test_a_part_without_pages_is_bound_with_nothing(program: Program, few_facts: Facts) -> None:
    given = [annex("AN-1", place=900, title="Later", note="It is still to come.")]
    plan = plan_pack(joined(few_facts, given[0].record), program.library, as_of=AS_OF)
    own = plan.appendices[0].record.id
    assert bound_parts(plan, [own, "annex-AN-1"], enclosed(plan, given), "All") is None
    assert bound_parts(plan, [own, "gone"], {}, "All") is None
