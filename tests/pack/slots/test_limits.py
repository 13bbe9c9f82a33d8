# SPDX-License-Identifier: MPL-2.0
"""Every limit exactly at its edge, and one over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from evidencepack.domain.print_rules import PrintRules
from evidencepack.domain.slots import Holds, Letters, NameRule, Slot, Uncounted
from evidencepack.domain.trade import Severity
from evidencepack.pack.manifest import BuiltFile, DocumentVersion
from evidencepack.pack.slots.choosing import Contents, Item
from evidencepack.pack.slots.filling import Filled, SlotFile
from evidencepack.pack.slots.limits import Trouble, sides_counted, troubles_of, words_counted
from evidencepack.pack.slots.papers import Paper
from evidencepack.pack.slots.reading import Seen

SLOT = Slot("s", "SL-1", "Quality", formats=("pdf",))
PAPER = Paper("m", "M-1", "Memorandum", "Memorandum")
POINTS = 72 / 25.4


def _file(
    data: bytes = b"x", seen: Seen | None = None, *, pages: int = 1, form: str = "pdf", first: int = 1
) -> SlotFile:
    document = DocumentVersion("M-1", "Memorandum", "", "", "A", first, pages)
    file = BuiltFile(f"documents/A.{form}", data, pages, (document,))
    return SlotFile(f"A.{form}", Item(Holds.PAPER, PAPER, form), file, seen or Seen(pages, ({"body": 3},)))


def _wrong(slot: Slot, *files: SlotFile) -> list[str]:
    """Return the questions that something blocking is said about."""
    return [one.field for one in _troubles(slot, *files) if one.blocks]


def _troubles(slot: Slot, *files: SlotFile) -> tuple[Trouble, ...]:
    filled = Filled(Contents(slot, tuple(one.item for one in files)), "slots/01", files)
    return troubles_of([filled])[0]


def test_a_file_of_just_the_largest_size_goes_in_and_one_byte_more_does_not() -> None:
    slot = replace(SLOT, max_bytes=1000)
    assert _wrong(slot, _file(b"x" * 1000)) == []
    (trouble,) = _troubles(slot, _file(b"x" * 1001))
    assert (trouble.field, trouble.words) == ("max_mb", "“A.pdf” has 0.001001 MB; it takes 0.001 MB")


def test_the_size_is_of_each_file_not_of_all_together() -> None:
    slot = replace(SLOT, max_bytes=1000, many=True)
    assert _wrong(slot, _file(b"x" * 1000), _file(b"y" * 1000)) == []


def test_just_as_many_sides_as_are_allowed_go_in_and_one_more_does_not() -> None:
    slot = replace(SLOT, max_sides=40)
    assert _wrong(slot, _file(pages=40)) == []
    (trouble,) = _troubles(slot, _file(pages=41))
    assert (trouble.field, trouble.words) == ("max_sides", "41 sides count, and it takes 40: 1 too many")


def test_sides_of_a_pack_that_are_in_no_paper_are_said_to_be_that() -> None:
    documents = tuple(DocumentVersion("M-1", "Paper", "", "", "A", first, first + 3) for first in (4, 9))
    whole = BuiltFile("bundle.pdf", b"x", 13, documents)
    file = SlotFile("all.pdf", Item(Holds.BUNDLE, None, "pdf"), whole, Seen(13))
    (trouble,) = _troubles(replace(SLOT, max_sides=12), file)
    assert trouble.words == "13 sides count (2 of them between or behind the papers), and it takes 12: 1 too many"


def test_sides_are_those_of_all_files_of_the_slot() -> None:
    slot = replace(SLOT, max_sides=40, many=True)
    assert _wrong(slot, _file(b"a", pages=20), _file(b"b", pages=20)) == []
    assert _wrong(slot, _file(b"a", pages=20), _file(b"b", pages=21)) == ["max_sides"]


@pytest.mark.parametrize(
    ("left_out", "sides"),
    [
        (set(), 43),
        ({Uncounted.COVER}, 42),
        ({Uncounted.CONTENTS}, 42),
        ({Uncounted.MATRIX}, 42),
        ({Uncounted.COVER, Uncounted.CONTENTS, Uncounted.MATRIX}, 40),
        ({Uncounted.TABLES}, 43),
    ],
)
def test_cover_contents_and_matrix_count_as_sides_unless_the_buyer_leaves_them_out(
    left_out: set[Uncounted], sides: int
) -> None:
    seen = Seen(43, ({"body": 9}, {"contents": 5}, {"tables": 7}, *({"body": 1} for _ in range(40))))
    slot = replace(SLOT, uncounted=frozenset(left_out))
    assert sides_counted(_file(seen=seen, pages=43, first=4), slot) == sides


def test_a_list_of_contents_on_two_pages_is_two_sides_of_contents() -> None:
    seen = Seen(6, ({"body": 9}, {"contents": 5}, {"contents": 5}, {"tables": 7}, {"body": 1}, {"body": 1}))
    slot = replace(SLOT, uncounted=frozenset({Uncounted.CONTENTS}))
    assert sides_counted(_file(seen=seen, pages=6, first=5), slot) == 4


_SORTS: Mapping[str, int] = {
    "body": 100, "headings": 10, "tables": 20, "captions": 3, "contents": 4, "running": 5,
}  # fmt: skip


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        (set(), 142),
        ({Uncounted.HEADINGS}, 132),
        ({Uncounted.TABLES}, 122),
        ({Uncounted.CAPTIONS}, 139),
        ({Uncounted.CONTENTS}, 138),
        ({Uncounted.RUNNING}, 137),
        ({Uncounted.COVER, Uncounted.MATRIX}, 142),
        (set(Uncounted), 100),
    ],
)
def test_words_are_counted_by_what_they_are(left_out: set[Uncounted], words: int) -> None:
    slot = replace(SLOT, uncounted=frozenset(left_out))
    assert words_counted(_file(seen=Seen(1, (_SORTS,))), slot) == words


def test_words_of_the_cover_are_left_out_whatever_they_are() -> None:
    seen = Seen(3, ({"headings": 9, "body": 1}, {"body": 7}, {"body": 5}))
    slot = replace(SLOT, uncounted=frozenset({Uncounted.COVER}))
    assert words_counted(_file(seen=seen, pages=3, first=2), slot) == 12


def test_just_as_many_words_as_are_allowed_go_in_and_one_more_does_not() -> None:
    assert _wrong(replace(SLOT, max_words=142), _file(seen=Seen(1, (_SORTS,)))) == []
    (trouble,) = _troubles(replace(SLOT, max_words=141), _file(seen=Seen(1, (_SORTS,))))
    assert (trouble.field, trouble.words) == ("max_words", "142 words count, and it takes 141: 1 too many")


def test_where_words_or_sides_cannot_be_counted_somebody_is_told_to_count_them() -> None:
    slot = replace(SLOT, max_words=10, max_sides=2)
    (sides, words) = _troubles(slot, _file(seen=Seen(), pages=0))
    assert (sides.severity, sides.field) == (Severity.WARNS, "max_sides")
    assert (words.severity, words.field) == (Severity.WARNS, "max_words")


def test_a_format_that_the_slot_does_not_take_blocks_and_nothing_said_takes_all() -> None:
    (trouble,) = _troubles(SLOT, _file(form="docx"))
    assert trouble.words == "“A.docx” is DOCX; it takes PDF"
    assert _wrong(replace(SLOT, formats=()), _file(form="docx")) == []


def test_a_name_of_just_the_longest_length_goes_in_and_one_letter_more_does_not() -> None:
    long = replace(_file(), name="a" * 16 + ".pdf")
    assert _wrong(replace(SLOT, naming=NameRule("", Letters.STRICT, 20)), long) == []
    assert _wrong(replace(SLOT, naming=NameRule("", Letters.STRICT, 19)), long) == ["name_letters"]


def test_a_place_that_takes_one_file_takes_no_two() -> None:
    two = _file(b"a"), _file(b"b")
    assert _wrong(replace(SLOT, many=False), *two) == ["many_files"]
    assert _wrong(replace(SLOT, many=True), *two) == []
    assert [one.severity for one in _troubles(SLOT, *two)] == [Severity.WARNS]


def test_a_mandatory_slot_that_is_empty_blocks_and_another_does_not() -> None:
    assert _wrong(SLOT) == ["holds"]
    assert _troubles(replace(SLOT, mandatory=False)) == ()


def test_the_same_bytes_in_two_slots_are_said_in_both() -> None:
    one, two = (Filled(Contents(replace(SLOT, id=n, name=n)), "slots/01", (_file(b"same"),)) for n in ("Q3", "Q5"))
    said = [trouble.words for some in troubles_of([one, two]) for trouble in some]
    assert len(said) == 2
    assert "“Q5”" in said[0]
    assert "“Q3”" in said[1]
    other = replace(two, files=(_file(b"other"),))
    assert troubles_of([one, other]) == ((), ())


def test_text_of_just_the_smallest_size_goes_in_and_smaller_is_said() -> None:
    sizes = {"body": {11.0: 900, 9.0: 80}, "tables": {9.0: 500}}
    look = PrintRules(size=11)
    assert _troubles(replace(SLOT, look=look), _file(seen=Seen(1, sizes=sizes))) == ()
    assert _fields(replace(look, size=11.1), Seen(1, sizes=sizes)) == ["type_size_pt"]
    assert _fields(replace(look, everywhere=True), Seen(1, sizes=sizes)) == ["type_size_pt"]
    assert _fields(replace(look, size=9, everywhere=True), Seen(1, sizes=sizes)) == []


def test_text_just_at_the_margin_goes_in_and_nearer_to_the_edge_is_said() -> None:
    assert _fields(PrintRules(margin=20), Seen(1, edge=20 * POINTS)) == []
    assert _fields(PrintRules(margin=20), Seen(1, edge=19.9 * POINTS)) == ["margin_mm"]


def test_a_typeface_that_is_not_as_wide_as_ours_is_said() -> None:
    assert _fields(PrintRules(typeface="Arial"), Seen(1, fonts=("Arimo",))) == []
    assert _fields(PrintRules(typeface="Verdana"), Seen(1, fonts=("Arimo",))) == ["typeface"]


def _fields(look: PrintRules, seen: Seen) -> list[str]:
    return [one.field for one in _troubles(replace(SLOT, look=look), _file(seen=seen))]


def _slot_of(name: str, *files: SlotFile) -> Filled:
    items = tuple(one.item for one in files)
    return Filled(Contents(replace(SLOT, id=name, name=name, many=True), items), f"slots/{name}", files)


def test_files_that_go_into_another_place_too_are_counted_in_one_sentence() -> None:
    same = [_file(bytes([number])) for number in range(3)]
    of_a, of_b, of_c = troubles_of(
        [_slot_of("A", *same), _slot_of("B", *same, _file(b"z")), _slot_of("C", _file(b"z"))]
    )
    assert [one.words for one in of_a] == [
        "3 of its files go into “B” too. Some portals refuse them; their names differ"
    ]
    assert [one.words for one in of_b] == [
        "3 of its files go into “A” too. Some portals refuse them; their names differ",
        "The same file goes into “C” too. Some portals refuse it; its names differ",
    ]
    assert len(of_c) == 1
    (once,) = troubles_of([_slot_of("A", _file(), _file())])[0]
    assert once.words.startswith("The same file goes into “A” too.")


def test_a_file_that_cannot_be_opened_again_or_is_empty_blocks() -> None:
    assert _wrong(SLOT, _file(seen=Seen(trouble="it could not be opened again"))) == ["holds"]
    assert _wrong(SLOT, _file(b"")) == ["holds"]


def test_papers_that_could_not_be_bound_into_one_file_are_told_with_what_to_do() -> None:
    item = Item(Holds.PAPER, None, "pdf", (PAPER, replace(PAPER, id="n", reference="N-1")))
    filled = Filled(Contents(SLOT, (item,)), "slots/01", (SlotFile("all.pdf", item),))
    (trouble,) = troubles_of([filled])[0]
    assert trouble.blocks
    assert trouble.words.startswith("Two papers as one file: M-1 and N-1: one of them has no pages")


def test_what_goes_in_and_is_gone_and_what_fits_too_often_are_said() -> None:
    (lost,) = troubles_of([Filled(Contents(replace(SLOT, mandatory=False), lost=1), "f", ())])[0]
    assert lost.blocks
    (unsaid,) = troubles_of([Filled(Contents(SLOT, suggested=True, open_choice=3), "f", ())])[0]
    assert (unsaid.blocks, unsaid.words) == (True, "3 papers fit, and it takes one file. Say which goes in")
    (bound,) = troubles_of([Filled(Contents(replace(SLOT, many=False), suggested=True, open_choice=2), "f", ())])[0]
    assert bound.words.endswith("Say which goes in; several become one PDF")


def test_what_nothing_fills_into_a_name_is_said() -> None:
    (trouble,) = _troubles(replace(SLOT, naming=NameRule("{lot}_{title}")), _file())
    assert trouble.words.startswith("The name asks for {lot}, which nothing fills in")
    assert trouble.blocks
    assert _troubles(replace(SLOT, mandatory=False, naming=NameRule("{lot}_{title}"))) == ()


@pytest.mark.parametrize("pattern", ["{title", "title}", "{{title}}", "{letter}_}{"])
def test_a_rule_for_names_with_a_brace_too_many_keeps_its_place_from_being_right(pattern: str) -> None:
    assert _wrong(replace(SLOT, naming=NameRule(pattern)), _file()) == ["file_name"]


def test_why_a_file_is_called_otherwise_than_its_rule_says_is_told() -> None:
    (trouble,) = _troubles(SLOT, replace(_file(), renamed="Windows keeps “aux” for itself"))
    rest = "not called just as the rule for names gives, for"
    assert (trouble.severity, trouble.words) == (
        Severity.SUGGESTS,
        f"“A.pdf” is {rest} Windows keeps “aux” for itself",
    )
    many = [replace(_file(bytes([number])), renamed="another file is called “A.pdf”") for number in range(3)]
    (said,) = _troubles(replace(SLOT, many=True), *many)
    assert said.words == f"3 files are {rest} another file is called “A.pdf”"


def _foreign(words: int, *, scans: int = 0, pages: int = 1, data: bytes = b"f") -> SlotFile:
    return _file(data, Seen(pages, ({"body": words},), scans=scans, is_foreign=True), pages=pages)


def test_words_of_files_from_outside_count_with_ours_exactly_to_the_limit() -> None:
    slot = replace(SLOT, max_words=10, many=True)
    ours = _file(b"o", Seen(1, ({"body": 4},)))
    assert _troubles(slot, ours, _foreign(6)) == ()
    (trouble,) = _troubles(slot, ours, _foreign(7))
    assert (trouble.blocks, trouble.words) == (True, "11 words count, and it takes 10: 1 too many")


def test_where_headings_do_not_count_words_of_others_over_the_limit_are_to_be_looked_at() -> None:
    slot = replace(SLOT, max_words=10, uncounted=frozenset({Uncounted.HEADINGS}))
    (trouble,) = _troubles(slot, _foreign(11))
    assert not trouble.blocks
    assert trouble.words.endswith("Headings and tables of files from outside are in the count")
    assert _troubles(slot, _foreign(10)) == ()


@pytest.mark.parametrize(
    ("scans", "words"),
    [(1, "words cannot be counted on 1 of its 3 pages"), (3, "words cannot be counted on its pages")],
)
def test_of_a_scan_it_is_said_that_nobody_can_count_its_words(scans: int, words: str) -> None:
    (trouble,) = _troubles(replace(SLOT, max_words=10), _foreign(5, scans=scans, pages=3))
    assert f"“A.pdf”: {words}: a scan without text. Count them by eye" == trouble.words
    assert _troubles(SLOT, _foreign(5, scans=scans, pages=3)) == ()


@pytest.mark.parametrize(("size", "told"), [(11.0, []), (10.9, ["type_size_pt"])])
def test_text_of_others_smaller_than_asked_is_told_with_the_question_whether_the_rule_is_for_it(
    size: float, told: list[str]
) -> None:
    seen = Seen(1, ({"body": 5},), {"body": {size: 9}}, 20 * POINTS, is_foreign=True)
    found = _troubles(replace(SLOT, look=PrintRules(size=11, margin=20)), _file(seen=seen))
    assert [one.field for one in found] == told
    assert all("It comes from outside: ask whether the rule is for such files" in one.words for one in found)


def test_margins_of_others_are_measured_too_and_what_cannot_be_is_said() -> None:
    slot = replace(SLOT, look=PrintRules(size=11, margin=20))
    near = Seen(1, ({"body": 5},), {"body": {11.0: 9}}, 19.8 * POINTS, is_foreign=True)
    assert [one.field for one in _troubles(slot, _file(seen=near))] == ["margin_mm"]
    (trouble,) = _troubles(slot, _foreign(0, scans=1))
    assert (trouble.severity, trouble.field) == (Severity.SUGGESTS, "type_size_pt")
    assert "were not measured everywhere" in trouble.words
