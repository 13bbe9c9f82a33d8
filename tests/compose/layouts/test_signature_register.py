# SPDX-License-Identifier: MPL-2.0
"""The register of signatures, the list still to sign and the words that were changed, over the papers of a tender."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest
from tests.compose.conftest import MOU, clause, field, kind, rows, table, to

from evidencepack.blocks.blocks import Block, Entry, Paragraph
from evidencepack.blocks.blocks import Table as Grid
from evidencepack.compose.agreed import agreed
from evidencepack.compose.layouts.changed_words import changed_words
from evidencepack.compose.layouts.sign_off import sign_off
from evidencepack.compose.layouts.signature_register import signature_register
from evidencepack.compose.plain import plain
from evidencepack.compose.scope import Edition, Scope
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Advice, Audience, SignatureStage
from evidencepack.domain.values import FieldType, Reference, Scalar
from evidencepack.library.model import Choice, Library, Schedule, SignatureLine
from evidencepack.library.templates import parse_template

SHEET = kind(
    "signoff_sheet",
    table(
        "signings",
        field("paper"),
        to("party", "organisation"),
        to("signatory", "contact"),
        field("needed_by", FieldType.DATE),
        field("signed_on", FieldType.DATE),
        field("method", FieldType.CHOICE, choices=(Choice("wet_ink", "On paper"),)),
        field("exceptions"),
    ),
    document=True,
)
SCHEDULE = Schedule("register", "Signatures", "signature_register", "signings")
MAITREE: Mapping[str, Scalar] = {"paper": "TBN-MOU-01", "party": Reference("mt")}
SIGNED = {**MAITREE, "signed_on": date(2027, 2, 12), "method": "wet_ink"}


def line(kind: str = "wet_or_digital") -> SignatureLine:
    return SignatureLine("each_party", SignatureStage.BEFORE_SUBMISSION, "signatory", kind, parse_template("I agree."))


@pytest.fixture
def scope(library: Library, facts: Facts) -> Callable[..., Scope]:
    """Make the scope of a sign-off sheet with these rows, beside a memorandum signed in this way."""

    def make(*written: Mapping[str, Scalar], lines: tuple[SignatureLine, ...] = (line(),), **more: object) -> Scope:
        mou = replace(MOU, signatures=lines, **more)  # type: ignore[arg-type]
        kinds = Library({**library.kinds, "mou": mou, "signoff_sheet": SHEET})
        sheet = Record("s1", "signoff_sheet", "TBN-SIG-01", "t1", {"signings": rows("r", *written)})
        everything = replace(facts, records={**facts.records, "s1": sheet})
        return Scope(SHEET, sheet, everything, kinds, Audience.OWN, edition=Edition(codes={"m1": "abcdef123456"}))

    return make


def cells_of(blocks: tuple[Block, ...]) -> list[list[str]]:
    """Return the words of a table's cells, row by row."""
    (grid,) = (block for block in blocks if isinstance(block, Grid))
    return [[" / ".join(map(plain, cell.lines)) for cell in row.cells] for row in grid.rows]


def test_each_signature_has_a_row_and_what_is_recorded_of_it(scope: Callable[..., Scope]) -> None:
    found = signature_register(SCHEDULE, scope(SIGNED))
    assert cells_of(found) == [
        ["TBN-MOU-01", "draft, abcdef123456", "Ferrybank", "Olúmídé Adébáyọ̀", "Not yet: before submission"],
        ["TBN-MOU-01", "", "Maitree", "Rabeya Sultana", "12 Feb 2027, on paper"],
    ]
    assert plain(found[0].inlines) == "1 of 2 signatures are in. Still due: 1 before submission."  # type: ignore[union-attr]


def test_a_signature_that_is_due_says_by_when(scope: Callable[..., Scope]) -> None:
    found = signature_register(SCHEDULE, scope({**MAITREE, "needed_by": date(2027, 6, 7)}))
    assert cells_of(found)[1][-1] == "Not yet: before submission, by 7 Jun 2027"


