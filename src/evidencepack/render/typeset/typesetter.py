# SPDX-License-Identifier: MPL-2.0
"""Numbered documents to typeset pages: the whole of the room's work in one call.

Page numbers that stand in the text are met by expecting their digits: every document is laid out once, and again
only where a number turned out to have another length.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, groupby
from typing import assert_never

from evidencepack.blocks.blocks import (
    Block,
    Bullets,
    Callout,
    Clause,
    Farewell,
    Figure,
    Figures,
    Gap,
    Heading,
    Letterhead,
    PageBreak,
    Paragraph,
    Signature,
    Style,
    Table,
    Toc,
)
from evidencepack.blocks.document import Document, Section
from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.fonts.lost import Lost, MissingGlyphError
from evidencepack.render.number import Numbered
from evidencepack.render.theme import MM, Theme
from evidencepack.render.typeset.attributes import Attributes
from evidencepack.render.typeset.boxes import set_callout
from evidencepack.render.typeset.clauses import Clauses
from evidencepack.render.typeset.contents import set_contents
from evidencepack.render.typeset.cover import make_room, place_foot, set_foot, set_name
from evidencepack.render.typeset.emit import Emitter
from evidencepack.render.typeset.evening import even_boxes
from evidencepack.render.typeset.flow import Flow
from evidencepack.render.typeset.guests import Guests, GuestsByAnchor, anchor_of
from evidencepack.render.typeset.hosting import Host
from evidencepack.render.typeset.measure import Measurer
from evidencepack.render.typeset.page import (
    BoxShape,
    Element,
    Outline,
    Page,
    Pages,
    Place,
    Role,
    Span,
    TableShape,
)
from evidencepack.render.typeset.paging import Placed, Sheet, first_pages, paginate
from evidencepack.render.typeset.prose import set_bullets, set_heading, set_paragraph
from evidencepack.render.typeset.running import Counted, Runner
from evidencepack.render.typeset.sections import Sections
from evidencepack.render.typeset.signing import set_signature
from evidencepack.render.typeset.strips import Strip
from evidencepack.render.typeset.tables import set_table

_ROUNDS = 6
_ALONE = Guests()
_NOBODY: GuestsByAnchor = {}


@dataclass(slots=True, eq=False, repr=False)
class _Laid:
    """One document on its sheets. ``expected`` is how many digits each page number in its text was given.

    ``guests`` are pages from outside that follow.
    ``marked`` are the strips that links and bookmarks lead to, each with the number of its sheet.
    """

    document: Document
    root: Element
    sheets: list[Sheet]
    marked: list[tuple[int, Placed]]
    expected: dict[str, int]
    tables: dict[str, TableShape]
    boxes: dict[str, tuple[BoxShape, ...]]
    white: dict[str, float]
    lost: tuple[Lost, ...]
    guests: Guests = _ALONE

    @property
    def count(self) -> int:
        """How many pages it has."""
        return len(self.sheets) + len(self.guests.pages)

    def host(self, guests: GuestsByAnchor) -> None:
        """Take in the pages that follow; a document that has nothing of its own is those pages alone."""
        found = guests.get(self.document.anchor)
        if found is not None:
            self.guests = found
            if not self.document.sections:
                self.sheets.clear()


def typeset(
    numbered: Numbered,
    theme: Theme,
    fonts: FontSet,
    *,
    stamp: bool,
    duplex: bool = False,
    guests: GuestsByAnchor = _NOBODY,
) -> Pages:
    """Return the pages of all documents, one after the other.

    ``stamp`` puts the boxed page number of the whole file at the foot, as packs have it. ``duplex`` starts each
    document on a right-hand page, after an empty page where needed. ``guests`` are pages from outside, by the anchor of
    the document that they follow; one with guests and without sections has no page of its own.

    Raises:
        MissingGlyphError: if no font has some characters of the text; it names them all.
    """
    digits = _estimate(numbered.documents)
    laid = [_lay(document, numbered, theme, fonts, digits) for document in numbered.documents]
    for one in laid:
        one.host(guests)
    lost = [one for document in laid for one in document.lost]
    if lost:
        raise MissingGlyphError(lost)
    for turn in range(_ROUNDS):
        pages = _pages_of(laid, _firsts(laid, duplex=duplex))
        stale = [number for number, one in enumerate(laid) if _is_stale(one, pages)]
        if not stale:
            break
        for anchor in {anchor for number in stale for anchor in laid[number].expected}:
            # After the first round a number may only get longer: so the rounds end.
            length = len(str(pages[anchor] + 1))
            digits[anchor] = max(length, digits.get(anchor, 1)) if turn else length
        for number in stale:
            laid[number] = _lay(laid[number].document, numbered, theme, fonts, digits)
            laid[number].host(guests)
    firsts = _firsts(laid, duplex=duplex)
    if duplex:
        _mirror(laid, firsts)
    return _emit(laid, firsts, theme, fonts, stamp=stamp, duplex=duplex)


def _firsts(laid: list[_Laid], *, duplex: bool) -> list[int]:
    return first_pages([one.count for one in laid], duplex=duplex)


def _mirror(laid: list[_Laid], firsts: list[int]) -> None:
    """Turn the margins of left-hand pages, which have an odd index: lines and page breaks stay as they are."""
    for one, first in zip(laid, firsts, strict=False):
        for sheet in one.sheets[1 - first % 2 :: 2]:
            sheet.shape = sheet.shape.mirrored


def _counts(laid: list[_Laid]) -> list[tuple[int, int]]:
    """Return for each document how many pages "Page 2 of 3" counts before its own, and in all.

    An appendix counts by itself. Documents without a letter that stand together under one reference count as one:
    cover, contents and matrix are the pages of the pack's own.
    """
    counts: list[tuple[int, int]] = []
    for _, group in groupby(laid, key=_counted_as):
        pages = [one.count for one in group]
        counts += [(before, sum(pages)) for before in accumulate(pages[:-1], initial=0)]
    return counts


def _counted_as(one: _Laid) -> tuple[str, str]:
    document = one.document
    alone = document.letter or not document.running.reference
    return (document.anchor, "") if alone else ("", document.running.reference)


def _estimate(documents: tuple[Document, ...]) -> dict[str, int]:
    """Guess the digits of every anchor's page number from the number of blocks before its document."""
    digits: dict[str, int] = {}
    pages = 1.0
    for document in documents:
        blocks = [block for section in document.sections for block in section.blocks]
        length = len(str(int(pages)))
        digits[document.anchor] = length
        digits.update({block.anchor: length for block in blocks if isinstance(block, Heading | Clause | Table)})
        rows = sum(len(block.rows) for block in blocks if isinstance(block, Table))
        pages += max(1.0, (2.2 * len(blocks) + 2 * rows) / 40)
    return digits


