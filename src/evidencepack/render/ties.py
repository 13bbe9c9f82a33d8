# SPDX-License-Identifier: MPL-2.0
"""Words that belong on one line: a number and its unit, a month and its year, "Appendix H, page 28".

PDF and Word tie the same words, so that their lines break at the same places.
"""

from __future__ import annotations

import re

NBSP = "\u00a0"
_NUMBERED_THINGS = (
    "[Pp]ara|[Pp]arts?|Pt|Sch|[Ss]chedules?|[Cc]lauses?|[Aa]rticles?|Art|[Ss]ections?|[Rr]egulation|[Pp]ages?|[Pp]|pp|"
    "Appendix|Annex|Table|Figure|Lot|[Ll]evel|[Ww]eek|[Vv]ersion|No|Q"
)
_MONTHS = "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
_MONTHS += "Nov(?:ember)?|Dec(?:ember)?"
# A number and the next word (not after a year), a month and its year, "para 2", "Appendix H", "H, page 28".
_GLUE = re.compile(
    rf"(?<![\w-])((?!(?:19|20)\d\d )£?\d(?:[\d,.:]*\d)?%?(?= (?!(?:{_NUMBERED_THINGS}) )[^\W\d_]|\ %)"
    rf"|(?:{_MONTHS})(?= \d{{4}}\b)|(?:{_NUMBERED_THINGS})(?= (?:\d|[A-Z]\b|\())|[A-Z],(?= pages? \d)) "
)
_WORTH_IT = re.compile(r"\d|Appendix ")


def tie(text: str) -> str:
    """Return the text, as long as before, with a no-break space where a line must not break."""
    return _GLUE.sub(f"\\1{NBSP}", text) if _WORTH_IT.search(text) else text
