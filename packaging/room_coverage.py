# SPDX-License-Identifier: MPL-2.0
"""Adds up branch coverage room by room from coverage's JSON report, and refuses less than the aim in the core rooms.

Usage: ``room_coverage.py [--quiet] build/coverage.json``; quiet, it speaks only when a room is below the aim.
``room_coverage.py --core`` prints where the files of the core rooms are, as coverage's ``--include`` takes it.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

AIM = 95.0
CORE = frozenset({"domain", "library", "compose", "render", "store", "pack"})


def main(arguments: list[str]) -> int:
    """Print the share of each room, and return 1 if a core room is below the aim."""
    if arguments == ["--core"]:
        print(",".join(f"src/evidencepack/{room}/*" for room in sorted(CORE)))
        return 0
    *flags, report = arguments
    files = json.loads(Path(report).read_text(encoding="utf-8"))["files"]
    shares = by_room({name: entry["summary"] for name, entry in files.items()})
    for room, share in () if flags else shares.items():
        print(f"{room:12} {share:6.2f} %{' (core)' if room in CORE else ''}")
    low = [room for room in CORE if shares.get(room, 0.0) < AIM]
    for room in sorted(low):
        print(f"{room} is below {AIM:g} %", file=sys.stderr)
    return 1 if low else 0


def by_room(summaries: dict[str, dict[str, int]]) -> dict[str, float]:
    """Return lines and branches reached in percent, by room, from coverage's summary of each file."""
    reached: Counter[str] = Counter()
    whole: Counter[str] = Counter()
    for name, summary in summaries.items():
        parts = Path(name).parts
        room = parts[parts.index("evidencepack") + 1].removesuffix(".py")
        reached[room] += summary["covered_lines"] + summary["covered_branches"]
        whole[room] += summary["num_statements"] + summary["num_branches"]
    return {room: 100 * reached[room] / whole[room] for room in sorted(whole) if whole[room]}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
