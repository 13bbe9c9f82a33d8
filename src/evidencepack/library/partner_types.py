# SPDX-License-Identifier: MPL-2.0
"""What is known of each type of partner, read from ``resources/partner_types.toml``: what it is best for, its risk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from evidencepack.domain.trade import PartnerType
from evidencepack.domain.values import FieldType
from evidencepack.library.model import Choice, Kind, PartnerGuide
from evidencepack.library.problems import Problems
from evidencepack.library.starters_model import Starter
from evidencepack.library.toml_file import read_toml
from evidencepack.library.toml_table import TomlTable

FILE = "partner_types.toml"
"""The file beside the folder of the kinds."""

_ORGANISATION, _SORT = "organisation", "org_type"
_PARTNERSHIP = "partnership"


def read_partner_types(file: Path, kinds: Mapping[str, Kind], problems: Problems) -> Mapping[PartnerType, PartnerGuide]:
    """Return what the file says of each type, checked against the kinds; nothing when there is no such file."""
    if not file.is_file():
        return {}
    top = TomlTable(read_toml(file.read_bytes(), problems), "", problems)
    guides: dict[PartnerType, PartnerGuide] = {}
    for entry in top.each("partner_type", "id"):
        guide = _read(entry)
        if guide.id in guides:
            entry.refuse("id", f"'{guide.id}' is used twice")
        _check(entry, guide, kinds)
        guides[guide.id] = guide
    for missing in set(PartnerType) - set(guides):
        top.refuse(f"partner_type {missing.value}", "is missing")
    _refuse_shared(top, guides)
    top.finish()
    return guides


def points_to_show(guide: PartnerGuide, kinds: Mapping[str, Kind]) -> tuple[Choice, ...]:
    """Return the points that a partner of this type should be able to show: the choices of its field."""
    partnership = kinds.get(_PARTNERSHIP)
    field = partnership.fields.get(guide.checks) if partnership else None
    return field.choices if field else ()


def starter_named(name: str, kinds: Mapping[str, Kind]) -> Starter | None:
    """Return the starter called ``kind/starter``, or None."""
    kind, _, starter = name.partition("/")
    found = kinds[kind].starters if kind in kinds else ()
    return next((one for one in found if one.id == starter), None)


def _read(entry: TomlTable) -> PartnerGuide:
    guide = PartnerGuide(
        id=entry.one_of("id", PartnerType),
        title=entry.text("title", needed=True),
        organisations=entry.texts("organisations"),
        best_for=entry.text("best_for", needed=True),
        checks=entry.text("checks", needed=True),
        risk=entry.text("risk", needed=True),
        answer=entry.text("answer", needed=True),
        kinds=entry.texts("kinds"),
        starters=entry.texts("starters"),
        source=entry.text("source"),
    )
    entry.finish()
    return guide


def _check(entry: TomlTable, guide: PartnerGuide, kinds: Mapping[str, Kind]) -> None:
    if not points_to_show(guide, kinds):
        entry.refuse("checks", f"'{guide.checks}' is no list of choices of the kind '{_PARTNERSHIP}'")
    for name in _unknown_sorts(guide, kinds):
        entry.refuse("organisations", f"'{name}' is no choice of '{_SORT}' of the kind '{_ORGANISATION}'")
    for name in guide.kinds:
        if name not in kinds:
            entry.refuse("kinds", f"there is no kind '{name}'")
    for name in guide.starters:
        starter = starter_named(name, kinds)
        if starter is None:
            entry.refuse("starters", f"there is no starter '{name}'; write it as kind/starter")
        elif not starter.suits(guide.id):
            entry.refuse("starters", f"'{name}' is not meant for {guide.id.value}")


def _unknown_sorts(guide: PartnerGuide, kinds: Mapping[str, Kind]) -> Iterator[str]:
    organisation = kinds.get(_ORGANISATION)
    field = organisation.fields.get(_SORT) if organisation else None
    known = {choice.id for choice in field.choices} if field and field.type is FieldType.CHOICE else set()
    return (name for name in guide.organisations if name not in known)


def _refuse_shared(top: TomlTable, guides: Mapping[PartnerType, PartnerGuide]) -> None:
    """Refuse a sort of organisation that two types claim."""
    top.refuse_repeats("organisations", (name for guide in guides.values() for name in guide.organisations))
