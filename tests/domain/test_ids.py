# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import time
import uuid

from evidencepack.domain.ids import is_id, new_id


def test_an_id_is_a_uuid_of_version_7_and_variant_10() -> None:
    found = uuid.UUID(new_id())
    assert found.version == 7
    assert found.variant == uuid.RFC_4122


def test_an_id_begins_with_the_time_it_was_made() -> None:
    before = time.time_ns() // 1_000_000
    found = uuid.UUID(new_id()).int >> 80
    after = time.time_ns() // 1_000_000
    assert before <= found <= after


def test_ids_made_in_different_milliseconds_sort_by_time() -> None:
    made = []
    for _ in range(5):
        made.append(new_id())
        time.sleep(0.002)
    assert made == sorted(made)


def test_no_two_of_ten_thousand_ids_are_the_same() -> None:
    assert len({new_id() for _ in range(10_000)}) == 10_000


def test_only_lower_case_version_7_is_an_id() -> None:
    assert is_id(new_id())
    assert not is_id(new_id().upper())
    assert not is_id(str(uuid.uuid4()))
    assert not is_id("")
