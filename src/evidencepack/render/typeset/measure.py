# SPDX-License-Identifier: MPL-2.0
"""Inlines to measured text: one string, the spans of one look in it, and where each unbreakable unit begins and ends.

Everything horizontal is kept in thousandths of an em of the block's size until a line is made: measured once, a text
can be broken for any width and any size.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from operator import sub
from typing import NamedTuple, assert_never

from evidencepack.blocks.inlines import CrossReference, Inlines, LineBreak, Link, Show, Text, Value
from evidencepack.render.fonts.face import Face, adds_up
from evidencepack.render.fonts.fontset import FontSet, UncoveredError
from evidencepack.render.fonts.lost import Lost, found
from evidencepack.render.number import Numbered
from evidencepack.render.references import Linked, linked
from evidencepack.render.scripts import language_of
from evidencepack.render.ties import tie
from evidencepack.render.typeset.attributes import Attributes
from evidencepack.render.typeset.page import BoxShape, Element, Role, Stretch, TableShape

OTHER_SCRIPT = 0.75
_WHITE = re.compile(r"[ \t\r\n\f\v]+")
_ON_ONE_LINE = frozenset({Text, Value, Link})  # what most paragraphs are made of


@dataclass(slots=True, eq=False, repr=False)
class Measured:
    """One hard line of text with its spans and units, which are what stands between two spaces.

    ``stops`` are where units end, in thousandths of an em, and ``at`` is where spans begin: most texts fit their line,
    and nobody asks for that. ``face`` is that of the whole text; where there are several, ``begins`` and ``at`` come
    with it.
    """

    text: str
    spans: list[Stretch]
    units: list[str]
    stops: Sequence[float]
    face: Face
    _begins: Sequence[float] = ()
    _at: Sequence[float] = ()
    _starts: Sequence[int] = ()

    @property
    def width(self) -> float:
        """Width of it all, in thousandths of an em."""
        return self.stops[-1]

    @property
    def longest(self) -> float:
        """Width of the longest unit, in thousandths of an em."""
        if self._begins:
            widths: Iterable[float] = map(sub, self.stops, self._begins)
            return max(widths)
        return max(map(self.face.steps.__getitem__, self.units)) - self.face.space

    @property
    def starts(self) -> Sequence[int]:
        """Where in the text spans begin."""
        if not self._starts:
            self._starts = [span.start for span in self.spans]
        return self._starts

    @property
    def at(self) -> Sequence[float]:
        """Where spans begin."""
        if not self._at:
            self._at = list(map(self._begin_of_letter, self.starts))
        return self._at

    def _begin_of_letter(self, place: int) -> float:
        unit, behind = self.text.count(" ", 0, place), self.text.rfind(" ", 0, place) + 1
        return self.begin(unit) + self.face.steps[self.text[behind:place]] - self.face.space

    def begin(self, unit: int) -> float:
        """Return where a unit begins, in thousandths of an em."""
        if self._begins:
            return self._begins[unit]
        return self.stops[unit - 1] + self.face.space if unit else 0

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
            return [self._measured(inlines, element, look)]  # type: ignore[arg-type]
        hard: list[list[_Words]] = [[]]
        for inline in linked(inlines):
            match inline:
                case LineBreak():
                    hard.append([])
                case CrossReference() | Linked():
                    hard[-1] += self._referring(inline, element)
                case _:
                    hard[-1].append(inline)
        measured = [self._measured(parts, element, look) for parts in hard]
        for broken in measured[:-1]:
            broken.text += " "
        return measured

    def _span(self, start: int, inline: _Words, element: Element, look: Look) -> Stretch:
        paths: tuple[str, ...] = ()
        if isinstance(inline, Text):  # not by cases, which make a list and a set for each of the many that are words
            missing = inline.marked
        elif isinstance(inline, Value):
            paths, missing = inline.paths, inline.missing
        else:
            return _leading(start, inline, element, look)
        face = (look.bold or inline.bold) + 2 * inline.italic
        language = inline.language or ("" if inline.text.isascii() else language_of(inline.text))
        if language or inline.expansion:
            own = Attributes(language=language, expansion=inline.expansion)
            element = Element(Role.SPAN, element, element.block, own)
        return Stretch(face, element, paths, look.colour, missing, False, "", start)

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

    def _joined(self, parts: Sequence[_Words], element: Element, look: Look) -> tuple[str, list[Stretch]]:
        """Join texts, and say where each span begins."""
        text = "".join([part.text for part in parts])
        if not text or "  " in text or text[0] == " " or text[-1] == " ":
            return self._tidied(parts, element, look)
        spans, start = [], 0
        for part in parts:
            if part.text:
                spans.append(self._span(start, part, element, look))
                start += len(part.text)
        return text, spans

    def _tidied(self, parts: Sequence[_Words], element: Element, look: Look) -> tuple[str, list[Stretch]]:
        """Join texts with white space runs as one space, none at the ends, and say where each span begins."""
        text, spans = "", []
        for part in parts:
            words = _WHITE.sub(" ", part.text)
            if not text or text.endswith(" "):
                words = words.lstrip(" ")
            if words:
                spans.append(self._span(len(text), part, element, look))
                text += words
        tidy = text.rstrip(" ")
        if len(tidy) < len(text):
            spans = [span for span in spans if span.start < len(tidy)]
        return tidy, spans or [Stretch(int(look.bold), element, colour=look.colour)]

    def _measured(self, parts: Sequence[_Words], element: Element, look: Look) -> Measured:
        text, spans = self._joined(parts, element, look)
        try:
            return self._in_units(tie(text), spans)
        except KeyError:
            return self._fallen_back(parts, element, look)

    def _in_units(self, text: str, spans: list[Stretch]) -> Measured:
        """Measure a text: as a whole if one face sets all of it letter by letter, else span by span."""
        first = spans[0]
        if len(spans) > 1 or first.scale != 1:
            looks = {(span.face, span.scale) for span in spans}
            if looks != {(first.face, 1)} or not adds_up(text):
                return self._by_spans(text, spans)
        face, units = self.fonts.faces[first.face], text.split(" ")
        _, *stops = accumulate(map(face.steps.__getitem__, units), initial=-face.space)
        return Measured(text, spans, units, stops, face)

    def _by_spans(self, text: str, spans: list[Stretch]) -> Measured:
        """Measure a text span by span; words that touch over two spans are one unit."""
        faces, begins, stops, at = self.fonts.faces, [0.0], [0.0], []
        for span, words in _with_words(text, spans):
            face, scale = faces[span.face], span.scale
            steps: Iterable[float] = map(face.steps.__getitem__, words.split(" "))
            if scale != 1:
                steps = [step * scale for step in steps]
            x, space = stops.pop(), face.space * scale
            ends = list(accumulate(steps, initial=x))
            at.append(x)
            begins += ends[1:-1]
            stops += [end - space for end in ends[1:]]
        return Measured(text, spans, text.split(" "), stops, faces[spans[0].face], begins, at)

    def _fallen_back(self, parts: Sequence[_Words], element: Element, look: Look) -> Measured:
        """Measure what needs other faces, with question marks for what none of them has, or has other white space."""
        text, spans = self._tidied(parts, element, look)
        text = tie(text)
        try:
            return self._in_units(text, self._in_faces(text, spans, look))
        except UncoveredError:
            text = self._without_lost(text, spans)
            return self._in_units(text, self._in_faces(text, spans, look))

    def _in_faces(self, text: str, spans: list[Stretch], look: Look) -> list[Stretch]:
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

    def _without_lost(self, text: str, spans: list[Stretch]) -> str:
        kept = ""
        for span, words in _with_words(text, spans):
            lost = self.fonts.uncovered(words, span.face)
            self.lost.update(dict.fromkeys(found(words, lost, self.document, span.paths)))
            kept += words.translate(dict.fromkeys(map(ord, lost), "?"))
        return kept


def _with_words(text: str, spans: list[Stretch]) -> Iterator[tuple[Stretch, str]]:
    ends = [*(span.start for span in spans[1:]), len(text)]
    return ((span, text[span.start : end]) for span, end in zip(spans, ends, strict=True))


def _leading(start: int, inline: Link | _Reference, element: Element, look: Look) -> Stretch:
    """Return the stretch of words that lead to another place."""
    match inline:
        case Link():
            link = Element(Role.LINK, element, element.block, Attributes(href=inline.address))
            return Stretch(int(look.bold), link, inline.paths, "accent", False, True, "", start)
        case _Reference():
            colour = "accent" if inline.shown and look.colour != "white" else look.colour
            face = int(look.bold or inline.bold)
            return Stretch(face, inline.link, (), colour, False, inline.shown, inline.late, start)
        case _:
            assert_never(inline)


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
    return Element(Role.LINK, element, element.block, Attributes(href=f"#{anchor}", target=target))


_Words = Text | Value | Link | _Reference
