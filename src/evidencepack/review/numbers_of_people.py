# SPDX-License-Identifier: MPL-2.0
"""NHS and National Insurance numbers, bank details and the like in words, however spaced and in whatever digits."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

Spot = tuple[int, int]
"""Where words stand in a text: their first character, and the one behind the last."""

_GAP = r"[ .\-\u2010-\u2015]"
_NHS = re.compile(rf"(?<![\d+£])(\d{{3}})({_GAP}?)(\d{{3}})({_GAP}?)(\d{{4}})(?!\d|[.,]\d)")
_ABROAD = re.compile(r"\+\d[\d ()\-]{0,5}$")
_NI = re.compile(
    r"(?<![\w-])(?:([A-Z]{2}) ?\d{2} ?\d{2} ?\d{2} ?[A-D]|([A-Za-z]{2}) ?\d{6} ?[A-Da-d]"
    r"|([a-z]{2}) \d{2} \d{2} \d{2} ?[a-d])(?![\w-])|"
    r"(?<![\w-])([A-Z]{2})-\d{2}-\d{2}-\d{2}-[A-D](?![\w-])"
)
_PAPERS = re.compile(
    r"\bsort[ -]?code\b[^.;\n\d]{0,12}\d{2}[ -]?\d{2}[ -]?\d{2}(?!\d)(?:[^.;\n\d]{0,25}\d{8}(?!\d))?"
    r"|(?<![\d-])\d{2}-\d{2}-\d{2}(?:,|;| and|/)? ?(?:account )?\d{8}(?!\d)"
    r"|\b(?:bank|savings|pension|current|her|his|their) account(?: (?:number|no\.?))?\b[^.;\n\d]{0,8}\d{4} ?\d{4}(?!\d)"
    r"|\bIBAN\b[^.;\n\d]{0,6}[A-Z]{2}\d{2} ?[A-Z]{4}(?: ?\d{2,4}){4,7}(?!\d)"
    r"|\b(?:her|his|their) passport(?: (?:number|no\.?))?\b[^.;\n\d]{0,6}\d{9}(?!\d)"
    r"|\bpassport (?:number|no\.?)[^.;\n\d]{0,6}\d{9}(?!\d)"
    r"|\b(?:key[- ]?safe|door|gate|alarm) (?:code|number|pin)\b[^.;\n\d]{0,12}\d{4,6}(?!\d)"
    r"|\bdriving licence\b[^.;\n]{0,12}\b[A-Z]{2,5}9{0,3}\d{6}[A-Z9]{2}\d[A-Z]{2}(?![\w-])",
    re.IGNORECASE,
)
_FIRST = frozenset("ABCEGHJKLMNOPRSTWXYZ")
_SECOND = frozenset("ABCEGHJKLMNPRSTWXYZ")
_UNUSED = frozenset({"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"})
_SOMETHING_ELSE = re.compile(
    r"\b(?:ISBN(?:-10)?|UPRN|UKPRN|CQC|provider|location|compan(?:y|ies)|charity|VAT|order|invoice|contract|licence|"
    r"certificate|registration|serial|model|account|meter)\b[^.;,\n\d]{0,18}$",
    re.IGNORECASE,
)
_SAID_SO = re.compile(r"\bNHS\b[^.;,\n\d]{0,14}$", re.IGNORECASE)
_DIGIT = re.compile("[\\d\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u24ff\u2776-\u2793]")
_TEN, _ELEVEN, _SIX, _FOUR = 10, 11, 6, 4


def folded(text: str) -> str:
    """Return a text of the same length in which every digit, dash and space is a plain one."""
    return text if text.isascii() else "".join(map(_plain, text))


def nhs_numbers(text: str) -> Iterator[Spot]:
    """Yield where a text has a number whose check digit is that of an NHS number."""
    for found in _of_nhs(text):
        if _is_valid(_digits(found)):
            yield found.span()


def nhs_like(text: str) -> Iterator[Spot]:
    """Yield where a number is spaced or announced as an NHS number is, and its check digit is wrong."""
    for found in _of_nhs(text):
        spaced = found[2] and found[2] == found[4] and found[1][0] != "0"
        if (spaced or _SAID_SO.search(text[: found.start()])) and not _is_valid(_digits(found)):
            yield found.span()


def insurance_numbers(text: str) -> Iterator[Spot]:
    """Yield where a text has a National Insurance number."""
    return (spot for spot, prefix in _of_insurance(text) if _is_given_out(prefix))


def insurance_like(text: str) -> Iterator[Spot]:
    """Yield where a text has what looks like a National Insurance number, with letters that nobody is given."""
    return (spot for spot, prefix in _of_insurance(text) if not _is_given_out(prefix))


def bank_details(text: str) -> Iterator[Spot]:
    """Yield each sort code, number of an account, a passport or a driving licence, and code of a door or key safe."""
    return (found.span() for found in _PAPERS.finditer(folded(text))) if has_digits(text, _FOUR) else iter(())


def _plain(letter: str) -> str:
    if unicodedata.category(letter) == "Nd":
        return str(unicodedata.digit(letter))
    plain = unicodedata.normalize("NFKC", letter)
    return plain if len(plain) == 1 else letter


def _of_nhs(text: str) -> Iterator[re.Match[str]]:
    for found in _NHS.finditer(folded(text)) if has_digits(text, _TEN) else ():
        before = text[: found.start()]
        if not _SOMETHING_ELSE.search(before) and not _ABROAD.search(before):
            yield found


def has_digits(text: str, number: int) -> bool:
    """Whether a text has so many digits, of whatever sort: counting them is quick, and few texts have."""
    return _digits_in(text) >= number


@lru_cache(maxsize=4096)
def _digits_in(text: str) -> int:
    return len(_DIGIT.findall(text))


def _digits(found: re.Match[str]) -> str:
    return found[1] + found[3] + found[5]


def _is_valid(digits: str) -> bool:
    """Whether the tenth digit is the check digit of the nine before (modulus 11)."""
    check = -sum(int(one) * (_TEN - at) for at, one in enumerate(digits[:9])) % _ELEVEN
    return len(set(digits)) > 1 and check == int(digits[9])


def _of_insurance(text: str) -> Iterator[tuple[Spot, str]]:
    for found in _NI.finditer(folded(text)) if has_digits(text, _SIX) else ():
        if not _SOMETHING_ELSE.search(text[: found.start()]):
            yield found.span(), next(filter(None, found.groups())).upper()


def _is_given_out(prefix: str) -> bool:
    return prefix[0] in _FIRST and prefix[1] in _SECOND and prefix not in _UNUSED
