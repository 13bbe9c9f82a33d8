# SPDX-License-Identifier: MPL-2.0
"""The licences that come with the program: one for each package that is in it, and no package unasked."""

from __future__ import annotations

from importlib.metadata import distribution
from pathlib import Path

import carried_licences
import jinja2
import pytest


def test_a_file_tells_which_package_it_came_with() -> None:
    file = Path(jinja2.__file__).resolve()

    assert carried_licences.owners([file, Path(__file__)], [distribution("jinja2"), distribution("lxml")]) == {"jinja2"}


def test_a_package_that_nobody_asked_for_stops_the_build() -> None:
    carried_licences.refuse_strangers({"jinja2", "pyinstaller", "evidencepack"}, {"jinja2"})

    with pytest.raises(carried_licences.Stranger, match=r"not in requirements/app\.txt: hypothesis"):
        carried_licences.refuse_strangers({"jinja2", "hypothesis"}, {"jinja2"})


def test_every_part_gets_its_licence(tmp_path: Path) -> None:
    program, sources = tmp_path / "program", tmp_path / "sources.txt"
    program.mkdir()
    sources.write_text(f"{jinja2.__file__}\n", encoding="utf-8")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            carried_licences, "_STARTER", "markupsafe"
        )  # the one that builds is not installed where tests run
        carried_licences.add_licences(program, sources)

    listed = (program / "licences" / "README.txt").read_text(encoding="utf-8")
    assert "\nJinja2 " in listed
    assert "\nPython 3" in listed
    for name in ("jinja2/LICENSE.txt", "Qt.txt", "LGPL-3.0.txt", "GPL-3.0.txt", "evidencepack.txt", "python.txt"):
        assert (program / "licences" / name).stat().st_size > 500
