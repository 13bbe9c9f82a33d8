# SPDX-License-Identifier: MPL-2.0
"""Whether a file is a copy that went out to be signed, bit by bit, or one that something was added to since."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evidencepack.domain.issue import IssuedFile
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import SentCopy, SentVersion

_PDF = ".pdf"


@dataclass(frozen=True, slots=True)
class SentBytes:
    """What a file is of what went out: the copy and its version, how many bytes were added behind it (0: none).

    ``newest``: no later version of the document went out.
    """

    version: SentVersion
    copy: SentCopy
    added: int
    newest: bool

    @property
    def sentence(self) -> str:
        """Return it in a sentence or two."""
        what = f"the copy {printed(self.copy.code)} of {self.version.reference}, version {self.version.label}"
        whose = f"for {self.copy.organisation}, that went out to be signed on {self.version.day}"
        later = "" if self.newest else " A later version went out since."
        if not self.added:
            return f"is {what}, {whose}, bit by bit.{later}"
        return (
            f"begins, bit by bit, as {what}, {whose}; {self.added:,} bytes were added behind it: it was filled in, "
            f"signed or changed on the screen, and what went out is whole in it.{later}"
        )


def sent_bytes(data: bytes, sent: Sequence[SentVersion]) -> SentBytes | None:
    """Return what a file is of what went out, the newest first; None if it is nothing of it.

    A PDF that is filled in or signed as the standard says keeps what it was and adds to it (ISO 32000-2 7.5.6): so the
    beginning of such a file has the SHA-256 of what went out.
    """
    numbers = {one.record: one.number for one in sent}
    for version, copy, file in _files(sent):
        added = len(data) - file.size
        if added < 0 or (added and not file.name.endswith(_PDF)):
            continue
        if hashlib.sha256(memoryview(data)[: file.size]).hexdigest() == file.sha256:
            return SentBytes(version, copy, added, newest=numbers[version.record] == version.number)
    return None


def _files(sent: Sequence[SentVersion]) -> Iterator[tuple[SentVersion, SentCopy, IssuedFile]]:
    for version in reversed(sent):
        for copy in version.copies:
            yield from ((version, copy, file) for file in copy.files)
