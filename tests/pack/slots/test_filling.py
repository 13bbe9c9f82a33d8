# SPDX-License-Identifier: MPL-2.0
"""Folders and names of slots, whatever a portal calls its places."""

from __future__ import annotations

import pytest

from evidencepack.domain.slots import Held, Holds, Slot
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.plan import Plan
from evidencepack.pack.slots.choosing import Contents, contents_of
from evidencepack.pack.slots.filling import Filled, expecting, fill, in_volumes
from evidencepack.pack.slots.limits import troubles_of
from evidencepack.pack.slots.papers import papers_of
from evidencepack.pack.slots.reading import Seen
from evidencepack.paths.names import is_legal_name

HOSTILE = [
    "../../etc/passwd", "CON", "a" * 300, "😀😀", "abc\u202egnp", "<b>&{{", "  . ", "", "মৈত্রী কমিউনিটি ট্রাস্ট",
    "Q3: mobilisation / risk?", "nul.txt", "tab\tline\nbreak",
]  # fmt: skip


@pytest.fixture(scope="module")
def filled(few: Plan) -> tuple[Filled, ...]:
    slots = [Slot(str(at), f"SL-{at}", name, held=(Held(Holds.PACK),)) for at, name in enumerate(HOSTILE)]
    return fill(contents_of(slots, papers_of(few), bundled=False), few)


def test_every_slot_has_a_folder_of_its_own_that_every_system_takes(filled: tuple[Filled, ...]) -> None:
    parts = [one.folder.split("/") for one in filled]
    assert all(len(one) == 2 and one[0] == "slots" and is_legal_name(one[1]) for one in parts)
    assert len({one[1].casefold() for one in parts}) == len(HOSTILE)
    assert all(len(one[1].encode()) <= 150 for one in parts)
    assert parts[1][1] == "02-CON"


def _folder(few: Plan, name: str) -> str:
    slot = Slot("s", "SL-1", name, held=(Held(Holds.PACK),))
    (one,) = fill(contents_of([slot], papers_of(few), bundled=False), few)
    return one.folder.removeprefix("slots/01-")


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("مناقصة الجودة", "مناقصة الجودة"),
        ("গুণমান পরিশিষ্ট", "গুণমান পরিশিষ্ট"),
        ("e\u0301tat", "\u00e9tat"),
        ("\u202eQuality\u202c 😀 plan", "Quality plan"),
        ("con.txt", "con txt"),
        ("COM¹. ", "COM¹"),
        ("a\x00b\x07c", "a b c"),
        ("Straße", "Straße"),
        ("x" * 40, "x" * 40),
        ("x" * 41, "x" * 40),
        ("", "SL-1"),
        ("😀", "SL-1"),
    ],
)
def test_a_folder_is_called_as_its_slot_in_whatever_script_that_is(few: Plan, name: str, folder: str) -> None:
    assert _folder(few, name) == folder


def test_a_long_name_is_not_cut_between_a_letter_and_its_marks(few: Plan) -> None:
    assert _folder(few, "x" * 39 + "\u0995\u09c1\u09c1") == "x" * 39
    assert _folder(few, "x" * 38 + "\u0995\u09c1" + "y") == "x" * 38 + "\u0995\u09c1"


def test_a_name_in_the_widest_letters_leaves_room_in_the_bytes_of_a_folder(few: Plan) -> None:
    wide = "\U00020000"
    assert _folder(few, wide * 300) == wide * 36
    assert len(f"01-{wide * 36}".encode()) <= 150 < len(f"01-{wide * 37}".encode())


def test_slots_of_one_name_in_any_case_have_folders_of_their_own(few: Plan) -> None:
    slots = [Slot(str(at), f"SL-{at}", name, held=(Held(Holds.PACK),)) for at, name in enumerate(["Q", "q", "Q"])]
    folders = [one.folder for one in fill(contents_of(slots, papers_of(few), bundled=False), few)]
    assert folders == ["slots/01-Q", "slots/02-q", "slots/03-Q"]


def test_the_same_pack_in_many_slots_has_another_name_in_each(filled: tuple[Filled, ...]) -> None:
    names = [file.name for one in filled for file in one.files]
    assert len({name.casefold() for name in names}) == len(names) == len(HOSTILE)


def test_before_anything_is_made_sides_are_expected_and_lie_against_the_limit(few: Plan) -> None:
    slot = Slot("s", "SL-1", "Quality", held=(Held(Holds.PACK),), max_sides=10)
    (one,) = fill(contents_of([slot], papers_of(few), bundled=False), few)
    for pages, wrong in ((10, False), (11, True)):
        (known,) = expecting([one], {}, whole=pages, ahead=3)
        assert any(trouble.blocks for trouble in troubles_of([known], made=False)[0]) is wrong


def test_what_was_to_be_made_and_is_not_there_blocks(few: Plan) -> None:
    slot = Slot("s", "SL-1", "Quality", held=(Held(Holds.PACK),))
    filled = fill([Contents(slot, contents_of([slot], papers_of(few), bundled=False)[0].items)], few)
    assert [one.words.partition(":")[0] for one in troubles_of(filled)[0]] == ["The whole pack is not there"]
    assert troubles_of(filled, made=False) == ((),)


def test_papers_that_are_one_file_are_called_as_their_place_and_have_the_pages_of_all(few: Plan) -> None:
    first, second = papers_of(few)[:2]
    held = (Held(Holds.PAPER, second.id), Held(Holds.PAPER, first.id))
    slot = Slot("s", "SL-1", "Insurance <b>&{{", many=False, held=held)
    (one,) = fill(contents_of([slot], papers_of(few), bundled=False), few)
    (file,) = one.files
    assert (file.name, file.called) == (
        "Insurance_b.pdf",
        f"Two papers as one file: {second.reference} and {first.reference}",
    )
    for pages, expected in (({first.id: 3, second.id: 4}, (7, (4, 3))), ({first.id: 3}, (0, (0, 3)))):
        ((known,),) = (one.files for one in expecting([one], pages, whole=0, ahead=0))
        assert (known.expected, known.each) == expected


def test_a_bundle_in_volumes_is_several_files_in_the_place_of_one(few: Plan) -> None:
    held = (Held(Holds.BUNDLE), Held(Holds.PAPER, papers_of(few)[0].id))
    slot = Slot("s", "SL-1", "All", many=True, held=held)
    (one,) = fill(contents_of([slot], papers_of(few), bundled=True), few)
    files = [BuiltFile(f"bundle-{number}-of-2.pdf", bytes([number]), number, ()) for number in (1, 2)]
    found = in_volumes(one, [(file, Seen(file.pages)) for file in files])
    stem = one.files[0].name.removesuffix(".pdf")
    assert [file.name for file in found.files] == [f"{stem}_1-of-2.pdf", f"{stem}_2-of-2.pdf", one.files[1].name]
    assert [(file.file.name, file.file.slot) for file in found.files if file.file] == [
        (f"slots/01-All/{stem}_1-of-2.pdf", "All"),
        (f"slots/01-All/{stem}_2-of-2.pdf", "All"),
    ]
    assert found.files[2] == one.files[1]
