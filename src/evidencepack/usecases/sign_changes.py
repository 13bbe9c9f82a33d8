# SPDX-License-Identifier: MPL-2.0
"""Changes after signing: what a paper says otherwise than the copies that were signed, and whom that touches."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evidencepack.blocks.codec import from_json
from evidencepack.compose.document import composed
from evidencepack.compose.sheets.change_note import ChangedWords, SinceSigned
from evidencepack.compose.telling import telling_to
from evidencepack.compose.visibility import Onlooker
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import SentVersion, Signer, State
from evidencepack.domain.trade import Audience, Weight
from evidencepack.library.model import Library
from evidencepack.signoff.comparing import Said, WordsChanged, weight_of, words_changed
from evidencepack.usecases.carrying import read_facts
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.sign_register import CopyLine

_MOST = 3


class Effect(StrEnum):
    """What a change means for a signature that was given."""

    RE_SIGN = "has to sign again, or to initial the changes"
    NOTIFY = "is to be told, and need not sign again"
    NOTHING = "need not know"


EFFECTS: Mapping[Weight, Effect] = {
    Weight.RE_SIGN: Effect.RE_SIGN,
    Weight.NOTIFY: Effect.NOTIFY,
    Weight.COSMETIC: Effect.NOTHING,
}
"""What a change of each weight means for a signature."""


@dataclass(frozen=True, slots=True)
class SignatureTouched:
    """A signature, the copy that it stands on, and what the paper says otherwise by now."""

    line: CopyLine
    signer: Signer
    changes: tuple[WordsChanged, ...]

    @property
    def effect(self) -> Effect:
        """What that means for it."""
        return EFFECTS[weight_of(self.changes)]

    @property
    def sentence(self) -> str:
        """Return it in a sentence: who signed which version, what they have to do, and about what."""
        version, copy = self.line.version, self.line.copy
        told = [one.about for one in self.changes if EFFECTS[one.weight] is self.effect]
        names = "; ".join(dict.fromkeys(told[:_MOST]))
        more = f"; and {len(told) - _MOST} more" if len(told) > _MOST else ""
        about = f": {names}{more}" if self.effect is not Effect.NOTHING else ""
        said = (
            f"{self.signer.name} signed {version.reference}, version {version.label}, for {copy.organisation} (copy "
            f"{printed(copy.code)})"
        )
        if not self.changes:
            return f"{said}, and nothing has changed since."
        said = f"{said} and {self.effect.value}{about}"
        return said if said.endswith("?") else f"{said}."


def said_by(version: SentVersion) -> Said:
    """Return what a version said to those who sign it; it has to be whole."""
    return Said(from_json(json.loads(version.blocks)), read_facts(version.answers.encode()))


def said_now(paper: Record, facts: Facts, library: Library) -> Said:
    """Return what a paper says to those who sign it as the facts stand."""
    scope = telling_to(Onlooker(library, Audience.PACK), library[paper.kind], paper, facts=facts, library=library)
    return Said(composed(scope, facts), facts)


def standing_copy(copies: Sequence[CopyLine], paper: str, party: str) -> CopyLine | None:
    """Return the copy on whose words the signature of an organisation on a paper stands; None where it has not signed.

    That is the newest that was accepted, or that told of changes which nobody had to agree to.
    """
    found = [one for one in copies if (one.version.record, one.copy.party) == (paper, party) and is_standing(one)]
    return found[-1] if found else None


def find_version(sent: Sequence[SentVersion], record: str, number: int) -> SentVersion:
    """Return the version of a number that went out of a paper; 0 is the newest.

    Raises:
        NotFoundError: if none did.
    """
    there = [one for one in sent if one.record == record]
    for one in reversed(there):
        if number in {0, one.number}:
            return one
    listed = ", ".join(one.label for one in there) or "none"
    raise NotFoundError(f"No version {number}.0 of it went out to be signed. Went out: {listed}.")


def signatures_touched(
    paper: Record, facts: Facts, library: Library, copies: Sequence[CopyLine]
) -> tuple[SignatureTouched, ...]:
    """Return each signature that stands on a paper, with what the paper says otherwise as the facts stand.

    Args:
        paper: the document.
        facts: the tender, with an edit that somebody thinks of, or as it is.
        library: the kinds.
        copies: every copy that went out, of whole versions (``copy_lines``).
    """
    parties = dict.fromkeys(one.copy.party for one in copies if one.version.record == paper.id)
    standing = [one for party in parties if (one := standing_copy(copies, paper.id, party)) is not None]
    if not standing:
        return ()
    now, found = said_now(paper, facts, library), dict[str, tuple[WordsChanged, ...]]()
    for one in standing:
        if one.version.id not in found:
            found[one.version.id] = words_changed(said_by(one.version), now, library)
    return tuple(touched for one in standing for touched in _of_copy(one, copies, found[one.version.id]))


def newly_touched(
    before: Facts, after: Facts, library: Library, copies: Sequence[CopyLine]
) -> tuple[SignatureTouched, ...]:
    """Return the signatures for which an edit changes anything, with all that the papers say otherwise after it.

    Args:
        before: the tender as it was.
        after: the tender with the edit.
        library: the kinds.
        copies: every copy that went out, of whole versions.
    """
    found: list[SignatureTouched] = []
    for name in dict.fromkeys(one.version.record for one in copies):
        was, now = before.get(name), after.get(name)
        if was is None or now is None:
            continue
        old = signatures_touched(was, before, library, copies)
        new = signatures_touched(now, after, library, copies)
        told = [one.changes for one in old]
        found += (one for at, one in enumerate(new) if at >= len(told) or one.changes != told[at])
    return tuple(found)


def since_signed(line: CopyLine, changes: Sequence[WordsChanged]) -> SinceSigned:
    """Return what a note of changes says to those whose signature stands on a copy."""
    by = {weight: tuple(_words(one) for one in changes if one.weight is weight) for weight in Weight}
    return SinceSigned(line.version.label, printed(line.copy.code), by[Weight.RE_SIGN], by[Weight.NOTIFY])


def change_lines(changes: Sequence[WordsChanged]) -> Iterator[str]:
    """Yield changes in words: what each is about and what it means for a signature, its words before and now."""
    for one in changes:
        yield f"{one.about}: whoever signed it {EFFECTS[one.weight].value}."
        yield f"  was: {_one_line(one.before)}"
        yield f"  now: {_one_line(one.after)}"


def is_standing(line: CopyLine) -> bool:
    """Whether a signature stands on a copy: it was accepted, or it told of changes that nobody had to agree to."""
    told = line.only_tells and any(one.state is State.SENT for one in line.events)
    return line.state is State.ACCEPTED or (told and line.state not in {State.SUPERSEDED, State.WITHDRAWN})


def _of_copy(
    line: CopyLine, copies: Sequence[CopyLine], changes: tuple[WordsChanged, ...]
) -> Iterator[SignatureTouched]:
    """Yield the signatures that stand on a copy; of a note that only told, those that were given before it."""
    signers = line.copy.signers
    if not signers:
        signed = [one for one in copies if one.copy.signers and _is_beside(one, line) and is_standing(one)]
        signers = signed[-1].copy.signers if signed else ()
    yield from (SignatureTouched(line, one, changes) for one in signers)


def _is_beside(one: CopyLine, other: CopyLine) -> bool:
    """Whether two copies are of one document, for one organisation."""
    return (one.version.record, one.copy.party) == (other.version.record, other.copy.party)


def _words(one: WordsChanged) -> ChangedWords:
    return ChangedWords(one.about, one.before, one.after)


def _one_line(texts: Sequence[str]) -> str:
    return " / ".join(texts) or "not there"
