# SPDX-License-Identifier: MPL-2.0
"""Commands about what was issued: freeze a pack, list the issues, open one again, verify files."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from evidencepack.bootstrap import Program
from evidencepack.cli.output import Bar, counted, say, say_json, say_table
from evidencepack.domain.issue import Issue
from evidencepack.errors import ExitCode
from evidencepack.library.entry_dates import date_text
from evidencepack.library.rule_groups import rule_name
from evidencepack.pack.press import Format
from evidencepack.paths.folders import refuse_unfit
from evidencepack.usecases.confirming import all_confirmed, conformance_sentences
from evidencepack.usecases.enclosing import enclosures_of
from evidencepack.usecases.export_folder import kept_sentences
from evidencepack.usecases.exporting import Exporter
from evidencepack.usecases.issue_changes import change_content, change_sentences, changes_between, changes_since
from evidencepack.usecases.issuing import (
    NotReadyError,
    Wish,
    find_issue,
    ground_of,
    issue_pack,
    issue_sentences,
    keep_issued,
    reopen,
    warning_sentences,
    write_issue,
)
from evidencepack.usecases.overview import look_over
from evidencepack.usecases.pictures import pictures_of
from evidencepack.usecases.planning import earlier_papers
from evidencepack.usecases.signed_pages import signed_pages_of
from evidencepack.usecases.signed_pdf import read_roots
from evidencepack.usecases.stopping import NotCleanError
from evidencepack.usecases.verifying import Standing, Verdict, issues_of, verify
from evidencepack.usecases.workspaces import open_existing, tender_facts

_HEADER = b"SQLite format 3\0"
_FEW = 8
_OF_RULE = re.compile(r"(?:CHK-)?(?P<rule>[A-Z]+-\d+|slot|preflight-[a-z]+)=")
_EACH = "A reason for one rule alone: {}"
_WORST = (
    (Standing.UNREADABLE, ExitCode.NOT_FOUND),
    (Standing.CHANGED, ExitCode.FINDINGS),
    (Standing.OLDER, ExitCode.FINDINGS),
    (Standing.NOT_ISSUED, ExitCode.FINDINGS),
    (Standing.UNKNOWN, ExitCode.FINDINGS),
    (Standing.CLAIMED, ExitCode.UNCONFIRMED),
)
"""The exit code of a verification is that of the first of these that any file is; 0 if all are of the newest issue."""


def issue_files(file: Path, folder: Path, wish: Wish, *, tender: str) -> ExitCode:
    """Make the buyer's pack, keep it as the next issue, and write its files."""
    refuse_unfit(folder)
    program = Program()
    with open_existing(file) as workspace:
        facts = tender_facts(workspace, tender)
        pictures = pictures_of(facts, workspace.attachment)
        annexes = enclosures_of(facts, workspace.attachment)
        earlier = earlier_papers(workspace, facts)
        signed = signed_pages_of(workspace, facts, program.library)
        exporter = Exporter(
            program.library, program.press, tuple(Format), pictures, annexes=annexes, earlier=earlier, signed=signed
        )
        found, bar = look_over(facts, program.library, program.press), Bar()
        try:
            issued = issue_pack(ground_of(workspace, facts.tender), facts, exporter, wish, progress=bar, found=found)
            keep_issued(workspace, issued)
        except NotReadyError as error:
            bar.close()
            _list([f"{rule_name(one.rule)}  {one.message}" for one in error.blocking])
            say(_EACH.format(f"--because {rule_name(error.blocking[0].rule)}=WHY"))
            raise
        except NotCleanError as error:
            bar.close()
            _list([f"{one.rule}  {one.message}" for one in error.in_the_way])
            say(_EACH.format(f"--although {error.in_the_way[0].rule}=WHY"))
            raise
        finally:
            bar.close()
    kept = write_issue(issued.issue, issued.files, folder)
    say_table([(str(folder / one.name), one.sha256[:12]) for one in issued.issue.files])
    say(*kept_sentences(kept), *conformance_sentences(issued.made.files), *warning_sentences(issued))
    say(*issue_sentences(issued))
    return ExitCode.OK if all_confirmed(issued.made.files) else ExitCode.UNCONFIRMED


def wish_of(by: str, because: Sequence[str], although: Sequence[str]) -> Wish:
    """Return what somebody wishes; a reason that begins with a rule and ``=`` is for findings of that rule alone."""
    each = dict[str, str]()
    for one in (*because, *although):
        if found := _OF_RULE.match(one):
            each[found["rule"]] = one[found.end() :]
    whole, finished = (" ".join(one for one in some if not _OF_RULE.match(one)) for some in (because, although))
    return Wish(by, whole, finished, each)


