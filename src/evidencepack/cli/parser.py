# SPDX-License-Identifier: MPL-2.0
"""The words the command line understands, with help for every command."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from evidencepack.cli import commands
from evidencepack.errors import ExitCode

Command: TypeAlias = Callable[[Namespace], ExitCode]
Adder: TypeAlias = Callable[..., ArgumentParser]

_EPILOG = """Exit codes: 0 done, 1 a fault in the program, 2 wrong usage, 3 the check found something, 4 no such record
or tender, 5 a file that cannot be read as what it should be, 6 not a workspace or damaged, 7 made by a newer version,
8 open elsewhere, 9 cannot write, 10 a mistake in a kind, 11 a character no font has, 12 stopped."""


def parser() -> ArgumentParser:
    """Return the parser of the whole command line."""
    top = ArgumentParser(
        prog="evidencepack", description="Partnership evidence packs for care tenders.", epilog=_EPILOG
    )
    add_parser = top.add_subparsers(title="commands", metavar="COMMAND", required=True).add_parser
    _entering(add_parser)
    _reading(add_parser)
    _leaving(add_parser)
    return top


def _entering(add_parser: Adder) -> None:
    _add(add_parser, "sample", commands.sample, "make a new workspace with the fictional sample tender")
    command = _add(add_parser, "import", commands.import_, "bring a tender file into a workspace (made if new)")
    command.add_argument("tender_file", metavar="TENDER.json", type=Path, help="a tender file, see docs/tender-file.md")
    command = _add(add_parser, "set", commands.set_, "change one answer")
    command.add_argument("path", metavar="PATH", help="RECORD/FIELD, or RECORD/FIELD/ROW/COLUMN (rows count from 1)")
    command.add_argument("value", metavar="VALUE", help="the answer as you would type it; empty to clear it")
    _tender(command)


def _reading(add_parser: Adder) -> None:
    _json(_add(add_parser, "tenders", commands.tenders, "list the tenders in a workspace"))
    _json(_add(add_parser, "kinds", commands.kinds, "list the kinds of document and record", file=False))
    command = _json(_add(add_parser, "show", commands.show, "list what a tender holds, or the answers of one record"))
    command.add_argument("record", metavar="RECORD", nargs="?", default="", help="a reference such as TBN-MOU-01")
    _tender(command)
    command = _json(_add(add_parser, "search", commands.search, "find words in every answer"))
    command.add_argument("words", metavar="WORDS", nargs="+")
    _tender(_json(_add(add_parser, "check", commands.check, "list required answers that are missing")))


def _leaving(add_parser: Adder) -> None:
    command = _add(add_parser, "export", commands.export, "print the pack, or one document, as PDF and Word")
    _tender(command)
    _to(command)
    command.add_argument("--format", metavar="pdf,docx", default="pdf,docx", help="formats to write (both by default)")
    command.add_argument("--document", metavar="REF", default="", help="only this document, ready to print and sign")
    _to(_add(add_parser, "backup", commands.backup, "write a checked backup of a workspace into a folder"))
    command = _add(add_parser, "restore", commands.restore, "make a new workspace from a backup", file=False)
    command.add_argument("backup", metavar="BACKUP", type=Path)
    command.add_argument("new_file", metavar="NEWFILE", type=Path, help="must not exist yet: nothing is overwritten")
    command = _add(add_parser, "app", commands.app, "open the window", file=False)
    command.add_argument("file", metavar="FILE", type=Path, nargs="?", help="a workspace; your own if none is named")


def _add(add_parser: Adder, name: str, command: Command, words: str, *, file: bool = True) -> ArgumentParser:
    found = add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
    found.set_defaults(command=command)
    if file:
        found.add_argument("file", metavar="FILE", type=Path, help="the workspace file")
    return found


def _json(command: ArgumentParser) -> ArgumentParser:
    command.add_argument("--json", action="store_true", help="print JSON for a program to read")
    return command


def _tender(command: ArgumentParser) -> None:
    command.add_argument("--tender", metavar="REF", default="", help="the tender, where there is more than one")


def _to(command: ArgumentParser) -> None:
    command.add_argument("--to", metavar="DIR", type=Path, required=True, help="the folder to write into")
