# SPDX-License-Identifier: MPL-2.0
"""Setting up: once, and again only when the lock changes."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import set_up


class _Pip:
    """Stands for venv and pip: remembers what was asked."""

    def __init__(self, python: Path, *, failing: str = "") -> None:
        self.asked: list[str] = []
        self._python = python
        self._failing = failing

    def __call__(self, command: list[object], **_named: object) -> subprocess.CompletedProcess[str]:
        words = " ".join(str(word) for word in command)
        self.asked.append(words)
        if "-m venv" in words:
            self._python.parent.mkdir(parents=True)
            self._python.touch()
        return subprocess.CompletedProcess([], 1 if self._failing and self._failing in words else 0)

    def installs(self) -> list[str]:
        return [words.rpartition("/")[2] for words in self.asked if " install " in words]


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "requirements").mkdir()
    for room in ("run", "app", "test"):
        (tmp_path / "requirements" / f"{room}.txt").write_text(room, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]", encoding="utf-8")
    monkeypatch.setattr(set_up, "ROOT", tmp_path)
    monkeypatch.setattr(set_up, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(set_up, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    monkeypatch.setenv("NO_SYSTEM", "1")
    return tmp_path


def _run(clone: Path, monkeypatch: pytest.MonkeyPatch, room: str, *, failing: str = "") -> tuple[int, _Pip]:
    pip = _Pip(clone / ".venv" / "bin" / "python", failing=failing)
    with monkeypatch.context() as patch:
        patch.setattr("subprocess.run", pip)
        patch.setattr(set_up, "install_missing", lambda _room: None)
        patch.setattr(set_up, "fetch_validator", lambda _environment: None)
        return set_up.main([room]), pip


def test_the_first_run_installs_and_the_second_does_nothing(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (_run(clone, monkeypatch, "run") for _ in range(2))

    assert (first[0], second[0]) == (0, 0)
    assert first[1].installs() == ["run.txt", clone.name]
    assert second[1].installs() == []


def test_packages_come_by_hash_and_as_wheels(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, pip = _run(clone, monkeypatch, "test")

    assert any("--require-hashes --only-binary :all:" in words for words in pip.asked)


def test_a_changed_lock_is_installed_again(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _run(clone, monkeypatch, "app")
    (clone / "requirements" / "app.txt").write_text("newer", encoding="utf-8")

    _, pip = _run(clone, monkeypatch, "app")

    assert pip.installs() == ["app.txt"]


def test_an_environment_that_does_not_run_is_made_anew(clone: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _run(clone, monkeypatch, "run")

    code, pip = _run(clone, monkeypatch, "run", failing="pip --version")

    assert code == 0
    assert pip.installs() == ["run.txt", clone.name]


@pytest.mark.parametrize(
    ("failing", "words"), [("-m venv", "install python3-venv"), (" install ", "pip failed (see above)")]
)
def test_a_failing_step_stops_with_a_sentence(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], failing: str, words: str
) -> None:
    code, _ = _run(clone, monkeypatch, "run", failing=failing)

    assert code == 1
    assert words in capsys.readouterr().err
    assert not (clone / ".venv" / "run.stamp").exists()


def test_an_old_python_is_named(
    clone: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(set_up, "_OLDEST", (99, 0))

    assert _run(clone, monkeypatch, "run")[0] == 1
    assert "Python 3.11 or newer is needed" in capsys.readouterr().err


def test_an_unknown_room_shows_the_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert set_up.main(["kitchen"]) == 2
    assert "run|app|test" in capsys.readouterr().err
