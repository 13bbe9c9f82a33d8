# SPDX-License-Identifier: MPL-2.0
"""Words that belong on one line: a number and its unit, a month and its year, "Appendix H, page 28", a phone number.

PDF and Word tie the same words, so that their lines break at the same places. A typed "95 %" stays as it was typed and
on one line: what a person writes is read back letter by letter.
"""

from __future__ import annotations

import re
from functools import lru_cache

_KEPT = 4096

NBSP = "\u00a0"
_NUMBERED_THINGS = (
    "[Pp]ara|[Pp]arts?|Pt|Sch|[Ss]chedules?|[Cc]lauses?|[Aa]rticles?|Art|[Ss]ections?|ss?|§|[Rr]egulations?|[Rr]egs?|"
    "[Ss]pecification|[Pp]ages?|[Pp]|pp|Appendix|Annex|Table|Figure|Lot|[Ll]evel|[Ww]eek|[Vv]ersion|No|[Nn]umber|Q|ext|"
    "[Pp]athway|[Pp]hase|Stage|stage|[Ss]tep|[Tt]ier|[Bb]and|Day|Month|Year|Unit|Flat|Room|Ward|Question"
)
_MONTHS = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
_MONTHS += "Nov(?:ember)?|Dec(?:ember)?"
_NUMBER = r"£?(?:\d(?:[\d,.:]*\d)?[½¼¾⅓⅔]?|[½¼¾⅓⅔])(?:%|st|nd|rd|th|bn|[mk+])?"
_NO_UNIT = "and|or|but|to|from|by|with|is|are|was|were|at|on|the|as|for|if|when|which"
# "2nd and 4th Wednesday" in a narrow column: the day may stand on the next line.
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
# A number and the next word (not after a year), a month and its year, "para 2", "No. 5", "Appendix H", "H, page 28".
_GLUE = re.compile(
    rf"(?<![\w’'-])((?!(?:19|20)\d\d ){_NUMBER}(?= (?!(?:{_NUMBERED_THINGS}|{_NO_UNIT}) |{_DAY})[^\W\d_]|\ [%°])"
    rf"|(?:{_MONTHS}|Q\d)(?= (?:19|20)\d\d\b)|(?:{_NUMBERED_THINGS})\.?(?= (?:\d|[A-Z]\b|\())|[A-Z],(?= pages? \d)) "
)
# "£58,000 a year": the year belongs to the amount.
_EACH = re.compile(rf"(?<=[\d%mkn]{NBSP}a) (?=[a-z])")
# "4 of 5", "9 to 5", "08:00 to 20:00", "9am to 5pm".
_SMALL = r"\d{1,3}(?:[.:]\d\d?)?(?:am|pm|%)?"
_RANGE = re.compile(rf"(?<![\w.,:£-])({_SMALL})[ {NBSP}](of|to|or|in) (?={_SMALL}(?![\w.,:]*\d))")
# "020 7946 0131", "07700 900150", "+44 20 7946 0131" (Ofcom's national numbers), and the postcode "E97 2AB".
_WHOLE = re.compile(
    r"(?<![\w£.,:-])(?:(?:\+44 \(?|\(?0)\d{1,4}\)?(?: \d{3,6}){1,2}(?![\w£])|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?!\w))"
)
# What was numbered stands apart from the word behind its number: "Schedule 9 lists", "clause 3 and".
_REFERRED = re.compile(rf"(?<![\w’'-])((?:{_NUMBERED_THINGS})\.?{NBSP}\d[\d.]*){NBSP}(?=[^\W\d_])")
# "J. Smith", "Mr Ali", "St Anne’s". The space comes first: a pattern that begins with letters takes ten times as long.
_DOTTED = ("[A-Z]", "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "Rev", "Cllr", "St")
_TITLES = (*(rf"{title}\." for title in _DOTTED), *_DOTTED[1:], "Miss", "Sir", "Dame")
_TITLED = "|".join(rf"(?<=(?<![\w{NBSP}]){title} )" for title in _TITLES)
_NAMES = re.compile(rf" (?=[A-Z])(?:{_TITLED})")
# "rating: Good": the four of the Care Quality Commission.
_RATING = re.compile(r"(?<=[Rr]ating|ating:) (?=(?:Outstanding|Good|Requires|Inadequate)\b)")
# "→ Kestrel".
_ARROW = re.compile(r"(?<=[→↔]) (?=\S)")
# No line begins with the sign that stands between two things.
_BETWEEN = re.compile(r"(?<=\S) (?=[·–—] )")
_COUNTED = re.compile(r"[\d½¼¾⅓⅔]")
_COUNTED_IN_ASCII = re.compile("[0-9]")  # the same in half of the time
# What the names above begin with, and little else: where none stands, their long list of endings is not tried.
_MAYBE_NAME = re.compile(r"[A-Z](?:rs?|s|x|rof|ev|llr|t|iss|ir|ame)?\.? [A-Z]")
_MAYBE_WHOLE = re.compile(r"[A-Z\d)] \d")


# The preview ties the words of a document anew after each change of a few; a Word file has those of its pages.
@lru_cache(_KEPT)
def tie(text: str) -> str:
    """Return the text, as long as before, with a no-break space where a line must not break."""
    if " " not in text:
        return text
    counted = _COUNTED_IN_ASCII if text.isascii() else _COUNTED
    if counted.search(text) or "Appendix " in text:
        text = _numbers(text)
    if _MAYBE_NAME.search(text):
        text = _NAMES.sub(NBSP, text)
    if "ating" in text:
        text = _RATING.sub(NBSP, text)
    return text if text.isascii() else _signs(text)


def _signs(text: str) -> str:
    if "→ " in text or "↔ " in text:
        text = _ARROW.sub(NBSP, text)
    if " · " in text or " – " in text or " — " in text:
        text = _BETWEEN.sub(NBSP, text)
    return text


def _numbers(text: str) -> str:
    if _MAYBE_WHOLE.search(text):
        text = _WHOLE.sub(lambda found: found[0].replace(" ", NBSP), text)
    text = _GLUE.sub(f"\\1{NBSP}", text)
    if NBSP in text:
        text = _EACH.sub(NBSP, _REFERRED.sub(r"\1 ", text))
    return _RANGE.sub(f"\\1{NBSP}\\2{NBSP}", text)
