# SPDX-License-Identifier: MPL-2.0
"""The preview knows where its words stand, what has changed on it, and how many sides the buyer allows."""

from __future__ import annotations

import gc
from dataclasses import replace
from decimal import Decimal

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Answer, Number, Reference
from evidencepack.pack.build import document_part
from evidencepack.pack.plan import plan_pack
from evidencepack.pack.press import Format
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.previewing import Asker, OvertakenError, Preview, preview_document, sides_allowed


def answered(facts: Facts, record: Record, **answers: Answer) -> Facts:
    changed = replace(record, answers={**record.answers, **answers})
    return replace(facts, records={**facts.records, record.id: changed})


def narrative(facts: Facts) -> Record:
    return next(facts.of_kind("narrative"))


def printed(facts: Facts, program: Program, before: Preview | None = None) -> Preview:
    layout = before.layout if before else Preview(b"", 0).layout
    return preview_document(
        facts, narrative(facts).id, library=program.library, press=program.press, asker=Asker(layout)
    )


def test_the_pages_are_those_of_the_export(sample_facts: Facts, program: Program) -> None:
    plan = plan_pack(sample_facts, program.library, as_of=as_of(sample_facts), audience=Audience.PACK)
    part = document_part(plan, plan.made[narrative(sample_facts).id], (Format.PDF,))
    (exported,) = part.print_on(program.press)

    preview = printed(sample_facts, program)

    assert preview.pages == exported.pages == len(preview.layout.sizes)
    assert preview.pdf == exported.data


def test_pages_that_nobody_waits_for_any_more_are_not_made_to_the_end(sample_facts: Facts, program: Program) -> None:
    asked: list[bool] = []

    def overtaken() -> bool:
        asked.append(len(asked) == 1)
        return asked[-1]

    with pytest.raises(OvertakenError, match="Nothing is lost"):
        preview_document(
            sample_facts,
            narrative(sample_facts).id,
            library=program.library,
            press=program.press,
            asker=Asker(overtaken=overtaken),
        )

    assert asked == [False, True]


def test_a_sentence_on_the_page_leads_to_its_answer(sample_facts: Facts, program: Program) -> None:
    preview = printed(sample_facts, program)
    path = f"{narrative(sample_facts).id}/p1_purpose"
    area = preview.layout.areas(preview.layout.showing(path)[0])[0]

    hit = preview.layout.at(area.page, area.x + area.width / 2, area.y + area.height / 2)

    assert hit is not None
    assert hit.paths == (path,)


def test_the_words_that_were_typed_are_marked_where_they_stand(sample_facts: Facts, program: Program) -> None:
    before = printed(sample_facts, program)
    said = str(narrative(sample_facts).answers["p1_purpose"])
    after = printed(answered(sample_facts, narrative(sample_facts), p1_purpose=f"Indeed {said}"), program, before)

    (area,) = after.changed
    path = f"{narrative(sample_facts).id}/p1_purpose"
    first = after.layout.areas(after.layout.showing(path)[0])[0]
    assert (area.page, area.x, area.y) == (first.page, first.x, first.y)
    assert 20 < area.width < first.width / 4


def test_nothing_is_marked_on_the_first_pages(sample_facts: Facts, program: Program) -> None:
    assert printed(sample_facts, program).changed == ()


def test_the_limit_is_that_of_the_question_it_answers(sample_facts: Facts, program: Program) -> None:
    one = narrative(sample_facts)
    asked = one.answers["question"]
    assert isinstance(asked, Reference)
    question = sample_facts.records[asked.record]
    limited = answered(sample_facts, question, side_limit=Number(Decimal(2), "sides"))

    assert sides_allowed(sample_facts, one, program.library) == 0
    assert sides_allowed(limited, one, program.library) == 2
    unasked = replace(one, answers={name: value for name, value in one.answers.items() if name != "question"})
    assert sides_allowed(limited, unasked, program.library) == 0
    assert printed(limited, program).limit == 2


def test_pages_leave_hardly_anything_behind_that_only_the_collector_would_find(
    sample_facts: Facts, program: Program
) -> None:
    memorandum = next(sample_facts.of_kind("mou")).id
    preview_document(sample_facts, memorandum, library=program.library, press=program.press)
    gc.collect()
    gc.disable()

    preview_document(sample_facts, memorandum, library=program.library, press=program.press)

    left = gc.collect()
    gc.enable()
    assert left < 2000
