# SPDX-License-Identifier: MPL-2.0
"""What everybody may know of the organisations and people at work: their numbers, addresses and names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from evidencepack.domain.record import Record
from evidencepack.domain.values import Table
from evidencepack.review.details_of_people import digits_of
from evidencepack.review.reading import Reading

_PUBLIC = ("contact", "organisation", "tender", "governance")
_SPLIT = re.compile(r"[\s,.;]+")
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Mx", "Dr"})
_FREE = re.compile(r"@(?:gmail|hotmail|outlook|yahoo|icloud|aol|btinternet|live|sky)\.", re.IGNORECASE)

Known = Callable[[Reading, str], bool]
"""Whether words are known to be about an organisation or somebody at work."""


def nothing(_: Reading, __: str) -> bool:
    """Return that no words are known."""
    return False


def telephone(reading: Reading, words: str) -> bool:
    """Whether a telephone number is that of an organisation or of somebody at work."""
    return digits_of(words) in re.sub(r"[ ()\-]", "", reading.once(_said).replace("+44", "0"))


def mailbox(reading: Reading, words: str) -> bool:
    """Whether an e-mail address, or its ending, is that of an organisation or of somebody at work."""
    ending = words if _FREE.search(words) else words[words.index("@") :]
    return ending.casefold() in reading.once(_said).casefold()


def place(reading: Reading, words: str) -> bool:
    """Whether an address or a postcode is that of an organisation."""
    return re.sub(r"[\s,]", "", words).casefold() in re.sub(r"[\s,]", "", reading.once(_said)).casefold()


def name(reading: Reading, words: str) -> bool:
    """Whether a name is that of somebody at work: all of it, or a title with the surname."""
    said = [one for one in _SPLIT.split(words) if one and one not in _TITLES]
    known = reading.once(_names)
    return any(set(said) <= one for one in known)


def _said(reading: Reading) -> str:
    """Return all words of the records of organisations, people at work, the tender and its ways of working."""
    return "\n".join(words for kind in _PUBLIC for record in reading.of(kind) for words in _strings(record))


def _names(reading: Reading) -> tuple[frozenset[str], ...]:
    people = (str(one.answers.get("full_name", "")) for one in reading.of("contact"))
    bodies = (
        str(one.answers.get(name, "")) for one in reading.of("organisation") for name in ("short_name", "legal_name")
    )
    return tuple(frozenset(_SPLIT.split(one)) for one in (*people, *bodies) if one)


def _strings(record: Record) -> Iterator[str]:
    for answer in record.answers.values():
        if isinstance(answer, str):
            yield answer
        elif isinstance(answer, Table):
            yield from (cell for row in answer.rows for cell in row.cells.values() if isinstance(cell, str))
