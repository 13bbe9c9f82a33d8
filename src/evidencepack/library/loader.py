# SPDX-License-Identifier: MPL-2.0
"""The library, read from its folder: every kind checked against itself and against all the others."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from evidencepack.library.checks import check_kind
from evidencepack.library.glossary import FILE as GLOSSARY
from evidencepack.library.glossary import read_glossary
from evidencepack.library.header import HEADER, NO_HEADER, Header, read_header
from evidencepack.library.kinds import read_kind
from evidencepack.library.model import Kind, Library
from evidencepack.library.nations import read_nations
from evidencepack.library.partner_types import FILE as PARTNER_TYPES
from evidencepack.library.partner_types import read_partner_types
from evidencepack.library.problems import KindError, Problems
from evidencepack.library.reuse import FILE as REUSE
from evidencepack.library.reuse import read_reuse
from evidencepack.library.rules import read_rules
from evidencepack.library.toml_file import read_toml

NATIONS = "nations.toml"
"""The file beside the folder of kinds that names law and regulators."""

VERSIONS = "VERSIONS.toml"
"""The file beside the kinds that lists those which come with the program."""


@dataclass(slots=True)
class _Reading:
    """Kinds read so far, each with the problems of its file."""

    kinds: dict[str, Kind] = field(default_factory=dict)
    files: list[Problems] = field(default_factory=list)
    of: dict[str, Problems] = field(default_factory=dict)
    header: Header = NO_HEADER


def load_library(folder: Path) -> Library:
    """Read ``documents/*.toml`` and ``records/*.toml`` of a folder, and what stands beside it: rules, types of partner.

    Raises:
        KindError: for the first mistake; it names file and key. ``inspect_library`` lists them all.
    """
    library, problems = inspect_library(folder)
    if problems:
        raise problems[0]
    return library


def inspect_library(folder: Path) -> tuple[Library, tuple[KindError, ...]]:
    """Return the library as far as it can be read, and every mistake found in its files, in their order."""
    reading = _Reading()
    reading.files.append(shared := Problems(HEADER))
    reading.header = read_header(folder / HEADER, shared)
    for place in ("documents", "records"):
        for file in sorted((folder / place).glob("*.toml")):
            _read_file(file, reading, document=place == "documents")
    if reading.files == [shared]:
        return Library({}), (KindError(str(folder), "files", "there is no kind in documents/ or records/"),)
    _miss(folder / VERSIONS, reading)
    # What one file says wrong makes others look wrong that point at it: its own mistakes come first.
    own = [error for problems in reading.files for error in problems.found]
    kinds = {name: _with_columns(kind, reading.kinds) for name, kind in reading.kinds.items()}
    for name, kind in kinds.items():
        check_kind(kind, kinds, reading.of[name])
    partners, names = Problems(PARTNER_TYPES), Problems(NATIONS)
    copies = Problems(REUSE)
    rules, words = read_rules(folder.parent / "review")
    types = read_partner_types(folder.parent / PARTNER_TYPES, kinds, partners)
    reuse = read_reuse(folder.parent / REUSE, kinds, copies)
    library = Library(kinds, rules, types, read_nations(folder.parent / NATIONS, names), reuse)
    files = (*reading.files, *words, partners, names, copies)
    library = replace(library, glossary=read_glossary(folder.parent / GLOSSARY, terms := Problems(GLOSSARY)))
    later = [error for problems in (*files, terms) for error in problems.found if error not in own]
    return library, (*own, *later)


def _miss(versions: Path, reading: _Reading) -> None:
    """Note kinds that came with the program and whose file is gone."""
    if not versions.is_file():
        return
    listed = Problems(versions.name)
    reading.files.append(listed)
    files = {Path(problems.file).stem for problems in reading.files}
    for name in read_toml(versions.read_bytes(), listed):
        if name not in reading.kinds and name not in files:
            reading.files.append(gone := Problems(f"{name}.toml"))
            gone.add("file", "is missing")


def _read_file(file: Path, reading: _Reading, *, document: bool) -> None:
    problems = Problems(f"{file.parent.name}/{file.name}")
    reading.files.append(problems)
    try:
        data = file.read_bytes()
    except OSError as error:
        problems.add("file", f"cannot be read ({error.strerror})")
        return
    kind = read_kind(data, problems, document=document, header=reading.header)
    if kind is None or not kind.id:
        return
    if kind.id in reading.kinds:
        problems.add("id", f"'{kind.id}' is also the id of {reading.of[kind.id].file}")
        return
    reading.kinds[kind.id] = kind
    reading.of[kind.id] = problems


def _with_columns(kind: Kind, kinds: dict[str, Kind]) -> Kind:
    """Give each table of shared records the fields of their kind as its columns."""
    filled = {
        name: replace(found, columns=tuple(kinds[found.rows_of].fields.values())) if found.rows_of in kinds else found
        for name, found in kind.fields.items()
    }
    return replace(kind, fields=filled)
