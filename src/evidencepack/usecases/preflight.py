# SPDX-License-Identifier: MPL-2.0
"""Pre-flight: each file of an export opened again as it lies on the disk, and looked through as a buyer would."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from evidencepack.compose.counting import counted
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience, Severity
from evidencepack.library.model import Library
from evidencepack.pack.manifest import Listed, listed
from evidencepack.pack.preflight.checks import Wanted, sightings
from evidencepack.pack.preflight.lapsed import lapsed_in
from evidencepack.pack.preflight.looked import look_into
from evidencepack.pack.preflight.private import secrets_of
from evidencepack.pack.preflight.sighting import Check, Sighting
from evidencepack.pack.preflight.signed import other_versions, whole_copies
from evidencepack.pack.preflight.twice import twice_in
from evidencepack.pack.slots.checklist import CHECKLIST
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.enclosing import annexes_of
from evidencepack.usecases.exporting import Made, manifest_of
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.tenders import tender_cards


@dataclass(frozen=True, slots=True)
class Preflight:
    """What was looked through, and what was seen: the worst first.

    ``files`` and ``pages`` are those that were opened; ``copies`` the names of files that have the very bytes of
    another one, which was looked through in their place.
    """

    files: int
    pages: int
    copies: tuple[str, ...]
    sightings: tuple[Sighting, ...]

    @property
    def is_clear(self) -> bool:
        """Whether nothing keeps the files from being uploaded."""
        return not any(one.blocks for one in self.sightings)


def other_buyers(workspace: Workspace, tender: str) -> tuple[str, ...]:
    """Return the names of the buyers of other tenders, but for the one who is this tender's buyer, too."""
    cards = tender_cards(workspace)
    own = {card.buyer for card in cards if card.id == tender}
    return tuple(sorted({card.buyer for card in cards if card.buyer} - own))


def preflight(
    folder: Path,
    facts: Facts,
    library: Library,
    *,
    audience: Audience = Audience.PACK,
    buyers: Collection[str] = (),
    stop: Event | None = None,
) -> Preflight:
    """Return what is seen in the files of an export, as they lie in its folder. The checklist stays on the desk.

    Args:
        folder: where the export was written.
        facts: the tender as it is now.
        library: the kinds.
        audience: for whom the export was made.
        buyers: the names of other buyers (``other_buyers``).
        stop: ends it soon after another thread sets it.

    Raises:
        NotFoundError: if there is no export in the folder.
        StoppedError: ``stop`` was set.
    """
    name = manifest_of(audience)
    files = [one for one in _manifest(folder / name) if not _stays(one.name)]
    there = {one.name: data for one in files if (data := _read(folder / one.name)) is not None}
    lost = [_lost(one) for one in files if one.name not in there]
    changed = [_changed(one) for one in files if one.name in there and _sha256(there[one.name]) != one.sha256]
    wanted = Wanted(
        ours=_ours(files, facts),
        buyers=buyers,
        secrets=secrets_of(facts, library, audience),
        is_draft=not plan_of(facts, library, audience=audience).is_versioned,
        lapsed=lapsed_in((one for one in files if one.name in there), facts, library),
        foreign=_foreign(files, facts),
        damaged=_damaged(files),
    )
    found = _look_through(there, wanted, stop)
    others = *lost, *changed, *other_versions(files)
    return replace(found, sightings=(*others, *found.sightings, *whole_copies(files), *twice_in(files, facts)))


def preflight_of(made: Made, facts: Facts, library: Library, *, buyers: Collection[str] = ()) -> Preflight:
    """Return what is seen in the files of a pack that was made and is not written yet, byte for byte as it will be.

    The arguments are those of ``preflight``; ``made`` is the buyer's pack.
    """
    there = {one.name: one.data for one in made.every if not _stays(one.name)}
    files = [one for one in listed(made.manifest) if one.name in there]
    wanted = Wanted(
        ours=_ours(files, facts),
        buyers=buyers,
        secrets=secrets_of(facts, library, Audience.PACK),
        is_draft=not made.plan.is_versioned,
        lapsed=lapsed_in(files, facts, library),
        foreign=_foreign(files, facts),
        damaged=_damaged(files),
    )
    found = _look_through(there, wanted, None)
    return replace(
        found, sightings=(*other_versions(files), *found.sightings, *whole_copies(files), *twice_in(files, facts))
    )


