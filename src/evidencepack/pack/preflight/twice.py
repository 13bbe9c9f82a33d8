# SPDX-License-Identifier: MPL-2.0
"""The same file from outside that stands in a bundle as two annexes, which nobody may have meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evidencepack.compose.joining import and_list
from evidencepack.domain.record import Facts
from evidencepack.domain.same_files import Fingerprint, same_files
from evidencepack.domain.trade import Severity
from evidencepack.pack.annexes import Annex
from evidencepack.pack.manifest import Listed
from evidencepack.pack.numbering import ANNEX
from evidencepack.pack.preflight.sighting import Check, Sighting


def twice_in(files: Iterable[Listed], facts: Facts) -> Iterator[Sighting]:
    """Yield what stands in a file as several annexes and is one file, each group once, at the first file with it."""
    annexes = {one.reference: Annex(one, "") for one in facts.of_kind(ANNEX)}
    told = set[tuple[str, ...]]()
    for file in files:
        held = ((one, annexes.get(one.reference)) for one in dict.fromkeys(file.holds))
        known = [
            Fingerprint(f"{one.reference} “{annex.title}”", one.content_hash)
            for one, annex in held
            if annex is not None and annex.file is not None and annex.file.sha256 == one.content_hash
        ]
        for same in same_files(known):
            if same.names not in told:
                told.add(same.names)
                words = f"{and_list(same.names)} are the same file. Take one of them out, if that was a slip"
                yield Sighting(Check.TWICE, Severity.WARNS, file.name, f"“{file.name}”: {words}")
