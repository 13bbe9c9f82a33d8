# SPDX-License-Identifier: MPL-2.0
"""A document: one room, with its steps, the questions of a step, and its pages."""

from __future__ import annotations

from collections.abc import Sequence

from evidencepack.ui.places.form_place import FormPlace
from evidencepack.ui.shell.place import Crumb
from evidencepack.ui.shell.where import DOCUMENT, DOCUMENTS, Where
from evidencepack.ui.words import say


class Document(FormPlace):
    """The document that is open."""

    @property
    def name(self) -> str:
        """The place of the registry that this is."""
        return DOCUMENT

    @property
    def home(self) -> Where:
        """The list of documents."""
        return Where(DOCUMENTS)

    @property
    def title(self) -> str:
        """Kind and reference of the document."""
        return self.room.title if self.room else say("Document")

    @property
    def crumbs(self) -> Sequence[Crumb]:
        """A document is a level below the documents."""
        return (Crumb(say("Documents"), self.home), Crumb(self.title))
