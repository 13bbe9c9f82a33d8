# SPDX-License-Identifier: MPL-2.0
"""Reads resources/kinds and prints every mistake in it. For people who change the words of a kind.

Use: ``python packaging/check_kinds.py [folder]``. Exit code 0 when all is well, that of a bad kind otherwise.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE / "src"))

from evidencepack.errors import ExitCode  # noqa: E402
from evidencepack.library.loader import inspect_library  # noqa: E402


def main(arguments: list[str]) -> int:
    """Check the folder given, or the project's own, and say what was found."""
    folder = Path(arguments[0]) if arguments else HERE / "resources" / "kinds"
    start = time.perf_counter()
    library, problems = inspect_library(folder)
    took = (time.perf_counter() - start) * 1000
    for error in problems:
        print(f"{error.file}: {error.key}: {error.problem}")
    fields = sum(len(kind.fields) for kind in library.kinds.values())
    counts = f"{len(library.kinds)} kinds, {fields} fields, {len(problems)} mistakes"
    print(f"{counts}, read in {took:.0f} ms")
    return ExitCode.BAD_KIND if problems else ExitCode.OK


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
