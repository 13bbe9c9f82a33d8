# SPDX-License-Identifier: MPL-2.0
"""Words made bold, whatever they are made of."""

from __future__ import annotations

from dataclasses import replace

from evidencepack.blocks.inlines import Inlines, LineBreak, Link


def bold(words: Inlines) -> Inlines:
    """Return the words in bold; links and line breaks stay as they are."""
    return tuple(word if isinstance(word, Link | LineBreak) else replace(word, bold=True) for word in words)
