# SPDX-License-Identifier: MPL-2.0
"""What a tender asks of printed pages, and how much of it these pages can keep."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from evidencepack.domain.values import Answer, Number

LARGEST_SIZE = 18.0
"""The largest size of body text in points: large print."""

WIDEST_MARGIN = 40.0
"""The widest margin in millimetres that leaves room for a table upright."""

_OURS = re.compile(r"\b(arial|arimo|helvetica|any|sans)\b")
_OTHERS = re.compile(
    r"\b(narrow|black|rounded|(?:comic|gill|open|lucida|noto|pt|fira|source|josefin|work|"
    r"trebuchet) sans)\b"
)


class PageLook(StrEnum):
    """The looks a person can choose, by the ids of the choices."""

    STANDARD = "standard"
    COMPACT = "compact"
    LARGER = "larger"


@dataclass(frozen=True, slots=True)
class PrintRules:
    """A tender's rules as they were answered. ``size`` is in points, ``margin`` in millimetres; 0 for none.

    ``everywhere``: the size counts for tables, boxes and notes too.
    """

    look: PageLook = PageLook.STANDARD
    size: float = 0.0
    everywhere: bool = False
    margin: float = 0.0
    typeface: str = ""
    page_size: str = ""

    @property
    def kept_size(self) -> float:
        """Return the smallest body text in points that the pages are set in; 0 if any will do."""
        return _within(self.size, LARGEST_SIZE)

    @property
    def kept_margin(self) -> float:
        """Return the least margin in millimetres that the pages keep; 0 if any will do."""
        return _within(self.margin, WIDEST_MARGIN)

    @property
    def is_compact(self) -> bool:
        """Say whether the compact look can be used: its body text is 11 points, and nothing larger."""
        return self.look is PageLook.COMPACT and self.kept_size <= 11

    @property
    def keeps_typeface(self) -> bool:
        """Say whether letters as wide as Arial's are what the tender asks for."""
        asked = self.typeface.casefold()
        return not asked.strip() or (bool(_OURS.search(asked)) and not _OTHERS.search(asked))

    @property
    def keeps_page_size(self) -> bool:
        """Say whether A4 is what the tender asks for."""
        return self.page_size in {"", "a4", "any"}


def read_print_rules(answers: Mapping[str, Answer]) -> PrintRules:
    """Return the rules that stand in the answers of a tender's record."""
    look = answers.get("page_look")
    return PrintRules(
        look=PageLook(look) if isinstance(look, str) and look in set(PageLook) else PageLook.STANDARD,
        size=_number(answers.get("type_size_pt")),
        everywhere=answers.get("type_size_everywhere") is True,
        margin=_number(answers.get("margin_mm")),
        typeface=_text(answers.get("typeface")),
        page_size=_text(answers.get("page_size")),
    )


def side_limit(answers: Mapping[str, Answer]) -> int:
    """Return how many sides of appendices a tender allows, as its record answers; 0 for any number."""
    return max(0, int(_number(answers.get("appendix_side_limit"))))


def _within(asked: float, most: float) -> float:
    return min(max(asked, 0.0), most)


def _number(answer: Answer | None) -> float:
    return float(answer.amount) if isinstance(answer, Number) else 0.0


def _text(answer: Answer | None) -> str:
    return answer if isinstance(answer, str) else ""
