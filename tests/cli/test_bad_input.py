# SPDX-License-Identifier: MPL-2.0
"""Everything that can be wrong with what a person names: a sentence, an exit code, and nothing half-written stays."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Cli, Listing

from evidencepack.bootstrap import Program
from evidencepack.errors import ExitCode
from evidencepack.paths import resources
from evidencepack.paths.resources import resource

Look = Callable[[Path], Listing]

_OUT = ("--to", "out")
_LEAVING = (("export", *_OUT), ("sheets", *_OUT), ("registers", *_OUT), ("backup", *_OUT))
_READING = (("tenders",), ("show",), ("search", "x"), ("check",), *_LEAVING)
_WRITING = (("set", "TBN-MOU-01/area", "x"), ("import", "tender.json"))
_ALL = (*_READING, *_WRITING)


def _words(command: tuple[str, ...], file: Path) -> list[str | Path]:
    """Return the words of a command on a file, other names standing beside it."""
    folder = file.parent
    others = [folder / word if word in {"out", "tender.json"} else word for word in command[1:]]
    return [command[0], file, *others]


@pytest.fixture
def folder(own_file: Path, program: Program) -> Path:
    """Return a folder with a workspace and a tender file."""
    (own_file.parent / "tender.json").write_bytes(program.sample)
    return own_file.parent


@pytest.mark.parametrize("command", _ALL, ids=lambda command: command[0])
@pytest.mark.parametrize(
    "content", [b"Dear Sian,\n", b"", b"PK\x03\x04" + b"\x00" * 5000], ids=["a letter", "an empty file", "a zip"]
)
def test_a_file_that_is_no_workspace(
    cli: Cli, listing: Look, folder: Path, command: tuple[str, ...], content: bytes
) -> None:
    file = folder / "letter.txt"
    file.write_bytes(content)
    before = listing(folder)
    said = cli(*_words(command, file))
    assert (said.code, said.out) == (ExitCode.BAD_WORKSPACE, "")
    assert f"“{file}” is not an evidencepack workspace" in said.err
    assert listing(folder) == before


@pytest.mark.parametrize("command", _READING, ids=lambda command: command[0])
def test_a_file_that_is_not_there(cli: Cli, listing: Look, folder: Path, command: tuple[str, ...]) -> None:
    before = listing(folder)
    said = cli(*_words(command, folder / "typo.evidencepack"))
    assert (said.code, said.out) == (ExitCode.NOT_FOUND, "")
    assert "There is no workspace" in said.err
    assert listing(folder) == before


def test_a_folder(cli: Cli, folder: Path) -> None:
    said = cli("tenders", folder)
    assert (said.code, said.out) == (ExitCode.BAD_WORKSPACE, "")
    assert "is a folder" in said.err


@pytest.mark.parametrize("command", _ALL, ids=lambda command: command[0])
@pytest.mark.parametrize("at", [4096, 20_000, 60_000])
def test_a_damaged_workspace(
    cli: Cli, listing: Look, folder: Path, own_file: Path, command: tuple[str, ...], at: int
) -> None:
    with own_file.open("r+b") as file:
        file.seek(at)
        file.write(b"\xff\x00coffee" * 500)
    before = listing(folder)
    said = cli(*_words(command, own_file))
    assert (said.code, said.out) == (ExitCode.BAD_WORKSPACE, "")
    assert "is damaged" in said.err
    assert "evidencepack restore" in said.err
    assert listing(folder) == before


@pytest.mark.parametrize("command", _ALL, ids=lambda command: command[0])
def test_a_workspace_of_a_newer_version(
    cli: Cli, listing: Look, folder: Path, own_file: Path, command: tuple[str, ...]
) -> None:
    with closing(sqlite3.connect(own_file)) as db:
        db.execute("PRAGMA user_version = 999")
    before = listing(folder)
    said = cli(*_words(command, own_file))
    assert (said.code, said.out) == (ExitCode.NEWER_VERSION, "")
    assert "newer version of evidencepack" in said.err
    assert listing(folder) == before


@pytest.fixture
def held(own_file: Path) -> Iterator[None]:
    """Hold the workspace open for writing in a second process."""
    hold = (
        "import sys; from pathlib import Path; from evidencepack.usecases.workspaces import open_existing\n"
        "with open_existing(Path(sys.argv[1])): print('open', flush=True); sys.stdin.read()"
    )
    around = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", hold, str(own_file)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=around) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "open\n"
        yield
        holder.communicate("")


@pytest.mark.usefixtures("held")
def test_a_workspace_that_is_open_elsewhere(cli: Cli, listing: Look, folder: Path, own_file: Path) -> None:
    before = listing(folder)
    for command in _ALL:
        said = cli(*_words(command, own_file))
        assert (said.code, said.out) == (ExitCode.ALREADY_OPEN, "")
        assert "is already open" in said.err
        assert "Close it there" in said.err
        assert listing(folder) == before


def test_a_workspace_that_may_only_be_read(
    cli: Cli, own_file: Path, as_an_ordinary_person: Callable[[], AbstractContextManager[Path]], tmp_path: Path
) -> None:
    # Loads everything, while all may be read.
    assert cli("export", own_file, "--to", tmp_path / "once", "--document", "TBN-CS-01").code == 0
    data = own_file.read_bytes()
    with as_an_ordinary_person() as folder:
        file = folder / "kept.evidencepack"
        file.write_bytes(data)
        file.chmod(0o400)
        folder.chmod(0o500)
        said = cli("set", file, "TBN-MOU-01/area", "x")
        assert (said.code, said.out) == (ExitCode.CANNOT_WRITE, "")
        assert "can only be read here" in said.err
        assert cli("show", file, "TBN-MOU-01").code == 0
        said = cli("export", file, "--to", folder / "out", "--document", "TBN-CS-01")
        assert (said.code, said.out) == (ExitCode.CANNOT_WRITE, "")
        assert "you may not write there" in said.err
        said = cli("backup", file, "--to", folder / "kept")
        assert said.code == ExitCode.CANNOT_WRITE
        said = cli("sample", folder / "new.evidencepack")
        assert said.code == ExitCode.CANNOT_WRITE
        assert [path.name for path in folder.iterdir()] == ["kept.evidencepack"]
        assert file.read_bytes() == data


def test_a_workspace_that_may_not_even_be_read(
    cli: Cli, own_file: Path, as_an_ordinary_person: Callable[[], AbstractContextManager[Path]]
) -> None:
    assert cli("tenders", own_file).code == 0
    data = own_file.read_bytes()
    with as_an_ordinary_person() as folder:
        file = folder / "hers.evidencepack"
        file.write_bytes(data)
        file.chmod(0)
        said = cli("tenders", file)
        assert (said.code, said.out) == (ExitCode.BAD_WORKSPACE, "")
        assert "You may not open" in said.err


def test_an_export_folder_that_is_a_file(cli: Cli, listing: Look, own_file: Path) -> None:
    target = own_file.parent / "out"
    target.write_text("not a folder")
    before = listing(own_file.parent)
    for folder in (target, target / "below"):
        said = cli("export", own_file, "--to", folder)
        assert (said.code, said.out) == (ExitCode.CANNOT_WRITE, "")
        assert "is a file, not a folder" in said.err
        assert listing(own_file.parent) == before


@pytest.fixture
def small_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a folder on a disk of 100 kB: a real one where the tests may mount it, else the fault it would give."""
    disk = tmp_path / "disk"
    disk.mkdir()
    tool = shutil.which("mount") or "none"
    command = [tool, "-t", "tmpfs", "-o", "size=100k", "tmpfs", str(disk)]
    mounted = tool != "none" and subprocess.run(command, check=False, capture_output=True).returncode == 0

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        if not mounted:
            patch.setattr("evidencepack.paths.files.os.fsync", full)
        yield disk
    if mounted:
        subprocess.run([tool.replace("mount", "umount"), str(disk)], check=True)


