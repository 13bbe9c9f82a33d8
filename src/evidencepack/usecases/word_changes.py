# SPDX-License-Identifier: MPL-2.0
"""Two texts word by word: what stayed, what was taken out of the old one, what was added in the new one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\w+(?:[-'’.,]\w+)*|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words of a text; ``changed`` ones are in this text and not in the other."""

    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class WordChanges:
    """The old and the new text, each in passages that together are all of it."""

    old: tuple[Passage, ...]
    new: tuple[Passage, ...]


def word_changes(old: str, new: str) -> WordChanges:
    """Compare two texts word by word. Figures such as 1,200 and 9.30 are words; so is each mark and each space."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return WordChanges(
        tuple(_joined(before, [(start, end, tag != "equal") for tag, start, end, _, _ in blocks])),
        tuple(_joined(after, [(start, end, tag != "equal") for tag, _, _, start, end in blocks])),
    )


def _joined(words: Sequence[str], blocks: Sequence[tuple[int, int, bool]]) -> Iterator[Passage]:
    """Yield passages; a space alone between two changed ones is changed with them, so that they read as one."""
    passages = [Passage("".join(words[start:end]), changed) for start, end, changed in blocks if end > start]
    pending: Passage | None = None
    for at, passage in enumerate(passages):
        between = passage.text.isspace() and 0 < at < len(passages) - 1 and passages[at - 1].changed
        now = Passage(passage.text, passage.changed or (between and passages[at + 1].changed))
        if pending is not None and pending.changed == now.changed:
            pending = Passage(pending.text + now.text, now.changed)
            continue
        if pending is not None:
            yield pending
        pending = now
    if pending is not None:
        yield pending
