# SPDX-License-Identifier: MPL-2.0
"""The steps of an export: each is told as it begins, and may be the last if whoever hears of it cancels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from evidencepack.pack.build import Part
from evidencepack.pack.bundle import BUNDLE, Bundle
from evidencepack.pack.claims import Printed, print_with_claims
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.press import Press
from evidencepack.render.fonts.lost import Lost, MissingGlyphError

Progress: TypeAlias = Callable[[int, int, str], None]
"""Called with parts done, parts in all, and what is being done. It may raise to cancel: nothing is written then."""


@dataclass(slots=True)
class Steps:
    """Tells of each step as it begins."""

    progress: Progress
    total: int
    done: int = 0

    def tell(self, words: str) -> None:
        """Tell that a step begins, in words."""
        self.progress(self.done, self.total, words)
        self.done += 1

    def print_bundle(self, bundle: Bundle, press: Press, *, pack: BuiltFile | None = None) -> BuiltFile:
        """Print the bundle; ``pack`` is the pack without files from outside, if it is made already."""
        self.tell(BUNDLE)
        return bundle.print_on(press, pack=pack)

    def print(self, parts: Sequence[Part], press: Press) -> list[Printed]:
        """Print parts; what cannot be printed in any of them is named at once, so that it can be mended in one go."""
        printed, lost = [], list[Lost]()
        for part in parts:
            self.tell(part.name)
            try:
                printed.append(print_with_claims(part, press))
            except MissingGlyphError as error:
                lost += error.lost
        if lost:
            raise MissingGlyphError(lost)
        return printed
