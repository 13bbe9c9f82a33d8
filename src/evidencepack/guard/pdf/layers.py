# SPDX-License-Identifier: MPL-2.0
"""Layers of a PDF (optional content, ISO 32000-2, 8.11): what is seen on opening stays, what is hidden goes.

Paper has no layers. What a file shows on the screen is what the person chose it for, so that is what is printed, too.
Works in a child only.
"""

from __future__ import annotations

import pikepdf

from evidencepack.guard.pdf.contents import content_of
from evidencepack.guard.pdf.parts import inside, is_table, listed
from evidencepack.guard.pdf.unpacking import refuse_bomb

_PAINTS = frozenset({"Tj", "TJ", "'", '"', "Do", "sh", "INLINE IMAGE"})
_PATHS = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"})
_BEGINS = frozenset({"BMC", "BDC"})


class Layers:
    """Which layers of a file are hidden when it is opened."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        properties = inside(pdf.Root, "/OCProperties")
        self._hidden = set() if properties is None else _hidden(properties)

    @property
    def hidden(self) -> int:
        """How many are hidden."""
        return len(self._hidden)

    def hides(self, part: pikepdf.Object) -> bool:
        """Whether a picture or a mark on a page stands on a layer that is hidden."""
        return bool(self._hidden) and self._is_off(inside(part, "/OC"))

    def _names(self, resources: pikepdf.Object | None) -> frozenset[str]:
        """Return the names by which a content stream speaks of hidden layers."""
        named = inside(resources, "/Properties")
        if named is None:
            return frozenset()
        return frozenset(key for key in named.keys() if self._is_off(inside(named, key)))  # noqa: SIM118 - no dict

    def take_out(self, pdf: pikepdf.Pdf) -> None:
        """Take what stands on hidden layers out of all pages, and of what these are made of.

        Raises:
            RefusedFileError: if something would unpack without end.
        """
        if not self._hidden:
            return
        nothing = pdf.make_stream(b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 0, 0])
        seen: set[tuple[int, int]] = set()
        for page in pdf.pages:
            names = self._names(inside(page.obj, "/Resources"))
            if names:
                content = pdf.make_stream(content_of(page.obj)[0])
                page.obj["/Contents"] = pdf.make_stream(_without(content, names))
            waiting = [inside(page.obj, "/Resources", "/XObject")]
            while waiting:
                pictures = waiting.pop()
                if pictures is not None:
                    waiting += self._of_pictures(pictures, nothing, seen)

    def _of_pictures(
        self, pictures: pikepdf.Object, nothing: pikepdf.Object, seen: set[tuple[int, int]]
    ) -> list[pikepdf.Object | None]:
        """Empty the hidden ones of some pictures; return the tables of pictures that the others use."""
        below = []
        for key, picture in pictures.as_dict().items():
            if not isinstance(picture, pikepdf.Stream) or picture.objgen in seen:
                continue
            if self.hides(picture):
                pictures[key] = nothing
                continue
            seen.add(picture.objgen)
            names = self._names(inside(picture, "/Resources"))
            if names and picture.get("/Subtype") == "/Form":
                refuse_bomb(picture)
                picture.write(_without(picture, names))
            below.append(inside(picture, "/Resources", "/XObject"))
        return below

    def _is_off(self, layer: pikepdf.Object | None) -> bool:
        if layer is None:
            return False
        if layer.get("/Type") != "/OCMD":
            return layer.objgen in self._hidden
        one = inside(layer, "/OCGs")
        of = listed(layer.get("/OCGs")) if one is None else [one]
        off = [one.objgen in self._hidden for one in of]
        match str(layer.get("/P", "/AnyOn")):
            case "/AllOn":
                return any(off)
            case "/AnyOff":
                return bool(off) and not any(off)
            case "/AllOff":
                return bool(off) and not all(off)
            case _:
                return bool(off) and all(off)


def _hidden(properties: pikepdf.Object) -> set[tuple[int, int]]:
    layers = [one for one in listed(properties.get("/OCGs")) if is_table(one)]
    chosen = inside(properties, "/D")
    if chosen is None:
        return set()
    off = {one.objgen for one in layers} if chosen.get("/BaseState") == "/OFF" else set()
    off -= {one.objgen for one in listed(chosen.get("/ON"))}
    off |= {one.objgen for one in listed(chosen.get("/OFF"))}
    return off | {one.objgen for one in layers if _is_off_on_screens(one)} if _minds_screens(chosen) else off


def _minds_screens(chosen: pikepdf.Object) -> bool:
    return any(is_table(one) and one.get("/Event") == "/View" for one in listed(chosen.get("/AS")))


def _is_off_on_screens(layer: pikepdf.Object) -> bool:
    view = inside(layer, "/Usage", "/View")
    return view is not None and view.get("/ViewState") == "/OFF"


def _without(stream: pikepdf.Object, names: frozenset[str]) -> bytes:
    """Return a content stream without what it paints on the layers of these names; all else it does stays."""
    kept: list[pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage] = []
    open_marks: list[bool] = []
    for instruction in pikepdf.parse_content_stream(stream):
        operator = str(instruction.operator)
        if operator in _BEGINS:
            of = instruction.operands
            open_marks.append(len(of) == 2 and str(of[0]) == "/OC" and str(of[1]) in names)
        elif operator == "EMC" and open_marks:
            open_marks.pop()
        elif any(open_marks):
            if operator in _PAINTS:
                continue
            if operator in _PATHS:
                kept.append(pikepdf.ContentStreamInstruction([], pikepdf.Operator("n")))
                continue
        kept.append(instruction)
    return pikepdf.unparse_content_stream(kept)
