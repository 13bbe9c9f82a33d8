# SPDX-License-Identifier: MPL-2.0
"""Headers, footers and the boxed stamp of the pack's page number: artifacts, all of them."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple, TypeAlias

from evidencepack.blocks.document import Running
from evidencepack.render.fonts.fontset import BOLD, REGULAR, FontSet, UncoveredError
from evidencepack.render.fonts.lost import MissingGlyphError, found
from evidencepack.render.theme import PageShape, TextStyle, Theme
from evidencepack.render.typeset.guests import Guests
from evidencepack.render.typeset.page import Box, Furniture, Kind, Ornament, Page, Rule
from evidencepack.render.typeset.paging import Sheet


class Counted(NamedTuple):
    """Where a page stands: its number and how many there are, as "Page 2 of 6" counts; its number in the file."""

    number: int
    total: int
    in_file: int


_CUT = "…"
_BLANK = "Blank page"
_Piece: TypeAlias = tuple[int, str, int]  # face, words, width in thousandths of an em


class Runner(NamedTuple):
    """Puts header, footer and stamp on the pages of one document.

    Most words are the same on every page, and a name can be long: ``cut`` remembers words that were cut, ``measured``
    the pieces of words with their widths, ``heads`` the headers by shape of the page.
    """

    theme: Theme
    fonts: FontSet
    running: Running
    cut: dict[tuple[str, float, TextStyle], str]
    measured: dict[tuple[str, bool], list[_Piece]]
    heads: dict[PageShape, Page]

    def run(self, page: Page, sheet: Sheet, counted: Counted, *, stamp: bool) -> None:
        """Add the header (of a letter only the mark of a draft, from page 2), the footer, in a pack the stamp."""
        if not sheet.headless:
            self._header(page, sheet.shape)
        elif counted.number > 1:
            self._draft(page, sheet.shape.left, sheet.shape.header, self.running.draft)
        self._footer(page, sheet, f"Page {counted.number} of {counted.total}")
        if stamp:
            self._stamp(page, sheet, str(counted.in_file))

    def blank(self, shape: PageShape, document: int, in_file: int, *, stamp: bool) -> Page:
        """Return an empty page that stands after the document's last one and is no part of it; it has the stamp."""
        sheet = Sheet(shape)
        page = Page(shape.width, shape.height, document)
        self._put(page, shape.left, shape.footer, _BLANK, self.theme.running.text)
        if stamp:
            self._stamp(page, sheet, str(in_file))
        return page

    def label(self, page: Page, shape: PageShape, guests: Guests, counted: Counted, *, stamp: bool) -> None:
        """Say at the foot of a page from outside what it is, whose bid it is in, and which page of how many."""
        look, last, number = self.theme.running, f"Page {counted.number} of {counted.total}", str(counted.in_file)
        style, bold = look.text, look.text._replace(bold=True)
        name = bold._replace(colour="ink")
        mark = self._width(guests.mark, bold) + 2 * look.draft_side + style.size if guests.mark else 0.0
        room = shape.measure - self._width(number, look.stamp) - 2 * look.stamp_side - mark - self._width(last, style)
        room -= style.size * (2 + bool(guests.owner) + bool(guests.name)) + self._width(guests.name, name)
        owner = self._short(guests.owner, max(room / 2, room - self._width(guests.title, style)), style)
        title = self._short(guests.title, room - self._width(owner, style), style)
        x, y = shape.left, shape.footer
        for words, how in ((guests.name, name), (title, style), (owner, style), (last, style)):
            x += self._put(page, x, y, words, how) + style.size if words else 0.0
        self._draft(page, x, y, guests.mark)
        if stamp:
            self._stamp(page, Sheet(shape), number)

    def _header(self, page: Page, shape: PageShape) -> None:
        head = self.heads.get(shape)
        if head is None:
            head = self.heads[shape] = self._head(Page(shape.width, shape.height, page.document), shape)
        page.ornaments += head.ornaments
        page.boxes += head.boxes
        page.artifacts += head.artifacts
        page.rules += head.rules

    def _head(self, page: Page, shape: PageShape) -> Page:
        """Put a header on a page that has nothing else."""
        style, measure = self.theme.running.text, shape.measure - shape.kept
        end = shape.width - shape.right - shape.kept
        left = self._logo(page, shape)
        left += self._draft(page, shape.left + left, shape.header, self._mark(measure - left))
        name = self._short(self.running.right, measure - left, style)
        right = self._width(name, style)
        room = measure - left - right - style.size
        self._put(page, shape.left + left, shape.header, self._short(self.running.left, room, style), style)
        self._put(page, end - right, shape.header, name, style)
        y = shape.header_rule
        page.rules.append(Rule(shape.left, y, end, y, self.theme.running.rule))
        return page

    def _mark(self, room: float) -> str:
        """Return the mark of a draft: its first word, "Draft", where the counts behind it would cut the title."""
        look, words = self.theme.running, self.running.draft
        bold = look.text._replace(bold=True)
        taken = self._width(words, bold) + 2 * look.draft_side + look.text.size
        return words if taken + self._width(self.running.right, look.text) <= room else words.partition(":")[0]

    def _draft(self, page: Page, x: float, y: float, words: str) -> float:
        """Put what keeps a document from being finished in white on ink; return the room it takes from the name."""
        if not words:
            return 0.0
        look = self.theme.running
        style, side = look.text._replace(bold=True, colour="white"), look.draft_side
        width = self._width(words, style) + 2 * side
        above, below = look.draft_above, look.draft_below
        page.boxes.append(Box(x, y - above, width, above + below, fill="ink"))
        self._put(page, x + side, y, words, style)
        return width + style.size

    def _logo(self, page: Page, shape: PageShape) -> float:
        """Put the logo above the rule at the left; return the room it takes from the name."""
        logo, look = self.theme.logo, self.theme.running
        if logo is None:
            return 0.0
        width, height = logo.fitted(look.logo_width, look.logo_height)
        y = shape.header_rule - look.logo_up - height
        page.ornaments.append(Ornament(shape.left, y, width, height, logo.sha256))
        return width + look.logo_gap

    def _footer(self, page: Page, sheet: Sheet, last: str) -> None:
        look, shape, running = self.theme.running, sheet.shape, self.running
        style, bold = look.text, TextStyle(look.text.size, look.text.pitch, bold=True)
        code = f"code {running.fingerprint}" if running.fingerprint else ""
        gaps = style.size * sum(1 for words in (running.version, code, last) if words)
        room = min(look.footer, shape.measure - look.stamp_zone) - gaps - self._width(f"{code}{last}", style)
        # A long reference leaves the version its half: whoever holds the page must know how old it is.
        version = self._short(running.version, room - min(self._width(running.reference, bold), room / 2), style)
        reference = self._short(running.reference, room - self._width(version, style), bold)
        x, y = shape.left, shape.footer
        x += self._put(page, x, y, reference, bold) + style.size
        for words in (version, code, last):
            if words:
                x += self._put(page, x, y, words, style) + style.size

    def _stamp(self, page: Page, sheet: Sheet, words: str) -> None:
        look, shape = self.theme.running, sheet.shape
        style = look.stamp
        width = self._width(words, style) + 2 * look.stamp_side
        height = style.pitch + 2 * look.stamp_top
        x, y = shape.width - shape.right - width, shape.height - look.stamp_foot - height
        page.boxes.append(Box(x, y, width, height, fill="white", outline="ink", weight=look.stamp_box))
        self._put(page, x + look.stamp_side, y + look.stamp_top + style.baseline, words, style)

    def _put(self, page: Page, x: float, y: float, words: str, style: TextStyle) -> float:
        """Add an artifact's words; return their width in points."""
        left, kind = x, Kind.HEADER if y < page.height / 2 else Kind.FOOTER
        for face, text, ems in self._pieces(words, style):
            width = ems * style.size / 1000
            page.artifacts.append(Furniture(x, y, width, face, style.size, text, kind, style.colour))
            x += width
        return x - left

    def _width(self, words: str, style: TextStyle) -> float:
        return sum([ems for _, _, ems in self._pieces(words, style)]) * style.size / 1000

    def _pieces(self, words: str, style: TextStyle) -> list[_Piece]:
        case = words, style.bold
        if case not in self.measured:
            split = self._split(words, BOLD if style.bold else REGULAR)
            self.measured[case] = [(face, text, self.fonts.faces[face].width(text)) for face, text in split]
        return self.measured[case]

    def _split(self, words: str, face: int) -> list[tuple[int, str]]:
        try:
            return self.fonts.split(words, face)
        except UncoveredError as error:
            raise MissingGlyphError(found(words, self.fonts.uncovered(words, face), "header or footer")) from error

    def _short(self, words: str, room: float, style: TextStyle) -> str:
        """Cut words that would run into what stands at the right, at a space where there is one."""
        case = words, room, style
        if case not in self.cut:
            self.cut[case] = words if self._width(words, style) <= room else self._beginning(words, room, style)
        return self.cut[case]

    def _beginning(self, words: str, room: float, style: TextStyle) -> str:
        """Return as much of the beginning as there is room for, with the mark of a cut; found by halving."""
        spaces = [at for at, letter in enumerate(words) if at and letter == " "]
        for ends in (spaces, range(1, len(words))):
            fitting = bisect_right(ends, room, key=lambda end: self._width(words[:end] + _CUT, style))
            if fitting:
                return words[: ends[fitting - 1]].rstrip() + _CUT
        return ""
