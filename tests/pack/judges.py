# SPDX-License-Identifier: MPL-2.0
"""Functions that stand in for the validator in the child, each with a fault that a validator may have."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from typing import Any

from evidencepack.pack.validation import judge

MARK = b"-PACK@"
"""Files with it in them bring the validator down: it stands in the reference of a pack, and in that of no document."""


def hang(data: bytes, sizes: Sequence[int]) -> dict[str, Any]:
    """Give no answer in any time."""
    time.sleep(600)
    return judge(data, sizes)


def crash(data: bytes, sizes: Sequence[int]) -> dict[str, Any]:
    """End the process, as machine code does that reads where it should not."""
    del data, sizes
    os.abort()


def hang_alone(data: bytes, sizes: Sequence[int]) -> dict[str, Any]:
    """End the process where there are several files, and give no answer on one alone."""
    return hang(data, sizes) if len(sizes) == 1 else crash(data, sizes)


def crash_at_the_mark(data: bytes, sizes: Sequence[int]) -> dict[str, Any]:
    """End the process where one of the files has the mark."""
    return crash(data, sizes) if MARK in data else judge(data, sizes)


def eat_memory(data: bytes, sizes: Sequence[int]) -> dict[str, Any]:
    """Take more memory than there is."""
    kept = [bytearray(64 * 1024 * 1024) for _ in range(1000)]
    return judge(data + b"".join(kept), sizes)


def talk_nonsense(data: bytes, sizes: Sequence[int]) -> dict[str, Any]:
    """Answer something else."""
    del data, sizes
    return {"by": "page-validation", "files": []}


def meet_a_limit(data: bytes, sizes: Sequence[int]) -> dict[str, Any]:
    """Meet a limit of the validator's own in every file."""
    return {**judge(data, sizes), "files": ["it met a limit of the validator: too deep" for _ in sizes]}
