# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from tests.shipped import LIBRARY

from evidencepack.domain.finding import Finding
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Advice, Nation
from evidencepack.domain.values import Answer, Reference, Row, Table
from evidencepack.library.conditions import parse_condition
from evidencepack.library.model import Clause, Library
from evidencepack.review.nations import names_of_other_nations, written_elsewhere
from evidencepack.review.reading import Reading
from evidencepack.review.register import RULES

Readings = Callable[..., Reading]
MONEY = Clause("money", "Money", (), advice=(Advice.LEGAL,), when=(parse_condition("formal = yes"),))
DATA = Clause("data", "Information", (), advice=(Advice.INFORMATION_GOVERNANCE,), nations=(Nation.ENGLAND,))


def said(reading: Reading, nation: str, *clauses: Clause, nations: tuple[Nation, ...] = (Nation.ENGLAND,)) -> list[str]:
    mou = replace(reading.library["mou"], clauses=clauses, nations=nations)
    library = Library({**reading.library.kinds, "mou": mou}, reading.library.rules)
    tender = Record("tender-1", "tender", "TBN", "tender-1", {"nation": nation})
    facts = replace(reading.facts, records={**reading.facts.records, "tender-1": tender})
    placed = replace(reading, library=library, facts=facts)
    found: list[Finding] = list(written_elsewhere(placed, library.rules["NA-51"]))
    assert all((one.record, one.field) in {("mou-1", ""), ("tender-1", "tender-1/nation")} for one in found)
    return [one.message for one in found]


def test_words_of_the_tenders_own_nation_need_no_warning(reading: Readings) -> None:
    assert said(reading(), "england", DATA, MONEY) == []
    assert said(reading(), "", DATA) == []


def test_words_for_another_nation_name_the_advisers_of_their_clauses(reading: Readings) -> None:
    assert said(reading({"formal": True}), "wales", MONEY, DATA) == [
        "TBN-MOU-01: england/wales; a solicitor and an information governance lead"
    ]
    assert said(reading(), "wales", MONEY, DATA) == ["TBN-MOU-01: england/wales; an information governance lead"]
    assert said(reading(), "scotland") == ["TBN-MOU-01: england/scotland; somebody who knows the rules there"]


def test_all_papers_of_another_nation_are_one_finding_that_names_the_first(reading: Readings) -> None:
    papers = tuple(Record(f"m{at}", "mou", f"TBN-MOU-{at:02}", "tender-1", {}) for at in range(1, 12))
    many = replace(reading(), documents=papers)
    references = ", ".join(f"TBN-MOU-{at:02}" for at in range(1, 9))
    assert said(many, "wales") == [f"{references} and 3 more papers: england/wales; somebody who knows the rules there"]


def test_a_kind_that_is_ready_names_the_parts_that_are_not(reading: Readings) -> None:
    both = (Nation.ENGLAND, Nation.WALES)
    assert said(reading(), "wales", DATA, nations=both) == [
        "Mou TBN-MOU-01: “Information”; an information governance lead"
    ]
    assert said(reading(), "wales", replace(DATA, nations=both), nations=both) == []


def named(nation: str, *records: Record, **answers: Answer) -> list[str]:
    """What is said of the law of others in a memorandum of the shipped kinds."""
    mou = Record("mou-1", "mou", "TBN-MOU-01", "t", answers)
    facts = {one.id: one for one in (Record("t", "tender", "TBN", "", {"nation": nation}), mou, *records)}
    reading = Reading("t", (mou,), Facts("t", facts), LIBRARY, date(2027, 2, 15))
    rules = ("NA-52", "NA-53")
    return [finding.message for name in rules for finding in RULES[name](reading, LIBRARY.rules[name])]


@pytest.mark.parametrize(
    ("nation", "law", "count"),
    [
        ("", "england_wales", 0),
        ("england", "england_wales", 0),
        ("wales", "england_wales", 0),
        ("scotland", "england_wales", 1),
        ("northern_ireland", "england_wales", 1),
        ("scotland", "scotland", 0),
        ("england", "scotland", 1),
        ("northern_ireland", "", 0),
    ],
)
def test_the_law_that_governs_a_paper_is_that_of_the_nation(nation: str, law: str, count: int) -> None:
    assert len(named(nation, law=law)) == count


