# SPDX-License-Identifier: MPL-2.0
"""Words that belong on one line: a number and its unit, a month and its year, "Appendix H, page 28", a phone number.

PDF and Word tie the same words, so that their lines break at the same places.
"""

from __future__ import annotations

import re

NBSP = "\u00a0"
_NUMBERED_THINGS = (
    "[Pp]ara|[Pp]arts?|Pt|Sch|[Ss]chedules?|[Cc]lauses?|[Aa]rticles?|Art|[Ss]ections?|[Rr]egulation|[Ss]pecification|[Pp]ages?|[Pp]|pp|"
    "Appendix|Annex|Table|Figure|Lot|[Ll]evel|[Ww]eek|[Vv]ersion|No|Q"
)
_MONTHS = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
_MONTHS += "Nov(?:ember)?|Dec(?:ember)?"
# A number and the next word (not after a year), a month and its year, "para 2", "Appendix H", "H, page 28".
_GLUE = re.compile(
    rf"(?<![\w-])((?!(?:19|20)\d\d )£?\d(?:[\d,.:]*\d)?%?(?= (?!(?:{_NUMBERED_THINGS}) )[^\W\d_]|\ %)"
    rf"|(?:{_MONTHS})(?= \d{{4}}\b)|(?:{_NUMBERED_THINGS})(?= (?:\d|[A-Z]\b|\())|[A-Z],(?= pages? \d)) "
)
# "020 7946 0131", "07700 900150", "+44 20 7946 0131" (Ofcom's national numbers), and the postcode "E97 2AB".
_WHOLE = re.compile(
    r"(?<![\w£.,:-])(?:(?:\+44 |0)\d{1,4}(?: \d{3,6}){1,2}(?![\w£])|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?!\w))"
)
# What was numbered stands apart from the word behind its number: "Schedule 9 lists", "clause 3 and".
_REFERRED = re.compile(rf"((?:{_NUMBERED_THINGS}){NBSP}\d[\d.]*){NBSP}(?=[^\W\d_])")
_WORTH_IT = re.compile(r"[\d→↔]")
_MAYBE_WHOLE = re.compile(r"[A-Z\d] \d")
_ARROW = re.compile(r"(?<=[→↔]) (?=\S)")


def tie(text: str) -> str:
    """Return the text, as long as before, with a no-break space where a line must not break."""
    if not _WORTH_IT.search(text) and "Appendix " not in text:
        return text
    if _MAYBE_WHOLE.search(text):
        text = _WHOLE.sub(lambda found: found[0].replace(" ", NBSP), text)
    return _ARROW.sub(NBSP, _REFERRED.sub(r"\1 ", _GLUE.sub(f"\\1{NBSP}", text)))
