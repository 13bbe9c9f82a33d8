# SPDX-License-Identifier: MPL-2.0
"""Issuing a pack: made, frozen in the workspace, and written; and opening an issue again, byte for byte."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import ClassVar

from evidencepack.domain.ids import new_id
from evidencepack.domain.issue import Issue, IssuedDocument, IssuedFile, Overridden
from evidencepack.domain.record import Facts
from evidencepack.domain.text import clean
from evidencepack.domain.trade import Audience, Severity
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.model import Library
from evidencepack.pack.issue import LookedThrough, Stamp, issue
from evidencepack.pack.manifest import listed_files
from evidencepack.pack.press import Press
from evidencepack.paths.folders import refuse_unfit
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.carrying import facts_bytes
from evidencepack.usecases.export_folder import write_export
from evidencepack.usecases.export_steps import Progress
from evidencepack.usecases.exporting import Exporter, Made, manifest_of
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.overview import Overview, look_over
from evidencepack.usecases.preflight import Preflight, other_buyers, preflight_of, without_counted
from evidencepack.usecases.readiness import Problem, in_tier
from evidencepack.usecases.setting_aside import SET_ASIDE
from evidencepack.usecases.stopping import InTheWay, NotCleanError, in_the_way, let_files_stand, warned, warnings_in

LOOKING = "looking"
"""What issuing tells when all files are made, and each is opened again."""


class NotReadyError(EvidencePackError):
    """Something must be fixed first, and nobody has said why it may stay."""

    exit_code: ClassVar[ExitCode] = ExitCode.FINDINGS

    def __init__(self, blocking: Sequence[Problem]) -> None:
        self.blocking = tuple(blocking)
        many = "1 thing must be fixed" if len(blocking) == 1 else f"{len(blocking):,} things must be fixed"
        super().__init__(
            f"{many} before this pack is issued. Nothing was issued and nothing was written. Fix it, or say why it may "
            "stay: the reason and your name stand in the issue and in its manifest. See: evidencepack check FILE"
        )


class NotWrittenError(EvidencePackError):
    """An issue is kept, and its files could not be written."""

    exit_code: ClassVar[ExitCode] = ExitCode.CANNOT_WRITE


class OtherExportError(EvidencePackError):
    """An issue is to be opened again in a folder that has the files of another one."""

    exit_code: ClassVar[ExitCode] = ExitCode.CANNOT_WRITE


@dataclass(frozen=True, slots=True)
class Wish:
    """Who issues (empty: whose account it is), and why what stops the issue may stay (empty: it may not).

    ``because`` is about what the check finds in the answers, ``although`` about what is seen in the finished files and
    in the places of the portal: nobody can let stand what they have not been told. ``each`` are reasons for findings of
    one rule alone, by its name as a manifest has it ("PK-51", "slot", "preflight-fonts").
    """

    by: str = ""
    because: str = ""
    although: str = ""
    each: Mapping[str, str] = field(default_factory=dict)

    def why(self, rule: str, otherwise: str) -> str:
        """Return why findings of a rule may stay, in one line: the reason of its own, or else another."""
        return " ".join(clean(self.each.get(rule) or otherwise).text.split())


@dataclass(frozen=True, slots=True)
class Ground:
    """What an issue stands on: its number, the time, the version of the program, whose account it is.

    ``newest`` is the issue before it, if there is one, and ``buyers`` those of other tenders: no file should name them.
    """

    number: int
    at: str
    made_with: str
    person: str
    newest: Issue | None = None
    buyers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issued:
    """An issue; ``again``: it is the newest that is kept, whose files are what would be made now.

    ``made`` is what was made for it. ``in_the_way`` is what stops it yet: somebody has to say why it may stay
    (``although``). ``looked`` is what pre-flight saw.
    """

    issue: Issue
    made: Made
    again: bool
    in_the_way: tuple[InTheWay, ...] = ()
    looked: Preflight | None = None

    @property
    def files(self) -> Mapping[str, bytes]:
        """The bytes of its files, by their names."""
        return {file.name: file.data for file in self.made.every}


def ground_of(workspace: Workspace, tender: str) -> Ground:
    """Return what the next issue of a tender (the id of its record) stands on."""
    before = workspace.issues(tender)
    newest = before[-1] if before else None
    number = newest.number + 1 if newest else 1
    buyers = other_buyers(workspace, tender)
    return Ground(number, workspace.now, workspace.program, workspace.person, newest, buyers)


def issue_pack(
    ground: Ground,
    facts: Facts,
    exporter: Exporter,
    wish: Wish,
    *,
    progress: Progress,
    found: Overview,
) -> Issued:
    """Make the buyer's pack, open its files again, and freeze it as an issue; nothing is kept and nothing written yet.

    A pack that is the same, file by file, as the newest issue is no new one.

    Args:
        ground: what it stands on.
        facts: the tender.
        exporter: prints it.
        wish: who issues, and why what must be fixed may stay.
        progress: hears of each step, and may raise to cancel.
        found: what the check has found (``look_over``).

    Raises:
        NotReadyError: if something must be fixed and no reason is given.
        EvidencePackError: as ``Exporter.export_pack``; nothing was issued.
    """
    by = " ".join(clean(wish.by).text.split()) or ground.person
    overridden = let_stand(found, replace(wish, by=by), day=ground.at[:10])
    made = exporter.make_pack(facts, progress=progress)
    if ground.newest and _digests(ground.newest) == {file.name: file.sha256 for file in made.every}:
        exporter.before_writing()
        return Issued(ground.newest, made, again=True)
    progress(1, 1, LOOKING)
    looked = preflight_of(made, facts, exporter.library, buyers=ground.buyers)
    blocking = frozenset(one.path for one in in_tier(found.problems, Severity.BLOCKS))
    stops = in_the_way(without_counted(looked) if blocking else looked, made.slots, counted=blocking)
    exporter.before_writing()
    stamp = Stamp(new_id(), ground.number, ground.at, by, ground.made_with)
    one = issue(
        made.plan,
        made.every,
        stamp,
        answers=facts_bytes(facts).decode(),
        overridden=overridden,
        looked=LookedThrough(looked.files, looked.pages, tuple(map(warned, warnings_in(looked)))),
    )
    return although(Issued(one, made, again=False, in_the_way=stops, looked=looked), wish)


def although(issued: Issued, wish: Wish) -> Issued:
    """Return an issue in which what stops it is let stand, as far as there is a reason; the rest still stops it."""
    one, left = issued.issue, list[InTheWay]()
    for stop in issued.in_the_way:
        why = wish.why(stop.rule, wish.although)
        if why:
            one = let_files_stand(one, [stop], why)
        else:
            left.append(stop)
    return replace(issued, issue=one, in_the_way=tuple(left))


def keep_issued(workspace: Workspace, issued: Issued) -> None:
    """Keep an issue in the workspace, if it is a new one.

    Raises:
        NotCleanError: if something stops it that nobody has let stand.
        NumberTakenError: if another one was kept meanwhile.
    """
    if issued.in_the_way:
        raise NotCleanError(issued.in_the_way)
    if not issued.again:
        keep_issued_files(workspace, issued.issue, issued.files)


def keep_issued_files(workspace: Workspace, one: Issue, files: Mapping[str, bytes]) -> None:
    """Keep a new issue with its files, by their names.

    Raises:
        NumberTakenError: if another one was kept meanwhile.
    """
    workspace.keep_issue(one, files)


def let_stand(found: Overview, wish: Wish, *, day: str) -> tuple[Overridden, ...]:
    """Return every finding that is let stand: those set aside before, and what must be fixed and now need not.

    Raises:
        NotReadyError: if something must be fixed and no reason is given.
    """
    blocking = in_tier(found.problems, Severity.BLOCKS)
    why = {one.rule: wish.why(one.rule, wish.because) for one in blocking}
    if unsaid := [one for one in blocking if not why[one.rule]]:
        raise NotReadyError(unsaid)
    before = _set_aside(found)
    now = (Overridden(one.rule, _where(one), one.message, why[one.rule], wish.by, day) for one in blocking)
    return (*before, *now)


def set_aside_in(facts: Facts, library: Library, press: Press) -> tuple[Overridden, ...]:
    """Return what somebody let stand before in a tender, which an export that is no draft names in its manifest.

    Where nothing was, the tender is not checked for it.
    """
    if next(facts.of_kind(SET_ASIDE), None) is None:
        return ()
    return _set_aside(look_over(facts, library, press))


def _set_aside(found: Overview) -> tuple[Overridden, ...]:
    return tuple(
        Overridden(one.rule, _where(one), one.message, said.reason, said.who, said.day.isoformat() if said.day else "")
        for one in found.set_aside
        if (said := found.aside.get(one.id))
    )


def write_issue(one: Issue, files: Mapping[str, bytes], folder: Path) -> Mapping[str, str]:
    """Write the files of an issue into a folder, with its manifest, all of them or none.

    Returns:
        What files of the person's own are called now that stood in the place of one, by their old names.

    Raises:
        NotWrittenError: the folder is as it was, and the issue stays in the workspace.
    """
    listed_in = manifest_of(Audience.PACK)
    try:
        return write_export(folder, {**files, listed_in: one.manifest.encode()}, listed_in=listed_in)
    except EvidencePackError as error:
        raise NotWrittenError(
            f"{error.message} Issue {one.number} is kept in the workspace all the same. To write its files into "
            f"another folder: evidencepack reopen FILE {one.number} --to FOLDER"
        ) from error


def reopen(workspace: Workspace, number: int, folder: Path, *, tender: str) -> tuple[Issue, Mapping[str, str]]:
    """Write the files of an issue again, byte for byte, and return it with what was kept beside them.

    Raises:
        NotFoundError: if the tender has no issue of that number.
        OtherExportError: the folder has the files of another one, or of an export that is none.
        NotWrittenError: the folder is as it was.
    """
    refuse_unfit(folder)
    issues = workspace.issues(tender)
    found = find_issue(issues, number)
    _refuse_other(folder, found, issues)
    files = {file.name: workspace.issued_bytes(file.sha256) for file in found.files}
    return found, write_issue(found, files, folder)


def _refuse_other(folder: Path, one: Issue, issues: Collection[Issue]) -> None:
    """Refuse a folder whose manifest is that of other files: an issue never takes the place of another unasked."""
    try:
        there = (folder / manifest_of(Audience.PACK)).read_bytes()
    except OSError:
        # None there; or it cannot be read, and then it is kept beside as somebody's own.
        return
    if listed_files(there) and there != one.manifest.encode():
        holds = next((f"of issue {it.number}" for it in issues if it.manifest.encode() == there), "of another export")
        raise OtherExportError(
            f"“{folder}” has the files {holds} in it. Nothing was written, and they stay. Choose an empty folder."
        )


def find_issue(issues: Collection[Issue], number: int) -> Issue:
    """Return the issue of a number.

    Raises:
        NotFoundError: if there is none.
    """
    for one in issues:
        if one.number == number:
            return one
    there = ", ".join(str(one.number) for one in issues)
    more = f"It has: {there}." if there else "Nothing of it was issued yet."
    raise NotFoundError(f"This tender has no issue {number}. Nothing was written. {more}")


def issue_sentences(issued: Issued) -> Iterator[str]:
    """Yield what is to be said of an issue that was kept."""
    one = issued.issue
    if issued.again:
        yield f"Nothing has changed since issue {one.number} of {one.reference}: no new one was made."
    else:
        yield f"Issue {one.number} of {one.reference} is kept in the workspace, with all it was made of."
    if one.overridden:
        many = "1 finding was" if len(one.overridden) == 1 else f"{len(one.overridden):,} findings were"
        yield f"{many} let stand. Who said so, and why, is in the issue and in its manifest."


def issue_text(one: Issue) -> str:
    """Return an issue as text for another process; ``read_issue_text`` reads it."""
    return json.dumps(asdict(one), ensure_ascii=False)


def read_issue_text(text: str) -> Issue:
    """Return the issue that ``issue_text`` was given."""
    read = json.loads(text)
    read["files"] = tuple(IssuedFile(**one) for one in read["files"])
    read["documents"] = tuple(IssuedDocument(**one) for one in read["documents"])
    read["overridden"] = tuple(Overridden(**one) for one in read["overridden"])
    return Issue(**read)


def warning_sentences(issued: Issued) -> Iterator[str]:
    """Yield what pre-flight saw in the files that stops nothing, and that somebody should look at."""
    if issued.looked is not None:
        yield from (one.words for one in warnings_in(issued.looked))


def _digests(one: Issue) -> dict[str, str]:
    return {file.name: file.sha256 for file in one.files}


def _where(one: Problem) -> str:
    """Return where a finding is: paper and question, not what was answered."""
    return ": ".join(filter(None, (one.home.words, one.question)))
