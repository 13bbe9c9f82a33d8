# SPDX-License-Identifier: MPL-2.0
"""A finding that a person set aside with a reason stays so until the words change on which it rests."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from tests.review.on_sample import read, record_of, saying

from evidencepack.bootstrap import Program
from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Severity
from evidencepack.domain.values import Duration, DurationUnit, Frequency, Row, Table
from evidencepack.review.register import review
from evidencepack.usecases.changes import apply_change
from evidencepack.usecases.checking import LiveCheck
from evidencepack.usecases.saving import keep_changes
from evidencepack.usecases.setting_aside import (
    SET_ASIDE,
    CannotSetAsideError,
    Said,
    Way,
    asides_in,
    is_reason,
    set_aside,
    sift,
    take_up,
)
from evidencepack.usecases.workspaces import open_existing, tender_facts

WHY = Said("The buyer knows.", "Siân Llŷr-Evans", date(2027, 2, 15))


def finding(rule: str = "CHK-FQ-09", record: str = "q1", message: str = "No paper is linked to Q9.") -> Finding:
    return Finding(rule, Severity.SUGGESTS, record, f"{record}/text", message, looked=("Q9",))


def test_what_was_set_aside_is_apart_and_says_why(sample_facts: Facts, program: Program) -> None:
    facts = apply_change(sample_facts, set_aside([finding()], WHY, sample_facts, program.library))
    sifted = sift([finding(), finding(record="q2")], facts, program.library)
    assert [one.record for one in sifted.findings] == ["q2"]
    ((_, aside),) = sifted.aside
    assert (aside.reason, aside.who, aside.day) == ("The buyer knows.", "Siân Llŷr-Evans", date(2027, 2, 15))
    assert (aside.way, aside.message) == (Way.ACCEPTED, "No paper is linked to Q9.")


def test_it_holds_while_the_words_stay_and_no_longer(sample_facts: Facts, program: Program) -> None:
    facts = apply_change(sample_facts, set_aside([finding()], WHY, sample_facts, program.library))
    said_otherwise = finding(message="Nothing is linked to Q9.")
    changed = replace(finding(), looked=("Q9 with other words",))
    assert sift([said_otherwise, changed], facts, program.library).findings == (changed,)


def test_several_go_together_into_one_record_and_can_be_taken_up_again(sample_facts: Facts, program: Program) -> None:
    some = [finding(), finding(record="q2")]
    facts = apply_change(sample_facts, set_aside(some, WHY, sample_facts, program.library))
    facts = apply_change(facts, set_aside([finding(record="q3")], WHY, facts, program.library))
    assert len(list(facts.of_kind(SET_ASIDE))) == 1
    first = asides_in(facts)[some[0].mark]
    assert set(asides_in(apply_change(facts, take_up([first], facts)))) == set(asides_in(facts)) - {some[0].mark}


def test_a_reason_is_asked_for_and_a_name_where_it_blocks(sample_facts: Facts, program: Program) -> None:
    block = finding(rule="CHK-XD-06")
    blocks = replace(block, severity=Severity.BLOCKS)
    with pytest.raises(CannotSetAsideError, match="Say why it can stay"):
        set_aside([finding()], replace(WHY, reason=" "), sample_facts, program.library)
    with pytest.raises(CannotSetAsideError, match="Say who answers"):
        set_aside([blocks], replace(WHY, who=""), sample_facts, program.library)
    facts = apply_change(sample_facts, set_aside([blocks], WHY, sample_facts, program.library))
    ((_, aside),) = sift([blocks], facts, program.library).aside
    assert aside.way is Way.DIFFERENT_ON_PURPOSE


def test_what_only_a_change_can_mend_stays(sample_facts: Facts, program: Program) -> None:
    blocks = replace(finding(rule="CHK-FQ-01"), severity=Severity.BLOCKS)
    with pytest.raises(CannotSetAsideError, match="only a change helps"):
        set_aside([blocks], WHY, sample_facts, program.library)
    made = set_aside([finding(rule="CHK-FQ-01")], WHY, sample_facts, program.library)
    forged = apply_change(sample_facts, made)
    assert sift([blocks], forged, program.library).findings == (blocks,)


@pytest.mark.parametrize("reason", ["x", "No.", "OK fine", "- - -", "1 2 3", "a b c"])
def test_a_reason_that_tells_nothing_sets_nothing_aside(reason: str, sample_facts: Facts, program: Program) -> None:
    with pytest.raises(CannotSetAsideError, match="tells nobody why"):
        set_aside([finding()], replace(WHY, reason=reason), sample_facts, program.library)


@pytest.mark.parametrize("reason", ["The buyer knows.", "Trafod gyda’r cyngor", "これは合意済みです"])
def test_a_reason_of_some_words_is_one_in_any_script(reason: str) -> None:
    assert is_reason(reason)


def test_it_is_kept_in_the_workspace_with_its_reason_in_the_history(own_file: Path, program: Program) -> None:
    with open_existing(own_file) as workspace:
        facts = tender_facts(workspace, "")
        keep_changes(workspace, [set_aside([finding()], WHY, facts, program.library)])
        kept = tender_facts(workspace, "")
        assert asides_in(kept)[finding().mark].reason == "The buyer knows."
        aside = next(kept.of_kind(SET_ASIDE))
        table = aside.answers["findings"]
        assert isinstance(table, Table)
        assert [type(row) for row in table.rows] == [Row]
        assert "set aside: The buyer knows." in {one.reason for one in workspace.history(aside.id)}


CONTRADICTS = "The Partnership Board meets every quarter."


@pytest.mark.parametrize(
    ("after", "stays"),
    [
        (f"{CONTRADICTS} Nasrin leads.", True),
        (f"Nasrin leads. {CONTRADICTS}", True),
        ("The Partnership Board decides each bid and meets every quarter.", False),
        ("The Partnership Board meets every half-year.", False),
    ],
)
def test_it_rests_on_its_whole_sentence_and_no_other(
    after: str, *, stays: bool, sample_facts: Facts, program: Program
) -> None:
    facts = saying(sample_facts, "TBN-NAR-01", p2_delivery=CONTRADICTS)
    before = [one for one in review(read(facts)) if one.rule == "CHK-XD-01"]
    aside = apply_change(facts, set_aside(before, WHY, facts, program.library))
    again = saying(aside, "TBN-NAR-01", p2_delivery=after)
    sifted = sift([one for one in review(read(again)) if one.rule == "CHK-XD-01"], again, program.library)
    assert (len(sifted.findings), len(sifted.aside)) == ((0, 1) if stays else (1, 0))


def test_it_comes_back_when_the_other_side_changes(sample_facts: Facts, program: Program) -> None:
    facts = saying(sample_facts, "TBN-NAR-01", p2_delivery=CONTRADICTS)
    before = [one for one in review(read(facts)) if one.rule == "CHK-XD-01"]
    aside = apply_change(facts, set_aside(before, WHY, facts, program.library))
    weekly = saying(aside, "M4", freq=Frequency.WEEKLY)
    mine = record_of(weekly, "TBN-NAR-01").id
    found = [one for one in review(read(weekly)) if one.rule == "CHK-XD-01" and one.record == mine]
    assert len([one for one in sift(found, weekly, program.library).findings if one.quote == "every quarter"]) == 1


def test_an_edit_brings_findings_up_to_date_and_reminders_stand_apart(sample_facts: Facts, program: Program) -> None:
    live = LiveCheck(program.library)
    assert live.check(sample_facts).findings == ()
    late = Duration(Decimal(96), DurationUnit.HOURS)
    facts = saying(sample_facts, "TBN-DSA-01", breach_notify_partner=late)
    found = live.check(facts).findings
    assert {one.record for one in found} >= {record_of(facts, "TBN-DSA-01").id}
    assert live.check(sample_facts).findings == ()
