# SPDX-License-Identifier: MPL-2.0
"""The PDFs whose pages are compared with pictures, made once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.render import everything
from tests.render.figures import specimen
from tests.render.golden.pictures import Pages
from tests.render.typeset.setting import FONTS

from evidencepack.blocks.document import Document, Running
from evidencepack.bootstrap import Program
from evidencepack.compose.sheets.uploading import UploadLine, UploadPlace, upload_checklist
from evidencepack.domain.record import Facts
from evidencepack.pack.press import Format
from evidencepack.render.number import number
from evidencepack.render.pdf.painter import paint
from evidencepack.render.properties import Properties
from evidencepack.render.theme import STANDARD
from evidencepack.render.typeset.typesetter import typeset
from evidencepack.usecases.exporting import Exporter


@pytest.fixture(scope="session")
def drawn(program: Program, sample_facts: Facts, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Pages]:
    """Return the pages of the sample pack, of the pack that holds every block, and of the specimen of figures."""
    folder = tmp_path_factory.mktemp("golden")
    return {
        "sample": Pages(_sample(program, sample_facts, folder)),
        "everything": Pages(_painted(everything.documents(), everything.properties())),
        "figures": Pages(_painted((specimen.specimen(),), specimen.properties())),
        "uploading": Pages(_painted((_checklist(),), everything.properties())),
    }


def _sample(program: Program, facts: Facts, folder: Path) -> bytes:
    exporter = Exporter(program.library, program.press, formats=(Format.PDF,))
    exporter.export_pack(facts, folder, progress=lambda _done, _total, _words: None)
    return (folder / "pack.pdf").read_bytes()


def _checklist() -> Document:
    """Return a checklist with a place that is full, one that must not be empty and is, and one that may be."""
    line = UploadLine(
        "TBN_Ferrybank_App_A.pdf", "The whole pack", "Ferrybank Home Support …", 42, "0.27", "63ab38d7b71f"
    )
    places = (
        UploadPlace("Quality", mandatory=True, rules="PDF. At most 40 sides", files=(line,), counts="39 of 40 sides"),
        UploadPlace("Form of tender", mandatory=True, rules="", files=(), wrong=("Nothing is in it",)),
        UploadPlace("Other papers", mandatory=False, rules="PDF or Word", files=(), unsure=("Nobody has said",)),
    )
    running = Running("Internal: do not send.", "Ferrybank Home Support Ltd", "TBN-UPLOAD", "15 Feb 2027", "0" * 12)
    return upload_checklist(places, running, due=date(2027, 2, 26), time="noon")


def _painted(documents: tuple[Document, ...], properties: Properties) -> bytes:
    return paint(typeset(number(documents), STANDARD, FONTS, stamp=True), STANDARD, FONTS, properties)
