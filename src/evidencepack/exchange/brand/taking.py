# SPDX-License-Identifier: MPL-2.0
"""A brand template made safe: a Word file of ours, with the looks of another and nothing else that was in it.

Works in a child of the guard, on a file that it has looked through. The same file gives the same bytes, and what comes
out of it is taken a second time without a change.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from evidencepack.exchange.brand.faithful import say_fonts
from evidencepack.exchange.brand.ids import rename_styles, repoint
from evidencepack.exchange.brand.letterhead import Pictures, Reader, is_empty
from evidencepack.exchange.brand.schema import in_order
from evidencepack.exchange.brand.source import NO_STYLES, OWN_PAPER, Source
from evidencepack.exchange.brand.theme_part import clean_theme
from evidencepack.exchange.replies.issue import read_issue
from evidencepack.guard.faults import RefusedFileError
from evidencepack.guard.word_opening import open_word_file
from evidencepack.render.theme import STANDARD
from evidencepack.render.word.brand.lists import keep_lists
from evidencepack.render.word.brand.markup import VAL, W, children, drop, remove, root_of, written
from evidencepack.render.word.brand.ordered import put
from evidencepack.render.word.brand.parcel import Letterhead, Parcel, packed
from evidencepack.render.word.styles import styles as our_styles

_HIDE = ("vanish", "specVanish", "webHidden", "framePr", "lang", "sectPr")
_OF_RUNS = ("rStyle", "rtl", "cs")
"""What only words themselves can have."""

_MARKERS = {
    "yellow": "FFFF00",
    "green": "00FF00",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "blue": "0000FF",
    "red": "FF0000",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "black": "000000",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
    "white": "FFFFFF",
}
_BULLETS = frozenset({"ListBullet", "ListBullet2"})


def take_brand(data: bytes) -> tuple[bytes, list[str]]:
    """Return a template as a Word file of ours, and what was left out, in a few words each.

    Raises:
        RefusedFileError: if it is no Word file to be trusted, one without styles, or a paper that this program made.
    """
    opened = open_word_file(data)
    if read_issue(opened.parts) is not None:
        raise RefusedFileError(OWN_PAPER)
    source = Source(opened)
    ours = root_of(our_styles(STANDARD).encode())
    styles, numbering, theme = source.styles(), source.numbering(), clean_theme(source.theme)
    for part in (styles, numbering):
        say_fonts(in_order(part), theme)
    renamed = rename_styles(styles, ours)
    if not renamed:
        raise RefusedFileError(NO_STYLES)
    repoint(numbering, renamed)
    left_out = [*source.left_out(), *_settled(styles, ours)]
    keep_lists(numbering, styles)
    pictures = Pictures()
    letterhead = Letterhead(*(_running(source, one, renamed, pictures, theme) for one in source.section.relations))
    left_out += (f"{what} in its headers and footers" for what in sorted(pictures.lost))
    parts = written(styles), written(numbering), written(theme)
    parcel = Parcel(*parts, source.section.margins, letterhead, tuple(pictures.kept))
    return packed(parcel), left_out


def _settled(styles: etree._Element, ours: etree._Element) -> Iterator[str]:
    """Take from styles what would hide words, start pages or count by itself, and yield what a person may miss.

    Our clauses and schedules have numbers that partners sign; a heading that counts too would give them a second one.
    Bullets stay the template's own.
    """
    written_in = {style.get(f"{W}styleId") for style in children(ours, "style")} - _BULLETS
    counted = [drop(style, "numPr") for style in children(styles, "style") if style.get(f"{W}styleId") in written_in]
    drop(styles, *_HIDE)
    _say_highlights(styles)
    if any(counted):
        yield "numbers before headings: our own are used"
    if drop(styles, "pageBreakBefore"):
        yield "page breaks before headings"


def _say_highlights(styles: etree._Element) -> None:
    """Write the marker pen of a style as the ground of its letters: styles have none (as Word's own schema says)."""
    for marker in list(styles.iter(f"{W}highlight")):
        runs, ground = marker.getparent(), _MARKERS.get(marker.get(VAL, ""))
        remove(marker)
        if ground and runs is not None and runs.find(f"{W}shd") is None:
            put(runs, "shd", val="clear", color="auto", fill=ground)
    drop(styles, *_OF_RUNS)


def _running(
    source: Source, relation: str, renamed: dict[str, str], pictures: Pictures, theme: etree._Element
) -> bytes:
    """Return a header or footer as it is kept; nothing where nothing can be seen of it."""
    part = source.running(relation)
    if part is None:
        return b""
    say_fonts(part, theme)
    clean = Reader(renamed, lambda picture: source.picture(relation, picture), pictures).read(part)
    return b"" if is_empty(clean) else written(clean)
