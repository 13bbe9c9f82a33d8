# SPDX-License-Identifier: MPL-2.0
"""One whole process of pikepdf alone: the pages of files put behind those of a pack that is printed already.

Arguments: the pack, the folder of the files, the file to write.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pikepdf


def main(pack: Path, folder: Path, out: Path) -> None:
    """Append, and nothing else: no numbers, no bookmarks, no contents."""
    with pikepdf.open(pack) as book:
        sources = [pikepdf.open(file) for file in sorted(folder.glob("*.pdf"))]
        for source in sources:
            book.pages.extend(source.pages)
        book.save(out)


if __name__ == "__main__":
    gc.disable()  # as ours
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
    gc.freeze()
