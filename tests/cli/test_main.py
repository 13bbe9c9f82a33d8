# SPDX-License-Identifier: MPL-2.0
"""What holds for every command: how it is stopped, who reads it, what it prints in, and the window behind it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.conftest import Cli, Listing

from evidencepack.__main__ import main
from evidencepack.errors import ExitCode

FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"


@pytest.mark.parametrize("moment", [1, 2, 10, 19] if FULL else [1, 19])
def test_ctrl_c_during_an_export_leaves_nothing(
    cli: Cli, listing: Callable[[Path], Listing], own_file: Path, monkeypatch: pytest.MonkeyPatch, moment: int
) -> None:
    out = own_file.parent / "out"
    out.mkdir()
    (out / "pack.pdf").write_bytes(b"an earlier pack")
    before = listing(own_file.parent)
    calls = 0

    def press(_descriptor: int) -> None:
        nonlocal calls
        calls += 1
        if calls == moment:
            raise KeyboardInterrupt

    monkeypatch.setattr("evidencepack.paths.files.os.fsync", press)
    said = cli("export", own_file, "--to", out, "--format", "pdf")
    assert (said.code, said.out) == (ExitCode.CANCELLED, "")
    assert said.err == "evidencepack: Stopped. Nothing half-done was kept.\n"
    assert listing(own_file.parent) == before


@pytest.mark.parametrize("command", ["sample", "import"])
def test_ctrl_c_while_a_workspace_is_filled_leaves_none(
    cli: Cli, listing: Callable[[Path], Listing], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    (tmp_path / "tender.json").write_bytes(b"{}")

    def press(*_words: object, **_settings: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"evidencepack.{_IMPORTERS[command]}.import_tender", press)
    before = listing(tmp_path)
    said = cli(command, tmp_path / "new.evidencepack", *([tmp_path / "tender.json"] if command == "import" else []))
    assert said.code == ExitCode.CANCELLED
    assert listing(tmp_path) == before


_IMPORTERS = {"sample": "usecases.sampling", "import": "cli.entering"}


@pytest.mark.parametrize("command", [["kinds"], ["kinds", "--json"]])
def test_a_reader_that_goes_away_is_no_fault(command: list[str]) -> None:
    around = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    words = [sys.executable, "-m", "evidencepack", *command]
    reading, writing = os.pipe()
    os.close(reading)
    said = subprocess.run(words, stdout=writing, stderr=subprocess.PIPE, env=around, check=False, timeout=60)
    os.close(writing)
    assert (said.returncode, said.stderr) == (0, b"")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437"])
def test_a_console_of_another_encoding_gets_every_name(
    program_of_its_own: Cli, sample_file: Path, encoding: str
) -> None:
    said = program_of_its_own("search", sample_file, "নাসরিন", PYTHONIOENCODING=encoding)
    assert (said.code, said.err) == (0, "")
    assert "নাসরিন আক্তার" in said.out


def test_app_opens_the_window_on_the_file_named_or_on_ones_own(cli: Cli, own_file: Path) -> None:
    opened: list[Path | None] = []

    def window(file: Path | None) -> int:
        opened.append(file)
        return 0

    assert cli("app", own_file, open_window=window).code == 0
    assert cli("app", open_window=window).code == 0
    assert opened == [own_file, None]


def test_app_leaves_with_the_code_of_the_window(cli: Cli) -> None:
    assert cli("app", open_window=lambda _file: ExitCode.ALREADY_OPEN).code == ExitCode.ALREADY_OPEN


def test_reading_a_workspace_does_not_change_it(cli: Cli, own_file: Path, tmp_path: Path) -> None:
    before = own_file.read_bytes()
    for words in (("tenders",), ("show",), ("check",), ("search", "care"), ("backup", "--to", str(tmp_path / "kept"))):
        assert cli(words[0], own_file, *words[1:]).code == 0
    assert own_file.read_bytes() == before


def test_a_fault_of_the_program_is_not_hidden(cli: Cli, own_file: Path) -> None:
    def broken(_file: Path | None) -> int:
        raise RuntimeError("a bug")

    with pytest.raises(RuntimeError, match="a bug"):
        cli("app", own_file, open_window=broken)


def _printing_to(target: str, *words: str | Path) -> subprocess.CompletedProcess[bytes]:
    around = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    line = f'"{sys.executable}" -m evidencepack "$@" {target}'
    return subprocess.run(
        ["/bin/sh", "-c", line, "sh", *map(str, words)], capture_output=True, env=around, check=False, timeout=60
    )


@pytest.mark.parametrize(
    ("target", "reason"), [("> /dev/full", b"No space left on device"), (">&-", b"standard output is closed")]
)
@pytest.mark.parametrize("command", [["kinds"], ["kinds", "--json"]])
def test_an_output_that_takes_nothing_is_said(target: str, reason: bytes, command: list[str]) -> None:
    said = _printing_to(target, *command)
    assert (said.returncode, said.stdout) == (ExitCode.CANNOT_WRITE, b"")
    assert said.stderr == b"evidencepack: Nothing could be printed: " + reason + (
        b". What the command did is done. Print to another place.\n"
    )


@pytest.mark.parametrize("target", ["2>&-", "2> /dev/full"])
def test_where_nothing_can_be_complained_to_the_exit_code_says_it(target: str, tmp_path: Path) -> None:
    assert _printing_to(target, "tenders", tmp_path / "typo").returncode == ExitCode.NOT_FOUND


def _with_an_import(name: str, fault: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command in which one import fails."""
    press = (
        "import sys\n"
        "class Press:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        f"        if name == {name!r}: raise {fault}\n"
        "from evidencepack.__main__ import main\n"
        "sys.meta_path.insert(0, Press())\n"
        "main()\n"
    )
    around = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", press, *words]
    return subprocess.run(command, capture_output=True, text=True, env=around, check=False, timeout=60)


