# SPDX-License-Identifier: MPL-2.0
"""Two texts beside each other in a terminal."""

from __future__ import annotations

from evidencepack.cli.columns import side_by_side

LEFT = """We do:
- this
- that, which is so long that it has to go on in a second line

{% for one in mou.parties %}
- {{ one }}
{% endfor %}"""


def test_paragraphs_are_joined_and_items_and_tags_keep_their_lines() -> None:
    lines = list(side_by_side(LEFT, "One\nparagraph."))
    assert lines == [
        "We do:" + " " * 52 + "One paragraph.",
        "- this",
        "- that, which is so long that it has to go on in a",
        "second line",
        "",
        "{% for one in mou.parties %}",
        "- {{ one }}",
        "{% endfor %}",
    ]


def test_a_longer_text_on_the_right_goes_on_beside_nothing() -> None:
    assert list(side_by_side("a", "b\n\nc")) == ["a" + " " * 57 + "b", "", " " * 58 + "c"]


def test_a_word_without_spaces_is_broken() -> None:
    assert [len(line) for line in side_by_side("x" * 120, "")] == [56, 56, 8]
