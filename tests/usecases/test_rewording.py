# SPDX-License-Identifier: MPL-2.0
"""Saying a clause in one's own words, and going back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from evidencepack.bootstrap import Program
from evidencepack.compose.document import compose
from evidencepack.domain.ids import new_id
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.library.wording import HOUSE_WORDING, MOST, wording_of
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.entering import set_answer
from evidencepack.usecases.finding_records import NotFoundError, find_record
from evidencepack.usecases.importing import import_tender
from evidencepack.usecases.rewording import (
    NewWording,
    Reworded,
    UnusableWordingError,
    change_wording,
    restore_wording,
    wording_facts,
)
from evidencepack.usecases.wording import State, view_wording, wording_rows
from evidencepack.usecases.workspaces import back_up_into, open_existing, restore_backup, tender_facts

TODAY = date(2027, 1, 14)
CLAUSE = "mou.names"
IN_THE_SAMPLE = "mou.insurance"
OURS = "Ask us before you use our name.\n\nFor {{ tender.title }} a partner may name us <b>&.\n- মৈত্রী\n- once"


def reword(workspace: Workspace, program: Program, clause: str = CLAUSE, **said: Any) -> Reworded:
    """Say a clause in another way."""
    return change_wording(workspace, clause, NewWording(**said), library=program.library, today=TODAY)


def printed(facts: Facts, program: Program) -> str:
    """Return everything that the memorandum says."""
    found = find_record(facts, "TBN-MOU-01")
    kind = program.library[found.kind]
    return str(compose(kind, found, facts=facts, library=program.library, audience=Audience.PACK))


def test_the_words_are_printed_and_the_record_says_what_stood_there_who_and_when(
    workspace: Workspace, program: Program
) -> None:
    done = reword(workspace, program, text=OURS, heading="Our names", reason="The trustees asked.")
    assert (done.wording.text, done.wording.heading, done.wording.reason) == (OURS, "Our names", "The trustees asked.")
    assert done.wording.standard_text == done.part.words
    assert done.wording.changed_by == workspace.history(done.wording.record)[0].actor
    assert done.wording.changed_on is not None
    said = printed(tender_facts(workspace, ""), program)
    assert "Our names" in said
    assert "a partner may name us <b>&." in said


def test_the_words_survive_in_a_backup(workspace: Workspace, program: Program, tmp_path: Path) -> None:
    reword(workspace, program, text=OURS)
    restore_backup(back_up_into(workspace, tmp_path), tmp_path / "new.evidencepack")
    with open_existing(tmp_path / "new.evidencepack") as restored:
        assert "a partner may name us" in printed(tender_facts(restored, ""), program)


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ({"text": "<b>&{{"}, "Line 1: what begins with “{{” or “{%” is not finished"),
        ({"text": "One.\n\n{% for %}"}, "Line 3: what begins with"),
        (
            {"text": "One.\n{% for p in mou.parties %}\n- {{ p.capacity }}"},
            "Line 2: a “{% for %}” or “{% if %}” is opened",
        ),
        (
            {"text": "One.\nTwo {{ mou.purpos }}."},
            "Line 2: 'mou.purpos': a mou has no 'purpos'; perhaps you mean “purpose”.",
        ),
        ({"text": "{{ mou.purpos }} {{ mou.are }}"}, "There is 1 more mistake."),
        ({"text": "{{ mou.in_pack }}"}, "Line 1: names 'in_pack', which is private"),
        (
            {"text": "{% for a in mou.parties %}{% for b in mou.parties %}x{% endfor %}{% endfor %}"},
            "inside another one",
        ),
        ({"text": "{% endif %}"}, "closes nothing"),
        ({"text": "a } b"}, "A brace stands alone"),
        ({"text": "{# hidden #} a"}, "begins a note that would not be printed"),
        ({"text": "{{ 1 + 1 }}"}, "only fields, filters, “if” and “for”"),
        ({"text": "{{" + "(" * 9000 + "x"}, "is too large to read"),
        ({"text": "x" * 100_000}, f"The words have 100,000 characters; at most {MOST:,} are allowed."),
        ({"text": " \n "}, "There are no words."),
        ({"heading": " "}, "A heading needs words."),
        ({"heading": "One\ntwo"}, "A heading stands in one line."),
        ({"heading": "x" * 121}, "at most 120 characters"),
        ({"heading": "{{ mou.purpose }}"}, "A heading takes no fields"),
        ({"keep": True}, "These are the standard words"),
        ({"adviser": "Ngozi Adeyemi"}, "These are the standard words"),
        ({"text": "Ours.", "advised_on": "soon"}, "“soon” is not a date."),
    ],
)
def test_words_that_cannot_be_used_are_refused_with_the_place_and_nothing_is_kept(
    workspace: Workspace, program: Program, said: dict[str, Any], problem: str
) -> None:
    with pytest.raises(UnusableWordingError) as refused:
        reword(workspace, program, **said)
    assert str(refused.value).startswith(f"{CLAUSE} was not changed. ")
    assert problem in str(refused.value)
    assert {record.reference for record in tender_facts(workspace, "").of_kind(HOUSE_WORDING)} <= {IN_THE_SAMPLE}


def test_a_part_without_a_heading_takes_none(workspace: Workspace, program: Program) -> None:
    with pytest.raises(UnusableWordingError, match="has no heading of its own"):
        reword(workspace, program, "mou.signature.authorised_signatory", text="Signed.", heading="Signed")
    assert reword(workspace, program, "mou.signature.authorised_signatory", text="Signed.").wording.text == "Signed."


def test_a_clause_changed_twice_is_one_record_and_keeps_both_in_its_history(
    workspace: Workspace, program: Program
) -> None:
    first = reword(workspace, program, text="First words.")
    second = reword(workspace, program, text="Second words.")
    assert first.wording.record == second.wording.record
    news = [revision.new for revision in workspace.history(f"{first.wording.record}/text")]
    assert news == ["First words.", "Second words."]


def test_advice_on_earlier_words_does_not_stand_for_new_ones(workspace: Workspace, program: Program) -> None:
    advised = reword(workspace, program, text="First words.", adviser="Ngozi Adeyemi", advised_on="12 Jan 2027")
    assert advised.wording.advised
    assert reword(workspace, program, text="First words.").wording.advised
    assert reword(workspace, program, reason="Shorter.").wording.advised
    assert not reword(workspace, program, text="Second words.").wording.advised
    assert reword(workspace, program, adviser="N. Adeyemi", advised_on="13 Jan 2027").wording.advised


def test_the_standard_comes_back_and_one_can_begin_again(workspace: Workspace, program: Program) -> None:
    before = printed(tender_facts(workspace, ""), program)
    reword(workspace, program, text=OURS)
    assert restore_wording(workspace, CLAUSE) is None
    assert printed(tender_facts(workspace, ""), program) == before
    with pytest.raises(NotFoundError, match="the standard stands"):
        restore_wording(workspace, CLAUSE)
    assert reword(workspace, program, text="Again.").wording.text == "Again."


def test_a_record_whose_making_broke_off_is_finished_by_the_next_change(workspace: Workspace, program: Program) -> None:
    started = workspace.add_record(HOUSE_WORDING, CLAUSE)
    assert view_wording(tender_facts(workspace, ""), program.library, CLAUSE).state is State.STANDARD
    assert reword(workspace, program, text=OURS).wording.record == started.id


def test_control_characters_go_with_a_note(workspace: Workspace, program: Program) -> None:
    assert reword(workspace, program, text="Ours.\x07").notes == ("1 character that cannot be printed was removed.",)


def test_words_whose_standard_was_another_are_behind_until_they_are_kept(
    workspace: Workspace, program: Program
) -> None:
    done = reword(workspace, program, text=OURS)
    standard = workspace.record(done.wording.record)
    answers = {**standard.answers, "standard_text": "It said this once."}
    facts = tender_facts(workspace, "")
    old = replace(facts, records={**facts.records, standard.id: replace(standard, answers=answers)})
    assert view_wording(old, program.library, CLAUSE).state is State.BEHIND
    assert reword(workspace, program, keep=True).wording.standard_text == done.part.words


def test_words_cannot_be_typed_past_the_check(workspace: Workspace, program: Program) -> None:
    reword(workspace, program, text=OURS)
    for field in ("text", "heading", "standard_text", "part", "of_kind"):
        change = set_answer(workspace, f"{CLAUSE}/{field}", "{{ bad", library=program.library, today=TODAY)
        assert "Use: evidencepack wording FILE mou.names --change" in change.problem
    assert set_answer(workspace, f"{CLAUSE}/reason", "So.", library=program.library, today=TODAY).now == "So."


@pytest.mark.parametrize(
    ("clause", "problem"),
    [
        ("pledge.names", "There is no clause “pledge.names”"),
        ("mou.gone", "Memorandum of understanding has no part “gone”. It has: parties, "),
        ("", "There is no clause “”"),
    ],
)
def test_a_clause_that_is_not_there_is_said_not_to_be(
    workspace: Workspace, program: Program, clause: str, problem: str
) -> None:
    with pytest.raises(NotFoundError, match=problem):
        reword(workspace, program, clause, text="Ours.")
    with pytest.raises(NotFoundError, match=problem):
        view_wording(tender_facts(workspace, ""), program.library, clause)


def other_tender(program: Program, *wordings: str) -> bytes:
    """Return a tender file of somebody else's, with these words for the same clause."""
    tree = json.loads(program.sample)
    [tender] = (record for record in tree["records"] if record["kind"] == "tender")
    tender |= {"id": new_id(), "reference": "OTHER-1", "values": {"title": "Their bid"}}
    said = [
        {
            "id": new_id(),
            "kind": HOUSE_WORDING,
            "reference": CLAUSE,
            "values": {"of_kind": "mou", "part": "names", "heading": "Theirs", "text": text},
        }
        for text in wordings
    ]
    tree |= {"records": [tender, *said], "tender": tender["id"], "attachments": []}
    return json.dumps(tree).encode()


