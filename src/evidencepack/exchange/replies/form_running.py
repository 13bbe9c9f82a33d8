# SPDX-License-Identifier: MPL-2.0
"""Headers and footers that say something else, compared where the pages of both files are about the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from evidencepack.exchange.replies.beside import Beside
from evidencepack.exchange.replies.pictures import show_the_same
from evidencepack.exchange.replies.report import FormChange, Kind, What, Where
from evidencepack.exchange.replies.running import Running
from evidencepack.exchange.replies.story import readable


def running_changes(beside: Beside) -> Iterator[FormChange]:
    """Yield each line of headers and footers that only one of the files has, once, where it is so first."""
    seen: set[tuple[What, str, str]] = set()
    for place, (old, new) in paired_sections(beside).items():
        was, now = beside.sent.running[old], beside.back.running[new]
        for change in _changes(beside, was, now, beside.where(place)):
            key = change.what, change.old, change.new
            if key not in seen:
                seen.add(key)
                yield change


def paired_sections(beside: Beside) -> Mapping[int, tuple[int, int]]:
    """Return, by first blocks, the sections of the sent file, with those in which most of their blocks are now."""
    sent, back = beside.sent.final.blocks, beside.back.final.blocks
    found: defaultdict[int, Counter[int]] = defaultdict(Counter)
    first: dict[int, int] = {}
    for place, now in beside.pairing.pairs:
        section, other = sent[place].section, back[now].section
        if section < len(beside.sent.running) and other < len(beside.back.running):
            first.setdefault(section, place)
            found[section][other] += 1
    return {first[section]: (section, others.most_common(1)[0][0]) for section, others in found.items()}


def _changes(beside: Beside, was: Running, now: Running, where: Where) -> Iterator[FormChange]:
    for what, old, new in ((What.HEADER, was.head, now.head), (What.FOOTER, was.foot, now.foot)):
        gone, come = [line for line in old if line not in new], [line for line in new if line not in old]
        yield from _lines(what, gone, come, where)
    for change in _pictures(beside, was, now):
        yield FormChange(What.PICTURE, change, "", where=where)


def _lines(what: What, gone: Sequence[str], come: Sequence[str], where: Where) -> Iterator[FormChange]:
    for at in range(max(len(gone), len(come))):
        old, new = (readable(lines[at]) if at < len(lines) else "" for lines in (gone, come))
        kind = Kind.CHANGED if old and new else Kind.REMOVED if old else Kind.ADDED
        yield FormChange(what, kind, "", old, new, where=where)


def _pictures(beside: Beside, was: Running, now: Running) -> Iterator[Kind]:
    """Yield what became of the pictures in headers and footers."""
    old = [beside.sent.pictures.get(name) for name, _ in was.pictures]
    new = [beside.back.pictures.get(name) for name, _ in now.pictures]
    for one in old:
        if not any(show_the_same(one, other) for other in new):
            yield Kind.CHANGED if new else Kind.REMOVED
    if not old and new:
        yield Kind.ADDED
