# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from pathlib import Path

import pytest

from evidencepack.domain.trade import Severity
from evidencepack.library.loader import inspect_library, load_library

RULE = """
[[rule]]
id = "RQ-01"
severity = "warns"
title = "A required answer is missing"
message = "{document}: {label} is empty."
help = "Answer it."
"""


@pytest.fixture
def rules(folder: Path) -> Path:
    file = folder.parent / "review" / "rules.toml"
    file.parent.mkdir()
    return file


def test_a_library_without_rules_has_none(folder: Path) -> None:
    assert load_library(folder).rules == {}


def test_the_words_of_a_rule_are_read_by_its_id(folder: Path, rules: Path) -> None:
    rules.write_text(RULE, encoding="utf-8")
    words = load_library(folder).rules["RQ-01"]
    assert words.severity is Severity.WARNS
    assert words.message == "{document}: {label} is empty."
    assert words.row_message == ""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (RULE.replace("RQ-01", "rq1"), "rule rq1.id: is not two capitals, a hyphen and two digits"),
        (RULE + RULE, "rule RQ-01.id: is not two capitals"),
        (RULE.replace("warns", "shouts"), "rule RQ-01.severity: 'shouts' is not known; choose from blocks, warns"),
        (RULE.replace('help = "Answer it."', ""), "rule RQ-01.help: is missing"),
        (RULE.replace("{label}", "{label.x}"), "rule RQ-01.message: a place to fill is one name in braces"),
        (RULE.replace("{label}", "{"), "rule RQ-01.message: a place to fill is one name in braces"),
        (RULE + 'fix = "x"', "rule RQ-01.fix: is not a known key"),
        ("rules = 1", "rules: is not a known key"),
        ("rule = ", "file: is not TOML"),
    ],
)
def test_a_wrong_rule_is_refused(folder: Path, rules: Path, text: str, problem: str) -> None:
    rules.write_text(text, encoding="utf-8")
    [error, *_] = inspect_library(folder)[1]
    assert error.file == "rules.toml"
    assert f"{error.key}: {error.problem}".startswith(problem)
