# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.shipped import LIBRARY

from evidencepack.domain.trade import PartnerType
from evidencepack.library.loader import inspect_library, load_library
from evidencepack.library.partner_types import FILE, points_to_show, starter_named
from evidencepack.library.sentences import sentences
from evidencepack.paths.resources import resource


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(resource("kinds"), tmp_path_factory.mktemp("library") / "kinds"))


@pytest.fixture
def after(kinds: Path) -> Callable[[str, str], list[str]]:
    """Change words of the shipped file and list the mistakes."""

    def change(old: str, new: str) -> list[str]:
        text = resource(FILE).read_text(encoding="utf-8")
        assert old in text
        (kinds.parent / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
        return [f"{error.file}, {error.key}: {error.problem}" for error in inspect_library(kinds)[1]]

    return change


def test_every_type_of_partner_has_its_words() -> None:
    assert set(LIBRARY.partner_types) == set(PartnerType)
    for guide in LIBRARY.partner_types.values():
        assert max(map(sentences, (guide.best_for, guide.risk, guide.answer))) <= 2
        assert len(points_to_show(guide, LIBRARY.kinds)) >= 5
        assert guide.kinds
        assert guide.organisations


def test_each_begins_with_a_case_and_a_task_on_the_responsibility_map() -> None:
    for guide in LIBRARY.partner_types.values():
        assert {"raci", "case_study"} <= {name.partition("/")[0] for name in guide.starters}


def test_a_starter_is_found_by_its_kind_and_its_name() -> None:
    found = starter_named("raci/community_plan", LIBRARY.kinds)
    assert found in LIBRARY["raci"].starters
    assert [starter_named(name, LIBRARY.kinds) for name in ("raci/none", "none/community_plan", "")] == [None] * 3


def test_a_library_without_the_file_has_no_types(kinds: Path) -> None:
    (kinds.parent / FILE).unlink(missing_ok=True)
    assert load_library(kinds).partner_types == {}


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('id = "digital"', 'id = "vcse"', "partner_type vcse.id: 'vcse' is used twice"),
        ('id = "digital"', 'id = "vcse"', "partner_type digital: is missing"),
        ('id = "digital"', 'id = "church"', "partner_type church.id: 'church' is not known"),
        ('title = "Digital partner"', "", "partner_type digital.title: is missing"),
        ('title = "Digital partner"', 'title = "D"\ncolour = 1', "partner_type digital.colour: is not a known key"),
        ('organisations = ["digital"]', 'organisations = ["vcse"]', "organisations vcse: is there 2 times"),
        ('organisations = ["digital"]', 'organisations = ["x"]', "'x' is no choice of 'org_type' of the kind"),
        ('checks = "digital_checks"', 'checks = "decision_note"', "'decision_note' is no list of choices of the kind"),
        ('"dsa", "info_flow_access"', '"dsa", "poem"', "partner_type digital.kinds: there is no kind 'poem'"),
        ('"raci/system_fault"', '"raci/fault"', "there is no starter 'raci/fault'; write it as kind/starter"),
        ('"raci/system_fault"', '"raci/recruitment"', "'raci/recruitment' is not meant for digital"),
        ("[[partner_type]]", "[[partner]]", "partner_types.toml, partner: is not a known key"),
        ("[[partner_type]]", "[partner", "partner_types.toml, file: is not TOML"),
    ],
)
def test_a_mistake_is_named_with_its_place(
    after: Callable[[str, str], list[str]], old: str, new: str, problem: str
) -> None:
    assert any(problem in found for found in after(old, new))
