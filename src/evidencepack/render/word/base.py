# SPDX-License-Identifier: MPL-2.0
"""The empty document from which Word files are made: its parts, and what all files made of it have in common."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cached_property
from types import MappingProxyType

from evidencepack.render.word.package import Deflated, deflated

_STYLE = re.compile(r'<w:style (?=[^>]*w:type="paragraph")[^>]*w:styleId="([^"]*)".*?</w:style>', re.DOTALL)
_SPACE = re.compile(r"<w:pPr>(?:(?!</w:pPr>).)*<w:spacing ([^>]*)/>", re.DOTALL)
_EDGE = re.compile(r'w:(before|after)="(\d+)"')


class Base:
    """The parts of an empty document by name. What is worked out of them is kept: an export makes many files."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.parts = parts
        self._deflated: dict[str, Deflated] = {}

    @cached_property
    def spacing(self) -> Mapping[str, tuple[float, float]]:
        """The space before and after of each paragraph style, in points, by the style's id."""
        found = {}
        for style in _STYLE.finditer(self.parts["word/styles.xml"].decode()):
            space = _SPACE.search(style[0])
            edges = dict(_EDGE.findall(space[1])) if space else {}
            found[style[1]] = (int(edges.get("before", 0)) / 20, int(edges.get("after", 0)) / 20)
        return MappingProxyType(found)

    def all_but(self, names: Collection[str]) -> dict[str, Deflated]:
        """Return the parts as they stand in files, without those of which a file has its own."""
        for name in self.parts.keys() - self._deflated.keys() - set(names):
            self._deflated[name] = deflated(self.parts[name])
        return {name: part for name, part in self._deflated.items() if name not in names}
