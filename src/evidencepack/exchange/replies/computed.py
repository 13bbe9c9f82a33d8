# SPDX-License-Identifier: MPL-2.0
"""Fields: their codes are no text, and the results that programs work out for themselves are nobody's words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

COMPUTED: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "SEQ", "TOC"})

_ABOUT: Final = frozenset({"REF", "PAGEREF", "NOTEREF"})
_LINK: Final = re.compile(r'HYPERLINK\s+(?P<inside>\\l\s+)?"?(?P<target>[^"\s]*)')


@dataclass(slots=True)
class Running:
    """A field that has begun: its code, whether its result has begun, and the words of that."""

    code: list[str] = field(default_factory=list)
    in_result: bool = False
    words: list[str] = field(default_factory=list)

    @property
    def is_computed(self) -> bool:
        """Whether its result is worked out, and not typed."""
        return is_computed("".join(self.code))

    @property
    def is_link(self) -> bool:
        """Whether it is a link."""
        return "".join(self.code).split()[:1] == ["HYPERLINK"]

    @property
    def link(self) -> str:
        """Return where a link leads: an address, or "#" and the name of a bookmark."""
        found = _LINK.search("".join(self.code))
        return f"{'#' if found['inside'] else ''}{found['target']}" if found else ""


@dataclass(slots=True)
class Fields:
    """The fields that have begun and not ended, one within the other."""

    running: list[Running] = field(default_factory=list)

    def mark(self, kind: str) -> Running | None:
        """Take a mark that begins, separates or ends a field; return the link or computed field that ended."""
        if kind == "begin":
            self.running.append(Running())
        elif self.running and kind == "separate":
            self.running[-1].in_result = True
        elif self.running and kind == "end":
            ended = self.running.pop()
            return ended if ended.is_link or (ended.is_computed and not self.taking) else None
        return None

    def code(self, words: str) -> None:
        """Take a part of a field's code."""
        if self.running and not self.running[-1].in_result:
            self.running[-1].code.append(words)

    def hear(self, words: str) -> None:
        """Take words that are shown, for the links among the fields."""
        for one in self.running:
            if one.in_result and one.is_link:
                one.words.append(words)

    @property
    def last_code(self) -> str:
        """Return the code of the field that began last, as far as it was read; nothing if none is open."""
        return "".join(self.running[-1].code) if self.running else ""

    @property
    def taking(self) -> Running | None:
        """Return the outermost field that takes the words that come: its code, or a result that it works out."""
        if not self.running:
            return None
        return next((one for one in self.running if one.is_computed or not one.in_result), None)


def is_computed(code: str) -> bool:
    """Say whether the result of a field with this code is worked out by programs."""
    return code.split()[:1] != [] and code.split(maxsplit=1)[0].upper() in COMPUTED


def sort_of(code: str) -> str:
    """Return the sort of a field, such as "REF"."""
    return next(iter(code.split()), "").upper()


def target_of(code: str) -> str:
    """Return the bookmark that a field is about; empty if it is about none."""
    words = code.split()
    return words[1] if len(words) > 1 and words[0].upper() in _ABOUT and not words[1].startswith("\\") else ""
