# SPDX-License-Identifier: MPL-2.0
"""The copy of a paper that one organisation signs: page before it, paper, sheet behind it, every page marked.

The PDF is for paper and for the screen: it is printed, or filled in and signed digitally. The Word file is for reading
and for notes; it bears the version and the short code, and no marks, because Word breaks pages as it likes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from evidencepack.blocks.document import Document, Running
from evidencepack.compose.bound import Entity
from evidencepack.compose.document import compose
from evidencepack.compose.modified import modified_clauses
from evidencepack.compose.opener import title
from evidencepack.compose.opener import version as version_line
from evidencepack.compose.plain import plain
from evidencepack.compose.scope import Edition, Scope
from evidencepack.compose.sheets.asking import asking_page
from evidencepack.compose.sheets.change_note import SinceSigned, change_note
from evidencepack.compose.sheets.copies import CopyFor, asked_of
from evidencepack.compose.sheets.sign_here import sign_sheet
from evidencepack.compose.signature import ACKNOWLEDGED
from evidencepack.compose.telling import telling
from evidencepack.domain.issue import IssuedFile
from evidencepack.domain.record import Record, short_name
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import SentCopy, Signer
from evidencepack.domain.trade import Audience
from evidencepack.pack.build import ENDING
from evidencepack.pack.fingerprint import PRINTED
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.plan import Appendix, Plan
from evidencepack.pack.press import Format, Press
from evidencepack.paths.names import legal_name
from evidencepack.signoff.copy_part import CopyPart
from evidencepack.signoff.marking import MarkedPages

_ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Asking:
    """For whom a copy is made: the organisation, the short code, the number of the version, when and where it goes.

    ``due`` is the day it is needed back; ``keeper`` the name of whom it goes to (empty: nobody is named).
    ``audience``: what they may see of the answers on the page before the paper. ``since``: they signed the paper before
    and get what has changed since, in place of the whole of it.
    """

    organisation: Record
    code: str
    number: int
    audience: Audience
    due: date | None = None
    keeper: str = ""
    since: SinceSigned | None = None


def copy_part(plan: Plan, paper: Appendix, asking: Asking, press: Press, formats: tuple[Format, ...]) -> CopyPart:
    """Return the files to make of a copy; each speaks of as many pages as it has, blank ones left out."""
    whole = plan.properties_of(paper)
    what = "changes-for" if asking.since else "for"
    name = f"{paper.record.reference}-v{asking.number}.0-{what}-{short_name(asking.organisation)}"
    part = CopyPart(
        legal_name(name, otherwise=asking.code, room=ENDING),
        (),
        (),
        replace(whole, title=f"{whole.title}, for {short_name(asking.organisation)}", version=f"{asking.number}.0"),
        formats,
        stamp=False,
        asked=plan.asked,
        code=asking.code,
        number=asking.number,
    )
    part = _settled(part, press, lambda some, pages: replace(some, documents=_documents(plan, paper, asking, pages)))
    if Format.DOCX not in formats:
        return part
    return _settled(
        part,
        press,
        lambda some, pages: replace(some, in_word=_documents(plan, paper, asking, pages, marked=False)),
    )


def _settled(part: CopyPart, press: Press, made: Callable[[CopyPart, int], CopyPart]) -> CopyPart:
    """Return a part whose pages speak of as many as there are: made again until the number is the right one."""
    pages = 0
    for _ in range(_ROUNDS):
        part = made(part, pages)
        counted = part.count(press)
        if counted == pages:
            break
        pages = counted
    return part


def sent_copy(plan: Plan, paper: Appendix, asking: Asking, marked: MarkedPages, files: Sequence[BuiltFile]) -> SentCopy:
    """Return what is kept of a copy that was made, with these pages and files."""
    scope = _scope(plan, paper, asking.audience)
    return SentCopy(
        asking.code,
        asking.organisation.id,
        _legal_name(asking.organisation),
        tuple(_signers(scope, asking)),
        marked.sent,
        marked.areas,
        tuple(IssuedFile(file.name, file.sha256, len(file.data), file.pages) for file in files),
    )


def _documents(plan: Plan, paper: Appendix, asking: Asking, pages: int, *, marked: bool = True) -> tuple[Document, ...]:
    scope = _scope(plan, paper, asking.audience)
    copy = CopyFor(
        asking.organisation,
        _legal_name(asking.organisation),
        _running(scope, asking),
        pages,
        printed(asking.code),
        paper.content_hash[:PRINTED],
        asking.due,
        asking.keeper,
        marked,
    )
    if asking.since:
        return (change_note(scope, copy, replace(asking.since, initials=tuple(_initials(scope, asking)))),)
    edition = Edition(needed=paper.missing, party=asking.organisation.id)
    whole = compose(
        paper.kind, paper.record, facts=plan.facts, library=plan.library, audience=Audience.PACK, edition=edition
    )
    modified = modified_clauses(paper.record, plan.facts, plan.library, asking.audience)
    sheet = sign_sheet(scope, copy)
    return (
        asking_page(scope, copy, modified),
        replace(whole, running=copy.running),
        *((sheet,) if sheet else ()),
    )


def _scope(plan: Plan, paper: Appendix, audience: Audience) -> Scope:
    return telling(paper.kind, paper.record, facts=plan.facts, library=plan.library, audience=audience)


def _running(scope: Scope, asking: Asking) -> Running:
    return Running(
        f"{'Changes' if asking.since else 'To be signed'} for {short_name(asking.organisation)}",
        title(scope),
        scope.record.reference,
        version_line(scope),
        printed(asking.code),
    )


def _signers(scope: Scope, asking: Asking) -> Iterator[Signer]:
    if asking.since and not asking.since.to_agree:
        return
    for line, one in asked_of(scope, asking.organisation.id):
        yield Signer(
            one.person.record.id if isinstance(one.person, Entity) else "",
            plain(one.signatory.name),
            plain(one.signatory.role),
            one.stage.value,
            asking.due.isoformat() if asking.due else "",
            line.kind == ACKNOWLEDGED or asking.since is not None,
        )


def _initials(scope: Scope, asking: Asking) -> Iterator[tuple[str, str]]:
    """Yield name and role of each who is to initial changes."""
    for _, one in asked_of(scope, asking.organisation.id):
        yield plain(one.signatory.name), plain(one.signatory.role)


def _legal_name(organisation: Record) -> str:
    return str(organisation.answers.get("legal_name") or short_name(organisation))
