# SPDX-License-Identifier: MPL-2.0
"""One whole process of ours: the synthetic pack to PDF (arguments: number of documents, file to write)."""

from __future__ import annotations

import gc
import sys
from datetime import date
from pathlib import Path

from bid import documents

from evidencepack.bootstrap import Program
from evidencepack.pack.press import Format
from evidencepack.render.properties import Properties


def main(count: int, out: Path) -> None:
    """Print the pack."""
    press = Program().press
    numbered, pages = press.lay_out(documents(count), stamp=True)
    properties = Properties("Benchmark", "Ferrybank Home Support Ltd", "Bench", "PACK", "1.0", date(2027, 2, 15))
    out.write_bytes(press.print_file(numbered, pages, properties, form=Format.PDF, stamp=True))


if __name__ == "__main__":
    gc.disable()  # as the command does, here and at the end
    main(int(sys.argv[1]), Path(sys.argv[2]))
    gc.freeze()
