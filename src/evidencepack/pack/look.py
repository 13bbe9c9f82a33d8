# SPDX-License-Identifier: MPL-2.0
"""The look of a tender's pages: the theme that its rules ask for, in the colour and with the logo of who leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evidencepack.domain.colour import read_colour
from evidencepack.domain.print_rules import PageLook, PrintRules, read_print_rules
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.values import Attachment, Reference
from evidencepack.render.logo import Logo, read_logo
from evidencepack.render.theme import STANDARD, Theme
from evidencepack.render.themes.adjusting import (
    for_both_sides,
    with_accent,
    with_body_size,
    with_least_size,
    with_margins,
)
from evidencepack.render.themes.arial_12 import ARIAL_12
from evidencepack.render.themes.compact import COMPACT


@dataclass(frozen=True, slots=True)
class Look:
    """How pages look. ``duplex``: for printing on both sides, where each document starts on a right-hand page.

    ``brand`` is what is kept of the Word template of who leads, whose looks Word files have instead; empty for none.
    """

    theme: Theme
    duplex: bool = False
    brand: bytes = b""


def look_without_pictures(facts: Facts) -> Look:
    """Return the look of a tender's pages without its logo: where something is reckoned before files are read."""
    return Look(theme_of(read_print_rules(facts.records[facts.tender].answers)))


def look_of(facts: Facts, pictures: Mapping[str, bytes], *, duplex: bool = False) -> Look:
    """Return the look of a tender's pages.

    Args:
        facts: the tender's records.
        pictures: the bytes of attached files by SHA-256, with those that ``logo_of`` and ``template_of`` name.
        duplex: for printing on both sides.

    Raises:
        UnreadableLogoError: if the logo is no picture that can be printed.
    """
    theme, lead = theme_of(read_print_rules(facts.records[facts.tender].answers)), _lead(facts)
    if lead is not None:
        theme = _with_colour(theme, lead)
        theme = theme._replace(logo=_logo(facts, lead, pictures))
    template = template_of(facts)
    brand = pictures.get(template.sha256, b"") if template else b""
    return Look(for_both_sides(theme) if duplex else theme, duplex, brand)


def theme_of(rules: PrintRules) -> Theme:
    """Return the theme that keeps a tender's rules, as far as pages can."""
    theme, size = STANDARD, rules.kept_size
    if size > ARIAL_12.body.size:
        theme = with_body_size(ARIAL_12, size)
    elif size > STANDARD.body.size or rules.look is PageLook.LARGER:
        theme = ARIAL_12
    elif rules.is_compact:
        theme = COMPACT
    if rules.everywhere and size:
        theme = with_least_size(theme, size)
    return with_margins(theme, rules.kept_margin)


def logo_of(facts: Facts) -> Attachment | None:
    """Return the attached logo of the organisation that leads; None while there is none."""
    return _file(facts, "logo")


def template_of(facts: Facts) -> Attachment | None:
    """Return the Word template of the organisation that leads; None while there is none."""
    return _file(facts, "word_template")


def _file(facts: Facts, question: str) -> Attachment | None:
    lead = _lead(facts)
    found = lead.answers.get(question) if lead else None
    return found if isinstance(found, Attachment) else None


def _lead(facts: Facts) -> Record | None:
    lead = facts.records[facts.tender].answers.get("lead_provider")
    return facts.get(lead.record) if isinstance(lead, Reference) else None


def _with_colour(theme: Theme, lead: Record) -> Theme:
    """Return the theme in the organisation's colour; what is written is no colour leaves the theme its own."""
    colour = read_colour(str(lead.answers.get("brand_colour", "")))
    return with_accent(theme, colour) if colour else theme


def _logo(facts: Facts, lead: Record, pictures: Mapping[str, bytes]) -> Logo | None:
    attached = logo_of(facts)
    name = str(lead.answers.get("legal_name", "")).strip() or lead.reference
    return read_logo(pictures[attached.sha256], name) if attached else None
