# SPDX-License-Identifier: MPL-2.0
"""Headings, paragraphs, lists, clauses and captions: each is one of Word's own styles with Word's own numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from evidencepack.blocks.blocks import Block, Bullets, Clause, Heading, Numbering, Paragraph, Style
from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.render.keeping import (
    WHOLE_LINES,
    introduces,
    keeps_last_item,
    keeps_next_item,
    leads_into,
    opens_table,
)
from evidencepack.render.number import plain
from evidencepack.render.word.estimate import ems
from evidencepack.render.word.fields import field
from evidencepack.render.word.flow import Par
from evidencepack.render.word.ids import bookmark_name
from evidencepack.render.word.inlines import inlines
from evidencepack.render.word.lists import counts_of
from evidencepack.render.word.runs import PLAIN, Look, run
from evidencepack.render.word.styles import small_heading
from evidencepack.render.word.writing import Chapter, Writing

# The lists of the base document.
CLAUSES, STEPS, SCHEDULES, APPENDICES = 0, 2, 3, 4
BULLETS_NUMBER = 2  # the number of the list of bullets, which does not begin again
_LEVELS = 4
_EM = "\u2003"
_EN = "\u2002"
_NBSP = "\u00a0"

STYLES: Mapping[Style, str] = MappingProxyType(
    {
        Style.BODY: "BodyText",
        Style.LEAD: "EPLead",
        Style.OPENER: "EPLabel",
        Style.FACTS: "EPFacts",
        Style.NOTE: "EPNote",
        Style.COVER_NAME: "EPCoverName",
        Style.COVER_LABEL: "EPCoverLabel",
        Style.COVER_TITLE: "Title",
        Style.COVER_LINE: "EPCoverLine",
    }
)


def anchored(writing: Writing, anchor: str, content: str) -> str:
    """Return content within the bookmark of an anchor, if it has one."""
    return writing.bookmarks.around(bookmark_name(anchor), content) if anchor else content


def paragraph(chapter: Chapter, block: Paragraph, following: Block | None = None) -> Par:
    """Return a paragraph in its style. One that ends with a colon, or stands before a table or a box, keeps with it.

    The line above a title begins with "Appendix B" in a pack, which is Word's own number.
    """
    label, first = f"Appendix {chapter.document.letter}", next(iter(block.inlines), None)
    if block.style is Style.OPENER and isinstance(first, Text) and first.text.startswith(label):
        numbering = _appendix_list(chapter)
        if numbering:
            rest = replace(first, text=first.text.removeprefix(label)), *block.inlines[1:]
            own = _paragraph(chapter.writing, replace(block, inlines=rest), following)
            return own._replace(style="EPAppendix", numbering=numbering)
    return _paragraph(chapter.writing, block, following)


def _paragraph(writing: Writing, block: Paragraph, following: Block | None) -> Par:
    whole = leads_into(block, following)
    keep = whole or introduces(block.inlines)
    if block.style is Style.COVER_TITLE and _long_title(writing, plain(block.inlines)):
        look = writing.theme.cover.small_title
        return Par("Title", inlines(writing, block.inlines, Look(size=look.size)), line=look.pitch)
    more = writing.theme.table.introduced if opens_table(block, following) else 0.0
    words = inlines(writing, block.inlines)
    return Par(STYLES[block.style], words, keep=keep, whole=whole and _short(writing, block), more_after=more)


def _short(writing: Writing, block: Paragraph) -> bool:
    """Say whether an introduction has so few lines that it never splits."""
    room = (writing.theme.portrait.measure - writing.theme.body.right) / writing.theme.lead.size
    return ems(plain(block.inlines, writing.numbered.labels)) < room * WHOLE_LINES


def _long_title(writing: Writing, title: str) -> bool:
    look = writing.theme.cover_title
    room = (writing.theme.portrait.measure - look.right) / look.size
    return ems(title, bold=True) > room * writing.theme.cover.long_title


def heading(chapter: Chapter, block: Heading, following: Block | None) -> Par:
    """Return a heading; "Schedule 1" and "Appendix B" are Word's own numbers, the colon after them is a word.

    A document's title with no line of facts below it keeps more space.
    """
    writing = chapter.writing
    words = anchored(writing, block.anchor, inlines(writing, block.inlines))
    gap = _gap(writing.theme.tag_gap)
    aside = gap + inlines(writing, block.aside, Look(style="EPAside")) if block.aside else ""
    numbering = _heading_list(chapter, block) if block.label else None
    # A mark that Word's list has no level for is words.
    separator = run(": ") if numbering else run(f"{block.label}: ") if block.label else ""
    facts = isinstance(following, Paragraph) and following.style is Style.FACTS
    after = None if block.level > 1 or block.small or facts else writing.theme.title_alone
    known = "EPSchedule" if numbering and (block.level, block.numbering) == (2, Numbering.SCHEDULE) else ""
    style = small_heading(block.level) if block.small else known or f"Heading{block.level}"
    return Par(style, separator + words + aside, after=after, numbering=numbering)


def _heading_list(chapter: Chapter, block: Heading) -> tuple[int, int] | None:
    if block.numbering is Numbering.APPENDIX:
        return _appendix_list(chapter)
    if block.starts or not chapter.schedules:
        chapter.schedules = chapter.writing.parts.start_list(SCHEDULES, block.starts or 1)
    return chapter.schedules, 0


def _appendix_list(chapter: Chapter) -> tuple[int, int] | None:
    """Return list and level by which Word counts to the letter of a document, or nothing where it cannot.

    One that follows the last goes on in its list, so that an appendix put between them moves those after it.
    """
    counted = counts_of(chapter.document.letter)
    if not counted:
        return None
    writing, last = chapter.writing, chapter.writing.appendix
    if last is None or (*last[1][:-1], last[1][-1] + 1) != counted:
        number = writing.parts.start_list(APPENDICES, *counted)
    else:
        number = last[0]
    writing.appendix = number, counted
    return number, len(counted) - 1


def bullets(writing: Writing, block: Bullets) -> list[Par]:
    """Return the items of a list; numbered lists each begin at 1, and none begins or ends with an item alone."""
    numbering = (writing.parts.start_list(STEPS, 1), 0) if block.numbered else None
    style, look = ("ListNumber", writing.theme.steps) if block.numbered else ("ListBullet", writing.theme.bullets)
    count = len(block.items)
    items = [
        Par(style, inlines(writing, item), numbering=numbering, keep=keeps_next_item(place, count))
        for place, item in enumerate(block.items)
    ]
    return [*items[:-1], *(item._replace(after=look.last) for item in items[-1:])]


def clause(chapter: Chapter, block: Clause, rest: Sequence[Block]) -> Par:
    """Return a clause; ``rest`` are what follows. One that brings in a deeper level stays with its first item."""
    writing = chapter.writing
    if block.starts or not chapter.clauses:
        chapter.clauses = writing.parts.start_list(CLAUSES, block.starts or 1, *[1] * (_LEVELS - 1))
    gap = writing.theme.tag_gap
    tags = "".join(
        _gap(gap / 2 if place else gap) + run(f"{_NBSP}{tag}{_NBSP}", Look(style="EPTag"))
        for place, tag in enumerate(block.tags)
    )
    deeper = rest[0].level - block.level if rest and isinstance(rest[0], Clause) else -1
    last = block.level == _LEVELS - 1 and deeper < 0
    return Par(
        f"EPClause{block.level}",
        anchored(writing, block.anchor, inlines(writing, block.inlines)) + tags,
        after=writing.theme.clauses[block.level - 1].last if last else None,
        keep=deeper > 0 or introduces(block.inlines) or keeps_last_item(block, rest),
        numbering=(chapter.clauses, block.level - 1),
    )


def _gap(width: float) -> str:
    """Return white space of a width in points, which is a multiple of a half: an em of that size."""
    return run(_EM, Look(size=width))


def caption(chapter: Chapter, label: str, title: Inlines, anchor: str = "") -> Par:
    """Return the title of a table or figure: "Table 2" counts by a field that starts again with each document."""
    writing = chapter.writing
    word, _, number = label.partition(" ")
    start = "" if chapter.captions.get(word) else f" \\r {number}"
    chapter.captions[word] = int(number)
    counted = anchored(writing, anchor, run(f"{word} ") + field(f"SEQ {word} \\* ARABIC{start}", number))
    return Par("Caption", f"{counted}{run(_EN)}{inlines(writing, title, PLAIN)}")
