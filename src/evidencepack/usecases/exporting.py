# SPDX-License-Identifier: MPL-2.0
"""Export: the whole pack, or one document ready to print for a partner's signature."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from evidencepack.compose.examples import MARK, examples_in, examples_shown
from evidencepack.compose.signed_words import Signed, without_changed
from evidencepack.domain.issue import Overridden
from evidencepack.domain.print_rules import side_limit
from evidencepack.domain.record import Facts
from evidencepack.domain.signed_paper import NOTHING_SIGNED, SignedPages
from evidencepack.domain.trade import Audience
from evidencepack.library.model import Library
from evidencepack.pack.build import appendix_parts, document_part, pack_name, pack_part
from evidencepack.pack.bundle import Bundle, bundle_name
from evidencepack.pack.claims import Printed, confirm, print_with_claims
from evidencepack.pack.look import look_of
from evidencepack.pack.manifest import BuiltFile, manifest
from evidencepack.pack.plan import Appendix, Earlier, Plan
from evidencepack.pack.press import Format, Press
from evidencepack.pack.signed import beside_bundle, saying
from evidencepack.pack.signed_alone import papers_signed
from evidencepack.pack.volumes import Volumes, in_volumes, most_bytes
from evidencepack.paths.folders import refuse_unfit
from evidencepack.render.fonts.lost import MissingGlyphError
from evidencepack.review.telling import listed
from evidencepack.usecases.enclosing import NOTHING_ENCLOSED, different_files, enclose
from evidencepack.usecases.export_folder import write_export
from evidencepack.usecases.export_steps import Progress, Steps
from evidencepack.usecases.finding_records import NotFoundError, find_record
from evidencepack.usecases.planning import plan_of
from evidencepack.usecases.signed_pages import beside, print_sheets
from evidencepack.usecases.signed_papers import PaperWords
from evidencepack.usecases.slotting import NO_SLOTS, Slots, Slotting
from evidencepack.usecases.unprintable import questions_of

CHECKING = "checking the PDFs"
"""What an export tells when PDFs are put before the validator."""

SLOTS = "slots"
"""What an export tells when the places of the portal are filled."""

MANIFEST = "manifest.json"
"""The file that lists a pack; that of one document bears the document's name before a dot."""


def manifest_of(audience: Audience) -> str:
    """Return the name of the file that lists a pack for somebody."""
    return f"{pack_name(audience)}.{MANIFEST}" if audience is not Audience.PACK else MANIFEST


def go_on() -> None:
    """Nobody has to be asked before files are written."""


