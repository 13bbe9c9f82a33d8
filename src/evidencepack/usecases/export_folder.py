# SPDX-License-Identifier: MPL-2.0
"""Whose the files in a folder are that an export goes into: ours if a manifest says so, otherwise somebody's own."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from evidencepack.pack.manifest import listed_files
from evidencepack.paths.folders import put_folder_right, replace_folder
from evidencepack.paths.names import is_legal_name


def write_export(folder: Path, contents: Mapping[str, bytes], *, listed_in: str) -> Mapping[str, str]:
    """Put the files of an export into its folder, all of them or none.

    Files of an earlier export that are not in this one go, unless somebody changed them. A file that somebody changed
    or put there, and that has the name of a new one, is kept beside it.

    Args:
        folder: where to.
        contents: the files by name, with the manifest.
        listed_in: the name of the manifest.

    Returns:
        What each file that was kept is called now, by the name it had.

    Raises:
        CannotWriteError: the folder is as it was.
    """
    put_folder_right(folder)
    listed = _listed_files(folder, listed_in)
    remove = [name for name, sha256 in listed.items() if _is_untouched(folder, name, sha256)]
    ours = set(listed.values())
    if listed:
        ours.add(_sha256(folder / listed_in))
    keep = [name for name, data in contents.items() if _is_other(folder / name, {*ours, _digest(data)})]
    return replace_folder(folder, contents, remove=remove, keep=keep)


def kept_sentences(kept: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence on each file that was kept beside a new one."""
    for name, now in kept.items():
        yield f"“{name}” had been changed, or was not from an export: it is kept as “{now}”"


def _listed_files(folder: Path, listed_in: str) -> Mapping[str, str]:
    try:
        return listed_files((folder / listed_in).read_bytes())
    except OSError:
        # None there, or none that may be read; where it matters, the writing that follows says why.
        return {}


def _is_untouched(folder: Path, name: str, sha256: str) -> bool:
    inside = all(is_legal_name(part) for part in name.split("/"))
    return inside and _sha256(folder / name) == sha256


def _is_other(file: Path, ours: Collection[str]) -> bool:
    """Whether a file is there that is neither from an earlier export, under whatever name, nor what will be written."""
    return file.is_file() and _sha256(file) not in ours


def _sha256(file: Path) -> str:
    """Return the hash of a file; none of what is not there or cannot be read, which then counts as somebody's own."""
    try:
        return _digest(file.read_bytes())
    except OSError:
        return ""


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
