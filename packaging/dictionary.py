# SPDX-License-Identifier: MPL-2.0
"""Brings the British dictionary out of its npm package, and makes the list of every word that it accepts.

The package is downloaded and unpacked below build/, not installed; one with other bytes than expected is refused. The
list is made once here, because reading roots and endings takes a program a second that a person would wait for.
"""

from __future__ import annotations

import hashlib
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from fonts import ROOT, unpack_npm

FOLDER = ROOT / "resources" / "dictionaries"
WORK = ROOT / "build" / "dictionaries"
_NEVER_OFFERED = "!"
_PART_OF_NUMBER = frozenset("nmptc1")
_POSSESSIVE = "M"
_COMMON = 3000
_LETTERS = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Ending:
    """One rule of a flag: what is cut off a word, what is put on, and the words for which it holds."""

    before: bool
    crosses: bool
    cut: str
    put: str
    holds: re.Pattern[str]

    def on(self, word: str) -> str:
        """Return the word that the rule makes; empty where it does not hold."""
        if not self.holds.search(word):
            return ""
        return self.put + word[len(self.cut) :] if self.before else word[: len(word) - len(self.cut)] + self.put


def main() -> int:
    """Fetch the dictionary and make the lists; return 1 if the package is not the one that is named."""
    sources = tomllib.loads((FOLDER / "SOURCES.toml").read_text(encoding="utf-8"))
    WORK.mkdir(parents=True, exist_ok=True)
    archive = unpack_npm(sources["package"], sources["version"], WORK)
    if hashlib.sha256(archive.read_bytes()).hexdigest() != sources["archive"]:
        print(f"{archive.name} is not the file that SOURCES.toml expects; the old words are kept", file=sys.stderr)
        return 1
    for name in ("index.aff", "index.dic", "license"):
        data = (WORK / sources["package"] / "package" / name).read_bytes()
        if hashlib.sha256(data).hexdigest() != sources["sha256"][name]:
            print(f"{name} is not the file that SOURCES.toml expects; the old one is kept", file=sys.stderr)
            return 1
        (FOLDER / name).write_bytes(data)
    write_lists()
    return 0


def write_lists() -> None:
    """Make ``words.txt``, ``unoffered.txt`` and ``common.txt`` from the dictionary that is there."""
    rules = endings((FOLDER / "index.aff").read_text(encoding="utf-8"))
    known: set[str] = set()
    unoffered: set[str] = set()
    for entry in (FOLDER / "index.dic").read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = entry.partition("/")
        if not _PART_OF_NUMBER & set(flags):
            forms = set(spelt(word, flags, rules))
            known |= forms
            unoffered |= forms if _NEVER_OFFERED in flags else set()
    for name, words in (("words.txt", known), ("unoffered.txt", unoffered)):
        # By bytes: the program looks words up by halving.
        (FOLDER / name).write_bytes(b"\n".join(sorted(word.encode() for word in words)) + b"\n")
    (FOLDER / "common.txt").write_text("\n".join(common(known)) + "\n", encoding="utf-8", newline="\n")


def common(known: set[str]) -> list[str]:
    """Return the words that come most often in what we wrote ourselves for the field, the most common one first."""
    files = sorted((ROOT / "resources").rglob("*.toml"))
    often = Counter(word for file in files for word in _LETTERS.findall(file.read_text(encoding="utf-8")))
    listed = sorted((-count, word) for word, count in often.items() if word in known and (len(word) > 1 or word == "a"))
    return [word for _, word in listed[:_COMMON]]


def endings(rules: str) -> dict[str, list[Ending]]:
    """Return what each flag of an affix file does."""
    found: dict[str, list[Ending]] = {}
    crosses = False
    for line in rules.splitlines():
        parts = line.split()
        if not parts or parts[0] not in {"PFX", "SFX"}:
            continue
        if len(parts) == 4:
            crosses = parts[2] == "Y"
            continue
        before = parts[0] == "PFX"
        cut, put, when = ("" if part == "0" else part for part in parts[2:5])
        holds = re.compile(f"^{when}" if before else f"{when}$")
        found.setdefault(parts[1], []).append(Ending(before, crosses, cut, put, holds))
    return found


def spelt(word: str, flags: str, rules: dict[str, list[Ending]]) -> Iterator[str]:
    """Yield a word and every form of it; the possessive is left to whoever asks, as every word has one."""
    yield word
    mine = [rule for flag in flags if flag != _POSSESSIVE for rule in rules.get(flag, ())]
    ends = [(rule, made) for rule in mine if not rule.before and (made := rule.on(word))]
    yield from (made for _, made in ends)
    for start in (rule for rule in mine if rule.before):
        yield start.on(word)
        if start.crosses:
            yield from (start.on(made) for rule, made in ends if rule.crosses)


if __name__ == "__main__":
    sys.exit(main())