_FRONT_PAGES = 3  # cover, contents and evidence matrix, in most packs


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export wrote: the files in order, the one that lists them, how many answers are still to complete.

    ``kept``: what files of the person's own, that stood in the place of new ones, are called now, by their old names.
    ``sides`` are those of the appendices in the pack, ``limit`` those that the tender allows; 0 for no pack, no limit.
    ``examples`` are those in print that nobody has made their own. ``changed`` are the references of papers in print
    that say other words than those that were signed. ``unlike`` is the font of Word files whose pages were counted with
    letters of another, which are not exactly as wide; empty for none. ``slots`` are the places of the portal as they
    were filled; their files are not among ``files``. ``problems`` say which files from outside could not be put in.
    """

    folder: Path
    files: tuple[BuiltFile, ...]
    manifest: str
    missing: int
    kept: Mapping[str, str] = field(default_factory=dict)
    sides: int = 0
    limit: int = 0
    examples: int = 0
    changed: tuple[str, ...] = ()
    unlike: str = ""
    slots: Slots = NO_SLOTS
    problems: tuple[str, ...] = ()


def unlike_sentences(exported: Exported) -> Iterator[str]:
    """Yield the sentence on pages of Word files that were counted with another font than theirs."""
    if exported.unlike:
        yield (
            f"The Word files are set in {exported.unlike}, but their pages were counted with letters of another font. "
            "In Word there may be a few more or fewer. To have Word count anew, choose Select All and press F9"
        )


def changed_sentences(exported: Exported) -> Iterator[str]:
    """Yield the sentence on papers that were changed since somebody signed them."""
    if exported.changed:
        have = "have" if len(exported.changed) > 1 else "has"
        yield (
            f"{listed(exported.changed)} {have} changed since signed. The signatures on the words before are not "
            "counted as signed in this export"
        )


def example_sentences(exported: Exported) -> Iterator[str]:
    """Yield the sentence on examples that were printed and that nobody has made their own."""
    if exported.examples:
        many = f"{exported.examples:,} examples are" if exported.examples > 1 else "1 example is"
        yield f"{many} still to be made yours, printed with {MARK}"


def side_sentences(exported: Exported) -> Iterator[str]:
    """Yield the sentence on appendices that take more sides than the tender allows."""
    if 0 < exported.limit < exported.sides:
        yield (
            f"The appendices take {exported.sides:,} sides; the tender allows {exported.limit:,}. Shorten answers, "
            "leave a document out, or choose a look that takes fewer sides, then export again"
        )


@dataclass(frozen=True, slots=True)
class Made:
    """What an export made, before any of it is written: the plan, what of it was printed, the files in order.

    The rest is as in ``Exported``.
    """

    plan: Plan
    printed: Sequence[Appendix]
    files: tuple[BuiltFile, ...]
    listed_in: str
    sides: int = 0
    limit: int = 0
    changed: tuple[str, ...] = ()
    unlike: str = ""
    slots: Slots = NO_SLOTS
    problems: tuple[str, ...] = ()
    overridden: Sequence[Overridden] = ()

    @property
    def every(self) -> tuple[BuiltFile, ...]:
        """Return all files, those of the slots behind the others."""
        return (*self.files, *self.slots.files)

    @property
    def manifest(self) -> bytes:
        """Return the file that lists the others."""
        tender, day = self.plan.tender.reference, self.plan.as_of.isoformat()
        return manifest(tender, day, self.every, overridden=self.overridden)

    def write_into(self, folder: Path) -> Exported:
        """Write all of it into a folder, or nothing.

        Raises:
            CannotWriteError: the folder is as it was.
        """
        contents = {**{file.name: file.data for file in self.every}, self.listed_in: self.manifest}
        return self.written(folder, write_export(folder, contents, listed_in=self.listed_in))

    def written(self, folder: Path, kept: Mapping[str, str]) -> Exported:
        """Return what is told of it once it stands in a folder."""
        shown = examples_shown(tuple(one.document for one in self.printed), examples_in(self.plan.facts))
        missing = len(frozenset(path for one in self.printed for path in one.missing))
        told = Exported(folder, self.files, self.listed_in, missing, kept, self.sides, self.limit, len(shown))
        return replace(told, changed=self.changed, unlike=self.unlike, slots=self.slots, problems=self.problems)


@dataclass(frozen=True, slots=True)
class Exporter:
    """Prints tenders with one library and one press, in the formats asked for and in each tender's own look.

    ``pictures`` are the attached ones that the pages show (``pictures_of``), by SHA-256. ``duplex``: for printing on
    both sides. ``before_writing`` is called when all is made and nothing is written yet; it may raise to cancel.
    ``annexes`` are the files from outside (``enclosures_of``), by SHA-256. ``earlier`` are the papers of earlier issues
    (``earlier_papers``), and ``overridden`` what somebody let stand, which a manifest names unless the pack is a draft.
    ``signed`` is what came back signed (``signed_pages_of``).
    """

    library: Library
    press: Press
    formats: tuple[Format, ...] = tuple(Format)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    duplex: bool = False
    before_writing: Callable[[], None] = go_on
    annexes: Mapping[str, bytes] = field(default_factory=dict)
    earlier: Earlier = field(default_factory=dict)
    overridden: Sequence[Overridden] = ()
    signed: SignedPages = NOTHING_SIGNED

    def export_pack(
        self, facts: Facts, folder: Path, *, progress: Progress, audience: Audience = Audience.PACK
    ) -> Exported:
        """Print the tender's pack into a folder: pack, each document, manifest; all of it or nothing.

        A copy for another ``audience`` than the buyer says so at the head of every page and in the names of its files;
        the buyer's pack in the same folder stays as it is.
        Files of an earlier export that are not in this one go, unless somebody changed them; a file that somebody
        changed or put there is kept, beside the new one if that has its name. Every PDF is validated
        before it is moved into place, and claims to conform only if it passed.

        Raises:
            NotFoundError: if the tender has no document yet.
            CannotWriteError: if the folder cannot be written; it stays as it was.
            MissingGlyphError: if no font has some characters; the message says which, in answers to which questions.
            UnreadableLogoError: if the logo is no picture that can be printed.
        """
        refuse_unfit(folder)
        made = self.make_pack(facts, progress=progress, audience=audience)
        self.before_writing()
        return made.write_into(folder)

    def make_pack(self, facts: Facts, *, progress: Progress, audience: Audience = Audience.PACK) -> Made:
        """Print the tender's pack as ``export_pack`` does, and write nothing.

        Raises:
            NotFoundError, MissingGlyphError, UnreadableLogoError: as for ``export_pack``.
        """
        changed = PaperWords(self.library).changed(facts)
        facts = without_changed(facts, changed)
        plan = plan_of(facts, self.library, audience=audience, earlier=self.earlier)
        plan = replace(plan, signed=self.signed.papers if audience is Audience.PACK else {})
        if not plan.appendices:
            raise NotFoundError(_nothing(plan))
        press = self._press_for(facts)
        slotted, for_slot = Slotting(plan).is_wanted, Slotting(plan).wants_bundle
        bundled = plan.is_bundled and (Format.PDF in self.formats or for_slot)
        outside = different_files(facts) if bundled or slotted else 0
        signed = any(plan.signed_pages(one.record.id) for one in plan.appendices) and (bundled or slotted)
        steps = Steps(progress, len(plan.appendices) + 1 + self._checks + slotted + outside + bundled + signed)
        enclosures = enclose(plan, self.annexes, steps.tell) if outside or bundled else NOTHING_ENCLOSED
        sheets = print_sheets(plan, self.signed.contents, steps.tell) if signed else {}
        made = Bundle(plan, enclosures.enclosed, bundle_name(audience), sheets)
        with naming_questions(facts, self.library):
            bundle, volumes = list[BuiltFile](), Volumes(())
            if bundled and sheets:
                # Our own pages say where in the bundle the signed ones stand: so it is made first.
                bundle.append(steps.print_bundle(made, press))
            said = saying(plan, beside_bundle(plan, bundle[0] if bundle else None))
            printed = steps.print(tuple(appendix_parts(said, self.formats)), press)
            steps.tell("pack")
            packed = [self._print_pack(said, press, printed), *printed]
            files = self._confirm(packed, press, steps)
            if bundled and not bundle:
                bundle.append(steps.print_bundle(made, press, pack=files[0]))
            if bundle:
                volumes = in_volumes(bundle[0], made, press, most=most_bytes(plan))
            scans = papers_signed(plan, sheets)
            slotting = Slotting(said, enclosures.passed, enclosures.pointed_to, scans, enclosures.every, made)
            slots = self._fill(slotting, press, printed, [*files, *bundle], steps)
        lying_beside = beside(plan, self.signed.contents)
        return Made(
            plan,
            plan.appendices,
            (*files, *volumes.files, *(enclosures.beside if bundled else ()), *lying_beside, *slots.checklist),
            manifest_of(audience),
            sides=(bundle or files)[0].sides,
            limit=side_limit(plan.tender.answers),
            changed=_printed_of(plan.appendices, changed),
            unlike=self._unlike(press),
            slots=slots,
            problems=(*enclosures.problems, *volumes.problems),
            overridden=self.overridden if plan.is_versioned and audience is Audience.PACK else (),
        )

    def export_document(
        self, facts: Facts, name: str, folder: Path, *, progress: Progress, audience: Audience = Audience.PACK
    ) -> Exported:
        """Print one document by its reference or id, without the pack's page numbers, ready for a signature.

        A pack in the same folder stays as it is, and its manifest too. A copy for another ``audience`` than the buyer
        says so at the head of every page and in the name of its files.

        Raises:
            NotFoundError: if no document is called so. The rest as for ``export_pack``.
        """
        refuse_unfit(folder)
        record = find_record(facts, name)
        changed = PaperWords(self.library).changed(facts)
        facts = without_changed(facts, changed)
        plan = plan_of(facts, self.library, audience=audience)
        chosen = next((appendix for appendix in plan.documents if appendix.record.id == record.id), None)
        if chosen is None:
            raise NotFoundError(f"{name} is not a document but a record: {self.library[record.kind].title.lower()}.")
        part = document_part(plan, chosen, self.formats)
        press, steps = self._press_for(facts), Steps(progress, 1 + self._checks)
        with naming_questions(facts, self.library):
            printed = steps.print([part], press)
        files = self._confirm(printed, press, steps)
        self.before_writing()
        listed_in, gone = f"{part.name}.{MANIFEST}", _printed_of((chosen,), changed)
        made = Made(plan, (chosen,), tuple(files), listed_in, changed=gone, unlike=self._unlike(press))
        return made.write_into(folder)

    def _fill(
        self, slotting: Slotting, press: Press, printed: Sequence[Printed], files: Sequence[BuiltFile], steps: Steps
    ) -> Slots:
        """Fill the slots of the portal, with papers printed for them alone where the pack has no such file."""
        if not slotting.is_wanted:
            return NO_SLOTS
        steps.tell(SLOTS)
        plan, lacking = slotting.plan, [Format(one) for one in Format if slotting.lacks_pack(one, files)]
        more = [self._print_counted(plan, press, printed, (one,)) for one in lacking]
        more += [print_with_claims(part, press) for part in slotting.parts(files)]
        made = [*files, *confirm(more, press), *slotting.signed_files(press)]
        slots = slotting.filled_with(made, slotting.made_apart(press, files))
        return slots.with_checklist(confirm([print_with_claims(slotting.checklist(slots, press), press)], press))

    def _unlike(self, press: Press) -> str:
        return press.unlike if Format.DOCX in self.formats else ""

    def _press_for(self, facts: Facts) -> Press:
        """Return the press in the tender's own look."""
        return self.press.looking(look_of(facts, self.pictures, duplex=self.duplex))

    def _print_pack(self, plan: Plan, press: Press, printed: Sequence[Printed]) -> Printed:
        """Print the pack. Each format has a front of its own where it has pages of its own, which that counts."""
        each = [
            self._print_counted(plan, press, printed, formats)
            for formats in ([(form,) for form in self.formats] if press.brand else [self.formats])
        ]
        part = next((one.part for one in each if Format.PDF in one.part.formats), each[0].part)
        return Printed(part, tuple(file for one in each for file in one.files))

    def _print_counted(
        self, plan: Plan, press: Press, printed: Sequence[Printed], formats: tuple[Format, ...]
    ) -> Printed:
        """Print the pack; again, if the numbers of pages that its front speaks of were not yet the right ones.

        A Word file in the clothes of a template says none that Word does not count for itself: nobody else is sure.
        """
        alone = zip(plan.appendices, printed, strict=True)
        sides = sum(_sides(appendix, one, press) for appendix, one in alone)
        if press.brand and Format.PDF not in formats:
            return print_with_claims(pack_part(plan, formats, pages=sides + _FRONT_PAGES), press)
        packed = print_with_claims(pack_part(plan, formats, pages=sides + _FRONT_PAGES, sides=sides), press)
        actual = packed.files[0].pages, packed.files[0].sides
        if actual == (sides + _FRONT_PAGES, sides):
            return packed
        return print_with_claims(pack_part(plan, formats, pages=actual[0], sides=actual[1]), press)

    @property
    def _checks(self) -> int:
        """Return how many steps validation is: none if there is nothing that the validator looks at."""
        return int(Format.PDF in self.formats)

    def _confirm(self, printed: Sequence[Printed], press: Press, steps: Steps) -> list[BuiltFile]:
        if self._checks:
            steps.tell(CHECKING)
        return confirm(printed, press)


def _sides(appendix: Appendix, alone: Printed, press: Press) -> int:
    """Return how many sides an appendix takes: as many as alone, unless the pack has its short form."""
    if not appendix.short:
        return alone.files[0].pages
    return len(press.lay_out([appendix.short], stamp=False)[1].pages)


def _printed_of(printed: Sequence[Appendix], changed: Sequence[Signed]) -> tuple[str, ...]:
    """Return the references of those papers in print whose words are not those that were signed."""
    papers = {one.paper.id for one in changed}
    return tuple(one.record.reference for one in printed if one.record.id in papers)


def _nothing(plan: Plan) -> str:
    if plan.apart:
        return f"No document of the tender {plan.tender.reference} goes into its pack. Each can be exported alone."
    return f"The tender {plan.tender.reference} has no document yet: there is nothing to export."


@contextmanager
def naming_questions(facts: Facts, library: Library) -> Iterator[None]:
    """Say of characters that no font has in answers to which questions they stand."""
    try:
        yield
    except MissingGlyphError as error:
        raise MissingGlyphError(error.lost, questions_of(facts, library)) from error
