# SPDX-License-Identifier: MPL-2.0
"""The command intake: scans of what was signed, sorted by what went out, and pictures of what somebody must look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import ClassVar

from evidencepack.bootstrap import Program
from evidencepack.cli.keeping import NOTHING_SEEN, SeenOrder, in_json, keep_copies
from evidencepack.cli.output import Bar, counted, say, say_json, say_table
from evidencepack.domain.short_code import printed
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.paths.files import write_atomically
from evidencepack.paths.folders import refuse_unfit
from evidencepack.signoff.intake.sorting import Returned
from evidencepack.usecases.keeping_scans import Desk, Kept
from evidencepack.usecases.signed_pdf import SignedPdf, read_roots
from evidencepack.usecases.taking_in import Ground, TakenIn, Typed, take_in
from evidencepack.usecases.workspaces import open_existing, tender_facts

_TYPED = re.compile(r"(?P<file>.+):(?P<number>[1-9][0-9]{0,2})=(?P<code>[^/=]+)/(?P<page>[1-9][0-9]{0,2})")


class NotTypedError(EvidencePackError):
    """What somebody typed for a page is not of the form it has to have."""

    exit_code: ClassVar[ExitCode] = ExitCode.USAGE


@dataclass(frozen=True, slots=True)
class ScanOrder:
    """What is taken in: the files, the codes that somebody typed, where pictures go (None: nowhere), what was seen.

    ``roots`` are files with certificates that the person trusts.
    """

    scans: Sequence[Path]
    typed: Sequence[str] = ()
    to: Path | None = None
    seen: SeenOrder = NOTHING_SEEN
    roots: Sequence[Path] = ()


def take_scans(file: Path, order: ScanOrder, *, tender: str, as_json: bool) -> ExitCode:
    """Sort scans by what went out and say what came back; the exit code says whether something has to be asked about.

    What somebody says that they have seen is kept with the pages, all of it or nothing.

    Raises:
        NotTypedError: if a code was not typed as ``scan.pdf:3=7K3M-9Q2X/3``.
    """
    known, to = _typed(order.typed), order.to
    if to is not None:
        refuse_unfit(to)
    bar, kept = Bar(), tuple[Kept, ...]()
    with open_existing(file, read_only=not order.seen.is_given) as workspace:
        facts = tender_facts(workspace, tender)
        ground = Ground(workspace.sent_versions(), facts.tender, workspace.issued_bytes, read_roots(order.roots))
        if order.seen.is_given:
            desk = Desk(workspace, facts, Program().library)
            order.seen.places(desk)
        try:
            found = take_in(ground, order.scans, typed=known, progress=bar)
        finally:
            bar.close()
        if order.seen.is_given:
            kept = keep_copies(desk, found, order.seen)
    if to is not None:
        for name, data in _pictures(found).items():
            write_atomically(to / name, data)
    if as_json:
        say_json({**_in_json(found), "kept": in_json(kept)})
    else:
        _tell(found, to, kept)
    return ExitCode.OK if found.is_clear else ExitCode.FINDINGS


def _typed(words: Sequence[str]) -> Typed:
    found = {}
    for word in words:
        match = _TYPED.fullmatch(word)
        if match is None:
            raise NotTypedError(
                f"“{word}” cannot be read. Nothing was changed. Name the file, its page, the code and the page that "
                "stands beside it on the paper, for example scan.pdf:3=7K3M-9Q2X/2"
            )
        found[match["file"], int(match["number"])] = match["code"], int(match["page"])
    return found


def _tell(found: TakenIn, to: Path | None, kept: Sequence[Kept]) -> None:
    returned, unplaced = found.intake.returned, found.intake.unplaced
    if not returned:
        say("No page of these files belongs to anything that went out of this tender.")
    say_table([(printed(one.copy.code), f"{one.name}: {_how_much(one)}") for one in returned])
    say(*found.intake.remarks, *(look.words for look in found.looks))
    say(*(words for one in found.signed for words in one.sentences))
    say(*(f"{one.read.place}: {one.words}" for one in unplaced))
    if found.looks and to is None:
        say("Pictures of each place to sign, beside the blank original, are written with --to DIR.")
    say(*(words for one in kept for words in one.told))
    if returned and not kept:
        say(
            "Nothing was kept or noted. When you have looked, give the same files again, and say of each place what "
            "you saw: --signed CODE, --not-signed CODE or --cannot-tell CODE"
        )


def _how_much(one: Returned) -> str:
    whole = len(one.copy.pages)
    if not one.missing:
        return "its 1 page" if whole == 1 else f"all {whole} pages"
    return f"{len(one.pages)} of {counted(whole, 'page')}"


def _pictures(found: TakenIn) -> Mapping[str, bytes]:
    """Return the places to sign, as they came and as they went out, by names that say which.

    With them come the pages that somebody typed the code of, and those that were put nowhere.
    """
    named: dict[str, bytes] = {}
    for number, look in enumerate(found.looks, start=1):
        stem = f"{look.page.sent.copy.code}-page-{look.page.sent.number}-{number}"
        named[f"{stem}-as-it-came.png"], named[f"{stem}-as-it-went-out.png"] = look.scan, look.blank
    for page in (page for one in found.intake.returned for page in one.pages if page.by_hand):
        named[f"{page.sent.copy.code}-page-{page.sent.number}-typed.jpg"] = found.pictures[
            page.read.file, page.read.number
        ]
    for number, one in enumerate(found.intake.unplaced, start=1):
        named[f"not-placed-{number}.jpg"] = found.pictures[one.read.file, one.read.number]
    return {name: data for name, data in named.items() if data}


def _in_json(found: TakenIn) -> Mapping[str, object]:
    return {
        "copies": [*_copies(found)],
        "not_placed": [
            {"file": one.read.file, "page": one.read.number, "why": one.why.name.lower(), "words": one.words}
            for one in found.intake.unplaced
        ],
        "remarks": list(found.intake.remarks),
        "signed_pdfs": [_signed(one) for one in found.signed],
        "to_look_at": [
            {
                "code": look.page.sent.copy.code,
                "page": look.page.sent.number,
                "place": look.area.label,
                "suggested": look.reading.ink.name.lower(),
                "width_mm": look.reading.width,
                "height_mm": look.reading.height,
                "photocopy": look.reading.copied,
            }
            for look in found.looks
        ],
    }


def _signed(one: SignedPdf) -> Mapping[str, object]:
    return {
        "file": one.name,
        "code": one.came.copy.code,
        "begins_as_it_went_out": True,
        "bytes_added": one.came.added,
        "holds": one.holds,
        "trouble": one.trouble,
        "signatures": [asdict(each) for each in one.signatures],
    }


def _copies(found: TakenIn) -> Iterator[Mapping[str, object]]:
    for one in found.intake.returned:
        yield {
            "code": one.copy.code,
            "document": one.version.reference,
            "version": one.version.label,
            "organisation": one.copy.organisation,
            "missing": list(one.missing),
            "newer": one.newer.label if one.newer else None,
            "pages": [
                {"page": page.sent.number, "file": page.read.file, "at": page.read.number, "typed": page.by_hand}
                for page in one.pages
            ],
        }