def _list(messages: Sequence[str]) -> None:
    """Print what must be put right first: a few of it, and how much more there is."""
    say(*(f"  {one}" for one in messages[:_FEW]))
    more = len(messages) - _FEW
    say(*([f"  and {counted(more, 'other')}"] if more > 0 else []))


def tell_changes(file: Path, moments: tuple[int, int], *, tender: str, as_json: bool) -> ExitCode:
    """Print what has changed since an issue (0: the newest), until a later one or (0) now.

    Raises:
        NotFoundError: if the tender has no such issue.
    """
    since, until = moments
    library = Program().library
    with open_existing(file, read_only=True) as workspace:
        facts = tender_facts(workspace, tender)
        issues = workspace.issues(facts.tender)
    older = find_issue(issues, since or len(issues))
    if until:
        found = changes_between(older, find_issue(issues, until), library)
    else:
        found = changes_since(older, facts, library)
    if as_json:
        say_json(change_content(found))
    else:
        say(*change_sentences(found))
    return ExitCode.OK if found.is_empty else ExitCode.FINDINGS


def list_issues(file: Path, *, tender: str, as_json: bool) -> ExitCode:
    """List what was issued of a tender."""
    with open_existing(file, read_only=True) as workspace:
        issues = workspace.issues(tender_facts(workspace, tender).tender)
    if as_json:
        say_json({"issues": [_content(one) for one in issues]})
    elif issues:
        say_table([(str(one.number), _day(one), one.by, counted(len(one.files), "file")) for one in issues])
    else:
        say("Nothing of this tender was issued yet.")
    return ExitCode.OK


def _day(one: Issue) -> str:
    return date_text(date.fromisoformat(one.day))


def reopen_issue(file: Path, number: int, folder: Path, *, tender: str) -> ExitCode:
    """Write the files of an issue again, as they were."""
    with open_existing(file, read_only=True) as workspace:
        found, kept = reopen(workspace, number, folder, tender=tender_facts(workspace, tender).tender)
    say_table([(str(folder / one.name), one.sha256[:12]) for one in found.files])
    say(*kept_sentences(kept))
    say(f"These are the files of issue {found.number} of {found.reference}, of {_day(found)}, bit by bit.")
    return ExitCode.OK


def verify_files(files: Sequence[Path], *, trust: Sequence[Path] = (), as_json: bool) -> ExitCode:
    """Say of each file of which issue it is; the first may be the workspace that knows.

    ``trust`` are files with certificates against which digital signatures are held.
    """
    roots = read_roots(trust)
    if _is_workspace(files[0]):
        with open_existing(files[0], read_only=True) as workspace:
            verdicts = list(verify(files[1:], issues_of(workspace), roots))
    else:
        verdicts = list(verify(files, None, roots))
    if as_json:
        say_json({"files": [_verdict(one) for one in verdicts]})
    else:
        say(*(f"{one.file}  {one.sentence}" for one in verdicts))
        say(*([] if verdicts else ["Name the files to verify behind the workspace."]))
    return _code(verdicts)


def _code(verdicts: Sequence[Verdict]) -> ExitCode:
    if not verdicts:
        return ExitCode.USAGE
    found = {one.standing for one in verdicts}
    return next((code for standing, code in _WORST if standing in found), ExitCode.OK)


def _is_workspace(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(len(_HEADER)) == _HEADER
    except OSError:
        # It is then told of as a file that cannot be read.
        return False


def _content(one: Issue) -> dict[str, object]:
    return {
        "number": one.number,
        "issued": one.at,
        "by": one.by,
        "as_of": one.as_of,
        "files": [{"file": file.name, "sha256": file.sha256, "pages": file.pages} for file in one.files],
        "documents": [
            {
                "reference": paper.reference,
                "version": paper.version,
                "kind": paper.kind,
                "kind_version": paper.kind_version,
                "content_hash": paper.content_hash,
                "form": "short" if paper.short_blocks else "full",
            }
            for paper in one.documents
        ],
        "overridden": [
            {"rule": it.rule, "where": it.where, "message": it.message, "reason": it.reason, "by": it.who, "on": it.on}
            for it in one.overridden
        ],
    }


def _verdict(one: Verdict) -> dict[str, object]:
    issue = {"tender": one.issue.reference, "issue": one.issue.number, "name": one.name} if one.issue else {}
    return {"file": str(one.file), "standing": one.standing.value, **issue, "sentence": one.sentence}
