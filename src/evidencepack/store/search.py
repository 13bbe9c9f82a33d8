# SPDX-License-Identifier: MPL-2.0
"""Finding words in answers: whole words or their beginnings, in any script, with or without accents.

Words are folded before they reach SQLite, so its tokenizer and ours cannot disagree; what a person types is never
FTS5 syntax.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from sqlite3 import Connection as Database

from evidencepack.domain.values import Attachment, Duration, FieldType, Number, Scalar
from evidencepack.store.stored import from_json

# Letters that Unicode does not take apart but people type without their stroke.
_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})
_ASCII_WORD = re.compile(r"[0-9a-z]+")
_TYPED = frozenset({FieldType.TEXT, FieldType.LONG_TEXT})
_ACCENTS = range(0x300, 0x370)
_JOINERS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# More words than this narrow nothing down, and an FTS5 expression has a limit.
_MOST_WORDS = 32

_BELOW = """
SELECT value.path, value.record_id, value.type, value.json
FROM value LEFT JOIN table_row ON table_row.id = value.row_id
WHERE value.path > ? AND value.path < ? AND value.json IS NOT NULL AND table_row.deleted_at IS NULL
"""
_SEARCH = """
SELECT search_entry.path, record.id, record.kind, record.reference, coalesce(record.tender_id, ''),
       value.type, value.json
FROM search_index
JOIN search_entry ON search_entry.id = search_index.rowid
JOIN record ON record.id = search_entry.record_id
LEFT JOIN record AS tender ON tender.id = record.tender_id
LEFT JOIN value ON value.path = search_entry.path
WHERE search_index MATCH :match AND record.deleted_at IS NULL AND tender.deleted_at IS NULL
  AND (:tender = '' OR :tender IN (record.id, tender.id)
       OR (record.kind <> 'tender' AND coalesce(tender.kind, '') <> 'tender'))
ORDER BY search_index.rank, search_entry.path
LIMIT :limit
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """An answer that holds the words: its FieldPath as text, its record, and the whole text of the answer.

    A record found by its own reference has its id as path and the reference as text. ``tender`` is a record id, empty
    for what all tenders share.
    """

    path: str
    record: str
    kind: str
    reference: str
    tender: str
    text: str


def search(db: Database, words: str, *, limit: int, tender: str = "") -> tuple[Hit, ...]:
    """Return the answers that hold all the words or begin with them, best first.

    With the id of a tender, those of other tenders are left out; what all tenders share, and the library, are not.
    """
    wanted = list(fold(words))[:_MOST_WORDS]
    if not wanted:
        return ()
    match = " AND ".join(f'"{word}"*' for word in wanted)
    rows = db.execute(_SEARCH, {"match": match, "limit": limit, "tender": tender})
    return tuple(
        Hit(path, record, kind, reference, tender, text_in(type_, json) if json is not None else reference)
        for path, record, kind, reference, tender, type_, json in rows
    )


def fold(text: str) -> Iterator[str]:
    """Yield the words of a text in the form they are compared in: small letters, no accents, compatible letters."""
    if text.isascii():
        yield from _ASCII_WORD.findall(text.lower())
        return
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_PLAIN)
    bare = "".join(c for c in plain if ord(c) not in _ACCENTS and c not in _JOINERS)
    yield from "".join(c if _is_letter(c) else " " for c in bare).split()


def index(db: Database, path: str, record: str, text: str) -> None:
    """Let a text be found under its path; an empty text takes it out."""
    words = " ".join(fold(text))
    known = db.execute("SELECT id FROM search_entry WHERE path = ?", (path,)).fetchone()
    if known and words:
        db.execute("UPDATE search_index SET words = ? WHERE rowid = ?", (words, known[0]))
    elif known:
        forget(db, path)
    elif words:
        entry = db.execute("INSERT INTO search_entry (path, record_id) VALUES (?, ?)", (path, record)).lastrowid
        db.execute("INSERT INTO search_index (rowid, words) VALUES (?, ?)", (entry, words))


def forget(db: Database, path: str) -> None:
    """Take a path and everything below it out of the index."""
    span = (path, f"{path}/", f"{path}0")
    where = "path = ? OR (path > ? AND path < ?)"
    db.execute(f"DELETE FROM search_index WHERE rowid IN (SELECT id FROM search_entry WHERE {where})", span)  # noqa: S608
    db.execute(f"DELETE FROM search_entry WHERE {where}", span)  # noqa: S608


def find_again(db: Database, path: str) -> None:
    """Let the answers below a record or row that was brought back be found again."""
    for answer, record, kind, json in db.execute(_BELOW, (f"{path}/", f"{path}0")).fetchall():
        index(db, answer, record, text_in(kind, json))


def text_in(kind: str, json: str) -> str:
    """Return the text of a stored value that can be searched: what people typed, not dates, amounts or ids."""
    return words_of(kind, from_json(kind, json))


def words_of(kind: str, value: Scalar) -> str:
    """Return the text of a value that can be searched, as ``text_in`` does."""
    match value:
        case str() as text if kind in _TYPED:
            return text
        case Number(unit=text) | Duration(window=text) | Attachment(name=text):
            return text
        case _:
            return ""


def _is_letter(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LNM" or category == "Co"
