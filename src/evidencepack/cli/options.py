# SPDX-License-Identifier: MPL-2.0
"""What many commands of the command line have in common: how one is added, and options that mean the same in each."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from evidencepack.errors import ExitCode

Command: TypeAlias = Callable[[Namespace], ExitCode]
Adder: TypeAlias = Callable[..., ArgumentParser]

MARK = "\0"
"""What stands before a word that is taken as it is; it is in no word that a system hands to a program."""


def add(add_parser: Adder, name: str, command: Command, words: str, *, file: bool = True) -> ArgumentParser:
    """Add a command with its words of help and, unless it needs none, the workspace file."""
    found = add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
    found.set_defaults(command=command)
    if file:
        found.add_argument("file", metavar="FILE", type=path, help="the workspace file")
    return found


def asked_for_json(command: ArgumentParser) -> ArgumentParser:
    """Let a command be asked for JSON, and return it."""
    command.add_argument("--json", action="store_true", help="print JSON for a program to read")
    return command


def listed(command: ArgumentParser) -> None:
    """Let a command be asked to name what it otherwise counts."""
    every = "name each record and answer that stayed behind, not only how many"
    command.add_argument("--list", action="store_true", help=every)


def of_tender(command: ArgumentParser, *others: str) -> None:
    """Ask for the tender; ``others`` are older names of the option that go on being understood."""
    what = "the tender, where there is more than one"
    command.add_argument("--tender", *others, dest="tender", metavar="REF", default="", type=text, help=what)


def for_reader(command: ArgumentParser) -> None:
    """Ask for whom something is written."""
    who = "who reads it: buyer (the default), partners, or own, with what you keep to yourselves"
    command.add_argument("--for", dest="reader", metavar="READER", default="", type=text, help=who)


def in_formats(command: ArgumentParser) -> None:
    """Ask for the formats to write."""
    what = "formats to write (both by default)"
    command.add_argument("--format", metavar="pdf,docx", default="pdf,docx", type=text, help=what)


def into_folder(command: ArgumentParser) -> None:
    """Ask for the folder to write into."""
    command.add_argument("--to", metavar="DIR", type=folder, required=True, help="the folder to write into")


def text(word: str) -> str:
    """Refuse a word that the terminal sent in another encoding than it says: storing the half of it would be worse."""
    if any("\ud800" <= letter <= "\udfff" for letter in word):
        raise ArgumentTypeError("has letters that could not be read. Nothing was changed. Set your terminal to UTF-8")
    return word.removeprefix(MARK)


def path(word: str) -> Path:
    """Return a word as a path."""
    return Path(word.removeprefix(MARK))


def folder(word: str) -> Path:
    """Return a word as the path of a folder; an empty one is refused."""
    if not word:
        raise ArgumentTypeError("is empty; name a folder, or . for this one")
    return Path(word)
