# SPDX-License-Identifier: MPL-2.0
"""Time the window from the command to the first paint of its tenders: beside an empty one, and with 10,000 documents.

Each is a process of its own, in turn with its peer; what was read before is in the memory of the machine.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from timed import Took, line, run, warm

from evidencepack.bootstrap import Program
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import FieldType
from evidencepack.store.workspace import create_workspace
from evidencepack.ui.smoke import VARIABLE
from evidencepack.usecases.sampling import make_sample_workspace

_DOCUMENTS = 10_000
_PAIRS = 15
_TEXT = "Two connectors run 12 sessions a week and Nasrin Akhtar leads."
_EMPTY_WINDOW = (str(Path(__file__).with_name("empty_window.py")),)


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        at_home = {"QT_QPA_PLATFORM": "offscreen", VARIABLE: "1", "XDG_CONFIG_HOME": name, "XDG_DATA_HOME": name}
        program = Program()
        make_sample_workspace(folder / "sample.evidencepack", program.sample, library=program.library).close()
        fill(folder / "empty.evidencepack", 0)
        fill(folder / "full.evidencepack", _DOCUMENTS)
        ours = {one: app(folder / f"{one}.evidencepack") for one in ("sample", "empty", "full")}
        warm(_EMPTY_WINDOW, *ours.values(), **at_home)
        compare(
            "start to the first paint of the tenders / an empty window of Qt", ours["sample"], _EMPTY_WINDOW, at_home
        )
        compare(f"start with {_DOCUMENTS:,} documents / with none", ours["full"], ours["empty"], at_home)


def app(file: Path) -> tuple[str, ...]:
    """Return what opens the window on a workspace."""
    return ("-m", "evidencepack", "app", str(file))


def fill(file: Path, documents: int) -> None:
    """Make a workspace with one tender and its documents, each with two answers."""
    with create_workspace(file) as workspace, workspace.together():
        tender = workspace.add_record("tender", "T-1").id
        for at in range(documents):
            record = workspace.add_record("mou", f"MOU-{at:05}", tender=tender).id
            workspace.write(FieldPath(record, "purpose"), FieldType.LONG_TEXT, f"{_TEXT} {at}")
            workspace.write(FieldPath(record, "area"), FieldType.TEXT, f"Area {at}")


def compare(what: str, ours: Sequence[str], peer: Sequence[str], variables: dict[str, str]) -> None:
    """Run both in turn and print the median of their ratios, on the clock and in processor time."""
    pairs = [(run(ours, **variables), run(peer, **variables)) for _ in range(_PAIRS)]
    walls = sorted(one.wall / other.wall for one, other in pairs)
    cpu = median(one.cpu / other.cpu for one, other in pairs)
    line(
        f"{what}, {_PAIRS} pairs",
        f"{median(walls):.2f} ({walls[0]:.2f} to {walls[-1]:.2f}), processor {cpu:.2f}; "
        f"{_said([one for one, _ in pairs])} / {_said([other for _, other in pairs])}",
    )


def _said(runs: Sequence[Took]) -> str:
    return f"{median(one.wall for one in runs) * 1000:.0f} ms"


if __name__ == "__main__":
    main()
