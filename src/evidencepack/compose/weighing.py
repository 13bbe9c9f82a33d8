# SPDX-License-Identifier: MPL-2.0
"""What a change of an answer means for those who signed a paper that prints it, as the answer's kind says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from evidencepack.domain.record import Facts
from evidencepack.domain.trade import Weight
from evidencepack.library.model import Field, Library

_ORDER = (Weight.COSMETIC, Weight.NOTIFY, Weight.RE_SIGN)


def heaviest(weights: Iterable[Weight]) -> Weight:
    """Return the weight that asks for most; what nobody has weighed is cosmetic."""
    return max(weights, key=_ORDER.index, default=Weight.COSMETIC)


class Weighing(dict[str, Weight]):
    """The weight of each answer by its path, in one of several states of a tender (the first that has its record).

    A column of a cosmetic table is cosmetic. A whole row weighs what its heaviest column does. An answer that no kind
    knows any more, or that is no answer, means to sign again: nobody can say that it does not matter.
    """

    def __init__(self, library: Library, *states: Facts) -> None:
        super().__init__()
        self._library, self._states = library, states

    def of(self, paths: Sequence[str]) -> Weight:
        """Return the weight of words that come from several answers: that of the heaviest."""
        return heaviest(self[path] for path in paths)

    def __missing__(self, path: str) -> Weight:
        self[path] = self._found(path)
        return self[path]

    def _found(self, path: str) -> Weight:
        record, _, rest = path.partition("/")
        name, *row = rest.split("/")
        field = self._field(record, name)
        if field is None:
            return Weight.RE_SIGN
        if field.weight is Weight.COSMETIC or not row:
            return field.weight
        asked = [one.weight for one in field.columns if not row[1:] or one.id in row[1:]]
        return heaviest(asked) if asked else Weight.RE_SIGN

    def _field(self, name: str, field: str) -> Field | None:
        record = next((one for state in self._states if (one := state.get(name)) is not None), None)
        return self._library[record.kind].fields.get(field) if record else None
