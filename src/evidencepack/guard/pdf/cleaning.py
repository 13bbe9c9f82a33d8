# SPDX-License-Identifier: MPL-2.0
"""The whole way of a PDF that anyone may have sent, in a child: opened, looked at, its pages printed into a new one."""

from __future__ import annotations

import io

import pikepdf

from evidencepack.guard.faults import RefusedFileError
from evidencepack.guard.pdf import sentences as words
from evidencepack.guard.pdf.dropping import Dropped
from evidencepack.guard.pdf.layers import Layers
from evidencepack.guard.pdf.links import Link, take_links
from evidencepack.guard.pdf.marks import flatten
from evidencepack.guard.pdf.opening import open_pdf
from evidencepack.guard.pdf.outline import Entry, outline_of
from evidencepack.guard.pdf.pages import Page, Printer

Cleaned = tuple[bytes, list[Page], list[Entry], list[Link], list[str], bool, bool]
"""The new file, its pages, bookmarks and links, what was dropped, whether it was signed, whether it was repaired."""


def clean_pdf(data: bytes, password: str) -> Cleaned:
    """Return a new PDF of the pages, and what is to be known of them.

    Raises:
        RefusedFileError: if its pages cannot be had; the message says what to do.
        MemoryError: as it says.
    """
    with open_pdf(data, password) as pdf:
        try:
            return _cleaned(pdf)
        except (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError) as error:
            raise RefusedFileError(words.DAMAGED) from error


def _cleaned(pdf: pikepdf.Pdf) -> Cleaned:
    dropped, layers = Dropped(), Layers(pdf)
    signed = dropped.look_at_file(pdf)
    places = {page.obj.objgen: number for number, page in reversed(list(enumerate(pdf.pages)))}
    outline = outline_of(pdf, places)
    links = take_links(pdf, places, layers)
    flatten(pdf, layers, dropped)
    layers.take_out(pdf)
    dropped.add("layer", layers.hidden)
    printer = Printer(pdf, dropped)
    pages = [printer.print(page.obj) for page in pdf.pages]
    printer.finish()
    repaired = printer.repaired or bool(pdf.get_warnings())
    return saved(printer.result), pages, outline, links, dropped.words(), signed, repaired


def saved(pdf: pikepdf.Pdf) -> bytes:
    """Return the bytes of a file, the same ones whenever it holds the same."""
    into = io.BytesIO()
    pdf.save(
        into,
        deterministic_id=True,
        min_version="1.7",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        recompress_flate=False,
        fix_metadata_version=False,
    )
    return into.getvalue()
