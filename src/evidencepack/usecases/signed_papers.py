# SPDX-License-Identifier: MPL-2.0
"""Papers that were signed: what was signed is noted with the signature, and told apart from what the paper says now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from evidencepack.compose.document import composed
from evidencepack.compose.signed import SIGN_OFF
from evidencepack.compose.signed_words import (
    DAY,
    KEPT,
    SIGNED_WORDS,
    SIGNING,
    WORDS,
    Agreed,
    Signed,
    agreed_in,
    changed_signatures,
    kept_in,
    signatures_in,
)
from evidencepack.compose.telling import telling_to
from evidencepack.compose.visibility import Onlooker
from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts, Record, short_name
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import FieldType, Scalar
from evidencepack.library.model import Library
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.changes import AddRecord, AddRow, RemoveRow, SetAnswer, Single, Together
from evidencepack.usecases.remembering import Remembered
from evidencepack.usecases.saving import keep_changes

WHY = "noted what was signed"
"""What the history says of notes that nobody typed."""

_REFERENCE, _STATUS = "SIGNED", "status"
_INITIALLED, _SOMEBODY = "those who initialled it", "somebody"


class PaperWords:
    """What papers say to those who sign them. A paper is composed again only when something changes that it reads."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._onlooker = Onlooker(library, Audience.PACK)
        self._known: Remembered[Agreed] = Remembered()

    def of(self, paper: str, facts: Facts) -> Agreed:
        """Return what a paper (its id) says as the facts stand."""
        return self._known.about(paper, facts, partial(self._composed, paper))

    def changed(self, facts: Facts) -> tuple[Signed, ...]:
        """Return the signatures under papers that say other words by now."""
        return changed_signatures(facts, self._library, lambda paper: self.of(paper.id, facts).words)

    def _composed(self, paper: str, facts: Facts) -> Agreed:
        record = facts.records[paper]
        scope = telling_to(self._onlooker, self._library[record.kind], record, facts=facts, library=self._library)
        return agreed_in(composed(scope, facts), facts, self._library)


@dataclass(frozen=True, slots=True)
class Touched:
    """A paper that is signed: who signed it, and those of them that signed other words than it says now.

    Each is the short name of an organisation, or "those who initialled it"; "somebody" where only the paper says that
    it is signed.
    """

    paper: Record
    signers: tuple[str, ...]
    changed: tuple[str, ...]


def parties_touched(changed: Sequence[Signed]) -> Mapping[str, tuple[str, ...]]:
    """Return, by the id of each paper, the organisations whose signatures stand under other words than it says now."""
    found: dict[str, list[str]] = {}
    for one in changed:
        found.setdefault(one.paper.id, []).append(one.party)
    return {paper: tuple(dict.fromkeys(parties)) for paper, parties in found.items()}


def noted_now(facts: Facts, library: Library, words: PaperWords) -> Mapping[str, str]:
    """Return what the papers say under those signatures of which nothing was noted, by the ids of the signatures."""
    return {one.id: words.of(one.paper.id, facts).words for one in _unnoted(facts, library)}


def notes(facts: Facts, library: Library, said: Callable[[Signed], str]) -> tuple[Single, ...]:
    """Return the changes that note what was signed and was not noted, and forget what nobody has signed any more.

    ``said`` gives the fingerprint of what was signed; empty where nobody knows.
    """
    there = {one.id for one in signatures_in(facts, library)}
    open_ones = [(one, said(one)) for one in _unnoted(facts, library)]
    fresh = {one.id for one, words in open_ones if words}
    kept = kept_in(facts)
    gone = [one for name, one in kept.items() if name not in there or name in fresh]
    return (*(RemoveRow(one.record, KEPT, one.row) for one in gone), *_added(facts, open_ones))


def noted_anew(facts: Facts, library: Library, signed: Collection[str], words: str) -> tuple[Single, ...]:
    """Return the changes that note that signatures (by their ids) stand on other words than before, their days kept."""
    found = [(one, words) for one in signatures_in(facts, library) if one.id in signed]
    kept = kept_in(facts)
    gone = [kept[one.id] for one, _ in found if one.id in kept]
    return (*(RemoveRow(one.record, KEPT, one.row) for one in gone), *_added(facts, found))


def note_signatures(workspace: Workspace, facts: Facts, library: Library) -> None:
    """Note in a workspace what was signed, before something else is done that could change it."""
    words = PaperWords(library)
    changes = notes(facts, library, lambda one: words.of(one.paper.id, facts).words)
    if changes:
        keep_changes(workspace, (Together(changes, WHY),))


def is_about_signing(path: FieldPath, facts: Facts) -> bool:
    """Whether an answer says that somebody has signed: one of a sign-off sheet, or where a paper is now."""
    record = facts.get(path.record)
    return path.field == _STATUS or record is None or record.kind == SIGN_OFF


def touched_by(record: str, facts: Facts, library: Library, words: PaperWords) -> tuple[Touched, ...]:
    """Return the signed papers that a record is, or that speak of it, in the order of the register."""
    changed = {one.id for one in words.changed(facts)}
    papers: dict[str, list[Signed]] = {}
    for one in signatures_in(facts, library):
        if record == one.paper.id or record in words.of(one.paper.id, facts).records:
            papers.setdefault(one.paper.id, []).append(one)
    return tuple(_touched(facts, signed, changed) for signed in papers.values())


def _touched(facts: Facts, signed: Sequence[Signed], changed: set[str]) -> Touched:
    signers = dict.fromkeys(_called(facts, one) for one in signed)
    others = dict.fromkeys(_called(facts, one) for one in signed if one.id in changed)
    return Touched(signed[0].paper, tuple(signers), tuple(others))


def _called(facts: Facts, one: Signed) -> str:
    organisation = facts.get(one.party)
    if organisation is not None:
        return short_name(organisation)
    return _INITIALLED if one.day else _SOMEBODY


def _unnoted(facts: Facts, library: Library) -> Iterator[Signed]:
    """Yield the signatures of which nothing is noted, or something of another day: they were given again."""
    kept = kept_in(facts)
    for one in signatures_in(facts, library):
        was = kept.get(one.id)
        if was is None or was.day != one.day:
            yield one


def _added(facts: Facts, found: Sequence[tuple[Signed, str]]) -> Iterator[Single]:
    wanted = [(one, words) for one, words in found if words]
    if not wanted:
        return
    record = next((one.id for one in facts.of_kind(SIGNED_WORDS)), "")
    if not record:
        record = new_id()
        yield AddRecord(record, SIGNED_WORDS, _REFERENCE, facts.tender)
    for one, words in wanted:
        row = new_id()
        yield AddRow(record, KEPT, row)
        cells: tuple[tuple[str, FieldType, Scalar | None], ...] = (
            (SIGNING, FieldType.TEXT, one.id),
            (WORDS, FieldType.TEXT, words),
            (DAY, FieldType.DATE, one.day),
        )
        for column, type_, value in cells:
            if value is not None:
                yield SetAnswer(FieldPath(record, KEPT, row, column), type_, value)
