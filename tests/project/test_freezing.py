# SPDX-License-Identifier: MPL-2.0
"""What goes into the frozen program: what it needs, of every system's names, and nothing that nobody asked for."""

from __future__ import annotations

import re
from pathlib import Path

import freezing
import pytest

_ROOT = Path(__file__).resolve().parents[2]
_QT = "PySide6/Qt/plugins"


@pytest.mark.parametrize(
    "place",
    [
        *("PySide6/QtCore.abi3.so", "PySide6/QtWidgets.pyd", "PySide6/Qt/lib/libQt6Pdf.so.6", "PySide6/Qt6Gui.dll"),
        "PySide6/Qt/lib/QtWidgets.framework/Versions/A/QtWidgets",
        *(f"{_QT}/platforms/libqxcb.so", "PySide6/plugins/platforms/qwindows.dll", f"{_QT}/platforms/libqcocoa.dylib"),
        *(f"{_QT}/imageformats/libqjpeg.so", "PySide6\\plugins\\iconengines\\qsvgicon.dll"),
        *("libsqlite3.so.0", "evidencepack/resources/kinds/header.toml", "evidencepack-0.1.0.dist-info/METADATA"),
    ],
)
def test_what_the_program_needs_stays(place: str) -> None:
    assert freezing.is_kept(place)


@pytest.mark.parametrize(
    "place",
    [
        *("PySide6/Qt/lib/libQt6Quick.so.6", "PySide6/Qt6Qml.dll", "PySide6/opengl32sw.dll"),
        *(f"{_QT}/platforms/libqvnc.so", f"{_QT}/tls/libqopensslbackend.so", f"{_QT}/sqldrivers/libqsqlite.so"),
        # The virtual keyboard is under the GPL.
        f"{_QT}/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        *("PySide6/Qt/translations/qtbase_cy.qm", "libavif-c6062d5f.so.16.4.2"),
    ],
)
def test_what_nobody_needs_goes(place: str) -> None:
    assert not freezing.is_kept(place)


def test_where_it_was_built_is_told_to_nobody() -> None:
    assert not freezing.is_kept("evidencepack-0.1.0.dist-info/direct_url.json")


def test_on_linux_the_system_brings_its_own_libraries_but_not_those_of_python() -> None:
    system = ("libX11.so.6", "/usr/lib/x86_64-linux-gnu/libX11.so.6", "BINARY")
    python = ("libsqlite3.so.0", "/usr/lib/x86_64-linux-gnu/libsqlite3.so.0", "BINARY")
    # Debian's own Python has its parts among the system's libraries.
    part = ("_decimal.so", "/usr/lib/python3.11/lib-dynload/_decimal.cpython-311-x86_64-linux-gnu.so", "EXTENSION")
    wheel = ("libjpeg-6dc8d115.so", "/opt/venv/lib/site-packages/pillow.libs/libjpeg-6dc8d115.so", "BINARY")

    assert freezing.kept([system, python, part, wheel], linux=True) == [python, part, wheel]
    assert freezing.kept([system, python, part, wheel], linux=False) == [system, python, part, wheel]


def test_every_part_of_qt_that_the_window_imports_is_kept() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (_ROOT / "src").rglob("*.py"))
    imported = set(re.findall(r"from PySide6\.Qt(\w+) import", source))

    assert imported
    assert imported <= freezing.QT_PARTS


def test_nothing_that_the_program_imports_is_left_out() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (_ROOT / "src").rglob("*.py"))

    used = set(re.findall(r"^\s*(?:from|import) ([\w.]+)", source, re.MULTILINE))
    assert used & set(freezing.EXCLUDED) == set()
