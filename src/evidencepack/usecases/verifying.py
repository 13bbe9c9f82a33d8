# SPDX-License-Identifier: MPL-2.0
"""Verifying files: of which issue of which tender they are, that they were changed, or what they say of themselves."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from evidencepack.domain.issue import Issue
from evidencepack.domain.short_code import printed
from evidencepack.domain.signoff import SentVersion, SignEvent
from evidencepack.errors import EvidencePackError
from evidencepack.exchange.replies.says import WordSays, word_says
from evidencepack.guard.faults import GuardError
from evidencepack.guard.pdf_says import pdf_says
from evidencepack.guard.pdf_signatures import has_signature
from evidencepack.library.entry_dates import date_text
from evidencepack.pack.fingerprint import PRINTED
from evidencepack.review.telling import listed
from evidencepack.store.workspace import Workspace
from evidencepack.usecases.certified import certificate_of, certificate_sentence
from evidencepack.usecases.sent_bytes import SentBytes, sent_bytes
from evidencepack.usecases.sent_pages import HeldAgainst, Originals, held_against
from evidencepack.usecases.signed_pdf import looked_at, signature_sentences, signed_pdf

_PRODUCER = "evidencepack"
_WORD_BEGINS, _PDF_BEGINS = b"PK\x03\x04", b"%PDF-"
_WORD, _PDF = "a Word file", "a PDF"
_FORMS = {".docx": _WORD, ".pdf": _PDF}
_IDENTIFIER = re.compile(r"(?P<reference>.+)@(?P<version>[^@]*)")
_ID = re.compile(rb"/ID\s*\[\s*<(?P<first>[0-9A-Fa-f]+)>")
_MADE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")


class Standing(StrEnum):
    """What a file is: of the newest issue, of an older one, changed, ours but never issued, or nothing we know.

    Without a workspace it claims to be ours, or is unknown. ``UNREADABLE``: it is not there, or nobody may read it.
    """

    ISSUED = "issued"
    OLDER = "older"
    CHANGED = "changed"
    NOT_ISSUED = "not issued"
    UNKNOWN = "unknown"
    CLAIMED = "claimed"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is known of a file: where it is, what it is, in a sentence or two; the issue and the name it has there."""

    file: Path
    standing: Standing
    sentence: str
    issue: Issue | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a PDF of ours says of itself: its title, reference and version, the tender, who made it, its day."""

    title: str
    reference: str
    version: str
    tender: str
    author: str
    made: str
    id: str = ""

    @property
    def words(self) -> str:
        """Return it as a sentence goes on: “says that it is ...”."""
        version = f", version {self.version}" if self.version else ""
        made = f", of {self.made}" if self.made else ""
        return f"{self.reference}{version}, for the tender {self.tender}, by {self.author}{made}"


@dataclass(frozen=True, slots=True)
class Issues:
    """All that was issued from a workspace; ``read`` gives the bytes of a file by their SHA-256.

    ``sent`` are the documents that went out to be signed, oldest version first; ``events`` what happened to copies.
    """

    issues: tuple[Issue, ...]
    read: Callable[[str], bytes]
    places: Mapping[str, tuple[tuple[Issue, str], ...]] = field(default_factory=lambda: MappingProxyType({}))
    sent: tuple[SentVersion, ...] = ()
    events: tuple[SignEvent, ...] = ()
    originals: Originals | None = None

    def holding(self, sha256: str) -> tuple[tuple[Issue, str], ...]:
        """Return the issues that have a file of these bytes, each with the name it has there, oldest first."""
        return self.places.get(sha256, ())

    def newest(self, tender: str) -> Issue:
        """Return the newest issue of a tender that has one, by the id of its record."""
        return max((one for one in self.issues if one.tender == tender), key=lambda one: one.number)

    def origin(self, claim: Claim) -> tuple[Issue, str] | None:
        """Return the newest issue with a PDF that has the identifier with which a changed one began, and its name."""
        for one in reversed(self.issues):
            for file in one.files if one.reference == claim.tender and claim.id else ():
                if file.name.endswith(".pdf") and _id_of(self.read(file.sha256)) == claim.id:
                    return one, file.name
        return None

    def word_origin(self, said: WordSays) -> tuple[Issue, str] | None:
        """Return the newest issue with a Word file of the same documents, saying the same, and its name there."""
        for one in reversed(self.issues):
            found = [(name, codes) for name, codes in _word_files(one) if codes and codes <= said.documents]
            if found:
                # A file of many documents holds those of each smaller one, too.
                return one, max(found, key=lambda it: len(it[1]))[0]
        return None


def issues_of(workspace: Workspace) -> Issues:
    """Return all that was issued from a workspace, of every tender."""
    issues, places = workspace.issues(), dict[str, tuple[tuple[Issue, str], ...]]()
    for one in issues:
        listing = hashlib.sha256(one.manifest.encode()).hexdigest()
        for sha256, name in (*((file.sha256, file.name) for file in one.files), (listing, "manifest.json")):
            places[sha256] = (*places.get(sha256, ()), (one, name))
    sent, events = workspace.sent_versions(whole=False), workspace.sign_events()
    return Issues(issues, workspace.issued_bytes, places, sent, events, Originals(workspace.issued_bytes))


def verify(files: Sequence[Path], known: Issues | None, roots: Sequence[bytes] = ()) -> Iterator[Verdict]:
    """Yield what is known of each file; without a workspace (None) only what it says of itself.

    Digital signatures are held against ``roots``, certificates (DER) that the person trusts.
    """
    for file in files:
        try:
            data = file.read_bytes()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            yield Verdict(file, Standing.UNREADABLE, f"cannot be read: {reason}. Nothing is known of it.")
            continue
        yield _with_signatures(_verdict(file, data, known), data, known, roots)


def _verdict(file: Path, data: bytes, known: Issues | None) -> Verdict:
    found = known.holding(hashlib.sha256(data).hexdigest()) if known else ()
    if found and known:
        return _issued(file, found, known)
    if known and (copy := sent_bytes(data, known.sent)) is not None:
        return Verdict(file, _standing_of(copy), _with_pages(copy, data, known))
    if known and (certified := certificate_of(data, known.sent, known.events)) is not None:
        standing = Standing.ISSUED if certified.is_newest else Standing.OLDER
        return Verdict(file, standing, certified.sentence)
    return _by_itself(file, data, known)


def _with_signatures(verdict: Verdict, data: bytes, known: Issues | None, roots: Sequence[bytes]) -> Verdict:
    """Return a verdict with what is known of the digital signatures in a file, if it bears any."""
    if not data.startswith(_PDF_BEGINS) or not has_signature(data):
        return verdict
    copy = signed_pdf(verdict.file.name, data, known.sent if known else (), roots)
    if copy is not None:
        about: Sequence[str] = copy.about
    else:
        signatures, trouble = looked_at(data, roots)
        about = (trouble,) if trouble else tuple(signature_sentences(signatures))
    return replace(verdict, sentence=" ".join((verdict.sentence, *about)))


def _by_itself(file: Path, data: bytes, known: Issues | None) -> Verdict:
    """Return the verdict on bytes that were never issued nor sent out: by what they say, if they can be read."""
    named = _FORMS.get(file.suffix.lower(), "")
    said, opened = _says(data)
    if isinstance(said, WordSays):
        return _word(file, said, known)
    if known and said and (forged := certificate_sentence(said.reference, known.sent, known.events)):
        return Verdict(file, Standing.CHANGED, forged)
    if known and (held := _held(data, known)) is not None:
        return Verdict(file, Standing.CHANGED, _not_sent(held))
    if said is None and named not in {"", opened}:
        why = "It is damaged, locked, or something else. Nothing is known of it."
        return Verdict(file, Standing.UNKNOWN, f"cannot be read as {named}, as which it is named. {why}")
    return _other(file, said, known)


def _not_sent(held: HeldAgainst) -> str:
    """Return what is said of a PDF with the code of a copy, whose bytes never went out."""
    version, copy = held.version, held.copy
    what = f"the copy {printed(copy.code)} of {version.reference}, version {version.label}, for {copy.organisation}"
    if held.found:
        return f"has the code of {what}, and was changed since it went out. {held.sentence} Do not rely on it."
    anew = "It was saved anew by another program or printed into a file, and what else is in it nobody can say."
    return f"has the code of {what}, but is not the file that went out. {held.sentence} {anew}"


def _with_pages(copy: SentBytes, data: bytes, known: Issues) -> str:
    """Return what a copy is that something was added to, and what its pages say now."""
    held = _held(data, known) if copy.added else None
    return f"{copy.sentence} {held.sentence}" if held else copy.sentence


def _held(data: bytes, known: Issues) -> HeldAgainst | None:
    """Return what is other in a PDF than in the copy whose code it bears; None where it bears none or is unreadable."""
    if known.originals is None or not data.startswith(_PDF_BEGINS):
        return None
    try:
        return held_against(data, known.sent, known.originals)
    except GuardError:
        # What cannot be opened says nothing, and that is what the verdict is about.
        return None


def _standing_of(copy: SentBytes) -> Standing:
    if copy.added:
        return Standing.CHANGED
    return Standing.ISSUED if copy.newest else Standing.OLDER


def _issued(file: Path, found: Sequence[tuple[Issue, str]], known: Issues) -> Verdict:
    """Return the verdict on bytes that were issued: once or often, the newest issue among them or not."""
    issue = found[-1][0]
    # The same bytes can stand in an issue twice, as a pack and in its place on the portal.
    name = next(name for one, name in found if one is issue)
    newest = known.newest(issue.tender)
    numbers = list(dict.fromkeys(str(one.number) for one, _name in found if one.tender == issue.tender))
    which = f"{'issues' if len(numbers) > 1 else 'issue'} {listed(numbers)}"
    begin = f"is “{name}” of {which} of {issue.reference}, issued on {_day(issue.day)} by {issue.by}, bit by bit."
    if issue.number == newest.number:
        return Verdict(file, Standing.ISSUED, f"{begin} Nothing newer was issued.", issue, name)
    after = "has another file of that name" if name in newest.named else "no longer has it"
    late = f"It is out of date: issue {newest.number} of {_day(newest.day)} is newer, and {after}."
    return Verdict(file, Standing.OLDER, f"{begin} {late}", issue, name)


def _other(file: Path, claim: Claim | None, known: Issues | None) -> Verdict:
    """Return the verdict on bytes that were never issued, by what they say of themselves."""
    if claim is None:
        where = " and was not issued from this workspace" if known else ""
        said = f"does not say that evidencepack made it{where}. Nothing is known of it."
        return Verdict(file, Standing.UNKNOWN, said)
    said = f"says that it is {claim.words}."
    if known is None:
        proof = "Unproven: anybody can write that into a file. With the workspace it can be checked."
        return Verdict(file, Standing.CLAIMED, f"{said} {proof}")
    if (origin := known.origin(claim)) is not None:
        issue, name = origin
        began = f"It began as “{name}” of issue {issue.number}, and was changed after it was issued."
        do = "Do not rely on it. To have the file as it was issued, open that issue again."
        return Verdict(file, Standing.CHANGED, f"{said} {began} {do}", issue, name)
    never = "Nothing was issued from this workspace with these bytes: it is a draft, another export, or was changed."
    return Verdict(file, Standing.NOT_ISSUED, f"{said} {never}")


def _word(file: Path, said: WordSays, known: Issues | None) -> Verdict:
    """Return the verdict on a Word file of ours whose bytes were never issued."""
    version = f", version {said.version}" if said.version else ""
    words = f"says that it is {said.reference}{version}."
    if known is None:
        proof = "Unproven: anybody can write that into a file. With the workspace it can be checked."
        return Verdict(file, Standing.CLAIMED, f"{words} {proof}")
    origin = known.word_origin(said)
    if origin is None:
        never = "Nothing was issued from this workspace that says the same: it is a draft, or another export."
        return Verdict(file, Standing.NOT_ISSUED, f"{words} {never}")
    issue, name = origin
    began = f"It has the documents of “{name}” of issue {issue.number}, and was changed since, or saved again."
    do = "Do not rely on it. To have the file as it was issued, open that issue again."
    return Verdict(file, Standing.CHANGED, f"{words} {began} {_answers(said)} {do}", issue, name)


def _answers(said: WordSays) -> str:
    if not said.changed:
        return "Its answers are as they were; other words, or how it looks, may not be."
    many = "1 place" if said.changed == 1 else f"{said.changed:,} places"
    return f"In {many} it no longer says the answer that it said."


def _word_files(one: Issue) -> Iterator[tuple[str, frozenset[tuple[str, str]]]]:
    """Yield the Word files of an issue, each with its documents by reference and code."""
    for file in json.loads(one.manifest).get("files", ()):
        if str(file["file"]).endswith(".docx"):
            documents = file.get("documents", ())
            yield file["file"], frozenset((it["reference"], it["content_hash"][:PRINTED]) for it in documents)


def _says(data: bytes) -> tuple[Claim | WordSays | None, str]:
    """Return what a file says of itself if this program made it, and as what it could be opened (empty: nothing)."""
    try:
        if data.startswith(_WORD_BEGINS):
            return word_says(data), _WORD
        if data.startswith(_PDF_BEGINS):
            return _claim(data), _PDF
    except EvidencePackError:
        # What cannot be opened says nothing, and that is what the verdict is about.
        return None, ""
    return None, ""


def _claim(data: bytes) -> Claim | None:
    """Return what a PDF says of itself if it says that this program made it."""
    said = pdf_says(data)
    found = _IDENTIFIER.fullmatch(said["keywords"])
    if found is None or _PRODUCER not in said["by"]:
        return None
    made = _MADE.match(said["made"])
    return Claim(
        said["title"],
        found["reference"],
        found["version"],
        said["subject"],
        said["author"],
        _day("-".join(made.groups())) if made else "",
        said["id"],
    )


def _id_of(data: bytes) -> str:
    found = _ID.findall(data)
    return found[-1].decode().lower() if found else ""


def _day(text: str) -> str:
    try:
        return date_text(date.fromisoformat(text))
    except ValueError:
        return text
