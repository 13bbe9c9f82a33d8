# SPDX-License-Identifier: MPL-2.0
"""What tests of tables share: the person agrees to every removal."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from evidencepack.ui.tables import table_question


@pytest.fixture(autouse=True)
def agreeing(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Agree to every removal, and say which were asked for."""
    asked: list[str] = []

    def agree(_: QWidget, title: str, sentence: str, *, do: str) -> bool:
        asked.append(f"{title} {sentence} {do}")
        return True

    monkeypatch.setattr(table_question, "agreed", agree)
    return asked
