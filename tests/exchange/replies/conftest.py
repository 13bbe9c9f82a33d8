# SPDX-License-Identifier: MPL-2.0
"""The Word files of the sample's pack, made once for all tests of replies."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.pack.press import Format
from evidencepack.usecases.exporting import Exporter


def _quiet(done: int, total: int, words: str) -> None:
    del done, total, words


@pytest.fixture(scope="session")
def word_files(program: Program, sample_facts: Facts, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Return the Word file of each document of the sample, and of the pack, by its name without the ending."""
    folder = tmp_path_factory.mktemp("sent")
    exporter = Exporter(program.library, program.press, (Format.DOCX,))
    made = exporter.export_pack(sample_facts, folder / "made", progress=_quiet)
    return {Path(file.name).stem: file.data for file in made.files}
