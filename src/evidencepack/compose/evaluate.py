# SPDX-License-Identifier: MPL-2.0
"""The walker of templates: words, output, if and for become inlines. The answers are never read as anything but text.

``Text`` holds the template's own words and line breaks; whatever a person typed stands in ``Value``.
"""

from __future__ import annotations

import re
from typing import assert_never

from evidencepack.blocks.inlines import Inlines, Text, Value
from evidencepack.compose.bound import Answered, Bound, Rows, Unanswered
from evidencepack.compose.filters import FILTERS
from evidencepack.compose.plain import plain
from evidencepack.compose.pointing import named, pointer
from evidencepack.compose.printing import printed
from evidencepack.compose.scope import Scope
from evidencepack.domain.values import Number, Scalar
from evidencepack.library.conditions import words_of
from evidencepack.library.template import (
    Call,
    Compare,
    Expression,
    Filtered,
    For,
    If,
    Literal,
    Logic,
    Name,
    Output,
    Piece,
    Template,
    Words,
)

_ARROWS = re.compile("([→↔])")
_BEGINS = re.compile(r"\s*(?:- )?")
_ENDS = re.compile(r"\s*\Z")
_SPOKEN = {"→": "to", "↔": "to and from"}


def evaluate(template: Template, scope: Scope) -> Inlines:
    """Return the inlines of a template.

    Raises:
        KeyError: if it names something that does not exist; kinds are checked when they are loaded, so this is a bug.
    """
    return tuple(inline for piece in template for inline in _piece(piece, scope))


def holds(expression: Expression, scope: Scope) -> bool:
    """Whether an expression is true. What nobody has answered is false, and so is every comparison with it.

    A cross-reference is true when the document has the clause or schedule that it points at.
    """
    match expression:
        case Logic(operator="not"):
            return not holds(expression.terms[0], scope)
        case Logic():
            join = {"and": all, "or": any}[expression.operator]
            return join(holds(term, scope) for term in expression.terms)
        case Compare():
            return _compare(expression, scope)
        case Literal():
            return bool(expression.value)
        case Call():
            return scope.keeps(named(scope, expression))
        case Name() | Filtered():
            return _is_true(_bound(expression, scope))
        case _:  # pragma: no cover
            assert_never(expression)


def _piece(piece: Piece, scope: Scope) -> Inlines:
    match piece:
        case Words():
            return tuple(_spoken(words) for words in _ARROWS.split(piece.text) if words)
        case Output():
            return printed(scope, _bound(piece.of, scope))
        case If():
            return _if(piece, scope)
        case For():
            return _for(piece, scope)
        case _:  # pragma: no cover
            assert_never(piece)


def _spoken(words: str) -> Text:
    """Return words of the template; an arrow is heard as what it says."""
    return Text(words, expansion=_SPOKEN.get(words, ""))


def _if(piece: If, scope: Scope) -> Inlines:
    for test, body in piece.branches:
        if test is None or holds(test, scope):
            return evaluate(body, scope)
    return ()


def _for(piece: For, scope: Scope) -> Inlines:
    """Return the words for each row; the mark of a gap, as the first of them, where rows are needed and none is there.

    What introduces a list is then never left alone.
    """
    over = scope.find(piece.over.parts)
    items = over.items if isinstance(over, Rows) else ()
    if isinstance(over, Rows | Unanswered) and over.required and not items:
        before, after = _edges(piece.body)
        return (Text(before), *printed(scope, over), Text(after))
    return tuple(inline for item in items for inline in evaluate(piece.body, scope.bind(piece.name, item)))


def _edges(body: Template) -> tuple[str, str]:
    """Return what each row of a loop begins and ends with: white space, and the mark of an item."""
    first, last = _outermost(body, 0), _outermost(body, -1)
    begins, ends = _BEGINS.match(first), _ENDS.search(last)
    return begins[0] if begins else "", ends[0] if ends else ""


def _outermost(body: Template, place: int) -> str:
    """Return the first or last words of a template, also where they stand in a condition."""
    match body[place] if body else None:
        case Words(text=text):
            return text
        case If(branches=((_, within), *_)):
            return _outermost(within, place)
        case _:
            return ""


def _bound(expression: Expression, scope: Scope) -> Bound:
    match expression:
        case Name():
            return scope.find(expression.parts)
        case Filtered():
            return FILTERS[expression.filter](scope, _bound(expression.of, scope), *expression.arguments)
        case Call():
            return pointer(scope, expression)
        case Literal():
            return (Text(str(expression.value)),)
        case Compare() | Logic():
            raise TypeError("a comparison has no words to print; the library refuses it when a kind is loaded")
        case _:  # pragma: no cover
            assert_never(expression)


def _is_true(bound: Bound) -> bool:
    match bound:
        case Answered():
            return bound.value is not False
        case Unanswered():
            return False
        case Rows():
            return bool(bound.items)
        case tuple():
            return bool(plain(bound)) and not any(isinstance(inline, Value) and inline.missing for inline in bound)
        case _:
            return True


def _compare(expression: Compare, scope: Scope) -> bool:
    """Compare the stored value, never its printed form; of a filter or a constant, its words."""
    match _bound(expression.left, scope):
        case Answered() as bound:
            words = _stored(bound.value)
        case tuple() as inlines if _is_true(inlines):
            words = (plain(inlines),)
        case _:
            return False
    found = not {_word(constant) for constant in expression.right}.isdisjoint(words)
    return not found if expression.operator == "!=" else found


def _stored(value: Scalar) -> tuple[str, ...]:
    return (f"{value.amount.normalize():f}",) if isinstance(value, Number) else words_of(value)


def _word(constant: str | float) -> str:
    if isinstance(constant, bool):
        return "yes" if constant else "no"
    return str(constant)
