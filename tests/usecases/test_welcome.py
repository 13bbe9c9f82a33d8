# SPDX-License-Identifier: MPL-2.0
"""The first run: naming one's own organisation, and beginning a tender that it leads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencepack.domain.record import Record
from evidencepack.domain.values import Reference
from evidencepack.store.entering import DuplicateReferenceError
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.welcome import CannotBeNamedError, begin_tender, name_own, own_organisation
from evidencepack.usecases.workspaces import create


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Workspace]:
    with create(tmp_path / "new.evidencepack") as made:
        yield made


def lead_of(workspace: Workspace, tender: Record) -> object:
    return next(one for one in workspace.tenders() if one.id == tender.id).answers.get("lead_provider")


def test_nobody_is_known_at_first(empty: Workspace) -> None:
    assert own_organisation(empty) is None
    assert lead_of(empty, begin_tender(empty, "T-1", "A tender")) is None


def test_the_organisation_that_was_named_leads_the_first_tender(empty: Workspace) -> None:
    own = name_own(empty, "  Ferrybank Care Limited ", "Ferrybank")

    tender = begin_tender(empty, "T-1", "A tender")

    assert lead_of(empty, tender) == Reference(own.id)
    found = own_organisation(empty)
    assert found is not None
    assert dict(found.answers) == {
        "legal_name": "Ferrybank Care Limited",
        "short_name": "Ferrybank",
        "org_type": "lead_provider",
    }
    assert found.reference == "ORG-01"


def test_without_a_short_name_the_legal_one_stands_for_it(empty: Workspace) -> None:
    name_own(empty, "Ferrybank Care Limited", "")

    (found,) = empty.of_kind("organisation")
    assert found.answers["short_name"] == "Ferrybank Care Limited"


def test_whoever_led_the_last_tender_leads_the_next(workspace: Workspace) -> None:
    (before,) = workspace.tenders()

    tender = begin_tender(workspace, "T-2", "Another")

    assert lead_of(workspace, tender) == before.answers["lead_provider"]


@pytest.mark.parametrize("name", ["", "   ", "two\nlines", "x" * 2000])
def test_a_name_that_is_none_is_refused_and_nothing_is_entered(empty: Workspace, name: str) -> None:
    with pytest.raises(CannotBeNamedError, match="Nothing was changed"):
        name_own(empty, name, "")

    assert not list(empty.of_kind("organisation"))


def test_markup_and_other_scripts_are_names_like_any(empty: Workspace) -> None:
    name_own(empty, "<b>&{{ মৈত্রী", "মৈত্রী")

    (found,) = empty.of_kind("organisation")
    assert found.answers["legal_name"] == "<b>&{{ মৈত্রী"


def test_a_reference_that_is_taken_leaves_nothing_behind(workspace: Workspace) -> None:
    (before,) = workspace.tenders()

    with pytest.raises(DuplicateReferenceError):
        begin_tender(workspace, before.reference, "Again")

    assert len(workspace.tenders()) == 1
