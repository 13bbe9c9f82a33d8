# SPDX-License-Identifier: MPL-2.0
"""Time a bundle in whole processes beside pikepdf doing nothing but appending the same pages to a printed pack.

Ours lays the pack out, paints and numbers every page, and hangs the pages from outside on theirs.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from statistics import median

from timed import Took, line, run, warm

_HERE = Path(__file__).parent
_CASES = (("30 annexes and a pack of 40 pages", 8, 30, 105, 9), ("bundle of 1,000 pages", 8, 20, 960, 5))
"""What it is called, documents of our own, files, their pages, pairs of runs."""

_COMPOSE = "import pickle, sys, bid; open(sys.argv[2], 'wb').write(pickle.dumps(bid.documents(int(sys.argv[1]))))"
_OURS, _PACK, _PEER = (str(_HERE / name) for name in ("bundle_ours.py", "ours.py", "bundle_peer.py"))


def main() -> None:
    """Run the benchmark."""
    for name, own, count, pages, pairs in _CASES:
        with tempfile.TemporaryDirectory() as folder:
            _case(name, own, pairs, _files(Path(folder), count, pages))


def _files(folder: Path, count: int, pages: int) -> Path:
    """Write the files in a process of their own: what this one has in memory would count for those that it starts."""
    (folder / "files").mkdir()
    run([str(_HERE / "bundle_files.py"), str(folder / "files"), str(count), str(pages)])
    return folder


def _case(name: str, own: int, pairs: int, folder: Path) -> None:
    pack, files, out, peer = (str(folder / one) for one in ("pack.pdf", "files", "ours.pdf", "peer.pdf"))
    composed = str(folder / "own.pickle")
    run([_PACK, str(own), pack])
    run(["-c", _COMPOSE, str(own), composed], PYTHONPATH=os.pathsep.join(filter(None, sys.path)))
    ours, theirs = [_OURS, composed, files, out], [_PEER, pack, files, peer]
    warm(ours, theirs)
    _refuse_other_pages(out, peer)
    took = [(run(ours), run(theirs)) for _ in range(pairs)]
    sizes = [Path(one).stat().st_size // 1024 for one in (out, peer)]
    _say(f"{name}: ours ({sizes[0]:,} KiB)", [one for one, _ in took])
    _say(f"{name}: pikepdf appending ({sizes[1]:,} KiB)", [one for _, one in took])
    walls = sorted(one.wall / other.wall for one, other in took)
    line(f"{name}: ours / pikepdf appending, wall", f"{median(walls):.2f} ({walls[0]:.2f} to {walls[-1]:.2f})")
    memory = median(one.memory for one, _ in took) / median(one.memory for _, one in took)
    line(f"{name}: ours / pikepdf appending, peak memory", f"{memory:.2f}")


def _say(what: str, runs: list[Took]) -> None:
    walls = sorted(one.wall for one in runs)
    memory = median(one.memory for one in runs)
    line(what, f"{median(walls):.3f} s wall ({walls[0]:.3f} to {walls[-1]:.3f}), {memory:.0f} MiB")


def _refuse_other_pages(ours: str, peer: str) -> None:
    count = "import sys, pikepdf; one, other = (len(pikepdf.open(file).pages) for file in sys.argv[1:])"
    run(["-c", f"{count}; sys.exit(one != other and f'ours has {{one}} pages, the peer {{other}}')", ours, peer])


if __name__ == "__main__":
    main()
