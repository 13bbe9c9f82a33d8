# SPDX-License-Identifier: MPL-2.0
"""Fonts and colours of a theme said in the styles themselves: what leans on a theme looks other where it is missing."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from evidencepack.render.word.brand.markup import VAL, W
from evidencepack.render.word.markup import DRAWING

_A = f"{{{DRAWING}}}"
_SCRIPTS: Mapping[str, tuple[str, str]] = {
    "asciiTheme": ("ascii", "latin"),
    "hAnsiTheme": ("hAnsi", "latin"),
    "eastAsiaTheme": ("eastAsia", "ea"),
    "cstheme": ("cs", "cs"),
}
_SLOTS = {"background1": "lt1", "text1": "dk1", "background2": "lt2", "text2": "dk2", "dark1": "dk1", "light1": "lt1"}
_SLOTS |= {"dark2": "dk2", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink"}
_FROM_THEME = ("themeColor", "themeTint", "themeShade", "themeFill", "themeFillTint", "themeFillShade")


def say_fonts(root: etree._Element, theme: etree._Element) -> None:
    """Give every element of a part that takes a font or a colour from the theme that font or colour itself."""
    for fonts in root.iter(f"{W}rFonts"):
        for name, (own, script) in _SCRIPTS.items():
            slot = _taken(fonts, name)
            found = _font(theme, slot, script) if slot else ""
            if found:
                fonts.set(f"{W}{own}", found)
    for element in root.iter():
        if isinstance(element.tag, str) and any(f"{W}{name}" in element.attrib for name in _FROM_THEME):
            _say_colour(element, theme)


def _taken(element: etree._Element, name: str) -> str:
    """Take an attribute away and return what it said."""
    said = element.get(f"{W}{name}", "")
    if said:
        del element.attrib[f"{W}{name}"]
    return said


def _font(theme: etree._Element, slot: str, script: str) -> str:
    kind = "major" if slot.startswith("major") else "minor"
    found = theme.find(f".//{_A}fontScheme/{_A}{kind}Font/{_A}{script}")
    return "" if found is None else found.get("typeface", "")


def _say_colour(element: etree._Element, theme: etree._Element) -> None:
    """Where the colour itself stands beside, as Word writes it, that is it; else that of the theme, without a tint."""
    said = {name: _taken(element, name) for name in _FROM_THEME}
    own = VAL if element.tag == f"{W}color" else f"{W}color"
    for name, place in (("themeColor", own), ("themeFill", f"{W}fill")):
        if said[name] and element.get(place, "auto") == "auto":
            found = _colour(theme, said[name])
            if found:
                element.set(place, found)


def _colour(theme: etree._Element, name: str) -> str:
    slot = theme.find(f".//{_A}clrScheme/{_A}{_SLOTS.get(name, name)}")
    if slot is None or not len(slot):
        return ""
    return slot[0].get("val", "") if slot[0].tag == f"{_A}srgbClr" else slot[0].get("lastClr", "")
