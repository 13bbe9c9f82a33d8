# SPDX-License-Identifier: MPL-2.0
"""Fields to fill in and to sign: what they are called, where they stand, and that nothing shows until they are used."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from PIL import ImageChops
from tests.conformance.conforming import Conforms
from tests.render.pdf.filling import Tool, boxes, fields, printed, seen_in_poppler, signatory
from tests.render.typeset.setting import FONTS, set_blocks

from evidencepack.blocks.blocks import Signature
from evidencepack.render.pdf.forms import typed_letters
from evidencepack.render.typeset.page import FieldKind, FormField, Page, Role

MAITREE = "Maitree Community Trust (মৈত্রী কমিউনিটি ট্রাস্ট)"
PARTS = ("signature", "date", "name", "role")


@pytest.fixture(scope="module")
def two() -> bytes:
    return printed(boxes("Ferrybank Home Support Ltd", MAITREE))


def names(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as file:
        return [field.name for field in fields(file)]


def labels(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as file:
        return [str(field.widget.TU) for field in fields(file)]


@pytest.mark.parametrize(
    "parties",
    [
        ("Ferrybank Home Support Ltd", MAITREE),
        tuple(f"Party {number % 7}" for number in range(40)),
        ("Łódź Care Ltd", "মৈত্রী", "", "A & B (Wales) <Ltd>"),
    ],
    ids=["two", "forty", "strange"],
)
def test_files_with_fields_conform(conforms: Conforms, parties: tuple[str, ...]) -> None:
    conforms(printed(boxes(*parties)), f"{len(parties)} to sign")


def test_every_field_is_named_by_document_party_and_what_it_takes(two: bytes) -> None:
    parties = ("ferrybank-home-support-ltd", "maitree-community-trust")
    assert names(two) == [f"TBN-MOU-01.{party}.{part}" for party in parties for part in PARTS]


def test_names_are_the_same_when_the_document_is_printed_again(two: bytes) -> None:
    assert printed(boxes("Ferrybank Home Support Ltd", MAITREE)) == two


def test_forty_signatories_of_seven_parties_have_fields_of_their_own() -> None:
    data = printed(boxes(*(f"Party {number % 7}" for number in range(40))))
    found = names(data)
    assert len(found) == len(set(found)) == 160
    assert found[0] == "TBN-MOU-01.party-0.signature"
    assert found[4 * 7] == "TBN-MOU-01.party-0-2.signature"
    assert len(set(labels(data))) == 160


@pytest.mark.parametrize(
    ("party", "name"),
    [
        ("মৈত্রী কমিউনিটি", "party"),
        ("", "signatory"),
        ("St. John’s Care C.I.C.", "st-johns-care-c-i-c"),
        ("Gwasanaethau Gofal Prŷs", "gwasanaethau-gofal-prys"),
        ("x" * 300, "x" * 60),
    ],
)
def test_a_part_of_a_name_is_of_plain_letters_without_a_full_stop(party: str, name: str) -> None:
    assert names(printed(boxes(party)))[0] == f"TBN-MOU-01.{name}.signature"


@pytest.mark.parametrize(("reference", "first"), [("A.B/1 ü", "A-B-1-u"), ("সমঝোতা", "document")])
def test_so_is_the_first_part(reference: str, first: str) -> None:
    assert names(printed(boxes("Party"), reference=reference))[0] == f"{first}.party.signature"


def test_a_party_called_like_the_second_box_of_another_has_a_name_of_its_own() -> None:
    found = names(printed(boxes("Care", "Care", "Care 2", "Care-2")))
    assert [name.split(".")[1] for name in found[::4]] == ["care", "care-2", "care-2-2", "care-2-3"]


def test_every_field_says_what_it_takes_and_for_whom(two: bytes) -> None:
    assert labels(two)[4:] == [
        f"Signature, signing for {MAITREE}",
        f"Date signed, as day, month and year, signing for {MAITREE}",
        f"Full name in capitals, signing for {MAITREE}",
        f"Role, signing for {MAITREE}",
    ]


def test_the_second_box_of_a_party_says_so() -> None:
    assert labels(printed(boxes("Care", "Care")))[::4] == [
        "Signature, signing for Care",
        "Signature, signing for Care, box 2",
    ]


def test_who_signs_for_no_party_signs_as_what_they_are() -> None:
    pages = set_blocks(Signature((signatory("", capacity="IG reviewer"),)))
    data = printed(pages)
    assert labels(data)[0] == "Signature, signing as IG reviewer"
    assert names(data)[0] == "TBN-MOU-01.ig-reviewer.signature"


def test_who_signs_as_something_else_than_signatory_hears_so() -> None:
    pages = set_blocks(Signature((signatory("Ferrybank"), signatory("Ferrybank", capacity="IG reviewer"))))
    assert labels(printed(pages))[4] == "Signature, signing for Ferrybank as IG reviewer, box 2"


def test_three_fields_take_words_and_one_a_signature(two: bytes) -> None:
    with pikepdf.open(io.BytesIO(two)) as file:
        kinds = [str(field.widget.FT) for field in fields(file)][:4]
        assert kinds == ["/Sig", "/Tx", "/Tx", "/Tx"]
        assert int(file.Root.AcroForm.SigFlags) == 1


def test_every_field_is_printed_looks_like_nothing_and_does_nothing(two: bytes) -> None:
    with pikepdf.open(io.BytesIO(two)) as file:
        for field in fields(file):
            assert int(field.widget.F) == 4
            assert not {"/A", "/AA", "/MK", "/MaxLen"} & set(field.widget.keys())
            assert bytes(field.widget.AP.N.read_bytes()) == b"" or field.widget.FT == "/Tx"
        assert not {"/NeedAppearances", "/XFA", "/CO"} & set(file.Root.AcroForm.keys())
    assert b"JavaScript" not in two


def test_every_field_stands_in_the_paragraph_of_its_printed_label(two: bytes) -> None:
    with pikepdf.open(io.BytesIO(two)) as file:
        parents = _parents(file)
        for field in fields(file):
            element = parents[int(field.widget.StructParent)]
            assert str(element.S) == "/Form"
            assert element.K.Obj.objgen == field.widget.objgen
            assert str(element.P.S) == "/P"
            assert isinstance(element.P.K[0], int)
            assert element.P.K[1].objgen == element.objgen


def _parents(file: pikepdf.Pdf) -> dict[int, pikepdf.Object]:
    numbers = list(file.Root.StructTreeRoot.ParentTree.Kids[0].Nums)
    keys = [int(key) for key in numbers[::2]]
    assert keys == sorted(keys)
    return dict(zip(keys, numbers[1::2], strict=True))


def test_tab_goes_from_field_to_field_as_they_are_read(two: bytes) -> None:
    with pikepdf.open(io.BytesIO(two)) as file:
        assert str(file.pages[0].Tabs) == "/S"
        assert [field.name.rpartition(".")[2] for field in fields(file)] == [*PARTS, *PARTS]
        tree = [str(annotation.T) for annotation in _walk(file.Root.StructTreeRoot.K)]
    assert tree == [*PARTS, *PARTS]


def _walk(element: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Yield the annotations in the order of the structure tree."""
    found = element.get("/K")
    for kid in list(found) if isinstance(found, pikepdf.Array) else [found]:
        if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
            yield kid.Obj
        elif isinstance(kid, pikepdf.Dictionary):
            yield from _walk(kid)


