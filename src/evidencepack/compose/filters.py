# SPDX-License-Identifier: MPL-2.0
"""The filters of templates. Each gives inlines in which every value keeps the paths it came from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from evidencepack.blocks.inlines import Inlines, LineBreak, Text, Value
from evidencepack.compose import formats
from evidencepack.compose.bound import Answered, Bound, Item, Rows, Unanswered
from evidencepack.compose.counting import lower_first, sentence_case
from evidencepack.compose.plain import plain
from evidencepack.compose.printing import called, listed, mail_link, missing, missing_rows, printed
from evidencepack.compose.scope import Scope
from evidencepack.domain.values import Choices, Duration, Frequency

_JURISDICTIONS = {
    "england_wales": "England and Wales",
    "scotland": "Scotland",
    "ni": "Northern Ireland",
    "northern_ireland": "Northern Ireland",
}
_SENTENCE_ENDS = (".", "!", "?", ":", ";", "…")
_CLOSING = "\"')]’”"


def _names(scope: Scope, bound: Bound) -> Inlines:
    """``parties|names``: an and-list of the organisations' short names."""
    return _and_list(scope, bound, lambda item: _short_name(scope, item))


def _join_list(scope: Scope, bound: Bound, column: str) -> Inlines:
    """``in_scope|join_list('item')``: an and-list of one column."""

    def cell(item: Item) -> Inlines:
        found: Bound = item
        for name in column.split("."):
            found = scope.step(found, name)
        return printed(scope, found)

    return _and_list(scope, bound, cell)


def _and_list(scope: Scope, bound: Bound, words: Callable[[Item], Inlines]) -> Inlines:
    if not isinstance(bound, Rows):
        return printed(scope, bound)
    return listed(bound, [words(item) for item in bound.items])


def _short_name(scope: Scope, item: Item) -> Inlines:
    organisation = scope.organisation_of(item)
    return missing(organisation) if isinstance(organisation, Unanswered) else called(scope, organisation)


def _count(scope: Scope, bound: Bound) -> Inlines:
    """``parties|count``: how many rows or ticks there are, in digits; it comes from the whole field.

    Where rows are needed and none is there, it is not nought but the gap.
    """
    match bound:
        case Rows(required=True, items=()):
            return missing_rows(bound)
        case Rows():
            return (Value(str(len(bound.items)), (bound.path,)),)
        case Answered(value=Choices(chosen=chosen)):
            return (Value(str(len(chosen)), (bound.path,)),)
        case _:
            return printed(scope, bound)


def _noun(scope: Scope, bound: Bound) -> Inlines:
    """``freq|noun``: the week of weekly, for "each week"."""
    if isinstance(bound, Answered) and isinstance(bound.value, Frequency):
        return (Value(formats.period(bound.value), (bound.path,)),)
    return printed(scope, bound)


def _month(scope: Scope, bound: Bound) -> Inlines:
    """``together_since|month``: April 2026, for "since"."""
    if isinstance(bound, Answered) and isinstance(bound.value, date):
        return (Value(formats.month(bound.value), (bound.path,)),)
    return printed(scope, bound)


def _short_date(scope: Scope, bound: Bound) -> Inlines:
    """``start_date|short_date``: 15 Feb 2027, for tables."""
    if isinstance(bound, Answered) and isinstance(bound.value, date):
        return (Value(formats.short_date(bound.value), (bound.path,)),)
    return printed(scope, bound)


def _with_window(scope: Scope, bound: Bound) -> Inlines:
    """``within|with_window``: a duration with its service hours behind it in brackets."""
    if isinstance(bound, Answered) and isinstance(bound.value, Duration):
        return (Value(formats.with_window(bound.value), (bound.path,)),)
    return printed(scope, bound)


def _law_name(scope: Scope, bound: Bound) -> Inlines:
    """``law|law_name``: the legal system by its name."""
    if isinstance(bound, Answered) and isinstance(bound.value, str) and bound.value in _JURISDICTIONS:
        return (Value(_JURISDICTIONS[bound.value], (bound.path,)),)
    return printed(scope, bound)


def _on_lines(scope: Scope, bound: Bound) -> Inlines:
    """``registered_address|on_lines``: a line for each part between commas, as an address stands on a letter."""
    if not isinstance(bound, Answered) or not isinstance(bound.value, str):
        return printed(scope, bound)
    parts = [Value(part.strip(), (bound.path,)) for part in bound.value.split(",") if part.strip()]
    return tuple(inline for place, part in enumerate(parts) for inline in ((LineBreak(), part) if place else (part,)))


def _lower_first(scope: Scope, bound: Bound) -> Inlines:
    """``purpose|lower_first``: the first letter small, for words that continue a sentence."""
    return _begun(printed(scope, bound), lower_first)


def _upper_first(scope: Scope, bound: Bound) -> Inlines:
    """``frequency|upper_first``: the first letter large, for words that begin a line of a table."""
    return _begun(printed(scope, bound), sentence_case)


def _begun(inlines: Inlines, begin: Callable[[str], str]) -> Inlines:
    """Return inlines whose first words begin in another way; a gap stays as it is."""
    first, *rest = (*inlines, Text(""))
    if not isinstance(first, Text | Value) or (isinstance(first, Value) and first.missing):
        return (first, *rest)
    return (replace(first, text=begin(first.text)), *rest)


def _ends(scope: Scope, bound: Bound) -> Inlines:
    """``purpose|ends``: with a full stop, unless the words end a sentence already."""
    inlines = printed(scope, bound)
    ended = plain(inlines).rstrip(_CLOSING).endswith(_SENTENCE_ENDS)
    return inlines if ended else (*inlines, Text("."))


def _or_dash(scope: Scope, bound: Bound) -> Inlines:
    """``ig_check|or_dash``: a dash in a table cell for what need not be answered; what must be is a gap as ever."""
    inlines = printed(scope, bound)
    return inlines if plain(inlines) else (Text("–"),)


def _mail(scope: Scope, bound: Bound) -> Inlines:
    """``work_email|mail``: the address as a link."""
    return (mail_link(bound),) if isinstance(bound, Answered) else printed(scope, bound)


FILTERS: Mapping[str, Callable[..., Inlines]] = {
    "names": _names,
    "join_list": _join_list,
    "count": _count,
    "noun": _noun,
    "short_date": _short_date,
    "month": _month,
    "with_window": _with_window,
    "law_name": _law_name,
    "lower_first": _lower_first,
    "upper_first": _upper_first,
    "ends": _ends,
    "or_dash": _or_dash,
    "mail": _mail,
    "on_lines": _on_lines,
    "long_text": printed,
}
"""Every filter by name; ``long_text`` says that words alone in a paragraph keep their own paragraphs and lists."""
