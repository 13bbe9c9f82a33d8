# SPDX-License-Identifier: MPL-2.0
"""Clause text as a small checked tree: words, output, if, for. Jinja2 reads it; nothing of Jinja2 remains in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """Text of the clause itself."""

    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A dotted name: ("mou", "purpose"), ("m", "chair", "full_name")."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Literal:
    """A constant to compare with or to hand to a filter."""

    value: str | int | bool


@dataclass(frozen=True, slots=True)
class Filtered:
    """An expression through a named filter of ``compose.filters``, with constant arguments."""

    of: Expression
    filter: str
    arguments: tuple[str | int | bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Call:
    """``clause('key')`` or ``schedule('key')``: a cross-reference. ``binding()``: one to each clause that binds."""

    function: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Compare:
    """``left == right``, ``left != right``, ``left in (..)``."""

    left: Expression
    operator: str
    right: tuple[str | int | bool, ...]


@dataclass(frozen=True, slots=True)
class Logic:
    """``and``, ``or``, ``not`` over expressions."""

    operator: str
    terms: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """``{{ expression }}``."""

    of: Expression


@dataclass(frozen=True, slots=True)
class If:
    """``{% if %}`` with its branches in order; a branch without a test is ``else``."""

    branches: tuple[tuple[Expression | None, Template], ...]


@dataclass(frozen=True, slots=True)
class For:
    """``{% for name in expression %}``."""

    name: str
    over: Name
    body: Template


Expression: TypeAlias = Name | Literal | Filtered | Call | Compare | Logic
Piece: TypeAlias = Words | Output | If | For
Template: TypeAlias = tuple[Piece, ...]
