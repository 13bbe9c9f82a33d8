# SPDX-License-Identifier: MPL-2.0
"""No modules import each other in a circle, not even where a function imports later: each can be read by itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

_SOURCE = Path(__file__).resolve().parents[2] / "src"
_MODULES = {".".join(path.relative_to(_SOURCE).with_suffix("").parts): path for path in _SOURCE.rglob("*.py")}


def _imports(node: ast.AST) -> Iterator[str]:
    """Yield what a module imports when it is read or later, but not what only names its types."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and isinstance(child.test, ast.Name) and child.test.id == "TYPE_CHECKING":
            continue
        if isinstance(child, ast.ImportFrom) and child.module:
            yield from (f"{child.module}.{one.name}" for one in child.names)
            yield child.module
        elif isinstance(child, ast.Import):
            yield from (one.name for one in child.names)
        elif isinstance(child, ast.stmt | ast.ExceptHandler | ast.match_case):
            yield from _imports(child)


def _circle(imports: dict[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_modules_of_the_window_import_each_other_in_no_circle() -> None:
    window = {name: path for name, path in _MODULES.items() if name.startswith("evidencepack.ui.")}
    imports = {name: set(_imports(ast.parse(path.read_bytes()))) & set(_MODULES) for name, path in window.items()}

    assert sum(map(len, imports.values())) > len(window)
    assert _circle(imports) == []
    assert _circle({**imports, "evidencepack.ui.shell.registry": {"evidencepack.ui.shell.makers"}}) != []
