# SPDX-License-Identifier: MPL-2.0
"""The locked packages: the same everywhere, from nowhere in particular."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_ROOMS = ("run", "app", "test", "build")


def _lock(room: str) -> str:
    return (_ROOT / "requirements" / f"{room}.txt").read_text(encoding="utf-8")


def _entries(room: str) -> dict[str, str]:
    """Version and marker by name; by name and marker where different systems have different versions."""
    pins = re.findall(r"^([a-z0-9-]+)(==[^\\\n]+?) \\$", _lock(room), re.MULTILINE)
    several = {name for name, count in Counter(name for name, _ in pins).items() if count > 1}
    return {f"{name} {pin.partition(' ; ')[2]}".strip() if name in several else name: pin for name, pin in pins}


def _locked(room: str) -> set[str]:
    return {name.partition(" ")[0] for name in _entries(room)}


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=~!\[; ]", line)[0].lower().replace("_", "-") for line in requirements}


@pytest.mark.parametrize("room", _ROOMS)
def test_a_lock_names_no_address(room: str) -> None:
    assert not re.search(r"://|www\.|--(extra-)?index|--find-links|-[if] |@ |\.(com|org|io|net)\b", _lock(room))


@pytest.mark.parametrize("name", ["run.in", "test.in", "build.in"])
def test_what_a_lock_is_made_from_names_no_address(name: str) -> None:
    assert "://" not in (_ROOT / "requirements" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("room", _ROOMS)
def test_every_package_is_pinned_with_hashes(room: str) -> None:
    lines = [line for line in _lock(room).splitlines() if line and not line.startswith("#")]
    pins = [line for line in lines if not line.startswith("    --hash=sha256:")]

    assert pins
    assert all(re.match(r"[a-z0-9-]+==\S+( ; .+)? \\$", line) for line in pins)
    assert len(_entries(room)) == len(pins)
    assert all("platform" in name for name in _entries(room) if " " in name)


def test_each_lock_holds_the_one_before_it_with_the_same_versions() -> None:
    run, app, test, build = (_entries(room) for room in _ROOMS)

    assert _missing(run, app) == _missing(app, test) == _missing(app, build) == []
    assert {name: _version(build[name]) for name in build.keys() & test.keys()} == {
        name: _version(test[name]) for name in build.keys() & test.keys()
    }


def _missing(smaller: dict[str, str], larger: dict[str, str]) -> list[str]:
    """Name what a larger lock has not: the same version, wherever the smaller one installs it or everywhere."""
    return [name for name, pin in smaller.items() if larger.get(name) not in {pin, _version(pin)}]


def _version(pin: str) -> str:
    return pin.partition(" ;")[0]


def test_what_builds_the_installers_is_installed_nowhere_else() -> None:
    assert "pyinstaller" in _entries("build")
    assert "pyinstaller" not in _entries("test")


def test_everything_asked_for_is_locked() -> None:
    project = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    tools = [
        line
        for line in (_ROOT / "requirements" / "test.in").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]

    assert _names(project["dependencies"]) <= _locked("run")
    assert _names(project["optional-dependencies"]["app"]) <= _locked("app")
    assert _names(tools) <= _locked("test")


def test_the_window_is_not_needed_to_run_the_commands() -> None:
    assert not any(name.startswith("pyside6") for name in _entries("run"))
