# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from tests.whole.conftest import Sample

from evidencepack.bootstrap import Program
from evidencepack.usecases.preflight import preflight


def test_the_files_of_the_sample_have_nothing_in_them_that_should_stay_behind(sample: Sample, program: Program) -> None:
    found = preflight(sample.folder, sample.facts, program.library, buyers=("Marlow County Council",))
    assert found.sightings == ()
    assert found.files > 40
    assert found.pages > 100
