# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.guard.wire import Plain, WireError, from_bytes, to_bytes

LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary()
PLAIN = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(PLAIN)
def test_every_plain_value_comes_back_with_its_types(value: Plain) -> None:
    back = from_bytes(to_bytes(value))
    assert (back, repr(back)) == (value, repr(value))


@given(PLAIN, st.data())
def test_bytes_that_were_changed_are_a_value_or_an_error_and_nothing_else(value: Plain, draw: st.DataObject) -> None:
    data = bytearray(to_bytes(value))
    data[draw.draw(st.integers(0, len(data) - 1))] ^= draw.draw(st.integers(1, 255))
    with suppress(WireError):
        assert to_bytes(from_bytes(bytes(data)))


@pytest.mark.parametrize(
    "text",
    ["", "[", "[1]", '{"set": []}', '{"bytes": -1}', '{"bytes": 3}', '{"dict": [[1, 2]]}', '{"dict": ["ab"]}', "é",
     '{"list": [], "tuple": []}', '{"bytes": true, "list": []}', "[" * 100_000],
)  # fmt: skip
def test_what_is_no_value_is_refused(text: str) -> None:
    data = text.encode()
    with pytest.raises(WireError):
        from_bytes(len(data).to_bytes(8, "big") + data)


@pytest.mark.parametrize("data", [b"", b"\0\0", b"\xff" * 8, to_bytes(b"abc")[:-1], to_bytes(b"abc") + b"d"])
def test_what_is_cut_short_or_goes_on_is_refused(data: bytes) -> None:
    with pytest.raises(WireError):
        from_bytes(data)


def test_what_is_not_plain_is_a_mistake_of_ours() -> None:
    for odd in (object(), {1: 2}, {1, 2}):
        with pytest.raises(TypeError, match="cannot go to or come from a child"):
            to_bytes(odd)  # type: ignore[arg-type]
