# SPDX-License-Identifier: MPL-2.0
"""From the first run to an exported pack on a real screen with a window manager, by mouse and by keyboard alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from tests.journey.bid import ORGANISATION, PAPERS, TITLE

from evidencepack.store.workspace import open_workspace

Tool = Callable[[str], Path]

KINDS = ("mou", "raci", "dsa", "case_study")

_SCREEN = """
"$1" & manager=$!
sleep 1
shift
"$@"; code=$?
kill $manager
exit $code
"""


def travel(tool: Tool, home: Path, to: Path, *words: str) -> None:
    """Make the journey on a screen of its own, with a window manager, in folders of its own."""
    for needed in ("xvfb-run", "openbox", "xdotool"):
        tool(needed)
    own = {"XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "QT_QPA_PLATFORM": "xcb"}
    walk = (sys.executable, "-m", "tests.journey.walk", str(to), *words)
    screen = (str(tool("xvfb-run")), "-a", "-s", "-screen 0 1382x816x24", "bash", "-c", _SCREEN, "screen")
    done = subprocess.run(
        [*screen, str(tool("openbox")), *walk],
        env={**os.environ, **own, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]


def words_of(file: Path) -> str:
    pdf = pypdfium2.PdfDocument(file)
    return " ".join(page.get_textpage().get_text_bounded() for page in pdf)


@pytest.mark.parametrize("way", ["keyboard", "mouse"])
def test_somebody_goes_from_the_first_run_to_a_pack(tool: Tool, tmp_path: Path, way: str) -> None:
    home, to = tmp_path / "home", tmp_path / "to"
    home.mkdir()
    to.mkdir()

    travel(tool, home, to, *(["--keyboard"] if way == "keyboard" else []), "--papers", *PAPERS)

    (pack,) = to.glob("*/pack.pdf")
    said = words_of(pack)
    assert TITLE in said
    assert ORGANISATION in said
    (file,) = home.rglob("workspace.evidencepack")
    with open_workspace(file, read_only=True) as workspace:
        facts = workspace.facts(workspace.tenders()[0].id)
    assert {one.kind for one in facts.records.values()} >= set(KINDS)
