# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from evidencepack.domain.values import Table
from evidencepack.exchange.tender_file import TenderFile, write_tender_file
from evidencepack.library.model import Library

Read = Callable[[object], TenderFile]
Mistakes = Callable[[object], tuple[str, ...]]
Tree = dict[str, Any]
OTHER = "01a0b0c0-0000-7000-8000-0000000000ff"


def test_records_must_be_a_list(tree: Tree, mistakes: Mistakes) -> None:
    assert "records: expected a list" in mistakes({**tree, "records": "none"})


@pytest.mark.parametrize("key", ["id", "kind", "reference", "values"])
def test_every_key_of_a_record_is_needed(key: str, tree: Tree, mistakes: Mistakes) -> None:
    del tree["records"][3][key]
    assert f"records[3].{key}: is missing" in mistakes(tree)


def test_a_record_is_an_object(tree: Tree, mistakes: Mistakes) -> None:
    tree["records"].append(7)
    assert mistakes(tree) == ("records[4]: expected an object with id, kind, reference, values",)


def test_an_unknown_key_of_a_record_is_named(tree: Tree, mistakes: Mistakes) -> None:
    tree["records"][3]["colour"] = "red"
    assert mistakes(tree) == ("records[3].colour: is not a known key; known are example, id, kind, reference, values",)


@pytest.mark.parametrize("wrong", ["7", "01a0b0c0-0000-4000-8000-000000000001", OTHER.upper(), 7, None])
def test_an_id_is_a_uuid_of_version_7(wrong: object, tree: Tree, mistakes: Mistakes) -> None:
    tree["records"][3]["id"] = wrong
    assert "records[3].id: expected a UUID version 7 in lower case" in mistakes(tree)


def test_no_id_stands_twice_not_even_on_a_row(tree: Tree, mistakes: Mistakes) -> None:
    tree["records"][3]["values"]["actions"][0]["id"] = tree["records"][1]["id"]
    (found,) = mistakes(tree)
    assert found == f'records[3].values.actions[0].id: "{tree["records"][1]["id"]}" is also the id at records[1].id'


@pytest.mark.parametrize(
    ("kind", "problem"),
    [("risk", 'there is no kind "risk" in this version of the program'), (7, "expected text")],
)
def test_a_kind_must_be_known(kind: object, problem: str, tree: Tree, mistakes: Mistakes) -> None:
    tree["records"][3]["kind"] = kind
    assert mistakes(tree) == (f"records[3].kind: {problem}",)


def test_every_record_is_called_by_something(tree: Tree, mistakes: Mistakes) -> None:
    tree["records"][3]["reference"] = " \x00"
    assert mistakes(tree) == ("records[3].reference: is empty; every record is called by something",)


@pytest.mark.parametrize(
    ("reference", "problem"),
    [
        ("R" * 61, "has 61 characters; at most 60 are allowed"),
        ("one\r\ntwo", "holds a line break or a tab; it stands in one line"),
        ("one\ttwo", "holds a line break or a tab; it stands in one line"),
        (7, "expected text"),
        (None, "expected text"),
        ("", "is empty; every record is called by something"),
    ],
)
def test_a_reference_is_one_short_line(reference: object, problem: str, tree: Tree, mistakes: Mistakes) -> None:
    tree["records"][3]["reference"] = reference
    assert mistakes(tree) == (f"records[3].reference: {problem}",)


def test_a_reference_is_cleaned_with_a_note_of_its_path(tree: Tree, read: Read) -> None:
    tree["records"][3]["reference"] = " M\x0741 e\u0301 "
    file = read(tree)
    assert file.records[3].reference == "M41 é"
    assert file.notes == ("records[3].reference: 1 character that cannot be printed was removed.",)


def test_the_longest_reference_is_read(tree: Tree, read: Read) -> None:
    tree["records"][3]["reference"] = "মৈ" * 30
    assert read(tree).records[3].reference == "মৈ" * 30


