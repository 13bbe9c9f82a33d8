# SPDX-License-Identifier: MPL-2.0
"""A fingerprint of what people sign: which words make it another, and which signatures count no more then."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from tests.compose.conftest import KINDS, MOU, clause, kind, rows, schedule, table

from evidencepack.blocks.blocks import Figure, Paragraph
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Text, Value
from evidencepack.compose.signed_words import (
    SINCE,
    Agreed,
    Kept,
    Signed,
    agreed_in,
    changed_signatures,
    kept_in,
    signatures_in,
    without_changed,
)
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import SignatureStage, Weight
from evidencepack.domain.values import Number, Reference, Row, Scalar, Table
from evidencepack.library.model import Library, SignatureLine
from evidencepack.library.templates import parse_template

Made = Callable[..., Document]

PAPER, DAY = "TBN-MOU-01", date(2027, 2, 11)
SHEET, WORDS = kind("signoff_sheet", table("signings"), document=True), kind("signed_words", table("kept"))
KINDS_WITH_SHEETS = Library({one.id: one for one in (*KINDS, SHEET, WORDS)})
SIGNED: dict[str, Scalar] = {"paper": PAPER, "party": Reference("fb"), "signed_on": DAY}


def sheet(*cells: dict[str, Scalar]) -> Record:
    """Return a sign-off sheet whose rows are called s1, s2 ..."""
    return Record("sheet", "signoff_sheet", "SIG", "t1", {"signings": rows("s", *cells)})


def kept(*cells: dict[str, Scalar]) -> Record:
    """Return what was kept of signatures, in rows called k1, k2 ..."""
    return Record("kept", "signed_words", "KEPT", "t1", {"kept": rows("k", *cells)})


def beside(facts: Facts, *records: Record) -> Facts:
    return replace(facts, records={**facts.records, **{one.id: one for one in records}})


def line(statement: str = "I have read it.") -> SignatureLine:
    words = parse_template(statement)
    return SignatureLine("each_party", SignatureStage.ON_AWARD, "authorised_signatory", "wet_or_digital", words)


@pytest.fixture
def said(facts: Facts, library: Library) -> Callable[[Document], Agreed]:
    """Say what a paper says to those who sign it."""
    return lambda document: agreed_in(document, facts, library)


def test_a_signature_is_a_row_with_a_day_on_a_paper_that_there_is(facts: Facts) -> None:
    nobody: dict[str, Scalar] = {"paper": PAPER, "signed_on": DAY}
    found = sheet(SIGNED, {"paper": PAPER, "party": Reference("mt")}, {**SIGNED, "paper": "GONE-01"}, nobody)
    paper = facts.records["m1"]
    assert signatures_in(beside(facts, found), KINDS_WITH_SHEETS) == (
        Signed("s1", paper, "fb", DAY),
        Signed("s4", paper, "", DAY),
    )


def test_a_paper_that_is_said_to_be_signed_stands_for_itself_unless_a_row_says_so(facts: Facts) -> None:
    paper = replace(facts.records["m1"], answers={**facts.records["m1"].answers, "status": "signed"})
    alone = beside(facts, paper)
    assert signatures_in(alone, KINDS_WITH_SHEETS) == (Signed("m1", paper),)
    assert signatures_in(beside(alone, sheet(SIGNED)), KINDS_WITH_SHEETS) == (Signed("s1", paper, "fb", DAY),)


def test_what_was_kept_is_found_by_the_signature(facts: Facts) -> None:
    told = kept({"signing": "s1", "words": "ab", "signed_on": DAY}, {"signing": "m1", "words": "cd"})
    empty = Record("none", "signed_words", "NONE", "t1")
    assert kept_in(beside(facts, told, empty)) == {
        "s1": Kept("kept", "k1", "ab", DAY),
        "m1": Kept("kept", "k2", "cd", None),
    }


def test_only_a_signature_of_that_day_on_other_words_has_changed(facts: Facts) -> None:
    told = kept({"signing": "s1", "words": "ab", "signed_on": DAY}, {"signing": "s2", "words": "ab", "signed_on": DAY})
    later: dict[str, Scalar] = {**SIGNED, "signed_on": date(2027, 2, 12)}
    now = beside(facts, sheet(SIGNED, later, SIGNED), told)
    assert [one.id for one in changed_signatures(now, KINDS_WITH_SHEETS, lambda _paper: "cd")] == ["s1"]
    assert changed_signatures(now, KINDS_WITH_SHEETS, lambda _paper: "ab") == ()


def test_where_nothing_was_kept_no_paper_is_composed(facts: Facts) -> None:
    def never(paper: Record) -> str:
        pytest.fail(f"{paper.reference} was asked for its words")

    assert changed_signatures(beside(facts, sheet(SIGNED)), KINDS_WITH_SHEETS, never) == ()


def test_a_signature_on_other_words_has_an_exception_beside_what_was_said_already(facts: Facts) -> None:
    empty = Record("empty", "signoff_sheet", "SIG-2", "t1")
    now = beside(facts, sheet(SIGNED, {**SIGNED, "exceptions": "Clause 4"}, SIGNED), empty)
    paper = facts.records["m1"]
    after = without_changed(now, (Signed("s1", paper), Signed("s2", paper)))
    signings = after.records["sheet"].answers["signings"]
    assert isinstance(signings, Table)
    assert [row.cells.get("exceptions") for row in signings.rows] == [SINCE, f"Clause 4; {SINCE}", None]
    assert after.records["empty"] is empty
    assert without_changed(now, ()) is now


def test_other_words_make_another_fingerprint_and_running_heads_do_not(
    made: Made, said: Callable[[Document], Agreed]
) -> None:
    document = made({"why": "{{ mou.purpose }}"})
    other = made({"why": "{{ mou.purpose }}"}, answers={"purpose": "Quite another purpose."})
    assert said(document).words != said(other).words
    assert said(replace(document, running=Running("a", "b", "c", "d"))) == said(document)


def test_who_else_is_asked_to_sign_is_no_part_of_the_words_and_what_they_state_is(
    made: Made, said: Callable[[Document], Agreed]
) -> None:
    one_party = Table((Row("p1", {"organisation": Reference("mt")}),))
    document = made(signatures=(line(),))
    assert said(made(signatures=(line(),), answers={"parties": one_party})) == said(document)
    assert said(made(signatures=(line("I have not."),))).words != said(document).words


def test_of_a_table_our_own_heads_are_no_part_and_its_cells_are(made: Made, said: Callable[[Document], Agreed]) -> None:
    def shown(head: str, cell: str) -> str:
        told = schedule("scope", (head, cell), of="in_scope")
        return said(made((), (told,))).words

    assert shown("What", "{{ row.item }}") == shown("Month by month", "{{ row.item }}")
    assert shown("What", "{{ row.item }}") != shown("What", "{{ row.item }}, too")


def test_what_is_drawn_is_no_part_of_the_words(made: Made, said: Callable[[Document], Agreed]) -> None:
    document = made({"why": "{{ mou.purpose }}"})
    drawn = Figure("f", 100.0, 50.0, "A line that rises", title=(Text("Visits"),))
    assert said(replace(document, sections=(*document.sections, Section((drawn,))))) == said(document)
    told = Section((Paragraph((Text("Visits"),)),))
    assert said(replace(document, sections=(*document.sections, told))).words != said(document).words


def test_answers_that_change_nothing_for_those_who_sign_are_no_part(facts: Facts, library: Library, made: Made) -> None:
    fields = {**MOU.fields, "notice_days": replace(MOU.fields["notice_days"], weight=Weight.COSMETIC)}
    columns = tuple(replace(one, weight=Weight.COSMETIC) for one in MOU.fields["in_scope"].columns)
    fields["in_scope"] = replace(MOU.fields["in_scope"], columns=columns)
    light = Library({**library.kinds, "mou": replace(MOU, fields=fields)})
    text = {"why": "{{ mou.notice_days }} days: {% for row in mou.in_scope %}{{ row.item }}{% endfor %}."}
    now = made(text)
    other = made(text, answers={"notice_days": Number(Decimal(30)), "in_scope": rows("s", {"item": "night visits"})})
    assert agreed_in(now, facts, light).words == agreed_in(other, facts, light).words
    assert agreed_in(now, facts, library).words != agreed_in(other, facts, library).words


def test_the_records_that_a_paper_speaks_of_are_known(made: Made, said: Callable[[Document], Agreed]) -> None:
    clauses = (clause("a", "{{ mou.chair.full_name }} leads {{ tender.title }} from {{ mou.start_date }}."),)
    assert said(made(clauses)).records == {"m1", "rabeya", "t1"}


def test_words_from_where_there_is_nothing_any_more_count_as_they_stand(said: Callable[[Document], Agreed]) -> None:
    def of(words: str, path: str) -> Agreed:
        block = Paragraph((Value(words, (path,)),))
        return said(Document("d", "D", Running("", "", "", ""), (Section((block,)),)))

    for path in ("gone/field", "m1/gone", "tender"):
        assert of("Monday", path).words != of("Friday", path).words