def _foreign(files: Collection[Listed], facts: Facts) -> frozenset[str]:
    """Return the names of files in which only annexes stand; pages of ours in a bundle are told apart by themselves."""
    known = {one.file.sha256 for one in annexes_of(facts) if one.file}
    alone = (one for one in files if one.is_ours and all(held.content_hash in known for held in one.holds))
    return frozenset(one.name for one in alone)


def _damaged(files: Collection[Listed]) -> Mapping[str, tuple[range, ...]]:
    return {one.name: tuple(held.damaged for held in one.holds) for one in files}


def _ours(files: Iterable[Listed], facts: Facts) -> frozenset[str]:
    """Return the names of files in which no annex stands: for pages of others nobody here can answer."""
    annexes = {(one.record.reference, one.file.sha256) for one in annexes_of(facts) if one.file}
    return frozenset(
        one.name
        for one in files
        if one.is_ours and not any((held.reference, held.content_hash) in annexes for held in one.holds)
    )


def without_counted(found: Preflight) -> Preflight:
    """Return what was seen apart from what a check of the answers counts, too: gaps, examples and what runs out."""
    said = (one for one in found.sightings if not _is_counted(one) and one.check is not Check.EXPIRED)
    return replace(found, sightings=tuple(said))


def news_in(found: Preflight) -> Preflight:
    """Return what an export does not say by itself: gaps, examples and drafts it has counted already."""
    said = (one for one in found.sightings if not _is_counted(one) and one.check is not Check.DRAFT)
    return replace(found, sightings=tuple(said))


def _is_counted(one: Sighting) -> bool:
    return one.blocks and one.check in {Check.PLACEHOLDER, Check.EXAMPLE}


def preflight_sentences(found: Preflight) -> Iterator[str]:
    """Yield what was looked through, then each thing that was seen, and whether it must be mended."""
    yield opened_again(found)
    yield from (f"{'Must be mended' if one.blocks else 'To look at'}: {one.words}" for one in found.sightings)


def opened_again(found: Preflight) -> str:
    """Return what was looked through, and how many things were seen in it."""
    opened = f"{counted(found.files, 'file')} again, {counted(found.pages, 'page')} of PDF"
    return f"Opened {opened}: {_verdict(found.sightings)}"


def _verdict(seen: Collection[Sighting]) -> str:
    if not seen:
        return "nothing in them should stay behind"
    worst = sum(one.blocks for one in seen)
    must = f"{worst:,} to mend before they go" if worst else "nothing that must be mended"
    others = len(seen) - worst
    return f"{must}, {others:,} to look at" if others else must


def _look_through(there: Mapping[str, bytes], wanted: Wanted, stop: Event | None) -> Preflight:
    """Look into each file once, however often its bytes are there."""
    first = {_sha256(there[name]): name for name in reversed(list(there))}
    once = {name: data for name, data in there.items() if first[_sha256(data)] == name}
    looked = look_into(once, stop=stop)
    copies = tuple(name for name in there if name not in once)
    pages = sum(len(one.pages) for name, one in looked.items() if name.endswith(".pdf"))
    return Preflight(len(once), pages, copies, sightings(looked, wanted))


def _stays(name: str) -> bool:
    """Whether a file stays on the desk of whoever uploads the others."""
    return name.startswith(f"{CHECKLIST}.")


def _manifest(file: Path) -> tuple[Listed, ...]:
    found = listed(_read(file) or b"")
    if not found:
        raise NotFoundError(f"{file.parent} holds no export: there is no {file.name}. Export into it first.")
    return found


def _lost(file: Listed) -> Sighting:
    words = f"“{file.name}” is no longer in the folder, or cannot be read. Export again"
    return Sighting(Check.OPENS, Severity.BLOCKS, file.name, words)


def _changed(file: Listed) -> Sighting:
    words = f"“{file.name}” was changed after the export. Look at it, or export again into another folder"
    return Sighting(Check.OPENS, Severity.WARNS, file.name, words)


def _read(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None  # what is said of it is that it is not there


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
