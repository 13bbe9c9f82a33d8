# SPDX-License-Identifier: MPL-2.0
"""Files as they were written, opened once more: pages, words by what they are, sizes, margins, fonts, first words.

What we wrote is read here; anything that came from outside is read in a child process with limits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from evidencepack.guard.child import limited
from evidencepack.guard.faults import GuardError, StoppedError

NOT_READ = "it could not be opened again"

_SECONDS, _SECONDS_A_MEGABYTE, _MEGABYTES, _MEGABYTES_A_MEGABYTE = 20.0, 4.0, 512, 24
_MEGABYTE = 1024 * 1024
_READ = frozenset({"pdf", "docx"})
_BEYOND_LATIN = "\u0250"
BODY = "body"
"""The sort of words that are nothing else."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file holds. ``pages`` 0 and ``words`` None where that cannot be told of its sort.

    ``words`` are counts by sort, for each page of a PDF or each document of a Word file. ``sizes`` are letters by sort
    and size in points. ``edge`` is how far text stays from the edge, in points (0: not known). ``trouble`` is why it
    could not be read; empty if it could. ``scans`` are pages without text. ``is_foreign``: it came from outside, and
    its words are not told apart by what they are.
    """

    pages: int = 0
    words: tuple[Mapping[str, int], ...] | None = None
    sizes: Mapping[str, Mapping[float, int]] = field(default_factory=dict)
    edge: float = 0.0
    fonts: tuple[str, ...] = ()
    first: str = ""
    trouble: str = ""
    scans: int = 0
    is_foreign: bool = False


NOT_SEEN = Seen()
"""What is known of a file that nobody has looked into."""


def read_own(ending: str, data: bytes) -> Seen:
    """Return what a file holds that we wrote ourselves just now."""
    return _seen(_look(ending, data)) if ending in _READ else NOT_SEEN


def read_foreign(files: Sequence[tuple[str, bytes]]) -> list[Seen]:
    """Return what each file holds; files are given by their ending ("pdf") and their bytes, and read in one child.

    Raises:
        StoppedError: the person went on to something else meanwhile.
    """
    asked = [(ending, data) for ending, data in files if ending in _READ]
    found = iter(_ask(asked) if asked else [])
    return [next(found) if ending in _READ else NOT_SEEN for ending, _ in files]


def of_others(seen: Seen) -> Seen:
    """Return what can be relied on of a file from outside: what is seen on its pages, not what it says of them.

    Of its first words only those stay that we can print.
    """
    first = " ".join(word for word in seen.first.split() if max(word) < _BEYOND_LATIN)
    words = None if seen.words is None else tuple({BODY: sum(one.values())} for one in seen.words)
    return replace(seen, words=words, fonts=(), first=first, is_foreign=True)


def with_others(own: Seen, whole: Seen) -> Seen:
    """Return what a bundle of ours holds, with the words on pages from outside, which have no structure of ours.

    Args:
        own: the bundle as our own file.
        whole: the bundle as a file from outside: all that can be read on its pages.
    """
    if own.words is None or whole.words is None or len(own.words) != len(whole.words):
        return own
    both = zip(own.words, whole.words, strict=True)
    words = tuple({**ours, BODY: ours.get(BODY, 0) + max(0, _sum(all_) - _sum(ours))} for ours, all_ in both)
    return replace(own, words=words, scans=whole.scans)


def _sum(words: Mapping[str, int]) -> int:
    return sum(words.values())


def _ask(files: Sequence[tuple[str, bytes]]) -> list[Seen]:
    whole = b"".join(data for _, data in files)
    megabytes = len(whole) // _MEGABYTE + 1
    parts = [(ending, len(data)) for ending, data in files]
    seconds, memory = _SECONDS + _SECONDS_A_MEGABYTE * megabytes, _MEGABYTES + _MEGABYTES_A_MEGABYTE * megabytes
    try:
        answer = limited(look, whole, parts, seconds=seconds, megabytes=memory)
    except StoppedError:
        raise
    except GuardError:
        # One of them broke the child: each alone, so that the others are known.
        return [Seen(trouble=NOT_READ)] if len(files) == 1 else [one for file in files for one in _ask([file])]
    return [_seen(one) for one in answer]


def look(data: bytes, parts: Sequence[tuple[str, int]]) -> list[dict[str, Any]]:
    """Read files that stand one behind the other, by ending and length; called in the child."""
    answers, at = [], 0
    for ending, size in parts:
        answers.append(_look_at_foreign(ending, data[at : at + size]))
        at += size
    return answers


def _look(ending: str, data: bytes) -> dict[str, Any]:
    import pikepdf

    from evidencepack.pack.slots.pdf_words import read_pdf
    from evidencepack.pack.slots.word_words import read_word

    try:
        return read_pdf(data) if ending == "pdf" else read_word(data)
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError):
        # All that the readers make of a file that is not what its ending says.
        return {"trouble": NOT_READ}


def _look_at_foreign(ending: str, data: bytes) -> dict[str, Any]:
    import pypdfium2

    from evidencepack.pack.slots.foreign_pdf import read_foreign_pdf

    try:
        return read_foreign_pdf(data) if ending == "pdf" else _look(ending, data)
    except (pypdfium2.PdfiumError, ValueError, TypeError, RuntimeError):
        return {"trouble": NOT_READ}


def _seen(answer: Mapping[str, Any]) -> Seen:
    words, sizes = answer.get("words"), answer.get("sizes", {})
    return Seen(
        int(answer.get("pages", 0)),
        tuple({str(sort): int(count) for sort, count in one.items()} for one in words) if words is not None else None,
        {str(sort): {float(size): int(count) for size, count in one.items()} for sort, one in sizes.items()},
        float(answer.get("edge", 0.0)),
        tuple(map(str, answer.get("fonts", ()))),
        str(answer.get("first", "")),
        str(answer.get("trouble", "")),
        int(answer.get("scans", 0)),
    )
