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
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.usecases import cutting

from evidencepack.paths.faults import CannotWriteError
from evidencepack.usecases.export_folder import write_export

FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"

_OLD = ("pack.pdf", "documents/A.pdf", "documents/A.docx", "slots/01-Form/A.pdf")
_NEW = ("pack.pdf", "pack.docx", "documents/A.docx", "bundle.pdf", "annexes/B.pdf", "slots/02-جودة/A.pdf")
_SAME = "documents/A.docx"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="cuts are made in forked processes")


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
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    write_export(Path(sys.argv[1]), {"pack.pdf": bytes(90_000), "bundle.pdf": bytes(200_000)}, listed_in="a.json")
except EvidencePackError as error:
    print(error.message)
"""


def test_a_file_that_is_too_large_for_the_disk_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "pack.pdf").write_bytes(b"before")
    around = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "XDG_DATA_HOME": str(tmp_path.parent / "own")}
    command = [sys.executable, "-c", _LIMITED, str(tmp_path)]
    ran = subprocess.run(command, capture_output=True, text=True, env=around, check=True)
    assert (
        "bundle.pdf” could not be written: the file is too large for that disk. The folder is as it was" in ran.stdout
    )
    assert {one.name: one.read_bytes() for one in tmp_path.iterdir()} == {"pack.pdf": b"before"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return the folder of a real disk of 256 KiB; only root may make one."""
    mount, umount = shutil.which("mount"), shutil.which("umount")
    asked = [str(mount), "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(tmp_path)]
    if not (mount and umount) or os.geteuid() or subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be made here")
    yield tmp_path
    subprocess.run([umount, "--lazy", str(tmp_path)], check=True)


@pytest.mark.parametrize("size", [1, 60, 100, 119])
def test_a_disk_that_is_really_full_keeps_the_pack_from_before(small_disk: Path, size: int) -> None:
    old = {"pack.pdf": b"old" * 40_000, "slots/1/a.pdf": b"old"}
    write_export(small_disk, old, listed_in="manifest.json")
    new = {"pack.pdf": b"new" * 1000 * size, **{f"documents/{number}.pdf": bytes(9_000) for number in range(30)}}
    with pytest.raises(CannotWriteError, match=r"the disk is full\. The folder is as it was before\. Free some space"):
        write_export(small_disk, new, listed_in="manifest.json")
    assert {one.relative_to(small_disk).as_posix() for one in small_disk.rglob("*")} == {*old, "slots", "slots/1"}
    assert all((small_disk / name).read_bytes() == data for name, data in old.items())
