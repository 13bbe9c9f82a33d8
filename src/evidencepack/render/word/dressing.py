# SPDX-License-Identifier: MPL-2.0
"""A Word file in the clothes of a theme: its styles, its lists, its palette."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.theme import Theme
from evidencepack.render.word.base import Base
from evidencepack.render.word.lists import numbering
from evidencepack.render.word.markup import DECLARATION, DRAWING
from evidencepack.render.word.package import unpack_parts
from evidencepack.render.word.styles import six_digits, styles

if TYPE_CHECKING:
    from evidencepack.render.word.brand.strips import Strips


class Counting(NamedTuple):
    """In what pages are counted that another program will set: sizes, pitches and spaces, and faces with such letters.

    ``unlike`` is the font whose letters are not exactly as wide as those of the faces; empty if all are.
    """

    theme: Theme
    fonts: FontSet
    unlike: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """An empty Word document, the theme whose styles, lists and colours it has, and the faces of its drawings.

    In the clothes of a template that a person chose: ``strips`` are its headers and footers, ``spacing`` the space
    before and after each style's paragraphs in points, by the style's id, and ``counting`` in what its pages are
    counted.
    """

    base: Base
    theme: Theme
    fonts: FontSet
    strips: Strips | None = None
    spacing: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    counting: Counting | None = None


def dressed(base: bytes, theme: Theme, fonts: FontSet) -> Template:
    """Return the empty document (``resources/word/base.docx``) in the clothes of a theme."""
    return Template(Base(unpack_parts(base) | themed_parts(theme)), theme, fonts)


def themed_parts(theme: Theme) -> dict[str, bytes]:
    """Return the parts of a Word file that follow the theme, by name."""
    texts = {
        "word/styles.xml": styles(theme),
        "word/numbering.xml": numbering(theme),
        "word/theme/theme1.xml": palette(theme),
    }
    return {name: text.encode() for name, text in texts.items()}


def palette(theme: Theme) -> str:
    """Return ``word/theme/theme1.xml``: the colours in Word's palette and Arial as both fonts. No style leans on it."""
    tokens = (
        ("dk1", "ink"),
        ("lt1", "white"),
        ("dk2", "ink2"),
        ("lt2", "tint1"),
        ("accent1", "accent"),
        ("accent2", "ink2"),
        ("accent3", "tint2"),
        ("accent4", "grid"),
        ("accent5", "accent"),
        ("accent6", "ink2"),
        ("hlink", "accent"),
        ("folHlink", "accent"),
    )
    colours = "".join(
        f'<a:{place}><a:srgbClr val="{six_digits(theme, token)}"/></a:{place}>' for place, token in tokens
    )
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{DECLARATION}<a:theme xmlns:a="{DRAWING}" name="evidencepack"><a:themeElements>'
        f'<a:clrScheme name="evidencepack">{colours}</a:clrScheme><a:fontScheme name="evidencepack">'
        f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="evidencepack"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )
