# SPDX-License-Identifier: MPL-2.0
"""What a PDF's digital signatures are worth, offline; for a child: the file may be anything."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from evidencepack.guard.faults import RefusedFileError

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
    from pyhanko.sign.validation.status import PdfSignatureStatus

MOST = 20
"""So many signatures of a file are looked at."""

NOTHING, FIELDS, REMARKS, OTHER = "nothing", "fields", "remarks", "other"
"""What was added after a signature: nothing, filled fields or signatures, remarks too, or anything else."""

_DAMAGED = "Its digital signatures are damaged, and cannot be read."
_LONGEST = 200


def signatures_in(data: bytes, roots: list[bytes]) -> list[tuple[str, str, str, bool, str, bool]]:
    """Return each signature as plain values: signer, issuer, the time that it claims (ISO), intact, added, trusted.

    Args:
        data: a PDF.
        roots: certificates (DER) that the person trusts; without any none is trusted.

    Raises:
        RefusedFileError: if its signatures cannot be read.
    """
    import logging

    from asn1crypto.x509 import Certificate
    from pyhanko.pdf_utils.reader import PdfFileReader
    from pyhanko_certvalidator import ValidationContext

    before = logging.root.manager.disable
    logging.disable()  # that a certificate is not trusted is an answer, and nothing to log
    try:
        known = [Certificate.load(one) for one in roots]
        reader = PdfFileReader(io.BytesIO(data), strict=False)
        found = reader.embedded_regular_signatures[:MOST]
        return [_plain(one, ValidationContext(trust_roots=known, allow_fetching=False)) for one in found]
    except Exception as error:
        raise RefusedFileError(_DAMAGED) from error
    finally:
        logging.disable(before)


def _plain(one: EmbeddedPdfSignature, context: Any) -> tuple[str, str, str, bool, str, bool]:
    from pyhanko.sign.validation import validate_pdf_signature

    status = validate_pdf_signature(one, signer_validation_context=context)
    certificate = status.signing_cert
    signer, issuer = (" ".join(_called(name).split())[:_LONGEST] for name in (certificate.subject, certificate.issuer))
    when = status.signer_reported_dt.isoformat() if status.signer_reported_dt else ""
    intact = bool(status.intact and status.valid)
    return (signer, issuer, when, intact, _added(status) if intact else OTHER, bool(status.trusted))


def _called(name: Any) -> str:
    """Return what a certificate calls somebody: the common name, else all that it says."""
    said = name.native
    found = said.get("common_name") or name.human_friendly
    return str(found[0] if isinstance(found, list) else found)


def _added(status: PdfSignatureStatus) -> str:
    from pyhanko.sign.diff_analysis import ModificationLevel
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    if status.coverage is SignatureCoverageLevel.ENTIRE_FILE:
        return NOTHING
    levels = {
        ModificationLevel.NONE: NOTHING,
        ModificationLevel.LTA_UPDATES: NOTHING,
        ModificationLevel.FORM_FILLING: FIELDS,
        ModificationLevel.ANNOTATIONS: REMARKS,
    }
    level = status.modification_level
    return levels.get(level, OTHER) if level is not None else OTHER
