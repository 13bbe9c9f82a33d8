# SPDX-License-Identifier: MPL-2.0
"""Short codes that people read from paper and type: eight signs, the last of which checks the others.

The signs are those of Crockford's Base 32 (https://www.crockford.com/base32.html): no I, L, O or U, and what looks
alike is read as what it is. The check is Damm's (H. M. Damm, Total anti-symmetrische Quasigruppen, Marburg 2004), with
the quasigroup ``x * y = 2(x + y)`` of the field of 32 elements: it finds every single wrong sign and every swap of
neighbours, the check sign included.
"""

from __future__ import annotations

import unicodedata
from enum import Enum

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
_BITS = 5
_POLYNOMIAL = 0b100101  # x^5 + x^2 + 1, irreducible: what makes 32 signs a field
_VALUES = {sign: value for value, sign in enumerate(SIGNS)}
_LOOKS_LIKE = str.maketrans("OIL", "011")
_LONGEST_TYPED = 64


class CodeFault(Enum):
    """Why something that was typed is no short code, in words that follow "This is no code of a page: "."""

    LENGTH = f"a code has {LENGTH} letters and digits"
    SIGN = "it has a sign that no code has"
    CHECK = "one of its signs is wrong, or two have changed places"


def short_code(digest: bytes) -> str:
    """Return the code of the first 35 bits of a digest, for example ``7K3M9Q2X``. Needs 5 bytes or more."""
    data = first_signs(digest, LENGTH - 1)
    return data + _check_sign(data)


def read_code(typed: str) -> str | CodeFault:
    """Return the code that a person has typed, as it was printed; else why it is none.

    Lower case, spaces, dashes, full-width signs, O for 0, and I or L for 1 are what people type, and are understood.
    """
    if len(typed) > _LONGEST_TYPED:
        return CodeFault.LENGTH
    plain = unicodedata.normalize("NFKC", typed).upper().translate(_LOOKS_LIKE)
    signs = "".join(sign for sign in plain if not _parts_signs(sign))
    if any(sign not in _VALUES for sign in signs):
        return CodeFault.SIGN
    if len(signs) != LENGTH:
        return CodeFault.LENGTH
    return signs if is_code(signs) else CodeFault.CHECK


def is_code(text: str) -> bool:
    """Whether the text is a code exactly as this module makes it: eight signs, and the last one right."""
    return len(text) == LENGTH and is_written(text) and _check_sign(text[:-1]) == text[-1]


def is_written(text: str) -> bool:
    """Whether the text holds nothing but signs of short codes."""
    return all(sign in _VALUES for sign in text)


def printed(code: str) -> str:
    """Return the code as it stands on paper: ``7K3M-9Q2X``."""
    return f"{code[:4]}-{code[4:]}"


def first_signs(digest: bytes, count: int) -> str:
    """Return the first bits of a digest, five for each of ``count`` signs."""
    bits = int.from_bytes(digest, "big") >> len(digest) * 8 - count * _BITS
    return written(bits, count)


def written(number: int, count: int) -> str:
    """Return a number in ``count`` signs, the highest first."""
    return "".join(SIGNS[number >> place * _BITS & 0b11111] for place in reversed(range(count)))


def value(signs: str) -> int:
    """Return the number that ``written`` wrote."""
    number = 0
    for sign in signs:
        number = number << _BITS | _VALUES[sign]
    return number


def _check_sign(data: str) -> str:
    interim = 0
    for sign in data:
        interim = _doubled(interim ^ _VALUES[sign])
    return SIGNS[interim]


def _doubled(element: int) -> int:
    shifted = element << 1
    return shifted ^ _POLYNOMIAL if shifted >> _BITS else shifted


def _parts_signs(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) in {"Pd", "Cf", "Cc"}
