# SPDX-License-Identifier: MPL-2.0
"""A long list of words that is used as it lies in its file: nothing is unpacked before a word is looked up."""

from __future__ import annotations

from collections.abc import Iterator

_SLICE = 1 << 15


class WordList:
    """Words in the order of their bytes (UTF-8), one a line."""

    def __init__(self, data: bytes) -> None:
        self._data = data if data.endswith(b"\n") else data + b"\n"

    def __contains__(self, word: object) -> bool:
        """Whether a word stands in the list, letter by letter; found by halving."""
        if not isinstance(word, str) or not word:
            return False
        data, wanted = self._data, word.encode()
        low, high = 0, len(data)
        while low < high:
            start = data.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = data.find(b"\n", start)
            line = data[start:end]
            if line == wanted:
                return True
            if line < wanted:
                low = end + 1
            else:
                high = start
        return False

    def __iter__(self) -> Iterator[str]:
        """Go through the words in small helpings, so that no other thread has to wait for the whole list."""
        at = 0
        while at < len(self._data):
            end = self._data.find(b"\n", at + _SLICE) + 1 or len(self._data)
            yield from self._data[at:end].decode().split()
            at = end
