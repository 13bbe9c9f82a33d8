# SPDX-License-Identifier: MPL-2.0
"""The one way in which words come to the screen: through Qt's translation, so that another language can follow."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

CONTEXT = "evidencepack"
"""The name under which a translator finds every sentence of the window."""


def say(text: str, **values: object) -> str:
    """Return a sentence in the language of the window.

    ``text`` is the British English one, written where it is said; ``{name}`` in it stands for a value. Values are put
    in after the translation, so that nothing a person typed is ever looked up.
    """
    said = QCoreApplication.translate(CONTEXT, text)
    return said.format(**values) if values else said


def counted(number: int, one: str, more: str, **values: object) -> str:
    """Return the sentence for one thing or for another number of them; ``{n}`` in it is the number."""
    return say(one if number == 1 else more, n=f"{number:,}", **values)
