# SPDX-License-Identifier: MPL-2.0
"""Word templates of people's own: looked at, tried on a page, and said in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from threading import Event

from evidencepack.exchange.brand.guarded import Taken, vet_brand
from evidencepack.pack.press import Format, Press
from evidencepack.pack.specimen import TITLE, specimen
from evidencepack.paths.faults import CannotWriteError
from evidencepack.paths.files import write_atomically
from evidencepack.render.properties import Properties
from evidencepack.render.word.brand.look import BrandLook, look_of_brand
from evidencepack.usecases.reading_files import read_file

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
"""What is kept of a template is a Word document without text."""

_MOST_BYTES = 20 * 1024 * 1024
_ENDINGS = (".docx", ".dotx")
_AS_OF = date(2027, 2, 3)


@dataclass(frozen=True, slots=True)
class Template:
    """A template as it is kept: its bytes, how pages look in its clothes, what was left out in a few words each."""

    data: bytes
    look: BrandLook
    left_out: tuple[str, ...] = ()


def look_at_template(data: bytes, *, stop: Event | None = None) -> Template:
    """Return a template as it would be kept; whoever made the file, nothing of it acts or points anywhere.

    Raises:
        GuardError: if it is none that can be used; the message says why, and what to do.
    """
    taken: Taken = vet_brand(data, stop=stop)
    return Template(taken.data, look_of_brand(taken.data), taken.left_out)


def template_sentences(template: Template) -> Iterator[str]:
    """Yield what a person should know of a template: whose looks files have, what became darker, what stays behind."""
    fonts = " and ".join(template.look.fonts)
    yield "Word files take its styles, colours, headers and footers. PDFs keep their own look."
    if fonts:
        yield f"Its words are set in {fonts}. A computer that lacks a font shows another in its place."
    if template.look.unlike:
        unlike = template.look.unlike
        yield f"Pages in {unlike} are counted with letters of another font. Word may have a few more or fewer."
    if template.look.uneven:
        words = template.look.uneven
        yield f"Its running text has {words}: pages are counted as for such words on average, and Word may differ."
    if template.look.mended:
        yield f"Put right, because nobody could read it: {'; '.join(template.look.mended)}."
    if template.look.darker:
        yield f"Too pale to be read, so made darker: {'; '.join(template.look.darker)}."
    if template.left_out:
        yield f"Not taken over: {'; '.join(template.left_out)}."


def template_name(name: str) -> str:
    """Return the name under which a template is kept: that of its file, as the document that it has become."""
    ending = PurePath(name).suffix
    return f"{name.removesuffix(ending) if ending.lower() in _ENDINGS else name}.docx"


def try_template(file: Path, page: Path | None, press: Press) -> Template:
    """Look at a template, and write a page in its clothes into a new Word file if one is named.

    Raises:
        UnreadableFileError: if the template cannot be read.
        GuardError: if it is none that can be used.
        CannotWriteError: if the page cannot be written, or there is a file of that name.
    """
    template = look_at_template(read_file(file, most=_MOST_BYTES))
    if page is not None:
        if page.exists():
            raise CannotWriteError(f"There is a file “{page}” already. It is as it was. Name a new one.")
        write_atomically(page, specimen_file(template.data, press))
    return template


def specimen_file(brand: bytes, press: Press) -> bytes:
    """Return a Word file of one page in the clothes of what was kept of a template."""
    wearing = press.wearing(brand)
    numbered, pages = wearing.lay_out([specimen("")], stamp=False)
    pages = wearing.pages_as(Format.DOCX, numbered, pages, stamp=False)
    about = Properties(TITLE, "evidencepack", TITLE, "SAMPLE-01", "1.0", _AS_OF)
    return wearing.print_file(numbered, pages, about, form=Format.DOCX, stamp=False)
