# SPDX-License-Identifier: MPL-2.0
"""Spelling as a tender needs it: its own names are known, and a person has words of their own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from evidencepack.domain.record import Facts
from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field, Library
from evidencepack.library.spelling.reading import read_speller, words_of
from evidencepack.library.spelling.speller import Speller
from evidencepack.paths.faults import CannotWriteError
from evidencepack.paths.files import write_atomically
from evidencepack.paths.resources import resource

_PROPER = frozenset({"name", "address", "postcode", "area", "town", "council", "place"})
"""Parts of a field's id that say that names are typed there."""

_CODED = frozenset({"no", "id", "ref", "phone", "email", "version", "code", "pattern", "colour", "script", "typeface"})
"""Parts of a field's id that say that what is typed there is no prose."""

_BROKEN = "Your own words cannot be read, so they are marked for now. The file is left as it is."

_NOT_ADDED = (
    "The word is known until you close the window, but not kept: {file} cannot be read. "
    "It is left as it is. Rename it, and add the word again."
)


def load_speller(library: Library) -> Speller:
    """Return what knows the words that come with the program.

    Raises:
        MissingResourceError: if the dictionary is not there.
        OSError: if it cannot be read.
    """
    return read_speller(resource("dictionaries"), library)


def is_prose(field: Field) -> bool:
    """Whether sentences are typed into a field, and not a name, a number or a code."""
    if field.type is FieldType.LONG_TEXT:
        return True
    return field.type is FieldType.TEXT and not (_PROPER | _CODED) & set(field.id.split("_"))


def names_in(facts: Facts, library: Library) -> frozenset[str]:
    """Return the words of every name that the tender has, in small letters: organisations, people, places, systems."""
    texts = (
        answer
        for record in facts.records.values()
        if record.kind in library.kinds
        for name, answer in record.answers.items()
        if isinstance(answer, str) and _is_name(library.kinds[record.kind].fields.get(name))
    )
    return frozenset(word.casefold() for word in words_of(texts) if any(letter.isupper() for letter in word))


def read_own_words(file: Path) -> tuple[tuple[str, ...], str]:
    """Return a person's own words in the order of the alphabet, and a sentence if their file cannot be read."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return (), ""
    except (OSError, UnicodeDecodeError):
        return (), _BROKEN
    return _sorted(lines), ""


def write_own_words(file: Path, words: Iterable[str]) -> tuple[str, ...]:
    """Keep a person's own words, one a line, and return them as they are kept.

    Raises:
        CannotWriteError: the file is as it was before; so is one that cannot be read, which may hold words.
    """
    if read_own_words(file)[1]:
        raise CannotWriteError(_NOT_ADDED.format(file=file))
    kept = _sorted(words)
    write_atomically(file, "".join(f"{word}\n" for word in kept).encode())
    return kept


def _is_name(field: Field | None) -> bool:
    return field is not None and field.type is FieldType.TEXT and bool(_PROPER & set(field.id.split("_")))


def _sorted(words: Iterable[str]) -> tuple[str, ...]:
    plain = {word.strip().replace("’", "'") for word in words}
    return tuple(sorted(plain - {""}, key=lambda word: (word.casefold(), word)))
