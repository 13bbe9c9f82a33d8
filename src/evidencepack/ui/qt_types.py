# SPDX-License-Identifier: MPL-2.0
"""Names for what Qt hands over in one of several types."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index: TypeAlias = QModelIndex | QPersistentModelIndex
"""Where something stands in a model."""
