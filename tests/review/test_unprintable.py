# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from evidencepack.domain.finding import Finding
from evidencepack.domain.trade import Severity
from evidencepack.review.reading import Given, Unprintable
from evidencepack.review.register import Reading, review


def said(reading: Reading, *found: Unprintable) -> list[Finding]:
    return [one for one in review(replace(reading, given=Given(unprintable=found))) if one.rule == "CHK-PK-07"]


def test_an_answer_with_characters_that_no_font_has_is_named_with_its_record(reading: Callable[..., Reading]) -> None:
    (finding,) = said(reading(), Unprintable("org-1/name", "Name", "", ("a", "b")))
    assert finding == Finding("CHK-PK-07", Severity.BLOCKS, "org-1", "org-1/name", "Organisation FB Name: a, b")


def test_no_more_than_five_characters_are_named(reading: Callable[..., Reading]) -> None:
    (finding,) = said(reading(), Unprintable("org-1/name", "Name", "", tuple("abcdefg")))
    assert finding.message.endswith("Name: a, b, c, d, e and 2 more")


def test_words_of_no_answer_are_shown_as_they_stand(reading: Callable[..., Reading]) -> None:
    (finding,) = said(reading(), Unprintable("", "", "Marsh", ("a",)))
    assert (finding.record, finding.message) == ("tender-1", "Marsh: a")
