# SPDX-License-Identifier: MPL-2.0
"""Pages as small grey pictures, and how much two of them differ.

Two pictures of one page differ by the smoothing of edges where pdfium, a compiler or a processor differs; so both are
blurred a little before they are compared, and a few clearly different dots are let pass.
"""

from __future__ import annotations

import io
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageStat

DOTS_AN_INCH = 50
FOLDER = Path(__file__).parent / "pictures"
FOUND = Path(__file__).parents[3] / "build" / "golden"
"""Where a failing comparison puts what it expected, what it found, and where they differ."""

MOST_KILOBYTES = 25
_GREYS = 16
_FINER = 4
_MEAN = 0.9  # of 255: the average difference of a dot
_CLEAR = 32  # of 255: from here a dot clearly differs
_SHARE = 0.0002  # of the dots: a short word of body text is twice that


class Difference(NamedTuple):
    """How much two pictures differ: the average of a dot (of 255), and the share of dots that clearly differ."""

    mean: float
    share: float

    @property
    def shows(self) -> bool:
        """Say whether a person would call the pages different."""
        return self.mean > _MEAN or self.share > _SHARE


def difference(expected: Image.Image, found: Image.Image) -> Difference:
    """Return how much two grey pictures differ; pictures of different sizes differ in everything."""
    if expected.size != found.size:
        return Difference(255.0, 1.0)
    dots = _apart(expected, found)
    clear = sum(dots.histogram()[_CLEAR:])
    return Difference(ImageStat.Stat(dots).mean[0], clear / (dots.width * dots.height))


def _apart(expected: Image.Image, found: Image.Image) -> Image.Image:
    blur = ImageFilter.BoxBlur(1)
    return ImageChops.difference(expected.filter(blur), found.filter(blur))


class Pages:
    """The pages of a PDF, as words and as pictures."""

    def __init__(self, data: bytes) -> None:
        document = pypdfium2.PdfDocument(data)
        self._pages = [document[number] for number in range(len(document))]
        self.words = [" ".join(page.get_textpage().get_text_bounded().split()) for page in self._pages]

    def with_words(self, words: str) -> Image.Image:
        """Return the picture of the first page that says something, as it is stored."""
        number = next((number for number, said in enumerate(self.words) if words in said), None)
        assert number is not None, f"no page says “{words}”"
        # Drawn finer first: pdfium moves small letters to whole dots.
        drawn: Image.Image = self._pages[number].render(scale=_FINER * DOTS_AN_INCH / 72, grayscale=True).to_pil()
        return stored(drawn.reduce(_FINER))


def stored(drawn: Image.Image) -> Image.Image:
    """Return a picture in the few greys that are kept."""
    step = 255 / (_GREYS - 1)
    return drawn.convert("L").point([round(round(grey / step) * step) for grey in range(256)])


def png(picture: Image.Image) -> bytes:
    """Return a grey picture as a small PNG."""
    data = io.BytesIO()
    picture.quantize(_GREYS).save(data, "PNG", optimize=True)
    return data.getvalue()


def kept(name: str) -> Image.Image | None:
    """Return the picture that is kept of a page type, if there is one."""
    file = FOLDER / f"{name}.png"
    return Image.open(file).convert("L") if file.exists() else None


def keep(name: str, picture: Image.Image) -> None:
    """Keep a picture as what a page type looks like from now on."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.png").write_bytes(png(picture))


def lay_out(name: str, expected: Image.Image | None, found: Image.Image) -> str:
    """Write what was expected, what was found and where they differ side by side; return where they lie."""
    FOUND.mkdir(parents=True, exist_ok=True)
    pictures = {"found": found}
    if expected is not None:
        pictures["expected"] = expected
        if expected.size == found.size:
            pictures["difference"] = ImageChops.invert(_apart(expected, found))
    for what, picture in pictures.items():
        picture.save(FOUND / f"{name}-{what}.png")
    return ", ".join(str(FOUND / f"{name}-{what}.png") for what in pictures)
