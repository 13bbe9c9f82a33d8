# SPDX-License-Identifier: MPL-2.0
"""The styles of a template under the ids that our writer knows.

Word knows a style by its name; its id is anybody's: "heading 1" is "berschrift1" in German Word. Styles with names of
ours get our ids, others that have our ids by chance get new ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from evidencepack.exchange.brand.names import english
from evidencepack.render.word.brand.markup import VAL, W, children, remove, value

_DEFAULTS = {
    "paragraph": "Normal",
    "character": "DefaultParagraphFont",
    "table": "TableNormal",
    "numbering": "NoList",
}
_POINTERS = ("basedOn", "next", "link")
STYLE_NAMES = ("pStyle", "rStyle", "tblStyle", "styleLink", "numStyleLink")
"""Elements of other parts that name a style."""


DEEPEST = 20
"""How many styles one may lean on, one after the other; Word's own lean on three."""


class Free:
    """Gives out names that are not taken, like those that were wanted; capitals make no difference."""

    def __init__(self, taken: Iterable[str]) -> None:
        self.given: set[str] = set()
        self._taken = {name.casefold() for name in taken}
        self._last: dict[str, int] = {}

    def like(self, wanted: str, pattern: str) -> str:
        """Return a name, with a number behind it where it is taken; ``pattern`` says how."""
        found, number = wanted, self._last.get(wanted, 1)
        while found in self.given or found.casefold() in self._taken:
            number += 1
            found = pattern.format(wanted, number)
        self._last[wanted] = number
        self.given.add(found)
        self._taken.add(found.casefold())
        return found


def rename_styles(root: etree._Element, ours: etree._Element) -> dict[str, str]:
    """Give the styles of a template our ids, and return the new id of each by the old one.

    Styles without an id, and those whose id is taken already, go; so do pointers to nowhere and in circles.
    """
    _speak_english(root)
    known = {_key(style): style.get(f"{W}styleId", "") for style in children(ours, "style")}
    ids, names = Free(known.values()), Free(name for _, name in known)
    renamed: dict[str, str] = {}
    # What is the default of its type is known by that, before others by their names.
    for style in sorted(children(root, "style"), key=lambda style: style.get(f"{W}default") != "1"):
        old = style.get(f"{W}styleId", "")
        if not old or old in renamed or not value(style, "w:name"):
            root.remove(style)
            continue
        new = _wanted(style, known)
        if new and new not in ids.given:
            ids.given.add(new)
            names.given.add(_key(style)[1])
        else:
            new = ids.like(old, "{}{}")
            _rename(style, names)
        renamed[old] = new
        style.set(f"{W}styleId", new)
        _settle_default(style, new)
    _mend_pointers(root, renamed)
    return renamed


def repoint(element: etree._Element, renamed: Mapping[str, str]) -> None:
    """Give what names a style its new id; what names none goes."""
    for name in STYLE_NAMES:
        for pointer in list(element.iter(f"{W}{name}")):
            new = renamed.get(pointer.get(VAL, ""))
            if new:
                pointer.set(VAL, new)
            else:
                remove(pointer)


def _key(style: etree._Element) -> tuple[str, str]:
    return style.get(f"{W}type", "paragraph"), " ".join(value(style, "w:name").casefold().split())


def _speak_english(root: etree._Element) -> None:
    """Give Word's own styles their English names, unless there is one of that name beside."""
    names = {_key(style) for style in children(root, "style")}
    for style in children(root, "style"):
        kind, name = _key(style)
        own = english(name)
        if own and (kind, own.casefold()) not in names:
            names.add((kind, own.casefold()))
            next(children(style, "name")).set(VAL, own)


def _settle_default(style: etree._Element, own: str) -> None:
    """Have the default of a type be the style that Word has for it, and no other."""
    style.attrib.pop(f"{W}default", "")
    kind = _key(style)[0]
    if own == _DEFAULTS.get(kind):
        style.set(f"{W}default", "1")
        if kind == "paragraph":
            next(children(style, "name")).set(VAL, "Normal")
            for parent in [*children(style, "basedOn"), *children(style, "link")]:
                style.remove(parent)


def _wanted(style: etree._Element, known: Mapping[tuple[str, str], str]) -> str:
    """Return the id that a style should have: of its name, or as the default of its type."""
    if style.get(f"{W}default") == "1":
        return _DEFAULTS.get(_key(style)[0], "")
    return known.get(_key(style), "")


def _rename(style: etree._Element, names: Free) -> None:
    """Give a style a name that no other has."""
    (name,) = children(style, "name")
    name.set(VAL, names.like(name.get(VAL, ""), "{} ({})"))


def _mend_pointers(root: etree._Element, renamed: Mapping[str, str]) -> None:
    """Point to styles by their new ids; what points nowhere goes, and what leans on others in a circle or too deep."""
    types = {style.get(f"{W}styleId", ""): style.get(f"{W}type", "paragraph") for style in children(root, "style")}
    bases: dict[str, etree._Element] = {}
    for style in children(root, "style"):
        own = style.get(f"{W}styleId", "")
        for pointer in [one for name in _POINTERS for one in children(style, name)]:
            new = renamed.get(pointer.get(VAL, ""), "")
            based = pointer.tag == f"{W}basedOn"
            if not new or (based and (types[new] != types[own] or own in bases)):
                remove(pointer)
                continue
            pointer.set(VAL, new)
            if based:
                bases[own] = pointer
    for own in bases:
        _cut(own, bases)


def _cut(own: str, bases: Mapping[str, etree._Element]) -> None:
    """Cut what a style leans on where it comes back to itself, or goes deeper than any program follows it."""
    seen: list[str] = []
    while own in bases and bases[own].getparent() is not None:
        seen.append(own)
        above = bases[own].get(VAL, "")
        if above in seen or len(seen) > DEEPEST:
            remove(bases[own])
            return
        own = above
