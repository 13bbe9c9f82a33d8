# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.evaluate import evaluate, holds
from evidencepack.compose.plain import plain
from evidencepack.compose.scope import Scope
from evidencepack.domain.values import Attachment, Money, Percentage, Reference, Table
from evidencepack.library.template import Compare, Literal, Logic, Name, Output

Say = Callable[..., Inlines]


def values(inlines: Inlines) -> list[tuple[str, tuple[str, ...]]]:
    return [(value.text, value.paths) for value in inlines if isinstance(value, Value)]


def test_an_answer_keeps_the_path_of_its_question(say: Say) -> None:
    assert say("It starts on {{ mou.start_date }}.") == (
        Text("It starts on "),
        Value("15 February 2027", ("m1/start_date",)),
        Text("."),
    )


def test_a_reference_is_followed_to_the_record_it_names(say: Say) -> None:
    assert values(say("{{ mou.chair.full_name }} of {{ mou.chair.organisation.short_name }}")) == [
        ("Rabeya Sultana", ("rabeya/full_name",)),
        ("Maitree", ("mt/short_name",)),
    ]


def test_a_reference_alone_prints_what_its_record_is_called_and_keeps_both_paths(say: Say) -> None:
    assert values(say("{{ mou.chair }}")) == [("Rabeya Sultana", ("m1/chair", "rabeya/full_name"))]
    assert values(say("{{ mou.dsa }}", dsa=Reference("m1"))) == [("TBN-MOU-01", ("m1/dsa", "m1/reference"))]


def test_every_record_has_a_reference_and_every_document_a_title(say: Say) -> None:
    assert plain(say("{{ mou.reference }}: {{ mou.title }}")) == "TBN-MOU-01: Memorandum of understanding"
    assert (
        plain(say("{{ tender.title }} {{ lead.short_name }} {{ governance.reference }}")) == "Home First Ferrybank GOV"
    )


def test_what_nobody_answered_is_marked_with_its_question(say: Say) -> None:
    gap = Value("[to complete: Why are you working together?]", ("m1/purpose",), missing=True)
    assert say("{{ mou.purpose }}", purpose=None) == (gap,)
    assert say("{{ mou.purpose }}", purpose="  \n") == (gap,)


@pytest.mark.parametrize("dsa", [None, Reference("deleted")])
def test_behind_a_reference_that_is_not_there_stands_the_same_gap(say: Say, dsa: Reference | None) -> None:
    gap = ("[to complete: Which agreement covers it?]", ("m1/dsa",))
    assert values(say("{{ mou.dsa }} {{ mou.dsa.reference }} {{ mou.dsa.title }}", dsa=dsa)) == [gap] * 3


@pytest.mark.parametrize("name", ["chair", "chair.full_name"])
def test_a_gap_says_what_is_wanted_of_a_record_but_its_name(say: Say, name: str) -> None:
    gap = ("[to complete: Which agreement covers it? (chair)]", ("m1/dsa",))
    assert values(say(f"{{{{ mou.dsa.{name} }}}}", dsa=None)) == [gap]


def test_an_unanswered_way_of_working_is_a_gap(say: Say) -> None:
    assert values(say("{{ governance.capacity_alert }}")) == [("[to complete: Capacity alert]", ("g1/capacity_alert",))]


@pytest.mark.parametrize(
    "words",
    [
        "{{ mou.porpoise }}",
        "{{ moo.purpose }}",
        "{{ mou.purpose.length }}",
        "{{ mou.dsa.porpoise }}",
        "{{ lead.title }}",
        "{{ mou.parties.organisation }}",
        "{% for p in mou.parties %}{{ p.porpoise }}{% endfor %}",
        "{{ clause('porpoise') }}",
        "{{ schedule('porpoise') }}",
        "{{ mou.purpose|porpoise }}",
    ],
)
def test_an_unknown_name_is_a_bug(say: Say, words: str) -> None:
    with pytest.raises(KeyError):
        say(words)


def test_loops_run_over_the_documents_own_rows(say: Say) -> None:
    found = say("{% for s in mou.in_scope %}{{ s.item }}; {% endfor %}")
    assert values(found) == [
        ("first visits", ("m1/in_scope/s1/item",)),
        ("key safes", ("m1/in_scope/s2/item",)),
    ]


def test_loops_run_over_shared_records_whose_cells_are_their_own_fields(say: Say) -> None:
    found = say("{% for c in mou.contributions %}{{ c.what }}{{ c.reference }}{% endfor %}")
    assert values(found) == [
        ("Sessions", ("c1/what",)),
        ("CO-1", ("c1/reference",)),
        ("Referrals", ("c2/what",)),
        ("CO-2", ("c2/reference",)),
    ]


def test_rows_can_be_kept_to_the_parties_of_the_document(say: Say) -> None:
    assert plain(say("{% for c in mou.own_contributions %}{{ c.what }}{% endfor %}")) == "Sessions"


