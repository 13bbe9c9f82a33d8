# SPDX-License-Identifier: MPL-2.0
"""Writes a table into its part of docs/measurements.md, with date and commit.

Usage: ``measurements.py test-full FILE.jsonl`` with one JSON object a line: ``what`` was measured, the ``number`` and
its ``unit``; or ``measurements.py bench FILE.txt`` with what the benchmark printed.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "measurements.md"


def main(arguments: list[str]) -> int:
    """Put the recorded numbers into the page and return the exit code."""
    part, source = arguments
    text = Path(source).read_text(encoding="utf-8")
    numbers = table([json.loads(line) for line in text.splitlines()]) if source.endswith(".jsonl") else as_is(text)
    today = dt.datetime.now(tz=dt.UTC).date()
    body = f"Measured on {today.isoformat()}, commit {_commit()}, {_machine()}.\n\n{numbers}"
    PAGE.write_text(with_part(PAGE.read_text(encoding="utf-8"), part, body), encoding="utf-8")
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


def as_is(text: str) -> str:
    """Return printed lines as Markdown that keeps their columns."""
    return f"```text\n{text.rstrip()}\n```"


def with_part(page: str, part: str, body: str) -> str:
    """Return the page with what stands between the marks of one part replaced.

    Raises:
        ValueError: the page has no such part.
    """
    start, end = f"<!-- {part}: begin -->", f"<!-- {part}: end -->"
    before, start_found, rest = page.partition(start)
    _, end_found, after = rest.partition(end)
    if not start_found or not end_found:
        raise ValueError(f"{PAGE.name} has no part {part}")
    return f"{before}{start}\n{body}\n{end}{after}"


def _machine() -> str:
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"


def _commit() -> str:
    command = ["git", "describe", "--always", "--dirty", "--exclude", "*"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
