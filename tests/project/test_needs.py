# SPDX-License-Identifier: MPL-2.0
"""What is installed on the system before the tests, and what is said when it cannot be."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence

import pytest
from needs import NEEDS, Need, SetupError, install_missing, missing_packages


class _System:
    """A system without anything of ours, that remembers which commands it was asked to run."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, programs: Sequence[str], root: bool, code: int = 0) -> None:
        self.ran: list[list[str]] = []
        self._code = code
        monkeypatch.delenv("NO_SYSTEM", raising=False)
        monkeypatch.setattr("shutil.which", lambda name, **_named: f"/bin/{name}" if name in programs else None)
        monkeypatch.setattr("os.geteuid", lambda: 0 if root else 1000, raising=False)
        monkeypatch.setattr("subprocess.run", self._run)

    def _run(self, command: list[str], **_named: object) -> subprocess.CompletedProcess[str]:
        self.ran.append(command)
        return subprocess.CompletedProcess(
            command, self._code, stdout="1 library\n\tlibEGL.so.1 (libc6) => /lib/libEGL.so.1\n"
        )


def test_root_installs_what_is_missing_and_prints_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    system = _System(monkeypatch, programs=["apt-get", "ldconfig", "soffice", "Xvfb", "xauth"], root=True)

    install_missing("test")

    printed = capsys.readouterr().out
    assert "qpdf" in printed
    assert "libreoffice-writer-nogui" not in printed
    assert "libegl1" not in printed
    assert [command[:2] for command in system.ran[1:]] == [["apt-get", "update"], ["apt-get", "install"]]
    assert "qpdf" in system.ran[-1]


def test_others_ask_sudo(monkeypatch: pytest.MonkeyPatch) -> None:
    system = _System(monkeypatch, programs=["apt-get", "ldconfig", "sudo"], root=False)

    install_missing("app")

    assert system.ran[-1][:3] == ["sudo", "apt-get", "install"]


def test_without_root_and_sudo_it_says_who_can_help(monkeypatch: pytest.MonkeyPatch) -> None:
    _System(monkeypatch, programs=["apt-get", "ldconfig"], root=False)

    with pytest.raises(SetupError, match=r"there is no sudo\. Ask whoever looks after this machine"):
        install_missing("test")


def test_without_apt_it_says_what_to_do_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    _System(monkeypatch, programs=[], root=True)

    with pytest.raises(SetupError, match=r"has no apt-get\. Install the packages above"):
        install_missing("test")


def test_a_failing_apt_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    _System(monkeypatch, programs=["apt-get", "ldconfig"], root=True, code=100)

    with pytest.raises(SetupError, match="apt-get update failed"):
        install_missing("test")


def test_no_system_installs_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    system = _System(monkeypatch, programs=["apt-get"], root=True)
    monkeypatch.setenv("NO_SYSTEM", "1")

    install_missing("test")

    assert system.ran == []
    assert "NO_SYSTEM=1" in capsys.readouterr().out


def test_what_is_there_is_not_asked_for() -> None:
    assert missing_packages([Need("python3-venv", module="venv"), Need("git", command="git")]) == []
    assert missing_packages([Need("no-such-package", command="no-such-command-here")]) == ["no-such-package"]


def test_a_system_without_a_list_of_libraries_is_trusted_to_have_them(monkeypatch: pytest.MonkeyPatch) -> None:
    _System(monkeypatch, programs=[], root=True)

    assert missing_packages([Need("libegl1", library="libEGL.so.1")]) == []


def test_a_file_that_is_there_is_enough() -> None:
    assert missing_packages([Need("fonts", file=__file__)]) == []
    assert missing_packages([Need("fonts", file=f"{__file__}.not")]) == ["fonts"]


def test_each_room_needs_what_the_one_before_it_needs() -> None:
    assert set(NEEDS["run"]) <= set(NEEDS["app"]) <= set(NEEDS["test"])


def test_building_needs_what_the_window_needs_and_what_reads_libraries() -> None:
    assert set(NEEDS["app"]) <= set(NEEDS["build"])
    assert "binutils" in [need.package for need in NEEDS["build"]]


def test_the_demo_needs_neither_qt_nor_office() -> None:
    assert [need.package for need in NEEDS["run"]] == ["python3-venv"]
