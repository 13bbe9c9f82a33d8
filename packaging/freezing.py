# SPDX-License-Identifier: MPL-2.0
"""What goes into the frozen program, and what PyInstaller finds and nobody needs; installer/evidencepack.spec asks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import TypeAlias

Entry: TypeAlias = tuple[str, str, str]
"""As PyInstaller lists files: the place in the bundle, the file it comes from, the type."""

EXCLUDED = (
    # No network: what would call it is not even there.
    *("ssl", "_ssl", "ftplib", "http.server", "smtplib", "xmlrpc", "imaplib", "poplib", "telnetlib", "nntplib"),
    # Python's own hashes do; OpenSSL's would bring five megabytes.
    "_hashlib",
    *(
        "tkinter",
        "curses",
        "readline",
        "lib2to3",
        "doctest",
        "setuptools",
        "pip",
        "ensurepip",
        "venv",
        "idlelib",
        "pydoc_data",
    ),
    *("sqlite3.test", "numpy", "IPython", "pytest", "_pytest", "lxml.html", "lxml.isoschematron", "lxml.objectify"),
    *("PIL.ImageQt", "PIL.ImageTk", "PIL._imagingtk", "PIL.AvifImagePlugin", "PIL._avif", "PIL.ImageShow"),
    *(f"PySide6.{name}" for name in ("QtQml", "QtQuick", "QtNetwork", "QtOpenGL", "QtDesigner", "QtTest", "QtSql")),
)

QT_PARTS = frozenset(
    # Network is not used, but QtPdf does not load without the library.
    {"Core", "Gui", "Widgets", "PrintSupport", "Svg", "Pdf", "PdfWidgets", "Network", "DBus", "XcbQpa"}
)
"""The libraries of Qt that are kept."""

PLUGINS: Mapping[str, frozenset[str]] = {
    # Wayland desktops show X11 windows too; Qt's own way there was never tried.
    "platforms": frozenset({"xcb", "offscreen", "windows", "cocoa"}),
    "platforminputcontexts": frozenset({"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"}),
    "platformthemes": frozenset({"xdgdesktopportal"}),
    "printsupport": frozenset({"cupsprintersupport"}),
    "iconengines": frozenset({"svgicon"}),
    "imageformats": frozenset({"svg", "jpeg"}),
}
"""The plugins of Qt that are kept, by folder. The others are not used, or, as the virtual keyboard, under the GPL."""

_OURS = re.compile(
    # Of the system's libraries only what Python itself is made of: its version must be the one it was tested with.
    r"lib(python3|sqlite3|ffi|bz2|lzma|expat|z\.|uuid|mpdec)"
)
_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/")
_QT_LIBRARY = re.compile(r"^(?:lib)?Qt6?([A-Z][A-Za-z0-9]*)(?=\.|$)")
_QT_TRANSLATIONS = re.compile(r"(^|/)PySide6/(Qt/)?translations/")
_SOFTWARE_GL = re.compile(r"^(opengl32sw|d3dcompiler_\d+)\.dll$", re.IGNORECASE)
_UNUSED = re.compile(r"^libavif-")
# Of packages: where they were built or installed, which is nobody's business, and what only pip reads.
_OF_PIP = re.compile(r"\.dist-info/(direct_url\.json|RECORD|INSTALLER|REQUESTED|WHEEL|uv_cache\.json|sboms/|licenses/)")


def kept(entries: Iterable[Entry], *, linux: bool) -> list[Entry]:
    """Return the files of those that PyInstaller found that the program needs.

    Args:
        entries: programs, libraries or data.
        linux: leave out what the system's own packages bring: see ``deb.DEPENDS``.
    """
    return [entry for entry in entries if is_kept(entry[0]) and not (linux and is_the_systems(entry[1]))]


def is_kept(place: str) -> bool:
    """Whether a file belongs into the bundle, by its place there."""
    path = PurePath(place.replace("\\", "/"))
    if "plugins" in path.parts and "PySide6" in path.parts:
        folder = path.parent.name
        return _plugin(path.name) in PLUGINS.get(folder, frozenset())
    library = _QT_LIBRARY.match(path.name)
    if library and path.suffix not in {".pyd", ".py", ".pyi"} and ".abi3." not in path.name:
        return library[1] in QT_PARTS
    unwanted = (_QT_TRANSLATIONS.search(path.as_posix()), _OF_PIP.search(path.as_posix()))
    return not any((*unwanted, _SOFTWARE_GL.match(path.name), _UNUSED.match(path.name)))


def is_the_systems(source: str) -> bool:
    """Whether a library comes from a package of the Linux system, and is not a part of Python: one or what it needs."""
    part_of_python = "/lib-dynload/" in source or _OURS.match(PurePath(source).name)
    return source.startswith(_SYSTEM) and ".so" in source and not part_of_python


def _plugin(name: str) -> str:
    """Return a plugin's name as it is on every system: libqxcb.so, qwindows.dll and libqcocoa.dylib begin with q."""
    stem = name.partition(".")[0].removeprefix("lib")
    return stem.removeprefix("q")
