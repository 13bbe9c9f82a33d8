# SPDX-License-Identifier: MPL-2.0
"""Whether a file is a certificate of sign-off as it was made, and whether the register has gone on since."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from evidencepack.domain.signoff import SentVersion, SignEvent, State

ENDS = "-CERTIFICATE"
"""What stands behind the reference of a paper in that of its certificate."""


@dataclass(frozen=True, slots=True)
class KnownCertificate:
    """A certificate as it was made: the newest version that it tells of, what was noted of it.

    ``since`` is how many things the register notes of the paper that it does not tell of.
    """

    version: SentVersion
    event: SignEvent
    since: int

    @property
    def is_newest(self) -> bool:
        """Whether the register says nothing more by now."""
        return not self.since

    @property
    def sentence(self) -> str:
        """Return what it is, in a sentence or two."""
        what = f"is the certificate of sign-off of {self.version.reference}, version {self.version.label}"
        made = f"made on {self.event.day} by {self.event.by}, bit by bit."
        if self.is_newest:
            return f"{what}, {made} The register says nothing more since."
        many = "1 thing" if self.since == 1 else f"{self.since:,} things"
        return f"{what}, {made} The register has noted {many} of it since: make it again."


def certificate_of(data: bytes, sent: Sequence[SentVersion], events: Sequence[SignEvent]) -> KnownCertificate | None:
    """Return which certificate a file is, bit by bit; None if it is none that was made here."""
    sha256 = hashlib.sha256(data).hexdigest()
    made = next((one for one in events if one.state is State.CERTIFIED and one.words == sha256), None)
    if made is None:
        return None
    version = next(one for one in sent if any(copy.code == made.code for copy in one.copies))
    codes = {copy.code for one in sent if one.record == version.record for copy in one.copies}
    later = events[list(events).index(made) + 1 :]
    since = [one for one in later if one.code in codes and one.state is not State.CERTIFIED]
    return KnownCertificate(version, made, len(since))


def certificate_sentence(reference: str, sent: Sequence[SentVersion], events: Sequence[SignEvent]) -> str:
    """Return what is said of a file that says it is a certificate of a paper and is none; empty for any other file.

    Args:
        reference: what the file calls itself.
        sent: what went out.
        events: what happened to copies.
    """
    paper = reference.removesuffix(ENDS)
    codes = {copy.code for one in sent if one.reference == paper for copy in one.copies}
    if paper == reference or not codes:
        return ""
    days = [one.day for one in events if one.state is State.CERTIFIED and one.code in codes]
    made = f"Certificates of it were made on {', '.join(dict.fromkeys(days))}" if days else "None of it was made here"
    return (
        f"says that it is the certificate of sign-off of {paper}, and is not as any was made: it was changed, or made "
        f"elsewhere. {made}. Do not rely on it; make it again."
    )
