# SPDX-License-Identifier: MPL-2.0
"""What a file holds, as plain values: read in a child, since a pack may have files from anybody in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from threading import Event
from typing import Any

from evidencepack.guard.child import limited
from evidencepack.guard.faults import GuardError, StoppedError

READ = frozenset({"pdf", "docx", "xlsx"})
"""Endings of files that are looked into. Pictures have no words that a machine could read here."""

_SECONDS, _SECONDS_A_MEGABYTE, _MEGABYTES, _MEGABYTES_A_MEGABYTE = 20.0, 4.0, 512, 24
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class LookedPage:
    """One page of a PDF, or a whole Word file: its words, and how they stand.

    ``is_blank``: nothing at all is drawn on it. ``is_upside_down``: most of its letters stand on their heads.
    ``is_guest``: it came from outside and stands on a sheet of ours, whose foot counts for neither.
    """

    text: str = ""
    is_blank: bool = False
    is_upside_down: bool = False
    is_guest: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found in a file. ``trouble`` is why it could not be read; nothing else is known then.

    ``lost_links`` are links and bookmarks that lead nowhere, by page (0: bookmarks) and words. ``acts`` is what could
    run or open something, in words. ``strings`` is all text that no page shows: titles, descriptions, properties.
    """

    pages: tuple[LookedPage, ...] = ()
    lost_links: tuple[tuple[int, str], ...] = ()
    acts: tuple[str, ...] = ()
    loose_fonts: tuple[str, ...] = ()
    comments: int = 0
    tracked: int = 0
    hidden: str = ""
    strings: str = ""
    trouble: str = ""


def look_into(files: Mapping[str, bytes], *, stop: Event | None = None) -> dict[str, Looked]:
    """Return what each file holds that can be looked into, by name.

    Raises:
        StoppedError: ``stop`` was set.
    """
    names = [name for name in files if _ending(name) in READ]
    return dict(zip(names, _ask([(_ending(name), files[name]) for name in names], stop), strict=True))


def _ending(name: str) -> str:
    return name.rpartition(".")[2].lower()


def _ask(files: Sequence[tuple[str, bytes]], stop: Event | None) -> list[Looked]:
    if not files:
        return []
    whole = b"".join(data for _, data in files)
    megabytes = len(whole) // _MEGABYTE + 1
    parts = [(ending, len(data)) for ending, data in files]
    seconds, memory = _SECONDS + _SECONDS_A_MEGABYTE * megabytes, _MEGABYTES + _MEGABYTES_A_MEGABYTE * megabytes
    try:
        answer = limited(look, whole, parts, seconds=seconds, megabytes=memory, stop=stop)
    except StoppedError:
        raise
    except GuardError as error:
        # One of them broke the child: each alone, so that the others are known.
        return (
            [Looked(trouble=str(error))] if len(files) == 1 else [one for file in files for one in _ask([file], stop)]
        )
    return [_looked(one) for one in answer]


def look(data: bytes, parts: Sequence[tuple[str, int]]) -> list[dict[str, Any]]:
    """Look into files that stand one behind the other, by ending and length; called in the child."""
    from evidencepack.pack.preflight.office import look_into_office
    from evidencepack.pack.preflight.pdf import look_into_pdf

    answers, at = [], 0
    for ending, size in parts:
        part = data[at : at + size]
        answers.append(look_into_pdf(part) if ending == "pdf" else look_into_office(part))
        at += size
    return answers


def _looked(answer: Mapping[str, Any]) -> Looked:
    return Looked(
        tuple(LookedPage(str(text), *map(bool, flags)) for text, *flags in answer.get("pages", ())),
        tuple((int(page), str(words)) for page, words in answer.get("lost_links", ())),
        tuple(map(str, answer.get("acts", ()))),
        tuple(map(str, answer.get("loose_fonts", ()))),
        int(answer.get("comments", 0)),
        int(answer.get("tracked", 0)),
        str(answer.get("hidden", "")),
        str(answer.get("strings", "")),
        str(answer.get("trouble", "")),
    )
