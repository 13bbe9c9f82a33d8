# SPDX-License-Identifier: MPL-2.0
"""Pages from outside are hung on the sheets that the painter made for them (ISO 32000-1 8.10).

Each becomes a form XObject: its own content, untouched, on a page of ours. So the page tree, the numbers, the bookmarks
and the structure of a bundle are ours alone. Streams are carried over as they are, without being unpacked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

from evidencepack.render.properties import Properties
from evidencepack.render.typeset.guests import Guest
from evidencepack.render.typeset.page import Pages

if TYPE_CHECKING:
    from pikepdf import Pdf


def bind(own: bytes, pages: Pages, files: Mapping[str, bytes], properties: Properties) -> bytes:
    """Return a bundle.

    Args:
        own: the PDF of the pages, painted.
        pages: the same pages, typeset; they say which page of which file stands where.
        files: the cleaned files by name, as guests name them: another file has another name.
        properties: what the bundle says of itself.
    """
    import pikepdf  # few packs have a bundle, and it takes a while to load

    from evidencepack.render.pdf.content import GUEST
    from evidencepack.render.pdf.metadata import xmp

    seats = [(number, page.guest.seat.guest) for number, page in enumerate(pages.pages) if page.guest]
    used = dict.fromkeys(guest.file for _, guest in seats)
    with pikepdf.open(BytesIO(own)) as book:
        forms = _Forms(book, {name: files[name] for name in used})
        sheets = list(book.pages)
        for number, guest in seats:
            resources = sheets[number].obj["/Resources"]
            resources["/XObject"] = pikepdf.Dictionary({f"/{GUEST}": forms.form(guest)})
        book.Root.Metadata.write(xmp(properties, _digest(own, used)))
        written = BytesIO()
        book.save(
            written,
            deterministic_id=True,
            compress_streams=True,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return written.getvalue()


class _Forms:
    """Makes form XObjects of pages, each page one, however often it stands in the bundle.

    What the pages of a file are made of is copied at one go: to ask for each page takes twice as long.
    """

    def __init__(self, book: Pdf, files: Mapping[str, bytes]) -> None:
        self._book, self._made = book, dict[Guest, Any]()
        self._parts = {name: self._copied(data) for name, data in files.items()}
        self._taken = set[tuple[int, int]]()

    def form(self, guest: Guest) -> Any:
        """Return the form XObject of a page."""
        if guest not in self._made:
            self._made[guest] = self._form(guest)
        return self._made[guest]

    def _copied(self, data: bytes) -> Any:
        """Return for each page of a file what it is made of, as objects of the bundle's own."""
        from pikepdf import Array, Dictionary, Pdf

        with Pdf.open(BytesIO(data)) as source:
            pages = Array([_parts(page, source) for page in source.pages])
            whole = source.make_indirect(Dictionary(Pages=pages))
            return self._book.copy_foreign(whole)["/Pages"]

    def _form(self, guest: Guest) -> Any:
        parts = self._parts[guest.file][guest.number]
        form = parts["/Contents"]
        if form.objgen in self._taken:
            form = self._book.make_stream(form.read_bytes())  # two pages have the same content, each its own frame
        self._taken.add(form.objgen)
        form["/Type"], form["/Subtype"] = self._names
        form["/BBox"] = [0, 0, round(Decimal(guest.width), 3), round(Decimal(guest.height), 3)]
        form["/Resources"] = parts["/Resources"]
        if "/Group" in parts:
            form["/Group"] = parts["/Group"]
        return form

    @cached_property
    def _names(self) -> tuple[Any, Any]:
        from pikepdf import Name

        return Name.XObject, Name.Form


def _parts(page: Any, source: Pdf) -> Any:
    from pikepdf import Array, Dictionary, Stream

    content, found = page.obj.get("/Contents"), Dictionary()
    if isinstance(content, Array):
        page.contents_coalesce()
        content = page.obj.get("/Contents")
    found["/Contents"] = content if isinstance(content, Stream) else source.make_stream(b"")
    found["/Resources"] = page.obj.get("/Resources", Dictionary())
    if "/Group" in page.obj:
        found["/Group"] = page.obj["/Group"]
    return found


def _digest(own: bytes, names: Iterable[str]) -> str:
    """Return what tells the bundle from others: our own pages, and which files stand in it."""
    found = hashlib.blake2b(own, digest_size=16)
    for name in names:
        found.update(name.encode())
    return found.hexdigest()
