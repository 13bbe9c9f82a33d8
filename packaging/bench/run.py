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
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import pypdfium2
from timed import Took, line, run, warm

_WORD = re.compile(r"[^\W\d_]+")
_HERE = Path(__file__).parent
_SIZES = (("100 pages", 21, 5), ("1,000 pages", 208, 2))
_SAMPLE_RUNS = 5
_SCRIPTS = (
    ("word.py",),
    ("bundle.py",),
    ("edits.py", "2000"),
    ("check.py", "200"),
    ("start.py",),
    ("preview_speed.py", "60"),
    ("stalls.py", "185"),
    ("memory.py", "2000"),
)
"""The benchmarks that print for themselves, with their arguments; all but the first three drive the window."""


def main() -> None:
    """Run the benchmark."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        _sample(Path(folder))
        for name, count, pairs in _SIZES:
            _pairs(name, count, pairs, Path(folder))
        sys.stdout.flush()
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        for script, *arguments in _SCRIPTS:
            subprocess.run([sys.executable, str(_HERE / script), *arguments], check=True)


def _sample(folder: Path) -> None:
    file = folder / "sample.evidencepack"
    run(["-m", "evidencepack", "sample", str(file)])
    export = ["-m", "evidencepack", "export", str(file), "--to", str(folder / "out")]
    warm(export)
    runs = [run(export) for _ in range(_SAMPLE_RUNS)]
    _say("sample pack, PDF and Word, every document", runs)


def _pairs(name: str, count: int, pairs: int, folder: Path) -> None:
    out, peer = folder / "ours.pdf", folder / "platypus.pdf"
    ours: list[Took] = []
    platypus: list[Took] = []
    warm([str(_HERE / "ours.py"), "1", str(out)], [str(_HERE / "platypus.py"), "1", str(peer)])
    for _ in range(pairs):
        ours.append(run([str(_HERE / "ours.py"), str(count), str(out)]))
        platypus.append(run([str(_HERE / "platypus.py"), str(count), str(peer)]))
    pages = _compare(out, peer)
    _say(f"{name}: ours ({pages[0]} pages, {out.stat().st_size // 1024} KiB, tagged)", ours)
    _say(f"{name}: naive platypus ({pages[1]} pages, {peer.stat().st_size // 1024} KiB, untagged)", platypus)
    ratios = sorted(a.wall / b.wall for a, b in zip(ours, platypus, strict=True))
    line(f"{name}: ours / platypus, wall", f"{median(ratios):.3f} ({ratios[0]:.3f} to {ratios[-1]:.3f})")
    memory = median(took.memory for took in ours) / median(took.memory for took in platypus)
    line(f"{name}: ours / platypus, peak memory", f"{memory:.2f}")


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
    line(f"{what}, {len(runs)} runs", times)


if __name__ == "__main__":
    main()
