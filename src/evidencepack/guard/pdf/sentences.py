# SPDX-License-Identifier: MPL-2.0
"""Why a file is not taken as a PDF, in words: what it is, that nothing was changed, what to do."""

from __future__ import annotations

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


def too_large(megabytes: int) -> str:
    """Return the sentence for a file of more megabytes than are looked at."""
    return f"This PDF is larger than {megabytes} MB. {_SMALLER}"


def too_many_pages(most: int) -> str:
    """Return the sentence for a file of more pages than are taken."""
    return f"This PDF has more than {most:,} pages. {_SMALLER}"
