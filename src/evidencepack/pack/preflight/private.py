# SPDX-License-Identifier: MPL-2.0
"""Words that this reader may not see: the sentences of private answers, to be looked for in the bytes of files.

Packs are built up from what a reader may see, so none of them should be there. This looks all the same, in what is
written: a leak is found even where the way by which it came was thought of by nobody.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from evidencepack.compose.visibility import visible
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Table
from evidencepack.library.model import Library
from evidencepack.library.wording import HOUSE_WORDING

_LEAST = 16
"""Fewer letters than these stand in a file by chance."""

_ENDS = re.compile(r"(?<=[.!?;])\s+|\n+")
_PARTS = re.compile(r"[,;:()–—]")
_TEMPLATE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_NAMED = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(/[\w-]+)*")
"""An answer by its path, or a record by its id: Word files name them in their manifest part, and they say nothing."""

_NO_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Secret:
    """A sentence of an answer that a reader may not see: its path, what it says, and its letters alone."""

    path: str
    words: str
    letters: str


def letters_of(text: str) -> str:
    """Return the letters and digits of a text in small: how lines break and what joins words changes nothing."""
    return _NO_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())


def secrets_of(facts: Facts, library: Library, audience: Audience) -> tuple[Secret, ...]:
    """Return the sentences of the tender that stand in no answer that the audience may see, and in no clause.

    A sentence of which each part is open, such as "Ada Byron, Head of Care", says nothing that its parts do not.
    """
    seen = [text for _, text in _texts(visible(facts, library, audience))]
    open_letters = "\n".join(map(letters_of, (*seen, *_clauses(library))))
    found = {one.letters: one for one in _sentences(facts) if not _is_open(one, open_letters)}
    return tuple(found.values())


def _is_open(secret: Secret, open_letters: str) -> bool:
    if secret.letters in open_letters:
        return True
    return all(letters_of(part) in open_letters for part in _PARTS.split(secret.words))


def _clauses(library: Library) -> Iterator[str]:
    """Yield the words of all clauses, without what is filled in: they are the same for everybody."""
    for kind in library.kinds.values():
        for clause in kind.clauses:
            yield _TEMPLATE.sub("", clause.words)


def _sentences(facts: Facts) -> Iterator[Secret]:
    # Who may not see the record of house words still reads the clause that has them.
    for path, text in _texts(facts, without=HOUSE_WORDING):
        for sentence in _ENDS.split(text):
            letters = letters_of(sentence)
            if len(letters) >= _LEAST and not _NAMED.fullmatch(sentence.strip()):
                yield Secret(path, sentence.strip(), letters)


def _texts(facts: Facts, *, without: str = "") -> Iterator[tuple[str, str]]:
    """Yield everything that is written in words, with the path of its answer."""
    for record in facts.records.values():
        for name, answer in record.answers.items() if record.kind != without else ():
            if isinstance(answer, str):
                yield f"{record.id}/{name}", answer
            elif isinstance(answer, Table):
                cells = ((row.id, column, cell) for row in answer.rows for column, cell in row.cells.items())
                yield from (
                    (f"{record.id}/{name}/{row}/{column}", cell) for row, column, cell in cells if isinstance(cell, str)
                )
