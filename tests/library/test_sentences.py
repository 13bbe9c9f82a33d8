# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import pytest

from evidencepack.library.sentences import sentences


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One sentence.", 1),
        ("no full stop", 1),
        ("One. Two.", 2),
        ("One. Two without end", 2),
        ("One? Two! Three.", 3),
        ("Say 12.5 or www.example.org here.", 1),
        ("See UK GDPR Art. 28 and Sch. 1 first.", 1),
        ("For example (e.g. A or B), and so on. Then stop.", 2),
        ("“Quoted.” Then more.", 2),
        ("Fees of more than £5. £6 is too much.", 2),
        ("", 0),
    ],
)
def test_sentences_are_counted_as_a_reader_would(text: str, count: int) -> None:
    assert sentences(text) == count
