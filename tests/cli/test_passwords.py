# SPDX-License-Identifier: MPL-2.0
"""Passwords of locked files on the command line: from a file, from standard input, typed unseen; never an argument."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Cli
from tests.usecases.test_vetting import locked

from evidencepack.cli import passwords
from evidencepack.errors import ExitCode

LOCKED = "locked with a password"


@pytest.fixture
def cover(tmp_path: Path) -> Path:
    file = tmp_path / "Cover.pdf"
    file.write_bytes(locked("schlüssel 1").data)
    return file


def typing(monkeypatch: pytest.MonkeyPatch, *words: str) -> list[str]:
    """Sit at the terminal and type words when asked, whatever is asked; return what was asked."""
    asked: list[str] = []
    waiting = list(words)

    def answer(words: str) -> str:
        asked.append(words)
        return waiting.pop(0)

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(passwords, "getpass", answer)
    return asked


def test_a_file_says_the_password_in_its_first_line(cli: Cli, own_file: Path, cover: Path, tmp_path: Path) -> None:
    word = tmp_path / "word"
    word.write_bytes("schlüssel 1\r\nnot this\n".encode())
    said = cli("add", own_file, "annex", "--from", cover, "--password-file", word)
    assert said.code == ExitCode.OK
    assert "Its lock is taken off" in said.out
    assert "schlüssel" not in said.out + said.err


def test_standard_input_says_it_too(cli: Cli, own_file: Path, cover: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("schlüssel 1\n".encode()), encoding="utf-8"))
    assert cli("add", own_file, "annex", "--from", cover, "--password-file", "-").code == ExitCode.OK


def test_who_sits_at_the_terminal_is_asked_until_it_opens(
    cli: Cli, own_file: Path, cover: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = typing(monkeypatch, "Schlüssel", "schlüssel 1")
    said = cli("add", own_file, "annex", "--from", cover)
    assert (said.code, len(asked)) == (ExitCode.OK, 2)
    assert LOCKED in said.err
    assert "not the password of this PDF" in said.err


def test_whoever_types_nothing_gives_up(cli: Cli, own_file: Path, cover: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = typing(monkeypatch, "")
    said = cli("add", own_file, "annex", "--from", cover)
    assert (said.code, len(asked)) == (ExitCode.BAD_INPUT, 1)
    assert "annex" not in cli("list", own_file).out


def test_where_nobody_sits_it_is_said_how(
    cli: Cli, own_file: Path, cover: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    said = cli("add", own_file, "annex", "--from", cover)
    assert said.code == ExitCode.BAD_INPUT
    assert LOCKED in said.err
    assert "--password-file" in said.err


def test_a_locked_file_is_attached_with_its_password_too(cli: Cli, own_file: Path, cover: Path, tmp_path: Path) -> None:
    word = tmp_path / "word"
    word.write_text("schlüssel 1", encoding="utf-8")
    cli("add", own_file, "annex", "--called", "INS")
    said = cli("attach", own_file, "INS/file", cover, "--password-file", word)
    assert said.code == ExitCode.OK
    assert "It has 2 pages." in said.out
    assert "cannot be an annex" in cli("attach", own_file, "INS/file", word).err
