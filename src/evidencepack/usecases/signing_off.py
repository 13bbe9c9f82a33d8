# SPDX-License-Identifier: MPL-2.0
"""Sending a document out to be signed: frozen as a version, with a copy for each organisation that signs, and kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import ClassVar

from evidencepack.compose.scope import Scope
from evidencepack.compose.sheets.change_note import SinceSigned
from evidencepack.compose.sheets.copies import has_unnamed, parties_asked
from evidencepack.compose.signed import SIGN_OFF
from evidencepack.compose.signed_words import without_changed
from evidencepack.compose.telling import telling
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.page_mark import HIGHEST
from evidencepack.domain.record import Facts, Record, short_name
from evidencepack.domain.signoff import SentCopy, SentVersion, SignEvent, State, may_follow, state_of
from evidencepack.domain.text import clean
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import FieldType, Reference, Scalar
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.header import is_over
from evidencepack.library.model import Library
from evidencepack.pack.claims import Printed, confirm, print_with_claims
from evidencepack.pack.look import look_of
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.plan import Appendix, Plan
from evidencepack.pack.press import Format, Press
from evidencepack.signoff.copying import Asking, copy_part, sent_copy
from evidencepack.signoff.freezing import Frozen, copy_code, next_number, sent_version
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.carrying import facts_bytes
from evidencepack.usecases.changes import SetAnswer, Together, apply_change
from evidencepack.usecases.export_steps import Progress
from evidencepack.usecases.exporting import CHECKING, naming_questions
from evidencepack.usecases.finding_records import NotFoundError, find_record
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.register import signature_rows
from evidencepack.usecases.sign_changes import Effect, signatures_touched, since_signed
from evidencepack.usecases.sign_register import CopyLine, copy_lines
from evidencepack.usecases.signed_papers import PaperWords

WENT_OUT = "went out to be signed"
"""What the history says of answers that change because a document went out."""

_VERSION, _VERSION_DATE, _STATUS, _OUT = "version", "version_date", "status", "out_for_signature"


class NotToSignError(EvidencePackError):
    """A document cannot go out to be signed as it stands."""

    exit_code: ClassVar[ExitCode] = ExitCode.FINDINGS


@dataclass(frozen=True, slots=True)
class SignGround:
    """What a version stands on: the time (ISO, UTC), whose account it is, the version of the program.

    ``sent`` is what went out of all tenders, without blocks and answers; ``events`` what became of it.
    """

    at: str
    person: str
    made_with: str
    sent: tuple[SentVersion, ...] = ()
    events: tuple[SignEvent, ...] = ()

    def of(self, record: str) -> tuple[SentVersion, ...]:
        """Return the versions of a document that went out, oldest first."""
        return tuple(one for one in self.sent if one.record == record)

    def lines(self, tender: str) -> tuple[CopyLine, ...]:
        """Return every copy that went out of a tender (the id of its record), with what became of it."""
        return copy_lines(self.sent, self.events, tender)

    @property
    def codes(self) -> frozenset[str]:
        """Return every code that a copy has."""
        return frozenset(copy.code for one in self.sent for copy in one.copies)

    @property
    def today(self) -> date:
        """Return the day (UTC)."""
        return date.fromisoformat(self.at[:10])


@dataclass(frozen=True, slots=True)
class Sending:
    """A version that goes out, with the bytes of its files by name; ``again``: it went out before, word for word.

    ``changes`` are those of answers that go with it, ``events`` what is noted of its copies and of those before it.
    """

    version: SentVersion
    files: Mapping[str, BuiltFile] = field(default_factory=dict)
    changes: tuple[SetAnswer, ...] = ()
    events: tuple[SignEvent, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class _Going:
    """What goes out: the plan, the paper, as what it is frozen, the answers that change with it.

    ``since`` is what has changed for organisations (by their ids) whose signature stands on an earlier version.
    """

    plan: Plan
    paper: Appendix
    frozen: Frozen
    changes: tuple[SetAnswer, ...]
    since: Mapping[str, SinceSigned]

    def asked(self, ground: SignGround) -> Iterator[Asking]:
        """Yield for whom copies are made; who has signed, and for whom nothing has changed that matters, gets none."""
        for one in _askings(ground, self.plan, self.paper, self.frozen.number):
            since = self.since.get(one.organisation.id)
            if since is None or since.to_agree or since.to_know:
                yield replace(one, since=since)


@dataclass(frozen=True, slots=True)
class SignPress:
    """Makes copies to sign in a tender's own look. ``pictures`` are its attached ones, by SHA-256.

    ``duplex``: for printing on both sides, where the paper and the sheet to sign start on right-hand pages.
    ``changes``: who has signed the paper before gets a note of what has changed since, in place of a whole copy.
    """

    library: Library
    press: Press
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    formats: tuple[Format, ...] = tuple(Format)
    duplex: bool = False
    changes: bool = False

    def send(self, ground: SignGround, facts: Facts, name: str, *, by: str, progress: Progress) -> Sending:
        """Freeze a document as the next version and make a copy for each who signs; nothing is kept yet.

        A document that says what it said when it last went out is no new version.

        Args:
            ground: what it stands on (``sign_ground``; for ``changes`` with whole versions).
            facts: the tender.
            name: the document, by reference or id.
            by: who sends it; empty for whose account it is.
            progress: hears of each step, and may raise to cancel.

        Raises:
            NotFoundError: if no document is called so.
            NotToSignError: if it asks for no signature, or for one of somebody not named, or lacks answers.
            MissingGlyphError: if no font has some characters.
        """
        record = _document(facts, self.library, name)
        before = ground.of(record.id)
        if before and before[-1].content_hash == self._paper(facts, record)[1].content_hash:
            return Sending(before[-1], again=True)
        number = next_number(str(record.answers.get(_VERSION, "")), {one.number for one in before})
        if number > HIGHEST:
            raise NotToSignError(f"{record.reference} has no number left for another version. Nothing was frozen.")
        changes = _changes(record, number, ground.today)
        facts = apply_change(facts, Together(changes)) if changes else facts
        plan, paper = self._paper(facts, facts.records[record.id])
        _refuse_unready(paper, telling_of(plan, paper))
        since = self._since(ground, facts, record) if self.changes else {}
        by = " ".join(clean(by).text.split()) or ground.person
        frozen = Frozen(new_id(), number, ground.at, by, ground.made_with)
        return self._made(ground, _Going(plan, paper, frozen, changes, since), progress)

    def _since(self, ground: SignGround, facts: Facts, record: Record) -> Mapping[str, SinceSigned]:
        """Return what has changed for each organisation (by its id) whose signature stands on an earlier version.

        Raises:
            NotToSignError: if none does, or nothing has changed that anybody has to know.
        """
        touched = signatures_touched(record, facts, self.library, ground.lines(facts.tender))
        if not touched:
            raise NotToSignError(
                f"Nobody’s signature stands on {record.reference} yet, so there are no changes to tell. Nothing was "
                "frozen. Send the whole document."
            )
        if all(one.effect is Effect.NOTHING for one in touched):
            raise NotToSignError(
                f"Nothing has changed in {record.reference} that those who signed it have to know. Nothing was frozen."
            )
        return {one.line.copy.party: since_signed(one.line, one.changes) for one in touched}

    def _paper(self, facts: Facts, record: Record) -> tuple[Plan, Appendix]:
        plan = plan_of(without_changed(facts, PaperWords(self.library).changed(facts)), self.library)
        return plan, plan.made[record.id]

    def _made(self, ground: SignGround, going: _Going, progress: Progress) -> Sending:
        plan, paper, frozen = going.plan, going.paper, going.frozen
        press = self.press.looking(look_of(plan.facts, self.pictures, duplex=self.duplex))
        asked = tuple(going.asked(ground))
        steps, printed, marked = len(asked) + 1, list[Printed](), []
        with naming_questions(plan.facts, self.library):
            for at, asking in enumerate(asked):
                progress(at, steps, short_name(asking.organisation))
                part = copy_part(plan, paper, asking, press, self.formats)
                part = replace(part, name=_own(part.name, asking.code, printed))
                marked.append(part.marked(press)[1])
                printed.append(print_with_claims(part, press))
        progress(len(asked), steps, CHECKING)
        files = confirm(printed, press)
        each = [[one for one in files if one.name in {file.name for file in some.files}] for some in printed]
        copies = [sent_copy(plan, paper, *one) for one in zip(asked, marked, each, strict=True)]
        version = sent_version(plan, paper, frozen, copies, facts_bytes(plan.facts).decode())
        return Sending(version, {one.name: one for one in files}, going.changes, tuple(_events(ground, version)))


def sign_ground(workspace: Workspace, *, whole: bool = False) -> SignGround:
    """Return what a version stands on that goes out now; ``whole``: with blocks and answers of those that did."""
    sent, events = workspace.sent_versions(whole=whole), workspace.sign_events()
    return SignGround(workspace.now, workspace.person, workspace.program, sent, events)


def keep_sending(workspace: Workspace, sending: Sending) -> None:
    """Keep a version that goes out with its files, the answers that change with it, and what is noted; all or nothing.

    Raises:
        VersionTakenError: if that version went out meanwhile.
    """
    if sending.again:
        return
    with workspace.together(reason=WENT_OUT):
        for change in sending.changes:
            workspace.write(change.path, change.type, change.value)
        workspace.keep_sent(sending.version, {name: one.data for name, one in sending.files.items()})
        for event in sending.events:
            workspace.note_signing(event)


def telling_of(plan: Plan, paper: Appendix) -> Scope:
    """Return the scope of a paper as the buyer reads it, which is what people sign."""
    return telling(paper.kind, paper.record, facts=plan.facts, library=plan.library, audience=Audience.PACK)


def _document(facts: Facts, library: Library, name: str) -> Record:
    record = find_record(facts, name)
    if not library[record.kind].document:
        raise NotFoundError(f"{name} is not a document but a record: {library[record.kind].title.lower()}.")
    if is_over(record):
        raise NotToSignError(f"{record.reference} was replaced or withdrawn. Nothing was frozen. Send the newer one.")
    return record


def _changes(record: Record, number: int, today: date) -> tuple[SetAnswer, ...]:
    """Return the answers that change because a document goes out: its version, the day of that, where it is now."""
    wanted: list[tuple[str, FieldType, Scalar]] = []
    if str(record.answers.get(_VERSION, "")).strip() != f"{number}.0":
        wanted += [(_VERSION, FieldType.TEXT, f"{number}.0"), (_VERSION_DATE, FieldType.DATE, today)]
    elif _VERSION_DATE not in record.answers:
        wanted.append((_VERSION_DATE, FieldType.DATE, today))
    if record.answers.get(_STATUS) != _OUT:
        wanted.append((_STATUS, FieldType.CHOICE, _OUT))
    return tuple(SetAnswer(FieldPath(record.id, name), type_, value) for name, type_, value in wanted)


def _refuse_unready(paper: Appendix, scope: Scope) -> None:
    if not parties_asked(scope):
        raise NotToSignError(f"Nobody is asked to sign {paper.record.reference}. Nothing was frozen.")
    if has_unnamed(scope):
        raise NotToSignError(
            f"{paper.record.reference} asks for a signature of somebody who is not named yet. Nothing was frozen. "
            "Name who signs for each organisation, then send it again."
        )
    if paper.missing:
        many = "1 answer is" if len(paper.missing) == 1 else f"{len(paper.missing):,} answers are"
        raise NotToSignError(
            f"{many} missing in {paper.record.reference}. Nothing was frozen: nobody should sign a paper with gaps. "
            "Check the paper, answer them, and send it again."
        )


def _askings(ground: SignGround, plan: Plan, paper: Appendix, number: int) -> Iterator[Asking]:
    """Yield for whom copies are made, in the order of the page."""
    rows = signature_rows(plan.facts, plan.library, today=ground.today)
    taken = set(ground.codes)
    for party in parties_asked(telling_of(plan, paper)):
        days = [one.due for one in rows if one.paper == paper.record.id and one.party in {party.id, ""} and one.due]
        code = copy_code(paper, number, party.id, taken)
        taken.add(code)
        yield Asking(party, code, number, _audience(plan, party), min(days, default=None), _keeper(plan.facts))


def _audience(plan: Plan, party: Record) -> Audience:
    """Return what an organisation may see: partners of the tender more than the buyer and others who only sign."""
    partners = [one.answers.get("organisation") for one in plan.facts.of_kind("partnership")]
    partners.append(plan.tender.answers.get("lead_provider"))
    among = any(isinstance(one, Reference) and one.record == party.id for one in partners)
    return Audience.PARTNER if among else Audience.PACK


def _keeper(facts: Facts) -> str:
    """Return who keeps the signed papers, and for whom they work; empty where nobody is named."""
    for sheet in facts.of_kind(SIGN_OFF):
        found = sheet.answers.get("keeper")
        person = facts.get(found.record) if isinstance(found, Reference) else None
        if person is not None:
            works = person.answers.get("organisation")
            organisation = facts.get(works.record) if isinstance(works, Reference) else None
            name = str(person.answers.get("full_name") or person.reference)
            return f"{name}, {short_name(organisation)}" if organisation else name
    return ""


def _own(name: str, code: str, printed: Sequence[Printed]) -> str:
    """Return the name of a copy's files, which no other copy has on any system."""
    taken = {one.part.name.casefold() for one in printed}
    return f"{name}-{code}" if name.casefold() in taken else name


def _events(ground: SignGround, version: SentVersion) -> Iterator[SignEvent]:
    """Yield that the copies of a version are drafted, and that those of the versions before it count no more.

    What was signed before counts where only its changes went out.
    """
    day, words = version.day, f"version {version.label} went out"
    whole = {one.party for one in version.copies if not one.is_change_note}
    for older in ground.of(version.record):
        for copy in older.copies:
            now = state_of([one for one in ground.events if one.code == copy.code])
            stays = now is State.DECLINED or (copy.party not in whole and _stays(copy, now))
            if not stays and may_follow(now, State.SUPERSEDED):
                yield SignEvent(new_id(), copy.code, State.SUPERSEDED, day, version.at, version.by, words)
    for copy in version.copies:
        yield SignEvent(new_id(), copy.code, State.DRAFTED, day, version.at, version.by)


def _stays(copy: SentCopy, now: State) -> bool:
    """Whether a signature stands on a copy, or would if it was only told of changes: later changes build on that."""
    return now is State.ACCEPTED or (copy.is_change_note and not copy.signers and now is State.SENT)
