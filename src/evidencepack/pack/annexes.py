# SPDX-License-Identifier: MPL-2.0
"""What stands in a bundle beside our own documents: files from outside, and headings between the parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from evidencepack.domain.record import Record
from evidencepack.domain.values import Attachment, Reference

_COPY = "signed_copy"
_VOLUME = "volume"
FIRST_VOLUME = f"{_VOLUME}-1"
"""The id of the first volume, which begins with the front of the bundle and needs no sheet."""

_LAPSE = frozenset({"certificate", "insurance"})


@dataclass(frozen=True, slots=True)
class Annex:
    """A file from outside that stands in the bundle: its record, what the bundle calls it ("C", "A2")."""

    record: Record
    letter: str

    @property
    def title(self) -> str:
        """Return what contents and bookmarks call it: its title, else the name of its file, else its reference."""
        said = " ".join(str(self.record.answers.get("title", "")).split())
        return said or (self.file.name if self.file else "") or self.record.reference

    @property
    def file(self) -> Attachment | None:
        """Return the file as it was attached; None while there is none."""
        found = self.record.answers.get("file")
        return found if isinstance(found, Attachment) else None

    @property
    def dated(self) -> date | None:
        """Return the day that it says of itself."""
        found = self.record.answers.get("dated")
        return found if isinstance(found, date) else None

    @property
    def is_confidential(self) -> bool:
        """Whether every page of it says so, and copies for partners leave them out."""
        return self.record.answers.get("confidential") is True

    @property
    def until(self) -> date | None:
        """Return its last day; None if it does not run out."""
        found = self.record.answers.get("expires")
        return found if isinstance(found, date) and self.record.answers.get("what") in _LAPSE else None

    @property
    def signed_copy_of(self) -> str:
        """Return the id of the paper that it is the signed copy of; empty if it is none."""
        found = self.record.answers.get("signed_copy_of")
        return found.record if isinstance(found, Reference) and self.record.answers.get("what") == _COPY else ""


@dataclass(frozen=True, slots=True)
class SectionBreak:
    """A heading between the parts of a pack, and its letter where sections have one."""

    record: Record
    letter: str

    @property
    def title(self) -> str:
        """Return its title, else its reference."""
        return " ".join(str(self.record.answers.get("title", "")).split()) or self.record.reference

    @property
    def called(self) -> str:
        """Return what bookmarks call it: "Section B: Insurance", or its title where sections have no letter."""
        return f"Section {self.letter}: {self.title}" if self.letter else self.title


@dataclass(frozen=True, slots=True)
class VolumeBreak(SectionBreak):
    """Where a volume of a bundle begins: no record of the tender, but what the size of files asks for."""

    @classmethod
    def numbered(cls, number: int, of: int) -> VolumeBreak:
        """Return the beginning of a volume, counted from 1."""
        return cls(Record(f"{_VOLUME}-{number}", "section_break", "", "", {"title": f"Volume {number} of {of}"}), "")
