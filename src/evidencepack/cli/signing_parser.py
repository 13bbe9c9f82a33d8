# SPDX-License-Identifier: MPL-2.0
"""The words of the commands about signatures."""

from __future__ import annotations

from argparse import ArgumentParser

from evidencepack.cli import commands
from evidencepack.cli.options import Adder, add, asked_for_json, folder, into_folder, of_tender, path, text

_STATES = (
    "printed", "sent", "chased", "returned", "signed", "accepted", "declined", "expired", "withdrawn",
)  # fmt: skip
_WAYS = ("wet_ink", "scan", "drawn", "typed", "service", "minute")


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
    tabs = "with a sheet to stand before each printed copy, so that a stack of paper stays in order"
    command.add_argument("--tabs", action="store_true", help=tabs)
    noted = "whoever has signed a version before gets a note of what has changed since, to initial, not a whole copy"
    command.add_argument("--changes", action="store_true", help=noted)
    of_tender(command)
    into_folder(command)
    _register(add_parser)
    _intake(add_parser)


def _register(add_parser: Adder) -> None:
    what = "show each signature that is asked for and how it stands; or note what happened to a copy that went out"
    command = add(add_parser, "register", commands.register, what)
    code = "the code of a copy, as its pages print it; without one, the register is shown"
    command.add_argument("code", metavar="CODE", nargs="?", default="", type=text, help=code)
    what = f"what happened to that copy: {', '.join(_STATES)}"
    command.add_argument("state", metavar="WHAT", nargs="?", default="", choices=("", *_STATES), help=what)
    command.add_argument(
        "--on", metavar="DATE", default="", type=text, help="the day on which it was; today if not given"
    )
    why = "why, or a remark; it is needed for declined and withdrawn"
    command.add_argument("--why", metavar="WORDS", default="", type=text, help=why)
    who = "for signed: which of those who were asked has signed, where a copy asks several"
    command.add_argument("--signer", metavar="NAME", default="", type=text, help=who)
    _said_with_it(command)
    only = "show only this document"
    command.add_argument("--document", metavar="REF", default="", type=text, help=only)
    only = "show only this organisation, by its short name"
    command.add_argument("--partner", metavar="ORG", default="", type=text, help=only)
    command.add_argument("--partners", action="store_true", help="show it partner by partner")
    page = "with --to: write a certificate of sign-off for each document that went out, in place of the chase list"
    command.add_argument("--certificates", action="store_true", help=page)
    into = (
        "write the chase list into this folder instead, to print, with signatures.ics for a calendar; of one copy, by "
        "its code, what came back of it: its pages as pictures, and PDFs that were signed digitally as they came"
    )
    command.add_argument("--to", metavar="DIR", type=folder, default=None, help=into)
    of_tender(asked_for_json(command))


def _intake(add_parser: Adder) -> None:
    what = "sort scans and photographs of signed pages by what went out, and say what is missing, wrong or not signed"
    command = add(add_parser, "intake", commands.intake, what)
    files = "PDF, JPEG, PNG, TIFF, HEIC, WebP or BMP; any order, any way up, several documents mixed"
    command.add_argument("scans", metavar="SCAN", nargs="+", type=path, help=files)
    form = "the code of a page that no machine can read: file, page in it, code and page on the paper"
    command.add_argument("--typed", metavar="SCAN:3=CODE/2", action="append", default=[], type=text, help=form)
    into = "write each place to sign beside its blank original into this folder, and pages that belong nowhere"
    command.add_argument("--to", metavar="DIR", type=folder, default=None, help=into)
    _seen(command)
    trusted(command)
    of_tender(asked_for_json(command))


def _seen(command: ArgumentParser) -> None:
    """Add what a person says who has looked at what came back."""
    place = "CODE or CODE:WHICH, its number or its name where there are several; may be given several times"
    for option, words in (("signed", "is signed"), ("not-signed", "is not signed"), ("cannot-tell", "may be signed")):
        what = f"a place to sign that you have looked at and that {words}: {place}"
        command.add_argument(f"--{option}", metavar="CODE:WHICH", action="append", default=[], type=text, help=what)
    keep = "keep the pages of every copy that came back, also where nothing is said of it yet"
    command.add_argument("--keep", action="store_true", help=keep)
    day = "the day that stands beside the signature; today if not given"
    command.add_argument("--on", metavar="DATE", default="", type=text, help=day)
    _said_with_it(command)


def _said_with_it(command: ArgumentParser) -> None:
    """Add what is said with a signature: for whom it was given, by what right, how, and who says so."""
    who = "who signed in place of the one who was asked"
    command.add_argument("--deputy", metavar="NAME", default="", type=text, help=who)
    what = "what allows whoever signed to do so: an office, a minute, a letter"
    command.add_argument("--authority", metavar="WORDS", default="", type=text, help=what)
    who = "who notes it; otherwise the name of your account"
    command.add_argument("--by", metavar="NAME", default="", type=text, help=who)
    how = "how it was signed, where it is accepted: on paper if not given"
    command.add_argument("--how", choices=_WAYS, default=_WAYS[0], help=how)


def trusted(command: ArgumentParser) -> None:
    """Add whom somebody trusts who looks at digital signatures."""
    who = (
        "a certificate (PEM or DER) that you trust: digital signatures are held against it; may be given several times"
    )
    command.add_argument("--trust", metavar="CERT", action="append", default=[], type=path, help=who)
