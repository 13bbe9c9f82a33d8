# SPDX-License-Identifier: MPL-2.0
"""What the program ships, read once for all tests of a process. None of it changes, so tests share it."""

from __future__ import annotations

from tests.tracing import only_our_modules_traced

from evidencepack.bootstrap import Program

PROGRAM = Program()
with only_our_modules_traced():
    LIBRARY = PROGRAM.library
