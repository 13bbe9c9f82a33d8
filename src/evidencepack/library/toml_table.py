# SPDX-License-Identifier: MPL-2.0
"""Reading one TOML table strictly: every key is asked for by type, and what nobody asked for is a mistake."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import TypeVar

from evidencepack.library.problems import Problems
from evidencepack.library.vocabulary import NAME

_Word = TypeVar("_Word", bound=StrEnum)


class TomlTable:
    """One table of a file. A wrong key is noted in ``problems`` and read as empty, so that reading can go on."""

    def __init__(self, data: Mapping[str, object], place: str, problems: Problems) -> None:
        self._data = data
        self._asked: set[str] = set()
        self.place = place
        self.problems = problems

    def refuse(self, key: str, problem: str) -> None:
        """Note a mistake at a key of this table."""
        self.problems.add(f"{self.place}.{key}" if self.place else key, problem)

    def has(self, key: str) -> bool:
        """Whether the key is written."""
        return key in self._data

    def text(self, key: str, *, needed: bool = False) -> str:
        """Return the text at a key, without white space round it; empty when absent."""
        value = self._take(key, "")
        if not isinstance(value, str):
            self.refuse(key, "expected text in quotes")
            return ""
        if not value.strip() and (needed or self.has(key)):
            self.refuse(key, "is missing" if not self.has(key) else "is empty")
        return value.strip()

    def name(self, key: str) -> str:
        """Return the id at a key: lower-case letters, digits and underscores; needed."""
        value = self.text(key, needed=True)
        if value and not NAME.fullmatch(value):
            self.refuse(key, f"'{value}' is not a name (lower-case letters, digits and _ only)")
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """Return true or false."""
        value = self._take(key, default)
        if not isinstance(value, bool):
            self.refuse(key, "expected true or false")
            return default
        return value

    def whole(self, key: str) -> int:
        """Return a whole number of nought or more; nought when absent."""
        value = self._take(key, 0)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.refuse(key, "expected a whole number")
            return 0
        return value

    def bound(self, key: str) -> int | None:
        """Return a whole number, which may be below nought; None when absent."""
        value = self._take(key, None)
        if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
            self.refuse(key, "expected a whole number")
            return None
        return value

    def number(self, key: str, *, default: float = 0.0) -> float:
        """Return a number above nought, or the default."""
        value = self._take(key, default)
        if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value <= 1000:
            self.refuse(key, "expected a number between 0 and 1000")
            return default
        return float(value)

    def texts(self, key: str, *, or_one: bool = False) -> tuple[str, ...]:
        """Return a list of texts; ``or_one`` also takes a single text."""
        value = self._take(key, ())
        if or_one and isinstance(value, str):
            value = [value]
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            self.refuse(key, "expected a list of texts")
            return ()
        if len(set(value)) < len(value):
            self.refuse(key, "names the same thing twice")
        return tuple(value)

    def one_of(self, key: str, words: type[_Word], default: _Word | None = None) -> _Word:
        """Return a word of a closed list; the list's first stands in for a wrong one."""
        if default is not None and not self.has(key):
            return default
        return self.member(key, words, self.text(key, needed=True)) or next(iter(words))

    def some_of(self, key: str, words: type[_Word]) -> tuple[_Word, ...]:
        """Return words of a closed list."""
        found = (self.member(key, words, item) for item in self.texts(key))
        return tuple(word for word in found if word is not None)

    def member(self, key: str, words: type[_Word], value: str) -> _Word | None:
        """Return the word written as ``value``, or note a mistake at ``key``."""
        try:
            return words(value)
        except ValueError:
            if value:
                self.refuse(key, f"'{value}' is not known; choose from {', '.join(words)}")
            return None

    def pairs(self, key: str) -> Mapping[str, str]:
        """Return a small table of texts, such as ``answers = { purpose = "main" }``."""
        value = self._take(key, {})
        if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
            self.refuse(key, 'expected pairs such as { purpose = "main" }')
            return {}
        return value

    def inner(self, key: str) -> Mapping[str, object]:
        """Return a table inside this one as it is, for keys that only its reader knows; empty when absent."""
        value = self._take(key, {})
        if not isinstance(value, dict):
            self.refuse(key, f"expected a table: [{self.place.split()[0] or 'table'}.{key}]")
            return {}
        return value

    def each(self, key: str, *named: str) -> tuple[TomlTable, ...]:
        """Return the tables ``[[key]]``, each with a place that names it by its keys ``named``."""
        value = self._take(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.refuse(key, f"expected tables that begin with [[{key}]]")
            return ()
        return tuple(
            TomlTable(item, f"{key} {_naming(item, named) or position}", self.problems)
            for position, item in enumerate(value, start=1)
        )

    def refuse_repeats(self, what: str, names: Iterable[str]) -> None:
        """Note every name that stands more than once among the entries ``what``."""
        for name, times in Counter(names).items():
            if times > 1:
                self.refuse(f"{what} {name}", f"is there {times} times; ids and keys are used once")

    def finish(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._data:
            if key not in self._asked:
                self.refuse(str(key), f"is not a known key; choose from {', '.join(sorted(self._asked))}")

    def _take(self, key: str, default: object) -> object:
        self._asked.add(key)
        return self._data.get(key, default)


def _naming(data: Mapping[str, object], keys: Sequence[str]) -> str:
    return ".".join(str(data[key]) for key in keys if key in data)
