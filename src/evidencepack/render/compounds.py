# SPDX-License-Identifier: MPL-2.0
"""Where a compound may break over two lines: "community-/based" may, codes, surnames, addresses and file names may not.

PDF and Word break the same compounds.
"""

from __future__ import annotations

import re

# After its hyphen, but not before a few letters ("drop-in").
BREAK = re.compile(r"(?<=[a-zà-ÿ]{2})[-/](?=[a-zà-ÿ]{4})")
_WHOLE = re.compile(r"[@._\d]|://")
_ADDRESS = re.compile(r"@|://")
_WORD = re.compile(r"\S+")
_HYPHEN = re.compile(r"-(?=\S)")


def may_part(word: str) -> bool:
    """Say whether a word has a hyphen or a stroke and is no code, file name or address."""
    return ("-" in word or "/" in word) and not _WHOLE.search(word)


def held(text: str) -> list[str]:
    """Return the parts of a text between the hyphens at which no line may break.

    Addresses count as one part with their hyphens: people copy them, and a hyphen that holds is another character.
    """
    if "-" not in text:
        return [text]
    parts, start = [], 0
    for word in _WORD.finditer(text):
        if "-" not in word[0] or _ADDRESS.search(word[0]):
            continue
        breaks = {found.start() for found in BREAK.finditer(word[0])} if may_part(word[0]) else set()
        for hyphen in _HYPHEN.finditer(word[0]):
            if hyphen.start() not in breaks:
                parts.append(text[start : word.start() + hyphen.start()])
                start = word.start() + hyphen.end()
    return [*parts, text[start:]]
