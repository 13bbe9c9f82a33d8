# SPDX-License-Identifier: MPL-2.0
"""A file's way from the disk to an answer: read, looked at as its question asks, kept with its revision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from mimetypes import MimeTypes
from pathlib import Path, PurePath
from threading import Event
from typing import TYPE_CHECKING, ClassVar

from evidencepack.domain.values import Attachment, FieldType
from evidencepack.errors import EvidencePackError, ExitCode
from evidencepack.guard.images import LOGO, Box, vet_image
from evidencepack.library.model import Accepts, Field, Library
from evidencepack.store.attachments import AttachedFile
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.entering import Change
from evidencepack.usecases.finding_records import answer_at, find_place
from evidencepack.usecases.reading_files import read_file
from evidencepack.usecases.workspaces import tender_facts

if TYPE_CHECKING:
    from evidencepack.render.word.brand.look import BrandLook

MOST_BYTES = 20 * 1024 * 1024
"""The largest file that is attached: what a tender file can carry."""

THUMBNAIL = Box(14, 6.5)
"""The room for a picture beside its question, as if on paper: 331 × 154 pixels, for screens of double density."""

_BOXES: Mapping[Accepts, Box] = {Accepts.LOGO: LOGO}
_SUFFIXES: Mapping[str, tuple[str, ...]] = {"image/png": (".png",), "image/jpeg": (".jpg", ".jpeg")}
_SMALLER = (
    "Save it smaller: 150 to 200 dots to the inch are enough for a scan. Or save it in parts, and add each by itself."
)
_UNKNOWN = "application/octet-stream"


class UnfitFileError(EvidencePackError):
    """A file is too large or has nothing in it, or the question asks for no file."""

    exit_code: ClassVar[ExitCode] = ExitCode.BAD_INPUT


class UnfitAnnexError(UnfitFileError):
    """A file can neither stand in a bundle nor beside it; the message says why and what to do."""


class LockedAnnexError(UnfitAnnexError):
    """A file opens only with a password, or not with this one."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that is fit to be an answer, and what the person should know about it (may be empty)."""

    file: AttachedFile
    note: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a person sees of a file: a small PNG or JPEG, and what to know about it. Either may be empty.

    ``look`` is how pages look in the clothes of a Word template.
    """

    picture: bytes = b""
    note: str = ""
    look: BrandLook | None = None


def look_at_file(field: Field, file: Path, *, password: str = "", stop: Event | None = None) -> Looked:
    """Read a file for a question, and look at it as the question asks. It takes seconds at the worst.

    Raises:
        UnreadableFileError, UnfitFileError, or as for ``look_at``: the message says why, and what to do.
    """
    return look_at(field, read_for(file), password=password, stop=stop)


def read_for(file: Path) -> AttachedFile:
    """Read a file that is to be an answer; nothing of it is looked at yet.

    Raises:
        UnreadableFileError, UnfitFileError: the message says why, and what to do.
    """
    data = read_file(file, most=MOST_BYTES)
    if not data:
        raise UnfitFileError(f"“{file.name}” is empty. Nothing was changed. Choose another file.")
    if len(data) > MOST_BYTES:
        limit = f"{MOST_BYTES // 1024**2} MB"
        raise UnfitFileError(f"“{file.name}” is larger than {limit}. Nothing was changed. {_SMALLER}")
    media_type = MimeTypes().guess_type(file.name)[0] or _UNKNOWN
    return AttachedFile(data, file.name, media_type)


def look_at(field: Field, file: AttachedFile, *, password: str = "", stop: Event | None = None) -> Looked:
    """Look at a file as a question asks: a picture comes back drawn anew, a template with its looks alone.

    One for a bundle comes back as it is, without the lock that the password opens. Any other file comes back as it is.

    Raises:
        GuardError: if it does not pass.
        UnfitAnnexError: if it is for a bundle and can stand neither in it nor beside it.
    """
    if field.accepts is Accepts.PAGES:
        from evidencepack.usecases import vetting  # few tenders have annexes

        fit = vetting.vet(file, password=password, stop=stop)
        return Looked(fit.file, sentences(vetting.vetted_sentences(fit)))
    if field.accepts is Accepts.WORD_TEMPLATE:
        from evidencepack.usecases import word_templates as words  # few have one; the window starts without

        template = words.look_at_template(file.data, stop=stop)
        kept = AttachedFile(template.data, words.template_name(file.name), words.MEDIA_TYPE)
        return Looked(kept, " ".join(words.template_sentences(template)))
    box = _BOXES.get(field.accepts)
    if box is None:
        return Looked(file)
    vetted = vet_image(file.data, box=box, stop=stop)
    return Looked(
        AttachedFile(vetted.data, named_as(file.name, vetted.media_type), vetted.media_type), vetted.note(box)
    )


def attach_file(
    workspace: Workspace, path: str, file: Path, *, library: Library, tender: str = "", password: str = ""
) -> Change:
    """Make a file the answer to the question at a path, and say what changed.

    Raises:
        NotFoundError: if the path names nothing.
        EvidencePackError: as ``look_at_file``; also if the question asks for no file. Nothing is changed then.
    """
    place = find_place(tender_facts(workspace, tender), library, path)
    if place.field.type is not FieldType.FILE:
        raise UnfitFileError(
            f"“{place.field.label}” does not ask for a file. Nothing was changed. Answer it with the command set."
        )
    looked = look_at_file(place.field, file, password=password)
    before = answer_at(place.record, place.path)
    workspace.set_file(place.path, looked.file)
    was = before.name if isinstance(before, Attachment) else ""
    return Change(place.field.label, was, looked.file.answer().name, notes=(looked.note,) if looked.note else ())


def look_again(field: Field, data: bytes, *, name: str = "", stop: Event | None = None) -> Seen:
    """Return what a kept file looks like: whoever made the workspace, the window opens only what this returns.

    Raises:
        GuardError: if a picture or a template is none that can be used.
        UnfitAnnexError: if a file for a bundle is none that can stand in it or beside it.
    """
    if field.accepts is Accepts.PAGES:
        return Seen(note=look_at(field, AttachedFile(data, name, _UNKNOWN), stop=stop).note)
    if field.accepts is Accepts.WORD_TEMPLATE:
        from evidencepack.usecases import word_templates as words

        template = words.look_at_template(data, stop=stop)
        return Seen(note=" ".join(words.template_sentences(template)), look=template.look)
    box = _BOXES.get(field.accepts)
    if box is None:
        return Seen()
    vetted = vet_image(data, box=box, stop=stop)
    return Seen(vet_image(vetted.data, box=THUMBNAIL, stop=stop).data, vetted.note(box))


def sentences(said: Iterable[str]) -> str:
    """Return what is said of a file as sentences, one after the other."""
    return " ".join(f"{one.rstrip('.')}." for one in said)


def named_as(name: str, media_type: str) -> str:
    """Return the name of a picture with the ending of what it has become."""
    ending = PurePath(name).suffix
    known = _SUFFIXES[media_type]
    return name if ending.lower() in known else f"{name.removesuffix(ending)}{known[0]}"