def test_ctrl_c_while_the_program_is_loading_is_a_stop_and_no_fault() -> None:
    said = _with_an_import("evidencepack.cli.main", "KeyboardInterrupt")
    assert (said.returncode, said.stdout) == (ExitCode.CANCELLED, "")
    assert said.stderr == "evidencepack: Stopped. Nothing half-done was kept.\n"


def test_where_qt_is_not_installed_one_sentence_says_how_to_get_the_window() -> None:
    said = _with_an_import("PySide6", "ModuleNotFoundError('No module', name='PySide6')", "app")
    assert (said.returncode, said.stdout) == (ExitCode.NOT_FOUND, "")
    assert said.stderr == (
        "evidencepack: The window needs Qt (PySide6), which is not installed here: get it with “make run”.\n"
    )


def test_a_fault_of_the_window_itself_is_not_called_a_missing_qt() -> None:
    said = _with_an_import("evidencepack.ui.main", "ImportError('oh', name='evidencepack.ui.main')", "app")
    assert said.returncode == ExitCode.BUG
    assert "ImportError: oh" in said.stderr


@pytest.mark.parametrize(
    ("frozen", "words", "asked"),
    [
        (True, [], ["app"]),
        (True, ["mine.evidencepack"], ["app", "mine.evidencepack"]),
        (True, ["tenders", "mine.evidencepack"], ["tenders", "mine.evidencepack"]),
        (False, ["mine.evidencepack"], ["mine.evidencepack"]),
        (False, [], []),
    ],
)
def test_an_installed_program_opens_its_window_for_no_words_and_for_a_file(
    monkeypatch: pytest.MonkeyPatch, *, frozen: bool, words: list[str], asked: list[str]
) -> None:
    run: list[list[str]] = []

    def obey(given: list[str], **_named: object) -> int:
        run.append(given)
        return 0

    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setattr(sys, "argv", ["evidencepack", *words])
    monkeypatch.setattr("evidencepack.cli.main.run", obey)
    monkeypatch.setattr("gc.freeze", lambda: None)
    monkeypatch.setattr("gc.disable", lambda: None)

    with pytest.raises(SystemExit):
        main()

    assert run == [asked]
