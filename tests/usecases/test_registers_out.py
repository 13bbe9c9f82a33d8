# SPDX-License-Identifier: MPL-2.0
from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from evidencepack.bootstrap import Program
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.paths.faults import CannotWriteError
from evidencepack.usecases.finding_records import NotFoundError
from evidencepack.usecases.registers_out import RegisterWriter, UnknownRegisterError, register_sentences


@pytest.fixture(scope="module")
def writer(program: Program) -> RegisterWriter:
    return RegisterWriter(program.library)


def test_a_workbook_and_a_csv_of_each_table_are_written_and_listed(
    writer: RegisterWriter, sample_facts: Facts, tmp_path: Path
) -> None:
    written = writer.write_into(tmp_path, sample_facts)
    listed = json.loads((tmp_path / "registers.manifest.json").read_bytes())["files"]
    there = {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in tmp_path.iterdir()}
    assert {one["file"]: one["sha256"] for one in listed} == {
        name: digest for name, digest in there.items() if name != "registers.manifest.json"
    }
    assert [one.name for one in written.files][:3] == ["risks.xlsx", "risks.csv", "risks-actions.csv"]
    assert written.lines["risks.xlsx"] == 12
    assert not list(register_sentences(written))


def test_the_same_tender_gives_the_same_bytes(writer: RegisterWriter, sample_facts: Facts, tmp_path: Path) -> None:
    one = writer.write_into(tmp_path / "one", sample_facts, only=["contacts"])
    assert writer.write_into(tmp_path / "two", sample_facts, only=["contacts"]).files == one.files


def test_copies_for_others_say_so_in_their_names_and_leave_the_buyers_alone(
    writer: RegisterWriter, sample_facts: Facts, tmp_path: Path
) -> None:
    writer.write_into(tmp_path, sample_facts, only=["contacts"])
    writer.write_into(tmp_path, sample_facts, only=["contacts"], audience=Audience.PARTNER)
    writer.write_into(tmp_path, sample_facts, only=["contacts"], audience=Audience.OWN)
    assert sorted(one.name for one in tmp_path.iterdir() if one.suffix == ".xlsx") == [
        "contacts-for-partners.xlsx",
        "contacts-internal.xlsx",
        "contacts.xlsx",
    ]


def test_empty_ones_are_named_and_not_written(writer: RegisterWriter, sample_facts: Facts, tmp_path: Path) -> None:
    records = {name: one for name, one in sample_facts.records.items() if one.kind not in {"risk", "commitment"}}
    written = writer.write_into(tmp_path, replace(sample_facts, records=records))
    assert "Not written, for nothing stands in them yet: Shared risks, Social value promises." in list(
        register_sentences(written)
    )
    assert not (tmp_path / "risks.xlsx").exists()


def test_nothing_at_all_is_refused_with_a_sentence(writer: RegisterWriter, sample_facts: Facts, tmp_path: Path) -> None:
    tender = sample_facts.records[sample_facts.tender]
    with pytest.raises(NotFoundError, match=r"Nothing stands in any of them yet: .* Nothing was written\."):
        writer.write_into(tmp_path / "out", Facts(tender.id, {tender.id: tender}))
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("only", [["risk"], []])
def test_an_unknown_register_is_refused(
    writer: RegisterWriter, sample_facts: Facts, tmp_path: Path, only: list[str]
) -> None:
    with pytest.raises(UnknownRegisterError, match=r"Nothing was written\. Choose from: risks, measures, raci"):
        writer.write_into(tmp_path, sample_facts, only=only)


def test_a_file_that_somebody_changed_is_kept(writer: RegisterWriter, sample_facts: Facts, tmp_path: Path) -> None:
    writer.write_into(tmp_path, sample_facts, only=["contacts"])
    (tmp_path / "contacts.csv").write_bytes(b"mine")
    written = writer.write_into(tmp_path, sample_facts, only=["contacts"])
    (kept,) = written.kept.values()
    assert (tmp_path / kept).read_bytes() == b"mine"


def test_a_folder_that_is_a_file_is_refused(writer: RegisterWriter, sample_facts: Facts, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWriteError):
        writer.write_into(tmp_path / "file", sample_facts)


def test_two_maps_whose_references_differ_in_case_have_a_file_each(
    writer: RegisterWriter, sample_facts: Facts, tmp_path: Path
) -> None:
    (first,) = sample_facts.of_kind("raci")
    second = replace(first, id="second", reference=first.reference.lower())
    facts = replace(sample_facts, records={**sample_facts.records, "second": second})
    names = [one.name.casefold() for one in writer.write_into(tmp_path, facts, only=["raci"]).files]
    assert len(set(names)) == len(names) == 5
