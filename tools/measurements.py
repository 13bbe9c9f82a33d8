# SPDX-License-Identifier: MPL-2.0
"""Writes the table of `make test-full` into docs/measurements.md, with date and commit.

Usage: ``measurements.py build/measurements.jsonl``, one line for each number that a test recorded.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "measurements.md"
_START = "<!-- test-full: begin -->"
_END = "<!-- test-full: end -->"


def main(arguments: list[str]) -> int:
    """Put the recorded numbers into the page and return the exit code."""
    records = [json.loads(line) for line in Path(arguments[0]).read_text(encoding="utf-8").splitlines()]
    today = dt.datetime.now(tz=dt.UTC).date()
    PAGE.write_text(
        with_table(PAGE.read_text(encoding="utf-8"), table(records), f"{today.isoformat()}, commit {_commit()}"),
        encoding="utf-8",
    )
    print(f"{PAGE.relative_to(ROOT)} is written")
    return 0


def table(records: list[dict[str, object]]) -> str:
    """Return a Markdown table, sorted by what was measured; numbers of the same thing from several tests add up."""
    sums: dict[tuple[str, str], float] = {}
    for record in records:
        key = (str(record["what"]), str(record["unit"]))
        sums[key] = sums.get(key, 0) + float(str(record["number"]))
    rows = [f"| {what} | {number:,g} | {unit} |" for (what, unit), number in sorted(sums.items())]
    return "\n".join(["| what | how many | of what |", "|---|---:|---|", *rows])


def with_table(page: str, body: str, heading: str) -> str:
    """Return the page with what stands between the two marks replaced."""
    before, _, rest = page.partition(_START)
    _, _, after = rest.partition(_END)
    return f"{before}{_START}\nMeasured on {heading}.\n\n{body}\n{_END}{after}"


def _commit() -> str:
    command = ["git", "describe", "--always", "--dirty", "--exclude", "*"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
