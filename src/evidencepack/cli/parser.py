# SPDX-License-Identifier: MPL-2.0
"""The words the command line understands, with help for every command."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from evidencepack.cli import commands
from evidencepack.cli.options import MARK as _MARK
from evidencepack.cli.options import Adder
from evidencepack.cli.options import add as _add
from evidencepack.cli.options import asked_for_json as _json
from evidencepack.cli.options import folder as _folder
from evidencepack.cli.options import for_reader as _reader
from evidencepack.cli.options import in_formats as _format
from evidencepack.cli.options import into_folder as _to
from evidencepack.cli.options import listed as _list
from evidencepack.cli.options import of_tender as _tender
from evidencepack.cli.options import path as _path
from evidencepack.cli.options import text as _text
from evidencepack.cli.signing_parser import add_signing, trusted

_EPILOG = """Exit codes: 0 done, 1 a fault in the program, 2 wrong usage, 3 the check found something, 4 something that
is not there, 5 a file that cannot be read as what it should be, 6 not a workspace or damaged,
7 made by a newer version, 8 open elsewhere, 9 cannot write, 10 a mistake in a kind, 11 a character no font has,
12 stopped, 13 exported, but of a PDF nobody could confirm that it conforms, or verified, but nothing proven."""


_END = "--"


def parser() -> ArgumentParser:
    """Return the parser of the whole command line."""
    top = ArgumentParser(
        prog="evidencepack", description="Partnership evidence packs for care tenders.", epilog=_EPILOG
    )
    add_parser = top.add_subparsers(title="commands", metavar="COMMAND", required=True).add_parser
    _entering(add_parser)
    _reading(add_parser)
    _starting(add_parser)
    _reusing(add_parser)
    _leaving(add_parser)
    return top


def read_words(words: Sequence[str]) -> Namespace:
    """Read the words of a command; ends the process with a sentence if it cannot be understood."""
    at = words.index(_END) if _END in words else len(words)
    # Of two such marks in a row argparse takes both away, although the second is a word like any other.
    marked = [_MARK + word if word == _END else word for word in words[at + 1 :]]
    return parser().parse_args([*words[: at + 1], *marked])


def _entering(add_parser: Adder) -> None:
    _add(add_parser, "sample", commands.sample, "make a new workspace with the fictional sample tender")
    command = _add(add_parser, "import", commands.import_, "bring a tender file into a workspace (made if new)")
    command.add_argument(
        "tender_file", metavar="TENDER.json", type=_path, help="a tender file, see docs/tender-file.md"
    )
    as_new = "make a new tender of it, with this reference and without what belonged to the old one"
    command.add_argument("--as", dest="reference", metavar="NEWREF", default="", type=_text, help=as_new)
    command.add_argument("--title", metavar="WORDS", default="", type=_text, help="the title of the new tender")
    _list(command)
    _adding(add_parser)
    command = _add(add_parser, "set", commands.set_, "change one answer")
    where = "RECORD/FIELD, or RECORD/FIELD/ROW/COLUMN (rows count from 1), as show and search print them"
    command.add_argument("path", metavar="PATH", type=_text, help=where)
    what = "the answer as you would type it; empty to clear it; write -- before one that begins with -"
    command.add_argument("value", metavar="VALUE", type=_text, help=what)
    _tender(command)
    _override(
        _add(add_parser, "override", commands.override, "let one document differ from a fact, for a stated reason")
    )
    _wording(_add(add_parser, "wording", commands.wording, "list the clauses, or say one in your organisation's words"))
    command = _add(add_parser, "attach", commands.attach, "answer a question with a file, such as a logo")
    command.add_argument("path", metavar="PATH", type=_text, help="RECORD/FIELD, as for set, which also takes it away")
    what = "the file; a logo is a PNG or a JPEG, a template a .docx or a .dotx"
    command.add_argument("picture", metavar="PICTURE", type=_path, help=what)
    _password(command)
    _tender(command)


def _adding(add_parser: Adder) -> None:
    command = _add(add_parser, "new", commands.new, "begin a tender from nothing (the workspace is made if new)")
    command.add_argument("reference", metavar="REFERENCE", type=_text, help="the buyer's reference of the tender")
    command.add_argument("title", metavar="TITLE", nargs="?", default="", type=_text, help="its title")
    command = _add(add_parser, "add", commands.add, "add an empty record or a row of a table")
    what = "a kind such as contact, or RECORD/TABLE for a row"
    command.add_argument("what", metavar="WHAT", type=_text, help=what)
    name = "what to call the record; otherwise it gets the next number"
    command.add_argument("--called", metavar="REF", dest="reference", default="", type=_text, help=name)
    what = "for an annex: the PDF, picture or Word file that goes into the bundle"
    command.add_argument("--from", metavar="PATH", dest="source", type=Path, help=what)
    command.add_argument(
        "--title", default="", type=_text, help="for an annex: what it is called; otherwise by its file"
    )
    _password(command)
    _tender(command)
    command = _add(add_parser, "remove", commands.remove, "take away a record, a row, or a tender that nobody wants")
    what = "a reference, RECORD/TABLE/ROW for a row (counted from 1), or the reference of a tender"
    command.add_argument("what", metavar="WHAT", type=_text, help=what)
    command.add_argument("--yes", action="store_true", help="take a whole tender away without being asked again")
    _tender(command)


def _password(command: ArgumentParser) -> None:
    what = "a file whose first line is the password of a locked PDF, or - for standard input; otherwise you are asked"
    command.add_argument("--password-file", metavar="PATH", dest="password", type=Path, help=what)


def _override(command: ArgumentParser) -> None:
    command.add_argument("document", metavar="DOCUMENT", type=_text, help="a reference such as TBN-MOU-01")
    command.add_argument("path", metavar="PATH", type=_text, help="the fact: RECORD/FIELD, as show prints it")
    what = "what this document says instead; empty to say again what the others say"
    command.add_argument("value", metavar="VALUE", type=_text, help=what)
    command.add_argument(
        "--reason", metavar="WHY", default="", type=_text, help="why; partners and the check repeat it"
    )
    _tender(command)


def _wording(command: ArgumentParser) -> None:
    what = (
        "a clause such as mou.names to see it beside yours; a kind such as mou to list only its clauses; a document "
        "such as TBN-MOU-01 to list those that need advice and are not the template's"
    )
    command.add_argument("clause", metavar="CLAUSE", nargs="?", default="", type=_text, help=what)
    _json(command)
    command.add_argument("--change", action="store_true", help="keep new words; typed behind the command if not given")
    command.add_argument("--text", metavar="WORDS", type=_text, help="the new words")
    command.add_argument("--file", metavar="TEXTFILE", dest="words_file", type=_path, help="a text file with them")
    command.add_argument("--heading", metavar="WORDS", type=_text, help="the new heading")
    command.add_argument("--reason", metavar="WHY", type=_text, help="why it was changed")
    command.add_argument("--adviser", metavar="NAME", type=_text, help="who advised you on your words")
    command.add_argument("--advised", metavar="DATE", type=_text, help="when")
    command.add_argument("--keep", action="store_true", help="keep your words although the standard has changed")
    command.add_argument("--restore", action="store_true", help="go back to the standard")
    _tender(command)


def _reading(add_parser: Adder) -> None:
    _json(_add(add_parser, "tenders", commands.tenders, "list the tenders in a workspace"))
    _json(_add(add_parser, "kinds", commands.kinds, "list the kinds of document and record", file=False))
    command = _add(add_parser, "ask", commands.ask, "list what a kind asks, with help", file=False)
    command.add_argument("kind", metavar="KIND", type=_text, help="a kind, as “kinds” lists it")
    command.add_argument("question", metavar="QUESTION", nargs="?", default="", type=_text, help="only this one")
    command = _add(add_parser, "glossary", commands.glossary, "say what the words of the field mean", file=False)
    command.add_argument("words", metavar="WORD", nargs="*", type=_text, help="a word such as TUPE; all if none")
    _json(command)
    command = _json(_add(add_parser, "show", commands.show, "list what a tender holds, or the answers of one record"))
    command.add_argument(
        "record",
        metavar="RECORD",
        nargs="?",
        default="",
        type=_text,
        help="a reference such as TBN-MOU-01, or RECORD/TABLE",
    )
    _tender(command)
    command = _json(_add(add_parser, "search", commands.search, "find words in every answer"))
    command.add_argument("words", metavar="WORDS", nargs="+", type=_text)
    what = "list what is missing, and what contradicts itself or belongs elsewhere"
    command = _json(_add(add_parser, "check", commands.check, what))
    command.add_argument("--all", action="store_true", help="list every finding, also where there are many")
    what = "only findings that matter so much or more: blocks, warns or suggests; the exit code speaks of these alone"
    command.add_argument("--severity", choices=("blocks", "warns", "suggests"), default="", help=what)
    what = "only findings about this document, and about records that it names or shows"
    command.add_argument("--document", metavar="REF", default="", type=_text, help=what)
    _tender(command)
    what = "say what a rule of the check looks at, on what it rests, and what to do"
    command = _json(_add(add_parser, "explain", commands.explain, what, file=False))
    what = "a rule as the check names it, such as CHK-XD-06; without one, every rule by its name"
    command.add_argument("rule", metavar="RULE", nargs="?", default="", type=_text, help=what)
    _comparing(add_parser)
    what = "say what a Word template of yours would bring along; nothing is kept"
    command = _add(add_parser, "template", commands.template, what, file=False)
    command.add_argument("template", metavar="TEMPLATE.dotx", type=_path, help="a Word file: .docx or .dotx")
    page = "write a page that looks as your files would, into this new file"
    command.add_argument("--page", metavar="PAGE.docx", type=_path, help=page)


def _comparing(add_parser: Adder) -> None:
    what = "say what a partner changed in a Word file that you sent; nothing is taken over"
    command = _json(_add(add_parser, "compare", commands.compare, what, file=False))
    command.add_argument("sent", metavar="SENT.docx", type=_path, help="the Word file as you sent it")
    command.add_argument("back", metavar="REPLY.docx", type=_path, help="the file that came back")
    whose = "the workspace that the file was made from: it knows the questions in full, and whose answers they are"
    command.add_argument("--workspace", metavar="FILE", type=_path, default=None, help=whose)
    _tender(command)


def _leaving(add_parser: Adder) -> None:
    command = _add(add_parser, "export", commands.export, "print the pack, or one document, as PDF and Word")
    _tender(command)
    _to(command)
    _format(command)
    only = "only this document, ready to print and sign"
    command.add_argument("--document", metavar="REF", default="", type=_text, help=only)
    _reader(command)
    command.epilog = (
        "It ends with 0 once all that there is has been written, even if a place on the portal is empty or over its "
        "limit; slots and preflight tell that by exit code 3."
    )
    both = "for printing on both sides: each document of the pack starts on a right-hand page"
    command.add_argument("--duplex", action="store_true", help=both)
    what = "open each file of an export again, and say what should not go to a buyer"
    command = _json(_add(add_parser, "preflight", commands.preflight, what))
    command.add_argument("folder", metavar="DIR", type=_path, help="the folder that was exported into")
    _reader(command)
    _tender(command)
    what = "say what goes into each place of the buyer's portal, and what is wrong with it; nothing is written"
    _slots(_json(_add(add_parser, "slots", commands.slots, what)))
    what = "print sheets for your own desk: coverage grid, evidence map, and what runs out in the year ahead"
    command = _add(add_parser, "sheets", commands.sheets, what)
    only = "only this one: coverage-grid, evidence-map or renewal-sheet, which comes with renewals.ics for a calendar"
    command.add_argument("--only", choices=("coverage-grid", "evidence-map", "renewal-sheet"), default="", help=only)
    _format(command)
    _tender(command)
    _to(command)
    what = "write risks, measures, who does what, promises and contacts as workbooks (XLSX) and CSV"
    command = _add(add_parser, "registers", commands.registers, what)
    only = "only these: risks, measures, raci, promises, contacts, with commas between"
    command.add_argument("--only", metavar="NAMES", default="", type=_text, help=only)
    _reader(command)
    _tender(command)
    _to(command)
    _text_for_boxes(_add(add_parser, "text", commands.text, "print documents as plain text for the boxes of a portal"))
    _issuing(add_parser)
    add_signing(add_parser)
    _to(_add(add_parser, "backup", commands.backup, "write a checked backup of a workspace into a folder"))
    command = _add(add_parser, "restore", commands.restore, "make a new workspace from a backup", file=False)
    command.add_argument("backup", metavar="BACKUP", type=_path)
    command.add_argument("new_file", metavar="NEWFILE", type=_path, help="must not exist yet: nothing is overwritten")
    command = _add(add_parser, "app", commands.app, "open the window", file=False)
    command.add_argument("file", metavar="FILE", type=_path, nargs="?", help="a workspace; your own if none is named")


def _issuing(add_parser: Adder) -> None:
    what = "freeze the buyer's pack as the next issue: kept whole in the workspace, and written"
    command = _add(add_parser, "issue", commands.issue, what)
    who = "who issues it, as the issue is to say; otherwise the name of your account"
    command.add_argument("--by", metavar="NAME", default="", type=_text, help=who)
    why = "why what must be fixed may stay this time; it stands in the issue and in its manifest, with your name; "
    each = "RULE=WHY is for one rule alone; may be given often"
    command.add_argument("--because", metavar="WHY", default=[], type=_text, action="append", help=why + each)
    why = "why what is seen in the finished files and in the places of the portal may stay; for what was told before; "
    command.add_argument("--although", metavar="WHY", default=[], type=_text, action="append", help=why + each)
    _tender(command)
    _to(command)
    _tender(_json(_add(add_parser, "issues", commands.issues, "list what was issued of a tender")))
    what = "say what has changed since an issue, or between two: each appendix, and each answer, as it was and is"
    command = _json(_add(add_parser, "changes", commands.changes, what))
    which = "compare this document with a version of it that went out to be signed, in place of issues"
    command.add_argument("--document", metavar="REF", default="", type=_text, help=which)
    into = "with --document: write the later version with its new words marked, behind a list, as a PDF"
    command.add_argument("--to", metavar="DIR", type=_folder, default=None, help=into)
    which = "the issue (or version) to compare with; the newest if none is named"
    command.add_argument("since", metavar="ISSUE", nargs="?", type=int, default=0, help=which)
    which = "a later one; what the tender says now if none is named"
    command.add_argument("until", metavar="LATER", nargs="?", type=int, default=0, help=which)
    _tender(command)
    command = _add(add_parser, "reopen", commands.reopen, "write the files of an issue again, bit by bit")
    command.add_argument("number", metavar="NUMBER", type=int, help="the number of the issue, as issues lists it")
    _tender(command)
    _to(command)
    what = "say of which issue of which tender files are, or that they were changed"
    command = _json(_add(add_parser, "verify", commands.verify, what, file=False))
    files = "the workspace that knows, then files; without it, only what they say of themselves, unproven"
    command.add_argument("files", metavar="FILE", nargs="+", type=_path, help=files)
    trusted(command)


def _text_for_boxes(command: ArgumentParser) -> None:
    what = "documents by their references, such as TBN-NAR-01"
    command.add_argument("documents", metavar="DOCUMENT", nargs="+", type=_text, help=what)
    only = "only the part under this heading; as often as you like (otherwise the answer without boxes beside it)"
    command.add_argument("--part", metavar="HEADING", type=_text, action="append", default=[], help=only)
    command.add_argument("--bare", action="store_true", help="without headings")
    simple = "with straight quotation marks and short dashes, for portals that show question marks in their place"
    command.add_argument("--simple", action="store_true", help=simple)
    count = "what the portal counts for a line break; otherwise as the question says, or 1"
    command.add_argument("--line-break", type=int, choices=(1, 2), default=0, help=count)
    _tender(_json(command))


def _slots(command: ArgumentParser) -> None:
    rules = command.add_mutually_exclusive_group()
    save = "write the places and the buyer's rules into this new file instead, for other tenders of that buyer"
    rules.add_argument("--save-rules", dest="save", metavar="RULES.json", type=_path, help=save)
    use = "take the places and rules of such a file over instead; what the tender says itself stays"
    rules.add_argument("--use-rules", dest="use", metavar="RULES.json", type=_path, help=use)
    _tender(command)


def _starting(add_parser: Adder) -> None:
    command = _add(add_parser, "suggest", commands.suggest, "say what each partner is best for, and what to begin with")
    command.add_argument(
        "partner", metavar="PARTNER", nargs="?", default="", type=_text, help="an organisation, or all"
    )
    _tender(_json(command))
    command = _add(add_parser, "starters", commands.starters, "list the examples that a tender can begin with")
    command.add_argument("kind", metavar="KIND", nargs="?", default="", type=_text, help="of this kind only")
    _tender(_json(command))
    command = _add(add_parser, "start", commands.start, "put an example into a tender, to be made your own")
    command.add_argument("kind", metavar="KIND", type=_text, help="a kind, as “starters” lists it")
    command.add_argument("starter", metavar="STARTER", type=_text, help="one of its starters")
    command.add_argument(
        "--partner", metavar="REF", default="", type=_text, help="the partner it is made for, where several can be"
    )
    into = "the record that gets the row, where there is more than one of its kind"
    command.add_argument("--in", dest="within", metavar="REF", default="", type=_text, help=into)
    _tender(command)
    command = _add(add_parser, "ours", commands.ours, "say that an example is yours as it stands")
    command.add_argument(
        "what", metavar="RECORD", type=_text, help="a reference, RECORD/TABLE/ROW for a row, or one answer"
    )
    _tender(command)


def _reusing(add_parser: Adder) -> None:
    command = _add(add_parser, "clone", commands.clone, "make a new tender of an old one")
    command.add_argument("old", metavar="TENDER", type=_text, help="the reference of the old tender")
    command.add_argument("reference", metavar="NEWREF", type=_text, help="the reference of the new one")
    command.add_argument("--title", metavar="WORDS", default="", type=_text, help="its title, if it has another")
    same = "the buyer is the same: copy its questions, lots, places on the portal and rules for files too"
    command.add_argument("--same-buyer", action="store_true", help=same)
    _list(command)
    command = _add(add_parser, "keep", commands.keep, "keep a paper, a record or a clause for other tenders")
    command.add_argument("what", metavar="RECORD", type=_text, help="a reference, or RECORD/TABLE/ROW for a clause")
    command.add_argument("--name", metavar="NAME", required=True, type=_text, help="what to call it in the library")
    command.add_argument(
        "--review-by", metavar="DATE", default="", type=_text, help="when somebody should look at it again"
    )
    command.add_argument("--owner", metavar="REF", default="", type=_text, help="the contact who looks after it")
    command.add_argument("--again", action="store_true", help="put it in the place of what is kept under that name")
    _tender(command)
    command = _json(_add(add_parser, "library", commands.library, "list what is kept for other tenders"))
    command.add_argument("--remove", metavar="NAME", default="", type=_text, help="take an item out")
    command = _add(add_parser, "take", commands.take, "put something of the library into a tender, as a copy")
    command.add_argument("name", metavar="NAME", type=_text, help="what it is called in the library")
    _tender(command, "--into")
    into = "the paper that gets the clause, where there is more than one of its kind"
    command.add_argument("--in", dest="within", metavar="REF", default="", type=_text, help=into)
    _changed(_json(_add(add_parser, "changed", commands.changed, "show facts that changed since papers were copied")))


def _changed(command: ArgumentParser) -> None:
    for name, what in (("--accept", "take the new value over"), ("--keep", "keep what stands, and do not ask again")):
        often = f"{what}; as often as you like"
        command.add_argument(name, metavar="PATH", type=_text, action="append", default=[], help=often)
    one = "with --keep: the one paper that goes on saying the old fact; it needs --reason"
    command.add_argument("--in", dest="within", metavar="REF", default="", type=_text, help=one)
    command.add_argument("--reason", metavar="WHY", default="", type=_text, help="why; partners read it")
    _tender(command)