def _is_stale(laid: _Laid, pages: dict[str, int]) -> bool:
    return any(len(str(pages[anchor] + 1)) != digits for anchor, digits in laid.expected.items())


def _pages_of(laid: list[_Laid], firsts: list[int]) -> dict[str, int]:
    """Return the page index of every anchor."""
    pages: dict[str, int] = {}
    for one, first in zip(laid, firsts, strict=False):
        pages[one.document.anchor] = first
        for number, placed in one.marked:
            for anchor in placed.strip.anchors:
                pages.setdefault(anchor, first + number)
    return pages


def _lay(document: Document, numbered: Numbered, theme: Theme, fonts: FontSet, digits: dict[str, int]) -> _Laid:
    root = Element(Role.PART, None, document.anchor, Attributes(language=document.language, title=document.title))
    inside = Sections(root)
    measurer = Measurer(fonts, numbered, digits, document.title)
    sheets: list[Sheet] = []
    for number, section in enumerate(document.sections):
        name = f"{document.anchor}/{number}"
        sheets += _section(section, name, measurer, theme, inside)
    expected = {anchor: digits.get(anchor, 1) for anchor in measurer.refers}
    sheets = sheets or [Sheet(theme.portrait)]
    shapes = measurer.tables, measurer.boxes, measurer.white
    return _Laid(document, root, sheets, _marked(sheets), expected, *shapes, tuple(measurer.lost))


