# SPDX-License-Identifier: MPL-2.0
"""Text as glyph codes of Type 0 fonts (ISO 32000-1 9.7), with ActualText where HarfBuzz shapes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain, repeat

from evidencepack.render.fonts.face import Face, Glyph
from evidencepack.render.fonts.fontset import FontSet
from evidencepack.render.pdf.codes import NOTHING, Codes, Letters, Pictures, Words, shares
from evidencepack.render.scripts import is_plain, split, spoken

_BASIC_PLANE = "\uffff"
_EARLIER = 10  # thousandths of an em: more than readers lose when they add up advances
_SEEN = re.compile("[^\\s\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]")


# Signs that no operator has: where a sequence of its own begins, where its properties end, where it ends.
SEQUENCE, _INSIDE, _END = "\ue000", "\ue001", "\ue002"
_SHOWING = re.compile(r"T[jJ]$")


def within(written: str) -> str:
    """Return operators with their sequences inside another one."""
    return written.replace(SEQUENCE, "/Span<<").replace(_INSIDE, ">>BDC").replace(_END, "EMC")


def apart(written: str, begin: Callable[[str], str], *, opened: bool) -> Iterator[str]:
    """Give operators with each sequence beside the others, for poppler loses what follows one inside another.

    ``begin`` returns the operator that begins a sequence with some properties, or with none of its own; ``opened`` says
    that one has begun. All have ended after the last.
    """
    before, *sequences = written.split(SEQUENCE)
    if not opened and _SHOWING.search(before.rstrip()):
        yield begin("")
        opened = True
    yield before
    for sequence in sequences:
        properties, _, rest = sequence.partition(_INSIDE)
        operators, _, after = rest.partition(_END)
        if opened:
            yield "EMC"
        yield from (begin(properties), operators)
        opened = True
        if after.strip():
            yield from ("EMC", begin(""), after)
    yield "EMC"


class Show:
    """Turns text into the operators that show it, and notes which glyphs stand for which text."""

    def __init__(self, fonts: FontSet) -> None:
        self._faces = fonts.faces
        self._codes = [Codes(face) for face in fonts.faces]
        easy = [partial(self._is_easy, face) for face in fonts.faces]
        self._words = list(map(Words, self._codes, easy))
        self._letters = list(map(Letters, fonts.faces, easy))
        self._shaped: list[dict[int, str]] = [{} for _ in fonts.faces]
        self._pictures = [Pictures(face) for face in fonts.faces]

    def texts(self, texts: Sequence[str], face: int) -> Iterator[str]:
        """Give the operators for each of many texts in ASCII in one face; in some faces nothing, for any of them."""
        coded = self._letters[face].coded(texts)
        return chain([f"({codes})Tj" for codes in coded], repeat(""))

    def text(self, text: str, face: int, size: float) -> str:
        """Return the operators for a text in one face at a size in points, for ``within`` or ``apart``."""
        words = self._words[face]
        try:
            if " " not in text:
                return f"({words[text]})Tj"
            return f"({self._codes[face][' '].join(map(words.__getitem__, text.split(' ')))})Tj"
        except KeyError:
            return " ".join(self._piece(piece, language, face, size) for piece, language in _pieces(text))

    @staticmethod
    def _is_easy(face: Face, character: str) -> bool:
        """Say whether a character needs nothing but its glyph, whatever stands beside it."""
        return character <= _BASIC_PLANE and is_plain(character) and not face.is_shaped(character)

    def _piece(self, text: str, language: str, face: int, size: float) -> str:
        """Show a text of one language, or of the document's when ``language`` is empty."""
        own = self._faces[face]
        if max(text) > _BASIC_PLANE:
            return self._picture(text, face, size)
        if own.is_shaped(text):
            return self._shape(text, language, face, size)
        plain = f"({''.join(map(self._codes[face].__getitem__, text))})Tj"
        return f"{SEQUENCE}/Lang({language}){_INSIDE} {plain} {_END}" if language else plain

    def used(self, face: int) -> dict[int, str]:
        """Return the codes in use of a face, each with the text it stands for.

        A glyph that is some character's own stands for that character; one that shaping made, for its cluster.
        """
        own, shaped = self._faces[face], self._shaped[face]
        plain = {own.cmap[character]: character for character in self._codes[face]} | self._letters[face].used
        shaped = {glyph: own.characters.get(glyph, text) for glyph, text in shaped.items()}
        return {**shaped, **plain, **self._pictures[face].said}

    def drawn(self, face: int) -> dict[int, int]:
        """Return the glyphs of the codes that are not the numbers of their glyphs."""
        return {code: glyph for code, glyph in self._pictures[face].drawn.items() if code != glyph}

    def _shape(self, text: str, language: str, index: int, size: float) -> str:
        """Show shaped glyphs, with the text they stand for."""
        spoken_in = f"/Lang({language})" if language else ""
        spans = []
        for words, glyphs in _heights(self._faces[index].shape(text)):
            for text_of, cluster in _clusters(glyphs):
                for gid, said in self._shares(text_of, cluster, index):
                    self._shaped[index].setdefault(gid, said)
            operators = self._placed([(glyph.gid, glyph) for glyph in glyphs], index, size)
            actual = ("\ufeff" + words).encode("utf-16-be").hex()
            spans.append(f"{SEQUENCE}{spoken_in}/ActualText<{actual}>{_INSIDE} {operators} {_END}")
        return " ".join(spans)

    def _shares(self, text: str, cluster: Sequence[Glyph], index: int) -> Iterator[tuple[int, str]]:
        """Give what each glyph of a cluster stands for: its own character, or the first one what the others do not say.

        Readers that pass over ActualText then say nothing twice.
        """
        own, left = self._faces[index].characters, text
        for glyph in cluster:
            left = left.replace(own.get(glyph.gid, ""), "", 1)
        for glyph in cluster:
            said, left = (own[glyph.gid], left) if glyph.gid in own else (left or NOTHING, "")
            yield glyph.gid, said

    def _picture(self, text: str, index: int, size: float) -> str:
        """Show emoji, each by a code that stands for all its parts: pdfium drops ActualText beyond the basic plane."""
        face, code_of = self._faces[index], self._pictures[index].code_of
        coded = [
            (code_of(glyph.gid, said), glyph)
            for words, cluster in _clusters(face.shape(text))
            for glyph, said in shares(words, cluster, face)
        ]
        return self._placed(coded, index, size)

    def _placed(self, coded: list[tuple[int, Glyph]], index: int, size: float) -> str:
        """Return the operators that show glyphs: each moved by its offset, advanced as HarfBuzz says (1/1000 em).

        Glyphs of one height are one operator: readers put operators of a line in order by where they begin, and a mark
        of no width would tie with the word behind it. For the same reason an operator that would only begin where all
        these glyphs end, as a mark of no letter and one at the upper right of its letter do, begins with a blank.
        """
        face, pieces = self._faces[index], list[tuple[int, str]]()
        pen, end = 0, sum(glyph.advance for _, glyph in coded)
        for code, glyph in coded:
            after = face.advance(glyph.gid) - glyph.advance + glyph.dx
            shown = f"{-glyph.dx or ''}<{code:04X}>{after or ''}"
            if pieces and pieces[-1][0] == glyph.dy:
                shown = f"{pieces.pop()[1]} {shown}"
            elif pen + glyph.dx >= end:
                shown = f"{self._blank(index)} {shown}"
            pieces.append((glyph.dy, shown))
            pen += glyph.advance
        return " ".join(_operator(*piece, size) for piece in pieces)

    def _blank(self, index: int) -> str:
        """Return a space that takes no room and begins a little before the place where it stands."""
        face = self._faces[index]
        gid = face.cmap[" "]
        self._shaped[index].setdefault(gid, " ")
        return f"{_EARLIER}<{gid:04X}>{face.space - _EARLIER}"


