# SPDX-License-Identifier: MPL-2.0
"""The logo of the organisation that leads a bid: its picture, and how it fits into a box."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from evidencepack.errors import EvidencePackError, ExitCode

MOST_PIXELS = 25_000_000


class UnreadableLogoError(EvidencePackError):
    """A logo is no picture that can be printed."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT


@dataclass(frozen=True)
class Logo:
    """The bytes of a PNG or JPEG, its size in pixels, and the name of whose it is, which stands for it in words."""

    data: bytes
    across: int
    down: int
    name: str

    @cached_property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, 64 hex digits."""
        return hashlib.sha256(self.data).hexdigest()

    def fitted(self, width: float, height: float) -> tuple[float, float]:
        """Return width and height in points of the logo at its largest inside a box of so many points."""
        scale = min(width / self.across, height / self.down)
        return self.across * scale, self.down * scale


def read_logo(data: bytes, name: str) -> Logo:
    """Return a logo; only the head of the picture is read.

    Raises:
        UnreadableLogoError: if it is no PNG or JPEG, or has more than 25 million pixels.
    """
    from PIL import Image, UnidentifiedImageError  # a pack without a logo need not load it

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as picture:
            across, down = picture.size
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _unreadable(name, "is not a PNG or JPEG picture that can be read") from error
    if across * down > MOST_PIXELS:
        raise _unreadable(name, f"has more than {MOST_PIXELS // 1_000_000} million pixels")
    return Logo(data, across, down, name)


def _unreadable(name: str, what: str) -> UnreadableLogoError:
    return UnreadableLogoError(
        f"The logo of {name} {what}. No pages were made; your answers are as they were. "
        "Choose another picture for the logo, or take it away."
    )