@pytest.mark.parametrize("count", [2, 6], ids=["high boxes", "low boxes"])
def test_fields_lie_inside_their_boxes_below_the_labels(count: int) -> None:
    for page in boxes(*(f"Party {number}" for number in range(count))).pages:
        for field in (field for form in page.forms for field in form.fields):
            label = next(run for run in page.runs if run.element is field.element.parent)
            assert label.x == pytest.approx(field.x)
            assert field.y >= label.y
            assert not _rules_through(page, field)
            assert field.height >= 15


def _rules_through(page: Page, field: FormField) -> list[float]:
    """Return the depths of printed lines that run through a field."""
    edges = [box.y + box.height for box in page.boxes if box.outline] + [rule.y0 for rule in page.rules]
    inside = [y for y in edges if field.y < y < field.y + field.height]
    right = max(box.x + box.width for box in page.boxes)
    assert field.x + field.width < right
    return inside


@pytest.mark.parametrize("count", [3, 6], ids=["high boxes", "low boxes"])
def test_on_paper_an_empty_form_looks_as_without_fields(count: int, tmp_path: Path, tool: Tool) -> None:
    pages = boxes(*(f"Party {number}" for number in range(count)))
    seen = {}
    for fillable in (True, False):
        folder = tmp_path / str(fillable)
        folder.mkdir()
        seen[fillable] = seen_in_poppler(printed(pages, fillable=fillable), folder, tool)
    assert len(seen[True]) == len(seen[False]) == len(pages.pages)
    for with_fields, without in zip(seen[True], seen[False], strict=True):
        assert ImageChops.difference(with_fields, without).getbbox() is None


