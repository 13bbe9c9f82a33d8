# SPDX-License-Identifier: MPL-2.0
"""Sheets that divide a bundle: before a file from outside or in its place, and before a section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from evidencepack.blocks.blocks import Block, Cell, Column, Fill, Gap, Paragraph, Style, Table, TableRow, Toc, TocEntry
from evidencepack.blocks.document import Document, Running, Section
from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.counting import counted, in_words, sentence_case
from evidencepack.compose.formats import long_date

_DOWN = 40.0
"""Millimetres from the top of the text to the rule, so that the eye finds the sheet between pages that begin higher."""

_ABOVE_BAR, _BELOW_BAR = 2.0, 4.0
_ABSENT = "NOT IN THIS FILE"
_APART = "\u2003"
_LABEL = 38.0
_WIDTHS = (14.0, 0.0, 18.0)


@dataclass(frozen=True, slots=True)
class Came:
    """How the pages of a file got to ours: what was done to them, and what of the file is not there.

    ``smaller`` is how many of its pages are scaled down. ``laid_out``: LibreOffice made the pages of a Word file.
    ``damaged``: they are what could be read of a damaged file.
    """

    smaller: int = 0
    left_behind: tuple[str, ...] = ()
    laid_out: bool = False
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class Described:
    """What a sheet says of a file: what it is, what it says of itself, and how it came.

    ``note`` says why no page of it follows, and where it is instead; empty where its pages follow. ``until`` is its
    last day, if it runs out. ``came`` is how its pages got here.
    """

    anchor: str
    letter: str
    title: Inlines
    what: str
    dated: date | None
    issued_by: str
    name: str
    pages: int
    sha256: str
    note: str = ""
    until: date | None = None
    came: Came = Came()


def described_title(record: str, title: str) -> Inlines:
    """Return the title of a file as an answer, so that a preview or a warning can name its question."""
    return (Value(title, (f"{record}/title",)),)


def file_sheet(one: Described, running: Running) -> Document:
    """Return the sheet before a file, or in its place."""
    title = "".join(inline.text for inline in one.title if isinstance(inline, Value | Text))
    blocks: tuple[Block, ...] = (
        Gap(_DOWN),
        Paragraph((Text(one.what or "From outside"),), Style.OPENER),
        Paragraph((*_letter(one), *one.title), Style.COVER_TITLE),
        *_absence(one),
        Paragraph((Text(_lead(one)),), Style.LEAD),
        _facts(one),
    )
    return Document(one.anchor, title, running, (Section(blocks),), letter=one.letter)


def section_sheet(anchor: str, name: str, title: Inlines, entries: Sequence[TocEntry], running: Running) -> Document:
    """Return the sheet before a section; ``name`` is "Section A", or "Section" where sections have no letter."""
    words = "".join(inline.text for inline in title if isinstance(inline, Value | Text))
    blocks: tuple[Block, ...] = (
        Gap(_DOWN),
        Paragraph((Text(name),), Style.OPENER),
        Paragraph(title, Style.COVER_TITLE),
        Paragraph((Text(f"{sentence_case(counted(len(entries), 'paper'))} in this section."),), Style.LEAD),
        Toc(("App.", "Title", "Pages"), _WIDTHS, tuple(entries)),
    )
    return Document(anchor, words, running, (Section(blocks),))


def volume_sheet(anchor: str, name: str, bundle: str, entries: Sequence[TocEntry], running: Running) -> Document:
    """Return the first page of a further volume: which it is ("Volume 2 of 3"), of which bundle, and what is in it."""
    lead = "Its pages are counted on from the volume before. The contents of all volumes stand in the first."
    blocks: tuple[Block, ...] = (
        Gap(_DOWN),
        Paragraph((Text(bundle),), Style.OPENER),
        Paragraph((Text(name),), Style.COVER_TITLE),
        Paragraph((Text(lead),), Style.LEAD),
        Toc(("App.", "Title", "Pages"), _WIDTHS, tuple(entries)),
    )
    return Document(anchor, name, running, (Section(blocks),))


def _letter(one: Described) -> Inlines:
    """Return the letter as large as the title, for whoever leafs through paper."""
    return (Text(f"{one.letter}{_APART}"),) if one.letter else ()


def _absence(one: Described) -> tuple[Block, ...]:
    """Return the bar that says from afar that no page of the file follows."""
    if not one.note:
        return ()
    cell = Cell(((Text(_ABSENT),),), Fill.INK)
    bar = Table((Column(),), (), (TableRow((cell,)),), row_headers=False, summary=_ABSENT.capitalize(), size=14)
    return (Gap(_ABOVE_BAR), bar, Gap(_BELOW_BAR))


def _lead(one: Described) -> str:
    if one.note:
        return one.note
    made = [f"made by {one.issued_by}"] if one.issued_by else []
    made += [f"dated {long_date(one.dated)}"] if one.dated else []
    said = " and ".join(made)
    head = f"{said[:1].upper()}{said[1:]}. " if said else ""
    follow = "Its page follows" if one.pages == 1 else f"Its {counted(one.pages, 'page')} follow"
    return f"{head}{follow}, {_how(one)}; only the line at the foot is ours."


def _how(one: Described) -> str:
    """Return what was done to the pages, and no more than is true of each of them."""
    came = one.came
    done = ["as far as the damaged file could be read"] if came.damaged else []
    if came.laid_out:
        done.append("laid out by LibreOffice, whose lines and pages may end elsewhere than Word’s")
    else:
        done.append("printed anew" if came.left_behind or came.damaged else "copied")
    if came.smaller:
        done.append("made smaller" if came.smaller == one.pages else f"{in_words(came.smaller)} of them made smaller")
    return ", ".join(done)


def _facts(one: Described) -> Table:
    rows = [("File", one.name), ("Pages", f"{one.pages:,}" if one.pages else "None here")]
    rows += [("Made by", one.issued_by), ("Date", long_date(one.dated) if one.dated else "Not given")]
    rows += [("Valid until", long_date(one.until) if one.until else ""), ("SHA-256", _grouped(one.sha256))]
    rows += [("Stayed behind", sentence_case("; ".join(one.came.left_behind)))]
    return Table(
        columns=(Column(_LABEL), Column()),
        head=(),
        rows=tuple(TableRow((_cell(name), _cell(words))) for name, words in rows if words),
        summary="The name of the file, its pages, its date, the beginning of its SHA-256, and what is not here.",
        size=10.5,
    )


def _grouped(sha256: str) -> str:
    """Return the first 16 hex digits in groups of four, for two people to compare aloud."""
    return " ".join(sha256[at : at + 4] for at in range(0, 16, 4)).strip()


def _cell(words: str) -> Cell:
    return Cell(((Text(words),),))
