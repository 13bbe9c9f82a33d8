# SPDX-License-Identifier: MPL-2.0
"""What a reader finds in the files of an export: words of pages and paragraphs, and every byte that could be read."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pikepdf
import pypdfium2
from tests.render.word.reading import read_text

_SPACE = re.compile(r"\s+")
_LIGATURES = re.compile("[\ufb00-\ufb06]")
# Soft hyphen, zero width space, word joiner; and the mark that pdfium puts for a hyphen at the end of a line.
SOFT = str.maketrans({"\u00ad": "", "\u200b": "", "\u2060": "", "\ufffe": "-"})


def folded(text: str) -> str:
    """Return a text as it counts when compared: NFC, white space runs as one space, soft breaks removed."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text.translate(SOFT))).strip()


def pdf_pages(data: bytes) -> list[str]:
    """Return the text of each page, its header and footer included, lines apart."""
    return list(_pages(data))


# Many tests look at the few files of one export; reading them takes longer than looking.
@lru_cache(maxsize=64)
def _pages(data: bytes) -> tuple[str, ...]:
    with pypdfium2.PdfDocument(data) as document:
        return tuple(_page_text(page) for page in document)


def pdf_bodies(data: bytes) -> list[str]:
    """Return the text of each page without its artifacts, which stand in a content stream of their own."""
    return list(_bodies(data))


@lru_cache(maxsize=64)
def _bodies(data: bytes) -> tuple[str, ...]:
    with pikepdf.open(io.BytesIO(data)) as file:
        for page in file.pages:
            page.Contents = page.Contents[0]
        kept = io.BytesIO()
        file.save(kept)
    return _pages(kept.getvalue())


@lru_cache(maxsize=64)
def pdf_text(data: bytes) -> str:
    """Return the running text of a PDF, over line and page breaks."""
    return folded(" ".join(pdf_bodies(data)))


@lru_cache(maxsize=64)
def word_text(data: bytes) -> str:
    """Return the running text of a Word file."""
    return folded(" ".join(read_text(data)))


def is_read(given: str, text: str) -> bool:
    """Say whether the lines that pdfium gave are a text.

    A line end may be a space: pdfium passes over one painted alone, and over one behind a hyphen, which it marks.
    """
    given = unicodedata.normalize("NFC", given.replace("\ufffe", "-\r\n").translate(SOFT))
    read = [_SPACE.sub(" ", line) for line in given.split("\r\n")]
    # A space at a line's end and a fixed one at the next line's beginning are one run of white space.
    lines = "\n".join(read).replace(" \n ", " \n").split("\n")
    pattern = "".join(re.escape(line) + ("" if line.endswith(" ") else " ?") for line in lines)
    return re.fullmatch(pattern.removesuffix("\\ "), _read_by_pdfium(text)) is not None


def _read_by_pdfium(text: str) -> str:
    """Return a text as pdfium gives it: it takes the Latin ligatures of Unicode apart, whoever wrote the file."""
    return folded(_LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text))


def everything_in(folder: Path) -> Iterator[tuple[str, str]]:
    """Give the name of each file and of each part of it, with all that can be read there, in every disguise."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = file.read_bytes()
        name = file.relative_to(folder).as_posix()
        yield name, name
        yield name, data.decode("latin-1")
        yield name, data.decode(errors="replace")
        if file.suffix == ".pdf":
            yield from _inside_pdf(name, data)
        if file.suffix == ".docx":
            yield from _inside_word(name, data)


def _page_text(page: pypdfium2.PdfPage) -> str:
    words = page.get_textpage()
    found = str(words.get_text_range())
    words.close()
    page.close()
    return found


def _inside_pdf(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    yield f"{name} (text)", folded(" ".join(pdf_pages(data)))
    with pikepdf.open(io.BytesIO(data)) as file:
        for number, thing in enumerate(file.objects):
            yield f"{name} (object {number})", " ".join(_strings(thing))
            if isinstance(thing, pikepdf.Stream):
                content = thing.read_bytes()
                yield f"{name} (stream {number})", content.decode("latin-1")
                yield f"{name} (stream {number})", content.decode(errors="replace")


def _strings(thing: object) -> Iterator[str]:
    if isinstance(thing, pikepdf.String):
        yield str(thing)
    elif isinstance(thing, pikepdf.Array):
        for part in thing:
            yield from _strings(part)
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key in thing.keys():  # noqa: SIM118 - not a mapping
            found = thing[key]
            # What has a number of its own is visited under it.
            if not getattr(found, "is_indirect", False):
                yield key
                yield from _strings(found)


def _inside_word(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    yield f"{name} (text)", word_text(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in archive.namelist():
            yield f"{name}!{part}", part
            yield f"{name}!{part}", archive.read(part).decode(errors="replace")
