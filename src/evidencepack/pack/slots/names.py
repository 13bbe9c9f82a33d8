# SPDX-License-Identifier: MPL-2.0
"""What the files of slots are called: by the buyer's pattern, legal on every system, and no two alike in all slots."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from evidencepack.domain.slots import Letters, NameRule
from evidencepack.paths.names import is_legal_name, legal_name

PLACES = ("tender", "bidder", "slot", "letter", "title", "version")
"""What a pattern can have filled in."""

USUAL = "{letter}_{title}"
"""The pattern where the buyer has none."""

MOST_BYTES = 150
"""Of a name with its ending: so many leave room for a folder and for a mark while it is written."""

_MOST_APART = 20
"""Of what tells a name from another one: more would leave no room for the name."""

_PLACE = re.compile(r"\{([^{}]*)\}")
_BRACE = re.compile(r"[{}]")
_TYPED = re.compile(r"\.(pdf|docx?|xlsx?)\s*$", re.IGNORECASE)
_WORDS = re.compile(r"[^A-Za-z0-9]+")
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9_-]+")
_SEVERAL = re.compile(r"([_-])[_-]+")
_LOOSE = " ._-"
# Letters that Unicode takes for letters of their own, in the spelling that a plain keyboard has for them.
_SPELT = str.maketrans(
    {"ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D"}
    | {"þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "ı": "i", "’": "", "'": "", "–": "-", "—": "-", ".": "-"}
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name to make: the rule, the ending ("pdf"), the words to fill in by place.

    ``apart`` is what to add if another file has the name, the best first. ``otherwise`` stands in the place of a title
    that leaves no letter, such as one in another script.
    """

    rule: NameRule
    ending: str
    words: Mapping[str, str]
    apart: tuple[str, ...]
    otherwise: str = "file"


def unknown_places(pattern: str) -> tuple[str, ...]:
    """Return what a pattern wants filled in and nothing fills, in its order."""
    return tuple(dict.fromkeys(name for name in _PLACE.findall(pattern) if name not in PLACES))


def has_loose_brace(pattern: str) -> bool:
    """Whether a brace in a pattern opens or closes nothing."""
    return bool(_BRACE.search(_PLACE.sub("", pattern)))


def typed_ending(pattern: str) -> str:
    """Return the ending that somebody wrote behind a pattern ("pdf"); empty for none."""
    found = _TYPED.search(pattern)
    return found[1].casefold() if found else ""


def names_of(wanted: Sequence[Wanted]) -> tuple[str, ...]:
    """Return a name for each, in order; none is the same as another, not even in another case."""
    taken = set[str]()
    found = []
    for one in wanted:
        found.append(_free(one, taken))
        taken.add(_key(found[-1]))
    return tuple(found)


def numbered(name: str, rule: NameRule, number: int, of: int) -> str:
    """Return the name of one of several files that one became, within the same rule; ``number`` counts from 1."""
    stem, _, ending = name.rpartition(".")
    mark = f"{number}of{of}" if rule.letters is Letters.STRICT else f"{number}-of-{of}"
    between = _between(rule)
    room = min(rule.longest, MOST_BYTES) - size_of(f"{between}{mark}.{ending}")
    return f"{_cut(stem, room)}{between}{mark}.{ending}"


def keeps_rule(name: str, rule: NameRule) -> bool:
    """Whether a name has the letters and the length of a rule, and every system takes it."""
    stem = name.rpartition(".")[0] or name
    known = {Letters.PLAIN: _NOT_PLAIN, Letters.STRICT: _WORDS}.get(rule.letters)
    return is_legal_name(name) and len(name) <= rule.longest and not (known and known.search(stem))


def _key(name: str) -> str:
    """Return what two names share that a disk or a portal takes for one."""
    # Letters in a smaller case may come in two pieces again, as those of a Turkish İ.
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _free(one: Wanted, taken: set[str]) -> str:
    return next(name for name in _tries(one) if _key(name) not in taken and is_legal_name(name))


