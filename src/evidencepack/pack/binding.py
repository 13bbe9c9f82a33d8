# SPDX-License-Identifier: MPL-2.0
"""Pages from outside become parts of a file of ours: form XObjects, shown on its sheets (ISO 32000-1 8.10).

So the page tree, the numbers, the bookmarks and the structure of a bundle are ours alone. What a page is made of goes
over as it is, under other object numbers, and streams are not unpacked. Nothing else of a file is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, Any

from evidencepack.render.pdf.file import PdfFile, pack, plain_stream, stream
from evidencepack.render.pdf.guests import Carried, Carry
from evidencepack.render.typeset.guests import Guest
from evidencepack.render.typeset.page import Pages

if TYPE_CHECKING:
    from pikepdf import Pdf

_AT_ONCE = 200
"""Objects in one object stream."""

_SMALL = 200
"""Bytes of a stream that deflating would hardly make fewer."""

# Texts and names as qpdf writes them, which are passed by; and references (ISO 32000-1 7.3).
_REFERENCE = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9a-f]*>|/[^ ]*|(\d+) (\d+) R", re.DOTALL)


def carrying(pages: Pages, files: Mapping[str, bytes]) -> Carry:
    """Return what writes the pages from outside into a file of ours, each once.

    Args:
        pages: typeset pages; they say which page of which file stands where.
        files: the cleaned files by name, as guests name them: another file has another name.
    """
    return partial(_carry, tuple(dict.fromkeys(page.guest.seat.guest for page in pages.pages if page.guest)), files)


def _carry(guests: tuple[Guest, ...], files: Mapping[str, bytes], file: PdfFile, first: int) -> Carried:
    from pikepdf import Pdf  # few packs have a bundle, and it takes a while to load

    forms = {guest: at for at, guest in enumerate(guests, first)}
    free = first + len(forms)
    for name in dict.fromkeys(guest.file for guest in guests):
        with Pdf.open(BytesIO(files[name])) as source:
            free = _Carrier(source, file, free).carry({one: at for one, at in forms.items() if one.file == name})
    return Carried(forms, free)


class _Carrier:
    """Writes what pages of one file are made of; what several of them use is written once."""

    def __init__(self, source: Pdf, file: PdfFile, free: int) -> None:
        self._source, self._file, self._free = source, file, free
        self._numbers = dict[bytes, int]()
        self._waiting = list[tuple[bytes, int]]()

    def carry(self, forms: Mapping[Guest, int]) -> int:
        """Write pages as form XObjects of these numbers, then all that they use; return the next free number."""
        pages = list(self._source.pages)
        for guest, at in forms.items():
            self._put(at, _form(pages[guest.number], guest, self._source))
        others = list(self._others())
        for start in range(0, len(others), _AT_ONCE):
            self._file.put_packed(pack(self._free, others[start : start + _AT_ONCE]))
            self._free += 1
        return self._free

    def _others(self) -> Iterator[tuple[int, str]]:
        """Write the streams that were referred to, by these or others; yield what is no stream, with its number."""
        from pikepdf import Object, Stream

        while self._waiting:
            name, at = self._waiting.pop()
            of, generation = name.split()
            found = self._source.get_object(int(of), int(generation))
            if isinstance(found, Stream):
                self._put(at, found)
            else:
                yield at, self._text(found.unparse(resolved=True) if isinstance(found, Object) else b"null")

    def _put(self, at: int, part: Any) -> None:
        """Write a stream as it is; one that was never deflated, deflated."""
        raw, entries = part.read_raw_bytes(), part.stream_dict
        if "/Length" in entries:
            del entries["/Length"]
        packed = "/Filter" in entries or len(raw) < _SMALL
        said = self._text(entries.unparse()).removeprefix("<<").removesuffix(">>")
        self._file.put(at, plain_stream(raw, said) if packed else stream(raw, said))

    def _text(self, words: bytes) -> str:
        """Return an object as it stands in our file; what it refers to gets a number there, and waits."""
        return _REFERENCE.sub(self._renumbered, words).decode("latin-1")

    def _renumbered(self, found: re.Match[bytes]) -> bytes:
        if found[1] is None:
            return found[0]
        name = b"%b %b" % found.groups()
        if name not in self._numbers:
            self._numbers[name] = self._free
            self._waiting.append((name, self._free))
            self._free += 1
        return b"%d 0 R" % self._numbers[name]


def _form(page: Any, guest: Guest, source: Pdf) -> Any:
    """Return a page as a form XObject, in its own file: what pages share is this page's until the next is asked for."""
    from pikepdf import Array, Dictionary, Name, Stream

    if isinstance(page.obj.get("/Contents"), Array):
        page.contents_coalesce()
    content = page.obj.get("/Contents")
    form = content if isinstance(content, Stream) else source.make_stream(b"")
    form["/Type"], form["/Subtype"] = Name.XObject, Name.Form
    form["/BBox"] = [0, 0, round(Decimal(guest.width), 3), round(Decimal(guest.height), 3)]
    form["/Resources"] = page.obj.get("/Resources", Dictionary())
    if "/Group" in page.obj:
        form["/Group"] = page.obj["/Group"]
    elif "/Group" in form:
        del form["/Group"]
    return form