def _marked(sheets: list[Sheet]) -> list[tuple[int, Placed]]:
    return [
        (number, placed)
        for number, sheet in enumerate(sheets)
        for placed in sheet.placed
        if (placed.strip.anchors or placed.strip.outline) and not placed.repeated
    ]


def _section(section: Section, name: str, measurer: Measurer, theme: Theme, sections: Sections) -> list[Sheet]:
    shape = theme.landscape if section.landscape else theme.portrait
    shape = shape._replace(top=theme.top_of(shape, section))
    flow = Flow(measurer, theme, shape, sections)
    _set(flow, section.blocks, name, 0)
    foot = Flow(measurer, theme, shape, sections)
    if section.foot:
        _set_foot(foot, section.foot, name, len(section.blocks))
        measurer.white[name] = make_room(flow.strips, foot.strips, shape, theme.cover)
    sheets = paginate(flow.strips, shape, headless=section.cover or section.letter)
    measurer.boxes |= even_boxes(sheets)
    place_foot(sheets, foot.strips)
    return sheets


def _set_foot(flow: Flow, blocks: tuple[Block, ...], name: str, first: int) -> None:
    for number, block in enumerate(blocks, first):
        if isinstance(block, Table):
            flow.block = f"{name}.{number}"
            set_foot(flow, block)
        else:
            _set(flow, (block,), name, number)


def _set(flow: Flow, blocks: tuple[Block, ...], name: str, first: int) -> None:
    clauses, headings = Clauses(flow), _headings_after(blocks)
    for number, block in enumerate(blocks):
        flow.block = f"{name}.{first + number}"
        flow.inside = None
        if isinstance(block, Clause):
            clauses.set(block, blocks[number + 1 : number + 3])
        else:
            flow.inside = clauses.around(block if isinstance(block, Heading) else headings[number])
            _set_block(flow, block, blocks[number + 1] if number + 1 < len(blocks) else None)
            if _stands_alone(block, blocks[number + 1 : number + 2]):
                flow.after(flow.theme.title_alone)


def _headings_after(blocks: tuple[Block, ...]) -> list[Heading | Clause | None]:
    """Return the heading or clause that comes next after each block."""
    found: list[Heading | Clause | None] = []
    following: Heading | Clause | None = None
    for block in reversed(blocks):
        found.append(following)
        following = block if isinstance(block, Heading | Clause) else following
    return found[::-1]


def _stands_alone(block: Block, following: tuple[Block, ...]) -> bool:
    """Say whether a block is a document's title without a line of facts below it."""
    facts = any(isinstance(after, Paragraph) and after.style is Style.FACTS for after in following)
    return isinstance(block, Heading) and block.level == 1 and not block.small and not facts


def _set_block(flow: Flow, block: Block, following: Block | None) -> None:  # noqa: C901, PLR0912 - one case for each block
    match block:
        case Paragraph(style=Style.COVER_NAME):
            set_name(flow, block)
        case Paragraph():
            set_paragraph(flow, block, following)
        case Heading():
            set_heading(flow, block)
        case Bullets():
            set_bullets(flow, block)
        case Table():
            set_table(flow, block)
        case Toc():
            set_contents(flow, block)
        case Callout():
            set_callout(flow, block)
        case Signature():
            set_signature(flow, block, following)
        case Letterhead() | Farewell():
            _set_letter(flow, block)
        case Figure() | Figures():
            _set_figures(flow, block)
        case PageBreak():
            flow.turn()
        case Gap():
            flow.add([Strip(block.height * MM)])
        case Clause():
            raise TypeError("clauses are set with their neighbours")
        case _:
            assert_never(block)