def test_a_disk_that_is_full(cli: Cli, listing: Look, small_disk: Path, own_file: Path) -> None:
    (small_disk / "pack.pdf").write_bytes(b"an earlier pack")
    before = listing(small_disk)
    # The whole pack over an earlier one; then one document, whose two files are larger than the disk too.
    for folder, part in ((small_disk, ("--format", "pdf")), (small_disk / "new", ("--document", "TBN-MOU-01"))):
        said = cli("export", own_file, "--to", folder, *part)
        assert (said.code, said.out) == (ExitCode.CANNOT_WRITE, "")
        assert "the disk is full" in said.err
        assert "Free some space" in said.err
        assert listing(small_disk) == before
    said = cli("backup", own_file, "--to", small_disk / "kept")
    assert said.code == ExitCode.CANNOT_WRITE
    assert listing(small_disk) == before
    said = cli("sample", small_disk / "new.evidencepack")
    assert said.code == ExitCode.CANNOT_WRITE
    assert listing(small_disk) == before


def test_a_kind_file_with_a_mistake(
    cli_that_reads: Cli, listing: Look, own_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(resource(), tmp_path / "resources")
    kind = tmp_path / "resources" / "kinds" / "documents" / "mou.toml"
    kind.write_text(
        kind.read_text(encoding="utf-8").replace("\nhelp = ", '\ncolour = "red"\nhelp = ', 1), encoding="utf-8"
    )
    monkeypatch.setattr(resources, "_root", lambda: tmp_path / "resources")
    before = listing(own_file.parent)
    for command in (("kinds",), ("show", own_file), ("export", own_file, "--to", tmp_path / "out")):
        said = cli_that_reads(*command)
        assert (said.code, said.out) == (ExitCode.BAD_KIND, "")
        assert "mou.toml" in said.err
        assert "colour" in said.err
        assert listing(own_file.parent) == before


def _spoilt(program: Program, spoil: Callable[[Any], object]) -> str:
    tree = json.loads(program.sample)
    spoil(tree)
    return json.dumps(tree)


_MISTAKES: dict[str, tuple[Callable[[Any], object], str]] = {
    "wrong type": (
        lambda tree: tree["records"][0]["values"].update(legal_name=7),
        "records[0].values.legal_name: expected text",
    ),
    "unknown key": (lambda tree: tree.update(colour="red"), "colour: is not a known key"),
    "unknown field": (lambda tree: tree["records"][0]["values"].update(colour="red"), "records[0].values.colour: "),
    "unknown kind": (lambda tree: tree["records"][3].update(kind="poem"), "records[3].kind: "),
    "missing reference": (
        lambda tree: tree["records"][0]["values"].update(named_lead="01a20846-fe00-7000-8000-000000000000"),
        "records[0].values.named_lead: ",
    ),
    "no tender": (lambda tree: tree.update(records=[]), "there is no record of kind tender"),
    "other format": (lambda tree: tree.update(format="shopping-list"), "format: expected"),
}


@pytest.mark.parametrize("mistake", _MISTAKES)
@pytest.mark.parametrize("there", [True, False], ids=["into a workspace", "into a new one"])
def test_a_tender_file_with_a_mistake(
    cli: Cli, listing: Look, program: Program, own_file: Path, mistake: str, *, there: bool
) -> None:
    spoil, sentence = _MISTAKES[mistake]
    folder = own_file.parent
    (folder / "tender.json").write_text(_spoilt(program, spoil), encoding="utf-8")
    before = listing(folder)
    said = cli("import", own_file if there else folder / "new.evidencepack", folder / "tender.json")
    assert (said.code, said.out) == (ExitCode.BAD_INPUT, "")
    assert sentence in said.err
    assert "Nothing was imported." in said.err
    assert listing(folder) == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"{", "JSON"), (b"\xff\xfe\x00", "cannot be read"), (b"[" * 100_000, "cannot be read"), (b"", "cannot be read")],
)
def test_a_tender_file_that_is_no_json(cli: Cli, listing: Look, own_file: Path, content: bytes, sentence: str) -> None:
    folder = own_file.parent
    (folder / "tender.json").write_bytes(content)
    before = listing(folder)
    said = cli("import", folder / "new.evidencepack", folder / "tender.json")
    assert (said.code, said.out) == (ExitCode.BAD_INPUT, "")
    assert sentence in said.err
    assert listing(folder) == before


