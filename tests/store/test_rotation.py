# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from evidencepack.store.rotation import KEEP_ALL, expired, made_at

NOW = datetime(2027, 2, 15, 19, 0, tzinfo=UTC)


def backup(days: float) -> Path:
    """A backup made so many days before now."""
    return Path(f"work-{NOW - timedelta(days=days):%Y%m%dT%H%M%S}Z.evidencepack")


def test_everything_of_the_last_two_days_stays() -> None:
    assert expired([backup(hours / 24) for hours in range(48)], NOW) == ()


def test_of_older_days_the_last_backup_of_the_day_stays() -> None:
    morning, evening = backup(5.4), backup(5.1)
    assert expired([morning, evening], NOW) == (morning,)


def test_a_year_of_daily_backups_thins_out_to_days_weeks_and_months() -> None:
    daily = [backup(day) for day in range(365)]
    kept = set(daily) - set(expired(daily, NOW))
    assert set(daily[:12]) <= kept
    assert len(kept) < 12 + 10 + 9
    assert min(made_at(path) or NOW for path in kept) < NOW - timedelta(days=200)


def test_files_of_other_names_are_never_touched() -> None:
    assert expired([Path("work.evidencepack"), Path("notes-2027.txt"), Path("work-20270101.evidencepack")], NOW) == ()


def test_a_second_backup_of_one_second_is_a_backup_too() -> None:
    assert made_at(Path("work-20270101T120000Z-2.evidencepack")) == datetime(2027, 1, 1, 12, tzinfo=UTC)


@given(st.lists(st.floats(0, 1500), min_size=1, max_size=60))
def test_the_newest_backup_always_stays_and_so_does_all_of_two_days(ages: list[float]) -> None:
    backups = sorted({backup(age) for age in ages})
    gone = expired(backups, NOW)
    assert backups[-1] not in gone
    assert all(NOW - (made_at(path) or NOW) > KEEP_ALL for path in gone)
    assert expired(set(backups) - set(gone), NOW) == ()
