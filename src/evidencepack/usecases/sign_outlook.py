# SPDX-License-Identifier: MPL-2.0
"""What would go out if a document were sent to be signed now: as which version, to whom, and what it lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from evidencepack.compose.sheets.copies import has_unnamed, parties_asked
from evidencepack.compose.telling import telling_to
from evidencepack.compose.visibility import Onlooker
from evidencepack.domain.record import Facts, Record, short_name
from evidencepack.domain.signoff import SentVersion
from evidencepack.domain.trade import Audience
from evidencepack.library.header import is_over, place_in_pack
from evidencepack.library.model import Library
from evidencepack.signoff.freezing import next_number
from evidencepack.usecases.missing import missing_in


@dataclass(frozen=True, slots=True)
class SignOutlook:
    """A document that people sign. ``number`` is the version that it would go out as, ``last`` that which did last.

    ``parties`` are those who get a copy: ids and short names. ``unnamed``: somebody who is to sign is not named yet;
    ``missing`` is how many answers it lacks.
    """

    record: str
    reference: str
    title: str
    number: int
    parties: tuple[tuple[str, str], ...]
    unnamed: bool
    missing: int
    last: SentVersion | None = None

    @property
    def is_ready(self) -> bool:
        """Whether nothing that is known keeps it from going out."""
        return bool(self.parties) and not self.unnamed and not self.missing


def sign_outlooks(
    facts: Facts, library: Library, sent: Sequence[SentVersion], gaps: Mapping[str, Collection[str]]
) -> tuple[SignOutlook, ...]:
    """Return the documents of a tender that people sign, in the order of a pack.

    Args:
        facts: the tender.
        library: the kinds.
        sent: what went out already.
        gaps: the places that the pages of each paper show empty, as far as they were read.
    """
    papers = [one for one in facts.records.values() if library[one.kind].document and not is_over(one)]
    papers.sort(key=lambda one: place_in_pack(one, library[one.kind]))
    return tuple(_outlooks(papers, facts, library, sent, gaps))


def _outlooks(
    papers: Sequence[Record],
    facts: Facts,
    library: Library,
    sent: Sequence[SentVersion],
    gaps: Mapping[str, Collection[str]],
) -> Iterator[SignOutlook]:
    onlooker = Onlooker(library, Audience.PACK)
    for one in papers:
        scope = telling_to(onlooker, library[one.kind], one, facts=facts, library=library)
        unnamed, parties = has_unnamed(scope), parties_asked(scope)
        if parties or unnamed:
            before = [each for each in sent if each.record == one.id]
            yield SignOutlook(
                one.id,
                one.reference,
                library[one.kind].title,
                next_number(str(one.answers.get("version", "")), {each.number for each in before}),
                tuple((each.id, short_name(each)) for each in parties),
                unnamed,
                len(missing_in(facts, library, one, gaps.get(one.id, ()))),
                before[-1] if before else None,
            )
