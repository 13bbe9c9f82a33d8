# SPDX-License-Identifier: MPL-2.0
"""Where the files that come with the program are found."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidencepack.paths import resources
from evidencepack.paths.resources import MissingResourceError, resource


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    resources._root.cache_clear()
    yield
    resources._root.cache_clear()


def test_a_checkout_finds_them_beside_the_source() -> None:
    assert resource("fonts", "Arimo-Regular.ttf").is_file()


def test_a_wheel_finds_them_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site-packages" / "evidencepack"
    (package / "resources" / "kinds").mkdir(parents=True)
    monkeypatch.setattr(resources, "_PACKAGE", package)

    assert resource("kinds") == package / "resources" / "kinds"


def test_a_frozen_app_finds_them_where_it_was_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "evidencepack" / "resources" / "kinds").mkdir(parents=True)
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)

    assert resource("kinds") == tmp_path / "evidencepack" / "resources" / "kinds"


def test_a_missing_file_is_named() -> None:
    with pytest.raises(MissingResourceError, match=r"kinds/none\.toml is missing.*Install the program again"):
        resource("kinds", "none.toml")


def test_a_damaged_installation_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "a" / "b" / "c")

    with pytest.raises(MissingResourceError, match="own files are missing"):
        resource("kinds")
