# SPDX-License-Identifier: MPL-2.0
"""The flow of a section: paragraphs and tables in order, and the white space between them.

Word gives tables no space of their own, and no section can end in one. Space round a table therefore goes into its
neighbours, and an empty paragraph stands only where Word's grammar asks for a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from evidencepack.render.word.markup import twips

REST = "EPRest"
# LibreOffice 7.4 loses the end of a paragraph, and the section with it, where a control is all that stands in it. A
# soft hyphen after the control holds the two apart, and nobody sees one at the end of a line that is not broken there.
_ENDS_IN_CONTROL = re.compile("</w:sdt>(?:<w:bookmark(?:Start|End)[^>]*/>)*$")
HOLD = "<w:r><w:softHyphen/></w:r>"
"""What keeps a paragraph there for LibreOffice, and is not seen."""

_NO_SPACE = 0.0, 0.0
_KEPT = 1024


class Par(NamedTuple):
    """A paragraph: its style, what stands in it, and how it differs from its style. Spaces are points.

    ``numbering`` is the number of a list and a level in it. ``more_before`` and ``more_after`` add to the style's.
    ``keep``: it stays on the page of what follows; ``whole``: it never splits. ``top``: it stands at the top of a page,
    where the style's space before is dropped. Words end at the tab stop ``tab_at`` and begin at
    ``words_at``, which comes before it. The words of a list's item stand ``hanging`` to the right of its sign.
    With a ``frame`` it stands in one of that width at the right margin, beside what follows.
    """

    style: str
    content: str
    after: float | None = None
    more_before: float = 0.0
    more_after: float = 0.0
    keep: bool = False
    whole: bool = False
    page_break: bool = False
    top: bool = False
    numbering: tuple[int, int] | None = None
    align: str = ""
    tab_at: float = 0.0
    words_at: float = 0.0
    line: float = 0.0
    hanging: float = 0.0
    frame: float = 0.0

    def xml(self, spacing: Mapping[str, tuple[float, float]], section: str = "") -> str:
        """Return the paragraph; ``section`` are the properties of the section that ends with it."""
        look = _properties(self.style, self[2:], spacing.get(self.style, _NO_SPACE))
        return f"<w:p><w:pPr>{look}{section}</w:pPr>{self.content}</w:p>"

    def properties(self, before: float, after: float) -> str:
        """Return what stands within ``w:pPr``; ``before`` and ``after`` are the style's own spaces."""
        return (
            f'<w:pStyle w:val="{self.style}"/>'
            + ("<w:keepNext/>" if self.keep else "")
            + ("<w:keepLines/>" if self.whole else "")
            + ("<w:pageBreakBefore/>" if self.page_break else "")
            + self._framed()
            + self._numbered()
            + self._tabs()
            + self._spaced(before, after)
            + self._hung()
            + (f'<w:jc w:val="{self.align}"/>' if self.align else "")
        )

    def _tabs(self) -> str:
        stops = (("left", self.words_at), ("right", self.tab_at))
        tabs = "".join(f'<w:tab w:val="{side}" w:pos="{twips(at)}"/>' for side, at in stops if at)
        return f"<w:tabs>{tabs}</w:tabs>" if tabs else ""

    def _hung(self) -> str:
        depth = twips(self.hanging)
        return f'<w:ind w:left="{depth}" w:hanging="{depth}"/>' if depth else ""

    def _framed(self) -> str:
        """Return the frame; paragraphs of one frame, one after the other, share it."""
        place = 'w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="right" w:y="1"'
        return f'<w:framePr w:w="{twips(self.frame)}" {place}/>' if self.frame else ""

    def _numbered(self) -> str:
        if self.numbering is None:
            return ""
        number, level = self.numbering
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'

    def _spaced(self, before: float, after: float) -> str:
        parts = []
        top = self.top or self.page_break
        if self.more_before or (top and before):
            parts.append(f' w:before="{twips(self.more_before if top else before + self.more_before)}"')
        if self.after is not None or self.more_after:
            parts.append(f' w:after="{twips((after if self.after is None else self.after) + self.more_after)}"')
        if self.line:
            parts.append(f' w:line="{twips(self.line)}" w:lineRule="exact"')
        return f"<w:spacing{''.join(parts)}/>" if parts else ""


# Most paragraphs of a file look like hundreds of others.
@lru_cache(_KEPT)
def _properties(style: str, others: tuple[Any, ...], space: tuple[float, float]) -> str:
    return Par(style, "", *others).properties(*space)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, written already, and the white space it wants around it in points.

    ``keep``: it stays on the page of what follows, as its own paragraphs must say too.
    """

    xml: str
    before: float = 0.0
    after: float = 0.0
    keep: bool = False


Piece = Par | Grid


@dataclass(slots=True)
class Flow:
    """The pieces of one section as they come."""

    spacing: Mapping[str, tuple[float, float]]
    pieces: list[Piece] = field(default_factory=list)
    _owed: float = 0.0

    def add(self, *pieces: Piece) -> None:
        """Put pieces after what is there."""
        for piece in pieces:
            if isinstance(piece, Par):
                self._put_paragraph(piece)
            else:
                self._put_table(piece)

    def space(self, height: float) -> None:
        """Ask for white space of this height in points before what comes next."""
        self._owed += height

    def finish(self, section: str) -> list[str]:
        """Return the section bit by bit, its properties in the last paragraph (none: they follow from elsewhere)."""
        if not self.pieces or isinstance(self.pieces[-1], Grid):
            self.pieces.append(Par(REST, ""))
        *rest, last = self.pieces
        written = [piece.xml if isinstance(piece, Grid) else piece.xml(self.spacing) for piece in rest]
        if section and isinstance(last, Par) and _ENDS_IN_CONTROL.search(last.content):
            last = last._replace(content=last.content + HOLD)
        written.append(last.xml if isinstance(last, Grid) else last.xml(self.spacing, section))
        return written

    def _put_paragraph(self, piece: Par) -> None:
        owed, self._owed = 0.0 if piece.page_break else self._owed, 0.0
        self.pieces.append(piece._replace(more_before=piece.more_before + owed) if owed else piece)

    def _put_table(self, piece: Grid) -> None:
        owed, self._owed = self._owed + piece.before, piece.after
        last = self.pieces[-1] if self.pieces else None
        if isinstance(last, Par):
            self.pieces[-1] = last._replace(more_after=last.more_after + owed)
        elif last is not None:
            self.pieces.append(Par(REST, "", line=max(owed, 1.0), keep=last.keep))
        self.pieces.append(piece)
