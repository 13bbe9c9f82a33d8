# SPDX-License-Identifier: MPL-2.0
"""The nations, and what each calls its laws, regulators and schemes: read from ``resources/nations.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Nation
from evidencepack.library.problems import Problems
from evidencepack.library.toml_file import read_toml
from evidencepack.library.toml_table import TomlTable
from evidencepack.library.vocabulary import LAW_TERMS

_ENACTED = r"(?:Act|Measure|Order|Regulations)(?: \d{4})?"

NATION = "nation"
"""The field of a tender that says in which nation its service is."""


@dataclass(frozen=True, slots=True)
class NationNames:
    """One nation: its own name, and what it calls each thing in ``LAW_TERMS``; empty where it has none.

    ``unchecked`` are the things whose name nobody has looked up yet; ``also`` are other names that people write,
    such as CQC.
    """

    name: str
    law: Mapping[str, str] = field(default_factory=dict)
    unchecked: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()

    def names(self) -> frozenset[str]:
        """Return all that is a name, without its article: what has a capital letter, as "the council" has not."""
        said = {words.removeprefix("the ") for words in self.law.values()} | self.also
        return frozenset(name for name in said if any(letter.isupper() for letter in name))


def read_nations(file: Path, problems: Problems) -> Mapping[Nation, NationNames]:
    """Return every nation's names; none when there is no such file."""
    if not file.is_file():
        return {}
    top = TomlTable(read_toml(file.read_bytes(), problems), "", problems)
    names = {entry.one_of("id", Nation): _read_nation(entry) for entry in top.each("nation", "id")}
    laws: dict[Nation, dict[str, str]] = {nation: {} for nation in Nation}
    unchecked: dict[Nation, set[str]] = {nation: set() for nation in Nation}
    others: dict[Nation, set[str]] = {nation: set() for nation in Nation}
    for entry in top.each("name", "term"):
        term, words, checked = _read_name(entry)
        also = entry.texts("also")
        for nation in entry.some_of("nations", Nation):
            if term in laws[nation]:
                entry.refuse("nations", f"{nation.value} has a name for '{term}' already")
            laws[nation][term] = words
            others[nation].update(also)
            if not checked:
                unchecked[nation].add(term)
        entry.finish()
    top.finish()
    _refuse_gaps(top, laws, names)
    return {
        nation: NationNames(name, laws[nation], frozenset(unchecked[nation]), frozenset(others[nation]))
        for nation, name in names.items()
    }


def names_of_others(nations: Mapping[Nation, NationNames], nation: Nation) -> frozenset[str]:
    """Return the names of laws, regulators and schemes that other nations have and this one has not."""
    own = nations[nation].names() if nation in nations else frozenset()
    others = frozenset(name for one in nations.values() for name in one.names())
    return frozenset(name for name in others if not any(name in mine for mine in own))


def names_keys(nations: Mapping[Nation, NationNames], nation: Nation) -> frozenset[str]:
    """Return a word of each name that ``names_pattern`` finds: where none of them stands, it finds nothing.

    The words are folded as ``str.casefold`` does. For an Act that no list has it is a word of its nation.
    """
    elsewhere = [one.name for key, one in nations.items() if key is not nation]
    names = (*names_of_others(nations, nation), *elsewhere)
    return frozenset(max(re.findall(r"\w+", name.casefold()), key=len, default="") for name in names)


def names_pattern(nations: Mapping[Nation, NationNames], nation: Nation) -> re.Pattern[str] | None:
    """Return what finds a law, a regulator or a scheme of another nation in words; None where no names are known.

    Names of three words and more are found in capitals or not, shorter ones as they stand. An Act of another nation is
    found by the nation in its title too, also one that no list has.
    """
    if not nations:
        return None
    found = sorted(names_of_others(nations, nation), key=len, reverse=True)
    words = [f"(?i:{re.escape(name)})" if name.count(" ") > 1 else re.escape(name) for name in found]
    elsewhere = "|".join(one.name for key, one in nations.items() if key is not nation)
    words.append(rf"[A-Z][\w’-]*(?: (?:and|for|of|[A-Z(][\w’()-]*))* \((?:{elsewhere})\) {_ENACTED}")
    # One look behind for all of them: a place inside a word is then left at once.
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")


def nation_of(facts: Facts) -> Nation:
    """Return the nation of a tender's service; England until somebody says."""
    tender = facts.get(facts.tender)
    said = tender.answers.get(NATION) if tender else None
    return Nation(said) if isinstance(said, str) and said in set(Nation) else Nation.ENGLAND


def _read_nation(entry: TomlTable) -> str:
    name = entry.text("name", needed=True)
    entry.finish()
    return name


def _read_name(entry: TomlTable) -> tuple[str, str, bool]:
    term = entry.name("term")
    if term and term not in LAW_TERMS:
        entry.refuse("term", f"'{term}' is not known; choose from {', '.join(sorted(LAW_TERMS))}")
    entry.text("source", needed=True)
    return term, entry.text("words"), entry.flag("checked")


def _refuse_gaps(top: TomlTable, laws: Mapping[Nation, Mapping[str, str]], names: Mapping[Nation, str]) -> None:
    for nation in Nation:
        if nation not in names:
            top.refuse("nation", f"{nation.value} is missing")
        if gaps := sorted(LAW_TERMS - set(laws[nation])):
            top.refuse("name", f"{nation.value} has no name for {', '.join(gaps)}")
