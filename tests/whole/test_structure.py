# SPDX-License-Identifier: MPL-2.0
"""The sample as a screen reader has it: the structure tree of each file is the one that its blocks ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.render.pdf.expected import expected_tree
from tests.render.pdf.faults import faults_of
from tests.render.pdf.tree import outline, read_tree
from tests.whole.conftest import Sample

from evidencepack.bootstrap import Program
from evidencepack.pack.build import Part, appendix_parts, pack_part
from evidencepack.pack.press import Format

_PDF = (Format.PDF,)


def _parts(sample: Sample) -> Iterator[Part]:
    yield pack_part(sample.plan, _PDF, pages=41)
    yield from appendix_parts(sample.plan, _PDF)


def test_every_file_of_the_sample_is_heard_as_its_blocks_ask(
    sample: Sample, program: Program, measured: Callable[[str, str, float], None]
) -> None:
    count = 0
    for part in _parts(sample):
        numbered, pages = program.press.lay_out(part.documents, stamp=part.stamp)
        (file,) = part.print_on(program.press)
        written = list(outline(read_tree(file.data)))
        assert written == list(outline(expected_tree(numbered, pages, fillable=part.properties.fillable))), part.name
        count += sum(not line.lstrip().startswith("“") for line in written)
    measured("Structure elements of the sample's files, read back and compared", "elements", count)


def test_nothing_is_wrong_with_the_files_that_are_exported(sample: Sample) -> None:
    files = {name: data for name, data in sample.files.items() if name.endswith(".pdf")}
    assert {name: faults_of(data) for name, data in files.items()} == {name: [] for name in files}