def test_a_signature_with_an_exception_does_not_count(scope: Callable[..., Scope]) -> None:
    found = signature_register(SCHEDULE, scope({**SIGNED, "exceptions": "clause 12"}))
    assert cells_of(found)[1][-1] == "12 Feb 2027, on paper; does not count yet: clause 12"
    assert "0 of 2 signatures are in." in plain(found[0].inlines)  # type: ignore[union-attr]


def test_a_row_about_another_person_of_the_party_is_not_believed(scope: Callable[..., Scope]) -> None:
    other = signature_register(SCHEDULE, scope({**SIGNED, "signatory": Reference("nasrin")}))
    own = signature_register(SCHEDULE, scope({**SIGNED, "signatory": Reference("rabeya")}))
    assert [cells_of(found)[1][-1][:7] for found in (other, own)] == ["Not yet", "12 Feb "]


def test_a_list_to_initial_has_one_row(scope: Callable[..., Scope]) -> None:
    row = {"paper": "TBN-MOU-01", "signed_on": date(2027, 2, 12)}
    found = signature_register(SCHEDULE, scope(row, lines=(line("acknowledgement"),)))
    assert cells_of(found) == [["TBN-MOU-01", "draft, abcdef123456", "", "2 people, by initials", "12 Feb 2027"]]


def test_without_a_paper_to_sign_it_says_so(scope: Callable[..., Scope]) -> None:
    found = signature_register(SCHEDULE, scope(lines=()))
    assert [plain(one.inlines) for one in found if isinstance(one, Paragraph)] == [
        "No paper of this tender asks for a signature yet."
    ]


def test_who_has_not_signed_gets_boxes_and_room(scope: Callable[..., Scope]) -> None:
    found = sign_off(SCHEDULE, scope(SIGNED))
    assert cells_of(found) == [
        ["Olúmídé Adébáyọ̀ / for Ferrybank", "TBN-MOU-01 / draft, abcdef123456", "□", "□", "", ""]
    ]
    (grid,) = (block for block in found if isinstance(block, Grid))
    assert [cell.entry for cell in grid.rows[0].cells[-2:]] == [Entry.SIGNATURE, Entry.DATE]


def test_when_everybody_has_signed_there_is_nothing_left(scope: Callable[..., Scope]) -> None:
    ferrybank = {**SIGNED, "party": Reference("fb")}
    assert [
        plain(one.inlines) for one in sign_off(SCHEDULE, scope(SIGNED, ferrybank)) if isinstance(one, Paragraph)
    ] == ["Everybody has signed."]


def test_clauses_of_our_own_are_marked_as_modified(scope: Callable[..., Scope], facts: Facts) -> None:
    own = table("own_clauses", field("heading"), field("words", FieldType.LONG_TEXT))
    each = replace(clause("own", "{{ row.words }}", advice=(Advice.LEGAL,)), each="own_clauses")
    made = scope(clauses=(each,), fields={**MOU.fields, own.id: own})
    answers = {**facts.records["m1"].answers, "own_clauses": rows("o", {"heading": "Dogs", "words": "In."})}
    memorandum = replace(facts.records["m1"], answers=answers)
    made = replace(made, facts=replace(made.facts, records={**made.facts.records, "m1": memorandum}))
    assert cells_of(changed_words(SCHEDULE, made)) == [
        [
            "TBN-MOU-01",
            "Dogs / modified",
            "solicitor to check",
            "A clause of our own: nothing of it stands in the template.",
        ]
    ]


def test_where_nothing_was_changed_it_says_so(scope: Callable[..., Scope]) -> None:
    (only,) = changed_words(SCHEDULE, scope())
    assert "stands as the template has it" in plain(only.inlines)  # type: ignore[union-attr]


def test_the_contents_count_what_is_signed(scope: Callable[..., Scope]) -> None:
    made = scope(SIGNED)
    paper = Scope(made.library["mou"], made.facts.records["m1"], made.facts, made.library, Audience.PACK)
    assert agreed(paper) == "1 of 2 signed"
