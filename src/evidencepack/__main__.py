# SPDX-License-Identifier: MPL-2.0
"""The ``evidencepack`` command, also ``python -m evidencepack``."""

from __future__ import annotations

import sys
from pathlib import Path

from evidencepack.cli.main import run


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(run(sys.argv[1:], open_window=_open_window))


def _open_window(file: Path | None) -> int:
    """Open the window; the command line itself works where Qt is not installed."""
    from evidencepack.ui.main import open_window

    return open_window(file)


if __name__ == "__main__":
    main()
