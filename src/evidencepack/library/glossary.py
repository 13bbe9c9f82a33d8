# SPDX-License-Identifier: MPL-2.0
"""The words of the field in plain English, read from ``resources/glossary.toml``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evidencepack.library.problems import Problems
from evidencepack.library.sentences import sentences
from evidencepack.library.toml_file import read_toml
from evidencepack.library.toml_table import TomlTable

FILE = "glossary.toml"
"""The file beside the folder of the kinds."""

_LONGEST = 2


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the field: every way it is written, the usual one first; what it means; the title of its group."""

    names: tuple[str, ...]
    meaning: str
    group: str


def read_glossary(file: Path, problems: Problems) -> tuple[Term, ...]:
    """Return the terms, group by group as the file lists them; none when there is no such file."""
    if not file.is_file():
        return ()
    top = TomlTable(read_toml(file.read_bytes(), problems), "", problems)
    groups = dict(_read_group(entry) for entry in top.each("group", "id"))
    terms = [_read_term(entry, groups) for entry in top.each("term")]
    top.refuse_repeats("names", (name.casefold() for term in terms for name in term.names))
    top.finish()
    titles = list(groups.values())
    return tuple(sorted((term for term in terms if term.group), key=lambda term: titles.index(term.group)))


def find_terms(terms: Iterable[Term], words: str) -> tuple[Term, ...]:
    """Return the terms so called; else those that the words are part of, by name or in what they mean."""
    wanted, known = words.casefold(), tuple(terms)
    called = tuple(term for term in known if wanted in (name.casefold() for name in term.names))
    return called or tuple(term for term in known if wanted in f"{' '.join(term.names)} {term.meaning}".casefold())


def _read_group(entry: TomlTable) -> tuple[str, str]:
    found = entry.name("id"), entry.text("title", needed=True)
    entry.finish()
    return found


def _read_term(entry: TomlTable, groups: dict[str, str]) -> Term:
    names, meaning, group = entry.texts("names"), entry.text("meaning", needed=True), entry.name("group")
    if not names:
        entry.refuse("names", "is missing")
    if group not in groups:
        entry.refuse("group", f"there is no group '{group}'")
    if sentences(meaning) > _LONGEST:
        entry.refuse("meaning", "is longer than two sentences")
    entry.finish()
    return Term(names, meaning, groups.get(group, ""))