def _pieces(text: str) -> list[tuple[str, str]]:
    """Return a text in pieces of one language; readers pass over spaces and joiners that are painted alone."""
    pieces: list[tuple[str, str]] = []
    for words, script in split(text):
        language = spoken(script) if script else ""
        before, other = pieces[-1] if pieces else ("", "")
        if before and (language == other or not (_SEEN.search(words) and _SEEN.search(before))):
            pieces[-1] = (before + words, other if _SEEN.search(before) else language)
        else:
            pieces.append((words, language))
    return pieces


def _heights(glyphs: Sequence[Glyph]) -> Iterator[tuple[str, list[Glyph]]]:
    """Give glyphs with their text: each letter with a raised mark by itself, with the spaces behind it.

    Of words that say what stands for them, pdfium takes the first operator for the width, and a raised mark is a second
    one.
    """
    words, found, raised = "", list[Glyph](), False
    for text, cluster in _clusters(glyphs):
        rises = any(glyph.dy for glyph in cluster)
        if _SEEN.search(words) and (rises or raised) and not text.isspace():
            yield words, found
            words, found, raised = "", [], False
        words, found, raised = words + text, [*found, *cluster], raised or rises
    yield words, found


def _clusters(glyphs: Sequence[Glyph]) -> Iterator[tuple[str, list[Glyph]]]:
    starts = [at for at, glyph in enumerate(glyphs) if glyph.text]
    for start, end in zip(starts, [*starts[1:], len(glyphs)], strict=True):
        yield glyphs[start].text, list(glyphs[start:end])


def _operator(rise: int, shown: str, size: float) -> str:
    """Return the operator that shows glyphs of one height, ``rise`` thousandths of an em above the line."""
    return f"{rise * size / 1000:.2f} Ts [{shown}]TJ 0 Ts" if rise else f"[{shown}]TJ"
