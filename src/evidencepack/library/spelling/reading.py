# SPDX-License-Identifier: MPL-2.0
"""Reads the dictionary and the words of the field out of ``resources/dictionaries``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from evidencepack.library.model import Library
from evidencepack.library.spelling.speller import Speller
from evidencepack.library.spelling.word_list import WordList

_WORD = re.compile(r"[^\W\d_]+(?:['\-][^\W\d_]+)*")


def read_speller(folder: Path, library: Library) -> Speller:
    """Return what knows the words of the dictionary, of the field, of the glossary, and the names of laws.

    Raises:
        OSError: if a file of the folder cannot be read.
    """
    lines = _lines(folder / "care.txt")
    fronts = {line.removesuffix("-") for line in lines if line.endswith("-")}
    care = {line for line in lines if not line.endswith("-")}
    return Speller(
        WordList((folder / "words.txt").read_bytes()),
        care=frozenset(care | set(words_of(_terms(library)))),
        fronts=frozenset(fronts),
        unoffered=frozenset(_lines(folder / "unoffered.txt")),
        common={word: at for at, word in enumerate(_lines(folder / "common.txt"))},
        sounds=tuple(_sounds(folder / "index.aff")),
    )


def words_of(texts: Iterable[str]) -> Iterator[str]:
    """Yield every word of some texts: those with hyphens whole, and their parts."""
    for text in texts:
        for word in _WORD.findall(text.replace("’", "'")):
            yield word.removesuffix("'s")
            yield from word.split("-")


def _terms(library: Library) -> Iterator[str]:
    for term in library.glossary:
        yield from term.names
    for nation in library.nations.values():
        yield nation.name
        yield from nation.names()


def _lines(file: Path) -> list[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _sounds(rules: Path) -> Iterator[tuple[str, str]]:
    for line in _lines(rules):
        match line.split():
            case ["REP", heard, meant]:
                yield heard, meant.replace("_", " ")
