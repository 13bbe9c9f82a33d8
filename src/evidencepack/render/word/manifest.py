# SPDX-License-Identifier: MPL-2.0
"""The manifest part: which control holds which answer, and what it said when the file was written.

It is found by its namespace, never by the name of its part, which LibreOffice changes; controls are not bound to it.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from evidencepack.blocks.document import Document
from evidencepack.render.properties import Properties
from evidencepack.render.word.controls import Shown
from evidencepack.render.word.ids import bookmark_name
from evidencepack.render.word.markup import DECLARATION, escaped

NAMESPACE = "urn:evidencepack:manifest:1"
_SOME = 500  # answers are put together at a time: a large pack has tens of thousands
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def hash_of(text: str) -> str:
    """Return 16 hex digits by which a changed answer is known.

    White space counts as one space and letters in their composed form: Word files tie words with no-break spaces.
    """
    composed = text if text.isascii() else unicodedata.normalize("NFC", text)
    canonical = " ".join(composed.split())
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def manifest(
    shown: Mapping[tuple[str, ...], Sequence[Shown]], documents: Iterable[Document], properties: Properties
) -> Iterator[bytes]:
    """Yield the part bit by bit: who the file is, which documents are in it, what stands in each of its controls.

    A ``document`` is known by its reference, version and code, as printed at its foot; its title, and the bookmark at
    which it begins, tell people where something stands. A ``field`` is an answer: its paths, and one ``shown`` for
    each control that shows it, with the tag, the number and the hash of what stands there. Where that is missing, the
    hash is that of the words which ask for it.
    """
    yield (
        f'{DECLARATION}<manifest xmlns="{NAMESPACE}" document="{escaped(properties.reference)}" '
        f'version="{escaped(properties.version)}" asOf="{properties.as_of.isoformat()}">'
    ).encode()
    yield "".join(map(_document, documents)).encode()
    answers = iter(shown.items())
    while some := "".join([_field(*answer) for answer in islice(answers, _SOME)]):
        yield some.encode()
    yield b"</manifest>"


def store_properties(digest: str) -> bytes:
    """Return the properties that Word wants beside a custom part: an id made of its SHA-256, and its namespace."""
    digits = digest.upper()
    item = f"{{{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:32]}}}"
    return (
        f'{DECLARATION}<ds:datastoreItem xmlns:ds="{_STORE}" ds:itemID="{item}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()


def _document(document: Document) -> str:
    running = document.running
    return (
        f'<document reference="{escaped(running.reference)}" version="{escaped(running.version)}" '
        f'code="{escaped(running.fingerprint)}" title="{escaped(document.title)}" '
        f'begins="{bookmark_name(document.anchor)}"/>'
    )


def _field(paths: tuple[str, ...], controls: Sequence[Shown]) -> str:
    named = "".join([f"<path>{escaped(path)}</path>" for path in paths])
    shown = "".join(
        [
            f'<shown tag="{tag}" id="{number}" hash="{hash_of(text)}"{_MISSING if missing else ""}/>'
            for tag, number, text, missing in controls
        ]
    )
    return f"<field>{named}{shown}</field>"


_MISSING = ' missing="true"'
