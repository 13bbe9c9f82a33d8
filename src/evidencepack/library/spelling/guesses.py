# SPDX-License-Identifier: MPL-2.0
"""What a person may have meant by a word that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import nsmallest
from itertools import chain

from evidencepack.library.spelling.speller import Speller

MOST = 6
"""How many guesses are offered at most."""

_FEW_LETTERS = 4
_STEP, _OTHER_START, _RARE, _SPLIT, _SOUND = 10, 6, 4, 15, 6


def guesses(word: str, speller: Speller, own: Iterable[str] = ()) -> tuple[str, ...]:
    """Return up to ``MOST`` words that look or sound like a word, the likeliest first, written as it is."""
    wanted = word.replace("’", "'").casefold()
    limit = 1 if len(wanted) <= _FEW_LETTERS else 2
    scores: dict[str, int] = {}
    for guess, score in chain(
        _near(wanted, chain(speller.listed, sorted(speller.care), own), limit, speller),
        _alike(wanted, speller),
        _split(wanted, speller),
    ):
        written = _written_as(word, guess)
        if guess not in speller.unoffered and written != word:
            scores[written] = min(score, scores.get(written, score))
    # A word of the dictionary stands in names too; one of the two is offered, in small letters if it has them.
    once = {guess.casefold(): guess for guess in sorted(scores)}
    return tuple(nsmallest(MOST, once.values(), key=lambda guess: (scores[guess], guess)))


def _near(wanted: str, words: Iterable[str], limit: int, speller: Speller) -> Iterator[tuple[str, int]]:
    """Yield the words that a few changes of letters lead to; a change is one more, one less, another, or two swapped.

    Words come in order, so what was reckoned for the beginning of one holds for the next that begins so too.
    """
    rows: list[list[int]] = [list(range(len(wanted) + 1))]
    last, dead = "", "\n"
    for word in words:
        if abs(len(word) - len(wanted)) > limit or word.startswith(dead):
            continue
        small = word.casefold()
        at = _shared(last, small)
        del rows[at + 1 :]
        last, dead = small, "\n"
        while at < len(small):
            rows.append(_row(rows, small, at, wanted))
            at += 1
            # Two letters swapped reach back by one row.
            if min(rows[-1]) > limit and min(rows[-2]) >= limit:
                last, dead = small[:at], word[:at]
                break
        else:
            if rows[-1][-1] <= limit:
                yield word, _STEP * rows[-1][-1] + _unlikely(small, wanted, speller)


def _row(rows: list[list[int]], word: str, at: int, wanted: str) -> list[int]:
    """Return how many changes lead from the first letters of a word to each beginning of the wanted one."""
    above, letter = rows[at], word[at]
    row = [at + 1]
    for place, other in enumerate(wanted):
        if letter == other:
            row.append(above[place])
            continue
        best = 1 + min(above[place], above[place + 1], row[place])
        if at and place and letter == wanted[place - 1] and word[at - 1] == other:
            best = min(best, 1 + rows[at - 1][place - 1])
        row.append(best)
    return row


def _unlikely(guess: str, wanted: str, speller: Speller) -> int:
    """Return what speaks against a guess: another first letter, other letters altogether, and that it is rare."""
    start = 0 if guess[:1] == wanted[:1] else _OTHER_START
    letters = 0 if sorted(guess) == sorted(wanted) else 3
    if guess in speller.common:
        return start + letters + min(_RARE, speller.common[guess] // 500)
    return start + letters + (0 if guess in speller.care else 2 * _RARE)


def _alike(wanted: str, speller: Speller) -> Iterator[tuple[str, int]]:
    """Yield the words that sound the same."""
    for heard, meant in speller.sounds:
        at = wanted.find(heard)
        while at >= 0:
            guess = wanted[:at] + meant + wanted[at + len(heard) :]
            if guess in speller.listed:
                yield guess, _SOUND + _unlikely(guess, wanted, speller)
            at = wanted.find(heard, at + 1)


def _split(wanted: str, speller: Speller) -> Iterator[tuple[str, int]]:
    """Yield two common words that stand there without a space between them."""
    for at in range(1, len(wanted)):
        parts = wanted[:at], wanted[at:]
        if all(part in speller.common for part in parts):
            yield " ".join(parts), _SPLIT + max(speller.common[part] for part in parts) // 200


def _shared(one: str, other: str) -> int:
    """Return how many letters two words begin with together."""
    at, end = 0, min(len(one), len(other))
    while at < end and one[at] == other[at]:
        at += 1
    return at


def _written_as(word: str, guess: str) -> str:
    if word.isupper() and len(word) > 1:
        return guess.upper()
    return guess[:1].upper() + guess[1:] if word[:1].isupper() else guess
