# SPDX-License-Identifier: MPL-2.0
"""What stops an issue once its files are made, and what somebody lets stand of it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.issue import Issue
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.slots import slots_of
from evidencepack.domain.trade import Severity
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.preflight.sighting import Check, Sighting
from evidencepack.pack.slots.choosing import Contents
from evidencepack.pack.slots.filling import Filled
from evidencepack.pack.slots.limits import Trouble
from evidencepack.usecases.exporting import Made
from evidencepack.usecases.issuing import Issued, Wish, although, keep_issued
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.preflight import Preflight, preflight_of, without_counted
from evidencepack.usecases.slotting import NO_SLOTS, Slots
from evidencepack.usecases.stopping import InTheWay, NotCleanError, in_the_way, let_files_stand, warned, warnings_in

_ISSUE = Issue(
    "i", "t", "T-1", 1, "2027-02-14T10:00:00.000000Z", "Siân", "2027-02-14", "0.1", (), (),
    manifest='{"issue": {"overridden": []}}\n',
)  # fmt: skip
_PRIVATE = Sighting(Check.PRIVATE, Severity.BLOCKS, "pack.pdf", "“pack.pdf”: page 3 says “a secret”", 3, "a secret")
_BLANK = Sighting(Check.TEXT, Severity.WARNS, "scan.pdf", "“scan.pdf”: page 1 is a picture", 1)
_GAP = Sighting(Check.PLACEHOLDER, Severity.BLOCKS, "pack.pdf", "“pack.pdf” says “[to complete: day]”")


def seen(*sightings: Sighting) -> Preflight:
    return Preflight(2, 9, (), sightings)


def place(*troubles: Trouble) -> Slots:
    (slot,) = slots_of(
        Facts("t", {"t": Record("t", "tender", "T-1"), "s": Record("s", "slot", "S-1", "t", {"name": "Q3"})})
    )
    return Slots((Filled(Contents(slot, ()), "slots/q3", ()),), (troubles,))


def test_what_blocks_in_files_and_in_places_of_the_portal_stops_an_issue() -> None:
    empty = Trouble(Severity.BLOCKS, "nothing goes in here")
    stops = in_the_way(seen(_PRIVATE, _BLANK), place(empty, Trouble(Severity.WARNS, "look at it")))
    assert [(one.rule, one.where) for one in stops] == [("preflight-private", "pack.pdf, page 3"), ("slot", "“Q3”")]
    assert stops[1].message == "“Q3”: nothing goes in here"
    assert in_the_way(seen(_BLANK), NO_SLOTS) == ()


def test_an_empty_place_that_the_check_has_told_needs_no_second_reason() -> None:
    empty = Trouble(Severity.BLOCKS, "Nothing is in it", "holds")
    large = Trouble(Severity.BLOCKS, "“a.pdf” is too large", "max_mb")
    assert in_the_way(seen(), place(empty), counted={"s/holds"}) == ()
    assert len(in_the_way(seen(), place(empty), counted={"other/holds"})) == 1
    assert [one.message for one in in_the_way(seen(), place(empty, large), counted={"s/holds"})] == [
        "“Q3”: “a.pdf” is too large"
    ]


def test_what_only_has_to_be_looked_at_stops_nothing_and_is_named_without_its_words() -> None:
    assert warnings_in(seen(_PRIVATE, _BLANK)) == (_BLANK,)
    assert warned(_BLANK) == ("preflight-text", "scan.pdf, page 1")


def test_gaps_that_a_check_has_counted_need_no_second_reason() -> None:
    assert in_the_way(without_counted(seen(_GAP, _PRIVATE)), NO_SLOTS) == in_the_way(seen(_PRIVATE), NO_SLOTS)


def test_what_is_let_stand_is_in_the_issue_and_in_its_manifest_but_for_its_words() -> None:
    one = let_files_stand(_ISSUE, in_the_way(seen(_PRIVATE), NO_SLOTS), "The board <b>&{{ knows")
    (stood,) = one.overridden
    assert (stood.rule, stood.who, stood.on) == ("preflight-private", "Siân", "2027-02-14")
    (told,) = json.loads(one.manifest)["issue"]["overridden"]
    assert told["reason"] == "The board <b>&{{ knows"
    assert "secret" not in one.manifest


@pytest.mark.parametrize("because", ["", " \n "])
def test_without_a_reason_nothing_is_kept(because: str, few_made: Made) -> None:
    stopped = Issued(_ISSUE, few_made, again=False, in_the_way=(InTheWay("slot", "Q3", "empty"),))
    with pytest.raises(NotCleanError, match=r"1 thing in them or in the places of the portal.*Nothing was issued"):
        keep_issued(None, although(stopped, Wish(although=because)))  # type: ignore[arg-type]
    assert although(stopped, Wish(although="Agreed")).in_the_way == ()


def test_each_rule_can_be_let_stand_for_a_reason_of_its_own(few_made: Made) -> None:
    stops = (InTheWay("slot", "Q3", "empty"), InTheWay("preflight-private", "pack.pdf", "a secret"))
    stopped = Issued(_ISSUE, few_made, again=False, in_the_way=stops)
    one = although(stopped, Wish(each={"slot": "By <b>post"}))
    assert one.in_the_way == stops[1:]
    assert [(it.rule, it.reason) for it in one.issue.overridden] == [("slot", "By <b>post")]
    both = although(stopped, Wish(although="Agreed", each={"slot": "By post"}))
    assert [(it.rule, it.reason) for it in both.issue.overridden] == [
        ("slot", "By post"),
        ("preflight-private", "Agreed"),
    ]


@pytest.fixture(scope="module")
def few_made(program: Program, sample_facts: Facts) -> Made:
    """A pack whose only file is one that says a placeholder: no page of it was laid out."""
    from tests.pack.preflight.files import pdf, saying

    records = {name: one for name, one in sample_facts.records.items() if not program.library[one.kind].document}
    plan = plan_of(replace(sample_facts, records=records), program.library)
    return Made(plan, (), (BuiltFile("pack.pdf", pdf(saying("Lead: TBC")), 1, ()),), "manifest.json")


def test_files_are_looked_through_before_they_are_written(program: Program, few_made: Made) -> None:
    found = preflight_of(few_made, few_made.plan.facts, program.library, buyers=("Anytown Council",))
    assert (found.files, found.pages) == (1, 1)
    assert Check.PLACEHOLDER in {one.check for one in found.sightings}
