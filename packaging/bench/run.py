# SPDX-License-Identifier: MPL-2.0
"""Time whole processes in pairs, ours and naive platypus in turn, and print medians, ratios and peak memory.

The machines are noisy: the ratio of each pair is what counts, not a single time. A word that ours lacks ends the run.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pypdfium2

_WORD = re.compile(r"[^\W\d_]+")
_HERE = Path(__file__).parent
_SIZES = (("100 pages", 21, 5), ("1,000 pages", 208, 2))
_SAMPLE_RUNS = 5
_EDITS = 2000


@dataclass(frozen=True, slots=True)
class Took:
    """One finished process: wall and processor seconds, peak memory in MiB."""

    wall: float
    cpu: float
    memory: float


def main() -> None:
    """Run the benchmark."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        _sample(Path(folder))
        for name, count, pairs in _SIZES:
            _pairs(name, count, pairs, Path(folder))
        sys.stdout.flush()
        subprocess.run([sys.executable, str(_HERE / "edits.py"), str(_EDITS)], check=True)


def _sample(folder: Path) -> None:
    file = folder / "sample.evidencepack"
    _run(["-m", "evidencepack", "sample", str(file)])
    export = ["-m", "evidencepack", "export", str(file), "--to", str(folder / "out")]
    _warm(export)
    runs = [_run(export) for _ in range(_SAMPLE_RUNS)]
    _say("sample pack, PDF and Word, every document", runs)


def _pairs(name: str, count: int, pairs: int, folder: Path) -> None:
    out, peer = folder / "ours.pdf", folder / "platypus.pdf"
    ours: list[Took] = []
    platypus: list[Took] = []
    _warm([str(_HERE / "ours.py"), "1", str(out)], [str(_HERE / "platypus.py"), "1", str(peer)])
    for _ in range(pairs):
        ours.append(_run([str(_HERE / "ours.py"), str(count), str(out)]))
        platypus.append(_run([str(_HERE / "platypus.py"), str(count), str(peer)]))
    pages = _compare(out, peer)
    _say(f"{name}: ours ({pages[0]} pages, {out.stat().st_size // 1024} KiB, tagged)", ours)
    _say(f"{name}: naive platypus ({pages[1]} pages, {peer.stat().st_size // 1024} KiB, untagged)", platypus)
    ratios = sorted(a.wall / b.wall for a, b in zip(ours, platypus, strict=True))
    _line(f"{name}: ours / platypus, wall", f"{median(ratios):.3f} ({ratios[0]:.3f} to {ratios[-1]:.3f})")
    memory = median(took.memory for took in ours) / median(took.memory for took in platypus)
    _line(f"{name}: ours / platypus, peak memory", f"{memory:.2f}")


def _warm(*commands: Sequence[str]) -> None:
    """Run each once without counting it, so that every module is compiled, as it is in an installed program."""
    for command in commands:
        _run(command)


def _run(arguments: Sequence[str]) -> Took:
    """Run Python with these arguments and return what the operating system says of it."""
    start = time.perf_counter()
    devnull = (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0o600)
    command = [sys.executable, *arguments]
    child = os.posix_spawn(sys.executable, command, os.environ, file_actions=[devnull])
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"{' '.join(arguments)} failed")
    return Took(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _compare(ours: Path, peer: Path) -> tuple[int, int]:
    """Return the page counts, and stop if a word of the peer's file is missing in ours."""
    pages, words = _words(ours)
    peer_pages, peer_words = _words(peer)
    lost = peer_words - words
    # Platypus has a few more pages, whose footers count, and breaks long words of narrow columns in two.
    ours_together = " ".join(words)
    unknown = [word for word in lost if word not in ours_together]
    if unknown or lost.total() > peer_words.total() // 200:
        raise SystemExit(f"words missing in ours: {unknown or lost.most_common(20)}")
    return pages, peer_pages


def _words(path: Path) -> tuple[int, Counter[str]]:
    found: Counter[str] = Counter()
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text = page.get_textpage()
            found.update(_WORD.findall(text.get_text_range()))
            text.close()
            page.close()
        return len(document), found


def _say(what: str, runs: Sequence[Took]) -> None:
    walls = sorted(took.wall for took in runs)
    cpu, memory = median(took.cpu for took in runs), median(took.memory for took in runs)
    times = f"{median(walls):.3f} s wall ({walls[0]:.3f} to {walls[-1]:.3f}), {cpu:.3f} s cpu, {memory:.0f} MiB"
    _line(f"{what}, {len(runs)} runs", times)


def _line(what: str, number: str) -> None:
    sys.stdout.write(f"{what}: {number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
