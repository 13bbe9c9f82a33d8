# SPDX-License-Identifier: MPL-2.0
"""Copies that come back as PDFs signed digitally: what went out proven by its hash, and what each signature is worth.

Nothing here calls a signature good: without a root that the person trusts nobody knows who made its certificate.
"""

from __future__ import annotations

import base64
import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime
from pathlib import Path
from threading import Event
from typing import ClassVar

from evidencepack.domain.came_back import DigitalSignature
from evidencepack.domain.signoff import SentVersion
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.guard.faults import CannotStartError, GuardError, StoppedError
from evidencepack.guard.pdf_signatures import Added, PdfSignature, can_look, has_signature, pdf_signatures
from evidencepack.library.entry_dates import date_text
from evidencepack.usecases.reading_files import read_file
from evidencepack.usecases.sent_bytes import SentBytes, sent_bytes

NOT_INSTALLED = (
    "It bears a digital signature, and what could look at it is not installed here: install evidencepack[signatures], "
    "and look again. Until then nobody knows whether it holds."
)
_CHANGES = {
    Added.NOTHING: "",
    Added.FIELDS: "fields were filled in or signed after it, as the form allows",
    Added.REMARKS: "remarks were added after it",
    Added.OTHER: "the file was changed after it, by more than fields and signatures",
}


_PEM, _DER = b"-----BEGIN CERTIFICATE-----", b"\x30\x82"
_LARGEST_ROOT = 1024 * 1024


class NoCertificateError(EvidencePackError):
    """A file that somebody names as a certificate is none."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT


@dataclass(frozen=True, slots=True)
class SignedPdf:
    """A PDF that is a copy that went out, with something added to it: its name, its bytes, and its signatures.

    ``trouble`` says why its signatures were not looked at; empty if they were.
    """

    name: str
    data: bytes
    came: SentBytes
    signatures: tuple[DigitalSignature, ...] = ()
    trouble: str = ""

    def plain(self) -> tuple[str, bytes, list[tuple[str, str, str, bool, str, bool]], str]:
        """Return it as plain values for another process; ``read_signed_pdf`` reads them."""
        return self.name, self.data, [astuple(one) for one in self.signatures], self.trouble

    @property
    def sha256(self) -> str:
        """Return the SHA-256 of the file as it came."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def claims(self) -> bool:
        """Whether it bears digital signatures, whatever they are worth."""
        return bool(self.signatures or self.trouble)

    @property
    def holds(self) -> bool:
        """Whether there is a signature, and all are intact, with nothing after them but fields and signatures."""
        fine = {"", _CHANGES[Added.FIELDS]}
        return bool(self.signatures) and all(one.intact and one.changes in fine for one in self.signatures)

    @property
    def others(self) -> tuple[str, ...]:
        """Return the names in certificates that are those of nobody who was asked to sign the copy."""
        asked = [one.name for one in self.came.copy.signers]
        return tuple(one.signer for one in self.signatures if not any(_is_name(one.signer, name) for name in asked))

    @property
    def sentences(self) -> tuple[str, ...]:
        """Return what is known of it, in sentences."""
        return (f"{self.name} {self.came.sentence}", *self.about)

    @property
    def about(self) -> tuple[str, ...]:
        """Return what is known of its signatures, in sentences."""
        if self.trouble:
            return (self.trouble,)
        if not self.signatures:
            return ("It bears no digital signature: it was only filled in, or saved.",)
        asked = ", ".join(one.name for one in self.came.copy.signers) or "nobody"
        others = (f"Asked to sign was {asked}; a certificate names “{name}”." for name in self.others)
        return (*signature_sentences(self.signatures), *others)


def signed_pdf(
    name: str, data: bytes, sent: Sequence[SentVersion], roots: Sequence[bytes] = (), *, stop: Event | None = None
) -> SignedPdf | None:
    """Return what a PDF is that began as a copy that went out; None if it is none, or nothing was added to it.

    Raises:
        StoppedError: ``stop`` was set.
        CannotStartError: if the system gives no process to look at it in.
    """
    came = sent_bytes(data, sent)
    if came is None or not came.added:
        return None
    signatures, trouble = looked_at(data, roots, stop=stop)
    return SignedPdf(name, data, came, signatures, trouble)


