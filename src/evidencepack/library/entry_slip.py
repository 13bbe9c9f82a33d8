# SPDX-License-Identifier: MPL-2.0
"""A slip of the pen: what was typed cannot be read. Only ``entry`` sees it; people get its sentence."""

from __future__ import annotations

_LONGEST = 60
"""So many letters of what was typed are quoted."""


class SlipError(ValueError):
    """What was typed is not a value of the field. The message is a sentence that says what to type instead."""


def quoted(text: str) -> str:
    """Return what was typed as a sentence quotes it: on one line, and no longer than one."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= _LONGEST else f'{line[: _LONGEST - 1].rstrip()}…'}”"
