# SPDX-License-Identifier: MPL-2.0
"""The column that stays holds nothing back when its table is let go."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QTableView

from evidencepack.ui.tables.frozen import FrozenColumn


def test_a_table_that_nobody_needs_any_more_ends_with_its_lines(qapp: object) -> None:
    del qapp
    model = QStringListModel(["Connectors", "Money advice"])
    view = QTableView()
    view.setModel(model)
    FrozenColumn(view)
    ended = weakref.ref(view), weakref.ref(model)

    del view, model
    gc.collect()

    assert (ended[0](), ended[1]()) == (None, None)
