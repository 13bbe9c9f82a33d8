# SPDX-License-Identifier: MPL-2.0
"""Cells as spreadsheets and word processors copy them: read from text with tabs or from HTML, written as text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser

_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r\n|\n|\r|\Z)')
_PLAIN = re.compile(r"[^\t\r\n]*")
_BREAK = re.compile(r"\r\n|\n|\r")
_NEEDS_QUOTES = re.compile(r'[\t\r\n]|\A"')
_SPACES = re.compile(r"[ \t\r\n\f]+")
_UNREAD = frozenset({"script", "style", "title"})
_BLOCKS = frozenset({"p", "div", "li"})

Lines = tuple[tuple[str, ...], ...]
"""Lines of cells."""


def cells_of_text(text: str) -> Lines:
    r"""Return the cells of text with a tab between cells and a line for each line.

    A cell in quotation marks may hold tabs, line breaks and, doubled, quotation marks. One that merely begins with a
    quotation mark is words, and keeps it.
    """
    lines: list[tuple[str, ...]] = []
    line: list[str] = []
    at = 0
    while at < len(text):
        cell, at = _cell(text, at)
        line.append(cell)
        if (broken := _BREAK.match(text, at)) or at == len(text):
            lines.append(tuple(line))
            line = []
            at = broken.end() if broken else at
        else:
            at += 1
            if at == len(text):
                lines.append((*line, ""))
    return tuple(lines)


def cells_of_html(html: str) -> Lines:
    """Return the cells of the first table in a page; none where there is no table. Merged cells are the first of them.

    ``html`` comes from anyone: only its words are taken.
    """
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return tuple(tuple(line) for line in reader.lines if line)


def text_of_cells(lines: Sequence[Sequence[str]]) -> str:
    """Return cells as text that a spreadsheet reads, and ``cells_of_text`` too."""
    return "".join("\t".join(map(_written, line)) + "\n" for line in lines)


def _written(cell: str) -> str:
    if not _NEEDS_QUOTES.search(cell):
        return cell
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def _cell(text: str, at: int) -> tuple[str, int]:
    """Return the cell that begins at a place, and the place behind it."""
    quoted = _QUOTED.match(text, at)
    if quoted and _NEEDS_QUOTES.search(quoted[1].replace('""', '"\n')):
        return _BREAK.sub("\n", quoted[1].replace('""', '"')), quoted.end()
    plain = _PLAIN.match(text, at)
    end = plain.end() if plain else at
    return text[at:end], end


class _TableReader(HTMLParser):
    """Gathers the words of the first table; a table inside a cell is words of that cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[list[str]] = []
        self._deep = 0
        self._done = False
        self._unread = 0
        self._words: list[str] | None = None
        self._wide = 1
        self._held: dict[int, int] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a table, a line, a cell, or a line within a cell."""
        if tag in _UNREAD:
            self._unread += 1
        elif tag == "table":
            self._deep += 1
        elif self._deep == 1 and not self._done:
            self._begin(tag, dict(attrs))
        if tag == "br" or tag in _BLOCKS:
            self._add("\n")

    def handle_endtag(self, tag: str) -> None:
        """End what was begun."""
        if tag in _UNREAD:
            self._unread = max(0, self._unread - 1)
        elif tag == "table":
            self._end_cell()
            self._deep = max(0, self._deep - 1)
            self._done = self._done or not self._deep
        elif self._deep == 1 and tag in {"td", "th", "tr"}:
            self._end_cell()
        elif tag in _BLOCKS:
            self._add("\n")

    def handle_data(self, data: str) -> None:
        """Take words of a cell."""
        self._add(_SPACES.sub(" ", data))

    def close(self) -> None:
        """End a cell that the page left open."""
        super().close()
        self._end_cell()

    def _begin(self, tag: str, attrs: dict[str, str | None]) -> None:
        if tag == "tr":
            self._end_cell()
            self.lines.append([])
            self._held = {at: left - 1 for at, left in self._held.items() if left > 1}
            self._skip_held()
        elif tag in {"td", "th"} and self.lines:
            self._end_cell()
            self._skip_held()
            self._words = []
            self._wide = _count(attrs.get("colspan"))
            tall = _count(attrs.get("rowspan"))
            if tall > 1:
                at = len(self.lines[-1])
                self._held.update({at + one: tall for one in range(self._wide)})

    def _skip_held(self) -> None:
        """Leave the places free that a cell of a line above reaches down into."""
        while len(self.lines[-1]) in self._held:
            self.lines[-1].append("")

    def _add(self, words: str) -> None:
        if self._words is not None and not self._unread:
            self._words.append(words)

    def _end_cell(self) -> None:
        if self._words is None or self._deep > 1:
            return
        self.lines[-1].extend((_tidy("".join(self._words)), *([""] * (self._wide - 1))))
        self._words = None


def _tidy(words: str) -> str:
    """Return the words of a cell without the spaces that HTML does not show."""
    return "\n".join(filter(None, (line.replace("\xa0", " ").strip() for line in words.split("\n"))))


def _count(said: str | None) -> int:
    return min(int(said), 100) if said and said.isdecimal() else 1
