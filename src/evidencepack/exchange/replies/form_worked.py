# SPDX-License-Identifier: MPL-2.0
"""Links that lead elsewhere, and cross-references that point elsewhere or say what nobody worked out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from evidencepack.exchange.replies.beside import Beside
from evidencepack.exchange.replies.form import Form, Worked
from evidencepack.exchange.replies.report import FormChange, Kind, What
from evidencepack.exchange.replies.story import Story, tidy

_COUNTS: Final = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "SEQ"})
_A_COUNT: Final = re.compile(r"[0-9ivxlcdm–-]*", re.IGNORECASE)


def link_changes(beside: Beside, place: int, now: int) -> Iterator[FormChange]:
    """Yield the links of a block that lead elsewhere, are gone, or are new."""
    forms = beside.sent.final.blocks[place].form, beside.back.final.blocks[now].form
    if not any(form.links for form in forms):
        return
    was, new = map(_links, forms)
    where = beside.where(place)
    gone, come = list((Counter(was) - Counter(new)).elements()), list((Counter(new) - Counter(was)).elements())
    for words, target in gone:
        other = next((one for one in come if one[0] == words), None)
        if other and other[1]:
            come.remove(other)
            yield FormChange(What.LINK, Kind.CHANGED, words, target, other[1], where=where)
        elif other:
            # LibreOffice drops addresses on the way through its own format: nobody changed them.
            come.remove(other)
        else:
            yield FormChange(What.LINK, Kind.REMOVED, words, target, where=where)
    yield from (FormChange(What.LINK, Kind.ADDED, words, "", target, where=where) for words, target in come)


def worked_changes(beside: Beside, place: int, now: int) -> Iterator[FormChange]:
    """Yield the fields of a block that point elsewhere, or show what they would not show."""
    was, new = beside.sent.final.blocks[place].form.worked, beside.back.final.blocks[now].form.worked
    if was == new:
        return
    for old, found in zip(was, new, strict=False):
        if old.sort == found.sort and not _is_sound(beside, old, found):
            yield FormChange(
                What.FIELD, Kind.CHANGED, "", tidy(old.words), tidy(found.words), where=beside.where(place)
            )


def _is_sound(beside: Beside, old: Worked, new: Worked) -> bool:
    """Whether a field shows what it showed, or what it is worked out to show by now."""
    if old.target != new.target and new.target in beside.sent.final.bookmarks:
        return False
    said = tidy(new.words).strip()
    if said == tidy(old.words).strip():
        return True
    if new.sort in _COUNTS:
        return bool(_A_COUNT.fullmatch(said))
    at = beside.back.final.bookmarks.get(new.target)
    return at is None or _says(beside.back.final, at, said)


def _says(story: Story, at: int, said: str) -> bool:
    """Whether a block has this number or these words."""
    block = story.blocks[at] if at < len(story.blocks) else None
    label = block.form.level.label if block and block.form.level else ""
    return block is not None and (said in {label, f"{label}."} or (not said.isdigit() and said in story.line(block)))


def _links(form: Form) -> list[tuple[str, str]]:
    """Return links to places outside of the file, each address as all programs write it."""
    return [(tidy(one.words).strip(), _address(one.target)) for one in form.links if not one.target.startswith("#")]


def _address(target: str) -> str:
    return unquote(target).rstrip("/")
