# SPDX-License-Identifier: MPL-2.0
"""What people are told about the claims of the PDFs of an export."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from evidencepack.pack.manifest import BuiltFile, Conformance, Validated
from evidencepack.pack.validation import (
    BROKE_OFF,
    NOT_INSTALLED,
    NOT_STARTED,
    PROFILES,
    TOO_LONG,
    TOO_MUCH_MEMORY,
    Broken,
)

_STANDARDS = " and ".join(PROFILES.values())
_BUSY = "Close other programs and export again"
_ADVICE: Mapping[str, str] = {
    TOO_LONG: f"{_BUSY}; if it takes too long again, please report it",
    TOO_MUCH_MEMORY: _BUSY,
    NOT_STARTED: _BUSY,
    NOT_INSTALLED: "Install the program again, then export again",
    BROKE_OFF: "Export again; if it breaks off again, please report it",
}
_REPORT = "Please report it"


def all_confirmed(files: Sequence[BuiltFile]) -> bool:
    """Whether a validator passed every PDF, or of a long one each of its documents."""
    return all(file.conformance is None or file.conformance.validated is not Validated.NOT for file in files)


def conformance_sentences(files: Sequence[BuiltFile]) -> Iterator[str]:
    """Yield a sentence on the PDFs that conform, then one on each that makes no claim, with the reason."""
    found = [(file, file.conformance) for file in files if file.conformance]
    claiming = [said for _, said in found if said.claims]
    if claiming:
        keep, them = ("1 PDF keeps", "it") if len(claiming) == 1 else (f"{len(claiming):,} PDFs keep", "them")
        yield f"{keep} to the standards {_STANDARDS}. {claiming[0].verdict.by} checked {them} and found no fault"
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
    return f"{silent}: {verdict.reason}.{singly} {_ADVICE.get(verdict.reason, _REPORT)}"


def _rule(one: Broken) -> str:
    return f"{one.profile} {one.rule} ({one.count:,})"
