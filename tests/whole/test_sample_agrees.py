# SPDX-License-Identifier: MPL-2.0
"""The sample says one thing in one way: what its documents tell agrees with its records, and they with each other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.whole.conftest import Sample
from tests.whole.reading import folded, pdf_text

from evidencepack.bootstrap import Program

# What the pack calls things by: measures, risks, promises, checks, decisions, stop-rules, response times, handovers,
# gateways, meetings, flows, activities and papers. A postcode is none of them.
_REFERENCE = re.compile(
    r"\b(?:(?:KPI|RK|SV|PR|D|R)-\d\d|(?:SR|AU)-\d|RT\d+|[HGMF]\d{1,2}|TBN-[A-Z]+-[A-Z0-9]+)\b(?! ?\d[A-Z])"
)
_MEASURE, _SHARE = re.compile(r"\bKPI-\d\d\b"), re.compile(r"\b(\d+) of (\d+)\b")
_TIME = re.compile(r"[Ww]ithin (\d+) (working )?(minute|hour|day)s?\b")
_OFTEN = {
    "daily": "daily",
    "weekly": "weekly",
    "monthly": "monthly",
    "quarterly": "quarterly",
    "six-weekly": "every_6_weeks",
}
_NUMBERS = {"two": "2", "six": "6", "twelve": "12", "twenty-four": "24"}
# One number each, wherever it is said. What comes on top when demand rises is said in other words.
_SAID_ONCE = (
    r"(\S+) sessions a week",
    r"(\S+) (?:furnished |step-down )+flats",
    r"(\S+) apprenticeships started",
    r"(\S+) placements over",
    r"(\S+) coaching days a year",
    r"up to (\S+) users",
    r"(\S+) paid hours",
    r"(\S+) (?:screened )?cohorts",
    r"(?:[Aa]udits?(?: of)?|Audit care records|look at|ourselves: at) (\d+) (?:files|care records)",
    r"(\S+) handovers a month",
)


@pytest.fixture(scope="module")
def records(program: Program) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(program.sample)["records"]
    return found


@pytest.fixture(scope="module")
def pack(sample: Sample) -> str:
    return pdf_text(sample.files["pack.pdf"])


def test_every_reference_in_the_pack_is_of_something_that_the_tender_holds(
    pack: str, records: list[dict[str, Any]]
) -> None:
    known = {record["reference"] for record in records} | {
        cells["ref"] for raci in _values(records, "raci") for cells in _cells(raci["activities"])
    }
    named = set(_REFERENCE.findall(pack.replace("TBN-ASC-2027-014", "")))
    assert len(named) > 80
    assert named - known == set()


def test_every_share_told_of_a_measure_is_one_of_its_results(records: list[dict[str, Any]]) -> None:
    results = {record["reference"]: _results(record["values"]) for record in records if record["kind"] == "kpi"}
    told = 0
    for told_of, share, where in _shares(records):
        assert share in results[told_of], where
        told += 1
    assert told > 12


@pytest.mark.parametrize("said", _SAID_ONCE)
def test_a_number_that_stands_in_several_documents_is_the_same_in_each(said: str, pack: str) -> None:
    found = [_NUMBERS.get(word.casefold(), word) for word in re.findall(said, pack)]
    numbers = {word for word in found if word[0].isdigit()}
    assert len(numbers) == 1


def test_whoever_is_told_to_chair_a_meeting_chairs_it(records: list[dict[str, Any]]) -> None:
    people, meetings, told = _people(records), _values(records, "meeting"), 0
    for text in _texts(records):
        for before, chair in re.findall(r"([^.]*?), chaired by (\w+)", text):
            last_named = max(meetings, key=lambda one: _place(one["short_name"], before))
            assert people[last_named["chair"]].startswith(chair), text
            told += 1
    assert told > 2


def test_how_often_a_meeting_is_said_to_be_held_is_how_often_it_is(pack: str, records: list[dict[str, Any]]) -> None:
    told = 0
    for meeting in _values(records, "meeting"):
        short, whole = meeting["short_name"], meeting["name"]
        for name in {whole, short if whole.casefold().endswith(short.casefold()) else whole}:
            for word in re.findall(rf"([\w-]+) {name}\b", pack, re.IGNORECASE):
                often = _OFTEN.get(word.casefold())
                assert often in {None, meeting["freq"]}, f"{word} {name}"
                told += often is not None
    assert told > 5


def test_each_narrative_names_the_lead_and_the_deputy_of_its_partner(records: list[dict[str, Any]]) -> None:
    people = _people(records)
    given = {one["party"]: (one["named_lead"], one["deputy"]) for one in _values(records, "contribution")}
    for narrative in _values(records, "narrative"):
        assert all(people[person] in narrative["p2_delivery"] for person in given[narrative["partner"]])


def test_each_time_in_a_narrative_is_one_that_was_agreed(records: list[dict[str, Any]]) -> None:
    agreed = {_time(one["within"]) for one in _values(records, "response_time")}
    agreed |= {_time(one["decide_within"]) for one in _values(records, "escalation_level")}
    told = [found for one in _values(records, "narrative") for text in _strings(one) for found in _TIME.findall(text)]
    assert len(told) > 6
    assert {f"{amount} {working}{unit}" for amount, working, unit in told} - agreed == set()


def test_whoever_lifts_a_stop_rule_acts_on_stop_rules_in_the_responsibility_map(records: list[dict[str, Any]]) -> None:
    (raci,) = _values(records, "raci")
    (activity,) = (row["id"] for row in raci["activities"] if "stop-rules" in row["cells"]["activity"])
    holds = {row["id"]: row["cells"]["person"] for row in raci["roles"]}
    letters = [cells for cells in _cells(raci["letters"]) if cells["activity"] == activity]
    acting = {holds[cells["role"]] for cells in letters if cells["letter"] in {"a", "r", "a_r"}}
    assert {rule["lifted_by"] for rule in _values(records, "stop_rule")} <= acting


def test_the_years_of_a_promise_come_to_what_it_promises_in_all(records: list[dict[str, Any]]) -> None:
    promises = [one for one in _values(records, "commitment") if one["unit"] != "pct"]
    assert len(promises) > 6
    for one in promises:
        years = [float(one[f"year_{year}"]["amount"]) for year in (1, 2, 3)]
        assert sum(years) == float(one["total"]["amount"]), one["promise"]


def _values(records: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [record["values"] for record in records if record["kind"] == kind]


def _cells(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return (row["cells"] for row in rows)


def _people(records: list[dict[str, Any]]) -> dict[str, str]:
    return {record["id"]: record["values"]["full_name"] for record in records if record["kind"] == "contact"}


def _place(name: str, text: str) -> int:
    return text.casefold().rfind(name.casefold())


def _strings(answer: object) -> Iterator[str]:
    if isinstance(answer, str):
        yield folded(answer)
    elif isinstance(answer, dict | list):
        for part in answer.values() if isinstance(answer, dict) else answer:
            yield from _strings(part)


def _texts(records: list[dict[str, Any]]) -> Iterator[str]:
    return (text for record in records for text in _strings(record["values"]))


def _results(kpi: dict[str, Any]) -> set[tuple[int, int]]:
    """Return the cases that met a measure in each period and in all, out of how many."""
    readings = [cells for cells in _cells(kpi["readings"]) if "met" in cells and "cases" in cells]
    each = [(int(cells["met"]["amount"]), int(cells["cases"]["amount"])) for cells in readings]
    return {*each, (sum(met for met, _ in each), sum(cases for _, cases in each))}


def _shares(records: list[dict[str, Any]]) -> Iterator[tuple[str, tuple[int, int], str]]:
    """Give each share in a sentence or row that names one measure: the measure, the share, and where it is told."""
    for record in records:
        for value in record["values"].values():
            for row in value if isinstance(value, list) else [value]:
                yield from _shares_in(" ".join(_strings(row)))


def _shares_in(text: str) -> Iterator[tuple[str, tuple[int, int], str]]:
    measures = set(_MEASURE.findall(text))
    if len(measures) == 1:
        (measure,) = measures
        yield from ((measure, (int(met), int(cases)), text) for met, cases in _SHARE.findall(text))


def _time(within: dict[str, str]) -> str:
    return f"{within['amount']} {within['unit'].replace('_', ' ').rstrip('s')}"
