# SPDX-License-Identifier: MPL-2.0
"""What a file's name says about it: a title and a date, guessed for a person to agree with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

LONGEST = 120
"""The most characters of a title."""

_ENDING = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]*)"
_EDGE, _STOP = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
_SPLIT = r"(?:[ ._\-/]{1,2})"
_FIGURES = re.compile(rf"{_EDGE}(\d{{1,4}})([ ._\-])(\d{{1,2}})\2(\d{{4}}|\d{{1,2}}){_STOP}")
_SOLID = re.compile(r"(?<!\d)(\d{8})(?!\d)")
_DAY_FIRST = re.compile(
    rf"{_EDGE}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?{_SPLIT}?{_MONTH}{_SPLIT}?(?P<year>\d{{4}}){_STOP}", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    rf"{_EDGE}{_MONTH}{_SPLIT}?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?{_SPLIT}(?P<year>\d{{4}}){_STOP}", re.IGNORECASE
)
_TIME = re.compile(
    r"(?<=\0)[ _\-]*(?:at )?\d{1,2}[.:_\-]?\d{2}[.:_\-]?\d{2}(?:[ ._\-]?\d{3})?(?: ?[ap]m)?(?![0-9])",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[(\[{]\s*([^()\[\]{}]*?)\s*[)\]}]")
_MARK = (
    r"(?:v(?:er(?:sion)?)?[ .]?\d+(?:\.\d+)*|rev(?:ision)?[ .]?\d+|issue \d+|final|signed|copy|copy of|scanned|scan|"
    r"compressed|ocr|\d{1,2}|copy \d+)"
)
_MARKS = re.compile(rf"{_MARK}(?:[ ,\-]+{_MARK})*", re.IGNORECASE)
_LAST = re.compile(
    r"[ ,\-]+(?:v(?:er(?:sion)?)?[ .]?\d+(?:\.\d+)*|rev(?:ision)?[ .]?\d+|final|signed|copy|scanned|scan|ocr)$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"(?:[.\-](?:v(?:er(?:sion)?)?\d+(?:\.\d+)*|rev(?:ision)?\d+|final|signed|copy|scanned|scan|ocr))+$", re.IGNORECASE
)
_CAMERA = re.compile(
    r"(?:img|dsc[fn]?|pxl|mvimg|vid|p|image|picture|photo|scan|scanned|scanned document|document|doc|file|untitled|"
    r"new document|screenshot|screen shot|whatsapp image|camscanner|attachment|fax|wa|adobe scan)"
    r"(?:[ \-]|wa|\d)*",
    re.IGNORECASE,
)
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_LONGEST_NAME = 400
_FIRST_YEAR, _LAST_YEAR = 1990, 2099
_LIKELY = range(2015, 2046)


@dataclass(frozen=True, slots=True)
class NameGuess:
    """What a name says: either may be empty, where it says nothing or more than one thing."""

    title: str = ""
    dated: date | None = None


def guess_from_name(name: str) -> NameGuess:
    """Return the title and the date in the name of a file, or in a path to one.

    A date counts only where the name can be read in one way: 03-04-26 is none, 14-03-26 is 14 March 2026. What cameras
    and scanners call their files is no title; versions, copies and “(signed)” are no part of one.
    """
    bare = _bare(name)
    found = list(_dates(bare))
    days = {day for _, _, day in found if day is not None}
    dated = next(iter(days)) if len(days) == 1 else None
    if dated is not None:
        for begin, end in sorted(((begin, end) for begin, end, day in found if day == dated), reverse=True):
            bare = f"{bare[:begin]}\0{bare[end:]}"
    return NameGuess(_title(bare), dated)


def _bare(name: str) -> str:
    """Return a name without folders, endings, and marks that nobody sees."""
    last = re.split(r"[/\\]", unquote(name, errors="ignore"))[-1]
    plain = "".join(" " if sign.isspace() else sign for sign in unicodedata.normalize("NFC", last) if not _unseen(sign))
    while _ENDING.search(plain):
        plain = _ENDING.sub("", plain)
    return " ".join(plain.split())[:_LONGEST_NAME]


def _unseen(sign: str) -> bool:
    return not sign.isspace() and unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _dates(text: str) -> Iterator[tuple[int, int, date | None]]:
    """Yield where each date begins and ends, and which it is; None where it could be more than one."""
    for found in _FIGURES.finditer(text):
        if found[2] != " ":
            yield *found.span(), _of_figures(found[1], found[3], found[4])
    for found in _SOLID.finditer(text):
        digits = found[1]
        readings = {_day(digits[:4], digits[4:6], digits[6:]), _day(digits[4:], digits[2:4], digits[:2])} - {None}
        if len(readings) == 1:
            yield *found.span(), readings.pop()
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for found in pattern.finditer(text):
            month = _MONTHS.index(found["month"][:3].lower()) + 1
            yield *found.span(), _day(found["year"], str(month), found["day"])


def _of_figures(one: str, two: str, three: str) -> date | None:
    """Return the day that three numbers name, if they name only one."""
    if len(one) == 4:
        return _day(one, two, three)
    if len(one) > 2:
        return None
    if len(three) == 4:
        readings = {_day(three, two, one), _day(three, one, two)} - {None}
    else:
        if _is_mistaken(one, two, three) or _is_mistaken(three, two, one):
            return None
        every = (_day(f"20{three:>02}", two, one), _day(f"20{three:>02}", one, two), _day(f"20{one:>02}", two, three))
        readings = {day for day in every if day is not None and day.year in _LIKELY}
    return readings.pop() if len(readings) == 1 else None


def _is_mistaken(day: str, month: str, year: str) -> bool:
    """Whether three numbers look like a day that its month does not have, such as 31-02-26: nobody knows what it is."""
    likely = int(f"20{year:>02}") in _LIKELY and 1 <= int(month) <= 12 and int(day) > 28
    return likely and int(day) <= 31 and _day(f"20{year:>02}", month, day) is None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else None


def _title(text: str) -> str:
    spaced = _TIME.sub(" ", text).replace("\0", " ").replace("_", " ").replace("+", " ")
    spaced = _BRACKETS.sub(lambda found: " " if not found[1] or _MARKS.fullmatch(found[1]) else found[0], spaced)
    if " " not in spaced.strip():
        spaced = _ENDS.sub(" ", spaced)
        spaced = spaced.replace("-", " ").replace(".", " ") if not re.search(r"\d[.\-]\d", spaced) else spaced
        spaced = _HUMPS.sub(" ", spaced)
    words = " ".join(spaced.split()).strip(" -–,.;")
    words = re.sub(r"^copy of ", "", words, flags=re.IGNORECASE)
    while _LAST.search(words):
        words = _LAST.sub("", words).rstrip(" -–,.;(")
    if _CAMERA.fullmatch(words) or _MARKS.fullmatch(words) or not any(sign.isalpha() for sign in words):
        return ""
    short = _shortened(words)
    return short[0].upper() + short[1:] if short.islower() else short


def _shortened(words: str) -> str:
    """Return whole words, as many as a title takes."""
    if len(words) <= LONGEST:
        return words
    cut = words[:LONGEST].rpartition(" ")[0]
    return (cut or words[:LONGEST]).rstrip(" -–,.;")
