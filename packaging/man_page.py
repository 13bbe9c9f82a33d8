# SPDX-License-Identifier: MPL-2.0
"""The manual page of the command, made from what the command line itself says of its commands."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from evidencepack.cli.parser import parser

_HEAD = """.TH EVIDENCEPACK 1 "" "evidencepack {version}" "User commands"
.SH NAME
evidencepack \\- partnership evidence packs for care tenders
.SH SYNOPSIS
.B evidencepack
.br
.B evidencepack app
.RI [ FILE ]
.br
.B evidencepack
.I COMMAND
.RI [ WORDS ]
.SH DESCRIPTION
With no words it opens the window on your own workspace; with
.BR app ,
on the workspace that you name. All the rest can be done by commands too.
.B evidencepack
.I COMMAND
.B \\-\\-help
explains each one.
.SH COMMANDS
"""


def man_page(version: str) -> str:
    """Return the page as roff."""
    entries = "".join(f".TP\n.B {_quoted(name)}\n{_quoted(words)}\n" for name, words in commands())
    status = f'.SH "EXIT STATUS"\n{_quoted(" ".join((parser().epilog or "").split()))}\n'
    return f"{_HEAD.format(version=version)}{entries}{status}"


def commands() -> Iterator[tuple[str, str]]:
    """Yield each command with what it does."""
    for action in parser()._actions:  # noqa: SLF001 - argparse has no public way to list commands
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            yield from ((choice.dest, choice.help or "") for choice in action._choices_actions)  # noqa: SLF001


def _quoted(words: str) -> str:
    """Return words that roff takes for nothing but words."""
    quoted = words.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{quoted}" if quoted.startswith((".", "'")) else quoted
