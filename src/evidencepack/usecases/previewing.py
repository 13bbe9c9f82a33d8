# SPDX-License-Identifier: MPL-2.0
"""Preview: one document as it will be printed, made of the facts in hand, and where its words stand on the pages.

No workspace, no clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import ClassVar

from evidencepack.compose.document import compose
from evidencepack.compose.scope import Edition
from evidencepack.compose.signed import SIGN_OFF
from evidencepack.compose.signed_words import without_changed
from evidencepack.domain.record import Facts, Record
from evidencepack.domain.trade import Audience
from evidencepack.domain.values import FieldType, Number, Reference
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.model import Library
from evidencepack.pack.fingerprint import PRINTED, content_hash
from evidencepack.pack.look import look_of
from evidencepack.pack.plan import Appendix, Plan
from evidencepack.pack.press import Format, Press
from evidencepack.render.fonts.lost import MissingGlyphError
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.missing import needed_in
from evidencepack.usecases.page_changes import Measure, changed_areas
from evidencepack.usecases.passages import Area, Layout, layout_of
from evidencepack.usecases.signed_papers import PaperWords
from evidencepack.usecases.unprintable import questions_of, unprintable_sentence
from evidencepack.usecases.word_limit import WordEnd, word_end

_QUESTION, _SIDES = "question", "side_limit"


class UnprintableError(EvidencePackError):
    """Answers have characters that no font has; pages made before stay as they are."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_CHARACTER

    def __init__(self, error: MissingGlyphError, questions: Mapping[str, str]) -> None:
        super().__init__(unprintable_sentence(error.lost, questions))


class OvertakenError(EvidencePackError):
    """Something was changed while pages were made: they would never be shown, and those of the change are next."""

    exit_code: ClassVar[ExitCode] = ExitCode.CANCELLED

    def __init__(self) -> None:
        super().__init__("The pages were not made to the end: something was changed meanwhile. Nothing is lost.")


NO_LAYOUT = Layout()
"""That of no pages."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Who waits for pages: those they have seen ``before``, and whether a change has ``overtaken`` what they want."""

    before: Layout = NO_LAYOUT
    overtaken: Callable[[], bool] = lambda: False

    def go_on(self) -> None:
        """Raise an ``OvertakenError`` if nobody waits any more."""
        if self.overtaken():
            raise OvertakenError


_ANYBODY = Asker()


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages of a document as a PDF file.

    ``layout`` says where their words stand, ``changed`` where those that differ from the pages compared with;
    ``limit`` is how many sides the buyer allows for it (0: any number); ``words`` says where it has more words, or
    characters, than the buyer's question allows; ``measure`` how wide a text is in a face, for limits known later.
    """

    pdf: bytes
    pages: int
    layout: Layout = NO_LAYOUT
    changed: tuple[Area, ...] = ()
    limit: int = 0
    words: WordEnd | None = None
    measure: Measure | None = None


def preview_document(
    facts: Facts,
    record: str,
    *,
    library: Library,
    press: Press,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
    asker: Asker = _ANYBODY,
) -> Preview:
    """Return the pages of one document in the tender's own look, as the pack would show them.

    ``pictures`` are the attached ones that the pages show, by SHA-256; ``asker`` says what to compare with, and is
    asked now and then whether the pages are still wanted.

    Raises:
        UnprintableError: if no font has some characters; the message says which, and in the answers to which questions.
        OvertakenError: if they are not.
        UnreadableLogoError: if the logo is no picture that can be printed.
    """
    press = press.looking(look_of(facts, pictures))
    if facts.records[record].kind == SIGN_OFF:
        facts = without_changed(facts, PaperWords(library).changed(facts))
    found = facts.records[record]
    kind = library[found.kind]
    edition = Edition(needed=needed_in(facts, library, found))
    composed = compose(kind, found, facts=facts, library=library, audience=Audience.PACK, edition=edition)
    asker.go_on()
    code = content_hash(composed)
    document = replace(composed, running=replace(composed.running, fingerprint=code[:PRINTED]))
    appendix = Appendix(found, kind, "", document, code)
    plan = Plan(facts.records[facts.tender], as_of(facts), facts, library, (appendix,))
    try:
        numbered, pages = press.lay_out((document,), stamp=False)
    except MissingGlyphError as error:
        raise UnprintableError(error, questions_of(facts, library)) from error
    asker.go_on()
    pdf = press.print_file(numbered, pages, plan.properties_of(appendix), form=Format.PDF, stamp=False)
    asker.go_on()
    layout = layout_of(pages).prepared()
    measure = _measure(press)
    changed = changed_areas(asker.before, layout, measure) if asker.before.passages else ()
    question = question_of(facts, found, library)
    sides, words = sides_allowed(facts, found, library), word_end(found, layout, measure, question)
    return Preview(pdf, len(pages.pages), layout, changed, sides, words, measure)


def sides_allowed(facts: Facts, record: Record, library: Library) -> int:
    """Return how many sides the buyer's question allows that a document answers; 0 for any number."""
    question = question_of(facts, record, library)
    sides = question.answers.get(_SIDES) if question else None
    return max(0, int(sides.amount)) if isinstance(sides, Number) else 0


def question_of(facts: Facts, record: Record, library: Library) -> Record | None:
    """Return the buyer's question that a document says it answers; None if it says so of none."""
    for field in library[record.kind].fields.values():
        answer = record.answers.get(field.id) if field.type is FieldType.REFERENCE and field.to == _QUESTION else None
        question = facts.get(answer.record) if isinstance(answer, Reference) else None
        if question is not None:
            return question
    return None


def _measure(press: Press) -> Measure:
    faces = press.fonts.faces
    return lambda face, text: faces[face].width(text) / 1000
