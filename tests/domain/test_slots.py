# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from decimal import Decimal

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.slots import USUAL_LENGTH, Held, Holds, Letters, Slot, Uncounted, slots_of
from evidencepack.domain.values import Answer, Choices, Number, Reference, Row, Table


def _read(tender: dict[str, Answer] | None = None, **answers: Answer) -> Slot:
    whole = Record("t", "tender", "ABC-1", answers=tender or {})
    records = {"t": whole, "s": Record("s", "slot", "SL-1", "t", answers)}
    (slot,) = slots_of(Facts("t", records))
    return slot


def test_a_slot_that_says_nothing_claims_nothing_but_must_have_a_file() -> None:
    slot = _read()
    assert (slot.name, slot.mandatory, slot.many) == ("SL-1", True, None)
    assert (slot.formats, slot.max_bytes, slot.max_sides, slot.max_words) == ((), 0, 0, 0)
    assert (slot.uncounted, slot.held, slot.naming.pattern) == (frozenset(), (), "")
    assert (slot.naming.letters, slot.naming.longest) == (Letters.PLAIN, USUAL_LENGTH)


def test_what_a_slot_does_not_say_the_tender_says() -> None:
    tender: dict[str, Answer] = {
        "file_formats": Choices(("pdf",)),
        "file_max_mb": Number(Decimal(25), "MB"),
        "file_name_pattern": "{tender}_App{letter}",
        "type_size_pt": Number(Decimal(11), "pt"),
        "typeface": "Arial",
    }
    slot = _read(tender, typeface="Verdana", name_letters="strict")
    assert (slot.formats, slot.max_bytes) == (("pdf",), 25_000_000)
    assert (slot.naming.pattern, slot.naming.letters) == ("{tender}_App{letter}", Letters.STRICT)
    assert (slot.look.size, slot.look.typeface) == (11, "Verdana")


def test_words_for_all_files_alike_are_no_pattern_of_the_tender_but_may_be_one_of_a_slot() -> None:
    assert _read({"file_name_pattern": "ABC_Bidder_AppX"}).naming.pattern == ""
    assert _read(file_name="Form_of_tender").naming.pattern == "Form_of_tender"


def test_half_a_megabyte_is_half_a_million_bytes_and_less_than_nothing_limits_nothing() -> None:
    assert _read(max_mb=Number(Decimal("0.5"), "MB")).max_bytes == 500_000
    assert _read(max_mb=Number(Decimal(-1), "MB"), max_sides=Number(Decimal(-3))).max_sides == 0


def test_what_goes_in_is_read_row_by_row_and_unknown_words_are_passed_over() -> None:
    rows = (
        Row("1", {"what": "pack", "form": "docx", "paper": Reference("m")}),
        Row("2", {"what": "paper", "paper": Reference("m")}),
        Row("3", {"what": "poem"}),
        Row("4", {}),
        Row("5", {"what": "paper"}),
    )
    slot = _read(holds=Table(rows), not_counted=Choices(("cover", "poems")))
    assert slot.held == (Held(Holds.PACK, "", "docx"), Held(Holds.PAPER, "m"), Held(Holds.PAPER))
    assert slot.uncounted == {Uncounted.COVER}


def test_slots_come_in_the_order_of_the_records() -> None:
    records = {"t": Record("t", "tender", "T")} | {n: Record(n, "slot", n) for n in ("b", "a", "c")}
    assert [one.reference for one in slots_of(Facts("t", records))] == ["b", "a", "c"]
