# SPDX-License-Identifier: MPL-2.0
"""JSON from anyone, read strictly: UTF-8, of bounded size and depth, no key twice, no number that is none."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import isfinite

from evidencepack.domain.codec import Json
from evidencepack.exchange.mistakes import BadTenderFileError, Mistakes, child

MOST_BYTES = 50 * 1024 * 1024
"""The largest file that is read at all."""

DEEPEST = 12
"""How deep objects and lists may stand in one another; a tender file needs eight."""

MOST_VALUES = 1_000_000
"""How many values a file may hold, counted before it is parsed: 50 MB of ``[],`` would fill the memory."""

_LONGEST_WHOLE = 18
_SEPARATORS = (b",", b"[", b"{")


class Doubled(dict[str, Json]):
    """An object in which keys stood twice; the last value won."""

    def __init__(self, pairs: Sequence[tuple[str, Json]], twice: tuple[str, ...]) -> None:
        super().__init__(pairs)
        self.twice = twice


def parse(data: bytes, mistakes: Mistakes) -> Json:
    """Return the JSON tree of a file; keys that stand twice are noted with their path.

    Raises:
        BadTenderFileError: if it is too large, not UTF-8, not JSON, or nested too deeply to go on.
    """
    if len(data) > MOST_BYTES:
        raise _refusal(f"the file has {len(data):,} bytes; at most {MOST_BYTES:,} are read")
    # Separators inside texts count too; a tender of a million commas is none that people wrote.
    if sum(data.count(separator) for separator in _SEPARATORS) > MOST_VALUES:
        raise _refusal(f"the file holds more than {MOST_VALUES:,} values")
    if not data.strip():
        raise _refusal("the file is empty")
    tree = _loads(_decoded(data))
    for path, node, depth in _walk(tree):
        if depth > DEEPEST:
            raise _refusal(f"{path}: lists and objects stand too deeply in one another")
        _look_at(node, path, mistakes)
    return tree


def _look_at(node: Json, path: str, mistakes: Mistakes) -> None:
    """Note what is wrong with an object or list whatever it stands for."""
    for twice in node.twice if isinstance(node, Doubled) else ():
        mistakes.add(child(path, twice), "stands twice in the same object")
    for key, value in _members(node):
        if isinstance(value, float) and not isfinite(value):
            mistakes.add(child(path, key), "is no number that JSON knows, or one too large to read")


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refusal(f"the file is not text in UTF-8 (byte {error.start:,})") from None


def _loads(text: str) -> Json:
    try:
        tree: Json = json.loads(text, object_pairs_hook=_object, parse_int=_whole)
    except json.JSONDecodeError as error:
        raise _refusal(f"line {error.lineno}, column {error.colno}: this is not JSON ({error.msg})") from None
    except RecursionError:
        raise _refusal("lists and objects stand too deeply in one another") from None
    return tree


def _object(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    return Doubled(pairs, tuple(key for key, times in Counter(key for key, _ in pairs).items() if times > 1))


def _whole(digits: str) -> Json:
    """Return a whole number; one of absurd length becomes a float, which no value of a tender file is."""
    return int(digits) if len(digits) <= _LONGEST_WHOLE else float(digits)


def _walk(tree: Json) -> Iterator[tuple[str, Json, int]]:
    """Give every object and list with its path and depth."""
    waiting: list[tuple[str, Json, int]] = [("", tree, 1)]
    while waiting:
        path, node, depth = waiting.pop()
        if isinstance(node, dict | list):
            yield path, node, depth
            waiting.extend((child(path, key), value, depth + 1) for key, value in _members(node))


def _members(node: Json) -> Iterable[tuple[str | int, Json]]:
    return node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()


def _refusal(problem: str) -> BadTenderFileError:
    return BadTenderFileError([problem])
