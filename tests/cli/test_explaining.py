# SPDX-License-Identifier: MPL-2.0
"""A rule of the check is explained by its name: what it looks at, what to do, on what it rests, the way out."""

from __future__ import annotations

import json

import pytest
from tests.cli.conftest import Cli
from tests.shipped import LIBRARY


@pytest.mark.parametrize("name", ["CHK-XD-06", "chk-xd-06", "XD-06", " xd-06 "])
def test_a_rule_is_explained_by_its_name_however_it_is_typed(cli: Cli, name: str) -> None:
    rule = LIBRARY.rules["XD-06"]
    said = cli("explain", name)
    assert said.code == 0
    lines = [line.strip() for line in said.out.splitlines()]
    assert lines[0] == f"CHK-XD-06: {rule.title}"
    assert f"What it looks at: {rule.looks_at}." in lines
    assert f"What to do: {rule.help}" in lines
    assert "What it rests on (practice): evaluators compare papers of one pack." in lines
    assert lines[-1].startswith("If it is wrong here: set it aside")


def test_without_a_name_every_rule_is_listed_once(cli: Cli) -> None:
    names = [line.split()[0] for line in cli("explain").out.splitlines()]
    assert sorted(names) == sorted(f"CHK-{one}" for one in LIBRARY.rules)
    told = json.loads(cli("explain", "--json").out)
    assert [one["rule"] for one in told] == names
    assert all(one["source"] and one["looks_at"] and one["help"] and one["group"] for one in told)


def test_a_rule_that_is_none_is_refused_with_the_way_on(cli: Cli) -> None:
    said = cli("explain", "CHK-ZZ-99")
    assert said.code == 4
    assert said.err == "evidencepack: No rule is called “CHK-ZZ-99”. See them all with: evidencepack explain\n"
