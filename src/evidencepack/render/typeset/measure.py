# SPDX-License-Identifier: MPL-2.0
"""Inlines to measured text: one string, the spans of one look in it, and where each unbreakable unit begins and ends.

Everything horizontal is kept in thousandths of an em of the block's size until a line is made: measured once, a text
can be broken for any width and any size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, repeat
from operator import add
from typing import NamedTuple, assert_never

from evidencepack.blocks.inlines import CrossReference, Inlines, LineBreak, Link, Show, Text, Value
from evidencepack.render.fonts.face import Face, adds_up
from evidencepack.render.fonts.fontset import FontSet, UncoveredError
from evidencepack.render.fonts.lost import Lost, found
from evidencepack.render.number import Numbered
from evidencepack.render.references import Linked, linked
from evidencepack.render.scripts import language_of
from evidencepack.render.ties import tie
from evidencepack.render.typeset.page import BoxShape, Element, Role, TableShape

OTHER_SCRIPT = 0.75
_WHITE = re.compile(r"[ \t\r\n\f\v]+")
_ON_ONE_LINE = frozenset({Text, Value, Link})  # what most paragraphs are made of


class Span(NamedTuple):
    """A stretch of one look: where it begins in the text, face, scale of the block's size, and what it belongs to.

    ``missing`` words stand on a ground of their own: a gap, the mark of an example or of a draft.
    ``late`` is the anchor whose page number stands here; until pages are known the text is as many noughts as digits.
    """

    start: int
    face: int
    scale: float
    element: Element
    paths: tuple[str, ...]
    colour: str
    missing: bool
    underlined: bool
    late: str


@dataclass(slots=True, eq=False, repr=False)
class Measured:
    """One hard line of text with its spans and units, which are what stands between two spaces.

    ``starts`` of spans are places in the text. ``widths`` of units and of it all are in thousandths of an em, and so
    are ``stops`` of units and ``at``, where spans begin: most texts fit their line, and nobody asks for these. ``face``
    is that of the whole text; where there are several, stops come with it.
    """

    text: str
    spans: list[Span]
    starts: list[int]
    units: list[str]
    widths: list[float]
    width: float
    face: Face
    _stops: Sequence[float] = ()
    _at: Sequence[float] = ()

    @property
    def longest(self) -> float:
        """Width of the longest unit, in thousandths of an em."""
        return max(self.widths)

    @property
    def stops(self) -> Sequence[float]:
        """Where units end."""
        if not self._stops:
            first, *others = self.widths
            self._stops = list(accumulate(map(add, others, repeat(self.face.space)), initial=first))
        return self._stops

    @property
    def at(self) -> Sequence[float]:
        """Where spans begin."""
        if not self._at:
            self._at = list(map(self._begin_of_letter, self.starts))
        return self._at

    def _begin_of_letter(self, place: int) -> float:
        unit, behind = self.text.count(" ", 0, place), self.text.rfind(" ", 0, place) + 1
        return self.begin(unit) + self.face.words[self.text[behind:place]]

    def begin(self, unit: int) -> float:
        """Return where a unit begins, in thousandths of an em."""
        return self.stops[unit] - self.widths[unit]

    def place(self, unit: int) -> int:
        """Return the place in the text of the first letter of a unit."""
        return sum(map(len, self.units[:unit])) + unit


class Look(NamedTuple):
    """How a block's text begins to look: weight, colour, and whether other scripts in it are set smaller.

    ``light``: other scripts in it are regular, as they are in headings.
    """

    bold: bool = False
    colour: str = "ink"
    heading: bool = False
    light: bool = False


PLAIN = Look()


@dataclass(slots=True, eq=False, repr=False)
class Measurer:
    """Measures inlines for one document. ``digits`` is how many digits each anchor's page number is expected to have.

    ``refers`` collects the anchors whose pages were printed, ``tables`` and ``boxes`` the shapes by block, ``white``
    what covers keep of theirs by section, ``lost`` the characters that no face has, each set as a question mark;
    ``document`` is the title that errors name.
    """

    fonts: FontSet
    numbered: Numbered
    digits: dict[str, int]
    document: str
    refers: set[str] = field(default_factory=set)
    tables: dict[str, TableShape] = field(default_factory=dict)
    boxes: dict[str, tuple[BoxShape, ...]] = field(default_factory=dict)
    white: dict[str, float] = field(default_factory=dict)
    lost: dict[Lost, None] = field(default_factory=dict)

    def measure(self, inlines: Inlines, element: Element, look: Look = PLAIN) -> list[Measured]:
        """Return the hard lines of a paragraph, at least one."""
        if _ON_ONE_LINE.issuperset(map(type, inlines)):
            return [self._measured(inlines, element, look, broken=False)]  # type: ignore[arg-type]
        hard: list[list[_Words]] = [[]]
        for inline in linked(inlines):
            match inline:
                case LineBreak():
                    hard.append([])
                case CrossReference() | Linked():
                    hard[-1] += self._referring(inline, element)
                case _:
                    hard[-1].append(inline)
        last = len(hard) - 1
        return [self._measured(parts, element, look, broken=number < last) for number, parts in enumerate(hard)]

    def _span(self, start: int, inline: _Words, element: Element, look: Look) -> Span:
        paths: tuple[str, ...] = ()
        missing = False
        match inline:
            case Text():
                missing = inline.marked
            case Value():
                paths, missing = inline.paths, inline.missing
            case Link():
                link = Element(Role.LINK, element, element.block, href=inline.address)
                return Span(start, int(look.bold), 1.0, link, inline.paths, "accent", False, True, "")
            case _Reference():
                colour = "accent" if inline.shown and look.colour != "white" else look.colour
                face = int(look.bold or inline.bold)
                return Span(start, face, 1.0, inline.link, (), colour, False, inline.shown, inline.late)
            case _:
                assert_never(inline)
        face = (look.bold or inline.bold) + 2 * inline.italic
        language = inline.language or ("" if inline.text.isascii() else language_of(inline.text))
        if language or inline.expansion:
            element = Element(Role.SPAN, element, element.block, language=language, expansion=inline.expansion)
        return Span(start, face, 1.0, element, paths, look.colour, missing, False, "")

    def _referring(self, inline: CrossReference | Linked, element: Element) -> list[_Reference]:
        """Return a reference with its words and its link; the parts of a link that gives a page share it."""
        link = link_to(inline.target, element, self.numbered)
        if isinstance(inline, Linked):
            return [self._reference(part, link, shown=True) for part in inline.parts]
        return [self._reference(inline, link, shown=False)]

    def _reference(self, part: CrossReference | Text, link: Element, *, shown: bool) -> _Reference:
        if isinstance(part, Text):
            return _Reference(part.text, link, part.bold, shown)
        target = part.target
        if part.show is Show.PAGE:
            self.refers.add(target)
            return _Reference("0" * self.digits.get(target, 1), link, part.bold, shown, late=target)
        words = self.numbered.labels if part.show is Show.NUMBER else self.numbered.titles
        return _Reference(words[target], link, part.bold, shown)

    def _tidied(self, parts: Sequence[_Words], element: Element, look: Look) -> tuple[str, list[Span]]:
        """Join texts with white space runs as one space, none at the ends, and say where each span begins."""
        if len(parts) == 1:
            return _white(parts[0].text).strip(" "), [self._span(0, parts[0], element, look)]
        text, spans = "", []
        for part in parts:
            words = _white(part.text)
            if not text or text.endswith(" "):
                words = words.lstrip(" ")
            if words:
                spans.append(self._span(len(text), part, element, look))
                text += words
        tidy = text.rstrip(" ")
        return tidy, [span for span in spans if span.start < len(tidy)]

    def _measured(self, parts: Sequence[_Words], element: Element, look: Look, *, broken: bool) -> Measured:
        text, spans = self._tidied(parts, element, look)
        if not spans:
            spans = [Span(0, int(look.bold), 1.0, element, (), look.colour, False, False, "")]
        text = tie(text)
        try:
            measured = self._in_units(text, spans)
        except KeyError:
            measured = self._fallen_back(text, spans, look)
        if broken:
            measured.text += " "
        return measured

    def _in_units(self, text: str, spans: list[Span]) -> Measured:
        """Measure a text: as a whole if one face sets all of it letter by letter, else span by span."""
        starts = [span.start for span in spans]
        face, scale = self.fonts.faces[spans[0].face], spans[0].scale
        if len(spans) > 1 or scale != 1:
            looks = {(span.face, span.scale) for span in spans}
            if looks != {(spans[0].face, 1)} or not adds_up(text):
                return self._by_spans(text, spans, starts)
        units = text.split(" ")
        widths: list[float] = list(map(face.words.__getitem__, units))
        return Measured(text, spans, starts, units, widths, sum(widths) + face.space * (len(units) - 1), face)

    def _by_spans(self, text: str, spans: list[Span], starts: list[int]) -> Measured:
        """Measure a text span by span; words that touch over two spans are one unit."""
        units, widths, stops = [""], [0.0], [0.0]
        at: list[float] = []
        faces = self.fonts.faces
        for span, end in zip(spans, [*starts[1:], len(text)], strict=True):
            face, scale = faces[span.face], span.scale
            at.append(stops[-1])
            words = text[span.start : end].split(" ")
            own: list[float] = list(map(face.words.__getitem__, words))
            if scale != 1:
                own = [width * scale for width in own]
            units[-1] += words[0]
            units += words[1:]
            first = stops.pop() + own[0]
            stops += accumulate(map(add, own[1:], repeat(face.space * scale)), initial=first)
            widths[-1] += own[0]
            widths += own[1:]
        return Measured(text, spans, starts, units, widths, stops[-1], faces[spans[0].face], stops, at)

    def _fallen_back(self, text: str, spans: list[Span], look: Look) -> Measured:
        """Measure a text that needs other faces, with question marks for what none of them has."""
        try:
            return self._in_units(text, self._in_faces(text, spans, look))
        except UncoveredError:
            text = self._without_lost(text, spans)
            return self._in_units(text, self._in_faces(text, spans, look))

    def _in_faces(self, text: str, spans: list[Span], look: Look) -> list[Span]:
        """Split spans where a word needs another face.

        In headings, other scripts are smaller, and regular unless white.
        """
        split = []
        for span, words in _with_words(text, spans):
            start = span.start
            for face, piece in self.fonts.split(words, span.face):
                other = (look.heading or look.light) and self.fonts.is_other_script(face)
                split.append(
                    span._replace(
                        start=start,
                        face=face - face % 2 if other and look.colour != "white" else face,
                        scale=OTHER_SCRIPT if other and look.heading else 1.0,
                    )
                )
                start += len(piece)
        return split or spans

    def _without_lost(self, text: str, spans: list[Span]) -> str:
        kept = ""
        for span, words in _with_words(text, spans):
            lost = self.fonts.uncovered(words, span.face)
            self.lost.update(dict.fromkeys(found(words, lost, self.document, span.paths)))
            kept += words.translate(dict.fromkeys(map(ord, lost), "?"))
        return kept


def _with_words(text: str, spans: list[Span]) -> Iterator[tuple[Span, str]]:
    ends = [*(span.start for span in spans[1:]), len(text)]
    return ((span, text[span.start : end]) for span, end in zip(spans, ends, strict=True))


class _Reference(NamedTuple):
    """The words of a cross-reference, or those inside one that is printed as "Appendix H, page 28", and their link.

    ``shown``: it looks like a link. ``late`` as in a span.
    """

    text: str
    link: Element
    bold: bool
    shown: bool
    late: str = ""


def link_to(anchor: str, element: Element, numbered: Numbered) -> Element:
    """Return a link inside an element to a place of the pack; one into another document says which."""
    home, _, inside = anchor.partition("/")
    away = inside and home in numbered.labels and not element.block.startswith(f"{home}/")
    target = f"{numbered.labels[home]}, {numbered.labels[anchor]}" if away else numbered.labels[anchor]
    return Element(Role.LINK, element, element.block, href=f"#{anchor}", target=target)


_Words = Text | Value | Link | _Reference


def _white(text: str) -> str:
    if "  " in text or not text.isprintable():
        return _WHITE.sub(" ", text)
    return text
