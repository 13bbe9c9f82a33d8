# SPDX-License-Identifier: MPL-2.0
"""What people are told about the claims of the PDFs of an export."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidencepack.pack.manifest import BuiltFile, Conformance, Validated
from evidencepack.pack.validation import PROFILES, Broken

_STANDARDS = " and ".join(PROFILES.values())


def conformance_sentences(files: Sequence[BuiltFile]) -> Iterator[str]:
    """Yield a sentence on the PDFs that conform, then one on each that makes no claim, with the reason."""
    found = [(file, file.conformance) for file in files if file.conformance]
    claiming = [said for _, said in found if said.claims]
    if claiming:
        number = "1 PDF conforms" if len(claiming) == 1 else f"{len(claiming):,} PDFs conform"
        yield f"{number} to {_STANDARDS}, as {claiming[0].verdict.by} confirmed"
    yield from (_sentence(file, said) for file, said in found if not said.claims)


def _sentence(file: BuiltFile, said: Conformance) -> str:
    verdict = said.verdict
    silent = f"{file.name} is whole but does not say that it conforms to {_STANDARDS}"
    if verdict.broken:
        return (
            f"{silent}: {verdict.by} found fault with it. The fault is the program’s, not yours; please report it: "
            f"{', '.join(map(_rule, verdict.broken))}"
        )
    alone = " Each of its documents, as a file by itself, was checked and conforms."
    singly = alone if said.validated is Validated.BY_DOCUMENT else ""
    return f"{silent}: {verdict.reason}.{singly} Close other programs and export again"


def _rule(one: Broken) -> str:
    return f"{one.profile} {one.rule} ({one.count:,})"
