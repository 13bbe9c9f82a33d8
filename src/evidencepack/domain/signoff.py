# SPDX-License-Identifier: MPL-2.0
"""Sign-off: a version of one document that went out to be signed, a copy for each who signs, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from evidencepack.domain.issue import IssuedFile

INITIALS = "initials"
"""What an area is called in which somebody initials changes of what they signed before."""


@dataclass(frozen=True, slots=True)
class InkArea:
    """Where somebody is to write: the page, from 1, and a rectangle in points from its top left corner.

    ``what`` is "signature" (or initials of a list), "initials" (of a note of changes), "date", "name", "role" or
    "words"; ``label`` says in words what and for whom.
    """

    what: str
    page: int
    x: float
    y: float
    width: float
    height: float
    label: str


@dataclass(frozen=True, slots=True)
class SentPage:
    """A page as it went out: what its mark says of what stands on it, and its size in points."""

    stub: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who is to sign a copy: the contact (an id, empty while nobody is named), the name and role in words.

    ``stage`` is by when, ``due`` the day on which it is needed back (ISO, empty for none). ``initials``: they initial
    a list, and sign no box.
    """

    person: str
    name: str
    role: str
    stage: str
    due: str = ""
    initials: bool = False


@dataclass(frozen=True, slots=True)
class SentCopy:
    """The copy for one organisation. ``code`` is its short code; ``party`` an id, ``organisation`` its legal name.

    ``pages`` are those with a mark, in their order; ``areas`` where ink is expected; ``files`` what was made of it.
    """

    code: str
    party: str
    organisation: str
    signers: tuple[Signer, ...]
    pages: tuple[SentPage, ...]
    areas: tuple[InkArea, ...]
    files: tuple[IssuedFile, ...]

    @property
    def is_change_note(self) -> bool:
        """Whether it is a note of changes for those who signed before: to initial, or without any room to know."""
        return any(one.what == INITIALS for one in self.areas) or not (self.areas or self.signers)


@dataclass(frozen=True, slots=True)
class SentVersion:
    """A document as it went out to be signed, whole. ``record`` is its id, ``tender`` that of its tender.

    ``number`` is that of the version, 2 for "version 2.0": only whole numbers are signed. ``at`` is when (ISO, UTC),
    ``by`` who, ``as_of`` the date of the content. ``content_hash`` is the SHA-256 of what the document says, ``blocks``
    that as JSON, ``answers`` the records of the whole tender as they were.
    """

    id: str
    tender: str
    record: str
    reference: str
    title: str
    kind: str
    kind_version: int
    number: int
    at: str
    by: str
    as_of: str
    made_with: str
    content_hash: str
    copies: tuple[SentCopy, ...]
    blocks: str = field(default="", repr=False)
    answers: str = field(default="", repr=False)

    @property
    def label(self) -> str:
        """The version as people write it: "2.0"."""
        return f"{self.number}.0"

    @property
    def day(self) -> str:
        """The day on which it was frozen (ISO)."""
        return self.at[:10]


class State(StrEnum):
    """What became of a copy, step by step.

    ``signed``: one of those who sign it has, and others have not yet; ``accepted``: all have. ``certified`` says only
    that a certificate of sign-off tells of it, and leaves it standing as it stood.
    """

    DRAFTED = "drafted"
    PRINTED = "printed"
    SENT = "sent"
    CHASED = "chased"
    RETURNED = "returned"
    SIGNED = "signed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"
    CERTIFIED = "certified"


OPEN = frozenset({State.DRAFTED, State.PRINTED, State.SENT, State.CHASED, State.RETURNED, State.SIGNED})
"""States in which a signature is still awaited, or what came back is still to be looked at."""

NEEDS_REASON = frozenset({State.DECLINED, State.WITHDRAWN})
"""States that somebody has to give a reason for."""

_LOST = frozenset({State.DECLINED, State.EXPIRED})
_ENDS = frozenset({State.SUPERSEDED, State.WITHDRAWN})
_FOLLOWS: Mapping[State, frozenset[State]] = MappingProxyType(
    {
        **dict.fromkeys(OPEN, frozenset(State) - {State.DRAFTED, State.CERTIFIED}),
        State.ACCEPTED: _ENDS,
        State.DECLINED: frozenset({*_ENDS, State.RETURNED}),
        State.EXPIRED: frozenset({*_ENDS, State.SENT, State.RETURNED}),
        State.CERTIFIED: frozenset(),
        State.SUPERSEDED: frozenset(),
        State.WITHDRAWN: frozenset(),
    }
)


@dataclass(frozen=True, slots=True)
class SignEvent:
    """One thing that happened to a copy. ``day`` is the day on which it did (ISO), ``at`` when it was noted (UTC).

    ``by`` is who noted it, ``words`` the reason or a remark; ``deputy`` who signed in place of the one who was asked,
    ``authority`` what allows whoever signed to do so. Of ``signed`` the words are the name of the one who was asked, as
    the copy has it; of ``certified`` the SHA-256 of the certificate.
    """

    id: str
    code: str
    state: State
    day: str
    at: str
    by: str
    words: str = ""
    deputy: str = ""
    authority: str = ""


def may_follow(now: State, then: State) -> bool:
    """Whether a copy that stands so can come to stand so."""
    return then in _FOLLOWS[now]


def state_of(events: Sequence[SignEvent]) -> State:
    """Return how a copy stands: as the event says that was noted last; drafted before there is one."""
    return next((one.state for one in reversed(events) if one.state is not State.CERTIFIED), State.DRAFTED)


def signed_by(events: Sequence[SignEvent]) -> frozenset[str]:
    """Return the names, as the copy has them, of those who signed it one by one since it was declined or ran out."""
    found = set[str]()
    for one in events:
        if one.state is State.SIGNED:
            found.add(one.words)
        elif one.state in _LOST:
            found.clear()
    return frozenset(found)
