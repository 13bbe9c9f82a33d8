# SPDX-License-Identifier: MPL-2.0
"""What an agreement must settle because of its flows."""

from __future__ import annotations

from datetime import date

from tests.shipped import LIBRARY

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Answer, Reference, Row, Table
from evidencepack.library.model import Library
from evidencepack.review.data_terms import unlisted_processors, unsettled_points
from evidencepack.review.reading import Reading

NONE = Table()
POINTS = ("j1", "j2", "j3", "j4", "j5", "j6")


def flow(number: int, sender: str, receiver: str, *roles: str) -> Record:
    named: dict[str, Answer] = {"sender": Reference(sender), "receiver": Reference(receiver), "contains": "personal"}
    said: dict[str, Answer] = {"sender_role": roles[0], "receiver_role": roles[1]}
    return Record(f"f{number}", "data_flow", f"F{number}", "t", named | said)


def found(*flows: Record, processors: Table = NONE, joint: Table = NONE, library: Library = LIBRARY) -> list[str]:
    agreement = Record("d", "dsa", "DSA-01", "t", {"processors": processors, "joint_terms": joint})
    names = {"FB": "Ferrybank", "KR": "Kestrel", "MT": "Maitree"}
    others = (Record(key, "organisation", key, "", {"short_name": name}) for key, name in names.items())
    records = (Record("t", "tender", "TBN"), agreement, *others, *flows)
    reading = Reading("t", (agreement,), Facts("t", {one.id: one for one in records}), library, date(2027, 2, 15))
    rules = (("DS-15", unlisted_processors), ("DS-16", unsettled_points))
    return [finding.message for name, rule in rules for finding in rule(reading, LIBRARY.rules[name])]


def pair(controller: str, processor: str) -> Row:
    said = dict.fromkeys(("subject", "duration", "nature", "data_types", "people", "breach_notice", "at_end"), "Said.")
    return Row(
        "p", {**said, "controller": Reference(controller), "processor": Reference(processor), "contact": Reference("c")}
    )


CARE = flow(2, "FB", "KR", "controller", "processor")
NOTES = flow(4, "KR", "MT", "processor", "controller")


def test_each_pair_of_a_flow_has_its_row() -> None:
    assert found(CARE, NOTES, processors=Table((pair("FB", "KR"), pair("MT", "KR")))) == []
    assert found(CARE, NOTES, processors=Table((pair("FB", "KR"),))) == [
        "Data sharing agreement DSA-01: in flow F4, Kestrel is a processor for Maitree. "
        "“Who acts for whom?” has no row for these two, and the law asks for one."
    ]


def test_an_organisation_that_is_gone_is_said_to_be() -> None:
    gone = flow(5, "FB", "gone", "controller", "processor")
    [message] = found(gone, processors=Table((pair("FB", "KR"),)))
    assert "an organisation that is gone is a processor for Ferrybank" in message


def test_without_any_row_the_pair_is_named_all_the_same() -> None:
    [message] = found(CARE)
    assert "in flow F2, Kestrel is a processor for Ferrybank" in message


def test_a_row_that_leaves_a_term_open_is_named_with_it() -> None:
    row = pair("FB", "KR")
    open_row = Row("p", {name: cell for name, cell in row.cells.items() if name not in {"nature", "at_end"}})
    [message] = found(CARE, processors=Table((open_row,)))
    assert "the terms for Kestrel as a processor leave open: " in message
    assert message.endswith("At the end. The law asks for every one of them.")


def test_joint_controllers_settle_every_point() -> None:
    joint = Table(tuple(Row(point, {"point": point}) for point in POINTS))
    assert found(flow(1, "FB", "MT", "joint_controller", "joint_controller"), joint=joint) == []


def test_points_that_are_left_are_named() -> None:
    joint = Table(tuple(Row(point, {"point": point}) for point in POINTS[:5]))
    assert found(flow(1, "FB", "MT", "joint_controller", "joint_controller"), joint=joint) == [
        "Data sharing agreement DSA-01: “What have the joint controllers agreed?” says nothing yet about: "
        "J6 How people can see the main points of this arrangement. The law asks joint controllers for all of them."
    ]
    assert found(CARE, joint=joint, processors=Table((pair("FB", "KR"),))) == []


def test_kinds_without_an_agreement_have_nothing_to_settle() -> None:
    without = Library({name: kind for name, kind in LIBRARY.kinds.items() if name != "dsa"}, LIBRARY.rules)
    assert found(CARE, NOTES, processors=Table((pair("FB", "KR"),)), library=without) == []
