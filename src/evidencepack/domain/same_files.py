# SPDX-License-Identifier: MPL-2.0
"""Files that somebody added twice: the same bytes, or the same pages in a file that was saved again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a file is known by: ``file`` and ``pages`` are SHA-256 of its bytes, and of its pages printed anew.

    ``pages`` is empty where there are none.
    """

    name: str
    file: str
    pages: str = ""


@dataclass(frozen=True, slots=True)
class SameFiles:
    """Names of files that hold the same, in the order they came; ``exact``: to the byte, not only page by page."""

    names: tuple[str, ...]
    exact: bool


def same_files(files: Iterable[Fingerprint]) -> tuple[SameFiles, ...]:
    """Return each group of files that hold the same, a file in one group at most, in the order of their first."""
    every = tuple(files)
    groups = defaultdict[str, list[Fingerprint]](list)
    pages_of = {one.file: one.pages for one in every if one.pages}
    for one in every:
        groups[pages_of.get(one.file, one.file)].append(one)
    return tuple(
        SameFiles(tuple(one.name for one in group), exact=len({one.file for one in group}) == 1)
        for group in groups.values()
        if len(group) > 1
    )
