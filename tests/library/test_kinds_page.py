# SPDX-License-Identifier: MPL-2.0
"""docs/kinds.md says everything the loader knows, and its example is a kind."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from evidencepack.domain.trade import (
    Advice,
    Audience,
    EvaluatorQuestion,
    Nation,
    PartnerType,
    Severity,
    SignatureStage,
    Strength,
    Visibility,
    Weight,
)
from evidencepack.domain.values import FieldType, Frequency
from evidencepack.library.loader import inspect_library
from evidencepack.library.model import Accepts
from evidencepack.library.toml_table import TomlTable
from evidencepack.library.vocabulary import KNOWN_FILTERS, LAW_TERMS, LAYOUTS, NOTICES, SIGNING
from evidencepack.paths.resources import resource

PAGE = Path(__file__).parents[2] / "docs" / "kinds.md"
TEXT = PAGE.read_text(encoding="utf-8")
CODE = set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL)))
WORDS: list[Iterable[str]] = [
    *(
        [word.value for word in known]
        for known in (
            Advice,
            Audience,
            EvaluatorQuestion,
            PartnerType,
            Severity,
            SignatureStage,
            Strength,
            Visibility,
            Weight,
        )
    ),
    [kind.value for kind in FieldType],
    [what.value for what in Accepts],
    [often.value for often in Frequency],
    LAYOUTS,
    [nation.value for nation in Nation],
    LAW_TERMS,
    NOTICES,
    SIGNING,
]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """Return the shipped kinds with the example of the page beside them."""
    kinds = shutil.copytree(resource("kinds"), tmp_path / "kinds")
    blocks = re.findall(r"```toml\n(.*?)```", TEXT, flags=re.DOTALL)
    (kinds / "documents" / "zz_example.toml").write_text("\n".join(blocks), encoding="utf-8")
    return kinds


def test_the_example_of_the_page_is_a_kind_without_a_mistake(example: Path) -> None:
    library, problems = inspect_library(example)
    assert [f"{error.key}: {error.problem}" for error in problems if "zz_example" in error.file] == []
    assert {field.type for field in library["joint_visit"].fields.values()} == set(FieldType)


def test_the_page_explains_every_key_that_the_loader_asks_for(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()
    take = TomlTable._take

    def noting(table: TomlTable, key: str, default: object) -> object:
        asked.add(key)
        return take(table, key, default)

    monkeypatch.setattr(TomlTable, "_take", noting)
    inspect_library(example)
    tables = {"step", "field", "column", "choice", "clause", "schedule", "cell", "signature", "starter", "rule"}
    assert {key for key in asked - tables if key not in CODE} == set()
    assert {table for table in tables if f"[[{table}]]" not in TEXT} == set()


@pytest.mark.parametrize("words", WORDS)
def test_the_page_explains_every_word_of_the_closed_lists(words: Iterable[str]) -> None:
    assert {word for word in words if word not in CODE} == set()


@pytest.mark.parametrize("name", KNOWN_FILTERS)
def test_the_page_explains_every_filter(name: str) -> None:
    argument = "('column')" if KNOWN_FILTERS[name].arguments else ""
    assert f"| `{name}{argument}` |" in TEXT


@pytest.mark.parametrize(
    "form", ["field = value", "field in [a, b]", "field set", "field != value", "field not in [a, b]", "field not set"]
)
def test_the_page_explains_every_form_of_a_condition(form: str) -> None:
    assert form in CODE


def test_every_key_of_the_page_but_shared_is_used_in_its_example() -> None:
    rows: list[str] = re.findall(r"^\| `([a-z_]+)` \|", TEXT, flags=re.MULTILINE)
    keys = set(rows) - {word for words in WORDS for word in words} - set(KNOWN_FILTERS)
    assert {key for key in keys if f"{key} = " not in TEXT} == {"shared"}
