# SPDX-License-Identifier: MPL-2.0
"""The words of review rules, read from ``resources/review``: a file for each family of rules."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from evidencepack.domain.trade import Severity
from evidencepack.library.problems import Problems
from evidencepack.library.rule_words import Panel, Phrase, RuleWords, Vocabulary, WordSort
from evidencepack.library.toml_file import read_toml
from evidencepack.library.toml_table import TomlTable

_PLACE = re.compile(r"\{[a-z]+\}")
_ID = re.compile(r"[A-Z]{2}-[0-9]{2}")
_CAPITAL = re.compile(r"(?<!\\)[A-Z]")


def read_rules(folder: Path) -> tuple[Mapping[str, RuleWords], tuple[Problems, ...]]:
    """Return the words of every rule by id, none without such a folder; and the mistakes of each file."""
    rules: dict[str, RuleWords] = {}
    files = []
    for file in sorted(folder.glob("*.toml")):
        files.append(problems := Problems(file.name))
        _read_file(file, problems, rules)
    return rules, tuple(files)


def _read_file(file: Path, problems: Problems, rules: dict[str, RuleWords]) -> None:
    top = TomlTable(read_toml(file.read_bytes(), problems), "", problems)
    for entry in top.each("rule", "id"):
        words = _read_rule(entry)
        if not _ID.fullmatch(words.id) or words.id in rules:
            entry.refuse("id", "is not two capitals, a hyphen and two digits, or is used twice")
        entry.finish()
        rules[words.id] = words
    top.finish()


def _read_rule(entry: TomlTable) -> RuleWords:
    return RuleWords(
        id=entry.text("id", needed=True),
        severity=entry.one_of("severity", Severity),
        title=entry.text("title", needed=True),
        message=_read_sentence(entry, "message", needed=True),
        help=_read_plain(entry, "help"),
        row_message=_read_sentence(entry, "row_message"),
        many=_read_sentence(entry, "many"),
        fix=entry.text("fix"),
        source=entry.text("source", needed=True),
        looks_at=entry.text("looks_at", needed=True),
        says=_read_says(entry),
        way_out=entry.text("way_out"),
        panel=entry.one_of("panel", Panel, Panel.READINESS),
        phrases=_read_phrases(entry),
        vocabulary=_read_vocabulary(entry),
    )


def _read_phrases(entry: TomlTable) -> tuple[Phrase, ...]:
    """Read the words that a rule looks for."""
    found = []
    for one in entry.each("phrase", "id"):
        words = Phrase(
            id=one.text("id", needed=True),
            words=one.text("words", needed=True),
            ask=one.text("ask"),
            answered=one.texts("answered"),
            fine=one.text("fine"),
            severity=one.one_of("severity", Severity) if one.has("severity") else None,
        )
        if _CAPITAL.search(f"{words.words} {words.fine}"):
            one.refuse("words", "is looked for in small letters, so it has none but small ones")
        one.finish()
        found.append(words)
    entry.refuse_repeats("phrase", (one.id for one in found))
    return tuple(found)


def _read_vocabulary(entry: TomlTable) -> Vocabulary:
    """Read the sorts of words that a rule looks for in whatever order, and those that weigh a sentence."""
    sorts = tuple(_read_sort(one) for one in entry.each("sort", "id"))
    entry.refuse_repeats("sort", (one.id for one in sorts))
    texts = {name: entry.text(name) for name in ("plain", "fine", "reader", "ask", "soft", "little")}
    if _CAPITAL.search("".join(texts[name] for name in ("plain", "fine", "reader", "soft"))):
        entry.refuse("plain", "is looked for in small letters, so it has none but small ones")
    return Vocabulary(sorts, **texts)


def _read_sort(one: TomlTable) -> WordSort:
    sort = WordSort(
        id=one.text("id", needed=True),
        words=one.text("words", needed=True),
        ask=one.text("ask", needed=True),
        beside=one.text("beside"),
        answered=one.texts("answered"),
        concrete=one.bound("concrete"),
        severity=one.one_of("severity", Severity) if one.has("severity") else None,
    )
    if _CAPITAL.search(f"{sort.words} {sort.beside}"):
        one.refuse("words", "is looked for in small letters, so it has none but small ones")
    one.finish()
    return sort


def _read_says(entry: TomlTable) -> Mapping[str, str]:
    """Read the other sentences of a rule, by their names."""
    says = entry.pairs("says")
    for name, text in says.items():
        _refuse_places(entry, f"says.{name}", text)
    return says


def _read_sentence(entry: TomlTable, key: str, *, needed: bool = False) -> str:
    """Read a sentence whose places are plain names in braces."""
    text = entry.text(key, needed=needed)
    _refuse_places(entry, key, text)
    return text


def _read_plain(entry: TomlTable, key: str) -> str:
    """Read words that nothing fills: the manual shows them as they are."""
    text = entry.text(key, needed=True)
    if re.search(r"[{}]", text):
        entry.refuse(key, "has no place to fill: it is shown as it stands")
    return text


def _refuse_places(entry: TomlTable, key: str, text: str) -> None:
    if re.search(r"[{}]", _PLACE.sub("", text)):
        entry.refuse(key, "a place to fill is one name in braces, such as {label}")
