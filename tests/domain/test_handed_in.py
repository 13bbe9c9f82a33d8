# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
from dataclasses import replace

from evidencepack.domain.handed_in import (
    HandedIn,
    LastIssue,
    from_plain,
    last_issue,
    listing,
    order_of_issue,
    to_plain,
)
from evidencepack.domain.issue import Issue, IssuedDocument

_A, _B = HandedIn("a", "A", "MOU-1", "Memorandum", "1" * 64), HandedIn("b", "", "S-1", "<b>&{{ section")


def manifest(number: int, *order: HandedIn, withdrawn: tuple[HandedIn, ...] = ()) -> str:
    told = {"number": number, "issued": "2027-02-14T10:00:00.000000Z", "order": listing(order)}
    return json.dumps({"issue": {**told, "withdrawn": listing(withdrawn)}})


def test_the_newest_issue_knows_its_order_and_the_issue_before_it() -> None:
    found = last_issue([manifest(2, _B, withdrawn=(_A,)), manifest(1, _A, _B)])
    assert found == LastIssue(2, "2027-02-14", (_B,), (_A,), LastIssue(1, "2027-02-14", (_A, _B)))
    assert found.letters == {"a": "A", "b": ""}


def test_issues_of_before_an_order_was_listed_keep_no_letters() -> None:
    assert last_issue([]) is None
    assert last_issue(['{"issue": {"number": 1}}']) is None
    assert last_issue(["{}"]) is None


def test_it_goes_to_another_process_and_comes_back_as_it_was() -> None:
    found = last_issue([manifest(2, _B, withdrawn=(_A,)), manifest(1, _A, _B)])
    assert from_plain(json.loads(json.dumps(to_plain(found)))) == found
    assert from_plain(to_plain(None)) is None


def test_an_issue_that_does_not_list_its_order_has_that_of_its_documents() -> None:
    paper = IssuedDocument("a", "MOU-1", "Memorandum", "mou", 1, "1.0", "A", "1" * 64, "{}")
    bare = Issue("i", "t", "T-1", 1, "2027-02-14T10:00:00.000000Z", "Siân", "2027-02-14", "0.1", (), (paper,))
    assert order_of_issue(replace(bare, manifest=manifest(1, _A, _B))).order == (_A, _B)
    assert order_of_issue(replace(bare, manifest="{}")).order == (_A,)