def test_words_that_come_with_a_tender_stay_with_it(workspace: Workspace, program: Program) -> None:
    reword(workspace, program, text="Ours.")
    import_tender(workspace, other_tender(program, "Theirs, for {{ tender.title }}."), library=program.library)
    ours, theirs = tender_facts(workspace, "TBN-ASC-2027-014"), tender_facts(workspace, "OTHER-1")
    assert getattr(wording_of(ours, CLAUSE), "text", "") == "Ours."
    assert getattr(wording_of(theirs, CLAUSE), "text", "") == "Theirs, for {{ tender.title }}."
    assert getattr(wording_of(wording_facts(workspace, ""), CLAUSE), "text", "") == "Ours."
    left = restore_wording(workspace, CLAUSE, tender="OTHER-1")
    assert left is not None
    assert left.text == "Ours."


def test_bad_words_that_come_with_a_tender_are_kept_and_not_used(workspace: Workspace, program: Program) -> None:
    import_tender(workspace, other_tender(program, "{% for %}"), library=program.library)
    [row] = [row for row in wording_rows(tender_facts(workspace, "OTHER-1"), program.library) if row.problem]
    assert (row.reference, row.state) == (CLAUSE, State.UNUSABLE)
    [record] = tender_facts(workspace, "OTHER-1").of_kind(HOUSE_WORDING)
    assert record.answers["text"] == "{% for %}"


