# SPDX-License-Identifier: MPL-2.0
"""From the first run to an exported pack on a real screen with a window manager, by mouse and by keyboard alone."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pypdfium2
import pytest
from tests.journey.bid import ORGANISATION, PAPERS, TITLE
from tests.journey.screen import Tool, travel
from tests.journey.slots import TITLES

from evidencepack.store.workspace import open_workspace

FULL = os.environ.get("EVIDENCEPACK_FULL") == "1"
KINDS = {"Memorandum of understanding": "mou", "Case study": "case_study", "Data sharing agreement": "dsa"}
KINDS |= {"Responsibility map (RACI)": "raci"}
WAYS = [("keyboard", PAPERS), ("mouse", PAPERS)] if FULL else [("keyboard", ("Memorandum of understanding",))]
"""Every day one paper, by keyboard alone; at full counts all four, and by mouse too."""


def words_of(file: Path) -> str:
    pdf = pypdfium2.PdfDocument(file)
    return " ".join(page.get_textpage().get_text_bounded() for page in pdf)


@pytest.mark.parametrize(("way", "papers"), WAYS)
def test_somebody_goes_from_the_first_run_to_a_pack(
    tool: Tool, tmp_path: Path, way: str, papers: tuple[str, ...]
) -> None:
    to = travel(tool, tmp_path, *(["--keyboard"] if way == "keyboard" else []), "--papers", *papers)

    (pack,) = to.glob("*/pack.pdf")
    said = words_of(pack)
    assert TITLE in said
    assert ORGANISATION in said
    (file,) = tmp_path.rglob("workspace.evidencepack")
    with open_workspace(file, read_only=True) as workspace:
        facts = workspace.facts(workspace.tenders()[0].id)
    assert {one.kind for one in facts.records.values()} >= {KINDS[paper] for paper in papers}


if FULL:  # an export of the whole sample on a real screen

    @pytest.mark.parametrize("way", ["keyboard", "mouse"])
    def test_somebody_goes_from_documents_to_a_checked_set_of_slot_folders(
        tool: Tool, tmp_path: Path, way: str
    ) -> None:
        to = travel(tool, tmp_path, "--slots", *(["--keyboard"] if way == "keyboard" else []))

        (bundle,) = to.glob("*/bundle.pdf")
        said = words_of(bundle)
        assert all(title in said for title in TITLES)
        folder = bundle.parent
        assert (folder / "upload-checklist.pdf").is_file()
        slots = [one for one in (folder / "slots").iterdir() if one.is_dir()]
        assert slots
        assert all(any(one.iterdir()) for one in slots)
        checked = words_of(folder / "upload-checklist.pdf")
        for file in (one for slot in slots for one in slot.iterdir()):
            assert file.name in checked.replace("\r\n", "")
            assert hashlib.sha256(file.read_bytes()).hexdigest()[:8] in checked.replace(" ", "")
