# SPDX-License-Identifier: MPL-2.0
"""Pages of the help among what is found: by their titles first, then by what they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evidencepack.library.manual import Heading, Page, Text, read_pages
from evidencepack.library.manual_papers import paper_pages
from evidencepack.library.manual_rules import rule_pages
from evidencepack.library.model import Library
from evidencepack.paths.resources import resource
from evidencepack.store.search import fold
from evidencepack.ui.find.choices import Choice
from evidencepack.ui.shell.registry import PLACES
from evidencepack.ui.shell.where import HELP, Where
from evidencepack.ui.words import say
from evidencepack.usecases.matching import line_of, not_in


class HelpLines:
    """The pages, each in two lines that can be looked through with every key: its title, and all that it says."""

    def __init__(self, library: Library) -> None:
        by_hand = read_pages(resource("manual"), [one.place for one in PLACES])
        pages = (*by_hand, *paper_pages(library.kinds), *rule_pages(library.rules))
        self._pages = tuple((page, line_of(page.title), line_of(page.title, *_said(page))) for page in pages)

    def meant(self, typed: str) -> Iterator[Choice]:
        """Yield the pages that are meant; none while nothing is typed."""
        words = tuple(fold(typed))
        titled = [page for page, title, _ in self._pages if words and not not_in(words, title)]
        saying = [page for page, _, whole in self._pages if words and not not_in(words, whole)]
        for page in dict.fromkeys((*titled, *saying)):
            yield Choice("Help", page.title, say("Help"), Where(HELP, part=page.name))


def _said(page: Page) -> Sequence[str]:
    return [
        words for part in page.parts for words in ((part.words,) if isinstance(part, Heading | Text) else part.items)
    ]
