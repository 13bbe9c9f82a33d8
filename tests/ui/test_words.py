# SPDX-License-Identifier: MPL-2.0
"""Words come to the screen through Qt's translation, so that another language can follow."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication

from evidencepack.ui import words as words_module
from evidencepack.ui.words import CONTEXT, counted, say

_FOLDERS = ("shell", "places", "widgets")
_SHOWING = frozenset(
    {
        *("label", "button", "link", "PageHeading", "Card", "State", "setText", "setToolTip", "setWindowTitle"),
        *("setAccessibleName", "setPlaceholderText", "addAction", "tell"),
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
    folder = Path(words_module.__file__).parent
    files = [file for name in _FOLDERS for file in (folder / name).rglob("*.py")]

    assert [f"{file.name}:{line} {text!r}" for file in files for line, text in untranslated(file)] == []


def untranslated(file: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in _SHOWING:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str) and len(first.value.strip("– ")) > 1:
                yield node.lineno, first.value


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