def _tries(one: Wanted) -> Iterable[str]:
    """Yield the name as it should be, then with what tells it apart, then with numbers."""
    yield _name(one, "")
    behind = [found for text in one.apart if (found := _cut(_worded(text, one.rule.letters), _MOST_APART))]
    yield from (_name(one, found) for found in behind)
    yield from (_name(one, str(number)) for number in count(2))


def whole_stem(one: Wanted) -> str:
    """Return what a file is called by its rule, without its ending, before anything is cut or told apart."""
    return _filled(one.rule, _words_of(one))


def room_for(one: Wanted, behind: str = "") -> int:
    """Return how long a name may be without its ending, and without what is put ``behind`` it."""
    return min(one.rule.longest, MOST_BYTES) - len(f".{one.ending}") - len(f"_{behind}" if behind else "")


def titled(one: Wanted) -> str:
    """Return the title in the letters of the rule; empty if none of its letters is one."""
    return _worded(_TYPED.sub("", one.words.get("title", "")), one.rule.letters)


def _words_of(one: Wanted) -> dict[str, str]:
    words = {name: _worded(text, one.rule.letters) for name, text in one.words.items()}
    return {**words, "title": titled(one) or _worded(one.otherwise, one.rule.letters)}


def _name(one: Wanted, behind: str) -> str:
    """Return a name with its ending; where it is too long, its title is cut first, then its end."""
    room, words, stem = room_for(one, behind), _words_of(one), whole_stem(one)
    if size_of(stem) > room:
        words["title"] = _cut(words["title"], max(0, size_of(words["title"]) - (size_of(stem) - room)))
        stem = _filled(one.rule, words)
    stem = _cut(stem, room) or _worded(one.otherwise, one.rule.letters)[:room]
    whole = _between(one.rule).join(filter(None, (stem, behind)))
    return legal_name(f"{whole}.{one.ending}", otherwise=f"file.{one.ending}")


def _filled(rule: NameRule, words: Mapping[str, str]) -> str:
    """Return a pattern with its places filled; an empty one leaves no two separators behind."""
    pattern = _TYPED.sub("", rule.pattern) or USUAL
    filled = _PLACE.sub(lambda found: words.get(found[1], ""), pattern)
    return _SEVERAL.sub(r"\1", _lettered(filled, rule.letters)).strip(_LOOSE)


def _worded(text: str, letters: Letters) -> str:
    """Return words in the letters of a rule: as they stand, joined by ``_``, or run together with capitals."""
    if letters is Letters.ANY:
        return " ".join(legal_name(text, otherwise="").split())
    apart = _NOT_PLAIN if letters is Letters.PLAIN else _WORDS
    words = [word for one in apart.split(_plain(text)) if (word := one.strip(_LOOSE))]
    return "_".join(words) if letters is Letters.PLAIN else "".join(f"{word[0].upper()}{word[1:]}" for word in words)


def _lettered(text: str, letters: Letters) -> str:
    match letters:
        case Letters.ANY:
            return legal_name(text, otherwise="")
        case Letters.PLAIN:
            return _NOT_PLAIN.sub("_", _plain(text))
        case Letters.STRICT:
            return _WORDS.sub("", _plain(text))


def _plain(text: str) -> str:
    """Return text without accents, and without letters that no plain keyboard has."""
    apart = unicodedata.normalize("NFKD", text.translate(_SPELT))
    return "".join(letter for letter in apart if letter.isascii())


def _between(rule: NameRule) -> str:
    return {Letters.ANY: " ", Letters.PLAIN: "_", Letters.STRICT: ""}[rule.letters]


def size_of(text: str) -> int:
    """Return what counts for the longest name: characters, or bytes if those are more."""
    return max(len(text), len(text.encode()))


def _cut(text: str, most: int) -> str:
    cut = text.encode()[:most].decode(errors="ignore")
    return cut.rstrip(_LOOSE)
