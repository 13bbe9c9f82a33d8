# SPDX-License-Identifier: MPL-2.0
"""File names that Windows, macOS and Linux all accept."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]+')
# Names of devices on Windows, with or without an extension (Microsoft, "Naming Files, Paths, and Namespaces").
_DEVICE = re.compile(r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?=\.|$)", re.IGNORECASE)
# Marks that turn the direction of writing can make a name read as another one.
_TURNING = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LONGEST = 150


def legal_name(text: str, *, otherwise: str = "untitled", room: int = 0) -> str:
    """Return a file name as close to the text as every system allows: one part of a path, never a path.

    At most 150 bytes of UTF-8, so that a folder and a temporary suffix still fit. Text that leaves nothing gives
    ``otherwise``. ``room`` is how many of the bytes are left for an ending that is put behind.
    """
    plain = "".join(c for c in unicodedata.normalize("NFC", text) if not _dropped(c))
    name = _trim(" ".join(_FORBIDDEN.sub("-", plain).split()))
    name = f"_{name}" if _DEVICE.match(name) else name
    longest = _LONGEST - room
    name = _cut(name, longest) if len(name.encode()) > longest else name
    return name or otherwise


def is_legal_name(name: str) -> bool:
    """Whether the name can be used as it stands."""
    return legal_name(name, otherwise="") == name != ""


def _dropped(character: str) -> bool:
    if character.isspace():
        return False
    return character in _TURNING or unicodedata.category(character) in {"Cc", "Cs"}


def _trim(name: str) -> str:
    return name.strip(" .")


def _cut(name: str, longest: int) -> str:
    suffix = PurePosixPath(name).suffix
    if len(suffix.encode()) > longest // 4:
        suffix = ""
    stem = name.removesuffix(suffix).encode()[: longest - len(suffix.encode())]
    return _trim(stem.decode(errors="ignore")) + suffix