def test_the_list_has_every_clause_of_every_kind_and_what_lost_its_clause(
    workspace: Workspace, program: Program
) -> None:
    facts = tender_facts(workspace, "")
    rows = wording_rows(facts, program.library)
    documents = [kind for kind in program.library.kinds.values() if kind.document]
    clauses = {f"{kind.id}.{one.key}" for kind in documents for one in kind.clauses if not one.each}
    assert clauses <= {row.reference for row in rows}
    assert {row.reference for row in rows if row.state is not State.STANDARD} == {IN_THE_SAMPLE}
    assert {row.reference.partition(".")[0] for row in wording_rows(facts, program.library, "mou")} == {"mou"}
    with pytest.raises(NotFoundError, match="no kind of document “organisation”"):
        wording_rows(facts, program.library, "organisation")


def test_words_whose_clause_is_gone_are_listed_with_what_is_wrong(workspace: Workspace, program: Program) -> None:
    done = reword(workspace, program, text=OURS)
    kinds = {**program.library.kinds}
    kinds["mou"] = replace(kinds["mou"], clauses=tuple(one for one in kinds["mou"].clauses if one.key != "names"))
    without = replace(program.library, kinds=kinds)
    [row] = [row for row in wording_rows(tender_facts(workspace, ""), without) if row.state is State.UNUSABLE]
    assert row.problem == "The memorandum of understanding has no part “names” any more."
    view = view_wording(tender_facts(workspace, ""), without, CLAUSE)
    assert (view.part, view.wording and view.wording.text) == (None, done.wording.text)
