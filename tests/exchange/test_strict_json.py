# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.exchange import strict_json
from evidencepack.exchange.mistakes import BadTenderFileError, Mistakes
from evidencepack.exchange.strict_json import parse


def test_a_tree_is_read() -> None:
    assert parse('{"a": [1, "é", true, null, 1.5]}'.encode(), Mistakes()) == {"a": [1, "é", True, None, 1.5]}


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", r"the file is empty"),
        (b" \r\n", r"the file is empty"),
        (b"\xef\xbb\xbf", r"line 1, column 1: this is not JSON"),
        (b'{"a": 1,}', r"line 1, column 9: this is not JSON"),
        (b'{"a": 1} and more', r"line 1, column 10: this is not JSON"),
        (b'{"a":\n}', r"line 2, column 1: this is not JSON"),
        (b'"caf\xe9"', r"the file is not text in UTF-8 \(byte 4\)"),
        (b"\xff\xfe{\x00}\x00", r"the file is not text in UTF-8 \(byte 0\)"),
        (b"[" * 100_000, r"stand too deeply in one another"),
        (b"[" * 13 + b"]" * 13, r"stand too deeply in one another"),
        (b'{"a":' * 13 + b"1" + b"}" * 13, r"a\.a\.a\.a\.a\.a\.a\.a\.a\.a\.a\.a: .*too deeply"),
    ],
)
def test_what_is_not_json_in_utf_8_is_refused_with_its_place(data: bytes, problem: str) -> None:
    with pytest.raises(BadTenderFileError, match=problem):
        parse(data, Mistakes())


@pytest.mark.parametrize(("number"), ["NaN", "Infinity", "-Infinity", "1e999", "9" * 400])
def test_a_number_that_is_none_is_named_by_its_path(number: str) -> None:
    mistakes = Mistakes()
    parse(f'{{"a": [1, {{"b": {number}}}]}}'.encode(), mistakes)
    assert mistakes.shown == ["a[1].b: is no number that JSON knows, or one too large to read"]


def test_a_file_that_is_too_large_is_not_read_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_json, "MOST_BYTES", 10)
    assert parse(b'{"a": 1}  ', Mistakes()) == {"a": 1}
    with pytest.raises(BadTenderFileError, match="the file has 11 bytes; at most 10 are read"):
        parse(b'{"a": 1}   ', Mistakes())


def test_a_file_of_too_many_values_is_not_parsed_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_json, "MOST_VALUES", 4)
    assert parse(b'[{"a": 1}, 2, 3]', Mistakes())
    with pytest.raises(BadTenderFileError, match="the file holds more than 4 values"):
        parse(b"[[], [], []]", Mistakes())


def test_a_key_that_stands_twice_is_named_with_its_path() -> None:
    mistakes = Mistakes()
    parse(b'{"records": [{"id": 1}, {"id": 1, "kind": 2, "id": 3}]}', mistakes)
    assert mistakes.shown == ["records[1].id: stands twice in the same object"]


def test_a_whole_number_of_absurd_length_is_no_whole_number() -> None:
    assert parse(b"[" + b"9" * 18 + b"]", Mistakes()) == [999_999_999_999_999_999]
    assert parse(b"[" + b"9" * 5000 + b"]", Mistakes()) == [float("inf")]
