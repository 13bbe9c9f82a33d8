# SPDX-License-Identifier: MPL-2.0
"""Where a word may break over two lines: "community-/based" may, codes, surnames, addresses and file names may not.

PDF and Word break the same compounds. A soft hyphen or a space of no width lets any word break where it stands. What is
longer than a whole line breaks after the signs of addresses and file names, before it breaks between any two letters.
"""

from __future__ import annotations

import re

# After its hyphen, but not before a few letters ("drop-in").
BREAK = re.compile(r"(?<=[a-zà-ÿ]{2})[-/](?=[a-zà-ÿ]{4})")
SOFT_HYPHEN = "\u00ad"
# Where a person says that a word may break: after a soft hyphen or a space of no width.
SOFT = re.compile("(?<=[^\\s\u00ad\u200b])[\u00ad\u200b](?=[^\\s\u00ad\u200b])")
# After a sign of an address or a file name, before a letter or a digit.
SIGN = re.compile(r"(?<=[/.?&=_@:;,#+~|\\-])(?=[^\W_])")
_WHOLE = re.compile(r"[@._\d]|://")
_ADDRESS = re.compile(r"@|://")
_WORD = re.compile(r"\S+")
_HYPHEN = re.compile(r"-(?=\S)")


def may_part(word: str) -> bool:
    """Say whether a word has a hyphen or a stroke and is no code, file name or address."""
    return ("-" in word or "/" in word) and not _WHOLE.search(word)


def has_soft_break(word: str) -> bool:
    """Say whether a person let a word break at some place inside it."""
    return SOFT_HYPHEN in word or "\u200b" in word


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
