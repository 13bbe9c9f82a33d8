# SPDX-License-Identifier: MPL-2.0
"""Preview: one document as it will be printed, made of the facts in hand. No workspace, no clock."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import ClassVar

from evidencepack.compose.document import compose
from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Audience
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.library.model import Library
from evidencepack.pack.build import document_part
from evidencepack.pack.fingerprint import content_hash, with_fingerprint
from evidencepack.pack.labels import labels_of
from evidencepack.pack.plan import Appendix, Plan
from evidencepack.pack.press import Format, Press
from evidencepack.render.fonts.fontset import MissingGlyphError
from evidencepack.usecases.clock import as_of


class UnprintableError(EvidencePackError):
    """An answer has a character that no font has; pages made before stay as they are."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_CHARACTER

    def __init__(self, character: str, where: str) -> None:
        name = unicodedata.name(character, "a character without a name")
        super().__init__(
            f"The character {character} ({name}) in {where} cannot be printed. Write it in words, or take it out."
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages of a document as a PDF file."""

    pdf: bytes
    pages: int


def preview_document(facts: Facts, record: str, *, library: Library, press: Press) -> Preview:
    """Return the pages of one document, as the pack would show them.

    Raises:
        UnprintableError: if no font has a character; the message says which, and in the answer to which question.
    """
    found = facts.records[record]
    kind = library[found.kind]
    document = with_fingerprint(compose(kind, found, facts=facts, library=library, audience=Audience.PACK))
    appendix = Appendix(found, kind, "", document, content_hash(document))
    plan = Plan(facts.records[facts.tender], as_of(facts), facts, library, (appendix,))
    try:
        (file,) = document_part(plan, appendix, (Format.PDF,)).print_on(press)
    except MissingGlyphError as error:
        labels = labels_of(facts, library)
        asked = dict.fromkeys(labels[path] for path in error.paths if path in labels)
        raise UnprintableError(error.character, " ".join(f"“{label}”" for label in asked) or error.where) from error
    return Preview(file.data, file.pages)
