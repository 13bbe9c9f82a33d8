# SPDX-License-Identifier: MPL-2.0
"""Word templates that anyone may have made are vetted, read and made safe in a child process with limits."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Event

from evidencepack.exchange.brand.taking import take_brand
from evidencepack.guard.faults import ChildDiedError
from evidencepack.guard.word_files import read_word_file
from evidencepack.render.word.brand.parcel import UnreadableBrandError, unpacked


@dataclass(frozen=True, slots=True)
class Taken:
    """What is kept of a template: a Word file of ours without text; and what was left out, in a few words each."""

    data: bytes
    left_out: tuple[str, ...] = ()


def vet_brand(data: bytes, *, stop: Event | None = None) -> Taken:
    """Return what is kept of a Word template. The same file always gives the same bytes.

    Args:
        data: the file, a .docx or a .dotx.
        stop: ends the look soon after another thread sets it.

    Raises:
        RefusedFileError: if it is no Word file, has macros, is damaged, too large, or says nothing about looks.
        GuardError: if looking at it took too long or too much memory, or broke off.
    """
    answer: object = read_word_file(take_brand, data, stop=stop)
    match answer:
        case (bytes(kept), list(left_out)) if all(isinstance(one, str) for one in left_out):
            try:
                unpacked(kept)
            except UnreadableBrandError as error:
                raise ChildDiedError("The child answered, but not with a template.") from error
            return Taken(kept, tuple(str(one) for one in left_out))
        case _:
            raise ChildDiedError("The child answered, but not with a template.")
