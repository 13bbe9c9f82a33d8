# SPDX-License-Identifier: MPL-2.0
"""Functions that children are asked to call lie where children look for modules: beside those of the program."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def odd(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Return the functions of ``children/odd_functions.py``, as a module that a child finds too."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent / "children"))
    return importlib.import_module("odd_functions")
