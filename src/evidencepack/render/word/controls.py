# SPDX-License-Identifier: MPL-2.0
"""Content controls: each answer stands in one, so that a returned file can be read back answer by answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from evidencepack.render.word.ids import Numbers, control_tag
from evidencepack.render.word.markup import escaped

_TITLE_LENGTH = 64


@dataclass(frozen=True, slots=True)
class Shown:
    """One control of the file: the paths of its answer, its tag, its number, its text when written."""

    paths: tuple[str, ...]
    tag: str
    number: int
    text: str
    missing: bool


class Controls:
    """Makes the controls of one file and remembers them for its manifest."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        self.shown: list[Shown] = []
        self._labels = labels
        self._numbers = Numbers()
        self._times: dict[str, int] = {}

    def wrap(
        self, paths: tuple[str, ...], text: str, runs: str, *, look: str = "", missing: bool = False, rich: bool = False
    ) -> str:
        """Return a control round the runs of an answer.

        An answer of several paths cannot be changed in Word, because no one could say which of them was meant.
        ``look`` are the run properties of what is typed into it. ``rich`` is for what a plain text control may not
        hold: a link, several scripts, or any look (LibreOffice 7.4 drops the look of what stands in a plain one).
        """
        tag = control_tag(paths)
        self._times[tag] = self._times.get(tag, 0) + 1
        number = self._numbers.derived(f"{tag} {self._times[tag]}")
        self.shown.append(Shown(paths, tag, number, text, missing))
        editable = len(paths) == 1
        lock = "sdtLocked" if editable else "sdtContentLocked"
        placeholder = "<w:showingPlcHdr/>" if missing and editable else ""
        kind = "" if rich else '<w:text w:multiLine="1"/>'
        return (
            f'<w:sdt><w:sdtPr>{look}<w:alias w:val="{escaped(self._label(paths))}"/><w:tag w:val="{tag}"/>'
            f'<w:id w:val="{number}"/><w:lock w:val="{lock}"/>{placeholder}{kind}</w:sdtPr>'
            f"<w:sdtContent>{runs}</w:sdtContent></w:sdt>"
        )

    def _label(self, paths: tuple[str, ...]) -> str:
        labels = dict.fromkeys(self._labels.get(path) or humanised(path) for path in paths)
        label = ", ".join(labels)
        return label if len(label) <= _TITLE_LENGTH else label[: _TITLE_LENGTH - 1].rstrip() + "…"


def humanised(path: str) -> str:
    """Return the last name of a path in words: "Capacity alert" for ".../capacity_alert"."""
    return path.rpartition("/")[2].replace("_", " ").capitalize()
