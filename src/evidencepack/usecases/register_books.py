# SPDX-License-Identifier: MPL-2.0
"""Registers of a tender as a reader may see them, and what their workbooks say of themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from evidencepack.compose.visibility import visible
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import Reference
from evidencepack.exchange.registers.registers import registers_of
from evidencepack.exchange.registers.table import Register
from evidencepack.exchange.registers.workbook import About, workbook
from evidencepack.library.model import Library
from evidencepack.pack.plan import HEADS
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.naming import names_of_kind

_LEAD = "lead_provider"


def registers_for(facts: Facts, library: Library, audience: Audience) -> Iterator[Register]:
    """Yield the registers for a reader, also those in which nothing stands."""
    return registers_of(facts, library, audience, _caller(visible(facts, library, audience), library))


def about_registers(facts: Facts, library: Library, audience: Audience) -> About:
    """Return of which tender registers are, whose, of which day, and for whom."""
    tender = facts.records[facts.tender]
    lead = tender.answers.get(_LEAD)
    call = _caller(visible(facts, library, audience), library)
    author = call(lead.record) if isinstance(lead, Reference) else tender.reference
    return About(tender.reference, author, as_of(facts), HEADS.get(audience, ""))


def register_books(facts: Facts, library: Library, names: frozenset[str]) -> dict[str, bytes]:
    """Return the workbooks of registers for the buyer, by their names; none of one in which nothing stands."""
    if not names:
        return {}
    about = about_registers(facts, library, Audience.PACK)
    wanted = (one for one in registers_for(facts, library, Audience.PACK) if one.name in names and not one.is_empty)
    return {one.name: workbook(one, about) for one in wanted}


def _caller(seen: Facts, library: Library) -> Callable[[str], str]:
    """Return what calls a record as somebody knows it who sees no more than these facts."""
    names = dict[str, str]()
    for kind in {record.kind for record in seen.records.values()}:
        names |= names_of_kind(seen, library, kind)
    return lambda record: names.get(record, "no longer there")
