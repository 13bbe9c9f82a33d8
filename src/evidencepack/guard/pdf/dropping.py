# SPDX-License-Identifier: MPL-2.0
"""What of a file does not come along, counted and said in words. Works in a child only.

Nothing relies on what is counted here: what stays behind does so because ``parts`` has no name for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pikepdf

from evidencepack.guard.pdf.parts import inside, is_table, listed
from evidencepack.guard.pdf.sentences import WORDS

_ACTIONS = {
    "/JavaScript": "script",
    "/Launch": "launch",
    "/URI": "web",
    "/GoTo": "link",
    "/GoToR": "other file",
    "/GoToE": "other file",
    "/SubmitForm": "send",
    "/ImportData": "send",
    "/Rendition": "media",
    "/Movie": "media",
    "/Sound": "media",
    "/RichMediaExecute": "media",
    "/GoTo3DView": "media",
}
_MARKS = {
    "/Text": "comment",
    "/FileAttachment": "attached",
    "/Sound": "media",
    "/Movie": "media",
    "/Screen": "media",
    "/RichMedia": "media",
    "/3D": "media",
    "/Redact": "redaction",
    "/Widget": "field",
}
_MOST = 100_000


class Dropped:
    """A count of what does not come along."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._seen: set[tuple[int, int]] = set()

    def add(self, sort: str, number: int = 1) -> None:
        """Count something."""
        if number:
            self._counts[sort] += number

    def words(self) -> list[str]:
        """Return what was counted."""
        found = ((one if self._counts[sort] == 1 else many, self._counts[sort]) for sort, (one, many) in WORDS.items())
        return [(words or WORDS["xfa"][0]).format(f"{count:,}") for words, count in found if count]

    def look_at_file(self, pdf: pikepdf.Pdf) -> bool:
        """Count what belongs to the file as a whole; whether it is signed."""
        root = pdf.Root
        self._owned(root)
        self._act(root.get("/OpenAction"))
        self.add("script", sum(1 for _ in _leaves(inside(root, "/Names", "/JavaScript"))))
        self.add("attached", sum(1 for _ in _leaves(inside(root, "/Names", "/EmbeddedFiles"))))
        form = inside(root, "/AcroForm")
        self.add("xfa", int(form is not None and "/XFA" in form))
        self.add("tags", int("/StructTreeRoot" in root))
        self.add("about", int("/Metadata" in root or "/Info" in pdf.trailer))
        self.add("lock", int(pdf.is_encrypted))
        signatures = self._signatures(form)
        self.add("signature", signatures)
        return signatures > 0

    def look_at_page(self, page: pikepdf.Object) -> None:
        """Count what belongs to a page, with what is laid on it."""
        self._owned(page)
        for mark in listed(page.get("/Annots")):
            if is_table(mark) and self._is_new(mark):
                self.add(_MARKS.get(str(mark.get("/Subtype")), ""), int(str(mark.get("/Subtype")) in _MARKS))
                self.add("link", int("/Dest" in mark))
                self._act(mark.get("/A"))
                self._owned(mark)

    def _owned(self, part: pikepdf.Object) -> None:
        """Count the actions that something has for when it is opened, pressed, printed and so on."""
        actions = inside(part, "/AA")
        for action in actions.as_dict().values() if actions is not None else ():
            self._act(action)

    def _act(self, action: object) -> None:
        """Count an action and those that follow it."""
        waiting = [action]
        while waiting and len(self._seen) < _MOST:
            one = waiting.pop()
            waiting.extend(listed(one))
            if not isinstance(one, pikepdf.Object) or not is_table(one) or not self._is_new(one):
                continue
            self.add(_ACTIONS.get(str(one.get("/S")), "other action"))
            waiting.append(one.get("/Next"))

    def _signatures(self, form: pikepdf.Object | None) -> int:
        """Return how many fields hold a signature over bytes of the file (ISO 32000-2, 12.8)."""
        count, waiting, seen = 0, listed(form.get("/Fields")) if form is not None else [], set[tuple[int, int]]()
        while waiting and len(seen) < _MOST:
            field = waiting.pop()
            if not is_table(field) or (field.is_indirect and field.objgen in seen):
                continue
            seen.add(field.objgen)
            waiting.extend(listed(field.get("/Kids")))
            self._owned(field)
            signed = inside(field, "/V")
            count += int(signed is not None and "/ByteRange" in signed)
        return count

    def _is_new(self, part: pikepdf.Object) -> bool:
        """Whether this part was not counted yet; two that stand in line are never the same."""
        if not part.is_indirect:
            return True
        is_new = part.objgen not in self._seen
        self._seen.add(part.objgen)
        return is_new


def _leaves(root: pikepdf.Object | None) -> Iterator[object]:
    """Yield the names of a name tree (ISO 32000-2, 7.9.6), each branch once."""
    waiting, seen = [root], set[tuple[int, int]]()
    while waiting and len(seen) < _MOST:
        part = waiting.pop()
        if part is None or not is_table(part) or (part.is_indirect and part.objgen in seen):
            continue
        seen.add(part.objgen)
        waiting.extend(listed(part.get("/Kids")))
        names = part.get("/Names")
        if isinstance(names, pikepdf.Array):
            yield from list(names)[::2]
