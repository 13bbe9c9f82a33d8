# SPDX-License-Identifier: MPL-2.0
"""The examiner is strict: it knows a slip that is found from one that is missed, and an alarm from an answer."""

from __future__ import annotations

import os
from functools import partial

import pytest
from tests.readiness.clean_text import alarms, passages, reads_words
from tests.readiness.defect import Defect, defect
from tests.readiness.edits import CannotBeTypedError
from tests.readiness.examiner import Examiner
from tests.readiness.lists import all_defects, fresh_defects, second_fresh_defects
from tests.readiness.marks import Marks, Tally, details, share
from tests.readiness.mutator import mutations

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Severity

_FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
_QUICK = 96
_MILLE = 980
"""Of a thousand slips of the older lists and those made from a seed, how many the rules find at the least: the aim."""
_WORDS_AN_ALARM = 5000
"""In how many words of clean text one false alarm may be. The aim is 2,000, which the rules do better than."""


def test_a_rule_that_speaks_is_found_and_one_that_does_not_is_missed(examiner: Examiner) -> None:
    spoken = _of_one_rule(examiner.facts)
    mark = spoken.mark(defect("risks", "RK-02/owner =", "RK-01 RK-02"))
    assert [one.name for one in mark.found] == ["RK-01"]
    assert [one.name for one in mark.missed] == ["RK-02"]


def test_a_finding_at_another_record_of_the_kind_is_none(examiner: Examiner) -> None:
    spoken = _of_one_rule(examiner.facts)
    assert spoken.mark(defect("risks", "RK-03/owner =", "RK-01")).missed


def test_what_must_not_be_said_is_an_alarm(examiner: Examiner) -> None:
    spoken = _of_one_rule(examiner.facts)
    assert spoken.mark(defect("risks", "RK-02/note += Two.", "!RK-01")).alarms
    assert not spoken.mark(defect("risks", "RK-02/note += Two.", "~RK-01")).alarms


def test_what_the_form_refuses_is_a_fault_of_the_list(examiner: Examiner) -> None:
    with pytest.raises(CannotBeTypedError, match="RK-02/target = soon"):
        defect("risks", "RK-02/target = soon", "RK-01").made(examiner.facts)


def test_every_slip_of_the_lists_changes_the_sample_or_is_refused_as_they_say(examiner: Examiner) -> None:
    every = (*all_defects(), *fresh_defects(), *second_fresh_defects(), *mutations(examiner.facts))
    assert [one.what for one in every if not _goes_as_listed(one, examiner.facts)] == []


def test_a_slip_that_the_form_refuses_is_found_only_where_the_refusal_names_it(examiner: Examiner) -> None:
    slip = partial(defect, "days", "TBN-SIG-01/signings/1/signed_on = 1 March 2027", "SG-12")
    named, other, silent = (examiner.mark(slip(refusal=words)) for words in ("has not come yet", "is no day", ""))
    assert named.refused
    assert (len(named.found), len(named.missed)) == (1, 0)
    assert [mark.missed[0].name for mark in (other, silent)] == ["SG-12", "SG-12"]


def test_a_merged_rule_is_asked_under_the_name_that_tells_it_now() -> None:
    assert [one.name for one in defect("days", "A-08/due = 1 March 2026", "GV-17").wanted] == ["SG-10"]


def test_a_finding_under_another_name_that_may_stand_for_it_is_told_apart(examiner: Examiner) -> None:
    spoken = _of_one_rule(examiner.facts)
    assert not spoken.mark(defect("risks", "RK-02/owner =", "RK-01|RQ-01")).otherwise
    assert spoken.mark(defect("risks", "RK-02/owner =", "RQ-01|RK-01")).otherwise


def test_the_lists_are_as_long_as_they_are_said_to_be(examiner: Examiner) -> None:
    sizes = Marks([], all_defects())
    families = [one.family for one in sizes.unasked]
    assert len(families) >= 900
    assert families.count("Vague wording") + families.count("Concrete look-alikes") >= 240
    assert families.count("Personal data") + families.count("Personal look-alikes") >= 120
    assert families.count("Contradictions") + families.count("Agreement in other words") >= 150
    assert len(mutations(examiner.facts)) >= 400
    fresh = [bool(one.wanted) for one in fresh_defects()]
    assert (fresh.count(True), fresh.count(False)) == (122, 60)
    second = [bool(one.wanted) for one in second_fresh_defects()]
    assert (second.count(True), second.count(False)) == (135, 70)


def test_some_of_all_slips_are_found(examiner: Examiner) -> None:
    defects = [one for one in (*all_defects(), *mutations(examiner.facts)) if examiner.asks(one)]
    some = defects if _FULL else defects[:: max(1, len(defects) // _QUICK)]
    marks = Marks(list(examiner.marks(some)))
    assert marks.all.found * 1000 >= marks.all.wanted * _MILLE, details(marks)


def test_clean_text_raises_few_alarms(examiner: Examiner) -> None:
    text = passages(examiner.facts)
    words = sum(len(one.split()) for one in text)
    said = [one.message for _, one in alarms(examiner, text) if reads_words(one)]
    assert words >= 60_000
    assert len(said) <= max(1, words // _WORDS_AN_ALARM), said


def test_a_tally_is_said_without_rounding_up() -> None:
    assert (Tally(1000, 999).recall, Tally(0, 0).recall, Tally(4, 3, 1).precision) == ("99.9 %", "–", "75 %")
    assert share(9999, 10000) == "99.9 %"


def _goes_as_listed(one: Defect, facts: Facts) -> bool:
    try:
        return one.made(facts)[0] != facts and not one.refusal
    except CannotBeTypedError as refused:
        return bool(one.refusal) and one.refusal in refused.problem


def _of_one_rule(before: Facts) -> Examiner:
    """Return an examiner of a check that says CHK-RK-01 of the risk RK-02, whatever was changed."""
    (risk,) = (one.id for one in before.records.values() if one.reference == "RK-02")

    def say(facts: Facts) -> tuple[Finding, ...]:
        return () if facts is before else (Finding("CHK-RK-01", Severity.BLOCKS, risk, "", "Needs an owner."),)

    return Examiner(before, say, say)