def test_a_loop_over_nothing_says_nothing(say: Say) -> None:
    template = "{% for s in mou.in_scope %}x{% endfor %}{% for s in mou.dsa.in_scope %}x{% endfor %}"
    assert say(template, in_scope=Table()) == ()


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("We cover:\n{% for p in mou.steps %}\n- {{ p.step }};\n{% endfor %}\nNo more.", "We cover:\n- {}\nNo more."),
        ("We are {% for p in mou.steps %}{{ p.step }}, {% endfor %}all.", "We are {} all."),
        ("We:\n{% for p in mou.steps %}\n{% if p.step %}\n- {{ p.step }}\n{% endif %}\n{% endfor %}", "We:\n- {}\n"),
    ],
)
def test_a_loop_over_rows_that_are_needed_shows_the_gap_as_its_first(say: Say, template: str, said: str) -> None:
    found = say(template)
    assert "".join(inline.text for inline in found) == said.format("[to complete: Steps]")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("mou.personal_data", True),
        ("not mou.personal_data", False),
        ("mou.purpose", True),
        ("mou.parties", True),
        ("mou.chair", True),
        ("mou.dsa", False),
        ("mou.dsa.purpose", False),
        ("mou.cost", False),
        ("not mou.cost", True),
        ("mou.law == 'england_wales'", True),
        ("mou.law == 'England & Wales'", False),
        ("mou.law != 'jersey'", True),
        ("mou.law in ('jersey', 'england_wales')", True),
        ("mou.terms == 'foi'", True),
        ("mou.terms == 'other'", False),
        ("mou.review == 'six_monthly'", True),
        ("mou.notice_days == 90", True),
        ("mou.personal_data == true", True),
        ("mou.personal_data == false", False),
        ("mou.start_date == '2027-02-15'", False),
        ("mou.dsa == 'm1'", False),
        ("mou.dsa != 'm1'", False),
        ("mou.parties == 'fb'", False),
        ("mou.parties|count == 2", True),
        ("mou.dsa.parties|count == 0", False),
        ("mou.law == 'jersey' or mou.personal_data", True),
        ("mou.law == 'jersey' and mou.personal_data", False),
        ("mou.title", True),
        ("tender.lead_provider and lead", True),
        ("mou.chair.full_name|lower_first", True),
    ],
)
def test_conditions_read_what_is_stored(say: Say, test: str, *, expected: bool) -> None:
    assert plain(say(f"{{% if {test} %}}yes{{% else %}}no{{% endif %}}")) == ("yes" if expected else "no")


def test_the_first_branch_that_holds_is_said(say: Say) -> None:
    template = "{% if mou.cost %}a{% elif mou.law == 'jersey' %}b{% elif mou.law %}c{% else %}d{% endif %}"
    assert plain(say(template)) == "c"
    assert say("{% if mou.cost %}a{% endif %}") == ()


def test_fields_of_every_type_can_be_said(say: Say) -> None:
    words = say(
        "{{ mou.cost }} {{ mou.share }} {{ mou.review }} {{ mou.answer_within }} {{ mou.law }} {{ mou.scan }}",
        cost=Money(100),
        share=Percentage(Decimal(5)),
        scan=Attachment("0" * 64, "a.pdf"),
    )
    assert plain(words) == "£1 5% every six months 2 working days England & Wales a.pdf"


def test_rows_alone_are_a_list_of_what_they_are_called(say: Say) -> None:
    assert plain(say("{{ mou.in_scope }} / {{ mou.contributions }}")) == "first visits and key safes / CO-1 and CO-2"
    assert plain(say("{{ mou.in_scope }}", in_scope=None)) == "[to complete: In scope]"


def test_a_comparison_cannot_be_printed(scope: Callable[..., Scope]) -> None:
    with pytest.raises(TypeError):
        evaluate((Output(Logic("not", (Name(("mou", "purpose")),))),), scope())


def test_a_constant_is_itself(scope: Callable[..., Scope]) -> None:
    assert evaluate((Output(Literal(3)),), scope()) == (Text("3"),)
    assert holds(Literal(value=True), scope())
    assert holds(Compare(Literal("x"), "==", ("x",)), scope())


def test_a_record_without_a_name_is_called_by_its_reference(say: Say) -> None:
    assert plain(say("{% for c in mou.contributions %}{{ c }} {% endfor %}")) == "CO-1 CO-2"


AWKWARD = st.sampled_from(["R&D", "<b>", "{{ x }}", "=1+1", "{% if %}", "clause('a')", "- a\n- b", "]]>", "%", "\\n"])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(AWKWARD, st.text(min_size=1)).filter(lambda text: bool(text.strip())))
def test_what_people_type_is_never_markup(say: Say, typed: str) -> None:
    assert say("A {{ mou.purpose }} b", purpose=typed) == (Text("A "), Value(typed, ("m1/purpose",)), Text(" b"))
