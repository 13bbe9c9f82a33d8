# SPDX-License-Identifier: MPL-2.0
"""What is said of a PDF: why it is not taken (what it is, that nothing was changed, what to do), what stays behind."""

from __future__ import annotations

import re
from collections.abc import Iterable

_KEPT = "Nothing was changed."
_AGAIN = f"{_KEPT} Ask for it again, or choose another copy."
_PRINT = f"{_KEPT} Open it in a PDF viewer, print it to a new PDF, and choose that."
_SMALLER = f"{_KEPT} Save it smaller or in parts, and choose those."

EMPTY = f"This file is empty. {_AGAIN}"
NO_PDF = f"This file is not a PDF, whatever its name says. {_KEPT} Choose a PDF, a picture or a Word file."
PASSWORD = f"This PDF is locked with a password. {_KEPT} Type the password, or save a copy without one and choose that."
WRONG_PASSWORD = f"This is not the password of this PDF. {_KEPT} Try again, or ask whoever sent it."
SIGNED_AND_LOCKED = (
    f"This PDF is locked with a password and bears a digital signature, which would be lost with the lock. {_KEPT} Ask "
    "for a signed copy without a lock."
)
OTHER_LOCK = f"This PDF is locked in a way that needs the sender's own program. {_KEPT} Ask for a copy without a lock."
DAMAGED = f"This PDF is damaged: its pages cannot be read. {_AGAIN}"
NO_PAGES = f"This PDF has no pages. {_AGAIN}"
PORTFOLIO = (
    f"This PDF is a portfolio: a cover with other files in it. {_KEPT} Open it in a PDF viewer, save the files in it "
    "one by one, and choose those."
)
NEEDS_READER = (
    "This PDF is a form that only Adobe Reader can show; its one page asks you to wait. "
    f"{_KEPT} Open it there, print it to a new PDF, and choose that."
)
BOMB = f"This PDF unpacks to far more than it holds, as files made to do harm do. {_PRINT}"
HUGE_PICTURE = f"A picture in this PDF is larger than any page needs. {_PRINT}"
TANGLED = f"This PDF is put together from too many parts to be looked at. {_PRINT}"


WORDS = {
    "script": ("a script", "{} scripts"),
    "launch": ("a link that starts a program", "{} links that start programs"),
    "web": ("a link to the web (its words stay)", "{} links to the web (their words stay)"),
    "link": ("a link to another page (its words stay)", "{} links to other pages (their words stay)"),
    "other file": ("a link to another file", "{} links to other files"),
    "send": ("a button that sends or fetches data", "{} buttons that send or fetch data"),
    "other action": ("an action", "{} actions"),
    "media": ("a film, sound or model (its picture stays)", "{} films, sounds or models (their pictures stay)"),
    "attached": ("an attached file", "{} attached files"),
    "outside": ("a part that is kept in another file", "{} parts that are kept in other files"),
    "comment": ("a comment", "{} comments"),
    "field": ("a form field (what stands in it stays)", "{} form fields (what stands in them stays)"),
    "letters": (
        "the letters of one answer in a form that could not be drawn: look at it",
        "the letters of {} answers in a form that could not be drawn: look at them",
    ),
    "redaction": (
        "a mark for blacking out that was never carried out: what is below it can still be read",
        "{} marks for blacking out that were never carried out: what is below them can still be read",
    ),
    "marks": (
        "comments and fields of one page that could not be drawn: look at it",
        "comments and fields of {} pages that could not be drawn: look at them",
    ),
    "content": (
        "a part of a page that could not be read: look at it",
        "{} parts of pages that could not be read: look at them",
    ),
    "layer": ("a hidden layer", "{} hidden layers"),
    "xfa": ("a form for Adobe's programs (XFA)", ""),
    "signature": (
        "a digital signature: it holds on the file as it came",
        "{} digital signatures: they hold on the file as it came",
    ),
    "lock": ("a lock against copying or changing", ""),
    "tags": ("what it tells screen readers", ""),
    "about": ("what it says about its author, programs and dates", ""),
}
"""What is said of one, and of several, in the order in which it is said."""

_ACTING = ("script", "launch", "other file", "send", "other action", "media", "attached")
_ACTS = re.compile("|".join(re.escape(words).replace(r"\{\}", r"[\d,]+") for sort in _ACTING for words in WORDS[sort]))


def too_large(megabytes: int) -> str:
    """Return the sentence for a file of more megabytes than are looked at."""
    return f"This PDF is larger than {megabytes} MB. {_SMALLER}"


def too_many_pages(most: int) -> str:
    """Return the sentence for a file of more pages than are taken."""
    return f"This PDF has more than {most:,} pages. {_SMALLER}"


def acting(said: Iterable[str]) -> tuple[str, ...]:
    """Return what runs, opens or carries something, of what is said to stay behind of a file."""
    return tuple(one for one in said if _ACTS.fullmatch(one))
