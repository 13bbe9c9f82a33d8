# SPDX-License-Identifier: MPL-2.0
"""Time Word files against docxtpl, and Word with PDF against docxtpl followed by LibreOffice, in turns.

Both sides start from composed words: ours from blocks, docxtpl from the same words as plain lists, with a template that
is ready. What reading them from a file takes is counted for neither. Ours numbers, lays out for the page numbers, and
writes controls, bookmarks and a manifest; docxtpl does none of these. What they cost is seen beside packs without
controls.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from statistics import median
from typing import Final

from timed import Took, line, run, run_program

_HERE = Path(__file__).parent
_PAIRS, _FEW = 5, 3


@dataclass(slots=True)
class Side:
    """What one of the two took each time: whole processes less reading their input, and of them writing Word alone."""

    runs: list[Took] = field(default_factory=list)
    steps: list[float] = field(default_factory=list)

    def note(self, took: Took, folder: Path) -> None:
        """Take in what a process took, which left its own count in a folder."""
        loading, writing = map(float, (folder / "seconds").read_text(encoding="ascii").split())
        self.runs.append(replace(took, wall=took.wall - loading, cpu=took.cpu - loading))
        self.steps.append(writing)

    @property
    def cpu(self) -> float:
        """Seconds of the processor, in the middle of all runs."""
        return median(took.cpu for took in self.runs)

    @property
    def memory(self) -> float:
        """The highest peak of memory in MiB, in the middle of all runs."""
        return median(took.memory for took in self.runs)


class Bench:
    """One pack, made by both sides in turns in folders of their own."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name: Final = name
        self._folder, self._root = folder, folder.parent
        self.ours, self.peers = folder / "ours", folder / "peers"
        for one in (self.ours, self.peers):
            one.mkdir(exist_ok=True)

    def ours_as(self, forms: str) -> Took:
        """Make our files in one process, in formats."""
        return run([str(_HERE / "word_ours.py"), str(self._folder / "jobs.pickle"), str(self.ours), forms])

    def docxtpl(self) -> Took:
        """Make the peer's Word files in one process."""
        paths = (self._root / "template.docx", self._folder / "answers.json", self.peers)
        return run([str(_HERE / "word_peer.py"), *map(str, paths)])

    def docxtpl_and_office(self) -> Took:
        """Make the peer's Word files; then LibreOffice, started once, makes PDFs of all of them."""
        filled = self.docxtpl()
        office = shutil.which("soffice")
        if office is None:
            raise SystemExit("LibreOffice (soffice) is not installed")
        profile = f"-env:UserInstallation=file://{self._root / 'profile'}"
        files = [str(file) for file in sorted(self.peers.glob("*.docx"))]
        to = ["--headless", "--convert-to", "pdf", "--outdir", str(self.peers)]
        printed = run_program([office, profile, *to, *files])
        return Took(filled.wall + printed.wall, filled.cpu + printed.cpu, max(filled.memory, printed.memory))

    def in_turns(self, mine: Callable[[], Took], theirs: Callable[[], Took], pairs: int) -> tuple[Side, Side]:
        """Run both in turns, as often as asked; their words are compared first."""
        mine()
        theirs()
        run([str(_HERE / "word_compare.py"), str(self.ours), str(self.peers)])
        ours, peers = Side(), Side()
        for _ in range(pairs):
            ours.note(mine(), self.ours)
            peers.note(theirs(), self.peers)
        return ours, peers


def main() -> None:
    """Run the benchmark."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ.setdefault("PYTHONPYCACHEPREFIX", str(folder / "compiled"))
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        run([str(_HERE / "word_packs.py"), str(folder)])
        _word_alone(Bench(folder / "sample", "sample pack"), _PAIRS)
        _word_alone(Bench(folder / "sample-bare", "sample pack without controls"), _FEW)
        small = _word_alone(Bench(folder / "hundred", "100 pages"), _PAIRS)
        _word_alone(Bench(folder / "hundred-bare", "100 pages without controls"), _FEW)
        large = _word_alone(Bench(folder / "thousand", "1,000 pages"), _FEW)
        line("1,000 pages / 100 pages, Word alone, processor", f"{large.cpu / small.cpu:.2f}")
        _word_alone(Bench(folder / "apart", "100 pages as 21 documents"), _FEW)
        _with_pdf(Bench(folder / "sample", "sample pack"), _PAIRS)
        _with_pdf(Bench(folder / "hundred", "100 pages"), _PAIRS)
        _with_pdf(Bench(folder / "apart", "100 pages as 21 documents"), _FEW)
        _with_pdf(Bench(folder / "one", "one document of five pages"), _PAIRS)


def _word_alone(bench: Bench, pairs: int) -> Side:
    ours, peers = bench.in_turns(lambda: bench.ours_as("docx"), bench.docxtpl, pairs)
    what = f"{bench.name}, Word"
    _say(f"{what}: ours", ours, bench.ours)
    _say(f"{what}: docxtpl", peers, bench.peers)
    line(f"{what}: ours / docxtpl, whole process, processor", _ratios(ours, peers))
    steps = [a / b for a, b in zip(ours.steps, peers.steps, strict=True)]
    line(f"{what}: ours / docxtpl, writing alone, processor", _spread(steps))
    line(f"{what}: ours / docxtpl, peak memory", f"{ours.memory / peers.memory:.2f}")
    return ours


def _with_pdf(bench: Bench, pairs: int) -> None:
    ours, peers = bench.in_turns(lambda: bench.ours_as("pdf,docx"), bench.docxtpl_and_office, pairs)
    what = f"{bench.name}, PDF and Word"
    _say(f"{what}: ours", ours, bench.ours)
    _say(f"{what}: docxtpl and LibreOffice", peers, bench.peers)
    line(f"{what}: ours / docxtpl and LibreOffice, processor", _ratios(ours, peers))


def _ratios(ours: Side, peers: Side) -> str:
    return _spread([a.cpu / b.cpu for a, b in zip(ours.runs, peers.runs, strict=True)])


def _spread(ratios: Sequence[float]) -> str:
    return f"{median(ratios):.3f} ({min(ratios):.3f} to {max(ratios):.3f})"


def _say(what: str, side: Side, folder: Path) -> None:
    size = sum(file.stat().st_size for file in folder.glob("*.docx")) // 1024
    steps = f"{side.cpu:.3f} s cpu, of it {median(side.steps):.3f} to write Word, {side.memory:.0f} MiB"
    wall = median(took.wall for took in side.runs)
    line(f"{what} ({size} KiB of Word), {len(side.runs)} runs", f"{wall:.3f} s wall, {steps}")


if __name__ == "__main__":
    main()
