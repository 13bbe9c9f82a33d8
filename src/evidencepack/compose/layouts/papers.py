# SPDX-License-Identifier: MPL-2.0
"""The other papers of a tender, as a list of signatures goes through them."""

from __future__ import annotations

from collections.abc import Iterator

from evidencepack.blocks.inlines import Inlines, Text
from evidencepack.compose.bound import Entity
from evidencepack.compose.opener import version
from evidencepack.compose.printing import printed
from evidencepack.compose.scope import Scope
from evidencepack.compose.signature import Asked
from evidencepack.compose.telling import telling_beside
from evidencepack.library.header import is_over, place_in_pack


def papers(scope: Scope) -> Iterator[Scope]:
    """Give the scope of every other document of the tender that is not over, in the order of a pack."""
    kinds = scope.library.kinds
    records = [one for one in scope.facts.records.values() if one.kind in kinds and kinds[one.kind].document]
    for record in sorted(records, key=lambda one: place_in_pack(one, kinds[one.kind])):
        if record.id != scope.record.id and not is_over(record):
            yield telling_beside(scope, kinds[record.kind], record)


def called(paper: Scope, scope: Scope) -> tuple[Inlines, Inlines]:
    """Return reference and version of a paper and, where it is known, the code in its footer."""
    reference = printed(paper, paper.step(paper.own, "reference"))
    code = scope.edition.codes.get(paper.record.id, "")
    number = version(paper).replace("version ", "v")
    return (reference, (Text(f"{number}, {code}" if code else number),))


def organisation(one: Asked, paper: Scope) -> Inlines:
    """Return the short name of the organisation for which somebody signs."""
    if isinstance(one.party, Entity):
        return printed(paper, paper.step(one.party, "short_name"))
    return one.signatory.party
