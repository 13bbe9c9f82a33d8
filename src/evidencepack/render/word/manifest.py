# SPDX-License-Identifier: MPL-2.0
"""The manifest part: which control holds which answer, and what it said when the file was written.

It is found by its namespace, never by the name of its part, which LibreOffice changes; controls are not bound to it.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

from evidencepack.render.properties import Properties
from evidencepack.render.word.controls import Shown
from evidencepack.render.word.markup import DECLARATION, escaped

NAMESPACE = "urn:evidencepack:manifest:1"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def hash_of(text: str) -> str:
    """Return 16 hex digits by which a changed answer is known.

    White space counts as one space and letters in their composed form: Word files tie words with no-break spaces.
    """
    canonical = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def manifest(shown: Iterable[Shown], properties: Properties) -> bytes:
    """Return the part: one ``field`` for each tag with its paths, one ``shown`` in it for each control."""
    fields: dict[str, list[Shown]] = {}
    for control in shown:
        fields.setdefault(control.tag, []).append(control)
    inner = "".join(_field(tag, controls) for tag, controls in fields.items())
    return (
        f'{DECLARATION}<manifest xmlns="{NAMESPACE}" document="{escaped(properties.reference)}" '
        f'version="{escaped(properties.version)}" asOf="{properties.as_of.isoformat()}">{inner}</manifest>'
    ).encode()


def store_properties(content: bytes) -> bytes:
    """Return the properties that Word wants beside a custom part: an id made of its content, and its namespace."""
    digits = hashlib.sha256(content).hexdigest().upper()
    item = f"{{{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:32]}}}"
    return (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{item}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()


def _field(tag: str, controls: list[Shown]) -> str:
    paths = "".join(f"<path>{escaped(path)}</path>" for path in controls[0].paths)
    shown = "".join(
        f'<shown id="{control.number}" hash="{hash_of(control.text)}"{_missing(control)}/>' for control in controls
    )
    return f'<field tag="{tag}">{paths}{shown}</field>'


def _missing(control: Shown) -> str:
    return ' missing="true"' if control.missing else ""
