# SPDX-License-Identifier: MPL-2.0
"""A PDF held against the copy that it says it is, page by page: what was changed, added, taken out or exchanged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import SentCopy, SentVersion
from evidencepack.guard.pdf_words import PageSays, pdf_pages

_PDF = ".pdf"
_LOOKS_OTHER = "says the same, and looks other: something was drawn, covered or exchanged on it"
_FEW, _WORDS = 3, 12
_AS_IT_WAS = "Its pages say and look what they did when it went out."


class Originals:
    """The pages of copies as they went out, each read once; ``read`` gives the bytes of a file by their SHA-256."""

    def __init__(self, read: Callable[[str], bytes]) -> None:
        self._read = read
        self._known: dict[str, tuple[PageSays, ...]] = {}

    def of(self, copy: SentCopy) -> tuple[PageSays, ...]:
        """Return the pages of the PDF of a copy; none where it has no PDF.

        Raises:
            GuardError: if they cannot be read.
        """
        if copy.code not in self._known:
            file = next((one for one in copy.files if one.name.casefold().endswith(_PDF)), None)
            self._known[copy.code] = pdf_pages(self._read(file.sha256)) if file else ()
        return self._known[copy.code]


@dataclass(frozen=True, slots=True)
class HeldAgainst:
    """A PDF held against a copy that went out: what is other, a clause each; nothing where all pages are the same."""

    version: SentVersion
    copy: SentCopy
    found: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """Return what is other, in a sentence."""
        return f"What is other than when it went out: {'; '.join(self.found)}." if self.found else _AS_IT_WAS


def held_against(data: bytes, sent: Sequence[SentVersion], originals: Originals) -> HeldAgainst | None:
    """Return what is other in a PDF than in the copy whose code most of its pages bear; None where none bears any.

    Args:
        data: the file, which anyone may have made.
        sent: all that went out; pages of other versions and copies of the paper are known by it.
        originals: the pages of what went out.

    Raises:
        GuardError: if its pages cannot be read.
    """
    there = pdf_pages(data)
    said = Counter(word for page in there for word in set(page.words))
    copies = [(one, copy) for one in sent for copy in one.copies]
    version, copy = max(copies, key=lambda one: said[printed(one[1].code)], default=(None, None))
    if version is None or copy is None or not said[printed(copy.code)]:
        return None
    return _held(there, version, copy, sent, originals)


def _held(
    there: Sequence[PageSays], version: SentVersion, copy: SentCopy, sent: Sequence[SentVersion], originals: Originals
) -> HeldAgainst:
    were = originals.of(copy)
    matcher = SequenceMatcher(None, [_key(one) for one in were], [_key(one) for one in there], autojunk=False)
    others = [(one, each) for one in sent if one.record == version.record for each in one.copies]
    known = _Known(copy, others, originals)
    found = [
        words
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
        for words in _told(were[i:j], there[k:m], (i, k), known)
    ]
    stuck = [number for number, one in enumerate(there, start=1) if one.stuck]
    found += [f"something is stuck on page {number}" for number in stuck]
    return HeldAgainst(version, copy, tuple(found))


class _Known:
    """Pages of everything that went out of a paper, read only when one is looked for."""

    def __init__(self, copy: SentCopy, others: Sequence[tuple[SentVersion, SentCopy]], originals: Originals) -> None:
        self._copy, self._others, self._originals = copy, others, originals

    def name(self, page: PageSays) -> str:
        """Return which page of what it is, in words; nothing where it is none that went out."""
        for version, copy in sorted(self._others, key=lambda one: one[1] is not self._copy):
            for number, one in enumerate(self._originals.of(copy), start=1):
                if one.words and one.words == page.words:
                    if copy is self._copy:
                        return f"page {number} of the same copy"
                    code = printed(copy.code)
                    return f"page {number} of version {version.label}, copy {code} for {copy.organisation}"
        return ""


def _told(were: Sequence[PageSays], there: Sequence[PageSays], before: tuple[int, int], known: _Known) -> Iterator[str]:
    """Yield what became of pages that are no longer the same, side by side."""
    first_were, first_there = before
    for at in range(max(len(were), len(there))):
        number = first_there + at + 1
        if at >= len(there):
            yield f"page {first_were + at + 1} is missing"
        elif at < len(were) and were[at].words == there[at].words:
            yield f"page {number} {_LOOKS_OTHER}"
        elif name := known.name(there[at]):
            yield f"page {number} is {name}" if were[at : at + 1] else f"page {number} was added: it is {name}"
        elif at >= len(were):
            yield f"page {number} was added"
        else:
            yield f"page {number} {differs(were[at], there[at])}"


def differs(was: PageSays, now: PageSays) -> str:
    """Return in words what a page says where it said something else: "says “93%” where “95%” stood"."""
    matcher = SequenceMatcher(None, was.words, now.words)
    changes = [(was.words[i:j], now.words[k:m]) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]
    said = [_change(*one) for one in changes[:_FEW]]
    more = f" and {len(changes) - _FEW} more" if len(changes) > _FEW else ""
    return f"{', '.join(said)}{more}"


def _change(was: Sequence[str], now: Sequence[str]) -> str:
    if not was:
        return f"says “{_short(now)}” where nothing stood"
    return f"says “{_short(now)}” where “{_short(was)}” stood" if now else f"no longer says “{_short(was)}”"


def _short(words: Sequence[str]) -> str:
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")


def _key(page: PageSays) -> tuple[tuple[str, ...], str]:
    return page.words, page.look
