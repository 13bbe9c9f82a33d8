# SPDX-License-Identifier: MPL-2.0
"""Exports that are killed, or refused by the disk, at any step: after the next start a folder is of one export."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.usecases import cutting

from evidencepack.usecases.export_folder import write_export

FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"

_OLD = ("pack.pdf", "documents/A.pdf", "documents/A.docx", "slots/01-Form/A.pdf")
_NEW = ("pack.pdf", "pack.docx", "documents/A.docx", "bundle.pdf", "annexes/B.pdf", "slots/02-جودة/A.pdf")
_SAME = "documents/A.docx"

# They fork, limit themselves and fill a disk, as no Windows does.
pytestmark = pytest.mark.tools


@dataclass(frozen=True)
class Cut:
    """What came of an export that was cut short at a step: at once, and after the next start."""

    number: int
    ended: str
    said: list[str]
    notes: int
    at_once: str
    later: str


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the files of an export and of the next one: some new, some gone, one the same, in other folders."""
    place = tmp_path_factory.mktemp("cut")
    for when, names in (("old", _OLD), ("new", _NEW)):
        lay_out(place / when, {name: f"{name} {'' if name == _SAME else when}".encode() for name in names})
    return place


def lay_out(folder: Path, files: dict[str, bytes]) -> None:
    """Put files into a folder, with the list of them."""
    listed = [{"file": name, "sha256": hashlib.sha256(data).hexdigest()} for name, data in files.items()]
    said = json.dumps({"format": "evidencepack-manifest", "version": 1, "files": listed}).encode()
    for name, data in {**files, "manifest.json": said}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def cuts(folder: Path, fault: str = "", *, lasting: bool = False, every: int = 1) -> list[Cut]:
    """Cut an export short in a process of its own."""
    command = [sys.executable, cutting.__file__, str(folder), fault, "lasting" if lasting else "once", str(every)]
    around = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run(command, capture_output=True, text=True, env=around, check=False)
    assert ran.returncode == 0, ran.stderr
    lines = [json.loads(line) for line in ran.stdout.splitlines()]
    return [Cut(**{name.replace(" ", "_"): value for name, value in line.items()}) for line in lines]


@pytest.fixture(scope="module")
def killed(folder: Path) -> list[Cut]:
    """Return what came of an export that was killed at its steps."""
    return cuts(folder, every=1 if FULL else 2)


def test_an_export_that_is_killed_at_any_step_leaves_one_whole_pack_after_the_next_start(killed: list[Cut]) -> None:
    assert {one.ended for one in killed[:-1]} == {"killed"}
    assert len(killed) > 20
    assert {one.later for one in killed} == {"before", "after"}
    assert {one.notes for one in killed} == {0}
    committed = [one.later for one in killed].index("after")
    assert all(one.later == "after" for one in killed[committed:])


def test_until_the_next_start_a_folder_says_itself_that_its_files_are_of_two_exports(killed: list[Cut]) -> None:
    assert {one.at_once.partition(",")[0] for one in killed} == {"before", "marked", "after"}


def test_the_next_start_says_what_came_of_it(killed: list[Cut]) -> None:
    assert {" ".join(one.said).partition("” ")[2]: one.later for one in killed} == {
        "": "after",
        "was cut short. Nothing had been changed there. Export again.": "before",
        "was cut short. It is finished now: all its files are there.": "after",
    }


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        ("full", "could not be written: the disk is full."),
        ("no right", "could not be written: you may not write there."),
        ("open elsewhere", "is open in another program."),
    ],
)
def test_a_step_that_fails_leaves_the_folder_as_it_was_and_says_why(folder: Path, fault: str, sentence: str) -> None:
    found = cuts(folder, fault, every=1 if FULL else 6)
    refused = [one for one in found if one.ended.startswith("refused")]
    assert len(refused) > 3
    assert all(one.at_once == "before" and not one.said and not one.notes for one in refused)
    assert all(sentence in one.ended and "The folder is as it was before." in one.ended for one in refused)
    # The rest did not need that step: a second name for a file, a note, the hidden folder taken away.
    others = [one for one in found if one not in refused]
    assert {(one.ended, one.later.partition(",")[0]) for one in others} <= {("survived", "after"), ("done", "after")}


def test_a_disk_that_goes_for_good_leaves_one_whole_pack_after_the_next_start(folder: Path) -> None:
    found = cuts(folder, "full", lasting=True, every=1 if FULL else 6)
    assert {one.ended.partition(":")[0] for one in found} <= {"refused", "survived", "done"}
    assert {one.later for one in found} == {"before", "after"}
    assert all("send none of them" in one.ended for one in found if one.at_once == "marked")
    assert {one.notes for one in found} == {0}


_LIMITED = """
import resource, sys
from pathlib import Path
from evidencepack.errors import EvidencePackError
from evidencepack.usecases.export_folder import write_export
if sys.argv[2] == "limited":
    resource.setrlimit(resource.RLIMIT_FSIZE, (250_000, 250_000))
files = {**{f"documents/{n}.pdf": bytes(9_000) for n in range(int(sys.argv[3]))}, "pack.pdf": bytes(300_000)}
try:
    write_export(Path(sys.argv[1]), files, listed_in="manifest.json")
except EvidencePackError as error:
    print(error.message)
"""


@contextmanager
def _small_disk(folder: Path) -> Iterator[str]:
    """Make the folder a real disk of 256 KiB, as only root may; say "limited" where files are to be kept small."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    asked = [str(mount), "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if not (mount and umount) or os.geteuid() or subprocess.run(asked, capture_output=True, check=False).returncode:
        yield "limited"
        return
    try:
        yield "full"
    finally:
        subprocess.run([umount, "--lazy", str(folder)], check=True)


@pytest.mark.parametrize("small_files", [0, 9, 30])
def test_a_disk_that_is_really_too_small_keeps_the_pack_from_before(tmp_path: Path, small_files: int) -> None:
    old = {"pack.pdf": b"old" * 20_000, "slots/1/a.pdf": b"old"}
    around = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with _small_disk(tmp_path) as how:
        write_export(tmp_path, old, listed_in="manifest.json")
        command = [sys.executable, "-c", _LIMITED, str(tmp_path), how, str(small_files)]
        ran = subprocess.run(command, capture_output=True, text=True, env=around, check=True)
        reason = {"full": "the disk is full", "limited": "the file is too large for that disk"}[how]
        assert f"could not be written: {reason}. The folder is as it was before." in ran.stdout
        assert {one.relative_to(tmp_path).as_posix() for one in tmp_path.rglob("*")} == {*old, "slots", "slots/1"}
        assert all((tmp_path / name).read_bytes() == data for name, data in old.items())
