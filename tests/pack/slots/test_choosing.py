# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from dataclasses import replace

from evidencepack.domain.slots import Held, Holds, Slot
from evidencepack.pack.slots.choosing import Contents, contents_of
from evidencepack.pack.slots.papers import Paper

MOU = Paper("m", "MOU-1", "Memorandum of understanding", "Memorandum of understanding", "A", questions=frozenset("3"))
DSA = Paper("d", "DSA-1", "Data sharing agreement", "Data sharing agreement", "B", questions=frozenset("5"))
LETTERS = tuple(Paper(n, n, "Letter of support", "Letter of support", n, questions=frozenset("3")) for n in "KL")
SCAN = Paper("c", "AN-1", "Public liability", "Public liability", "C", ending="pdf")
PAPERS = (MOU, DSA, *LETTERS, SCAN)
SLOT = Slot("s", "SL-1", "Quality")


def _chosen(*slots: Slot, papers: tuple[Paper, ...] = PAPERS, bundled: bool = False) -> list[list[str]]:
    return [_called(one) for one in contents_of(slots, papers, bundled=bundled)]


def _called(one: Contents) -> list[str]:
    return [f"{item.paper.id if item.paper else item.what}.{item.form}" for item in one.items]


def test_what_somebody_put_there_goes_in_and_is_no_suggestion() -> None:
    held = (Held(Holds.PACK), Held(Holds.PAPER, "d", "docx"), Held(Holds.BUNDLE), Held(Holds.PAPER, "c", "docx"))
    (found,) = contents_of([replace(SLOT, held=held)], PAPERS, bundled=True)
    assert _called(found) == ["pack.pdf", "d.docx", "bundle.pdf", "c.pdf"]
    assert not found.suggested


def test_the_same_thing_twice_goes_in_once_and_what_is_gone_is_counted() -> None:
    held = (Held(Holds.PAPER, "d"), Held(Holds.PAPER, "d", "pdf"), Held(Holds.PAPER, "gone"), Held(Holds.PAPER))
    (found,) = contents_of([replace(SLOT, held=held)], PAPERS, bundled=False)
    assert (_called(found), found.lost) == (["d.pdf"], 2)


def test_papers_for_a_place_that_takes_one_file_are_one_pdf_in_the_order_that_somebody_gave_them() -> None:
    held = tuple(Held(Holds.PAPER, name) for name in "dcm")
    (bound,) = contents_of([replace(SLOT, held=held, many=False)], PAPERS, bundled=False)
    (item,) = bound.items
    assert ([one.id for one in item.parts], item.key) == ([*"dcm"], ("paper", "d+c+m", "pdf"))
    assert _chosen(replace(SLOT, held=held)) == [["d.pdf", "c.pdf", "m.pdf"]]
    assert _chosen(replace(SLOT, held=held[:1], many=False)) == [["d.pdf"]]


def test_a_place_for_one_file_binds_neither_word_files_nor_the_pack() -> None:
    word = (Held(Holds.PAPER, "d", "docx"), Held(Holds.PAPER, "m"))
    pack = (Held(Holds.PACK), Held(Holds.PAPER, "m"))
    assert _chosen(replace(SLOT, held=word, many=False)) == [["d.docx", "m.pdf"]]
    assert _chosen(replace(SLOT, held=pack, many=False)) == [["pack.pdf", "m.pdf"]]


def test_the_only_place_for_questions_that_takes_one_file_gets_the_pack() -> None:
    assert _chosen(replace(SLOT, questions=("3", "5"))) == [["pack.pdf"]]
    assert _chosen(replace(SLOT, questions=("3", "5")), bundled=True) == [["bundle.pdf"]]
    assert _chosen(replace(SLOT, questions=("3",), formats=("docx",)), bundled=True) == [["pack.docx"]]


def test_a_place_for_many_files_gets_the_papers_that_name_its_questions() -> None:
    third, fifth = (replace(SLOT, questions=(one,), many=True) for one in "35")
    assert _chosen(third, fifth) == [["m.pdf", "K.pdf", "L.pdf"], ["d.pdf"]]


def test_where_several_fit_and_one_goes_in_nothing_is_suggested() -> None:
    third, fifth = (replace(SLOT, questions=(one,)) for one in "35")
    three, one = contents_of([third, fifth], PAPERS, bundled=False)
    assert (three.items, three.open_choice) == ((), 3)
    assert (_called(one), one.open_choice, one.suggested) == (["d.pdf"], 0, True)


def test_a_place_without_questions_goes_by_what_papers_are_called() -> None:
    assert _chosen(replace(SLOT, name="Your DATA SHARING AGREEMENT (signed)")) == [["d.pdf"]]
    assert _chosen(replace(SLOT, name="Letters of support", many=True)) == [["K.pdf", "L.pdf"]]
    assert _chosen(replace(SLOT, name="Public liability insurance")) == [["c.pdf"]]
    assert _chosen(replace(SLOT, name="Form of tender"), replace(SLOT, name="")) == [[], []]


def test_days_and_versions_in_what_a_file_is_called_do_not_matter() -> None:
    form = replace(SCAN, id="f", kind="2027-03-14 Form of tender v2 (signed)")
    assert _chosen(replace(SLOT, name="Form of tender (signed by a director)"), papers=(form,)) == [["f.pdf"]]
    assert _chosen(replace(SLOT, name="Form 2027"), papers=(replace(form, kind="2027"),)) == [[]]


def test_a_signed_copy_goes_in_for_the_paper_that_it_is_a_copy_of() -> None:
    copy = replace(SCAN, id="x", kind="Data sharing agreement", copy_of="DSA-1")
    assert _chosen(replace(SLOT, name="Data sharing agreement"), papers=(*PAPERS, copy)) == [["x.pdf"]]


def test_a_paper_that_stays_out_of_the_pack_is_never_suggested() -> None:
    out = replace(DSA, in_pack=False)
    assert _chosen(replace(SLOT, name="Data sharing agreement"), papers=(out,)) == [[]]
    assert _chosen(replace(SLOT, held=(Held(Holds.PAPER, "d"),)), papers=(out,)) == [["d.pdf"]]


def test_our_files_come_in_the_first_format_that_the_place_takes() -> None:
    asked = replace(SLOT, held=(Held(Holds.PAPER, "d"),))
    assert _chosen(replace(asked, formats=("xlsx", "docx"))) == [["d.docx"]]
    assert _chosen(replace(asked, formats=("docx", "pdf"))) == [["d.pdf"]]
    assert _chosen(replace(asked, formats=("xlsx",))) == [["d.pdf"]]


RISKS = Paper("r", "RR-1", "Shared risk register", "Shared risk register", "D", register="risks")


def test_where_a_place_takes_workbooks_alone_a_register_goes_in_as_one() -> None:
    excel = replace(SLOT, name="Shared risk register", formats=("xlsx",))
    assert _chosen(excel, papers=(RISKS,)) == [["r.xlsx"]]
    assert _chosen(replace(excel, held=(Held(Holds.PAPER, "r"),)), papers=(RISKS,)) == [["r.xlsx"]]


def test_where_a_place_takes_pdf_too_a_register_goes_in_as_pages_and_no_other_paper_is_a_workbook() -> None:
    both = replace(SLOT, name="Shared risk register", formats=("xlsx", "pdf"))
    assert _chosen(both, papers=(RISKS,)) == [["r.pdf"]]
    held = (Held(Holds.PAPER, "m"),)
    assert _chosen(replace(SLOT, formats=("xlsx",), held=held)) == [["m.pdf"]]
