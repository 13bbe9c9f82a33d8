# SPDX-License-Identifier: MPL-2.0
"""Write the specimen of figures as PDF and Word, to look at: ``python -m tests.render.figures.write FOLDER``."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.conformance.conforming import claimed
from tests.render.figures.specimen import properties, specimen
from tests.render.word.files import FONTS, TEMPLATE

from evidencepack.render.number import number
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.typesetter import typeset
from evidencepack.render.word.writer import write_word


def write(folder: Path) -> None:
    """Write figures.pdf and figures.docx into a folder, made if it is not there."""
    numbered = number((specimen(),))
    pages = typeset(numbered, STANDARD, FONTS, stamp=True)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "figures.pdf").write_bytes(claimed(pages, STANDARD, FONTS, properties()))
    (folder / "figures.docx").write_bytes(write_word(numbered, pages, properties(), TEMPLATE, stamp=True))


if __name__ == "__main__":
    write(Path(sys.argv[1]))
