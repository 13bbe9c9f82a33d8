# SPDX-License-Identifier: MPL-2.0
"""Reading which formats a person asked for, and for whom."""

from __future__ import annotations

from typing import ClassVar

from evidencepack.domain.trade import Audience
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.pack.press import Format

READERS = {"buyer": Audience.PACK, "partners": Audience.PARTNER, "own": Audience.OWN}
"""For whom a pack or a document can be printed, by the word a person types."""


class UnknownReaderError(EvidencePackError):
    """A copy for nobody."""

    exit_code: ClassVar[ExitCode] = ExitCode.USAGE


class UnknownFormatError(EvidencePackError):
    """A format that nothing can be exported in."""

    exit_code: ClassVar[ExitCode] = ExitCode.USAGE


def read_formats(text: str) -> tuple[Format, ...]:
    """Return the formats named in a list such as "pdf,docx", in the order PDF, Word.

    Raises:
        UnknownFormatError: if a name is no format, or none is named.
    """
    names = {name.strip().lower() for name in text.split(",") if name.strip()}
    unknown = sorted(names - set(Format))
    if unknown or not names:
        what = f"“{unknown[0]}” is not a format" if unknown else "No format was named"
        raise UnknownFormatError(f"{what}. Nothing was written. Choose from: {', '.join(Format)}.")
    return tuple(form for form in Format if form.value in names)


def read_reader(text: str) -> Audience:
    """Return for whom to print; the buyer if nobody is named.

    Raises:
        UnknownReaderError: if nobody is called so.
    """
    found = READERS.get(text.strip().lower() or "buyer")
    if found is None:
        raise UnknownReaderError(f"Nobody is called “{text}”. Nothing was written. Choose from: {', '.join(READERS)}.")
    return found
