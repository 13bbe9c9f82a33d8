# SPDX-License-Identifier: MPL-2.0
"""The key of trends: what their signs mean, once below all of them, and only the signs that stand there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidencepack.blocks.figures import Known, Result, Trend
from evidencepack.render.figures.drawing import Disc, Drawing, Point, Shape, Stroke, Words
from evidencepack.render.figures.lettering import CAP_HEIGHT, Lettering
from evidencepack.render.figures.trend import FEW
from evidencepack.render.theme import FigureLook

_TARGET, _MISSING, _FEW = "target", "no figure", "fewer than 5 cases"
_AFTER_SIGN = 3.5


def key_words(trends: Sequence[Trend], result: str) -> list[str]:
    """Return what the signs mean, as they are read: "<5 fewer than 5 cases"."""
    return [f"{FEW} {words}" if words == _FEW else words for words in _entries(trends, result)]


def key_sentence(trends: Sequence[Trend], result: str) -> str:
    """Return the key as a sentence, for those who hear it or read it in place of its drawing."""
    return f"Key: {', '.join(key_words(trends, result))}."


def draw_key(trends: Sequence[Trend], result: str, look: FigureLook, lettering: Lettering) -> Drawing:
    """Return signs and words side by side, on as many lines as they need."""
    shapes, words = list[Shape](), list[Words]()
    x, y, style = 0.0, _middle(look), look.text
    for entry in _entries(trends, result):
        own = look.key if entry in {result, _TARGET} else lettering.width(FEW, style) if entry == _FEW else look.cross
        width = own + _AFTER_SIGN + lettering.width(entry, style)
        if x and x + width > look.whole:
            x, y = 0.0, y + style.pitch
        shapes += _sign(entry, result, (x, y), look)
        if entry == _FEW:
            words += lettering.words(FEW, x, lettering.level(y, style), style)
        words += lettering.words(entry, x + own + _AFTER_SIGN, lettering.level(y, style), style)
        x += width + look.key_gap
    return Drawing(look.whole, y + style.pitch - _middle(look) + look.foot, tuple(shapes), tuple(words))


def _middle(look: FigureLook) -> float:
    """Return the height of the middle of the capitals in the first line."""
    return look.text.baseline - CAP_HEIGHT / 2 * look.text.size


def _entries(trends: Sequence[Trend], result: str) -> Iterator[str]:
    yield result
    if any(trend.target for trend in trends):
        yield _TARGET
    results: list[Result] = [result for trend in trends for result in trend.results]
    for known, words in ((Known.MISSING, _MISSING), (Known.FEW, _FEW)):
        if any(one.known is known for one in results):
            yield words


def _sign(entry: str, result: str, at: Point, look: FigureLook) -> Iterator[Shape]:
    (x, y), half = at, look.cross / 2
    if entry == result:
        yield Stroke(((x, y), (x + look.key, y)), look.data, "accent")
        yield Disc(x + look.key / 2, y, look.dot / 2, "accent")
    elif entry == _TARGET:
        yield Stroke(((x, y), (x + look.key, y)), look.target, dash=look.dash)
    elif entry == _MISSING:
        yield Stroke(((x, y - half), (x + look.cross, y + half)), look.cross_line)
        yield Stroke(((x, y + half), (x + look.cross, y - half)), look.cross_line)