def read_signed_pdf(
    said: tuple[str, bytes, Sequence[tuple[str, str, str, bool, str, bool]], str], sent: Sequence[SentVersion]
) -> SignedPdf:
    """Return what ``SignedPdf.plain`` was made of; what it began as is told by its bytes."""
    name, data, signatures, trouble = said
    came = sent_bytes(data, sent)
    if came is None:
        raise ValueError(f"{name} is no copy that went out: a bug of the caller")
    return SignedPdf(name, data, came, tuple(DigitalSignature(*one) for one in signatures), trouble)


def looked_at(
    data: bytes, roots: Sequence[bytes] = (), *, stop: Event | None = None
) -> tuple[tuple[DigitalSignature, ...], str]:
    """Return the digital signatures of any PDF; or none, and why they were not looked at.

    Raises:
        StoppedError, CannotStartError: as for ``signed_pdf``.
    """
    if not has_signature(data):
        return (), ""
    if not can_look():
        return (), NOT_INSTALLED
    try:
        return tuple(map(_told, pdf_signatures(data, roots, stop=stop))), ""
    except (StoppedError, CannotStartError):
        raise
    except GuardError as error:
        return (), str(error)


def read_roots(files: Sequence[Path]) -> tuple[bytes, ...]:
    """Return the certificates in files that a person trusts, as DER.

    Raises:
        UnreadableFileError: if one cannot be read.
        NoCertificateError: if one holds none.
    """
    return tuple(_certificate(path) for path in files)


def _certificate(path: Path) -> bytes:
    data = read_file(path, most=_LARGEST_ROOT)
    if _PEM in data:
        _, _, inside = data.partition(_PEM)
        try:
            data = base64.b64decode(inside.partition(b"-----END")[0], validate=False)
        except ValueError:
            data = b""
    if not data.startswith(_DER):
        raise NoCertificateError(
            f"“{path.name}” holds no certificate. Nothing was looked at. Give it as PEM or DER, as browsers save it."
        )
    return data


def signature_sentences(signatures: Sequence[DigitalSignature]) -> Iterator[str]:
    """Yield what each signature is: whether it holds, as whom, and who vouches for the name."""
    for one in signatures:
        if not one.intact:
            yield f"The digital signature of “{one.signer}” does not hold: what it covers is not what was signed."
            continue
        when = f", which says that it was given on {_day(one.said_at)}" if one.said_at else ""
        after = f"Nothing was changed after it{when}." if not one.changes else f"But {one.changes}{when}."
        yield f"The digital signature of “{one.signer}” is intact. {after} {_vouched(one)}"


def _vouched(one: DigitalSignature) -> str:
    if one.trusted:
        return f"Its certificate was made by “{one.issuer}”, and leads to one that you trust."
    made = "by its owner" if one.issuer == one.signer else f"by “{one.issuer}”"
    return f"Its certificate was made {made}, whom nobody here knows: that name is not proven."


def _told(one: PdfSignature) -> DigitalSignature:
    changes = _CHANGES[one.added] if one.intact else ""
    return DigitalSignature(one.signer, one.issuer, one.said_at, one.intact, changes, one.trusted)


def _day(said: str) -> str:
    try:
        return date_text(datetime.fromisoformat(said).date())
    except ValueError:
        return said


def _is_name(found: str, asked: str) -> bool:
    """Whether a certificate names somebody who was asked, whatever titles and marks either has."""
    one, other = (_words(each) for each in (found, asked.partition(" (")[0]))
    return bool(one) and bool(other) and (one <= other or other <= one)


def _words(name: str) -> frozenset[str]:
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(sign))
    return frozenset("".join(sign if sign.isalnum() else " " for sign in plain).split())
