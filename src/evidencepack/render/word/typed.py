# SPDX-License-Identifier: MPL-2.0
"""What a control lets a person put in: words, a date from a calendar, or one of a list."""

from __future__ import annotations

from functools import lru_cache

from evidencepack.render.questions import Question
from evidencepack.render.word.markup import escaped


def kind_of(question: Question, text: str, *, missing: bool) -> str:
    """Return what a control is where its question asks for a date or a choice; nothing where it takes any words.

    An answer that is written in another way than its question offers, such as the days between two dates, takes words.
    """
    if question.choices and (missing or text in question.choices):
        return _list(question.choices)
    pattern = question.patterns.get("" if missing else text, "")
    return _date(question, pattern) if pattern else ""


# The same choices are offered in each row of a table.
@lru_cache(maxsize=64)
def _list(choices: tuple[str, ...]) -> str:
    items = (f'<w:listItem w:displayText="{escaped(one)}" w:value="{escaped(one)}"/>' for one in dict.fromkeys(choices))
    return f"<w:dropDownList>{''.join(items)}</w:dropDownList>"


def _date(question: Question, pattern: str) -> str:
    full = f' w:fullDate="{question.day.isoformat()}T00:00:00Z"' if question.day else ""
    return (
        f'<w:date{full}><w:dateFormat w:val="{pattern}"/><w:lid w:val="en-GB"/>'
        '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
    )
