# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.domain.slots import slots_of
from evidencepack.exchange.mistakes import BadTenderFileError, NewerTenderFileError
from evidencepack.paths.faults import CannotWriteError
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.adding import new_tender
from evidencepack.usecases.portal_rules import (
    TENDER_RULES,
    save_rules,
    saved_rules,
    taken_sentences,
    taking_rules,
    use_rules,
)
from evidencepack.usecases.workspaces import create, tender_facts


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with a tender of which nothing but the title is known."""
    with create(tmp_path / "new.evidencepack") as workspace:
        new_tender(workspace, "ABC-01", "Home care in Northwick")
        yield workspace


@pytest.fixture
def rules(sample_facts: Facts, program: Program, tmp_path: Path) -> Path:
    """The rules of the sample's portal, as a file."""
    file = tmp_path / "rules.json"
    save_rules(sample_facts, file, program.library)
    return file


def test_a_new_tender_gets_the_slots_and_rules_but_no_questions_and_nothing_that_goes_in(
    begun: Workspace, rules: Path, sample_facts: Facts, program: Program
) -> None:
    use_rules(begun, rules, program.library)
    (old,), (new,) = slots_of(sample_facts), slots_of(tender_facts(begun, ""))
    assert (new.name, new.formats, new.max_sides, new.uncounted, new.naming, new.look) == (
        old.name, old.formats, old.max_sides, old.uncounted, old.naming, old.look,
    )  # fmt: skip
    assert old.questions
    assert (new.questions, new.held, new.reference) == ((), (), "SL-01")
    tender = tender_facts(begun, "").records[tender_facts(begun, "").tender]
    assert set(tender.answers) - {"title"} <= set(TENDER_RULES)
    assert tender.answers["title"] == "Home care in Northwick"


def test_nothing_but_rules_leaves_with_the_file(rules: Path, sample_facts: Facts) -> None:
    said = rules.read_text(encoding="utf-8")
    kinds = [one["kind"] for one in json.loads(said)["records"]]
    assert kinds == ["tender", "slot"]
    questions = [str(one.answers["text"]) for one in sample_facts.of_kind("question")]
    assert not [text for text in questions if text in said]


def test_what_a_tender_says_itself_stays_and_is_named(begun: Workspace, rules: Path, program: Program) -> None:
    use_rules(begun, rules, program.library)
    again = use_rules(begun, rules, program.library)
    assert (again.changes, again.added, again.known) == ((), (), ("Quality appendices",))
    tree = json.loads(rules.read_bytes())
    tree["records"][0]["values"]["typeface"] = "Verdana"
    tree["records"][1]["values"]["name"] = "  quality   APPENDICES "
    rules.write_text(json.dumps(tree), encoding="utf-8")
    other = use_rules(begun, rules, program.library)
    assert (other.added, other.kept) == ((), ("Which typeface does the buyer ask for?",))
    assert any("keeps what it says: Which typeface" in sentence for sentence in taken_sentences(other))


def test_what_was_taken_and_what_is_left_to_do_is_said(begun: Workspace, rules: Path, program: Program) -> None:
    said = list(taken_sentences(use_rules(begun, rules, program.library)))
    assert said[0].startswith("From “Portal rules: LB Thamesbourne”: 1 place on the portal, with ")
    assert said[1].startswith("Which questions a place is for, and what goes into it, belong to each tender")


def test_the_same_rules_are_the_same_bytes_and_no_file_is_overwritten(
    rules: Path, sample_facts: Facts, program: Program
) -> None:
    assert rules.read_bytes() == saved_rules(sample_facts, program.library)
    with pytest.raises(CannotWriteError, match="is there already"):
        save_rules(sample_facts, rules, program.library)


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b'{"format": "evidencepack-tender", "version": 1}', b'{"format": "evidencepack-portal-rules"}'],
)
def test_a_file_of_something_else_is_refused_and_nothing_changes(
    begun: Workspace, tmp_path: Path, program: Program, data: bytes
) -> None:
    (tmp_path / "other.json").write_bytes(data)
    before = len(begun.history())
    with pytest.raises(BadTenderFileError):
        use_rules(begun, tmp_path / "other.json", program.library)
    assert len(begun.history()) == before


def test_rules_of_a_newer_program_are_refused(sample_facts: Facts, rules: Path, program: Program) -> None:
    tree = json.loads(rules.read_bytes()) | {"version": 2}
    with pytest.raises(NewerTenderFileError, match="install the newer one"):
        taking_rules(sample_facts, json.dumps(tree).encode(), program.library)


def test_a_rule_that_no_program_can_keep_is_named_with_its_place(
    sample_facts: Facts, rules: Path, program: Program
) -> None:
    tree = json.loads(rules.read_bytes())
    tree["records"][1]["values"]["name_letters"] = "runes"
    with pytest.raises(BadTenderFileError, match="name_letters"):
        taking_rules(sample_facts, json.dumps(tree).encode(), program.library)
