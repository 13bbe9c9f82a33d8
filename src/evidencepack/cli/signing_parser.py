# SPDX-License-Identifier: MPL-2.0
"""The words of the commands about signatures."""

from __future__ import annotations

from evidencepack.cli import commands
from evidencepack.cli.options import Adder, add, into_folder, of_tender, text


def add_signing(add_parser: Adder) -> None:
    """Add the commands about signatures."""
    what = "freeze a document as a version that goes out to be signed, and write a copy for each who signs"
    command = add(add_parser, "signoff", commands.signoff, what)
    command.add_argument("document", metavar="DOCUMENT", type=text, help="a reference such as TBN-MOU-01")
    only = "write only the copy of this organisation"
    command.add_argument("--partner", metavar="ORG", default="", type=text, help=only)
    who = "who sends it; otherwise the name of your account"
    command.add_argument("--by", metavar="NAME", default="", type=text, help=who)
    both = "for printing on both sides: the paper and the sheet to sign start on right-hand pages"
    command.add_argument("--duplex", action="store_true", help=both)
    of_tender(command)
    into_folder(command)
