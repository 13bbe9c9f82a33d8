# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.domain.short_code import (
    LENGTH,
    SIGNS,
    CodeFault,
    is_code,
    printed,
    read_code,
    short_code,
    value,
    written,
)

CODES = st.binary(min_size=5, max_size=32).map(short_code)


@given(CODES, st.integers(0, LENGTH - 1), st.sampled_from(SIGNS))
def test_every_single_wrong_sign_is_found(code: str, place: int, sign: str) -> None:
    changed = code[:place] + sign + code[place + 1 :]
    assert (read_code(changed) == code) is (sign == code[place])
    assert is_code(changed) is (sign == code[place])


@given(CODES, st.integers(0, LENGTH - 2))
def test_every_swap_of_neighbours_is_found(code: str, place: int) -> None:
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert is_code(swapped) is (swapped == code)


def test_every_pair_of_signs_at_every_place_is_told_from_its_swap() -> None:
    for place in range(LENGTH - 2):
        for pair in range(32 * 32):
            first, second = SIGNS[pair >> 5], SIGNS[pair & 31]
            if first == second:
                continue
            data = "7K3M9Q2"[:place] + first + second + "7K3M9Q2"[place + 2 :]
            code = short_code((value(data) << 5).to_bytes(5, "big"))
            assert not is_code(code[:place] + second + first + code[place + 2 :])


@given(CODES)
def test_what_people_type_is_read_as_it_was_printed(code: str) -> None:
    typed = [code, code.lower(), printed(code), f"  {code[:3]} {code[3:]}\n", code.replace("0", "o").replace("1", "l")]
    typed += [code.replace("0", "O").replace("1", "I"), printed(code).replace("-", "\u2013"), _full_width(code)]
    assert {read_code(each) for each in typed} == {code}


def _full_width(code: str) -> str:
    return "".join(chr(ord(sign) + 0xFEE0) for sign in code)


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", CodeFault.LENGTH),
        ("7K3M", CodeFault.LENGTH),
        ("7" * 9, CodeFault.LENGTH),
        ("7" * 1_000_000, CodeFault.LENGTH),
        ("UUUUUUUU", CodeFault.SIGN),
        ("<b>&{{'", CodeFault.SIGN),
        ("७७७७७७७७", CodeFault.SIGN),
        ("\U0001f600" * 8, CodeFault.SIGN),
        ("7K3M9Q2\x00", CodeFault.LENGTH),
    ],
)
def test_what_is_no_code_is_refused_with_a_reason(typed: str, why: CodeFault) -> None:
    assert read_code(typed) is why


@given(st.text(max_size=80))
def test_anything_is_a_code_or_has_a_reason(typed: str) -> None:
    found = read_code(typed)
    assert isinstance(found, CodeFault) or is_code(found)


def test_a_wrong_check_says_so() -> None:
    code = short_code(b"evidence")
    assert read_code(code[:-1] + ("0" if code[-1] != "0" else "2")) is CodeFault.CHECK


def test_no_sign_looks_like_another() -> None:
    assert not set("ILOU") & set(SIGNS)
    assert len(set(SIGNS)) == 32


@given(st.integers(0, 2**35 - 1))
def test_signs_and_numbers_are_each_others_inverse(number: int) -> None:
    assert value(written(number, 7)) == number


def test_a_code_stays_the_same_for_ever() -> None:
    assert short_code(hashlib.sha256(b"a document").digest()) == "1META4WG"
