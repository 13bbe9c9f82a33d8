# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencepack.library.problems import TemplateError
from evidencepack.library.template import Call, Compare, Filtered, For, If, Logic, Name, Output, Words
from evidencepack.library.templates import parse_template

A = Name(("a",))


def test_plain_words_are_words_and_nothing_is_nothing() -> None:
    assert parse_template("Each party & <all>\n\nof {them}") == (Words("Each party & <all>\n\nof {them}"),)
    assert parse_template("no brace") == (Words("no brace"),)
    assert parse_template("") == ()


def test_names_filters_and_cross_references_are_read() -> None:
    assert parse_template("{{ m.chair.full_name }} of {{ a|join_list('x') }}, {{ clause('end') }}") == (
        Output(Name(("m", "chair", "full_name"))),
        Words(" of "),
        Output(Filtered(A, "join_list", ("x",))),
        Words(", "),
        Output(Call("clause", "end")),
    )
    assert parse_template("{{ binding() }}") == (Output(Call("binding")),)


def test_filters_stand_behind_filters() -> None:
    assert parse_template("{{ a|noun|ends }}") == (Output(Filtered(Filtered(A, "noun"), "ends")),)


def test_branches_are_read_in_order() -> None:
    assert parse_template("{% if a %}1{% elif not a.b %}2{% else %}3{% endif %}") == (
        If(((A, (Words("1"),)), (Logic("not", (Name(("a", "b")),)), (Words("2"),)), (None, (Words("3"),)))),
    )


@pytest.mark.parametrize(
    ("test", "expected"),
    [
        ("a == 'x'", Compare(A, "==", ("x",))),
        ("a != true", Compare(A, "!=", (True,))),
        ("a|count == 2", Compare(Filtered(A, "count"), "==", (2,))),
        ("a in ('x', 'y')", Compare(A, "in", ("x", "y"))),
        ("a in ['x']", Compare(A, "in", ("x",))),
        ("a not in ['x']", Logic("not", (Compare(A, "in", ("x",)),))),
        ("a and b or c", Logic("or", (Logic("and", (A, Name(("b",)))), Name(("c",))))),
    ],
)
def test_tests_are_read(test: str, expected: object) -> None:
    assert parse_template(f"{{% if {test} %}}{{% endif %}}") == (If(((expected, ()),)),)  # type: ignore[arg-type]


def test_loops_are_read() -> None:
    assert parse_template("{% for m in a.b %}- {{ m.c }}\n{% endfor %}") == (
        For("m", Name(("a", "b")), (Words("- "), Output(Name(("m", "c"))), Words("\n"))),
    )


def test_a_line_of_tags_alone_leaves_no_line_behind() -> None:
    loop_text = "{% for m in a.b %}\n- {{ m.c }}\n  {% if a %} {% endif %}\n{% endfor %}\n"
    text = f"Before\n{loop_text}After {{% if a %}}x{{% endif %}}\nend\n"
    before, loop, after, tail, end = parse_template(text)
    assert (before, after, end) == (Words("Before\n"), Words("After "), Words("\nend\n"))
    assert isinstance(loop, For)
    assert loop.body[:3] == (Words("- "), Output(Name(("m", "c"))), Words("\n"))
    assert isinstance(tail, If)


