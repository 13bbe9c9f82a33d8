# SPDX-License-Identifier: MPL-2.0
"""The Debian package: where its files are, what it asks of the system, and the page of the manual in it."""

from __future__ import annotations

import configparser
import gzip
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import app_icon
import deb
import pytest
from man_page import commands, man_page
from needs import NEEDS

from evidencepack.paths.workspace import SUFFIX

_NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module", autouse=True)
def icons(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Icons without a picture: what is drawn is tried elsewhere, and a fresh clone has none."""
    folder = tmp_path_factory.mktemp("icons")
    for size in app_icon.SIZES:
        (folder / f"{size}.png").write_bytes(b"")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deb, "ICONS", folder)
        yield folder


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of a package of a program that is only a word."""
    folder = tmp_path_factory.mktemp("frozen")
    program = folder / "evidencepack"
    program.write_text("#!/bin/sh\necho begun\n", encoding="utf-8")
    program.chmod(0o755)
    (folder / "licences").mkdir()
    target = tmp_path_factory.mktemp("deb") / "tree"
    deb.lay_out(folder, target)
    return target


def test_the_command_is_on_the_path_and_starts_the_program(tree: Path) -> None:
    done = subprocess.run([tree / "usr/bin/evidencepack"], capture_output=True, text=True, check=True)

    assert done.stdout == "begun\n"


def test_the_menu_and_a_double_click_open_the_window(tree: Path) -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(tree / "usr/share/applications/evidencepack.desktop", encoding="utf-8")
    kind = ET.parse(tree / "usr/share/mime/packages/evidencepack.xml").getroot()[0]  # noqa: S314 - our own file

    assert entry["Desktop Entry"]["Exec"] == "evidencepack app %f"
    assert entry["Desktop Entry"]["MimeType"] == f"{kind.get('type')};"
    patterns = [glob.get("pattern") for glob in kind.findall(f"{_NAMESPACE}glob")]
    assert patterns == [f"*{SUFFIX}"]


def test_icons_licence_and_manual_are_where_the_system_looks(tree: Path) -> None:
    assert (tree / "usr/share/icons/hicolor/scalable/apps/evidencepack.svg").is_file()
    assert (tree / "usr/share/doc/evidencepack/copyright").read_text("utf-8").startswith("Mozilla Public License")
    assert (tree / "usr/share/doc/evidencepack/licences").resolve() == tree / "usr/lib/evidencepack/licences"
    page = gzip.decompress((tree / "usr/share/man/man1/evidencepack.1.gz").read_bytes()).decode()
    assert page == man_page(deb.own_version())


def test_it_asks_the_system_for_what_the_window_needs(tree: Path, tmp_path: Path, tool: Callable[[str], Path]) -> None:
    file = deb.build_deb(deb.Package(tree / "usr/lib/evidencepack", 36), tmp_path)

    asked = [str(tool("dpkg-deb")), "--field", str(file), "Depends"]
    depends = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip().split(", ")
    assert depends[0] == "libc6 (>= 2.36)"
    window = {need.package for need in NEEDS["app"] if need.library}
    assert set(depends[1:]) == window


def test_the_page_of_the_manual_has_every_command() -> None:
    named = [name for name, _ in commands()]

    assert {"sample", "check", "export", "app"} <= set(named)
    assert all(f".TP\n.B {name}\n" in man_page("1") for name in named)


def test_the_icon_is_drawn_in_each_size(qapp: object) -> None:
    del qapp

    picture = app_icon.drawn(32)

    assert picture.size == (32, 32)
    assert picture.convert("RGBA").getpixel((3, 16)) == (11, 92, 107, 255)
    assert picture.convert("RGBA").getchannel("A").getpixel((0, 0)) == 0
