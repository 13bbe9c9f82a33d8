# SPDX-License-Identifier: MPL-2.0
"""How saving goes, in a word: the header knows it before anything is there to be saved."""

from __future__ import annotations

from enum import Enum


class SaveState(Enum):
    """What the mark in the header says."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"
