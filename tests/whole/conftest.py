# SPDX-License-Identifier: MPL-2.0
"""The sample tender, exported once for all tests that only look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.pack.plan import Plan, plan_pack
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.exporting import Exported, Exporter


@dataclass(frozen=True)
class Sample:
    """The exported sample: its facts, its plan, what the export says it wrote, and the bytes of each file by name."""

    facts: Facts
    plan: Plan
    exported: Exported
    files: Mapping[str, bytes]

    @property
    def folder(self) -> Path:
        return self.exported.folder


def _quiet(done: int, total: int, words: str) -> None:
    del done, total, words


@pytest.fixture(scope="session")
def sample(program: Program, sample_facts: Facts, tmp_path_factory: pytest.TempPathFactory) -> Sample:
    folder, facts = tmp_path_factory.mktemp("exported"), sample_facts
    exported = Exporter(program.library, program.press).export_pack(facts, folder, progress=_quiet)
    files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    return Sample(facts, plan_pack(facts, program.library, as_of=as_of(facts)), exported, files)
