# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Sequence

import pytest

from evidencepack.blocks.inlines import CrossReference, Inline, Inlines, Show, Text
from evidencepack.render.references import Linked, linked

_NUMBER, _PAGE, _OTHER = CrossReference("mou"), CrossReference("mou", Show.PAGE), CrossReference("dsa", Show.PAGE)


@pytest.mark.parametrize(
    ("inlines", "links"),
    [
        ((_NUMBER, Text(", page "), _PAGE), [(_NUMBER, Text(", page "), _PAGE)]),
        ((Text("on page "), _PAGE), [(Text("page "), _PAGE)]),
        (
            (Text("A\u00a0p\u00a0"), _PAGE, Text("; B p "), _OTHER),
            [(Text("A\u00a0p\u00a0"), _PAGE), (Text("B p "), _OTHER)],
        ),
        ((_PAGE,), [(_PAGE,)]),
        ((_NUMBER, Text(", page "), _OTHER), [(Text("page "), _OTHER)]),
        ((_NUMBER, Text(" and more")), []),
    ],
)
def test_all_words_that_give_a_page_are_one_link(inlines: Inlines, links: list[Inlines]) -> None:
    found = linked(inlines)
    assert [one.parts for one in found if isinstance(one, Linked)] == links
    parts = [part for one in found for part in (one.parts if isinstance(one, Linked) else (one,))]
    assert _words(parts) == _words(inlines)


def _words(inlines: Sequence[Inline]) -> str:
    return "".join(inline.text if isinstance(inline, Text) else "0" for inline in inlines)
