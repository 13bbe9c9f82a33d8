# SPDX-License-Identifier: MPL-2.0
"""What a file says about itself, the same for PDF and Word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Properties:
    """Properties of a file: words for its information panel, its date, and the pictures its blocks name.

    ``as_of`` is the date of the content and the only date a file carries; there is no clock in rendering.
    ``author`` is the organisation that makes the file, never a person or a machine. ``images`` are the bytes of PNG or
    JPEG files by their SHA-256 in hex. ``language`` is a BCP 47 tag. ``claims`` has a PDF say that it conforms to
    PDF/UA-1 and PDF/A-2a: only for a file that a validator passes before anybody gets it. ``fillable`` puts fields
    for typing and signing on the screen into a PDF: for a document that goes to those who sign it.

    Raises:
        ValueError: without a title, an author or a language: a screen reader could not say what the file is.
    """

    title: str
    author: str
    subject: str
    reference: str
    version: str
    as_of: date
    language: str = "en-GB"
    images: Mapping[str, bytes] = field(default_factory=dict)
    claims: bool = field(default=False, kw_only=True)
    fillable: bool = field(default=False, kw_only=True)

    def __post_init__(self) -> None:
        lacking = [name for name in ("title", "author", "language") if not getattr(self, name).strip()]
        if lacking:
            raise ValueError(f"a file needs {' and '.join(lacking)}")

    @property
    def identifier(self) -> str:
        """Return "reference@version", by which a file that comes back is known."""
        return f"{self.reference}@{self.version}"
