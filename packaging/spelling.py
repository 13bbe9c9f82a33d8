# SPDX-License-Identifier: MPL-2.0
"""Refuses American spellings in what people read: kinds, samples, pages of documentation, sentences in the source.

The word list is codespell's own British-to-American one, read backwards.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import codespell_lib

ROOT = Path(__file__).resolve().parents[1]
_WORD = re.compile(r"[A-Za-z]+")
# Quoted code, markup, names with a prefix, addresses.
_CODE = re.compile(r"```.*?```|`[^`]*`|</?\w[^>]*>?|\w+:\w+|https?://\S+", re.DOTALL)
_STYLE_SHEET = re.compile(r"\{[^{}]*[\w-]+\s*:[^{};]+;")
# Right in British English too, with another meaning than the pair in the list; the last are words of the PDF standard.
_BOTH = frozenset(
    {
        *("check", "checks", "program", "programs", "meter", "practice", "license", "disk", "disks", "draft"),
        *("story", "stories", "writable", "dialog", "dialogs", "artifact", "artifacts", "catalog"),
    }
)
_PAGES = ("*.md", "docs/**/*.md", "resources/**/*.toml", "resources/samples/*/*.json")


def main() -> int:
    """Print every American spelling with its place; return 1 if there is one."""
    american = words()
    found = [
        f"{place}: {word} -> {american[word.lower()]}"
        for place, text in _texts()
        for word in _WORD.findall(text)
        if word.lower() in american
    ]
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


def words() -> dict[str, str]:
    """Return the British word by the American one."""
    listing = Path(codespell_lib.__file__).with_name("data") / "dictionary_en-GB_to_en-US.txt"
    pairs = (line.strip().split("->") for line in listing.read_text(encoding="utf-8").splitlines())
    return {to.rstrip(","): british for british, to in pairs if to.rstrip(",").lower() not in _BOTH}


def sentences(source: str) -> Iterator[tuple[int, str]]:
    """Yield the line and text of every string of a module that has a space in it, documentation included.

    A style sheet is not prose.
    """
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if " " in node.value and not _STYLE_SHEET.search(node.value):
            yield node.lineno, _CODE.sub(" ", node.value)


def _texts() -> Iterator[tuple[str, str]]:
    for pattern in _PAGES:
        for path in sorted(ROOT.glob(pattern)):
            text = _CODE.sub(lambda match: "\n" * match[0].count("\n"), path.read_text(encoding="utf-8"))
            for number, line in enumerate(text.splitlines(), start=1):
                yield f"{path.relative_to(ROOT)}:{number}", line
    for path in sorted(ROOT.glob("src/**/*.py")):
        for number, text in sentences(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(ROOT)}:{number}", text


if __name__ == "__main__":
    sys.exit(main())
