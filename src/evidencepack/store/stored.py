# SPDX-License-Identifier: MPL-2.0
"""Values as the workspace holds them: their type, and JSON text in one canonical form."""

from __future__ import annotations

import json
from dataclasses import replace

from evidencepack.domain.codec import Json, decode, encode
from evidencepack.domain.text import clean
from evidencepack.domain.values import Attachment, Duration, FieldType, Frequency, Number, Scalar
from evidencepack.store.faults import StoredTextError

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical(content: Json) -> str:
    """Return JSON text that is the same for the same content: keys sorted, no spaces, letters as they are."""
    return _CANONICAL.encode(content)


def to_json(kind: FieldType, value: Scalar) -> str:
    """Return the JSON text of a value of the given type.

    Raises:
        ValueError: if the value is not one of that type: a bug of the caller.
    """
    form = encode(value)
    if decode(kind, form) != value:
        raise ValueError(f"{value!r} is not a value of type {kind}")
    return canonical(form)


def from_json(kind: str, text: str) -> Scalar:
    """Read a stored value back.

    Raises:
        StoredTextError: if the text is not of that type.
    """
    try:
        return decode(FieldType(kind), json.loads(text))
    except ValueError as error:
        raise StoredTextError(f"an answer of type {kind} cannot be read") from error


def cleaned(value: Scalar) -> tuple[Scalar, str]:
    """Return the value with every text in it cleaned, and the note for the person (empty if nothing was removed)."""
    match value:
        case Number():
            text = clean(value.unit)
            return replace(value, unit=text.text), text.note
        case Duration():
            text = clean(value.window)
            return replace(value, window=text.text), text.note
        case Attachment():
            text = clean(value.name)
            return replace(value, name=text.text), text.note
        case str() if not isinstance(value, Frequency):
            text = clean(value)
            return text.text, text.note
        case _:
            return value, ""


def is_blank(value: Scalar) -> bool:
    """Whether the value is text with nothing in it: no answer at all."""
    return isinstance(value, str) and not value.strip()
