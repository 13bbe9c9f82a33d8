# SPDX-License-Identifier: MPL-2.0
"""What every source file keeps to and no other tool checks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_ALL = sorted(path for part in ("src", "tests", "packaging") for path in (_ROOT / part).rglob("*.py"))
_FILES = [path for path in _ALL if path.name != "__init__.py"]
_LONGEST_FILE = 400
_LONGEST_FUNCTION = 60
# Written so that this file does not find itself.
_NOT_RUN = re.compile("pytest[.](mark[.])?(skip|xfail|importorskip)")
_PLACES = re.compile("/(work|home|Users|root)/[a-z]|[.][.]/shared")


def _name(path: Path) -> str:
    return path.relative_to(_ROOT).as_posix()


def test_every_file_is_licensed_and_short_and_leaves_no_test_out() -> None:
    assert [fault for path in _FILES for fault in _faults(path, path.read_text(encoding="utf-8"))] == []


def _faults(path: Path, text: str) -> Iterator[str]:
    if not text.startswith("# SPDX-License-Identifier: MPL-2.0\n"):
        yield f"{_name(path)} says nothing of its licence"
    if len(text.splitlines()) > _LONGEST_FILE:
        yield f"{_name(path)} is long"
    if _NOT_RUN.search(text):
        yield f"{_name(path)} leaves a test out"


def test_no_function_is_long() -> None:
    long = [
        f"{_name(path)}: {node.name} has {node.end_lineno - node.lineno + 1} lines"
        for path in _FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno >= _LONGEST_FUNCTION
    ]

    assert long == []


def test_package_files_are_empty() -> None:
    assert [_name(path) for path in _ALL if path.name == "__init__.py" and path.read_bytes()] == []


def test_nothing_names_the_machine_it_was_written_on() -> None:
    pages = [*_FILES, _ROOT / "Makefile", *_ROOT.glob("*.md"), *(_ROOT / "docs").rglob("*.md")]

    assert [_name(path) for path in pages if _PLACES.search(path.read_text(encoding="utf-8"))] == []
