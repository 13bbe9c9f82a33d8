# SPDX-License-Identifier: MPL-2.0
"""Jinja2's parser reads the syntax; what is on our short list becomes our own tree, the rest is refused by line."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from jinja2 import Environment, TemplateSyntaxError, nodes

from evidencepack.library.problems import TemplateError
from evidencepack.library.template import (
    Call,
    Compare,
    Expression,
    Filtered,
    For,
    If,
    Logic,
    Name,
    Output,
    Piece,
    Template,
    Words,
)

_LONE_TAGS = re.compile(r"^[ \t]*((?:\{%(?:(?!%\})[^\n])*%\}[ \t]*)+)$", re.MULTILINE)
_LONE = "\ue000"
_COMPARISONS = {"eq": "==", "ne": "!=", "in": "in", "notin": "in"}
_FUNCTIONS = ("clause", "schedule")
_BINDING = "binding"
_ENVIRONMENT = Environment(autoescape=False, keep_trailing_newline=True)  # noqa: S701  (it reads, it never renders)


def read_jinja(text: str) -> Template:
    """Return the tree of a text in Jinja2's syntax.

    Raises:
        TemplateError: if Jinja2 cannot read it, or it uses anything that is not on our list.
    """
    if _LONE in text:
        raise TemplateError(1, "holds a character of the private use area")
    try:
        return _body(_ENVIRONMENT.parse(_LONE_TAGS.sub(rf"\1{_LONE}", text)).body)
    except TemplateSyntaxError as error:
        raise TemplateError(error.lineno, error.message or "is not understood") from None
    except (ValueError, RecursionError) as error:
        if isinstance(error, TemplateError):
            raise
        raise TemplateError(1, "holds a number or a nesting that is too large to read") from None


def _body(found: Sequence[nodes.Node]) -> Template:
    return tuple(piece for node in found for piece in _pieces(node))


def _pieces(node: nodes.Node) -> tuple[Piece, ...]:
    match node:
        case nodes.Output():
            return tuple(piece for child in node.nodes for piece in _printed(child))
        case nodes.If():
            return (_if(node),)
        case nodes.For():
            return (_for(node),)
        case _:
            raise _refusal(node)


def _printed(node: nodes.Expr) -> tuple[Piece, ...]:
    if isinstance(node, nodes.TemplateData):
        words = node.data.replace(f"{_LONE}\n", "").replace(_LONE, "")
        return (Words(words),) if words else ()
    if isinstance(node, nodes.Const | nodes.Compare | nodes.And | nodes.Or | nodes.Not):
        raise TemplateError(node.lineno, "only a name, a filter or a cross-reference can be printed")
    return (Output(_expression(node)),)


def _if(node: nodes.If) -> If:
    branches: list[tuple[Expression | None, Template]] = [
        (_expression(branch.test), _body(branch.body)) for branch in (node, *node.elif_)
    ]
    if node.else_:
        branches.append((None, _body(node.else_)))
    return If(tuple(branches))


def _for(node: nodes.For) -> For:
    if node.else_ or node.test or node.recursive:
        raise TemplateError(node.lineno, "a loop is only {% for name in table %}, without if, else or recursive")
    if not isinstance(node.target, nodes.Name):
        raise TemplateError(node.lineno, "a loop names one row")
    over = _expression(node.iter)
    if not isinstance(over, Name):
        raise TemplateError(node.lineno, "a loop goes over a table named by dots only")
    return For(node.target.name, over, _body(node.body))


def _expression(node: nodes.Node) -> Expression:
    for known, read in _EXPRESSIONS.items():
        if isinstance(node, known):
            return read(node)
    raise _refusal(node)


def _name(node: nodes.Node) -> Name:
    parts: list[str] = []
    while isinstance(node, nodes.Getattr):
        parts.append(node.attr)
        node = node.node
    if not isinstance(node, nodes.Name):
        raise _refusal(node)
    return Name((node.name, *reversed(parts)))


def _filtered(node: nodes.Filter) -> Filtered:
    if node.node is None or node.kwargs or node.dyn_args or node.dyn_kwargs:
        raise TemplateError(node.lineno, f"the filter {node.name} takes plain arguments only")
    return Filtered(_expression(node.node), node.name, tuple(_constant(argument) for argument in node.args))


def _call(node: nodes.Call) -> Call:
    function = node.node.name if isinstance(node.node, nodes.Name) else ""
    plain = not (node.kwargs or node.dyn_args or node.dyn_kwargs)
    if function == _BINDING and plain and not node.args:
        return Call(function)
    if function not in _FUNCTIONS or not plain or len(node.args) != 1:
        raise TemplateError(node.lineno, "only clause('key'), schedule('key') and binding() can be called")
    key = _constant(node.args[0])
    if not isinstance(key, str):
        raise TemplateError(node.lineno, f"{function}() takes a key in quotes")
    return Call(function, key)


def _compare(node: nodes.Compare) -> Expression:
    if len(node.ops) != 1 or node.ops[0].op not in _COMPARISONS:
        raise TemplateError(node.lineno, "compare with ==, != or in, one at a time")
    operator, right = node.ops[0].op, node.ops[0].expr
    if operator in {"eq", "ne"}:
        values: tuple[str | int | bool, ...] = (_constant(right),)
    elif isinstance(right, nodes.Tuple | nodes.List) and right.items:
        values = tuple(_constant(item) for item in right.items)
    else:
        raise TemplateError(node.lineno, "'in' takes a list of constants, such as in ('a', 'b')")
    found = Compare(_expression(node.expr), _COMPARISONS[operator], values)
    return Logic("not", (found,)) if operator == "notin" else found


def _constant(node: nodes.Expr) -> str | int | bool:
    if isinstance(node, nodes.Const) and isinstance(node.value, str | int | bool):
        return node.value
    raise TemplateError(node.lineno, "expected a constant: words in quotes, a whole number, true or false")


def _both(operator: str) -> Callable[[nodes.BinExpr], Logic]:
    return lambda node: Logic(operator, (_expression(node.left), _expression(node.right)))


def _refusal(node: nodes.Node) -> TemplateError:
    what = type(node).__name__.lower()
    return TemplateError(node.lineno, f"'{what}' is not among the things a clause may use (docs/kinds.md lists them)")


_EXPRESSIONS: Mapping[type[nodes.Expr], Callable[..., Expression]] = {
    nodes.Name: _name,
    nodes.Getattr: _name,
    nodes.Filter: _filtered,
    nodes.Call: _call,
    nodes.Compare: _compare,
    nodes.And: _both("and"),
    nodes.Or: _both("or"),
    nodes.Not: lambda node: Logic("not", (_expression(node.node),)),
}
