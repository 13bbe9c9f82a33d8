# SPDX-License-Identifier: MPL-2.0
"""Words come to the screen through Qt's translation, so that another language can follow."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from evidencepack.ui import words as words_module
from evidencepack.ui.words import CONTEXT, counted, say

_SHOWING = frozenset(
    {
        *("label", "button", "link", "PageHeading", "Card", "State", "setText", "setToolTip", "setWindowTitle"),
        *("setAccessibleName", "setAccessibleDescription", "setPlaceholderText", "addAction", "tell", "offer"),
        *("Trouble", "show_problem", "noted"),
    }
)


class Welsh(QTranslator):
    """Knows two sentences."""

    def translate(self, context: str, source: str, *_: object) -> str:
        known = {"{n} partners": "{n} partner", "Open {what}": "Agor {what}"}
        return known.get(source, "") if context == CONTEXT else ""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False


def test_sentences_are_translated_and_values_are_not(qapp: QApplication) -> None:
    del qapp
    welsh = Welsh()
    QCoreApplication.installTranslator(welsh)

    assert say("Open {what}", what="{n} partners") == "Agor {n} partners"
    assert counted(2, "1 partner", "{n} partners") == "2 partner"
    QCoreApplication.removeTranslator(welsh)
    assert say("Open {what}", what="it") == "Open it"
    assert counted(1200, "1 partner", "{n} partners") == "1,200 partners"


def test_no_words_go_round_the_translation() -> None:
    files = sorted(Path(words_module.__file__).parent.rglob("*.py"))

    assert [f"{file.name}:{line} {text!r}" for file in files for line, text in untranslated(file)] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ('label("Two words")', ["Two words"]),
        ('label(say("Two words"))', []),
        ('label("One" if many else say("Two"))', ["One"]),
        ('box.setText(f"Error: {problem}")', ["Error: "]),
        ('box.setText(f"{number} – {title}")', []),
        ('self.noted.emit("It is there.")', ["It is there."]),
        ('self.changed.emit("path")', []),
    ],
)
def test_what_goes_round_it_is_found(tmp_path: Path, line: str, found: list[str]) -> None:
    (tmp_path / "some.py").write_text(line, encoding="utf-8")

    assert [text for _, text in untranslated(tmp_path / "some.py")] == found


def untranslated(file: Path) -> Iterator[tuple[int, str]]:
    """Words that are shown as they stand in the source: not said, not a value, not a name."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in _SHOWING:
            yield from ((node.lineno, text) for text in _words(node.args[0]) if len(text.strip("– ")) > 1)


def _words(shown: ast.expr) -> Iterator[str]:
    match shown:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from (*_words(one), *_words(other))
        case ast.JoinedStr(values=parts):
            texts = (str(one.value) for one in parts if isinstance(one, ast.Constant))
            yield from (text for text in texts if re.search("[A-Za-z]{2}", text))


def _name(called: ast.expr) -> str:
    """Return the name of what is called; of a signal, its own."""
    if isinstance(called, ast.Attribute) and called.attr == "emit":
        return _name(called.value)
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
