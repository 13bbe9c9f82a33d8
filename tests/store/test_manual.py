# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest
from sqlite_utils import Database

from evidencepack import store
from evidencepack.errors import EvidencePackError
from evidencepack.store.workspace import Workspace

PAGE = (Path(__file__).parents[2] / "docs" / "workspace.md").read_text(encoding="utf-8")


def refusals() -> list[type[EvidencePackError]]:
    # Which of them are known, and in which order, depends on what was imported before.
    for module in iter_modules(store.__path__, "evidencepack.store."):
        import_module(module.name)
    ours = (one for one in EvidencePackError.__subclasses__() if one.__module__.startswith("evidencepack.store."))
    return sorted(ours, key=lambda error: error.__name__)


@pytest.mark.parametrize("error", refusals(), ids=lambda error: error.__name__)
def test_every_refusal_is_in_the_manual_with_its_exit_code(error: type[EvidencePackError]) -> None:
    (line,) = [line for line in PAGE.splitlines() if f"`{error.__name__}`" in line]
    assert line.endswith(f"| {error.exit_code.value} |")


def test_every_table_is_in_the_manual(workspace: Workspace) -> None:
    tables = Database(workspace._connection.db).table_names()
    assert [name for name in tables if f"`{name}`" not in PAGE and not name.startswith("search_index_")] == []
