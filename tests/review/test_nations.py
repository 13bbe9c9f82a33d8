# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Record
from evidencepack.domain.trade import Advice, Nation
from evidencepack.library.conditions import parse_condition
from evidencepack.library.model import Clause, Library
from evidencepack.review.nations import written_elsewhere
from evidencepack.review.reading import Reading

Readings = Callable[..., Reading]
MONEY = Clause("money", "Money", (), advice=(Advice.LEGAL,), when=(parse_condition("formal = yes"),))
DATA = Clause("data", "Information", (), advice=(Advice.INFORMATION_GOVERNANCE,), nations=(Nation.ENGLAND,))


def said(reading: Reading, nation: str, *clauses: Clause, nations: tuple[Nation, ...] = (Nation.ENGLAND,)) -> list[str]:
    mou = replace(reading.library["mou"], clauses=clauses, nations=nations)
    library = Library({**reading.library.kinds, "mou": mou}, reading.library.rules)
    tender = Record("tender-1", "tender", "TBN", "tender-1", {"nation": nation})
    facts = replace(reading.facts, records={**reading.facts.records, "tender-1": tender})
    placed = replace(reading, library=library, facts=facts)
    found: list[Finding] = list(written_elsewhere(placed, library.rules["NA-01"]))
    assert all(one.record == "mou-1" for one in found)
    return [one.message for one in found]


def test_words_of_the_tenders_own_nation_need_no_warning(reading: Readings) -> None:
    assert said(reading(), "england", DATA, MONEY) == []
    assert said(reading(), "", DATA) == []


def test_words_for_another_nation_name_the_advisers_of_their_clauses(reading: Readings) -> None:
    assert said(reading({"formal": True}), "wales", MONEY, DATA) == [
        "Mou TBN-MOU-01: england/wales; a solicitor and an information governance lead"
    ]
    assert said(reading(), "wales", MONEY, DATA) == ["Mou TBN-MOU-01: england/wales; an information governance lead"]
    assert said(reading(), "scotland") == ["Mou TBN-MOU-01: england/scotland; somebody who knows the rules there"]


def test_a_kind_that_is_ready_names_the_parts_that_are_not(reading: Readings) -> None:
    both = (Nation.ENGLAND, Nation.WALES)
    assert said(reading(), "wales", DATA, nations=both) == [
        "Mou TBN-MOU-01: “Information”; an information governance lead"
    ]
    assert said(reading(), "wales", replace(DATA, nations=both), nations=both) == []