def test_a_file_that_is_not_fillable_has_neither_form_nor_elements_of_one(conforms: Conforms) -> None:
    data = printed(boxes("Ferrybank Home Support Ltd"), fillable=False)
    with pikepdf.open(io.BytesIO(data)) as file:
        assert "/AcroForm" not in file.Root
        assert fields(file) == []
        roles = {str(found.S) for found in file.objects if isinstance(found, pikepdf.Dictionary) and "/S" in found}
    assert "/P" in roles
    assert "/Form" not in roles
    conforms(data, "without fields")


def test_a_fillable_file_without_signatories_has_no_form_either() -> None:
    with pikepdf.open(io.BytesIO(printed(set_blocks()))) as file:
        assert "/AcroForm" not in file.Root


def test_the_font_that_is_typed_in_is_embedded_and_no_subset_by_its_name(two: bytes) -> None:
    with pikepdf.open(io.BytesIO(two)) as file:
        form = file.Root.AcroForm
        (name,) = re.findall(r"^/(\w+) 0 Tf 0 g$", str(form.DA))
        font = form.DR.Font[f"/{name}"]
        assert str(font.BaseFont) == "/Arimo-Forms"
        assert len(font.DescendantFonts[0].FontDescriptor.FontFile2.read_raw_bytes()) < 80_000
        assert all(f"/{name}" in field.widget.AP.N.Resources.Font for field in fields(file))
        sizes = {str(field.widget.DA).split()[1] for field in fields(file) if field.widget.FT == "/Tx"}
    assert sizes == {"0", "12"}


def test_it_has_every_letter_of_latin_greek_and_cyrillic_that_the_text_has() -> None:
    face = FONTS.faces[0]
    held = set(typed_letters(face).values())
    for first, last in (("A", "z"), ("À", "ɏ"), ("Ḁ", "ỹ"), ("Ά", "ώ"), ("Ѐ", "ӿ"), ("\u0300", "\u0336")):
        wanted = {chr(code) for code in range(ord(first), ord(last) + 1)} & set(face.cmap)
        # Only these share their glyph with another letter, and a glyph stands for one letter.
        assert wanted - held <= set("\u037eӘә")
        assert len(wanted) > 25


def test_a_field_without_a_form_element_or_a_label_cannot_be_made() -> None:
    (field, *_) = boxes("Party").pages[0].forms[0].fields
    printed_label = field.element.parent
    assert printed_label is not None
    assert printed_label.role is Role.P
    with pytest.raises(ValueError, match="a field is a Form with a label, not a P"):
        FormField(FieldKind.LINE, "date", "Date", 0, 0, 10, 10, 12, printed_label)
    with pytest.raises(ValueError, match="a Form with a label"):
        FormField(FieldKind.LINE, "date", " ", 0, 0, 10, 10, 12, field.element)
