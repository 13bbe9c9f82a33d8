# SPDX-License-Identifier: MPL-2.0
"""One whole process of ours: a pack laid out with files from outside and painted, with their pages on ours.

Arguments: our own documents, composed and pickled; the folder of the files; the file to write.
"""

from __future__ import annotations

import gc
import json
import pickle
import sys
from datetime import date
from pathlib import Path

from evidencepack.blocks.document import Document
from evidencepack.bootstrap import Program
from evidencepack.pack.binding import carrying
from evidencepack.render.properties import Properties
from evidencepack.render.typeset.guests import Guest, Guests


def main(pack: Path, folder: Path, out: Path) -> None:
    """Print the bundle."""
    press, own = Program().press, pickle.loads(pack.read_bytes())  # noqa: S301 - bundle.py has written it
    files = {file.name: file.read_bytes() for file in sorted(folder.glob("*.pdf"))}
    annexes = tuple(Document(name, f"Annex {name}", own[0].running, (), letter=f"Z{name}") for name in files)
    sizes = json.loads((folder / "sizes.json").read_text(encoding="utf-8"))
    guests = {
        name: Guests(tuple(Guest(name, at, wide, high, words=True) for at in range(many)), f"Appendix {name}", name)
        for name, (many, wide, high) in sizes.items()
    }
    _, pages = press.lay_out((*own, *annexes), stamp=True, guests=guests)
    properties = Properties("Benchmark", "Ferrybank Home Support Ltd", "Bench", "PACK", "1.0", date(2027, 2, 15))
    out.write_bytes(press.print_bundle(pages, properties, carrying(pages, files)))


if __name__ == "__main__":
    gc.disable()  # as the command does, here and at the end
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
    gc.freeze()
