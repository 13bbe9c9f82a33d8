# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from evidencepack.domain.finding import Finding
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import Row, Table
from evidencepack.library.starters_model import Starter
from evidencepack.review.reading import Given
from evidencepack.review.register import Reading, review

ROW = "mou-1/parties/p1"


def _found(reading: Reading) -> list[Finding]:
    return [finding for finding in review(reading) if finding.rule == "CHK-EX-51"]


def test_a_document_without_examples_has_no_finding(reading: Callable[..., Reading]) -> None:
    assert _found(reading()) == []
    assert _found(replace(reading(), given=Given(examples={"mou-1": {}, "elsewhere": {"org-1": "org-1/area"}}))) == []


def test_one_finding_names_what_a_document_shows_and_leads_to_the_first_answer(
    reading: Callable[..., Reading],
) -> None:
    shown = {"mou-1": "mou-1/purpose", "org-1": "org-1/area"}
    assert _found(replace(reading(), given=Given(examples={"mou-1": shown}))) == [
        Finding(
            "CHK-EX-51",
            Severity.BLOCKS,
            "mou-1",
            "mou-1/purpose",
            "Mou TBN-MOU-01 shows all of it; the organisation Ferrybank",
        )
    ]


def test_a_row_is_named_by_its_number_its_table_and_the_starter_it_came_from(reading: Callable[..., Reading]) -> None:
    read = _with_row(reading(), "landlord")
    (finding,) = _found(replace(read, given=Given(examples={"mou-1": {ROW: f"{ROW}/reason"}})))
    assert finding.message == "Mou TBN-MOU-01 shows row 1 of “Parties” (from the starter “A landlord”)"
    gone = _with_row(reading(), "gone_since")
    (finding,) = _found(replace(gone, given=Given(examples={"mou-1": {ROW: f"{ROW}/reason"}})))
    assert finding.message.endswith("(from the starter “gone_since”)")


def test_an_answer_that_is_the_example_of_its_own_question_is_named_so(reading: Callable[..., Reading]) -> None:
    read = _with_row(reading(), "example:reason")
    (finding,) = _found(replace(read, given=Given(examples={"mou-1": {ROW: f"{ROW}/reason"}})))
    assert finding.message == (
        "Mou TBN-MOU-01 shows row 1 of “Parties” (“Reason”, as in the example beside the question)"
    )


def test_what_is_left_of_an_edited_example_is_named_by_its_questions(reading: Callable[..., Reading]) -> None:
    read = _with_row(reading(), "landlord:reason")
    (finding,) = _found(replace(read, given=Given(examples={"mou-1": {ROW: f"{ROW}/reason"}})))
    assert finding.message.endswith("(from the starter “A landlord”: “Reason”)")
    own = replace(read.facts.records["mou-1"], example="first:purpose")
    read = replace(read, facts=replace(read.facts, records={**read.facts.records, "mou-1": own}))
    (finding,) = _found(replace(read, given=Given(examples={"mou-1": {"mou-1": "mou-1/purpose"}})))
    assert finding.message == "Mou TBN-MOU-01 shows “Purpose”"


def test_an_untouched_record_speaks_for_its_rows(reading: Callable[..., Reading]) -> None:
    read = _with_row(reading(), "first")
    whole = replace(read.facts.records["mou-1"], example="first")
    read = replace(read, facts=replace(read.facts, records={**read.facts.records, "mou-1": whole}))
    shown = {"mou-1": "mou-1/purpose", ROW: f"{ROW}/reason"}
    (finding,) = _found(replace(read, given=Given(examples={"mou-1": shown})))
    assert finding.message == "Mou TBN-MOU-01 shows all of it"


def test_only_the_first_five_are_named(reading: Callable[..., Reading]) -> None:
    read = reading()
    record = read.facts.records["org-1"]
    more = {f"org-{number}": replace(record, id=f"org-{number}") for number in range(1, 8)}
    read = replace(read, facts=replace(read.facts, records={**read.facts.records, **more}))
    (finding,) = _found(replace(read, given=Given(examples={"mou-1": {name: f"{name}/area" for name in more}})))
    assert finding.message.count("the organisation Ferrybank") == 5
    assert finding.message.endswith("; and 2 more")


def _with_row(reading: Reading, example: str) -> Reading:
    mou = reading.facts.records["mou-1"]
    table = Table((Row("p1", {"reason": "flats"}, example),))
    changed = replace(mou, answers={**mou.answers, "parties": table})
    kind = replace(reading.library["mou"], starters=(Starter("landlord", "A landlord", of="parties"),))
    return replace(
        reading,
        facts=replace(reading.facts, records={**reading.facts.records, "mou-1": changed}),
        library=replace(reading.library, kinds={**reading.library.kinds, "mou": kind}),
    )
