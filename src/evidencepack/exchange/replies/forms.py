# SPDX-License-Identifier: MPL-2.0
"""What was changed beside the words: looks that change what they mean, levels, links, references, pictures, headers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from evidencepack.exchange.replies.beside import Beside
from evidencepack.exchange.replies.form import Form, Restyled
from evidencepack.exchange.replies.form_notes import note_changes
from evidencepack.exchange.replies.form_pictures import picture_changes
from evidencepack.exchange.replies.form_running import running_changes
from evidencepack.exchange.replies.form_worked import link_changes, worked_changes
from evidencepack.exchange.replies.numbering import Level
from evidencepack.exchange.replies.report import FormChange, Kind, What, Where
from evidencepack.exchange.replies.story import Story, Tracked, tidy
from evidencepack.exchange.replies.styles import Look

_DAY: Final = len("2026-11-03")
_WHAT = {Look.STRUCK: What.STRUCK, Look.HIDDEN: What.HIDDEN}


def form_changes(beside: Beside) -> Iterator[FormChange]:
    """Yield what was changed beside the words, in the order of the file that was sent."""
    sent, back = beside.sent.final.blocks, beside.back.final.blocks
    for place, now in beside.pairing.pairs:
        where, old, new = beside.where(place), sent[place].form, back[now].form
        yield from _looks(old, new, where)
        yield from _levels(old, new, where, beside.back.final.line(back[now]) if old.levels != new.levels else "")
        yield from link_changes(beside, place, now)
        yield from worked_changes(beside, place, now)
    for place in beside.pairing.added:
        yield from _looks(Form(), back[place].form, beside.where_back(place))
    yield from _restyled(beside)
    yield from _numbers(beside)
    yield from picture_changes(beside)
    yield from running_changes(beside)
    yield from note_changes(beside)


def _looks(old: Form, new: Form, where: Where) -> Iterator[FormChange]:
    """Yield words that are struck out or hidden in one of two blocks and not in the other."""
    was, now = _looking(old), _looking(new)
    by = _by(one for one in new.restyled if not one.paragraph)
    yield from (
        FormChange(_WHAT[look], Kind.ADDED, words, by=by, where=where)
        for look, words in now
        if (look, words) not in was
    )
    yield from (
        FormChange(_WHAT[look], Kind.REMOVED, words, by=by, where=where)
        for look, words in was
        if (look, words) not in now
    )


def _looking(form: Form) -> list[tuple[Look, str]]:
    found = ((look, tidy(words).strip()) for look, words, _ in form.looks)
    return list(dict.fromkeys((look, words) for look, words in found if words))


def _levels(old: Form, new: Form, where: Where, words: str) -> Iterator[FormChange]:
    """Yield paragraphs that stand on another level now, or are numbered where they were not."""
    if len(old.levels) == len(new.levels):
        by = _by(one for one in new.restyled if one.paragraph)
        for was, now in zip(old.levels, new.levels, strict=True):
            if _level(was) != _level(now):
                yield FormChange(What.LEVEL, Kind.CHANGED, words, _level(was), _level(now), by, where)


def _level(level: Level | None) -> str:
    if level is None:
        return "not in a list"
    words = f" with the words “{level.words}”" if level.words else ""
    return f"{'numbered' if level.numbered else 'a bullet point'}{words}, level {level.deep + 1}"


def _restyled(beside: Beside) -> Iterator[FormChange]:
    """Yield tracked changes of looks, one for each person and day: somebody may have marked all there is."""
    found: dict[tuple[str, str], dict[int, list[Restyled]]] = {}
    for place, now in beside.pairing.pairs:
        for one in beside.back.final.blocks[now].form.restyled:
            found.setdefault((one.author, one.when[:_DAY]), {}).setdefault(place, []).append(one)
    for places in found.values():
        place, changes = next(iter(places.items()))
        words, where = tidy("".join(one.words for one in changes)), beside.where(place)
        yield FormChange(What.LOOK, Kind.CHANGED, words, by=_by(iter(changes))[:1], where=where, more=len(places) - 1)


def _by(changes: Iterator[Restyled]) -> tuple[Tracked, ...]:
    return tuple(dict.fromkeys(Tracked(inserted=True, words="", author=one.author, when=one.when) for one in changes))


def _numbers(beside: Beside) -> Iterator[FormChange]:
    """Yield the first of each run of numbers that differ although nothing above them came, went, or moved."""
    sent, back = beside.sent.final, beside.back.final
    if _shifted(beside, sent, back):
        return
    differs = False
    for place, now in beside.pairing.pairs:
        old, new = sent.blocks[place].form.level, back.blocks[now].form.level
        labels = (old.label if old else "", new.label if new else "")
        if labels[0] != labels[1] and not differs:
            where, words = beside.where(place), back.line(back.blocks[now])
            yield FormChange(What.NUMBER, Kind.CHANGED, words, *labels, where=where)
        differs = labels[0] != labels[1] if old or new else differs


def _shifted(beside: Beside, sent: Story, back: Story) -> bool:
    """Whether a numbered paragraph came, went or moved, so that those below it count on."""
    pairing = beside.pairing
    blocks = [
        *(sent.blocks[place] for place in (*pairing.removed, *beside.papers)),
        *(back.blocks[place] for place in pairing.added),
        *(sent.blocks[place] for place, _ in pairing.moved),
    ]
    levels = ((sent.blocks[old].form.levels, back.blocks[new].form.levels) for old, new in pairing.pairs)
    return any(block.form.level for block in blocks) or any(
        list(map(_level, old)) != list(map(_level, new)) for old, new in levels
    )
