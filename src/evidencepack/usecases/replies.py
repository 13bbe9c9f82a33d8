# SPDX-License-Identifier: MPL-2.0
"""What a partner did to a Word file: read only, nothing is taken over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from evidencepack.exchange.replies.guarded import compare_files
from evidencepack.exchange.replies.report import Comparison, Standing, Unread
from evidencepack.guard.word_zip import MOST_BYTES
from evidencepack.usecases.reading_files import read_file
from evidencepack.usecases.reply_names import last_saved, place_of

NOT_COMPARED: Final = (
    "Not compared: fonts, sizes, colours, bold, italics, spacing, page breaks and the looks of tables; contents lists "
    "and page numbers, which programs work out; small differences of pictures, which programs make."
)
"""What a report cannot tell, always said with it."""

_MOST_NAMED: Final = 12

_STANDINGS = {
    Standing.OTHER_VERSION: (
        "The second file was made from another version than the first: {document}; the first is {sent}. Answers are "
        "compared with what they said there; other words are not. Name the file that you sent to compare all of it."
    ),
    Standing.OTHER_EXPORT: (
        "The second file was made from another export of {document} than the first. Answers are compared with what "
        "they said there; other words are not. Name the file that you sent to compare all of it."
    ),
    Standing.OTHER_DOCUMENT: (
        "The second file is another document: {document}. The first is {sent}. Nothing was compared. Name the file "
        "that you sent for this one."
    ),
    Standing.OTHER_TENDER: (
        "The second file is of another tender: {document}. The first is {sent}. Nothing was compared. Name the file "
        "that you sent for this one."
    ),
    Standing.SWAPPED: (
        "The two files are the wrong way round: the first was changed after it was made, and the second was not. "
        "Nothing was compared. Name the file that you sent first, and the one that came back second."
    ),
    Standing.UNRELATED: (
        "The second file is no copy of the first: it has none of its answers, and hardly any of its lines. Nothing was "
        "compared. Name the file that came back."
    ),
    Standing.EMPTY: "The second file has no words in it. Nothing was compared. Ask for it again.",
    Standing.ALTERED: (
        "The second file says that it was made from the first, but its list of answers was altered. It was compared "
        "with the first file itself."
    ),
    Standing.UNMARKED: (
        "The second file no longer says which document it is: a program dropped that. It was compared all the same."
    ),
}


def compare_reply(sent: Path, back: Path) -> Comparison:
    """Return what differs in the Word file that came back from the one that was sent.

    Raises:
        UnreadableFileError: if a file cannot be read.
        GuardError: if one is no Word file that can be compared.
    """
    return compare_files(read_file(back, most=MOST_BYTES), read_file(sent, most=MOST_BYTES))


def unread_sentence(comparison: Comparison) -> str:
    """Return what came that nobody here can read, and where; empty if there is nothing of that sort."""
    if not comparison.unread:
        return ""
    shown = [_unread(one) for one in comparison.unread[:_MOST_NAMED]]
    more = len(comparison.unread) - len(shown)
    said = "; ".join([*shown, *([f"and {more:,} more"] if more else [])])
    return f"The file also holds things this cannot read: {said}. Look at them in Word."


def _unread(thing: Unread) -> str:
    place = place_of(thing.where)
    times = f", {thing.number:,} times" if thing.number > 1 else ""
    return f"{thing.sort}{times}{f' ({place})' if place else ''}"


def standing_sentences(comparison: Comparison) -> Iterator[str]:
    """Yield what a person has to know before they read what was changed."""
    if comparison.standing in _STANDINGS:
        named = {"document": comparison.document or "it does not say which", "sent": comparison.sent}
        yield _STANDINGS[comparison.standing].format(**named)
    if not comparison.standing.is_compared:
        return
    saved = last_saved(comparison.saved_by, comparison.saved_at)
    if not comparison.is_unchanged:
        last = f" What came back says that it was last saved by {saved}." if saved else ""
        yield f"You sent {comparison.sent}.{last}"
    if comparison.touched:
        yield (
            f"The first file is not as this program made it: {comparison.touched:,} of its answers were changed since. "
            "It is taken as it is."
        )
    if comparison.lost_its_markers:
        yield (
            "This copy lost its field markers, so answers may be told wrongly. Put both files side by side and look "
            "for yourself. Ask for a copy saved by Word, or by LibreOffice."
        )
