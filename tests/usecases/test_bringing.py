# SPDX-License-Identifier: MPL-2.0
"""A tender file beside tenders that share its organisations: ours stay, theirs are offered. Or a new tender of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.values import Reference
from evidencepack.exchange.mistakes import BadTenderFileError
from evidencepack.store.imports import AlreadyImportedError
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.cloning import CannotCloneError, NewTender
from evidencepack.usecases.deciding import Keeping, accept, keep_mine
from evidencepack.usecases.finding_records import find_record
from evidencepack.usecases.importing import Imported, import_tender
from evidencepack.usecases.offers import Sort, offers
from evidencepack.usecases.origins import LIBRARY_ITEM
from evidencepack.usecases.workspaces import create, tender_facts

DAY, OLD = date(2027, 9, 1), "TBN-ASC-2027-014"
SHARED = frozenset({"organisation", "contact", "network_contact"})


@pytest.fixture
def beside(program: Program) -> Callable[..., bytes]:
    """Return the sample as another tender of the same organisations and people: its own records have other ids."""

    def make(**maitree: object) -> bytes:
        tree = json.loads(program.sample)
        text = program.sample.decode()
        own = [one for one in tree["records"] if one["kind"] not in SHARED]
        ids = [one["id"] for one in own] + [
            row["id"]
            for one in own
            for rows in one["values"].values()
            if isinstance(rows, list)
            for row in rows
            if isinstance(row, dict)
        ]
        for number, one in enumerate(ids):
            text = text.replace(one, f"01a30000-0000-7000-8000-{number:012x}")
        tree = json.loads(text)
        next(one for one in tree["records"] if one["kind"] == "tender")["reference"] = "TBN-TWO"
        next(one for one in tree["records"] if one["reference"] == "MT")["values"].update(maitree)
        return json.dumps(tree).encode()

    return make


def bring(workspace: Workspace, program: Program, data: bytes, new: NewTender | None = None) -> Imported:
    return import_tender(workspace, data, library=program.library, source="theirs.json", new=new, today=DAY)


def test_a_second_tender_of_the_same_organisations_comes_in_beside(
    workspace: Workspace, program: Program, beside: Callable[..., bytes]
) -> None:
    before = workspace.of_kind("organisation")
    found = bring(workspace, program, beside())
    assert [one.reference for one in workspace.tenders()] == [OLD, "TBN-TWO"]
    assert workspace.of_kind("organisation") == before
    assert (found.known > len(before), found.offered) == (True, 0)
    assert offers(workspace, tender_facts(workspace, "TBN-TWO"), program.library, DAY) == ()


def test_what_the_file_says_otherwise_is_offered_and_ours_stays(
    workspace: Workspace, program: Program, beside: Callable[..., bytes]
) -> None:
    found = bring(workspace, program, beside(legal_name="Maitree <b>&{{ যত্ন"))
    assert found.offered == 1
    facts = tender_facts(workspace, "TBN-TWO")
    [offer] = offers(workspace, facts, program.library, DAY)
    assert (offer.sort, offer.name) == (Sort.FILE, "MT/legal_name")
    assert (offer.yours, offer.theirs, offer.since) == ("Maitree Community Trust", "Maitree <b>&{{ যত্ন", "theirs.json")
    assert find_record(facts, "MT").answers["legal_name"] == "Maitree Community Trust"


@pytest.mark.parametrize(("taken", "name"), [(True, "Other"), (False, "Maitree Community Trust")])
def test_theirs_is_taken_over_or_ours_kept_and_it_is_not_asked_again(
    workspace: Workspace, program: Program, beside: Callable[..., bytes], *, taken: bool, name: str
) -> None:
    bring(workspace, program, beside(legal_name="Other"))
    [offer] = offers(workspace, tender_facts(workspace, "TBN-TWO"), program.library, DAY)
    if taken:
        accept(workspace, offer, library=program.library, tender="TBN-TWO")
    else:
        keep_mine(workspace, offer, Keeping(), library=program.library, today=DAY, tender="TBN-TWO")
    facts = tender_facts(workspace, "TBN-TWO")
    assert find_record(facts, "MT").answers["legal_name"] == name
    assert [one for one in offers(workspace, facts, program.library, DAY) if one.sort is Sort.FILE] == []


def test_the_same_tender_twice_is_refused_as_it_is(workspace: Workspace, program: Program) -> None:
    before = workspace.history()
    with pytest.raises(AlreadyImportedError):
        bring(workspace, program, program.sample)
    assert workspace.history() == before


def test_the_same_tender_comes_in_as_a_new_one_without_what_was_the_old_ones(
    workspace: Workspace, program: Program
) -> None:
    found = bring(workspace, program, program.sample, NewTender("KEN-1", "Kensington"))
    facts = tender_facts(workspace, "KEN-1")
    assert (found.tender.reference, facts.records[facts.tender].answers["title"]) == ("KEN-1", "Kensington")
    assert "submission_deadline" not in facts.records[facts.tender].answers
    assert any(one.path.field == "submission_deadline" for one in found.cleared)
    mou = find_record(facts, "TBN-MOU-01")
    assert workspace.history(mou.id)[0].reason == "copied from theirs.json"
    assert facts.records[facts.tender].answers["lead_provider"] == Reference(find_record(facts, "FB").id)


def test_a_file_becomes_a_new_tender_in_an_empty_workspace_twice(program: Program, tmp_path: Path) -> None:
    with create(tmp_path / "new.evidencepack") as workspace:
        bring(workspace, program, program.sample, NewTender("KEN-1"))
        bring(workspace, program, program.sample, NewTender("KEN-2"))
        assert [one.reference for one in workspace.tenders()] == ["KEN-1", "KEN-2"]
        assert len(workspace.of_kind("tender")) == 2


def test_a_reference_that_is_taken_is_refused_and_nothing_comes_in(workspace: Workspace, program: Program) -> None:
    before = workspace.history()
    with pytest.raises(CannotCloneError, match="already"):
        bring(workspace, program, program.sample, NewTender(OLD))
    assert workspace.history() == before


def test_an_organisation_of_our_reference_under_another_id_is_refused(
    workspace: Workspace, program: Program, beside: Callable[..., bytes]
) -> None:
    maitree = find_record(tender_facts(workspace, ""), "MT").id
    data = beside().replace(maitree.encode(), b"01a40000-0000-7000-8000-000000000001")
    before = workspace.history()
    with pytest.raises(BadTenderFileError, match='another organisation called "MT"'):
        bring(workspace, program, data, NewTender("KEN-1"))
    assert workspace.history() == before


def test_somebody_elses_library_stays_with_them(
    workspace: Workspace, program: Program, beside: Callable[..., bytes]
) -> None:
    tree = json.loads(beside())
    values = {"what": "case_study", "review_by": "2028-01-01"}
    item = {"id": "01a40000-0000-7000-8000-000000000002", "kind": LIBRARY_ITEM, "reference": "x", "values": values}
    tree["records"].append(item)
    bring(workspace, program, json.dumps(tree).encode())
    assert workspace.of_kind(LIBRARY_ITEM) == ()


def test_an_origin_of_a_stranger_offers_only_what_can_be_read(
    workspace: Workspace, program: Program, beside: Callable[..., bytes]
) -> None:
    maitree = find_record(tender_facts(workspace, ""), "MT").id
    facts = (f"{maitree}/legal_name", f"{maitree}/legal_name/x/y", f"{maitree}/logo", "nowhere/at_all", "")
    rows = [
        {"id": f"01a40000-0000-7000-8000-{number:012x}", "cells": {"fact": fact, "theirs": said}}
        for number, (fact, said) in enumerate(zip(facts, ("{", '"x"', '{"sha256": "x"}', '"y"', "1"), strict=True))
    ]
    values = {"source": "file", "source_name": "<b>&{{", "offers": rows}
    origin = {"id": "01a40000-0000-7000-8000-0000000000ff", "kind": "origin", "reference": "FROM-01", "values": values}
    tree = json.loads(beside())
    tree["records"].append(origin)
    bring(workspace, program, json.dumps(tree).encode())
    assert offers(workspace, tender_facts(workspace, "TBN-TWO"), program.library, DAY) == ()
