# SPDX-License-Identifier: MPL-2.0
"""The words of review rules, read from ``resources/review/rules.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from evidencepack.domain.trade import Severity
from evidencepack.library.model import RuleWords
from evidencepack.library.problems import Problems
from evidencepack.library.toml_file import read_toml
from evidencepack.library.toml_table import TomlTable

_PLACE = re.compile(r"\{[a-z]+\}")
_ID = re.compile(r"[A-Z]{2}-[0-9]{2}")


def read_rules(file: Path, problems: Problems) -> Mapping[str, RuleWords]:
    """Return the words of every rule by id; none when there is no such file."""
    if not file.is_file():
        return {}
    top = TomlTable(read_toml(file.read_bytes(), problems), "", problems)
    rules: dict[str, RuleWords] = {}
    for entry in top.each("rule", "id"):
        words = RuleWords(
            id=entry.text("id", needed=True),
            severity=entry.one_of("severity", Severity),
            title=entry.text("title", needed=True),
            message=_read_sentence(entry, "message", needed=True),
            help=entry.text("help", needed=True),
            row_message=_read_sentence(entry, "row_message", needed=False),
        )
        if not _ID.fullmatch(words.id) or words.id in rules:
            entry.refuse("id", "is not two capitals, a hyphen and two digits, or is used twice")
        entry.finish()
        rules[words.id] = words
    top.finish()
    return rules


def _read_sentence(entry: TomlTable, key: str, *, needed: bool) -> str:
    """Read a sentence whose places are plain names in braces."""
    text = entry.text(key, needed=needed)
    if re.search(r"[{}]", _PLACE.sub("", text)):
        entry.refuse(key, "a place to fill is one name in braces, such as {label}")
    return text
