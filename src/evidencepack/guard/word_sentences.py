# SPDX-License-Identifier: MPL-2.0
"""Why a file is not read as a Word file, in words: what it is, that nothing was changed, what to do."""

from __future__ import annotations

KEPT = "Nothing was changed."
_RESAVE = f"{KEPT} Open it in Word or LibreOffice, save it as a Word document (.docx), and choose that."
_AGAIN = f"{KEPT} Ask for it again, or choose another copy."
_SMALLER = f"{KEPT} Open it in Word, take out what is large, save it, and choose that."
_ODD = f"{KEPT} Word does not write files like this. Ask whoever sent it how it was made, or use another file."

EMPTY = f"This file is empty. {_AGAIN}"
OLD = f"This is an old Word file (.doc), whatever its name says. {_RESAVE}"
OLD_OTHER = f"This is an old Office file, not a Word document. {_RESAVE}"
PASSWORD = (
    f"This file is locked with a password, so it cannot be read. {KEPT} Open it in Word, take the password away under "
    "File, Info, save it, and choose that."
)
PDF = f"This is a PDF, not a Word file. {KEPT} Choose the Word file (.docx) that it was made from."
RTF = f"This is a Rich Text file (.rtf), not a Word document. {_RESAVE}"
WEB_PAGE = f"This is a web page, not a Word document. {_RESAVE}"
FLAT = f"This is a Word file saved as one XML text. {_RESAVE}"
OPEN_DOCUMENT = f"This is an OpenDocument file (.odt or the like), not a Word document. {_RESAVE}"
WORKBOOK = f"This is an Excel workbook, not a Word document. {KEPT} Choose a Word file (.docx)."
SLIDES = f"This is a PowerPoint presentation, not a Word document. {KEPT} Choose a Word file (.docx)."
NOT_WORD = f"This file is not a Word document. {KEPT} Choose a Word file (.docx)."
STRICT = (
    f"This Word file was saved as “Strict Open XML”, which cannot be read here. {KEPT} Open it in Word, save it as "
    "“Word document (.docx)”, and choose that."
)
MACROS = (
    f"This Word file has macros: small programs that could do harm. {KEPT} Open it in Word, save it as “Word document "
    "(.docx)” or “Word template (.dotx)”, which have none, and choose that."
)
BREAKS_OFF = f"This Word file breaks off: its end is missing. {_AGAIN}"
DAMAGED = f"This Word file is damaged: it cannot be read to its end. {_AGAIN}"
INCOMPLETE = f"This Word file is not whole: its text is missing. {_AGAIN}"
LOCKED_PARTS = f"Parts of this Word file are locked. {_ODD}"
PACKED_ODDLY = f"This Word file is packed in a way that is not read here. {_ODD}"
SAME_NAMES = f"Two parts of this Word file have the same name. {_ODD}"
BAD_NAMES = f"A part of this Word file has a name that points out of the file. {_ODD}"
DEFINES_WORDS = f"This Word file brings definitions of its own (a DTD), as files made to do harm do. {_ODD}"
UNTRUE_SIZES = f"A part of this Word file is larger than it says. {_ODD}"
BOMB = f"This Word file unpacks to far more than it holds, as files made to do harm do. {_ODD}"
TOO_DEEP = f"Parts of this Word file stand too deep in one another. {_ODD}"


def too_large(megabytes: int) -> str:
    """Return the sentence for a file of more megabytes than are looked at."""
    return f"This file is larger than {megabytes} MB. {_SMALLER}"


def unpacks_too_large(megabytes: int) -> str:
    """Return the sentence for a file that holds more megabytes than are looked at."""
    return f"This Word file holds more than {megabytes} MB. {_SMALLER}"


def too_many_parts(most: int) -> str:
    """Return the sentence for a file of too many parts."""
    return f"This Word file has more than {most:,} parts. {_SMALLER}"


def too_long() -> str:
    """Return the sentence for a file with more text and tables than are read."""
    return f"This Word file is too long to be read here. {KEPT} Split it into several files, or use a shorter one."


def unreadable(part: str) -> str:
    """Return the sentence for a part that is not written as it must be."""
    return f"This Word file is damaged: its part “{part}” cannot be read. {_AGAIN}"