@pytest.mark.parametrize(("key", "wrong"), [("kind", "risk"), ("id", "not-an-id"), ("values", 7), ("kind", None)])
def test_pointing_at_a_record_with_a_mistake_is_no_second_mistake(
    key: str, wrong: object, tree: Tree, mistakes: Mistakes
) -> None:
    lead = tree["records"][1]["id"]
    tree["records"][1][key] = wrong
    everywhere = json.dumps(tree).replace(lead, tree["records"][1]["id"])
    (found,) = mistakes(json.loads(everywhere))
    assert found.startswith(f"records[1].{key}: ")


def test_a_tender_with_a_wrong_id_is_still_there(tree: Tree, mistakes: Mistakes) -> None:
    tree["records"][0]["id"] = tree["tender"] = "7"
    assert mistakes(tree) == ("records[0].id: expected a UUID version 7 in lower case",)


@pytest.mark.parametrize(("times", "more"), [(1, ""), (2, "; so does one other value"), (7, "; so do 6 other values")])
def test_a_record_that_is_not_there_is_missed_once(times: int, more: str, tree: Tree, mistakes: Mistakes) -> None:
    for number in range(times):
        meeting = {"kind": "meeting", "reference": f"M{number + 20}", "values": {"chair": OTHER}}
        tree["records"].append({"id": f"01a0b0c0-0000-7000-8000-0000000009{number:02}", **meeting})
    assert mistakes(tree) == (f'records[4].values.chair: points at record "{OTHER}", which is not in the file{more}',)


def test_two_records_of_a_kind_have_different_references(tree: Tree, mistakes: Mistakes) -> None:
    tree["records"][2]["reference"] = "FB"
    assert mistakes(tree) == (
        'records[1].reference: "FB" is used twice for organisation',
        'records[2].reference: "FB" is used twice for organisation',
    )


def test_a_file_is_about_one_tender(tree: Tree, mistakes: Mistakes) -> None:
    tree["records"].append({"id": OTHER, "kind": "tender", "reference": "TBN-2", "values": {}})
    assert mistakes(tree) == (
        "records[0].kind: a tender file has only one tender",
        "records[4].kind: a tender file has only one tender",
    )


def test_what_a_tender_has_once_stands_once(tree: Tree, mistakes: Mistakes) -> None:
    for place in (1, 2):
        tree["records"].append(
            {"id": OTHER[:-1] + str(place), "kind": "governance", "reference": f"W{place}", "values": {}}
        )
    assert "records[5].kind: a tender file has only one governance" in mistakes(tree)


def test_a_reference_must_lead_to_a_record_in_the_file(tree: Tree, mistakes: Mistakes) -> None:
    tree["records"][3]["values"]["chair"] = OTHER
    (found,) = mistakes(tree)
    assert found == f'records[3].values.chair: points at record "{OTHER}", which is not in the file'


def test_a_reference_must_lead_to_a_record_of_the_right_kind(tree: Tree, mistakes: Mistakes) -> None:
    tree["records"][3]["values"]["chair"] = tree["records"][0]["id"]
    assert mistakes(tree) == ("records[3].values.chair: points at a record of kind tender; expected organisation",)


def test_examples_keep_their_mark_on_the_way_out_and_in(tree: Tree, read: Read, library: Library) -> None:
    meeting = tree["records"][3]
    meeting["example"] = "huddle"
    meeting["values"]["actions"][0]["example"] = "ring_them"
    file = read(tree)
    actions = file.records[3].answers["actions"]
    assert isinstance(actions, Table)
    assert (file.records[3].example, actions.rows[0].example) == ("huddle", "ring_them")
    assert json.loads(write_tender_file(file, library)) == tree


@pytest.mark.parametrize("mark", ["", "Huddle", "a b", 3, None, True])
def test_a_mark_is_the_id_of_a_starter(mark: object, tree: Tree, mistakes: Mistakes) -> None:
    tree["records"][3]["example"] = mark
    tree["records"][3]["values"]["actions"][0]["example"] = mark
    found = mistakes(tree)
    assert [mistake.partition(": ")[0] for mistake in found] == [
        "records[3].values.actions[0].example",
        "records[3].example",
    ]
