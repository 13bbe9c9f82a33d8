# SPDX-License-Identifier: MPL-2.0
"""Why the file of a slot is not called just as its rule says."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.pack.slots.names import Wanted, names_of, room_for, size_of, titled, typed_ending, whole_stem


def why_other(one: Wanted, name: str) -> str:
    """Return why a name of ``names_of`` is another than its rule gives, as a sentence goes on; empty if it is not."""
    return "; ".join(_reasons(one, name))


def _reasons(one: Wanted, name: str) -> Iterator[str]:
    stem, (alone,) = whole_stem(one), names_of([one])
    typed = typed_ending(one.rule.pattern)
    if typed and typed != one.ending:
        yield f"the rule writes “.{typed}”, and the file is {one.ending.upper()}"
    if "{title}" in (one.rule.pattern or "{title}") and not titled(one):
        yield "its title has no letter that the rule for names takes"
    if size_of(stem) > room_for(one):
        yield f"a name may have {min(one.rule.longest, room_for(one) + len(one.ending) + 1)} characters here"
    elif alone.startswith("_") and not stem.startswith("_"):
        yield f"Windows keeps “{stem}” for itself"
    if name != alone:
        yield f"another file is called “{alone}”"
