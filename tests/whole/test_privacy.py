# SPDX-License-Identifier: MPL-2.0
"""What a pack may not show is in no byte of an export: every such field is filled with a canary, then hunted for."""

from __future__ import annotations

import copy
import hashlib
import json
from base64 import b64encode
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from tests.whole.reading import everything_in, folded

from evidencepack.bootstrap import Program
from evidencepack.domain.ids import new_id
from evidencepack.domain.trade import Audience, Visibility
from evidencepack.domain.values import FieldType
from evidencepack.library.model import Field
from evidencepack.pack.build import pack_part
from evidencepack.pack.plan import plan_pack
from evidencepack.pack.press import Format
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.exporting import Exporter
from evidencepack.usecases.importing import import_tender
from evidencepack.usecases.workspaces import create, tender_facts


@dataclass
class Cage:
    """Makes canaries, one for each field, none of which occurs in the sample; remembers where each was put."""

    people: dict[str, str]
    put: dict[str, str] = field(default_factory=dict)
    secret_file: bytes = b"canary in a file"

    def fill(self, name: str, one: Field) -> Any | None:  # noqa: C901, PLR0911 - one case for each type
        """Return an answer of the field's type with a canary in it; None where the type leaves no room for one."""
        number = len(self.put) + 1
        match one.type:
            case FieldType.TEXT | FieldType.LONG_TEXT:
                return self._remember(name, f"Kanarie{number:05}x")
            case FieldType.NUMBER:
                return {"amount": self._remember(name, f"7{number:05}3"), "unit": one.units[0] if one.units else ""}
            case FieldType.DURATION:
                return {"amount": self._remember(name, f"6{number:05}7"), "unit": "days", "window": ""}
            case FieldType.PERCENTAGE:
                return self._remember(name, f"9.{number:05}1")
            case FieldType.MONEY:
                return int(self._remember(name, f"5{number:05}9")) * 100
            case FieldType.DATE:
                return f"{self._remember(name, str(1000 + number))}-06-07"
            case FieldType.REFERENCE if one.to in self.people:
                self._remember(name, f"Kanarie-{one.to}")
                return self.people[one.to]
            case FieldType.FILE:
                return {
                    "sha256": hashlib.sha256(self.secret_file).hexdigest(),
                    "name": self._remember(name, "Kanarie.pdf"),
                }
            case _:
                return None

    def _remember(self, name: str, canary: str) -> str:
        self.put[f"{name} {canary}"] = canary
        return canary


@dataclass(frozen=True)
class Caged:
    """The export of the sample with its canaries, and the canaries by where they were put."""

    folder: Path
    canaries: dict[str, str]
    tree: dict[str, Any]


def _is_hidden(one: Field) -> bool:
    return one.visibility is not Visibility.PACK


def _with_canaries(program: Program) -> tuple[dict[str, Any], dict[str, str]]:
    tree: dict[str, Any] = copy.deepcopy(json.loads(program.sample))
    people = {kind: new_id() for kind in ("organisation", "contact")}
    cage = Cage(people)
    for record in tree["records"]:
        _fill(record, program.library[record["kind"]].fields.values(), cage)
    tree["records"] += [
        {"id": people["organisation"], "kind": "organisation", "reference": "Kanarie-organisation",
         "values": {"legal_name": "Kanarie-organisation", "short_name": "Kanarie-organisation"}},
        {"id": people["contact"], "kind": "contact", "reference": "Kanarie-contact",
         "values": {"full_name": "Kanarie-contact"}},
    ]  # fmt: skip
    data = b64encode(cage.secret_file).decode("ascii")
    sha256 = hashlib.sha256(cage.secret_file).hexdigest()
    tree["attachments"].append({"sha256": sha256, "name": "Kanarie.pdf", "media_type": "application/pdf", "data": data})
    return tree, cage.put


def _fill(record: dict[str, Any], fields: Iterable[Field], cage: Cage) -> None:
    for one in fields:
        name = f"{record['kind']} {record['reference']} {one.id}"
        if one.rows_of:
            continue
        if one.type is FieldType.TABLE:
            _fill_rows(record, one, name, cage)
        elif _is_hidden(one):
            answer = cage.fill(name, one)
            if answer is not None:
                record["values"][one.id] = answer


def _fill_rows(record: dict[str, Any], table: Field, name: str, cage: Cage) -> None:
    hidden = [column for column in table.columns if _is_hidden(table) or _is_hidden(column)]
    if not hidden:
        return
    rows = record["values"].setdefault(table.id, [])
    if not rows:
        rows.append({"id": new_id(), "cells": {}})
    for row in rows:
        for column in hidden:
            answer = cage.fill(f"{name} {column.id}", column)
            if answer is not None:
                row["cells"][column.id] = answer


@pytest.fixture(scope="module")
def caged(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Caged:
    tree, canaries = _with_canaries(program)
    folder = tmp_path_factory.mktemp("caged")
    with create(folder / "caged.evidencepack") as workspace:
        import_tender(workspace, json.dumps(tree).encode(), library=program.library)
        facts = tender_facts(workspace, "")
    exporter = Exporter(program.library, program.press)
    exporter.export_pack(facts, folder / "out", progress=lambda _done, _total, _words: None)
    return Caged(folder / "out", canaries, tree)


def test_every_kind_with_something_to_hide_has_canaries(caged: Caged, program: Program) -> None:
    hiding = {kind.id for kind in program.library.kinds.values() if any(map(_is_hidden, kind.fields.values()))}
    # What is kept for other tenders, and where things came from, belong to no tender's answers; the sample has no files
    # from outside, so nothing of theirs is hunted for here.
    assert {name.split()[0] for name in caged.canaries} == hiding - {
        "annex",
        "library_item",
        "origin",
        "section_break",
        "set_aside",
        "signed_words",
    }
    assert len(caged.canaries) > 400


def test_no_canary_is_in_any_byte_of_the_export(caged: Caged, measured: Callable[[str, str, float], None]) -> None:
    # Canaries of letters all begin alike, so that one look for that beginning finds them, also in capitals.
    searched = 0
    for name, text in everything_in(caged.folder):
        searched += 1
        assert "kanarie" not in text.casefold(), name
    measured("Hidden answers hunted for in an exported pack, found 0", "answers", len(caged.canaries))
    assert searched > 200


def test_no_canary_of_digits_is_in_any_text_of_the_export(caged: Caged) -> None:
    digits = {name: canary for name, canary in caged.canaries.items() if canary[0].isdigit() and len(canary) > 4}
    texts = [(name, folded(text).replace(",", "")) for name, text in everything_in(caged.folder) if "(text)" in name]
    for where, text in texts:
        assert [name for name, canary in digits.items() if canary in text] == [], where
        assert "7 June" not in text, where


def test_the_hunter_is_not_blind(caged: Caged, program: Program, tmp_path: Path) -> None:
    """In files for the own team, which may see everything, the same hunt finds canaries, in PDF and Word alike."""
    with create(tmp_path / "own.evidencepack") as workspace:
        import_tender(workspace, json.dumps(caged.tree).encode(), library=program.library)
        facts = tender_facts(workspace, "")
    plan = plan_pack(facts, program.library, as_of=as_of(facts), audience=Audience.OWN)
    out = tmp_path / "out"
    out.mkdir()
    for file in pack_part(plan, tuple(Format), pages=1).print_on(program.press):
        (out / file.name).write_bytes(file.data)
    found = {name for name, text in everything_in(out) if "kanarie" in text.casefold()}
    own = "pack-internal"
    assert {f"{own}.pdf (text)", f"{own}.docx (text)", f"{own}.docx!word/document.xml"} <= found
