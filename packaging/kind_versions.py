# SPDX-License-Identifier: MPL-2.0
"""Remakes resources/kinds/VERSIONS.toml: the version of every kind, and the SHA-256 of its words at that version.

What people signed names the version of its kind, so words never change under a version that is out.

Use: ``python packaging/kind_versions.py`` after raising the version of a changed kind. It refuses words that changed
under the same version; ``--unreleased`` records them all the same, for kinds that no release has carried yet.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

KINDS = Path(__file__).resolve().parent.parent / "resources" / "kinds"
LOCK = "VERSIONS.toml"
_HEAD = """\
# SPDX-License-Identifier: MPL-2.0
# Made by packaging/kind_versions.py. The version of every kind, and the SHA-256 of its words at that version.
"""


@dataclass(frozen=True, slots=True)
class Locked:
    """A kind's version and the SHA-256 (64 hex digits) of everything its file says, its version apart."""

    version: int
    words: str


def read_kinds(kinds: Path) -> Mapping[str, Locked]:
    """Return what the files of a folder say now, by the id of the kind. Comments and layout of a file do not count."""
    found = {}
    for file in sorted(kinds.glob("*/*.toml")):
        said = tomllib.loads(file.read_text(encoding="utf-8"))
        version = said.pop("version", 0)
        words = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        found[str(said.get("id"))] = Locked(version, hashlib.sha256(words.encode("utf-8")).hexdigest())
    return dict(sorted(found.items()))


def read_lock(kinds: Path) -> Mapping[str, Locked]:
    """Return what the lock file of a folder says; nothing when there is none yet."""
    file = kinds / LOCK
    said = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return {name: Locked(entry["version"], entry["words"]) for name, entry in said.items()}


def changed_words(now: Mapping[str, Locked], locked: Mapping[str, Locked]) -> tuple[str, ...]:
    """Return the kinds whose words changed although their version did not rise."""
    return tuple(
        name
        for name, kind in now.items()
        if name in locked and kind.words != locked[name].words and kind.version <= locked[name].version
    )


def write_lock(kinds: Path, now: Mapping[str, Locked]) -> None:
    """Write the lock file of a folder."""
    entries = (f'\n[{name}]\nversion = {kind.version}\nwords = "{kind.words}"\n' for name, kind in now.items())
    (kinds / LOCK).write_text(_HEAD + "".join(entries), encoding="utf-8", newline="\n")


def main(arguments: list[str], kinds: Path = KINDS) -> int:
    """Remake the lock, or say which kinds need a new version first."""
    now = read_kinds(kinds)
    changed = () if "--unreleased" in arguments else changed_words(now, read_lock(kinds))
    if changed:
        print(f"Changed words under the same version: {', '.join(changed)}. Raise their version, then run this again.")
        return 1
    write_lock(kinds, now)
    print(f"{LOCK}: {len(now)} kinds.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
