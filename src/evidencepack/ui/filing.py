# SPDX-License-Identifier: MPL-2.0
"""Files on their way from the disk to an answer, off the main thread, and small pictures of those that have arrived."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from evidencepack.domain.fieldpath import FieldPath
from evidencepack.domain.values import Attachment
from evidencepack.errors import EvidencePackError
from evidencepack.library.model import Accepts, Field
from evidencepack.ui.store_thread import StoreThread
from evidencepack.ui.tasks import TaskRunner
from evidencepack.usecases.attaching import LockedAnnexError, Looked, Seen, look_again, look_at_file


@dataclass(frozen=True, slots=True)
class Offer:
    """A file that is kept only when the person has seen what it does: its name, and how it looks."""

    name: str
    seen: Seen
    keep: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Way:
    """How far a file is for a question: the name of one that is looked at, or why the last one was not taken.

    ``offer`` is one that waits for the person's word, ``locked`` one that waits for its password.
    """

    coming: str = ""
    problem: str = ""
    offer: Offer | None = None
    locked: Path | None = None


class Filing:
    """Takes files in for the session. Pages come and go meanwhile; they look here how things stand."""

    def __init__(
        self, store: StoreThread, *, put: Callable[[FieldPath, Attachment], None], changed: Callable[[], None]
    ) -> None:
        self._store = store
        self._put = put
        self._changed = changed
        self._tasks = TaskRunner()
        self._ways: dict[FieldPath, Way] = {}
        self._stops: dict[FieldPath, Event] = {}
        self._seen: dict[tuple[str, str], Seen] = {}
        self._closing = Event()

    @property
    def coming(self) -> tuple[str, ...]:
        """The names of the files that are being looked at."""
        return tuple(way.coming for way in self._ways.values() if way.coming)

    def way(self, path: FieldPath) -> Way:
        """Return how far a file is for the question at a path."""
        return self._ways.get(path, Way())

    def take(self, path: FieldPath, field: Field, file: Path, *, password: str = "") -> None:
        """Read a file, look at it, keep it and make it the answer at a path; one that was still coming is dropped.

        ``password``: what opens it, if it is locked; otherwise it waits for one.
        """
        self.drop(path)
        stop = self._stops[path] = Event()
        self._ways[path] = Way(coming=file.name)

        def look() -> tuple[Looked, Seen]:
            looked = look_at_file(field, file, password=password, stop=stop)
            return looked, _seen(field, looked, stop)

        def keep(found: tuple[Looked, Seen]) -> None:
            file, seen = found[0].file, found[1]
            self._store.ask(
                lambda workspace: workspace.attach(file.data, file.name, file.media_type),
                done=lambda answer: arrive(answer, seen),
                failed=refuse,
            )

        def arrive(answer: Attachment, seen: Seen) -> None:
            if self._stops.get(path) is stop:
                self.drop(path)
                self._seen[_key(field, answer)] = seen
                self._put(path, answer)

        def refuse(error: Exception) -> None:
            if self._stops.get(path) is stop:
                self.drop(path)
                locked = file if isinstance(error, LockedAnnexError) else None
                self._ways[path] = Way(problem=_sentence(error), locked=locked)
                self._changed()

        def offer(found: tuple[Looked, Seen]) -> None:
            self._offer(path, stop, found, keep)

        seen_first = offer if field.accepts is Accepts.WORD_TEMPLATE else keep
        self._tasks.submit(str(path), look, done=seen_first, failed=refuse)
        self._changed()

    def drop(self, path: FieldPath) -> None:
        """Forget the file that is coming for a question, and what was wrong with the last one."""
        if path in self._stops:
            self._stops.pop(path).set()
        self._ways.pop(path, None)

    def seen(self, field: Field, answer: Attachment) -> Seen:
        """Return what a kept file looks like; when first asked, nothing yet: ``changed`` says when it is known."""
        key = _key(field, answer)
        if key not in self._seen:
            self._seen[key] = Seen()
            self._look_again(field, answer)
        return self._seen[key]

    def close(self) -> None:
        """End what is going on. A file that is coming does not arrive."""
        for stop in (*self._stops.values(), self._closing):
            stop.set()
        self._tasks.shutdown()

    def _offer(
        self,
        path: FieldPath,
        stop: Event,
        found: tuple[Looked, Seen],
        keep: Callable[[tuple[Looked, Seen]], None],
    ) -> None:
        """Have a file wait for the person's word: how pages look with it is seen before it is kept."""
        if self._stops.get(path) is stop:
            looked, seen = found[0], replace(found[1], note=found[0].note)
            self._ways[path] = Way(offer=Offer(looked.file.name, seen, lambda: keep((looked, seen))))
            self._changed()

    def _look_again(self, field: Field, answer: Attachment) -> None:
        def look(data: bytes) -> None:
            self._tasks.submit(
                answer.sha256,
                lambda: look_again(field, data, name=answer.name, stop=self._closing),
                done=show,
                failed=say,
            )

        def say(error: Exception) -> None:
            show(Seen(note=_sentence(error)))

        def show(seen: Seen) -> None:
            self._seen[_key(field, answer)] = seen
            self._changed()

        self._store.ask(lambda workspace: workspace.attachment(answer.sha256), done=look, failed=say)


def _seen(field: Field, looked: Looked, stop: Event) -> Seen:
    """Return how a file looks that was looked at just now: of one for a bundle all is known by then."""
    if field.accepts is Accepts.PAGES:
        return Seen(note=looked.note)
    return look_again(field, looked.file.data, stop=stop)


def _key(field: Field, answer: Attachment) -> tuple[str, str]:
    return field.accepts.value, answer.sha256


def _sentence(error: Exception) -> str:
    """Return what a failure says to the person; one of ours is raised on."""
    if not isinstance(error, EvidencePackError):
        raise error
    return str(error)
