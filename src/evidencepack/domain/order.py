# SPDX-License-Identifier: MPL-2.0
"""Order keys: text that puts a list in order and leaves room for one more between any two.

A key is an integer part and a fraction, both in base 36. The first character of the integer part says how many digits
follow: "a" one, "b" two ... and, for what was put in front of the first, "9" one, "8" two ... So adding at either end
grows a key only by a digit for each 36-fold of the list. Only digits and small letters are used, because they sort
alike by bytes and by the collation of a database server.
"""

from __future__ import annotations

import re

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)
_FIRST = "a0"
_KEY = re.compile(r"[0-9a-z]{2,}")


class OrderKeyError(ValueError):
    """The text is not an order key, or two keys are not in order."""


def key_between(before: str, after: str) -> str:
    """Return a key that sorts between two others; an empty text stands for the start or the end of the list.

    Raises:
        OrderKeyError: if a key is malformed, or ``before`` does not sort below ``after``.
    """
    for key in filter(None, (before, after)):
        _check(key)
    if before and after and before >= after:
        raise OrderKeyError(f"{before} is not below {after}")
    if not before:
        return _first_before(after) if after else _FIRST
    if not after:
        return _step(_integer(before), 1)
    return _between(before, after)


def _between(before: str, after: str) -> str:
    whole = _integer(before)
    fraction = before[len(whole) :]
    if whole == _integer(after):
        return whole + _midpoint(fraction, after[len(whole) :])
    following = _step(whole, 1)
    return following if following < after else whole + _midpoint(fraction, "")


def _first_before(after: str) -> str:
    whole = _integer(after)
    return whole if whole < after else _step(whole, -1)


def _check(key: str) -> None:
    if not _KEY.fullmatch(key) or len(_integer(key)) != _length(key[0]) or key.endswith("0", _length(key[0])):
        raise OrderKeyError(key)


def _length(head: str) -> int:
    place = _DIGITS.index(head)
    return place - 8 if place >= 10 else 11 - place


def _integer(key: str) -> str:
    return key[: _length(key[0])]


def _step(whole: str, by: int) -> str:
    """Return the integer part one above or below."""
    head, digits = whole[0], whole[1:]
    number = int(digits, _BASE) + by
    if 0 <= number < _BASE ** len(digits):
        return head + _in_base(number, len(digits))
    place = _DIGITS.index(head) + by
    if not 0 <= place < _BASE:
        raise OrderKeyError(f"no room beyond {whole}")
    return _DIGITS[place] + (_DIGITS[0] if by > 0 else _DIGITS[-1]) * (_length(_DIGITS[place]) - 1)


def _in_base(number: int, width: int) -> str:
    digits = ""
    for _ in range(width):
        number, digit = divmod(number, _BASE)
        digits = _DIGITS[digit] + digits
    return digits


def _midpoint(low: str, high: str) -> str:
    """Return a fraction between two others that has no zero at its end; an empty ``high`` is one."""
    shared = 0
    while shared < len(high) and high[shared] == (low[shared : shared + 1] or "0"):
        shared += 1
    if shared:
        return high[:shared] + _midpoint(low[shared:], high[shared:])
    bottom = _DIGITS.index(low[0]) if low else 0
    top = _DIGITS.index(high[0]) if high else _BASE
    if top - bottom > 1:
        return _DIGITS[(bottom + top + 1) // 2]
    if len(high) > 1:
        return high[0]
    return _DIGITS[bottom] + _midpoint(low[1:], "")
