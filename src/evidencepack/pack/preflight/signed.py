# SPDX-License-Identifier: MPL-2.0
"""Signed pages that belong to another version of their paper than stands in the same file, or in the same export."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidencepack.domain.short_code import printed
from evidencepack.domain.trade import Severity
from evidencepack.pack.manifest import Held, Listed
from evidencepack.pack.preflight.sighting import Check, Sighting
from evidencepack.pack.signed import BESIDE


def other_versions(files: Sequence[Listed]) -> Iterator[Sighting]:
    """Yield each signed page whose signature stands on other words than the pack has; once, where it stands first.

    Both hashes stand in the manifest: what was signed, and what the paper says in this export.
    """
    papers = {held.reference: held for one in files for held in one.holds if not held.signed}
    told = set[str]()
    for file in files:
        for held in file.holds:
            paper = papers.get(held.reference)
            if held.signed and paper and held.content_hash != paper.content_hash and held.signed not in told:
                told.add(held.signed)
                yield Sighting(Check.SIGNED, Severity.BLOCKS, file.name, _words(file, held, paper))


def whole_copies(files: Sequence[Listed]) -> Iterator[Sighting]:
    """Yield each copy that goes along as it was signed digitally: with the page before it, which is for the partner."""
    for file in files:
        if file.name.startswith(f"{BESIDE}/"):
            words = (
                f"“{file.name}” is the whole copy, as it was signed digitally. Its first page says what the partner "
                "gives and gets: look whether the buyer may read that, or keep signed pages out of the pack"
            )
            yield Sighting(Check.SIGNED, Severity.WARNS, file.name, words)


def _words(file: Listed, held: Held, paper: Held) -> str:
    now = f"version {paper.version}" if paper.version and paper.version != held.version else "other words"
    return (
        f"“{file.name}”: the signed page of {held.reference} (copy {printed(held.signed)}) is of version "
        f"{held.version}, and the paper in this pack has {now}. Nobody has signed that. Send it out again, put back "
        "what was signed, or keep signed pages out of the pack"
    )
