# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

import pytest

from evidencepack.usecases import workspaces


def test_revisions_name_the_installed_version() -> None:
    workspaces.app_version.cache_clear()
    assert workspaces.app_version() == version("evidencepack")


def test_a_source_tree_that_was_never_installed_still_opens_workspaces(monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_name: str) -> str:
        raise PackageNotFoundError

    workspaces.app_version.cache_clear()
    monkeypatch.setattr("importlib.metadata.version", nothing)
    assert workspaces.app_version() == "not installed"
    workspaces.app_version.cache_clear()
