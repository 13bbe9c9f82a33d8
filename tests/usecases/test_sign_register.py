# SPDX-License-Identifier: MPL-2.0
"""The register with copies, of plain data; nothing is printed and nothing is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar

from evidencepack.domain.short_code import printed, short_code
from evidencepack.domain.signoff import OPEN, SentCopy, SentVersion, Signer, SignEvent, State, may_follow, state_of
from evidencepack.domain.trade import SignatureStage
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.reaching import Reach
from evidencepack.usecases.register import SignatureRow, Signing
from evidencepack.usecases.sign_register import (
    CopyLine,
    by_partner,
    chase_lines,
    copy_lines,
    find_copy,
    people_awaited,
    register_lines,
    reminders,
)

HOSTILE = "<b>&{{ Ní Bhriain"
TODAY = date(2027, 3, 1)


def _copy(party: str, due: str = "2027-02-26") -> SentCopy:
    signer = Signer("p1", HOSTILE, "Chair", "before_submission", due)
    return SentCopy(short_code(party.encode() * 5), party, f"{party} Ltd", (signer,), (), (), ())


def _version(number: int, *copies: SentCopy, tender: str = "t") -> SentVersion:
    about = ("TBN-MOU-01", "Memorandum", "mou", 4)
    said = ("2027-02-01T09:00:00Z", "Jane", "2027-02-01", "0.1.0", "ab" * 32)
    return SentVersion(f"v{number}", tender, "mou-id", *about, number, *said, copies)


def _event(copy: SentCopy, state: State, day: str = "2027-02-02", words: str = "") -> SignEvent:
    return SignEvent("e", copy.code, state, day, f"{day}T10:00:00Z", "Jane", words)


def _row(party: str, state: Signing = Signing.LATE) -> SignatureRow:
    stage = SignatureStage.BEFORE_SUBMISSION
    return SignatureRow("mou-id", "TBN-MOU-01", "Memorandum", "v1.0", party, party.title(), "p1", HOSTILE, stage, state)


def _line(copy: SentCopy, *events: SignEvent) -> CopyLine:
    return CopyLine(_version(1, copy), copy, events)


def test_each_copy_has_its_own_events_and_other_tenders_are_left_out() -> None:
    one, other = _copy("alpha"), _copy("bravo")
    events = [_event(one, State.DRAFTED), _event(other, State.DRAFTED), _event(one, State.SENT)]
    sent = [_version(1, one), _version(1, other, tender="another")]
    assert copy_lines(sent, events, "t") == (CopyLine(sent[0], one, (events[0], events[2])),)


def test_a_signature_stands_with_its_copy_of_the_newest_version() -> None:
    old, new = _copy("alpha"), replace(_copy("alpha"), code=short_code(b"newer"))
    copies = copy_lines([_version(1, old), _version(2, new)], [], "t")
    (line, without) = register_lines([_row("alpha"), _row("bravo")], copies)
    assert line.line is not None
    assert (line.line.version.number, without.line) == (2, None)


@pytest.mark.parametrize(
    ("row", "events", "says"),
    [
        (Signing.LATE, (), "drafted"),
        (Signing.LATE, ((State.SENT, ""),), "sent on 2027-02-02"),
        (Signing.OUT, ((State.SENT, ""), (State.DECLINED, HOSTILE)), f"declined on 2027-02-02: {HOSTILE}"),
        (Signing.SIGNED, ((State.ACCEPTED, ""),), "signed"),
        (Signing.SIGNED, (), "signed"),
        (Signing.SIGNED, ((State.DECLINED, "no"),), "signed; its copy is declined on 2027-02-02: no"),
        (Signing.CHANGED, ((State.ACCEPTED, ""),), "changed since signed"),
    ],
)
def test_it_says_how_a_signature_stands_and_never_hides_a_decline(
    row: Signing, events: tuple[tuple[State, str], ...], says: str
) -> None:
    copy = _copy("alpha")
    line = _line(copy, *(_event(copy, state, words=words) for state, words in events))
    (found,) = register_lines([_row("alpha", row)], [line])
    assert found.says == says


def test_what_is_to_be_chased_is_what_is_out_the_first_day_first() -> None:
    states = dict(zip("abcdefghijkl", State, strict=True))
    copies = [_copy(party * 5, due=f"2027-02-{28 - at}") for at, party in enumerate(states)]
    copies.append(replace(copies[2], signers=()))  # it went out to be known, not to be signed
    states["m"] = State.SENT
    lines = [_line(copy, _event(copy, state)) for copy, state in zip(copies, states.values(), strict=True)]
    found = chase_lines(lines)
    assert [one.state for one in found] == [State.SIGNED, State.CHASED, State.SENT, State.PRINTED]
    assert all(one.is_late(TODAY) for one in found)
    assert not any(one.is_late(date(2027, 2, 1)) for one in lines)


def test_reminders_name_paper_code_and_people_and_come_before_the_day() -> None:
    copy = _copy("alpha")
    without = _copy("bravo", due="")
    reach = {"p1": Reach("ní@x.example", "020 7946 0302", "1 Quay")}
    made = reminders("TBN", [_line(one, _event(one, State.SENT)) for one in (copy, without)], reach, as_of=TODAY)
    (event,) = (one for one in Calendar.from_ical(made).walk("VEVENT"))
    assert event.decoded("dtstart") == date(2027, 2, 26)
    assert event["summary"] == "TBN-MOU-01 version 1.0: signed for alpha Ltd"
    assert printed(copy.code) in str(event["description"])
    assert HOSTILE in str(event["description"])
    assert str(event["contact"]) == f"{HOSTILE}, ní@x.example, 020 7946 0302, 1 Quay"
    assert len(event.walk("VALARM")) == 3


def _of_two(*events: SignEvent) -> CopyLine:
    copy = _copy("alpha")
    other = Signer("p2", "Tom", "Treasurer", "before_submission", "2027-02-20")
    return _line(replace(copy, signers=(*copy.signers, other)), *events)


def test_of_two_who_sign_a_copy_one_has_and_the_other_is_awaited() -> None:
    copy = _copy("alpha")
    line = _of_two(_event(copy, State.SENT), _event(copy, State.SIGNED, words="Tom"))
    assert (line.state, line.awaited) == (State.SIGNED, (HOSTILE,))
    assert line.says == f"signed by Tom, last on 2027-02-02; awaited: {HOSTILE}"
    rows = [replace(_row("alpha", Signing.SIGNED), person="p2", name="Tom"), _row("alpha")]
    assert [one.says for one in register_lines(rows, [line])] == ["signed", line.says]
    ((who, where),) = people_awaited(line, {})
    assert (who.name, where.words) == (HOSTILE, ())


def test_a_decline_takes_back_what_one_of_them_signed() -> None:
    copy = _copy("alpha")
    line = _of_two(_event(copy, State.SIGNED, words="Tom"), _event(copy, State.DECLINED), _event(copy, State.RETURNED))
    assert line.awaited == (HOSTILE, "Tom")


def test_it_says_who_signed_in_place_of_another_and_what_allowed_it() -> None:
    copy = _copy("alpha")
    event = replace(_event(copy, State.ACCEPTED), deputy="A. Deputy", authority="Minute 7")
    (found,) = register_lines([_row("alpha", Signing.SIGNED)], [_line(copy, event)])
    assert found.says == "signed, by A. Deputy (Minute 7)"


def test_that_it_was_certified_changes_nothing_of_how_a_copy_stands() -> None:
    copy = _copy("alpha")
    events = [_event(copy, State.SENT), _event(copy, State.CERTIFIED)]
    assert state_of(events) is State.SENT
    (line,) = copy_lines([_version(1, copy)], events, "t")
    assert line.events == (events[0],)


def test_partners_stand_together_and_lists_to_initial_come_last() -> None:
    rows = [_row("bravo"), replace(_row(""), organisation=""), _row("alpha"), _row("bravo")]
    assert [one.row.organisation for one in by_partner(register_lines(rows, []))] == ["Alpha", "Bravo", "Bravo", ""]


def test_a_copy_is_found_by_its_code_as_people_type_it() -> None:
    copy = _copy("alpha")
    line = _line(copy)
    assert find_copy([line], f" {printed(copy.code).lower()} ") is line
    with pytest.raises(NotFoundError, match="is no code of a copy"):
        find_copy([line], copy.code[:-1])
    with pytest.raises(NotFoundError, match="No copy of this tender has the code"):
        find_copy([line], short_code(b"unknown"))


def test_what_is_over_stays_over_and_nothing_becomes_a_draft_again() -> None:
    assert state_of([]) is State.DRAFTED
    assert not any(may_follow(state, State.DRAFTED) for state in State)
    assert not any(may_follow(over, state) for over in (State.SUPERSEDED, State.WITHDRAWN) for state in State)
    assert {state for state in State if may_follow(State.ACCEPTED, state)} == {State.SUPERSEDED, State.WITHDRAWN}
    assert all(may_follow(state, State.DECLINED) for state in OPEN)