def test_a_line_with_words_between_its_tags_keeps_its_line_break() -> None:
    choice, rest = parse_template("{% if a %}x{% else %}y{% endif %}\n\nend\n")
    assert isinstance(choice, If)
    assert rest == Words("\n\nend\n")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a\nb\n{{ c + 1 }}", "line 3: 'add' is not among the things a clause may use"),
        ("{{ a ~ b }}", "line 1: 'concat'"),
        ("{{ a[0] }}", "line 1: 'getitem'"),
        ("{{ a if b else c }}", "line 1: 'condexpr'"),
        ("{{ a is defined }}", "line 1: 'test'"),
        ("{{ a() }}", "line 1: only clause('key'), schedule('key') and binding() can be called"),
        ("{{ a.clause('x') }}", "line 1: only clause('key')"),
        ("{{ clause() }}", "line 1: only clause('key')"),
        ("{{ binding('x') }}", "line 1: only clause('key')"),
        ("{{ binding(x=1) }}", "line 1: only clause('key')"),
        ("{{ clause('x', 'y') }}", "line 1: only clause('key')"),
        ("{{ clause('x', y=1) }}", "line 1: only clause('key')"),
        ("{{ clause(a) }}", "line 1: expected a constant"),
        ("{{ clause(1) }}", "line 1: clause() takes a key in quotes"),
        ("{{ (a or b).c }}", "line 1: 'or' is not among"),
        ("{{ 'words' }}", "line 1: only a name, a filter or a cross-reference can be printed"),
        ("{{ a == 1 }}", "line 1: only a name"),
        ("{{ a or b }}", "line 1: only a name"),
        ("{{ 'x'|lower_first }}", "line 1: 'const'"),
        ("{% if 1 %}{% endif %}", "line 1: 'const'"),
        ("{% if 1 < a < 3 %}{% endif %}", "line 1: compare with ==, != or in, one at a time"),
        ("{% if a > 1 %}{% endif %}", "line 1: compare with"),
        ("{% if a == b %}{% endif %}", "line 1: expected a constant"),
        ("{% if a == 1.5 %}{% endif %}", "line 1: expected a constant"),
        ("{% if a in 'xyz' %}{% endif %}", "line 1: 'in' takes a list of constants"),
        ("{% if a in () %}{% endif %}", "line 1: 'in' takes a list of constants"),
        ("{{ a|ends(b) }}", "line 1: expected a constant"),
        ("{{ a|ends(x=1) }}", "line 1: the filter ends takes plain arguments only"),
        ("{{ a|ends(*b) }}", "line 1: the filter ends takes plain arguments only"),
        ("{% filter ends %}x{% endfilter %}", "line 1: 'filterblock'"),
        ("{% for x in a %}{% else %}b{% endfor %}", "line 1: a loop is only"),
        ("{% for x in a if x %}{% endfor %}", "line 1: a loop is only"),
        ("{% for x in a recursive %}{% endfor %}", "line 1: a loop is only"),
        ("{% for x, y in a %}{% endfor %}", "line 1: a loop names one row"),
        ("{% for x in a|names %}{% endfor %}", "line 1: a loop goes over a table named by dots only"),
        ("{% for x in [1] %}{% endfor %}", "line 1: 'list'"),
        ("{% include 'x' %}", "line 1: 'include'"),
        ("{% macro x() %}{% endmacro %}", "line 1: 'macro'"),
        ("{% nonsense %}", "line 1: Encountered unknown tag 'nonsense'."),
        ("\n{% if a %}", "line 2: Unexpected end of template."),
        ("{{ }}", "line 1: Expected an expression"),
        ("{{ a }}\ue000", "line 1: holds a character of the private use area"),
        ("{{ " + "(" * 5000 + " }}", "line 1: holds a number or a nesting that is too large"),
    ],
)
def test_whatever_is_not_on_the_list_is_refused_with_its_line(text: str, problem: str) -> None:
    with pytest.raises(TemplateError) as caught:
        parse_template(text)
    assert str(caught.value).startswith(problem)


SYNTAX = (
    "{{ }} {% %} if endif for x in endfor else a . b | names ( ) ' == and not clause - [ ] {# #} 1 raw endraw set = ~"
)
PIECES = st.lists(st.sampled_from([*SYNTAX.split(), " ", "\n"]) | st.text(max_size=3))


@given(PIECES)
def test_no_text_gives_anything_but_a_tree_or_a_template_error(pieces: list[str]) -> None:
    with suppress(TemplateError):
        assert isinstance(parse_template("".join(pieces)), tuple)