def test_a_law_of_another_nation_is_said_in_words() -> None:
    assert named("scotland", law="england_wales") == [
        "Memorandum of understanding TBN-MOU-01: “Which law applies?” says “England and Wales”, "
        "and the service is in Scotland. Courts there follow their own law, so it looks copied."
    ]


@pytest.mark.parametrize(
    ("nation", "words", "names"),
    [
        ("wales", "We tell CQC, and act under the Care Act 2014.", "“CQC” and “Care Act 2014”"),
        ("scotland", "The Mental Capacity Act 2005 asks for this.", "“Mental Capacity Act 2005”"),
        ("northern_ireland", "Nobody barred by the DBS works here.", ""),
        ("northern_ireland", "The Disclosure and Barring Service may bar people.", ""),
        ("northern_ireland", "All DBS checks are seen.", "“DBS checks”"),
        (
            "northern_ireland",
            "First checks by the Disclosure and Barring Service",
            "“checks by the Disclosure and Barring Service”",
        ),
        ("wales", "First checks by the Disclosure and Barring Service, all DBS checked", ""),
        ("scotland", "Every DBS check is seen.", "“DBS check”"),
        ("england", "Registered with Care Inspectorate Wales", "“Care Inspectorate Wales”"),
        ("wales", "Registered with Care Inspectorate Wales", ""),
        ("england", "The UK GDPR, the council and the CQC", ""),
        ("scotland", "Ask DBSX or the Careful Act 2014", ""),
        ("wales", "The national data opt-out is looked at.", "“national data opt-out”"),
        ("scotland", "NATIONAL DATA OPT-OUT", "“NATIONAL DATA OPT-OUT”"),
        ("england", "The national data opt-out is looked at.", ""),
        ("wales", "NHS Act 2006; Care Act 2014 ss.2, 9", "“NHS Act 2006” and “Care Act 2014”"),
        ("northern_ireland", "We tell the integrated care board and Ofsted.", "“integrated care board” and “Ofsted”"),
        ("scotland", "The children act as guides, and no one is alone.", ""),
        ("england", "As the Housing (Scotland) Act 2001 says", "“Housing (Scotland) Act 2001”"),
        ("scotland", "As the Housing (Scotland) Act 2001 says", ""),
        ("scotland", "Renting Homes (Wales) Act 2016", "“Renting Homes (Wales) Act 2016”"),
    ],
)
def test_names_that_belong_to_another_nation_are_found_in_answers(nation: str, words: str, names: str) -> None:
    found = named(nation, purpose=words)
    assert [one.partition(" words name ")[2].partition(", of ")[0] for one in found] == ([names] if names else [])


def test_names_are_found_in_cells_and_in_the_labels_of_choices_and_said_once() -> None:
    scope = Table((Row("1", {"item": "A DSPT check"}), Row("2", {"item": "DSPT again"})))
    assert named("wales", in_scope=scope) == [
        "Memorandum of understanding TBN-MOU-01: the words name “DSPT”, of another nation. "
        "The service is in Wales, so it reads as copied. Look under: What will you do together?"
    ]


def test_records_of_a_kind_that_say_the_same_are_one_finding() -> None:
    law: dict[str, Answer] = {"contains": "personal", "sender_art6": "c", "statutory_basis": "Care Act 2014 s.9"}
    flows = [Record(f"f{at}", "data_flow", f"F{at}", "t", law) for at in (1, 2)]
    agreement = Record("d", "dsa", "TBN-DSA-01", "t", {})
    facts = {one.id: one for one in (Record("t", "tender", "TBN", "", {"nation": "wales"}), agreement, *flows)}
    reading = Reading("t", (agreement,), Facts("t", facts), LIBRARY, date(2027, 2, 15))
    [finding] = names_of_other_nations(reading, LIBRARY.rules["NA-53"])
    assert finding.field == "f1/statutory_basis"
    assert finding.message.startswith("Data flow F1, F2: the words name “Care Act 2014”, of another nation. ")


def test_a_partner_may_be_registered_elsewhere() -> None:
    partner = Record("o", "organisation", "MT", "", {"legal_name": "Registered with the Care Quality Commission"})
    parties = Table((Row("1", {"organisation": Reference("o")}),))
    assert named("scotland", partner, parties=parties) == []