def test_a_tender_file_of_a_newer_version(cli: Cli, listing: Look, program: Program, own_file: Path) -> None:
    folder = own_file.parent
    (folder / "tender.json").write_text(_spoilt(program, lambda tree: tree.update(version=2)), encoding="utf-8")
    before = listing(folder)
    said = cli("import", folder / "new.evidencepack", folder / "tender.json")
    assert said.code == ExitCode.NEWER_VERSION
    assert "install the newer one" in said.err
    assert listing(folder) == before


def test_a_tender_file_that_is_not_there_or_a_folder(cli: Cli, listing: Look, own_file: Path) -> None:
    before = listing(own_file.parent)
    for name, code in (("typo.json", ExitCode.NOT_FOUND), (".", ExitCode.BAD_INPUT)):
        said = cli("import", own_file.parent / "new.evidencepack", own_file.parent / name)
        assert (said.code, said.out) == (code, "")
        assert "Nothing was changed." in said.err
        assert listing(own_file.parent) == before


def test_a_tender_that_is_there_already(cli: Cli, listing: Look, folder: Path, own_file: Path) -> None:
    before = listing(folder)
    said = cli("import", own_file, folder / "tender.json")
    assert (said.code, said.out) == (ExitCode.BAD_INPUT, "")
    assert "Nothing was taken in" in said.err
    # The backup that precedes every import into a workspace in use is whole, and stays.
    assert {name: digest for name, digest in listing(folder).items() if not name.startswith("backups")} == before
    (kept,) = (folder / "backups").iterdir()
    assert cli("tenders", kept).code == 0


