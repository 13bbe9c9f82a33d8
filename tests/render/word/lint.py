# SPDX-License-Identifier: MPL-2.0
"""What no validator looks for in a Word file and Word stumbles over: ids, fields, targets, lists, styles, cells.

What it takes to be read by everyone is looked for in ``lint_reading``. Each rule has a seeded defect in ``test_lint``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lxml import etree
from tests.render.word.lint_reading import READING
from tests.render.word.stories import Stories, W, opened, value

_BOOKMARK = re.compile(r"[A-Za-z_]\w{0,39}", re.ASCII)
_FIELDS = frozenset({"REF", "PAGEREF", "SEQ", "PAGE", "NUMPAGES", "TOC", "TC"})
_RESULTLESS = frozenset({"TC"})
_RUN_LEVEL = frozenset(f"{W}{name}" for name in ("r", "hyperlink", "bookmarkStart", "bookmarkEnd"))


@dataclass
class _Field:
    """A field that has begun: its code, whether its result has begun, and what that shows."""

    code: str = ""
    separated: bool = False
    shown: str = ""

    @property
    def name(self) -> str:
        return next(iter(self.code.split()), "")

    @property
    def short(self) -> bool:
        return self.name != "TOC"


def lint(data: bytes) -> list[str]:
    """Return what is wrong with a Word file, in plain words."""
    return [*faults_of_form(data), *(fault for rule in READING for fault in rule(opened(data)))]


def faults_of_form(data: bytes) -> list[str]:
    """Return what is wrong with the form of a Word file, whatever stands in it."""
    stories = opened(data)
    return [fault for rule in _RULES for fault in rule(stories)]


def _again(what: str, names: Iterable[str]) -> Iterator[str]:
    yield from (f"{what} {name} twice" for name, times in Counter(names).items() if times > 1)


def _ids(stories: Stories) -> Iterator[str]:
    """Names and numbers are there once. Word does not tell names of bookmarks apart by capitals."""
    controls = list(stories.iter("sdtPr"))
    bookmarks = list(stories.iter("bookmarkStart"))
    yield from _again("control id", (value(one.find(f"{W}id")) for one in controls))
    yield from _again("control tag", (value(one.find(f"{W}tag")) for one in controls))
    yield from _again("bookmark name", (value(one, "name").lower() for one in bookmarks))
    yield from _again("bookmark id", (value(one, "id") for one in bookmarks))
    yield from _again("picture id", (one.get("id", "") for one in stories.drawings()))


def _bookmarks(stories: Stories) -> Iterator[str]:
    """Each bookmark has a name that Word takes, and ends after it begins."""
    begun: set[str] = set()
    ended: set[str] = set()
    for mark in stories.iter("bookmarkStart", "bookmarkEnd"):
        number = value(mark, "id")
        if mark.tag == f"{W}bookmarkStart":
            begun.add(number)
            if not _BOOKMARK.fullmatch(value(mark, "name")):
                yield f"bookmark {value(mark, 'name')} has a name that Word refuses"
        elif number not in begun:
            yield f"bookmark {number} ends before it begins"
        else:
            ended.add(number)
    yield from (f"bookmark {number} is open" for number in sorted(begun - ended))


def _fields(stories: Stories) -> Iterator[str]:
    """Fields open, separate and close in order, one within the other; only contents reach over paragraphs."""
    for story in stories.every:
        running: list[_Field] = []
        for mark in story.iter(f"{W}p", f"{W}fldChar", f"{W}instrText", f"{W}t"):
            match etree.QName(mark).localname:
                case "p":
                    yield from (
                        f"field marks of {field.code} reach over paragraphs" for field in running if field.short
                    )
                case "fldChar":
                    yield from _mark(value(mark, "fldCharType"), running)
                case "instrText" if running:
                    running[-1].code += mark.text or ""
                case _:
                    for field in running:
                        field.shown += mark.text or ""
        yield from (f"field marks of {field.code} are open" for field in running)


def _mark(kind: str, running: list[_Field]) -> Iterator[str]:
    if kind == "begin":
        running.append(_Field())
    elif not running or (kind == "separate" and running[-1].separated):
        yield f"field marks: {kind} without a beginning"
    elif kind == "separate":
        running[-1].separated = True
    else:
        field = running.pop()
        if field.name not in _FIELDS:
            yield f"field {field.code} is none of ours"
        elif field.separated == (field.name in _RESULTLESS):
            yield f"field marks of {field.code} are too many or too few"
        elif field.separated and not field.shown:
            yield "a field shows nothing until it is updated"


def _targets(stories: Stories) -> Iterator[str]:
    names = {value(mark, "name") for mark in stories.iter("bookmarkStart")}
    for code in stories.iter("instrText"):
        words = (code.text or "").split()
        if words[0] in {"REF", "PAGEREF"} and words[1] not in names:
            yield f"{words[0]} to nowhere: {words[1]}"
    for link in stories.iter("hyperlink"):
        anchor = link.get(f"{W}anchor")
        if anchor is not None and anchor not in names:
            yield f"link to nowhere: {anchor}"


def _lists(stories: Stories) -> Iterator[str]:
    """Lists that are used exist; a level and its style name each other."""
    numbering, styles = stories.numbering, stories.styles
    of = {value(one, "numId"): value(one.find(f"{W}abstractNumId")) for one in numbering.iter(f"{W}num")}
    lists = {value(one, "abstractNumId") for one in numbering.iter(f"{W}abstractNum")}
    yield from (
        f"list {value(used)} does not exist"
        for used in (*stories.iter("numId"), *styles.iter(f"{W}numId"))
        if value(used) not in of
    )
    yield from (f"list definition {one} does not exist" for one in of.values() if one not in lists)
    for level in numbering.iterfind(f"{W}abstractNum/{W}lvl"):
        tied, parent = value(level.find(f"{W}pStyle")), level.getparent()
        style = next((one for one in styles.iter(f"{W}style") if value(one, "styleId") == tied), None)
        if tied and style is not None:
            number = style.find(f"{W}pPr/{W}numPr")
            found = (
                ("", "") if number is None else tuple(value(number.find(f"{W}{name}")) for name in ("numId", "ilvl"))
            )
            if (of.get(found[0]), found[1]) != (value(parent, "abstractNumId"), value(level, "ilvl")):
                yield f"style {tied} is not tied to its level"


def _styles(stories: Stories) -> Iterator[str]:
    known = {value(style, "styleId") for style in stories.styles.iter(f"{W}style")}
    used = (*stories.iter("pStyle", "rStyle", "tblStyle"), *stories.styles.iter(f"{W}basedOn", f"{W}next", f"{W}link"))
    tied = stories.numbering.iter(f"{W}pStyle")
    yield from (f"style {value(one)} does not exist" for one in (*used, *tied) if value(one) not in known)
    for fonts in (*stories.iter("rFonts"), *stories.styles.iter(f"{W}rFonts")):
        if any("Theme" in str(name) for name in fonts.attrib):
            yield "a font is the theme's, whatever the style says"


def _cells(stories: Stories) -> Iterator[str]:
    """Tables have rows, rows cover all columns, and paragraphs end cells and part tables."""
    for cell in stories.iter("tc"):
        if cell[-1].tag != f"{W}p":
            yield "a cell does not end with a paragraph"
    for table in stories.iter("tbl"):
        after = table.getnext()
        if after is None or after.tag == f"{W}tbl":
            yield "a table is not followed by a paragraph"
        width = len(table.findall(f"{W}tblGrid/{W}gridCol"))
        if table.find(f"{W}tr") is None:
            yield "a table has no rows"
        for row in table.iter(f"{W}tr"):
            spans = sum(int(value(cell.find(f"{W}tcPr/{W}gridSpan")) or 1) for cell in row.iterfind(f"{W}tc"))
            if spans != width:
                yield f"a row covers {spans} of {width} columns"


def _controls(stories: Stories) -> Iterator[str]:
    """A control stands in a line, round its words; its bookmark stands round it, and the manifest knows its tag."""
    shown = set(stories.manifest_tags())
    for control in stories.iter("sdt"):
        tag, before = value(control.find(f"{W}sdtPr/{W}tag")), control.getprevious()
        if not 0 < len(tag) <= 64:
            yield "a control has no tag that Word can hold"
        if any(one.tag not in _RUN_LEVEL for content in control.iterfind(f"{W}sdtContent") for one in content):
            yield f"control {tag} holds more than words of a line"
        if control.find(f"{W}sdtPr/{W}dataBinding") is not None:
            yield f"control {tag} is bound to data"
        if before is None or value(before, "name") != f"_{tag}":
            yield f"control {tag} has no bookmark round it"
        if tag not in shown:
            yield f"the manifest does not know {tag}"
        shown.discard(tag)
    yield from (f"the manifest knows {tag}, which is not there" for tag in sorted(shown))


def _looks(stories: Stories) -> Iterator[str]:
    """What is said of Latin letters is said of complex scripts, too; rows grow with what is typed into them."""
    for properties in (*stories.iter("rPr"), *stories.styles.iter(f"{W}rPr"), *stories.numbering.iter(f"{W}rPr")):
        if properties.find(f"{W}sz") is not None and properties.find(f"{W}szCs") is None:
            yield "a size is said of some scripts only"
    for height in stories.iter("trHeight"):
        if value(height, "hRule") == "exact":
            yield "a row cuts off what does not fit"


def _sections(stories: Stories) -> Iterator[str]:
    """Each section has a header and a footer of its own: it would take those of the one before."""
    for section in stories.iter("sectPr"):
        for name in ("headerReference", "footerReference", "pgSz", "pgMar"):
            if section.find(f"{W}{name}") is None:
                yield f"a section has no {name}"


_RULES: tuple[Callable[[Stories], Iterator[str]], ...] = (
    _ids,
    _bookmarks,
    _fields,
    _targets,
    _lists,
    _styles,
    _cells,
    _controls,
    _looks,
    _sections,
)
