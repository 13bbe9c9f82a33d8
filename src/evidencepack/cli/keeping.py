# SPDX-License-Identifier: MPL-2.0
"""What a person has seen on copies that came back, as typed after intake, and keeping those copies with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from evidencepack.bootstrap import Program
from evidencepack.cli.output import say
from evidencepack.domain.came_back import Seen, SeenPlace, places_to_sign
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import SentCopy
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.entry_dates import read_full_date
from evidencepack.paths.files import write_atomically
from evidencepack.paths.folders import refuse_unfit
from evidencepack.usecases.keeping_scans import Desk, Kept, LookedAt, keep_scans, returned_files
from evidencepack.usecases.sign_events import ON_PAPER
from evidencepack.usecases.taking_in import TakenIn
from evidencepack.usecases.workspaces import open_existing, tender_facts


class NotSeenError(EvidencePackError):
    """What somebody says that they have seen names no place to sign, or more than one."""

    exit_code: ClassVar[ExitCode] = ExitCode.USAGE


@dataclass(frozen=True, slots=True)
class SeenOrder:
    """What a person has seen, as typed: places by "CODE" or "CODE:WHICH"; the day of the signature; the rest of it.

    ``keep``: copies of which nothing is said are kept, too.
    """

    signed: Sequence[str] = ()
    not_signed: Sequence[str] = ()
    cannot_tell: Sequence[str] = ()
    keep: bool = False
    on: str = ""
    by: str = ""
    deputy: str = ""
    authority: str = ""
    how: str = ON_PAPER

    @property
    def is_given(self) -> bool:
        """Whether anything is to be kept."""
        return self.keep or any(self._said())

    def _said(self) -> Iterator[tuple[str, Seen]]:
        for words, seen in (
            (self.signed, Seen.SIGNED),
            (self.not_signed, Seen.NOT_SIGNED),
            (self.cannot_tell, Seen.CANNOT_TELL),
        ):
            yield from ((one, seen) for one in words)

    def places(self, desk: Desk) -> Mapping[str, tuple[SeenPlace, ...]]:
        """Return what was seen in each copy, by its code.

        Raises:
            NotFoundError: if a code is that of no copy.
            NotSeenError: if a place cannot be told, or two things are said of one.
        """
        found: dict[str, dict[int, SeenPlace]] = {}
        for words, seen in self._said():
            code, _, which = words.partition(":")
            copy = desk.line(code).copy
            number = _place(copy, which.strip())
            if number in found.setdefault(copy.code, {}):
                raise NotSeenError(f"Two things are said of one place of copy {printed(copy.code)}. Nothing was kept.")
            found[copy.code][number] = SeenPlace(number, copy.areas[number].label, seen)
        return {code: tuple(places.values()) for code, places in found.items()}


NOTHING_SEEN = SeenOrder()
"""What somebody says who has not looked yet."""


def keep_copies(desk: Desk, taken: TakenIn, order: SeenOrder) -> tuple[Kept, ...]:
    """Keep the copies that a person has looked at, or all that came back; all of them or none.

    Raises:
        NotFoundError, NotSeenError, NotNotedError: nothing is kept then.
    """
    places = order.places(desk)
    codes = dict.fromkeys(places)
    if order.keep:
        codes |= dict.fromkeys(one.copy.code for one in taken.intake.returned)
    day = read_full_date(order.on) if order.on else date.fromisoformat(desk.workspace.now[:10])
    kept = []
    with desk.workspace.together():
        for code in codes:
            looked = LookedAt(places.get(code, ()), day, order.by, order.deputy, order.authority, order.how)
            kept.append(keep_scans(desk.anew(), taken, code, looked))
    return tuple(kept)


def in_json(kept: Sequence[Kept]) -> list[dict[str, object]]:
    """Return what was kept as plain values."""
    return [
        {
            "code": one.came.code,
            "state": one.state.value,
            "again": one.again,
            "pages": [
                {"page": page.number, "sha256": page.sha256, "came_in": page.file, "came_in_sha256": page.file_sha256}
                for page in one.came.pages
            ],
            "seen": [{"place": place.label, "seen": place.seen.value} for place in one.came.places],
        }
        for one in kept
    ]


def _place(copy: SentCopy, which: str) -> int:
    """Return which place to sign somebody means: by its number among those, or by words of its name."""
    there = [*places_to_sign(copy)]
    code = printed(copy.code)
    if which.isdecimal() and 1 <= int(which) <= len(there):
        return there[int(which) - 1]
    meant = [one for one in there if which.casefold() in copy.areas[one].label.casefold()]
    if len(meant) == 1:
        return meant[0]
    if not there:
        raise NotSeenError(f"Copy {code} has no place to sign. Nothing was kept.")
    names = "; ".join(f"{code}:{number} {copy.areas[one].label}" for number, one in enumerate(there, start=1))
    raise NotSeenError(f"Say which place of copy {code} you mean. Nothing was kept. It has: {names}")


def write_returned(file: Path, code: str, folder: Path, *, tender: str) -> ExitCode:
    """Write what came back of a copy into a folder: its pages as pictures, and PDFs as they came."""
    refuse_unfit(folder)
    with open_existing(file, read_only=True) as workspace:
        line = Desk(workspace, tender_facts(workspace, tender), Program().library).line(code)
        files = returned_files(workspace, line.copy.code)
    for name, data in files.items():
        write_atomically(folder / name, data)
    say(*(str(folder / name) for name in files))
    return ExitCode.OK
