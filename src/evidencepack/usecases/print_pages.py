# SPDX-License-Identifier: MPL-2.0
"""The pages of a pack as they are looked through and printed: our own or those of the bundle, with or without tabs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from evidencepack.domain.record import Facts
from evidencepack.domain.signed_paper import NOTHING_SIGNED, SignedPages
from evidencepack.domain.trade import Audience
from evidencepack.pack.bundle import Bundle, bundle_name
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.plan import Plan
from evidencepack.pack.press import Press
from evidencepack.pack.tabs import with_tabs
from evidencepack.render.fonts.lost import MissingGlyphError
from evidencepack.usecases.enclosing import enclose
from evidencepack.usecases.packing import PagePress
from evidencepack.usecases.previewing import Preview, UnprintableError
from evidencepack.usecases.signed_pages import print_sheets
from evidencepack.usecases.unprintable import questions_of


@dataclass(frozen=True, slots=True)
class PackPrint:
    """How a pack is printed: for whom, with a tab sheet before each part, with the files from outside by SHA-256.

    ``bundled``: pages of others stand between ours; where a tender has none, our own pages are all there is.
    ``signed`` is what came back signed.
    """

    audience: Audience = Audience.PACK
    bundled: bool = False
    tabs: bool = False
    annexes: Mapping[str, bytes] = field(default_factory=dict)
    signed: SignedPages = NOTHING_SIGNED


def pack_pages(made_by: PagePress, facts: Facts, wanted: PackPrint, tell: Callable[[str], None]) -> Preview:
    """Return the pages of a pack for a printer; ``tell`` hears the title of each file from outside as it is read.

    Raises:
        NotFoundError: if no document is in the pack.
        UnprintableError: if no font has some characters.
    """
    plan, press = made_by.plan(facts, wanted.audience), made_by.press_for(facts)
    plan = replace(plan, signed=wanted.signed.papers if wanted.audience is Audience.PACK else {})
    try:
        if wanted.bundled and plan.is_bundled:
            file = _bundle(plan, press, wanted, tell)
        else:
            file = made_by.print_part(plan, "", press)
        if wanted.tabs:
            plain = replace(made_by, duplex=False).press_for(facts)
            file = with_tabs(file, plan, plain, duplex=made_by.duplex)
    except MissingGlyphError as error:
        raise UnprintableError(error, questions_of(facts, made_by.library)) from error
    return Preview(file.data, file.pages)


def _bundle(plan: Plan, press: Press, wanted: PackPrint, tell: Callable[[str], None]) -> BuiltFile:
    enclosed = enclose(plan, wanted.annexes, tell).enclosed
    sheets = print_sheets(plan, wanted.signed.contents, tell)
    return Bundle(plan, enclosed, bundle_name(wanted.audience), sheets).print_on(press)
