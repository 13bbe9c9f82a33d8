# SPDX-License-Identifier: MPL-2.0
"""Digital signatures of PDFs that anyone may have sent, looked at offline by a child with limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.util import find_spec
from threading import Event
from typing import cast

from evidencepack.guard.child import limited
from evidencepack.guard.faults import ChildDiedError, RefusedFileError

SECONDS, MEGABYTES = 30.0, 500
MOST_BYTES = 50 * 1024 * 1024

_MARK = b"/ByteRange"
_TOO_LARGE = f"It is larger than {MOST_BYTES // 1024**2} MB, and its digital signatures were not looked at."
_LONGEST = 400


class Added(StrEnum):
    """What was added to a file after a signature was given."""

    NOTHING = "nothing"
    FIELDS = "fields"
    REMARKS = "remarks"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PdfSignature:
    """A digital signature: the name in its certificate, who made that, the time that it claims (ISO; may be empty).

    ``intact``: what it covers is what was signed. ``added`` is what came after it; ``trusted``: its certificate leads
    to one that the person trusts. Without such a one nobody vouches for the name.
    """

    signer: str
    issuer: str
    said_at: str
    intact: bool
    added: Added
    trusted: bool


def can_look() -> bool:
    """Whether what looks at digital signatures is installed; a program of commands may come without."""
    return find_spec("pyhanko") is not None


def has_signature(data: bytes) -> bool:
    """Whether a file seems to bear a digital signature, without looking at it."""
    return _MARK in data


def pdf_signatures(data: bytes, roots: Sequence[bytes] = (), *, stop: Event | None = None) -> tuple[PdfSignature, ...]:
    """Return the digital signatures of a PDF, in the order in which they were given.

    Args:
        data: the file.
        roots: certificates (DER) that the person trusts.
        stop: ends the look soon after another thread sets it.

    Raises:
        RefusedFileError: if its signatures are damaged.
        GuardError: if looking at them took too long or too much memory, or broke off.
    """
    from evidencepack.guard.pdf.signatures import signatures_in

    if len(data) > MOST_BYTES:
        raise RefusedFileError(_TOO_LARGE)
    answer: object = limited(signatures_in, data, list(roots), seconds=SECONDS, megabytes=MEGABYTES, stop=stop)
    if not isinstance(answer, list) or not all(_is_signature(one) for one in answer):
        raise ChildDiedError("The child answered, but not with signatures.")
    found = cast("list[tuple[str, str, str, bool, str, bool]]", answer)
    return tuple(
        PdfSignature(signer, issuer, when, intact, Added(added), trusted)
        for signer, issuer, when, intact, added, trusted in found
    )


def _is_signature(one: object) -> bool:
    match one:
        case (str(signer), str(issuer), str(when), bool(), str(added), bool()):
            return max(map(len, (signer, issuer, when))) <= _LONGEST and added in set(Added)
        case _:
            return False