def test_a_backup_that_is_not_one_or_a_place_that_is_taken(cli: Cli, listing: Look, own_file: Path) -> None:
    folder = own_file.parent
    (folder / "letter.txt").write_text("Dear Sian")
    before = listing(folder)
    said = cli("restore", folder / "letter.txt", folder / "new.evidencepack")
    assert (said.code, said.out) == (ExitCode.BAD_WORKSPACE, "")
    said = cli("restore", folder / "typo.evidencepack", folder / "new.evidencepack")
    assert (said.code, said.out) == (ExitCode.NOT_FOUND, "")
    said = cli("restore", own_file, folder / "letter.txt")
    assert (said.code, said.out) == (ExitCode.CANNOT_WRITE, "")
    assert listing(folder) == before


@pytest.mark.parametrize(
    ("options", "code", "sentence"),
    [
        (("--format", "odt"), ExitCode.USAGE, "“odt” is not a format"),
        (("--format", ","), ExitCode.USAGE, "No format was named"),
        (("--document", "TBN-MOU-99"), ExitCode.NOT_FOUND, "Nothing is called “TBN-MOU-99”"),
        (("--document", "M1"), ExitCode.NOT_FOUND, "M1 is not a document but a record"),
        (("--tender", "TBN-99"), ExitCode.NOT_FOUND, "No tender is called “TBN-99”"),
    ],
)
def test_an_export_of_what_there_is_not(
    cli: Cli, listing: Look, own_file: Path, options: tuple[str, str], code: ExitCode, sentence: str
) -> None:
    before = listing(own_file.parent)
    said = cli("export", own_file, "--to", own_file.parent / "out", *options)
    assert (said.code, said.out) == (code, "")
    assert sentence in said.err
    assert listing(own_file.parent) == before


def test_characters_that_no_font_has_are_named_all_at_once_with_their_questions(
    cli: Cli, listing: Look, own_file: Path
) -> None:
    assert cli("set", own_file, "TBN-MOU-01/area", "Marsh 漢").code == 0
    assert cli("set", own_file, "TBN-DSA-01/benefits", "Sharing שלום").code == 0
    before = listing(own_file.parent)
    said = cli("export", own_file, "--to", own_file.parent / "out")
    assert (said.code, said.out) == (ExitCode.BAD_CHARACTER, "")
    assert "CJK UNIFIED IDEOGRAPH-6F22" in said.err
    assert "“Marsh 漢” (Memorandum of understanding, “Which area do you cover?”)" in said.err
    assert "HEBREW LETTER SHIN" in said.err
    assert "“What do people gain?”" in said.err
    assert "from right to left" in said.err
    assert listing(own_file.parent) == before


@pytest.mark.parametrize("name", ["x" * 300, "typo/new.evidencepack"])
def test_a_place_where_no_workspace_can_be(cli: Cli, listing: Look, folder: Path, name: str) -> None:
    before = listing(folder)
    for command in (("sample",), ("import", folder / "tender.json")):
        said = cli(command[0], folder / name, *command[1:])
        assert (said.code, said.out) == (ExitCode.CANNOT_WRITE, "")
        assert "Nothing was made." in said.err
    said = cli("tenders", folder / name)
    assert said.code == ExitCode.NOT_FOUND
    assert listing(folder) == before


def test_an_export_to_nowhere(cli: Cli, listing: Look, own_file: Path) -> None:
    before = listing(own_file.parent)
    said = cli("export", own_file, "--to", "")
    assert (said.code, said.out) == (ExitCode.USAGE, "")
    assert "name a folder" in said.err
    said = cli("export", own_file, "--to", own_file.parent / "typo" / "out")
    assert (said.code, said.out) == (ExitCode.CANNOT_WRITE, "")
    assert "There is no folder" in said.err
    assert listing(own_file.parent) == before
