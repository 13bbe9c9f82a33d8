# SPDX-License-Identifier: MPL-2.0
"""One kind, read from the text of its TOML file. What needs other kinds is checked in ``checks``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from evidencepack.domain.trade import EvaluatorQuestion, Nation, Strength
from evidencepack.library.clauses import (
    read_clauses,
    read_optional_template,
    read_schedules,
    read_signatures,
)
from evidencepack.library.fields import read_fields
from evidencepack.library.header import NO_HEADER, PACK_FORM, Header
from evidencepack.library.letter import read_letter
from evidencepack.library.model import Field, Kind, PackForm, has_short_parts
from evidencepack.library.problems import Problems
from evidencepack.library.starters import read_starters
from evidencepack.library.steps import read_steps
from evidencepack.library.template import Template
from evidencepack.library.toml_file import read_toml
from evidencepack.library.toml_table import TomlTable
from evidencepack.library.vocabulary import NOTICES, RESERVED

_PRINTED = (
    *("clauses", "schedules", "signatures", "facts", "lead", "label", "headline", "parties", "notice", "order"),
    *("answered_at", "called", "letter"),
)


class Orientation(StrEnum):
    """Which way the pages of a document lie."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class Headings(StrEnum):
    """How large the headings of a document without numbers are."""

    NORMAL = "normal"
    SMALL = "small"


def read_kind(data: bytes, problems: Problems, *, document: bool, header: Header = NO_HEADER) -> Kind | None:
    """Return the kind that a file describes, as far as it can be read; None when it is not TOML at all.

    A document also asks what ``header`` asks and it does not ask itself.
    """
    tables = read_toml(data, problems)
    if not tables and problems.found:
        return None
    top = TomlTable(tables, "", problems)
    own = read_fields(top)
    clauses, schedules = read_clauses(top), read_schedules(top)
    header = (header if has_short_parts(clauses, schedules) else header.without(PACK_FORM)) if document else NO_HEADER
    fields = {**own, **header.beside(own)}
    kind = Kind(
        id=_read_id(top),
        version=_read_version(top),
        title=top.text("title", needed=True),
        plain_title=top.text("plain_title", needed=True),
        reference=top.text("reference", needed=document),
        purpose=top.text("purpose", needed=True),
        document=document,
        fields=fields,
        steps=read_steps(top, own, given=header.fields, last=header.step),
        answers=_read_answers(top),
        answered_at=_read_answered_at(top),
        clauses=clauses,
        schedules=schedules,
        signatures=read_signatures(top),
        parties=top.text("parties"),
        label=top.text("label"),
        headline=_read_headline(top, fields),
        called=read_optional_template(top, "called"),
        facts=read_optional_template(top, "facts"),
        lead=read_optional_template(top, "lead"),
        short_note=read_optional_template(top, "short_note"),
        letter=read_letter(top),
        landscape=top.one_of("orientation", Orientation, Orientation.PORTRAIT) is Orientation.LANDSCAPE,
        small_headings=top.one_of("headings", Headings, Headings.NORMAL) is Headings.SMALL,
        notice=top.text("notice"),
        numbered=top.flag("numbered", default=True),
        order=top.whole("order"),
        one_per_tender=top.flag("one_per_tender"),
        shared=top.flag("shared"),
        starters=read_starters(top, own),
        in_pack=top.flag("in_pack", default=True),
        pack_form=top.one_of("pack_form", PackForm, PackForm.FULL),
        nations=top.some_of("nations", Nation) or (Nation.ENGLAND,),
    )
    _check_top(top, kind)
    top.finish()
    return kind


def _read_id(top: TomlTable) -> str:
    name = top.name("id")
    if name in RESERVED - {"tender", "governance"}:
        top.refuse("id", f"'{name}' is a word that templates keep for themselves")
    return name


def _read_version(top: TomlTable) -> int:
    version = top.whole("version")
    if version < 1:
        top.refuse("version", "is missing: count from 1")
    return version


def _read_headline(top: TomlTable, fields: Mapping[str, Field]) -> Template | None:
    words = top.text("headline")
    if words in fields:
        top.refuse("headline", f"'{words}' is a field: put its dotted name between {{{{ and }}}} to print it")
    return read_optional_template(top, "headline")


def _read_answers(top: TomlTable) -> Mapping[EvaluatorQuestion, Strength]:
    answers = {}
    for question, strength in top.pairs("answers").items():
        known = top.member("answers", EvaluatorQuestion, question)
        how = top.member("answers", Strength, strength)
        if known and how:
            answers[known] = how
    return answers


def _read_answered_at(top: TomlTable) -> Mapping[EvaluatorQuestion, str]:
    pairs = top.pairs("answered_at").items()
    found = [(top.member("answered_at", EvaluatorQuestion, name), key) for name, key in pairs]
    return {question: key for question, key in found if question}


def _check_top(top: TomlTable, kind: Kind) -> None:
    if not kind.fields:
        top.refuse("field", "is missing: a kind has at least one field")
    if kind.notice and kind.notice not in NOTICES:
        top.refuse("notice", f"'{kind.notice}' is not known; choose from {', '.join(sorted(NOTICES))}")
    if kind.document and kind.shared:
        top.refuse("shared", "goes only with records")
    _check_short_form(top, kind)
    if not kind.document:
        for key in filter(top.has, ("in_pack", "headings")):
            top.refuse(key, "goes only with documents")
        for key in _PRINTED:
            if getattr(kind, key):
                top.refuse(key, "goes only with documents")


def _check_short_form(top: TomlTable, kind: Kind) -> None:
    if kind.shortens:
        return
    for key in filter(top.has, ("pack_form", "short_note")):
        top.refuse(key, "goes only with clauses and schedules that have short = true")
