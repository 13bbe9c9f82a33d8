# SPDX-License-Identifier: MPL-2.0
"""What every page of a sign-off pack says of itself, to a machine: twice, and far apart.

The **square** is a QR code (ISO/IEC 18004) with everything: at most 38 signs of its alphanumeric mode, which is 25 by
25 modules at level M. The **strip** is a Code 128 (ISO/IEC 15417) of 24 digits, in its code set C, with what tells the
page from all others: where the square is stained or folded away, it is enough.

    square  EP1:C4G66VVP:2:3:12:Y04WERCC:DEB5
            layout, code, version, page, of, stub, check (CRC-16 of ITU-T V.41, in hexadecimal digits)
    strip   95 13997406301877895324 04
            ours, then code, page and the first half of the stub as one number, check (ISO/IEC 7064, MOD 97-10)
"""

from __future__ import annotations

import binascii
import hashlib
import re
from dataclasses import dataclass
from enum import Enum

from evidencepack.domain.short_code import LENGTH, first_signs, is_code, is_written, short_code, value, written

HIGHEST = 999
"""The highest version, and the highest number of a page."""
STUB_LENGTH = 8
_LAYOUT = "EP1"
_SQUARE = re.compile(
    r"EP1:([0-9A-Z]{8}):([1-9][0-9]{0,2}):([1-9][0-9]{0,2}):([1-9][0-9]{0,2}):([0-9A-Z]{8}):([0-9A-F]{4})"
)
_OTHER_LAYOUT = re.compile(r"EP[0-9A-Z]:[0-9A-Z:]+")
_OURS = "95"
_STRIP = re.compile(r"95[0-9]{22}")
_HALF = STUB_LENGTH // 2
_PAGE_BITS = 10


class NoMark(Enum):
    """Why a text that was read from a page is no mark of ours."""

    FOREIGN = "it is no mark of this program"
    NEWER = "it was made by a version of the program that writes its marks in another way"
    DAMAGED = "it was misread, or changed: its check does not agree"


@dataclass(frozen=True, slots=True)
class PageMark:
    """The mark of one page.

    ``code`` is the short code of what went out: one version of one document for one signer. ``version`` is the number
    of that version, ``page`` and ``of`` count the pages from 1, and ``stub`` is the beginning of the SHA-256 of what
    the page says (``stub_of``). Raises ``ValueError`` where one of them cannot stand in a mark.
    """

    code: str
    version: int
    page: int
    of: int
    stub: str

    def __post_init__(self) -> None:
        if not self._can_be():
            raise ValueError(f"no mark can say this: {self}")

    @property
    def square(self) -> str:
        """The text of the QR code: upper-case ASCII of its alphanumeric mode, 32 to 38 signs."""
        body = f"{_LAYOUT}:{self.code}:{self.version}:{self.page}:{self.of}:{self.stub}"
        return f"{body}:{_crc(body)}"

    @property
    def strip(self) -> str:
        """The text of the Code 128: 24 digits."""
        return StripMark(self.code, self.page, self.stub[:_HALF]).text

    def _can_be(self) -> bool:
        return (
            is_code(self.code)
            and 1 <= self.version <= HIGHEST
            and 1 <= self.page <= self.of <= HIGHEST
            and len(self.stub) == STUB_LENGTH
            and is_written(self.stub)
        )


@dataclass(frozen=True, slots=True)
class StripMark:
    """What the strip says of its page: the code, the number of the page, and the first half of the stub."""

    code: str
    page: int
    half_stub: str

    @property
    def text(self) -> str:
        """The digits."""
        number = (value(self.code[:-1]) << _PAGE_BITS | self.page) << _HALF * 5 | value(self.half_stub)
        body = f"{_OURS}{number:020}"
        return f"{body}{98 - int(body) * 100 % 97:02}"

    def agrees_with(self, mark: PageMark) -> bool:
        """Whether a square and a strip can stand on the same page."""
        return (self.code, self.page, self.half_stub) == (mark.code, mark.page, mark.stub[:_HALF])


def stub_of(*said: str) -> str:
    """Return the stub of what a page says: 40 bits of the SHA-256 of its texts, each with its length before it."""
    whole = hashlib.sha256()
    for text in said:
        content = text.encode()
        whole.update(len(content).to_bytes(8, "big") + content)
    return first_signs(whole.digest(), STUB_LENGTH)


def read_square(text: str) -> PageMark | NoMark:
    """Return the mark that a QR code holds, or why it is none. Only what ``square`` makes, to the letter, is one."""
    found = _SQUARE.fullmatch(text)
    if found is None:
        return _no_square(text)
    code, version, page, of, stub, check = found.groups()
    if _crc(text[: -len(check) - 1]) != check:
        return NoMark.DAMAGED
    try:
        return PageMark(code, int(version), int(page), int(of), stub)
    except ValueError:
        return NoMark.DAMAGED


def read_strip(text: str) -> StripMark | NoMark:
    """Return the mark that a Code 128 holds, or why it is none. Only what ``strip`` makes is one."""
    if not text.isascii() or not _STRIP.fullmatch(text):
        return NoMark.FOREIGN
    number = int(text[2:-2])
    signs = written(number >> _HALF * 5 + _PAGE_BITS, LENGTH - 1)
    page = number >> _HALF * 5 & (1 << _PAGE_BITS) - 1
    mark = StripMark(_code_of(signs), page, written(number, _HALF))
    if mark.text != text or not 1 <= page <= HIGHEST:
        return NoMark.DAMAGED
    return mark


def _code_of(data: str) -> str:
    """Return the code whose first seven signs these are."""
    return short_code((value(data) << 5).to_bytes(5, "big"))


def _no_square(text: str) -> NoMark:
    if text.startswith(f"{_LAYOUT}:"):
        return NoMark.DAMAGED
    return NoMark.NEWER if _OTHER_LAYOUT.fullmatch(text) else NoMark.FOREIGN


def _crc(body: str) -> str:
    return f"{binascii.crc_hqx(body.encode(), 0):04X}"
