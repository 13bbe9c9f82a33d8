# SPDX-License-Identifier: MPL-2.0
"""What other programs make of the sample's PDFs."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.whole.conftest import Sample


def test_qpdf_finds_no_fault_in_any_pdf(sample: Sample, tool: Callable[[str], Path]) -> None:
    for name in sample.files:
        if name.endswith(".pdf"):
            command = [str(tool("qpdf")), "--check", str(sample.folder / name)]
            said = subprocess.run(command, capture_output=True, text=True, check=False)
            assert said.returncode == 0, name + said.stdout + said.stderr
