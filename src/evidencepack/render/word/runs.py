# SPDX-License-Identifier: MPL-2.0
"""Runs of text: looks, languages and line breaks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from evidencepack.render.compounds import SOFT_HYPHEN, held
from evidencepack.render.scripts import Script, is_plain, split, spoken
from evidencepack.render.word.markup import escaped

_HELD = "<w:noBreakHyphen/>"
_SOFT = "<w:softHyphen/>"
_WHITE = re.compile("[ \t\r\n]+")
# What is written in another way than it is typed: white space other than spaces, signs of markup, hyphens that may
# hold, soft hyphens, and what a Word file cannot hold. Most texts have none of it.
_CAREFUL = re.compile("[&<>\"'\x00-\x1f\xad\ud800-\udfff\ufffe\uffff-]")
# Word knows a language by its place as well; these are the places of the names we meet.
_PLACES = {
    "bn": "bn-BD",
    "cs": "cs-CZ",
    "cy": "cy-GB",
    "de": "de-DE",
    "en": "en-GB",
    "es": "es-ES",
    "fr": "fr-FR",
    "ga": "ga-IE",
    "gd": "gd-GB",
    "ig": "ig-NG",
    "it": "it-IT",
    "lt": "lt-LT",
    "pl": "pl-PL",
    "pt": "pt-PT",
    "ro": "ro-RO",
    "so": "so-SO",
    "tr": "tr-TR",
    "uk": "uk-UA",
    "ur": "ur-PK",
    "vi": "vi-VN",
    "yo": "yo-NG",
}


class Look(NamedTuple):
    """How a run differs from its paragraph: weight, slope, character style, colour (six hex digits), language.

    ``light``: other scripts in bold words are regular.
    """

    bold: bool = False
    italic: bool = False
    style: str = ""
    colour: str = ""
    language: str = ""
    size: float = 0.0
    light: bool = False


PLAIN = Look()


def run(text: str, look: Look = PLAIN) -> str:
    """Return the runs of a text, with runs of white space as one space, as on the typeset page.

    Raises:
        UnwritableTextError: if a Word file cannot hold one of its characters.
    """
    if _is_plain(text):
        return _run_of(text, look)
    return "".join(
        [f"<w:r>{properties(look, script)}{_letters(piece)}</w:r>" for piece, script in split(_WHITE.sub(" ", text))]
    )


def word_runs(text: str, look: Look = PLAIN) -> str:
    """Return the runs of words that break over lines as on the typeset page: not at every hyphen.

    Raises:
        UnwritableTextError: if a Word file cannot hold one of the characters.
    """
    if _is_plain(text):
        return _run_of(text, look)
    return "".join(
        [
            f"<w:r>{properties(look, script)}{_HELD.join(map(_letters, held(piece)))}</w:r>"
            for piece, script in split(_WHITE.sub(" ", text))
        ]
    )


def _is_plain(text: str) -> bool:
    return "  " not in text and not _CAREFUL.search(text) and is_plain(text)


def _run_of(text: str, look: Look) -> str:
    """Return the one run of a text that is written as it is typed."""
    start = "<w:r>" if look is PLAIN else f"<w:r>{properties(look)}"
    return f'{start}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _letters(text: str) -> str:
    """Return text elements; a soft hyphen is an element of its own, for as a letter Word would show it everywhere."""
    return _SOFT.join(f'<w:t xml:space="preserve">{escaped(part)}</w:t>' for part in text.split(SOFT_HYPHEN))


def line_break() -> str:
    """Return a run that breaks the line and keeps the paragraph."""
    return "<w:r><w:br/></w:r>"


def tab() -> str:
    """Return a run that goes to the next tab stop."""
    return "<w:r><w:tab/></w:r>"


def placed(language: str) -> str:
    """Return a language tag with its place, as Word knows it ("cy-GB" for "cy")."""
    return _PLACES.get(language, language)


@lru_cache(maxsize=512)
def properties(look: Look, script: Script | None = None) -> str:
    """Return ``w:rPr``, or nothing where the run looks like its paragraph."""
    half_points = round(look.size * 2)
    parts = (
        f'<w:rStyle w:val="{look.style}"/>' if look.style else "",
        _fonts(script) if script else "",
        _bold(look, script),
        "<w:i/>" if look.italic else "",
        f'<w:color w:val="{look.colour}"/>' if look.colour else "",
        f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if look.size else "",
        "<w:rtl/>" if script and script.right_to_left else "",
        _language(look.language, script),
    )
    inner = "".join(parts)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _fonts(script: Script) -> str:
    """Return the font of a script, for all of Word's kinds of letters if it is none of the complex scripts."""
    if script.is_complex:
        return f'<w:rFonts w:cs="{script.font}"/>'
    kinds = " ".join(f'w:{kind}="{script.font}"' for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
    return f"<w:rFonts {kinds}/>" if script.font else ""


def _bold(look: Look, script: Script | None) -> str:
    if not look.bold or (look.light and script):
        return ""
    return "<w:b/><w:bCs/>" if script and script.is_complex else "<w:b/>"


def _language(language: str, script: Script | None) -> str:
    if script and script.language:
        own = language.partition("-")[0] == spoken(script)
        place = escaped(placed(language)) if own else script.language
        return f'<w:lang w:{"bidi" if script.is_complex else "val"}="{place}"/>'
    return f'<w:lang w:val="{escaped(placed(language))}"/>' if language else ""
