# SPDX-License-Identifier: MPL-2.0
"""Our styles beside a template's: only those are added that it has not got, and they lean on its own."""

from __future__ import annotations

import math
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from evidencepack.render.theme import Theme
from evidencepack.render.word.brand.colours import legible
from evidencepack.render.word.brand.lists import put_behind, untie
from evidencepack.render.word.brand.markup import VAL, W, children, remove, root_of, value
from evidencepack.render.word.brand.ordered import put
from evidencepack.render.word.brand.sheet import Sheet
from evidencepack.render.word.brand.sound import TEXTS, WRITTEN_IN, part_of
from evidencepack.render.word.lists import numbering as our_numbering
from evidencepack.render.word.markup import WORD
from evidencepack.render.word.styles import FOOTER_LINE, HEADER_LINE
from evidencepack.render.word.styles import styles as our_styles

_RUNNING = frozenset({"BodyText", "EPLead", "ListBullet", "ListBullet2", "ListNumber"})
_CLAUSES = frozenset({"EPClause1", "EPClause2", "EPClause3", "EPClause4"})
_EXACT = frozenset({"EPRest", "Footer", FOOTER_LINE})
_LETTERS = ("Hyperlink", "PlaceholderText")
_BULLETS = {"ListBullet": "0", "ListBullet2": "1"}
_BULLET_LIST = "2"
_TURNED_OFF = ("b", "i", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint")
_NAMES = {"w": WORD}
_SINGLE = 240


def merged(sheet: Sheet, lists: etree._Element, theme: Theme, least: float) -> tuple[etree._Element, etree._Element]:
    """Return styles and lists: the template's, then ours that it lacks. The sheet's own elements are used up.

    Args:
        sheet: the template's styles under our ids.
        lists: its lists.
        theme: the theme of our styles on it.
        least: the least size of running text that is asked for; 0 for none.
    """
    root, theirs = sheet.root, frozenset(sheet.styles)
    added = list(_missing(sheet, theme))
    _speak(root)
    _raise(sheet, least)
    for style in (*WRITTEN_IN, *_LETTERS):
        if style in theirs:
            _mend(sheet, style)
    root.extend(added)
    numbering = root_of(our_numbering(theme).encode())
    untie(numbering, set(theirs))
    put_behind(numbering, lists, etree.ElementTree(root).getroot(), kept=theirs)
    _hang_bullets(Sheet(root), theirs)
    for part in (root, numbering):
        _size_all_scripts(part)
    return root, numbering


def _size_all_scripts(part: etree._Element) -> None:
    """Give Bengali and other complex scripts the size of the Latin letters beside them, where a template says none."""
    for size in part.iter(f"{W}sz"):
        following = size.getnext()
        if following is None or following.tag != f"{W}szCs":
            size.addnext(etree.Element(f"{W}szCs", {VAL: size.get(VAL, "")}))


def _missing(sheet: Sheet, theme: Theme) -> Iterator[etree._Element]:
    """Yield our styles that the template lacks, in its clothes."""
    ours = root_of(our_styles(theme).encode())
    ink = theme.colours["ink"].removeprefix("#")
    for style in list(children(ours, "style")):
        name = style.get(f"{W}styleId", "")
        for line, own in (("Header", HEADER_LINE), ("Footer", FOOTER_LINE)):
            if name == line:
                yield _dressed(sheet, _named(deepcopy(style), own), ink)
        if name not in sheet.styles:
            yield _dressed(sheet, style, ink)


def _named(style: etree._Element, own: str) -> etree._Element:
    style.set(f"{W}styleId", own)
    style.set(f"{W}customStyle", "1")
    next(children(style, "name")).set(VAL, {HEADER_LINE: "EP Header Line", FOOTER_LINE: "EP Footer Line"}[own])
    return style


def _dressed(sheet: Sheet, style: etree._Element, ink: str) -> etree._Element:
    """Return a style of ours that takes font and ink from the template's, and nothing else that would disturb it."""
    name = style.get(f"{W}styleId", "")
    for colour in list(style.iterfind("w:rPr/w:color", _NAMES)):
        if colour.get(VAL) == ink:
            remove(colour)
    if style.get(f"{W}type") != "paragraph" or name == "Normal":
        return style
    _lean_on_headings(sheet, style, name)
    _loosen(sheet, style, name)
    if name not in _RUNNING | _CLAUSES:
        _reset(sheet, style)
    return style


def _lean_on_headings(sheet: Sheet, style: etree._Element, name: str) -> None:
    """Base a heading that is missing on the one above it; appendices and schedules look as the template's headings."""
    base = next(children(style, "basedOn"), None)
    if base is None:
        return
    level = int(name.removeprefix("Heading")) if name.startswith("Heading") and name[7:].isdigit() else 0
    above = [f"Heading{one}" for one in range(level - 1, 0, -1) if f"Heading{one}" in sheet.styles]
    if name == "Title":
        above = [one for one in ("Heading1",) if one in sheet.styles]
    if above:
        base.set(VAL, above[0])
    if name in {"EPAppendix", "EPSchedule"} and base.get(VAL) in sheet.styles:
        for one in [*style.iterfind("w:rPr", _NAMES), *style.iterfind("w:pPr/w:spacing", _NAMES)]:
            remove(one)


def _loosen(sheet: Sheet, style: etree._Element, name: str) -> None:
    """Let lines stand as far apart as their font asks: an exact pitch for Arial would cut other letters.

    They are as far apart as ours where that font is no higher. Running text stands as the template's own does, and a
    footer as its letters need: programs disagree on what the frame of the page number adds to a line.
    """
    spacing = style.find("w:pPr/w:spacing", _NAMES)
    if spacing is None or name in _EXACT:
        return
    pitch = int(spacing.get(f"{W}line", "0")) / 20
    if name in _RUNNING | _CLAUSES:
        del spacing.attrib[f"{W}line"], spacing.attrib[f"{W}lineRule"]
        if name == "BodyText" and any(sheet.space("Normal")):
            remove(spacing)
        if name == "BodyText":
            for name_of in ("sz", "szCs"):
                for one in list(style.iterfind(f"w:rPr/w:{name_of}", _NAMES)):
                    remove(one)
        return
    if spacing.get(f"{W}lineRule") == "exact":
        found = style.find("w:rPr/w:sz", _NAMES)
        size = int(found.get(VAL, "0")) / 2 if found is not None else 0.0
        spacing.set(f"{W}lineRule", "auto")
        base = value(style, "w:basedOn")
        single = size * sheet.line(base if base in sheet.styles else "Normal")
        spacing.set(f"{W}line", str(_line(pitch / single) if size else _SINGLE))


def _line(share: float) -> int:
    """Return the height of lines that stand so many times as far apart as single ones, in 240ths of one.

    LibreOffice drops parts of a hundredth. Every second hundredth is nearly a whole number of 240ths.
    """
    percent = max(round(share * 50) * 2, 100)
    return math.ceil(percent * _SINGLE / 100)


def _reset(sheet: Sheet, style: etree._Element) -> None:
    """Turn off in a style of tables, covers and small print what the template's running text has of its own."""
    base = value(style, "w:basedOn")
    properties = style.find("w:pPr", _NAMES)
    if properties is None or (base != "Normal" and style.get(f"{W}styleId") != "Title"):
        return
    if sheet.find("Normal", "w:pPr/w:ind") is not None:
        own = properties.find("w:ind", _NAMES)
        sides = {"left": "0", "right": own.get(f"{W}right", "0") if own is not None else "0", "firstLine": "0"}
        put(properties, "ind", **sides)
    if sheet.text("Normal", "w:pPr/w:jc") not in {"", "left"}:
        put(properties, "jc", val="left")
    if sheet.find("Normal", "w:pPr/w:shd") is not None:
        put(properties, "shd", val="clear", color="auto", fill="auto")
    _reset_letters(sheet, style)


def _reset_letters(sheet: Sheet, style: etree._Element) -> None:
    """Turn off in the letters of such a style what those of the template's running text have of their own."""
    runs = style.find("w:rPr", _NAMES)
    if runs is not None and sheet.find("Normal", "w:rPr/w:shd") is not None:
        put(runs, "shd", val="clear", color="auto", fill="auto")
    for name, usual in (("spacing", "0"), ("w", "100")):
        if runs is not None and sheet.text("Normal", f"w:rPr/w:{name}") not in {"", usual}:
            put(runs, name, val=usual)
    for switch in _TURNED_OFF if runs is not None else ():
        if runs is not None and sheet.is_on("Normal", f"w:rPr/w:{switch}") and runs.find(f"w:{switch}", _NAMES) is None:
            put(runs, switch, val="0")


def _speak(root: etree._Element) -> None:
    """Have all words be British English unless they say otherwise, whatever the template's words were."""
    defaults = root.find("w:docDefaults", _NAMES)
    if defaults is None:
        defaults = etree.Element(f"{W}docDefaults")
        root.insert(0, defaults)
    for name in ("rPrDefault", "pPrDefault"):
        if defaults.find(f"w:{name}", _NAMES) is None:
            defaults.insert(0 if name == "rPrDefault" else 1, etree.Element(f"{W}{name}"))
    holder = defaults.find("w:rPrDefault", _NAMES)
    runs = holder.find("w:rPr", _NAMES) if holder is not None else None
    if runs is None and holder is not None:
        runs = etree.SubElement(holder, f"{W}rPr")
    if runs is not None:
        put(runs, "lang", val="en-GB", eastAsia="en-GB", bidi="en-GB")


def _raise(sheet: Sheet, least: float) -> None:
    """Raise running text to the least size that a tender asks for."""
    for style in TEXTS:
        if style in sheet.styles and sheet.size(style) < least:
            runs = part_of(sheet.styles[style], "rPr")
            put(runs, "sz", val=str(round(least * 2)))
            put(runs, "szCs", val=str(round(least * 2)))


def _mend(sheet: Sheet, style: str) -> None:
    """Give a style in which we write what it needs: words that can be read, and headings that stay with their text."""
    colour = legible(sheet, style)
    if colour is not None:
        put(part_of(sheet.styles[style], "rPr"), "color", val=str(colour).removeprefix("#"))
    if style.startswith("Heading"):
        properties = part_of(sheet.styles[style], "pPr")
        if not sheet.is_on(style, "w:pPr/w:keepNext"):
            put(properties, "keepNext")
        put(properties, "outlineLvl", val=str(int(style.removeprefix("Heading")) - 1))


def _hang_bullets(sheet: Sheet, theirs: frozenset[str]) -> None:
    """Hang lists of the template that have no sign on our list of bullets."""
    for style, level in _BULLETS.items():
        if style in theirs and not sheet.text(style, "w:pPr/w:numPr/w:numId").strip("0"):
            number = put(part_of(sheet.styles[style], "pPr"), "numPr")
            number[:] = []
            etree.SubElement(number, f"{W}ilvl").set(VAL, level)
            etree.SubElement(number, f"{W}numId").set(VAL, _BULLET_LIST)


def made_darker(sheet: Sheet) -> Iterator[str]:
    """Yield the names of the template's styles whose words are too pale, each with its colour before and after."""
    for style in (*WRITTEN_IN, *_LETTERS):
        if style in sheet.styles:
            colour = legible(sheet, style)
            if colour is not None:
                yield f"{sheet.name(style)} ({sheet.colour(style) or 'automatic'} became {colour})"
