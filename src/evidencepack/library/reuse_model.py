# SPDX-License-Identifier: MPL-2.0
"""What of an old paper goes into a new tender. Plain frozen data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class KindReuse:
    """What is particular about a kind; fields by id, columns as "table.column".

    ``clear`` is never copied, ``keep`` are dates that are, ``buyers`` is copied only for the same buyer.
    """

    clear: frozenset[str] = frozenset()
    keep: frozenset[str] = frozenset()
    buyers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reuse:
    """What is copied of every kind.

    ``stays`` and ``buyers`` are kinds that are never copied with a tender, or only for the same buyer. ``along`` are
    kinds of record that go with a paper that points at them. ``followed`` are kinds of document that tell what
    happened, so that a copy in a cloned tender is offered what changes in them. ``ahead`` are dates that are kept while
    they lie ahead.
    """

    stays: frozenset[str] = frozenset()
    buyers: frozenset[str] = frozenset()
    along: frozenset[str] = frozenset()
    followed: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    kinds: Mapping[str, KindReuse] = field(default_factory=dict)

    def of(self, kind: str) -> KindReuse:
        """Return what is particular about a kind."""
        return self.kinds.get(kind, KindReuse())
