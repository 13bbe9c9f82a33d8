# SPDX-License-Identifier: MPL-2.0
"""The fingerprint of a document: SHA-256 of its composed content, of which the footer prints 12 characters."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from evidencepack.blocks.codec import canonical_bytes
from evidencepack.blocks.document import Document

PRINTED = 12


def content_hash(document: Document) -> str:
    """Return the SHA-256, 64 hex digits, of what the document says: its blocks, not its place in a pack."""
    plain = replace(document, letter="", running=replace(document.running, fingerprint=""))
    return hashlib.sha256(canonical_bytes(plain)).hexdigest()


def with_fingerprint(document: Document) -> Document:
    """Return the document with the first characters of its content hash in its footer."""
    return replace(document, running=replace(document.running, fingerprint=content_hash(document)[:PRINTED]))
