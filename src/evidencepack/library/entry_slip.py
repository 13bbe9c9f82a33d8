# SPDX-License-Identifier: MPL-2.0
"""A slip of the pen: what was typed cannot be read. Only ``entry`` sees it; people get its sentence."""

from __future__ import annotations


class SlipError(ValueError):
    """What was typed is not a value of the field. The message is a sentence that says what to type instead."""
