# SPDX-License-Identifier: MPL-2.0
"""Pages from outside are hung on the sheets that the painter made for them (ISO 32000-1 8.10).

Each becomes a form XObject: its own content, untouched, on a page of ours. So the page tree, the numbers, the bookmarks
and the structure of a bundle are ours alone. Streams are carried over as they are, without being unpacked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import ExitStack
from io import BytesIO
from typing import TYPE_CHECKING, Any

from evidencepack.render.properties import Properties
from evidencepack.render.typeset.page import Pages

if TYPE_CHECKING:
    from pikepdf import Pdf

    from evidencepack.render.typeset.guests import Guest


def bind(own: bytes, pages: Pages, files: Mapping[str, bytes], properties: Properties) -> bytes:
    """Return a bundle.

    Args:
        own: the PDF of the pages, painted.
        pages: the same pages, typeset; they say which page of which file stands where.
        files: the cleaned files by name, as guests name them.
        properties: what the bundle says of itself.
    """
    import pikepdf  # few packs have a bundle, and it takes a while to load

    from evidencepack.render.pdf.content import GUEST
    from evidencepack.render.pdf.metadata import xmp

    seats = [(number, page.guest.seat.guest) for number, page in enumerate(pages.pages) if page.guest]
    with ExitStack() as opened:
        book = opened.enter_context(pikepdf.open(BytesIO(own)))
        used = dict.fromkeys(guest.file for _, guest in seats)
        sources = {name: opened.enter_context(pikepdf.open(BytesIO(files[name]))) for name in used}
        forms = _Forms(book, sources)
        sheets = list(book.pages)
        for number, guest in seats:
            resources = sheets[number].obj["/Resources"]
            resources["/XObject"] = pikepdf.Dictionary({f"/{GUEST}": forms.form(guest)})
        book.Root.Metadata.write(xmp(properties, _digest(own, [files[name] for name in used])))
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
    """Makes form XObjects of pages, each page one, however often it stands in the bundle."""

    def __init__(self, book: Pdf, sources: Mapping[str, Pdf]) -> None:
        self._book, self._made = book, dict[tuple[str, int], Any]()
        self._pages = {name: list(source.pages) for name, source in sources.items()}
        self._sources, self._taken = sources, set[tuple[int, int]]()

    def form(self, guest: Guest) -> Any:
        """Return the form XObject of a page."""
        case = guest.file, guest.number
        if case not in self._made:
            self._made[case] = self._form(guest)
        return self._made[case]

    def _form(self, guest: Guest) -> Any:
        from pikepdf import Array, Dictionary, Name

        page = self._pages[guest.file][guest.number]
        form = self._content(page, self._sources[guest.file])
        form["/Type"], form["/Subtype"] = Name.XObject, Name.Form
        form["/BBox"] = Array([0, 0, *map(_decimal, (guest.width, guest.height))])
        form["/Resources"] = self._copied(page.obj.get("/Resources", Dictionary()), self._sources[guest.file])
        if "/Group" in page.obj:
            form["/Group"] = self._copied(page.obj["/Group"], self._sources[guest.file])
        return form

    def _content(self, page: Any, source: Pdf) -> Any:
        """Return the content of a page as a stream of the bundle's own, that no other page uses."""
        from pikepdf import Array, Stream

        content = page.obj.get("/Contents")
        if isinstance(content, Array):
            page.contents_coalesce()
            content = page.obj.get("/Contents")
        if not isinstance(content, Stream):
            return self._book.make_stream(b"")
        copy = self._book.copy_foreign(content if content.is_indirect else source.make_indirect(content))
        if copy.objgen in self._taken:
            copy = self._book.make_stream(copy.read_bytes())
        self._taken.add(copy.objgen)
        return copy

    def _copied(self, found: Any, source: Pdf) -> Any:
        return self._book.copy_foreign(found if found.is_indirect else source.make_indirect(found))


def _decimal(value: float) -> Any:
    from decimal import Decimal

    return round(Decimal(value), 3)


def _digest(own: bytes, files: list[bytes]) -> str:
    found = hashlib.blake2b(own, digest_size=16)
    for data in files:
        found.update(data)
    return found.hexdigest()
