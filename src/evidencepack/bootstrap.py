# SPDX-License-Identifier: MPL-2.0
"""The composition root: loads what the pure rooms are handed as values. Only entry points import it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from evidencepack.paths.resources import resource

if TYPE_CHECKING:
    from evidencepack.library.model import Library
    from evidencepack.pack.press import Press


class Program:
    """The resources of the program, each read when it is first asked for."""

    @cached_property
    def library(self) -> Library:
        """The kinds of document and record."""
        from evidencepack.library.loader import load_library  # printing blocks that are ready needs no kinds

        return load_library(resource("kinds"))

    @cached_property
    def press(self) -> Press:
        """Theme, fonts, Word base document and colour profile."""
        from evidencepack.pack.press import Press  # a window that shows no page yet needs nothing that makes one
        from evidencepack.render.fonts.loader import load_fonts
        from evidencepack.render.theme import STANDARD

        base, profile = resource("word", "base.docx").read_bytes(), resource("colour", "srgb.icc").read_bytes()
        return Press(STANDARD, load_fonts(resource("fonts")), base, profile)

    @cached_property
    def sample(self) -> bytes:
        """The fictional sample tender, as a tender file."""
        from evidencepack.exchange.sample import joined  # hardly a command asks for it

        return joined([part.read_bytes() for part in sorted(resource("samples", "thamesbourne").glob("*.json"))])
