# SPDX-License-Identifier: MPL-2.0
"""Preview: one document as it will be printed, made of the facts in hand. No workspace, no clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import ClassVar

from evidencepack.compose.document import compose
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.model import Library
from evidencepack.pack.build import document_part
from evidencepack.pack.fingerprint import content_hash, with_fingerprint
from evidencepack.pack.look import look_of
from evidencepack.pack.plan import Appendix, Plan
from evidencepack.pack.press import Format, Press
from evidencepack.render.fonts.lost import REMEDIES, MissingGlyphError
from evidencepack.usecases.clock import as_of
from evidencepack.usecases.unprintable import questions_of


class UnprintableError(EvidencePackError):
    """Answers have characters that no font has; pages made before stay as they are."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_CHARACTER

    def __init__(self, error: MissingGlyphError, questions: Mapping[str, str]) -> None:
        told = [f"{lost.name()} in {lost.asked(questions) or lost.place(questions)}" for lost in error.lost]
        what = "The character" if len(told) == 1 else "The characters"
        super().__init__(f"{what} {', '.join(told)} cannot be printed. {REMEDIES[len(told) > 1]}")


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages of a document as a PDF file."""

    pdf: bytes
    pages: int


def preview_document(
    facts: Facts, record: str, *, library: Library, press: Press, pictures: Mapping[str, bytes] = MappingProxyType({})
) -> Preview:
    """Return the pages of one document in the tender's own look, as the pack would show them.

    ``pictures`` are the attached ones that the pages show, by SHA-256.

    Raises:
        UnprintableError: if no font has some characters; the message says which, and in the answers to which questions.
        UnreadableLogoError: if the logo is no picture that can be printed.
    """
    press = press.looking(look_of(facts, pictures))
    found = facts.records[record]
    kind = library[found.kind]
    document = with_fingerprint(compose(kind, found, facts=facts, library=library, audience=Audience.PACK))
    appendix = Appendix(found, kind, "", document, content_hash(document))
    plan = Plan(facts.records[facts.tender], as_of(facts), facts, library, (appendix,))
    try:
        (file,) = document_part(plan, appendix, (Format.PDF,)).print_on(press)
    except MissingGlyphError as error:
        raise UnprintableError(error, questions_of(facts, library)) from error
    return Preview(file.data, file.pages)
