# SPDX-License-Identifier: MPL-2.0
"""How people who sign are reached: their address, telephone and place of work, as the tender's contacts have them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Reference

_CONTACT = "contact"


@dataclass(frozen=True, slots=True)
class Reach:
    """How somebody is reached: e-mail, telephone, the address of whom they work for; empty where it is not known."""

    email: str = ""
    phone: str = ""
    address: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """What is known, each in a line."""
        return tuple(filter(None, (self.email, self.phone, self.address)))


def reach_of(facts: Facts) -> Mapping[str, Reach]:
    """Return how each contact of a tender is reached, by id."""
    return {one.id: _reach(one, facts) for one in facts.of_kind(_CONTACT)}


def _reach(contact: Record, facts: Facts) -> Reach:
    works = contact.answers.get("organisation")
    employer = facts.get(works.record) if isinstance(works, Reference) else None
    address = _line(employer, "registered_address") if employer else ""
    return Reach(_line(contact, "work_email"), _line(contact, "work_phone"), address)


def _line(record: Record, field: str) -> str:
    return " ".join(str(record.answers.get(field, "")).split())
