# SPDX-License-Identifier: MPL-2.0
"""The lists of a template beside ours: only those that a style of the template hangs on, under numbers of their own."""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from evidencepack.render.word.brand.markup import VAL, W, children, drop, remove, value

_NUMBER = f"{W}numId"
_ABSTRACT = f"{W}abstractNumId"


def keep_lists(numbering: etree._Element, styles: etree._Element) -> None:
    """Keep the lists that styles hang on, counted from 0 and 1; styles follow, or hang on none where there is none."""
    drop(numbering, "numPicBullet", "lvlPicBulletId", "numIdMacAtCleanup", "lvlOverride", "styleLink", "numStyleLink")
    shapes = {shape.get(_ABSTRACT, ""): shape for shape in children(numbering, "abstractNum")}
    lists = {number.get(_NUMBER, ""): _shape_of(number) for number in children(numbering, "num")}
    for one in list(numbering):
        numbering.remove(one)
    kept: dict[str, int] = {}
    for pointer in list(styles.iter(_NUMBER)):
        name = lists.get(pointer.get(VAL, ""), "")
        shape = shapes.get(name)
        if shape is None or not len(shape.findall(f"{W}lvl")):
            _unhang(pointer)
            continue
        if name not in kept:
            kept[name] = len(kept)
            shape.set(_ABSTRACT, str(kept[name]))
            numbering.insert(kept[name], shape)
            _add_list(numbering, kept[name])
        pointer.set(VAL, str(kept[name] + 1))
    _say_levels(numbering, styles)
    _untie_loose(numbering, styles)


def put_behind(ours: etree._Element, theirs: etree._Element, styles: etree._Element, *, kept: Collection[str]) -> None:
    """Put the lists of a template behind ours, so that ours keep their numbers; the styles ``kept`` of its follow."""
    shapes, lists = len(ours.findall(f"{W}abstractNum")), len(ours.findall(f"{W}num"))
    for style in children(styles, "style"):
        if style.get(f"{W}styleId") in kept:
            for pointer in style.iter(_NUMBER):
                pointer.set(VAL, str(int(pointer.get(VAL, "0")) + lists))
    for place, shape in enumerate(list(children(theirs, "abstractNum"))):
        shape.set(_ABSTRACT, str(shapes + place))
        ours.insert(shapes + place, shape)
        _add_list(ours, shapes + place)


def untie(ours: etree._Element, styles: set[str]) -> None:
    """Take our lists off styles that are the template's."""
    for pointer in list(ours.iter(f"{W}pStyle")):
        if pointer.get(VAL) in styles:
            remove(pointer)


def _say_levels(numbering: etree._Element, styles: etree._Element) -> None:
    """Have each style say on which level it hangs: without a word it is the level that names it, else the first."""
    named = {value(level, "w:pStyle"): level.get(f"{W}ilvl", "0") for level in numbering.iter(f"{W}lvl")}
    for style in children(styles, "style"):
        own = style.find(f"{W}pPr/{W}numPr")
        if own is not None and own.find(f"{W}ilvl") is None:
            level = etree.Element(f"{W}ilvl", {VAL: named.get(style.get(f"{W}styleId", ""), "0")})
            own.insert(0, level)


def _untie_loose(numbering: etree._Element, styles: etree._Element) -> None:
    """Take levels off styles that do not hang on them: each must name the other."""
    hung = {}
    for style in children(styles, "style"):
        own = style.find(f"{W}pPr/{W}numPr")
        if own is not None:
            hung[style.get(f"{W}styleId", "")] = (value(own, "w:numId"), value(own, "w:ilvl") or "0")
    for shape in children(numbering, "abstractNum"):
        number = str(int(shape.get(_ABSTRACT, "0")) + 1)
        for level in children(shape, "lvl"):
            for pointer in list(children(level, "pStyle")):
                if hung.get(pointer.get(VAL, "")) != (number, level.get(f"{W}ilvl", "")):
                    remove(pointer)


def _shape_of(number: etree._Element) -> str:
    shape = number.find(_ABSTRACT)
    return "" if shape is None else shape.get(VAL, "")


def _add_list(numbering: etree._Element, shape: int) -> None:
    number = etree.SubElement(numbering, f"{W}num")
    number.set(_NUMBER, str(shape + 1))
    etree.SubElement(number, _ABSTRACT).set(VAL, str(shape))


def _unhang(pointer: etree._Element) -> None:
    hanging = pointer.getparent()
    if hanging is not None:
        remove(hanging)
