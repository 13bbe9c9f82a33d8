# SPDX-License-Identifier: MPL-2.0
"""Two versions of a paper on the page: what is other in a list, then the later one with its new words marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from evidencepack.blocks.document import Document, Running
from evidencepack.compose.sheets.change_note import ChangedWords, comparison
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Weight
from evidencepack.library.model import Library
from evidencepack.pack.build import ENDING, Part
from evidencepack.pack.claims import confirm, print_with_claims
from evidencepack.pack.fingerprint import with_fingerprint
from evidencepack.pack.look import look_of
from evidencepack.pack.manifest import BuiltFile
from evidencepack.pack.press import Format, Press
from evidencepack.paths.files import write_atomically
from evidencepack.paths.folders import refuse_unfit
from evidencepack.paths.names import legal_name
from evidencepack.render.properties import Properties
from evidencepack.render.questions import unasked
from evidencepack.render.typeset.page import Box, Page, Pages, Rule
from evidencepack.signoff.comparing import Said, WordsChanged
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.page_changes import changed_areas
from evidencepack.usecases.passages import Area, layout_of
from evidencepack.usecases.planning import plan_of

COMPARED = "sheet/compared"
"""The anchor of the list."""

_GROUPS: Mapping[Weight, str] = {
    Weight.RE_SIGN: "To sign again, or to initial",
    Weight.NOTIFY: "To tell those who signed",
    Weight.COSMETIC: "Nothing that those who signed have to know",
}
_MARKED = "New words are marked on the pages behind; what has gone is only in this list."
_INTERNAL = "Internal: do not send."
_FILL, _BAR, _ASIDE, _AROUND = "tint2", 2.0, 12.0, 1.0


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions that are compared: the words for each ("1.0", "now"), what they say, what is other."""

    before: str
    after: str
    old: Said
    new: Said
    changes: tuple[WordsChanged, ...]


@dataclass(frozen=True, slots=True)
class ComparedPart(Part):
    """The list, and behind it a later version (the last document) whose words that ``older`` has not are marked."""

    older: Document

    def print_on(self, press: Press, *, claims: bool = False) -> list[BuiltFile]:
        """Lay both versions out, mark the later one, and print it behind the list."""
        numbered, pages = press.lay_out(self.documents, stamp=False)
        alone, before = (press.lay_out((one,), stamp=False)[1] for one in (self.documents[-1], self.older))
        faces = press.fonts.faces
        areas = changed_areas(layout_of(before), layout_of(alone), lambda face, words: faces[face].width(words) / 1000)
        marked = _marked(pages, areas, pages.documents[-1].first)
        data = press.print_file(
            numbered, marked, replace(self.properties, claims=claims), form=Format.PDF, stamp=False, asked=self.asked
        )
        return [BuiltFile(f"{self.name}.{Format.PDF.value}", data, len(pages.pages), ())]


@dataclass(frozen=True, slots=True)
class ComparisonPrinter:
    """Prints comparisons in a tender's own look. ``pictures`` are its attached ones, by SHA-256."""

    library: Library
    press: Press
    pictures: Mapping[str, bytes]

    def print_into(self, folder: Path, facts: Facts, paper: Record, compared: Compared) -> BuiltFile:
        """Write a comparison into a folder, and return the file.

        Raises:
            CannotWriteError: nothing was written.
        """
        refuse_unfit(folder)
        plan, day = plan_of(facts, self.library), as_of(facts)
        press = self.press.looking(look_of(facts, self.pictures))
        versions = f"{compared.before} to {compared.after}"
        running = Running(_INTERNAL, compared.new.document.title, f"{paper.reference}-COMPARED", versions)
        headline = f"{compared.new.document.title}: {_called(compared.before)} and {_called(compared.after)}"
        facts_line = f"{paper.reference} · tender {plan.tender.reference} · {_MARKED}"
        listed = with_fingerprint(comparison(COMPARED, headline, facts_line, [*_groups(compared.changes)], running))
        about = Properties(headline, plan.lead, plan.tender.reference, running.reference, versions, day)
        name = legal_name(f"{paper.reference}-{versions}-compared".replace(" ", "-"), otherwise="compared", room=ENDING)
        part = ComparedPart(
            *(name, (listed, compared.new.document), (), about, (Format.PDF,)),
            stamp=False,
            asked=unasked,
            older=compared.old.document,
        )
        (file,) = confirm([print_with_claims(part, press)], press)
        write_atomically(folder / file.name, file.data)
        return file


def _called(version: str) -> str:
    return f"version {version}" if version[:1].isdigit() else version


def _groups(changes: Sequence[WordsChanged]) -> Iterator[tuple[str, list[ChangedWords]]]:
    for weight, heading in _GROUPS.items():
        yield heading, [ChangedWords(one.about, one.before, one.after) for one in changes if one.weight is weight]


def _marked(pages: Pages, areas: Sequence[Area], first: int) -> Pages:
    """Return pages with a ground behind new words, and a bar beside their lines; areas count pages from ``first``."""
    by_page = {
        page + first: [*some]
        for page, some in groupby(sorted(areas, key=lambda one: one.page), key=lambda one: one.page)
    }
    return replace(pages, pages=tuple(_with_marks(page, by_page.get(at, [])) for at, page in enumerate(pages.pages)))


def _with_marks(page: Page, areas: Sequence[Area]) -> Page:
    if not areas:
        return page
    grounds = [
        Box(one.x - _AROUND, one.y, one.width + 2 * _AROUND, one.height, fill=_FILL) for one in areas if one.width
    ]
    left = min((x for x, _, _ in page.lines), default=_ASIDE * 2) - _ASIDE
    bars = [Rule(left, one.y, left, one.y + one.height, _BAR) for one in areas]
    return replace(page, boxes=[*page.boxes, *grounds], rules=[*page.rules, *bars])