def _set_letter(flow: Flow, block: Letterhead | Farewell) -> None:
    from evidencepack.render.typeset.letters import set_farewell, set_letterhead  # few documents are letters

    if isinstance(block, Letterhead):
        set_letterhead(flow, block)
    else:
        set_farewell(flow, block)


def _set_figures(flow: Flow, block: Figure | Figures) -> None:
    from evidencepack.render.typeset.figures import set_figure, set_figures  # most documents draw nothing

    if isinstance(block, Figure):
        set_figure(flow, block)
    else:
        set_figures(flow, block)


def _emit(laid: list[_Laid], firsts: list[int], theme: Theme, fonts: FontSet, *, stamp: bool, duplex: bool) -> Pages:
    """Turn sheets into pages, now that every page number is known."""
    numbers = {anchor: str(page + 1) for anchor, page in _pages_of(laid, firsts).items()}
    emitter = Emitter(theme, fonts, numbers, _ranges(numbers, laid, firsts))
    pages: list[Page] = []
    spans: list[Span] = []
    anchors: dict[str, Place] = {}
    outline: list[Outline] = []
    for index, (one, (before, total)) in enumerate(zip(laid, _counts(laid), strict=True)):
        document, first, following = one.document, firsts[index], firsts[index + 1]
        runner, count = Runner(theme, fonts, document.running, {}, {}, {}), one.count
        spans.append(Span(document.anchor, document.title, first, count, one.root, following - first - count))
        anchors[document.anchor] = Place(first, 0.0)
        title = f"Appendix {document.letter}: {document.title}" if document.letter else document.title
        outline.append(Outline(1, title, Place(first, 0.0)))
        for number, sheet in enumerate(one.sheets):
            page = emitter.page(sheet, index)
            runner.run(page, sheet, Counted(before + number + 1, total, first + number + 1), stamp=stamp)
            pages.append(page)
        host, own = Host(runner, one.guests, one.root, duplex=duplex), len(one.sheets)
        for number in range(own, count):
            counted = Counted(before + number + 1, total, first + number + 1)
            pages.append(host.page(number - own, index, counted, stamp=stamp))
        _note_places(one, first, anchors, outline)
        other_side = (one.sheets[-1].shape if one.sheets else theme.portrait).mirrored
        pages += [
            runner.blank(other_side, index, number, stamp=stamp) for number in range(first + count + 1, following + 1)
        ]
        one.sheets.clear()  # its pages stand; what they were made of makes room for the next ones
    tables = {block: shape for one in laid for block, shape in one.tables.items()}
    boxes = {block: shapes for one in laid for block, shapes in one.boxes.items()}
    white = {section: part for one in laid for section, part in one.white.items()}
    return Pages(tuple(pages), tuple(spans), anchors, tuple(outline), tables, boxes, white, duplex)


def _ranges(numbers: dict[str, str], laid: list[_Laid], firsts: list[int]) -> dict[str, str]:
    """Return what the contents print for each document, and for other anchors their page."""
    ranges = dict(numbers)
    ends = {one.document.anchor: index + one.count for one, index in zip(laid, firsts, strict=False)}
    for one, index in zip(laid, firsts, strict=False):
        first, last = index + 1, ends[one.guests.through or one.document.anchor]
        ranges[one.document.anchor] = f"{first}–{last}" if last > first else str(first)
    return ranges


def _note_places(laid: _Laid, first: int, anchors: dict[str, Place], outline: list[Outline]) -> None:
    for number, placed in laid.marked:
        place = Place(first + number, placed.y)
        for anchor in placed.strip.anchors:
            anchors.setdefault(anchor, place)
        if placed.strip.outline:
            outline.append(Outline(*placed.strip.outline, place))
    first += len(laid.sheets)
    outline += [Outline(2 + one.level, one.text, Place(first + one.page, 0.0)) for one in laid.guests.bookmarks]
    for link in laid.guests.links:
        anchors[anchor_of(laid.document.anchor, link.to)] = Place(first + link.to, 0.0)
