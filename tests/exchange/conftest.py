# SPDX-License-Identifier: MPL-2.0
"""A small library with a field of every type, and a tender file that fills it."""

from __future__ import annotations

import copy
import hashlib
import json
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.shipped import LIBRARY

from evidencepack.domain.values import FieldType
from evidencepack.exchange.mistakes import BadTenderFileError
from evidencepack.exchange.sample import joined
from evidencepack.exchange.tender_file import TenderFile, read_tender_file
from evidencepack.library.model import Choice, Field, Kind, Library
from evidencepack.paths.resources import resource

TENDER, LEAD, PARTNER, MEETING, ROW = (f"01a0b0c0-0000-7000-8000-00000000000{place}" for place in range(1, 6))
PAPER = b"a plan of the flats"
SHA = hashlib.sha256(PAPER).hexdigest()

Tree = dict[str, Any]


def _field(name: str, kind: FieldType, **more: Any) -> Field:
    return Field(name, name.capitalize(), kind, "Help.", **more)


def _kind(name: str, *fields: Field, **more: Any) -> Kind:
    return Kind(
        id=name,
        version=1,
        title=name,
        plain_title=name,
        reference="X",
        purpose="A kind.",
        document=False,
        fields={field.id: field for field in fields},
        steps=(),
        answers={},
        **more,
    )


_LEVELS = (Choice("high", "High"), Choice("low", "Low"))
_ACTIONS = _field(
    "actions",
    FieldType.TABLE,
    columns=(
        _field("what", FieldType.TEXT),
        _field("due", FieldType.DATE),
        _field("owner", FieldType.REFERENCE, to="organisation"),
    ),
)
_LIBRARY = Library(
    {
        kind.id: kind
        for kind in (
            _kind("tender", _field("title", FieldType.TEXT), _field("lead", FieldType.REFERENCE, to="organisation")),
            _kind("organisation", _field("legal_name", FieldType.TEXT), shared=True),
            _kind("governance", _field("rule", FieldType.TEXT), one_per_tender=True),
            _kind(
                "meeting",
                _field("name", FieldType.TEXT),
                _field("notes", FieldType.LONG_TEXT),
                _field("first", FieldType.DATE),
                _field("seats", FieldType.NUMBER, units=("people", "")),
                _field("size", FieldType.NUMBER),
                _field("cost", FieldType.MONEY),
                _field("share", FieldType.PERCENTAGE),
                _field("held", FieldType.YES_NO),
                _field("level", FieldType.CHOICE, choices=_LEVELS),
                _field("levels", FieldType.CHOICES, choices=_LEVELS),
                _field("length", FieldType.DURATION),
                _field("freq", FieldType.FREQUENCY),
                _field("chair", FieldType.REFERENCE, to="organisation"),
                _field("paper", FieldType.FILE),
                _ACTIONS,
                _field("partners", FieldType.TABLE, rows_of="organisation"),
            ),
        )
    }
)

_TREE: Tree = {
    "format": "evidencepack-tender",
    "version": 1,
    "as_of": "2027-02-15",
    "tender": TENDER,
    "records": [
        {"id": TENDER, "kind": "tender", "reference": "TBN-1", "values": {"title": "Home First", "lead": LEAD}},
        {"id": LEAD, "kind": "organisation", "reference": "FB", "values": {"legal_name": "Ferrybank"}},
        {"id": PARTNER, "kind": "organisation", "reference": "MT", "values": {"legal_name": "মৈত্রী"}},
        {
            "id": MEETING,
            "kind": "meeting",
            "reference": "M1",
            "values": {
                "name": "Huddle",
                "notes": "One.\n\nTwo.",
                "first": "2027-03-01",
                "seats": {"amount": "6", "unit": "people"},
                "size": {"amount": "1.4", "unit": "full-time"},
                "cost": 5800000,
                "share": "12.5",
                "held": True,
                "level": "high",
                "levels": ["high", "low"],
                "length": {"amount": "15", "unit": "minutes", "window": "Mon-Fri"},
                "freq": "daily",
                "chair": LEAD,
                "paper": {"sha256": SHA, "name": "flats.pdf"},
                "actions": [{"id": ROW, "cells": {"what": "Ring", "due": "2027-03-02", "owner": PARTNER}}],
            },
        },
    ],
    "attachments": [
        {
            "sha256": SHA,
            "name": "flats.pdf",
            "media_type": "application/pdf",
            "data": b64encode(PAPER).decode("ascii"),
        }
    ],
}


@pytest.fixture(scope="session")
def library() -> Library:
    """Return kinds with a field of every type."""
    return _LIBRARY


@pytest.fixture
def tree() -> Tree:
    """Return the JSON of a right tender file; a test may spoil it."""
    return copy.deepcopy(_TREE)


@pytest.fixture(scope="session")
def read(library: Library) -> Callable[[object], TenderFile]:
    """Return a reader of JSON trees."""
    return lambda tree: read_tender_file(json.dumps(tree).encode("utf-8"), library)


@pytest.fixture(scope="session")
def mistakes(read: Callable[[object], TenderFile]) -> Callable[[object], tuple[str, ...]]:
    """Return a reader of JSON trees that must be refused, which gives the mistakes."""

    def refused(tree: object) -> tuple[str, ...]:
        with pytest.raises(BadTenderFileError) as caught:
            read(tree)
        return caught.value.mistakes

    return refused


@pytest.fixture(scope="session")
def shipped() -> Library:
    """Return the library that ships."""
    return LIBRARY


@pytest.fixture(scope="session")
def sample_parts() -> tuple[Path, ...]:
    """Return the files that the sample tender is kept in, in their order."""
    return tuple(sorted(resource("samples", "thamesbourne").glob("*.json")))


@pytest.fixture(scope="session")
def sample(sample_parts: tuple[Path, ...]) -> bytes:
    """Return the sample tender, whole."""
    return joined([part.read_bytes() for part in sample_parts])
