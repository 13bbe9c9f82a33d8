# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

import pytest

from evidencepack.usecases import workspaces


def test_revisions_name_the_installed_version() -> None:
    workspaces._app_version.cache_clear()
    assert workspaces._app_version() == version("evidencepack")


def test_a_source_tree_that_was_never_installed_still_opens_workspaces(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_name: str) -> str:
        raise PackageNotFoundError

    workspaces._app_version.cache_clear()
    monkeypatch.setattr(workspaces, "version", nothing)
    assert workspaces._app_version() == "not installed"
    workspaces._app_version.cache_clear()
