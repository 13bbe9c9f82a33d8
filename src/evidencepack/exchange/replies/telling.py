# SPDX-License-Identifier: MPL-2.0
"""Reads the body of a Word file into a story, in one walk.

Text may stand in any number of runs, in controls, links and tracked changes; revision marks, proofing marks and field
codes are passed over. What a tracked change took out is told in the original view, what it put in in the final one.
A paragraph without an end in a view goes on in the next, whose form it takes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from evidencepack.exchange.replies.computed import Fields, is_computed, sort_of, target_of
from evidencepack.exchange.replies.form import Linked, Restyled, Worked
from evidencepack.exchange.replies.markers import Markers
from evidencepack.exchange.replies.numbering import Numbering
from evidencepack.exchange.replies.relations import Relation
from evidencepack.exchange.replies.signs import sign_of
from evidencepack.exchange.replies.story import Block, Story, Tracked, View
from evidencepack.exchange.replies.styles import Look, Styles
from evidencepack.exchange.replies.taking import Change, Taking
from evidencepack.exchange.replies.unread import (
    MATHS,
    OLD_SHAPE,
    SORTS,
    TEXT_PATH,
    WHOLE,
    Unreadable,
    fetches,
    is_bound,
    is_drawn,
    is_low,
    runs_backwards,
    stands_off_page,
)
from evidencepack.exchange.replies.xml import R, W, child, has, is_on, value

_INSERTED: Final = frozenset({f"{W}ins", f"{W}moveTo"})
_DELETED: Final = frozenset({f"{W}del", f"{W}moveFrom"})
_SIGNS: Final = {f"{W}ptab": "\t", f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_PROPERTIES: Final = ("sdtPr", "sdtEndPr", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr")
_COMPATIBILITY: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_UNSEEN: Final = frozenset(f"{W}{name}" for name in _PROPERTIES)
_CHOICES: Final = tuple(f"{_COMPATIBILITY}{name}" for name in ("Choice", "Fallback"))
_BOOKMARKS: Final = (f"{W}bookmarkStart", f"{W}bookmarkEnd")
_SHOWS: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_PICTURES: Final = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{urn:schemas-microsoft-com:vml}imagedata",
)
_SEEN: Final = frozenset[Look]()
_BOXES: Final = {True: "☒", False: "☐"}
_HEADINGS: Final = ("Heading", "Title", "EPHeading", "EPSchedule")


@dataclass(frozen=True, slots=True)
class Around:
    """What a part is read with: the places of answers, styles, lists, and what the part points to by ids."""

    markers: Markers
    styles: Styles
    numbering: etree._Element | None = None
    relations: Mapping[str, Relation] = field(default_factory=dict)


def tell(body: etree._Element, around: Around, view: View) -> Story:
    """Return what a body tells, with the answers in the places of the markers."""
    teller = _Teller(around, view)
    teller.children(body)
    return teller.taking.story


class _Teller:
    """Walks through one body and says what it meets."""

    def __init__(self, around: Around, view: View) -> None:
        self.taking = Taking()
        self._around = around
        self._markers = around.markers
        self._numbering = Numbering(around.numbering, around.styles)
        self._hidden = _DELETED if view is View.FINAL else _INSERTED
        self._hidden_cell = f"{W}cellDel" if view is View.FINAL else f"{W}cellIns"
        self._tables = 0
        self._goes_on = False
        self._style = ""
        self._table_style: str | None = None
        self._covered = _SEEN
        self._fields = Fields()
        self._handlers: Mapping[str, Callable[[etree._Element], None]] = {
            **dict.fromkeys(_SIGNS, lambda sign: self._say(_SIGNS[str(sign.tag)])),
            **dict.fromkeys(_INSERTED | _DELETED, self._tracked),
            **dict.fromkeys((f"{W}t", f"{W}delText", f"{MATHS}t"), lambda text: self._say(text.text or "")),
            **dict.fromkeys(SORTS, self._pass_over),
            f"{W}sym": lambda sign: self._say(sign_of(sign)),
            f"{W}bdo": self._override,
            f"{W}footnoteReference": lambda mark: self.taking.note("footnotes", mark.get(f"{W}id", "")),
            f"{W}endnoteReference": lambda mark: self.taking.note("endnotes", mark.get(f"{W}id", "")),
            f"{_COMPATIBILITY}AlternateContent": self._choose,
            OLD_SHAPE: self._old_shape,
            TEXT_PATH: lambda path: self._say(path.get("string", "")),
            f"{W}p": self._paragraph,
            f"{W}tbl": self._table,
            f"{W}tr": self._row,
            f"{W}tc": self._column,
            f"{W}sdt": self._control,
            f"{W}r": self._run,
            f"{W}hyperlink": self._link,
            **dict.fromkeys((f"{W}drawing", f"{W}pict"), self._picture),
            f"{W}instrText": lambda text: self._fields.code(text.text or ""),
            f"{W}fldChar": self._field_mark,
            f"{W}fldSimple": self._simple_field,
            f"{W}bookmarkStart": self._bookmark,
            f"{W}bookmarkEnd": lambda mark: self.taking.close_bookmark(mark.get(f"{W}id", "")),
            f"{W}commentRangeStart": lambda mark: self.taking.open_comment(mark.get(f"{W}id", "")),
            f"{W}commentRangeEnd": lambda mark: self.taking.close_comment(mark.get(f"{W}id", "")),
            f"{W}commentReference": lambda mark: self.taking.close_comment(mark.get(f"{W}id", "")),
        }

    def children(self, element: etree._Element) -> None:
        """Read what is within an element."""
        for one in element:
            handler = self._handlers.get(str(one.tag))
            if handler:
                handler(one)
            elif one.tag not in _UNSEEN:
                self.children(one)

    def _paragraph(self, paragraph: etree._Element) -> None:
        """Read a paragraph: a block of its own, or a line of the cell or of the paragraph in which it stands."""
        inside, spoken = self.taking.cell is not None, self.taking.spoken
        found = child(paragraph, "pPr")
        properties = {} if found is None else {str(one.tag): one for one in found}
        above, self._style = self._style, _value(properties.get(f"{W}pStyle"))
        if inside or not self._goes_on:
            if not inside:
                self.taking.begin(Block([[]]))
            self.taking.begin_line()
        else:
            # The view lacks the end of the paragraph before.
            self.taking.cell = self.taking.story.blocks[-1].cells[-1]
        self.children(paragraph)
        style, self._style = self._style, above
        if not inside:
            self.taking.cell = None
            mark = properties.get(f"{W}rPr", ())
            self._goes_on = any(one.tag in self._hidden for one in mark)
        if (inside or not self._goes_on) and self.taking.story.blocks:
            self._end_paragraph(properties, style, speaks=self.taking.spoken > spoken)

    def _end_paragraph(self, properties: Mapping[str, etree._Element], style: str, *, speaks: bool) -> None:
        """Note the form of a paragraph that has an end in this view."""
        block, level = self.taking.story.blocks[-1], self._numbering.level(properties.get(f"{W}numPr"), style)
        if not block.is_row:
            block.heading, block.style = style.startswith(_HEADINGS), style
        if speaks:
            block.form.levels.append(level)
            if stands_off_page(properties):
                self.taking.pass_over(Unreadable.OFF_PAGE)
        self.taking.section += f"{W}sectPr" in properties
        change = properties.get(f"{W}pPrChange")
        if change is not None:
            block.form.restyled.append(Restyled(*_by(change), "", paragraph=True))

    def _run(self, run: etree._Element) -> None:
        before, properties = self.taking.looks, child(run, "rPr")
        self.taking.looks = self._around.styles.run_looks(properties, self._style, self._table_style) | self._covered
        self.children(run)
        self.taking.looks = before
        change = None if properties is None else child(properties, "rPrChange")
        if change is not None and self.taking.cell is not None and not self.taking.is_hidden:
            words = "".join(text.text or "" for text in run.iter(f"{W}t"))
            self.taking.story.blocks[-1].form.restyled.append(Restyled(*_by(change), words, paragraph=False))

    def _link(self, link: etree._Element) -> None:
        relation = self._around.relations.get(link.get(f"{R}id", ""))
        target = relation.target if relation else f"#{link.get(f'{W}anchor', '')}"
        self.taking.link(Linked("".join(text.text or "" for text in link.iter(f"{W}t")), target))
        self.children(link)

    def _picture(self, drawing: etree._Element) -> None:
        """Note the pictures of a drawing; text in it is read as well."""
        shows = next((one.get("descr", "") for one in drawing.iter(_SHOWS)), "")
        for blip in drawing.iter(*_PICTURES):
            number = next(
                (blip.get(f"{R}{name}", "") for name in ("embed", "link", "id") if f"{R}{name}" in blip.attrib), ""
            )
            relation = self._around.relations.get(number)
            self.taking.picture(relation.target if relation else "", shows)
        self.children(drawing)

    def _pass_over(self, thing: etree._Element) -> None:
        """Note what is no text; words in it are read, unless another program wrote them."""
        self.taking.pass_over(SORTS[str(thing.tag)])
        if thing.tag not in WHOLE:
            self.children(thing)

    def _old_shape(self, shape: etree._Element) -> None:
        if is_drawn(shape):
            self.taking.pass_over(Unreadable.SHAPE)
        self.children(shape)

    def _choose(self, choices: etree._Element) -> None:
        """Read the first of several ways in which the same is written."""
        for one in choices.iterchildren(*_CHOICES):
            self.children(one)
            return

    def _override(self, override: etree._Element) -> None:
        if runs_backwards(override):
            self.taking.pass_over(Unreadable.REVERSED)
        self.children(override)

    def _table(self, table: etree._Element) -> None:
        self._goes_on = False
        self._tables += self.taking.cell is None
        above, self._table_style = self._table_style, value(table, "tblPr/tblStyle")
        if self._around.styles.hides_in_part(self._table_style):
            self.taking.pass_over(Unreadable.TABLE_STYLE)
        self.children(table)
        self._table_style = above

    def _row(self, row: etree._Element) -> None:
        """Read a row; one of a table within a cell is lines of that."""
        if self.taking.cell is not None:
            self.children(row)
            return
        changes = [self._change(one) for one in row.iterfind(f"{W}trPr/*") if one.tag in _INSERTED | _DELETED]
        if not any(change.hides for change in changes):
            self.taking.begin(Block([], self._tables - 1, head=has(row, "trPr/tblHeader")))
            with_it = len(self.taking.changes)
            self.taking.changes += changes
            self._cover(row, hidden=is_on(row, "trPr/hidden") or is_low(row))
            del self.taking.changes[with_it:]

    def _cover(self, part: etree._Element, *, hidden: bool) -> None:
        """Read a part of a table that nobody may see."""
        above = self._covered
        self._covered = above | {Look.HIDDEN} if hidden else above
        self.children(part)
        self._covered = above

    def _column(self, column: etree._Element) -> None:
        inside = self.taking.cell is not None
        gone = column.find(f"{W}tcPr/{self._hidden_cell}")
        if gone is not None and not inside:
            words = "".join(text.text or "" for text in column.iter(f"{W}t"))
            inserted = gone.tag == f"{W}cellIns"
            self.taking.story.blocks[-1].tracked.append(Tracked(inserted, words, *_by(gone)))
            return
        if not inside:
            self.taking.begin_cell()
        # A cell that only goes on from the one above shows nothing of its own.
        self._cover(column, hidden=has(column, "tcPr/vMerge") and value(column, "tcPr/vMerge") != "restart")
        if not inside:
            self.taking.cell = None

    def _control(self, control: etree._Element) -> None:
        if _is_doubled(control):
            self._marks_of(control)
            return
        if is_bound(control):
            self.taking.pass_over(Unreadable.BOUND)
        tag = self._markers.controls.get(control)
        if tag is not None:
            self.taking.open_control(tag, name=value(control, "sdtPr/alias"), asks=has(control, "sdtPr/showingPlcHdr"))
        for content in control.iterfind(f"{W}sdtContent"):
            self.children(content)
        if tag is not None:
            self.taking.close_control()

    def _marks_of(self, control: etree._Element) -> None:
        """Read the bookmarks within a control and none of its words."""
        for mark in control.iter(*_BOOKMARKS):
            self._handlers[str(mark.tag)](mark)

    def _tracked(self, change: etree._Element) -> None:
        self.taking.changes.append(self._change(change))
        self.children(change)
        self.taking.changes.pop()

    def _change(self, change: etree._Element) -> Change:
        return Change(change.tag in _INSERTED, *_by(change), change.tag in self._hidden)

    def _bookmark(self, mark: etree._Element) -> None:
        self.taking.bookmark(mark.get(f"{W}name", ""))
        tag = self._markers.bookmarks.get(mark.get(f"{W}name", ""))
        if tag is not None:
            self.taking.open_bookmark(mark.get(f"{W}id", ""), tag)

    def _field_mark(self, mark: etree._Element) -> None:
        if has(mark, "ffData/ddList"):
            self.taking.pass_over(Unreadable.CHOSEN)
        elif has(mark, "ffData/checkBox"):
            box = "ffData/checkBox/checked" if has(mark, "ffData/checkBox/checked") else "ffData/checkBox/default"
            self._say(_BOXES[is_on(mark, box)])
        if mark.get(f"{W}fldCharType") == "separate":
            self._fetch(self._fields.last_code)
        ended = self._fields.mark(mark.get(f"{W}fldCharType", ""))
        if ended and ended.is_link:
            self.taking.link(Linked("".join(ended.words), ended.link))
        elif ended:
            self._compute("".join(ended.code), "".join(ended.words))

    def _fetch(self, code: str) -> None:
        if fetches(code):
            self.taking.pass_over(Unreadable.FETCHED)

    def _simple_field(self, simple: etree._Element) -> None:
        self._fetch(simple.get(f"{W}instr", ""))
        if is_computed(simple.get(f"{W}instr", "")):
            self._compute(simple.get(f"{W}instr", ""), "".join(text.text or "" for text in simple.iter(f"{W}t")))
        else:
            self.children(simple)

    def _compute(self, code: str, words: str) -> None:
        self.taking.compute(Worked(sort_of(code), target_of(code), words))

    def _say(self, words: str) -> None:
        taking = self._fields.taking
        self._fields.hear(words)
        if taking is None:
            self.taking.say(words)
        elif taking.in_result:
            taking.words.append(words)


def _is_doubled(control: etree._Element) -> bool:
    """Say whether a control says once more what the one right before it says.

    LibreOffice 7.4 writes each control of a paragraph twice where a section ends with it; it forgets tags as well.
    """
    paragraph = control.getparent()
    if paragraph is None or not has(paragraph, "pPr/sectPr") or has(control, "sdtPr/tag"):
        return False
    before = (one for one in control.itersiblings(preceding=True) if one.tag not in _BOOKMARKS)
    previous = next(before, None)
    return previous is not None and previous.tag == f"{W}sdt" and _text(previous) == _text(control)


def _text(control: etree._Element) -> str:
    return "".join(text.text or "" for text in control.iter(f"{W}t"))


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")


def _by(change: etree._Element) -> tuple[str, str]:
    """Return who made a tracked change and when."""
    return change.get(f"{W}author", ""), change.get(f"{W}date", "")
