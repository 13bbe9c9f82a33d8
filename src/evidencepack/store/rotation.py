# SPDX-License-Identifier: MPL-2.0
"""Which automatic backups to keep: all of two days, then one a day, one a week, one a month."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

KEEP_ALL = timedelta(days=2)

_DAYS, _WEEKS, _MONTHS = 12, 10, 9
_STAMP = re.compile(r"-(\d{8}T\d{6})Z(?:-\d+)?$")

# The newest backup of each period is kept, for so many periods that have one.
_PERIODS: tuple[tuple[Callable[[datetime], tuple[int, ...]], int], ...] = (
    (lambda time: (time.year, time.month, time.day), _DAYS),
    (lambda time: time.isocalendar()[:2], _WEEKS),
    (lambda time: (time.year, time.month), _MONTHS),
)


def expired(backups: Iterable[Path], now: datetime) -> tuple[Path, ...]:
    """Return the backups that may go, oldest first; files that are not named like a backup are never among them.

    Args:
        backups: of one workspace.
        now: an aware time.
    """
    times = ((made_at(path), path) for path in backups)
    dated = sorted(((time, path) for time, path in times if time), reverse=True)
    kept = {path for time, path in dated if now - time <= KEEP_ALL}
    for period, count in _PERIODS:
        newest: dict[tuple[int, ...], Path] = {}
        for time, path in dated:
            newest.setdefault(period(time), path)
        kept.update(list(newest.values())[:count])
    return tuple(path for _, path in reversed(dated) if path not in kept)


def made_at(path: Path) -> datetime | None:
    """Return when a backup was made, from its name (UTC); None for a file that is not named so."""
    found = _STAMP.search(path.stem)
    return datetime.fromisoformat(found[1]).replace(tzinfo=UTC) if found else None
