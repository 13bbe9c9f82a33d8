# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import getpass
from datetime import UTC, datetime, timedelta, timezone

import pytest

from evidencepack.store.session import Session


def test_the_time_of_any_zone_is_told_in_utc() -> None:
    summer = timezone(timedelta(hours=1))
    session = Session("Jane", "laptop", clock=lambda: datetime(2027, 6, 1, 0, 30, tzinfo=summer))
    assert session.time() == "2027-05-31T23:30:00.000000Z"


def test_the_clock_is_the_computers_unless_another_is_given() -> None:
    assert abs(Session().clock() - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_person_without_a_name_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("uid not found")

    monkeypatch.setattr(getpass, "getuser", nameless)
    assert Session().actor == "unknown"
    assert Session().device
