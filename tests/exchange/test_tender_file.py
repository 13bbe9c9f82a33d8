# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from evidencepack.domain.record import Record
from evidencepack.domain.values import (
    Attachment,
    Choices,
    Duration,
    DurationUnit,
    Frequency,
    Money,
    Number,
    Percentage,
    Reference,
    Row,
    Table,
)
from evidencepack.errors import ExitCode
from evidencepack.exchange.mistakes import BadTenderFileError, NewerTenderFileError
from evidencepack.exchange.tender_file import TenderFile, read_tender_file, write_tender_file
from evidencepack.library.model import Library

Read = Callable[[object], TenderFile]
Mistakes = Callable[[object], tuple[str, ...]]
Tree = dict[str, object]


def test_every_type_of_answer_is_read(tree: Tree, read: Read) -> None:
    file = read(tree)
    meeting = file.records[3]
    tender, lead = file.tender.id, file.records[1].id
    answers = dict(meeting.answers)
    actions = answers.pop("actions")
    paper = answers.pop("paper")
    assert answers == {
        "name": "Huddle",
        "notes": "One.\n\nTwo.",
        "first": date(2027, 3, 1),
        "seats": Number(Decimal(6), "people"),
        "size": Number(Decimal("1.4"), "full-time"),
        "cost": Money(5800000),
        "share": Percentage(Decimal("12.5")),
        "held": True,
        "level": "high",
        "levels": Choices(("high", "low")),
        "length": Duration(Decimal(15), DurationUnit.MINUTES, "Mon-Fri"),
        "freq": Frequency.DAILY,
        "chair": Reference(lead),
    }
    assert isinstance(actions, Table)
    assert actions.rows == (
        Row(actions.rows[0].id, {"what": "Ring", "due": date(2027, 3, 2), "owner": Reference(file.records[2].id)}),
    )
    assert paper == Attachment(file.attachments[0].sha256, "flats.pdf")
    assert file.as_of == date(2027, 2, 15)
    assert meeting.tender == tender


def test_what_every_tender_shares_and_the_tender_itself_belong_to_no_tender(tree: Tree, read: Read) -> None:
    tender, lead, *_ = read(tree).records
    assert (tender.tender, lead.tender) == ("", "")


def test_records_keep_their_order(tree: Tree, read: Read) -> None:
    assert [record.reference for record in read(tree).records] == ["TBN-1", "FB", "MT", "M1"]


def test_what_is_written_is_read_back_and_written_the_same(tree: Tree, read: Read, library: Library) -> None:
    file = read(tree)
    data = write_tender_file(file, library)
    again = read_tender_file(data, library)
    assert again == file
    assert write_tender_file(again, library) == data
    assert json.loads(data) == tree


def test_answers_are_written_in_the_order_of_their_kind(library: Library) -> None:
    tender = Record("01a0b0c0-0000-7000-8000-000000000001", "tender", "T", answers={"title": "Home First"})
    meeting = Record("01a0b0c0-0000-7000-8000-000000000002", "meeting", "M1", answers={"notes": "n", "name": "a"})
    one = write_tender_file(TenderFile(tender, date(2027, 2, 15), (tender, meeting)), library)
    assert one.index(b'"name": "a"') < one.index(b'"notes": "n"')


def test_a_file_that_begins_with_a_byte_order_mark_is_read(tree: Tree, library: Library) -> None:
    data = b"\xef\xbb\xbf" + json.dumps(tree).encode("utf-8")
    assert read_tender_file(data, library).tender.reference == "TBN-1"


@pytest.mark.parametrize("whole", [[], "text", 1, None, {}, {"format": "something-else", "version": 1}])
def test_another_kind_of_file_is_refused_in_one_sentence(whole: object, mistakes: Mistakes) -> None:
    assert mistakes(whole) == ('format: expected "evidencepack-tender"; this is some other file',)


def test_a_file_of_a_newer_version_is_refused_politely(tree: Tree, read: Read) -> None:
    with pytest.raises(
        NewerTenderFileError, match=r"version: the file is of version 2; this program reads 1"
    ) as caught:
        read({**tree, "version": 2, "unheard": "of"})
    assert caught.value.exit_code is ExitCode.NEWER_VERSION


@pytest.mark.parametrize("version", [0, -1, "1", 1.5, True, None])
def test_a_version_is_a_whole_number(version: object, tree: Tree, mistakes: Mistakes) -> None:
    assert mistakes({**tree, "version": version}) == ("version: expected a whole number, 1 or more",)


@pytest.mark.parametrize("key", ["as_of", "tender", "records", "attachments"])
def test_every_key_of_the_file_is_needed(key: str, tree: Tree, mistakes: Mistakes) -> None:
    assert f"{key}: is missing" in mistakes({name: value for name, value in tree.items() if name != key})


def test_an_unknown_key_is_named(tree: Tree, mistakes: Mistakes) -> None:
    found = mistakes({**tree, "colour": "red", "a b\x1b[31m": 1})
    assert found[0].startswith('["a b\\u001b[31m"]: is not a known key; known are as_of, attachments, format')
    assert found[1].startswith("colour: is not a known key")


@pytest.mark.parametrize("as_of", ["15 February 2027", "20270215", "2027-02-30", 1, None])
def test_the_day_is_an_iso_date(as_of: object, tree: Tree, mistakes: Mistakes) -> None:
    (found,) = mistakes({**tree, "as_of": as_of})
    assert found.startswith("as_of: expected ")


def test_the_tender_is_the_record_of_kind_tender(tree: Tree, mistakes: Mistakes) -> None:
    assert mistakes({**tree, "tender": "nobody"}) == ("tender: expected the id of the record of kind tender",)
    assert "records: there is no record of kind tender" in mistakes({**tree, "records": []})


def test_the_message_says_what_happened_what_was_kept_and_what_to_do(tree: Tree, read: Read) -> None:
    with pytest.raises(BadTenderFileError) as caught:
        read({**tree, "as_of": "soon"})
    assert caught.value.exit_code is ExitCode.BAD_INPUT
    assert str(caught.value) == (
        "This tender file cannot be read:\n- as_of: expected a date such as 2027-02-15\n"
        "Nothing was imported. Mend the file, or ask whoever sent it for a new one."
    )
